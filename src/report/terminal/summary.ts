import { hasKind } from '../../model/evidence.js';
import type { Severity } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { verdictNames } from '../../model/verdict-names.js';
import { groupBy } from '../../text/group-by.js';
import { countText, plural, pluralForm } from '../../text/plural.js';
import { clean } from '../escape.js';
import { fixCommand } from '../fix-command.js';
import { inPlaces } from '../places.js';
import { presetReasons } from '../preset-reasons.js';
import { severityCount, severityWord } from '../severity-words.js';
import type { View } from './view.js';
import { wrap } from './wrap.js';

const severities = ['error', 'warning', 'info'] as const;

/** What was found in all, and what to do about it. Findings that the caller left out are counted as not shown. */
export function summaryOf(report: Report, view: View): readonly string[] {
  const { painter, width } = view;
  const { links } = report.stats;
  const hasLinks = report.run.command !== 'lint';
  // A clean result is one line.
  const isClean = report.findings.length === 0 && !report.run.interrupted;
  const lines = [...headline(report, view, isClean && hasLinks ? `, ${linksInWords(report)}` : '')];
  if (hasLinks && !isClean) lines.push(...wrap(linkSentence(report), width));
  lines.push(...todoOf(report, view));
  if (!isClean || view.lists.some(({ detected }) => detected === 'no-list')) lines.push(...presetLines(view));
  if (report.run.interrupted) {
    const left = report.links.filter(({ reason }) => reason === 'interrupted').length;
    const asked = left === 0 ? '' : ` with ${countText(left)} of ${plural(links.unique, 'link')} not checked`;
    lines.push(...wrap(`Interrupted${asked}: the results are incomplete.`, width).map(painter.bold));
  }
  return lines;
}

/** Which preset was detected and why; lists with the same one share a line. */
function presetLines({ lists, width }: View): readonly string[] {
  const groups = groupBy(lists, ({ preset, detected }) => (detected === null ? undefined : `${preset} ${detected}`));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || first.detected === null) return [];
    const named = group.slice(0, 3).map(({ path }) => clean(path));
    const more = group.length > 3 ? [`${group.length - 3} more`] : [];
    const of = lists.length === 1 ? '' : ` for ${[...named, ...more].join(', ')}`;
    return wrap(`Preset${of}: ${first.preset} (${presetReasons[first.detected]}); change it with --preset`, width);
  });
}

function headline(
  { stats, findings, links: rows }: Report,
  { painter, width, lists, unicode }: View,
  links: string,
): readonly string[] {
  const tiers = stats.tiers > 0 ? ` and ${plural(stats.tiers, 'tier')}` : '';
  const read = `${plural(stats.entries, 'entry', 'entries')} in ${plural(stats.sections, 'section')}${tiers}`;
  const where = stats.files === 1 ? '' : ` of ${plural(stats.files, 'file')}`;
  const shown = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const { error, warning, info, suppressed } = stats.findings;
  const asides = [
    suppressed > 0 ? `${countText(suppressed)} suppressed` : '',
    error + warning + info > findings.length ? `${countText(error + warning + info - findings.length)} not shown` : '',
  ].filter((part) => part !== '');
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : '';
  if (findings.length === 0) {
    const name = stats.files === 1 && lists[0] ? `${clean(lists[0].path)}: ` : '';
    const nothing = error + warning + info > 0 ? 'no errors' : 'no problems found';
    const unchecked = rows.filter(isOffline).length;
    // Unchecked links are not shown as a success.
    if (unchecked > 0)
      return wrap(`${name}${read}${where}, ${nothing}${aside}; ${uncheckedLinks(unchecked, rows)}`, width);
    return wrap(`${unicode ? '✔ ' : ''}${name}${read}${where}${links}, ${nothing}${aside}`, width).map(painter.green);
  }
  // Yellow and cyan words are hard to read on white.
  const paints = {
    error: (text: string) => painter.red(painter.bold(text)),
    warning: painter.bold,
    info: (text: string) => text,
  };
  const counts = severities
    .map((severity) => ({ severity, count: shown(severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => ({ text: severityCount(severity, count), paint: paints[severity] }));
  const plain = counts.map(({ text }) => text).join(', ');
  const painted = counts.map(({ text, paint }) => paint(text)).join(', ');
  // Broken before painting: the widths of colours are not to be measured.
  const [head = '', ...rest] = wrap(
    `${'x'.repeat(plain.length)} in ${stats.sections === 1 ? read : read.replace(' in ', ' across ')}${where}${aside}`,
    width,
  );
  return [painted + head.slice(plain.length), ...rest];
}

/** Columns of the table, with the marks of their findings: a safe fix, one that needs review, or none. */
const columns = ['safe [*]', 'review [?]', 'manual'] as const;

/** A table of severities by how their findings are fixed, and the next command; one finding needs no table. */
function todoOf(report: Report, { width, painter }: View): readonly string[] {
  const { findings } = report;
  if (findings.length === 0) return [];
  const rows = severities.map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const counts = [
      own.filter(({ fix }) => fix?.safe === true).length,
      own.filter(({ fix }) => fix?.safe === false).length,
      own.filter(({ fix }) => fix === null).length,
    ];
    const cells = counts.map((count) => (count === 0 ? '-' : countText(count)));
    return { name: severityWord(severity, 2), isEmpty: own.length === 0, cells };
  });
  const line = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(8)}${cells.map((cell, column) => cell.padStart((columns[column] ?? '').length + 2)).join('')}`;
  const table = [
    painter.dim(line('', columns)),
    ...rows.filter(({ isEmpty }) => !isEmpty).map((row) => line(row.name, row.cells)),
  ];
  const isTable = findings.length > 1 && width >= 40;
  return [...(isTable ? table : []), ...nextCommand(report, width)];
}

/** The command to type next: apply fixes, or read about the most frequent rule. */
function nextCommand(report: Report, width: number): readonly string[] {
  const { findings } = report;
  const safe = findings.filter(({ fix }) => fix?.safe === true);
  const review = findings.filter(({ fix }) => fix?.safe === false);
  if (safe.length > 0) return next(fixCommand(report, '--fix'), `(fixes ${inPlaces(safe)}, marked [*])`, width);
  if (review.length > 0)
    return next(
      fixCommand(report, '--fix=unsafe --fix-dry-run'),
      `(shows fixes for ${inPlaces(review)}, marked [?])`,
      width,
    );
  const serious = findings.filter(({ severity }) => severity !== 'info');
  const [rule = ''] =
    [...groupBy(serious, (finding) => finding.rule)].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const own = serious.filter((finding) => finding.rule === rule);
  const word = own.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const explains = `(explains ${pluralForm(own.length, `the ${word}`, `these ${word}s`)})`;
  return /^\w[\w./-]*$/.test(rule) ? next(`listwright rules ${rule}`, explains, width) : [];
}

/** A command and what it does: on one line, or what it does on the next, so that the command can be copied. */
function next(command: string, does: string, width: number): readonly string[] {
  const line = `Next: ${command}  ${does}`;
  return line.length <= width
    ? [line]
    : [...wrap(`Next: ${command}`, width), ...wrap(does, width - 2).map((each) => `  ${each}`)];
}

function linksInWords(report: Report): string {
  const { links } = report.stats;
  if (links.unique === 0) return 'no links to check';
  if (links.alive === links.unique)
    return `${pluralForm(links.unique, 'the link', `all ${countText(links.unique)} links`)} alive`;
  return `${plural(links.unique, 'link')} (${verdictsInWords(report)})`;
}

function linkSentence(report: Report): string {
  const { links } = report.stats;
  if (links.unique === 0) return 'No links to check.';
  const hint = links.unverifiable > 0 ? '; `unverifiable` sites block automated checks' : '';
  return `${plural(links.unique, 'link')}: ${verdictsInWords(report)}${hint}`;
}

/** `6 broken, 20 alive`; what a check goes on to ask is no skipped link. */
function verdictsInWords({ links: rows, stats: { links } }: Report): string {
  const pending = rows.filter(({ reason }) => reason === 'pending').length;
  const offline = rows.filter(isOffline).length;
  const counts = { ...links, skipped: links.skipped - pending - offline };
  const words = verdictNames
    .filter((name) => counts[name] > 0)
    .map((name) => `${countText(counts[name])} ${name}${name === 'alive' && offline > 0 ? aliveOffline(rows) : ''}`);
  if (pending > 0) words.push(`${countText(pending)} not checked yet`);
  if (offline > 0) words.push(`${countText(offline)} not checked (${whyOffline(rows)})`);
  return words.join(', ');
}

/** `12 of 40 links not checked (--offline)`. */
function uncheckedLinks(unchecked: number, rows: Report['links']): string {
  const all = plural(rows.length, 'link');
  return `${unchecked === rows.length ? all : `${countText(unchecked)} of ${all}`} not checked (${whyOffline(rows)})`;
}

/** What is known to be alive where no link is requested: files and anchors of the repository, and results of earlier checks. */
function aliveOffline(rows: Report['links']): string {
  const alive = rows.filter(({ verdict }) => verdict === 'alive');
  const local = alive.filter(({ probe }) => probe === 'file').length;
  if (local === alive.length) return ' (files and anchors)';
  return local === 0 ? ' (checked earlier)' : ` (${countText(local)} files and anchors, the others checked earlier)`;
}

const whyOffline = (rows: Report['links']): string => (isRequested(rows) ? '--offline' : 'no network');

/** True where `--offline` was set, and not the network lost. */
function isRequested(rows: Report['links']): boolean {
  return rows.some((row) => isOffline(row) && row.evidence.some((seen) => hasKind(seen, 'offline-option')));
}

const isOffline = ({ reason }: { readonly reason: string | null }): boolean => reason === 'offline';
