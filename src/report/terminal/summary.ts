import type { Finding, Severity } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { verdictNames } from '../../model/verdict-names.js';
import { groupBy } from '../../text/group-by.js';
import { plural, pluralForm } from '../../text/plural.js';
import { clean } from '../escape.js';
import { presetReasons } from '../preset-reasons.js';
import type { View } from './view.js';
import { wrap } from './wrap.js';

/** A blank at which no line is broken. */
const bond = '\u00A0';

/** Rules that are named of what is to be done; those beyond are counted. */
const mostRules = 6;

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
    const asked = left === 0 ? '' : `, with ${left} of ${plural(links.unique, 'link')} still to ask`;
    lines.push(...wrap(`Interrupted${asked}: this is what was found so far.`, width).map(painter.bold));
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
    return wrap(`Preset ${first.preset}${of}: ${presetReasons[first.detected]} (--preset chooses another).`, width);
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
    suppressed > 0 ? `${suppressed} silenced` : '',
    error + warning + info > findings.length ? `${error + warning + info - findings.length} not shown` : '',
  ].filter((part) => part !== '');
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : '';
  if (findings.length === 0) {
    const name = stats.files === 1 && lists[0] ? `${clean(lists[0].path)}: ` : '';
    const nothing = error + warning + info > 0 ? 'no errors' : 'nothing to mend';
    const text = `${name}${read}${where}${links}, ${nothing}${aside}`;
    // What was not asked is not in order.
    if (rows.some(isOffline)) return wrap(text, width);
    return wrap(`${unicode ? '✔ ' : ''}${text}`, width).map(painter.green);
  }
  // Yellow and cyan words are hard to read on white.
  const counts = [
    { count: shown('error'), word: 'error', paint: (text: string) => painter.red(painter.bold(text)) },
    { count: shown('warning'), word: 'warning', paint: painter.bold },
    { count: shown('info'), word: 'note', paint: (text: string) => text },
  ].filter(({ count }) => count > 0);
  const plain = counts.map(({ count, word }) => plural(count, word)).join(', ');
  const painted = counts.map(({ count, word, paint }) => paint(plural(count, word))).join(', ');
  // Broken before painting: the widths of colours are not to be measured.
  const [head = '', ...rest] = wrap(`${'x'.repeat(plain.length)} in ${read}${where}${aside}`, width);
  return [painted + head.slice(plain.length), ...rest];
}

/** What `--fix` would do, what `--fix=unsafe` would do more, and what is left to a person, each with the rules it is about. */
function todoOf({ findings }: Report, { width, painter }: View): readonly string[] {
  const safe = findings.filter((finding) => finding.fix?.safe === true);
  const suggested = findings.filter((finding) => finding.fix?.safe === false);
  const byHand = findings.filter((finding) => finding.fix === null && finding.severity !== 'info');
  const all = safe.length + suggested.length + byHand.length;
  // One finding says itself what to do by hand.
  if (all === 0 || (all === 1 && byHand.length === 1)) return [];
  const only = (count: number): string => (all === 1 ? ' it' : count === all ? ` all ${count}` : ` ${count}`);
  const parts: readonly (readonly [string, string, readonly Finding[]])[] = [
    ['--fix', ` mends${only(safe.length)}`, safe],
    [
      '--fix=unsafe',
      ` mends${only(suggested.length)}${safe.length > 0 ? ' more' : ''}, to be looked at (?)`,
      suggested,
    ],
    [`by${bond}hand`, ` ${byHand.length}`, byHand],
  ];
  return parts
    .filter(([, , some]) => some.length > 0)
    .flatMap(([name, does, some]) => {
      const rules = some.length === 1 && all === 1 ? '' : `: ${rulesInWords(some)}`;
      const [head = '', ...rest] = wrap(`${name}${does}${rules}`, width - 4).map((line) => line.replaceAll(bond, ' '));
      return [
        `  ${painter.bold(name.replaceAll(bond, ' '))}${head.slice(name.length)}`,
        ...rest.map((line) => `    ${line}`),
      ];
    });
}

/** `31 description-end, toc-sync`: what there is most of first, no name parted from its number. */
function rulesInWords(findings: readonly Finding[]): string {
  const counts = [...groupBy(findings, ({ rule }) => rule)].sort(([, a], [, b]) => b.length - a.length);
  // One rule too many is named all the same: "1 more" would be no shorter.
  const named = counts.length === mostRules + 1 ? counts : counts.slice(0, mostRules);
  const words = named.map(([rule, some]) => `${some.length === 1 ? '' : `${some.length}${bond}`}${clean(rule)}`);
  const more = counts.slice(named.length).reduce((sum, [, some]) => sum + some.length, 0);
  return `${words.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function linksInWords(report: Report): string {
  const { links } = report.stats;
  if (links.unique === 0) return 'no link to check';
  if (links.alive === links.unique) return `${pluralForm(links.unique, 'the link', `all ${links.unique} links`)} alive`;
  return `${plural(links.unique, 'link')} (${verdictsInWords(report)})`;
}

function linkSentence(report: Report): string {
  const { links } = report.stats;
  if (links.unique === 0) return 'No link to check.';
  const told = links.unverifiable > 0 ? '; a site that refuses programs is no fault of the list' : '';
  return `${plural(links.unique, 'link')}: ${verdictsInWords(report)}${told}`;
}

/** `6 broken, 20 alive`; what a check goes on to ask is no skipped link. */
function verdictsInWords({ links: rows, stats: { links } }: Report): string {
  const pending = rows.filter(({ reason }) => reason === 'pending').length;
  const offline = rows.filter(isOffline).length;
  const counts = { ...links, skipped: links.skipped - pending - offline };
  const words = verdictNames.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  if (pending > 0) words.push(`${pending} still to ask`);
  if (offline > 0) words.push(`${offline} not asked, without a network`);
  return words.join(', ');
}

const isOffline = ({ reason }: { readonly reason: string | null }): boolean => reason === 'offline';
