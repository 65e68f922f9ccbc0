import type { Report } from '../../model/report.js';
import { countText, plural, pluralForm } from '../../text/plural.js';
import { fixCommand } from '../fix-command.js';
import { inPlaces } from '../places.js';
import { severityWord } from '../severity-words.js';
import { bar, type Counts, chartParts } from './chart.js';
import { dayOrEmpty } from './link-row.js';
import { durationText, filterLink, text } from './markup.js';
import { type RowKind, sign } from './row-kinds.js';
import type { PageRows } from './rows.js';

/** What was found in one sentence, as plain text: `5 broken links, 3 other errors and 6 warnings in 33 entries`. */
export function headline(report: Report, rows: PageRows): string {
  const { stats } = report;
  const broken = rows.links.filter(counts('broken')).length;
  const reported = rows.links.filter(counts('broken')).flatMap(({ findings }) => findings);
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const others = errors - reported.filter(({ severity }) => severity === 'error').length;
  const warnings = report.findings.filter(
    (finding) => finding.severity === 'warning' && !reported.includes(finding),
  ).length;
  const parts = [
    broken > 0 ? plural(broken, 'broken link') : '',
    others > 0 ? plural(others, broken > 0 ? 'other error' : 'error') : '',
    warnings > 0 ? plural(warnings, 'warning') : '',
  ].filter((part) => part !== '');
  const all = stats.findings.error + stats.findings.warning;
  const nothing = all > report.findings.length ? 'No errors' : 'No problems found';
  if (parts.length === 0 && all === 0 && stats.entries + stats.links.unique === 0) return 'Nothing to check';
  const where = stats.files === 1 ? '' : ` of ${plural(stats.files, 'file')}`;
  return `${parts.length === 0 ? nothing : joined(parts)} in ${plural(stats.entries, 'entry', 'entries')}${where}`;
}

/** The top of the page: what is to be done, the counts as bars with words, and what is to be known of the run. */
export function summary(report: Report, rows: PageRows): string {
  const { stats } = report;
  const steps = stepsOf(report, rows).map((step) => `<li>${step}</li>`);
  const todo = steps.length === 0 ? praise(report) : `<ol class="steps">${steps.join('')}</ol>`;
  const { total, unique, ...verdicts } = stats.links;
  const findings = countKinds(rows.findings);
  const links = unique === 0 ? '' : chart('Links', `${plural(unique, 'URL')} in ${plural(total, 'place')}`, verdicts);
  const more = plural(rows.findings.length, unique === 0 ? 'finding' : 'lint finding');
  const others = rows.findings.length === 0 ? '' : chart(unique === 0 ? 'Findings' : 'Other findings', more, findings);
  const notes = notesOf(report).map((note) => `<p class="note">${note}</p>`);
  return `<div class="top"><div>${todo}${notes.join('')}</div><div class="charts">${links}${others}</div></div>`;
}

/** The line above the headline: which lists, which command, when, how long. */
export function runFacts({ run, tool }: Report, paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const name =
    others.length === 0 ? text(first, 200) : `${text(first, 200)} and ${plural(others.length, 'other file')}`;
  const day = dayOrEmpty(run.startedAt);
  const time = new Date(run.startedAt).toISOString().slice(11, 16);
  const facts = [
    name === '' ? '' : `<b>${name}</b>`,
    `<time datetime="${text(run.startedAt)}">${day}, ${time} UTC</time>`,
    `${durationText(run.durationMs)} ${run.vantage === 'ci' ? 'in CI' : 'on a local machine'}`,
    `listwright ${run.command} ${text(tool.version)}`,
  ];
  return `<p class="run">${facts.filter((fact) => fact !== '').join(' · ')}</p>`;
}

function chart(title: string, words: string, counts: Counts): string {
  const parts = chartParts(counts);
  const spoken = parts.map(({ kind, count }) => `${countText(count)} ${wordOf(kind, count)}`).join(', ');
  const legend = parts.map(({ kind, count }) => {
    const label = `${sign(kind)} <b>${countText(count)}</b> ${wordOf(kind, count)}`;
    return `<li>${filterLink('verdict', kind, label, ' class="tile"')}</li>`;
  });
  return (
    `<figure><figcaption><b>${title}</b> <span class="meta">${words}</span></figcaption>` +
    `${bar(counts, `${title}: ${spoken}`)}<ul class="legend">${legend.join('')}</ul></figure>`
  );
}

function wordOf(kind: RowKind, count: number): string {
  return kind === 'error' || kind === 'warning' || kind === 'info' ? severityWord(kind, count) : kind;
}

/** What to do, the most urgent first; sentences in HTML. */
function stepsOf(report: Report, rows: PageRows): readonly string[] {
  const { findings } = report;
  const command = (flags: '--fix' | '--fix=unsafe --fix-dry-run'): string =>
    `<code class="whole">${text(fixCommand(report, flags))}</code>`;
  const broken = rows.links.filter(counts('broken')).length;
  const safe = findings.filter(({ fix }) => fix?.safe === true);
  const look = findings.filter(({ fix }) => fix?.safe === false);
  const suspect = rows.links.filter(counts('suspect')).length;
  const hand = rows.findings.filter(({ kind, finding: { fix } }) => fix === null && kind !== 'info').length;
  const later = rows.links.filter(counts('unreachable')).length;
  const to = (kind: RowKind, words: string): string => filterLink('verdict', kind, words);
  return [
    broken > 0 ? `Replace or remove ${to('broken', plural(broken, 'broken link'))}.` : '',
    safe.length > 0 ? `Run ${command('--fix')} to fix ${inPlaces(safe)}.` : '',
    look.length > 0 ? `Run ${command('--fix=unsafe --fix-dry-run')} to review fixes for ${inPlaces(look)}.` : '',
    suspect > 0
      ? `Open ${to('suspect', plural(suspect, 'suspect link'))} and check whether the page is the right one.`
      : '',
    hand > 0 ? `Fix ${plural(hand, broken > 0 || suspect > 0 ? 'other finding' : 'finding')} manually.` : '',
    later > 0 ? `Recheck ${to('unreachable', plural(later, 'unreachable link'))} in a few days.` : '',
  ].filter((step) => step !== '');
}

/** Where nothing is to be done: what that rests on. */
function praise({ stats: { links, entries } }: Report): string {
  if (entries === 0 && links.unique === 0) return '<p class="lead">No entries or links were found.</p>';
  const { unique, alive } = links;
  const all = pluralForm(unique, 'The one link is alive.', `All ${countText(unique)} links are alive.`);
  const some = alive === unique ? all : `${plural(alive, 'link is', 'links are')} alive, of ${countText(unique)}.`;
  return `<p class="fine">${unique === 0 ? 'No problems found. Links were not checked.' : some}</p>`;
}

function notesOf({ run, stats, findings, links }: Report): readonly string[] {
  const all = stats.findings.error + stats.findings.warning + stats.findings.info;
  const offline = links.filter(({ reason }) => reason === 'offline').length;
  return [
    run.interrupted ? '<b>Interrupted:</b> the results are incomplete.' : '',
    run.shard === null
      ? ''
      : `This is part ${text(run.shard)} of a check; <code>listwright merge</code> merges the parts.`,
    offline > 0
      ? `${plural(offline, 'link was', 'links were')} not checked, because there was no network or --offline was set.`
      : '',
    stats.findings.suppressed > 0
      ? `${plural(stats.findings.suppressed, 'finding')} suppressed by comments in the list.`
      : '',
    all > findings.length
      ? `${plural(all - findings.length, 'finding')} not shown, because only errors were requested.`
      : '',
  ].filter((note) => note !== '');
}

/** True for rows of a kind whose verdict counts. */
function counts(kind: RowKind): (row: PageRows['links'][number]) => boolean {
  return (row) => row.kind === kind && row.findings.length > 0;
}

function countKinds(rows: readonly { readonly kind: RowKind }[]): Counts {
  const found: Partial<Record<RowKind, number>> = {};
  for (const { kind } of rows) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
