import { hasKind } from '../../model/evidence.js';
import type { Finding } from '../../model/finding.js';
import { reasonWithStatus } from '../../model/reasons.js';
import type { ReportLink } from '../../model/report.js';
import { groupBy } from '../../text/group-by.js';
import { countText, plural } from '../../text/plural.js';
import { clean } from '../escape.js';
import { evidenceText, wholeSeconds } from '../evidence.js';
import { dimLines, ellipsis, fixMark, indent, linesNamed, linkedTo, messageLines, severityMark } from './layout.js';
import { widthOf } from './text-width.js';
import type { View } from './view.js';
import { cut, paragraph } from './wrap.js';

/** Links to one host that fail for one reason of the host's are folded into one from this many on. */
const manyOfAHost = 4;
/** Reasons that speak of a host, not of a page. */
const ofHosts = new Set(['dns', 'refused', 'reset', 'timeout', 'parked', 'tls-expired', 'tls-invalid', 'no-such-site']);
/** More moved links than this are named by their lines. */
const mostMoved = 20;
/** An address is never cut below this many columns: a person copies it. */
const longestAddress = 400;

type Rows = ReadonlyMap<string, ReportLink>;

/** Broken links of one file: whose entry, why in words, and the address; each address once, hosts that are gone as one. */
export function brokenLines(
  findings: readonly Finding[],
  rows: Rows,
  view: View,
  excerpt: (finding: Finding) => readonly string[],
): string[] {
  const byUrl = [...groupBy(findings, ({ url }) => url ?? '').values()];
  const hosts = groupBy(byUrl, ([first]) => hostKey(first && rowOf(first, rows)) ?? first?.url ?? '');
  return [...hosts.values()].flatMap((group) => {
    const [[first] = []] = group;
    const row = first && rowOf(first, rows);
    if (first === undefined || row === undefined) return [];
    if (group.length >= manyOfAHost && !view.verbose) return hostLines(group.flat(), row, group.length, view);
    return group.flatMap((same) => linkLines(same, rows, view, excerpt));
  });
}

function rowOf({ url }: Finding, rows: Rows): ReportLink | undefined {
  return rows.get(url ?? '');
}

/** What links to one host have in common when the host itself is at fault; null where the page is. */
function hostKey(row: ReportLink | undefined): string | null {
  if (row === undefined || !ofHosts.has(row.reason ?? '') || !URL.canParse(row.url)) return null;
  return `${row.reason} ${new URL(row.url).host}`;
}

function hostLines(findings: readonly Finding[], row: ReportLink, count: number, view: View): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const text = `${plural(count, 'link')} to ${clean(new URL(row.url).host)}: ${reasonText(row)}`;
  const lines = paragraph(text, view.width - indent, ellipsis(view));
  const lead = (index: number): string =>
    index === 0 ? `   ${severityMark(first.severity, view)} ` : ' '.repeat(indent);
  return [...lines.map((line, index) => lead(index) + line), ...dimLines(linesNamed(findings, view), view)];
}

function linkLines(
  same: readonly Finding[],
  rows: Rows,
  view: View,
  excerpt: (finding: Finding) => readonly string[],
): string[] {
  const [first, ...others] = same;
  const row = first && rowOf(first, rows);
  if (first === undefined || row === undefined) return [];
  const entry = entryOf(first, row);
  const lines = messageLines(first, `${entry === null ? '' : `${entry}: `}${reasonText(row)}`, view, false);
  lines.push(...addressLines(row.url, '', view));
  if (row.suggestion !== null) lines.push(...addressLines(row.suggestion, 'try ', view));
  if (others.length > 0) lines.push(...dimLines(`also on ${linesNamed(others, view)}`, view));
  if (!view.verbose) return lines;
  return [...lines, ...excerpt(first), ...row.evidence.flatMap((seen) => dimLines(clean(evidenceText(seen)), view))];
}

function entryOf({ path, start }: Finding, { occurrences }: ReportLink): string | null {
  const here = occurrences.filter((one) => one.path === path && one.line === start.line);
  return (here.find(({ column }) => column === start.column) ?? here[0])?.entry ?? null;
}

/** `the page is not there (404 twice, 12 s apart)`: the reason, and how often that was seen. */
export function reasonText(row: ReportLink): string {
  const words = clean(reasonWithStatus(row));
  const seen = repetition(row);
  if (seen === null) return words;
  const status = row.status === null ? '' : `(${row.status})`;
  return status !== '' && words.endsWith(status) ? `${words.slice(0, -1)} ${seen})` : `${words} (${seen})`;
}

/** How often a failure was seen; null where once, or where the report has only sentences. */
function repetition({ evidence }: ReportLink): string | null {
  const failures = evidence.findLast((seen) => hasKind(seen, 'failures'));
  if (failures !== undefined) return `${plural(failures.count, 'time')} since ${failures.since.slice(0, 10)}`;
  const confirmed = evidence.findLast((seen) => hasKind(seen, 'confirmed'));
  return confirmed?.same === true ? `twice, ${wholeSeconds(confirmed.afterMs)} s apart` : null;
}

/** An address on a line of its own, whole, so that it can be copied. */
function addressLines(url: string, lead: string, view: View): string[] {
  const shown = cut(clean(url), longestAddress, ellipsis(view));
  return [`     ${lead}${linkedTo(shown, url, view)}`];
}

/** Moved links of one file as `old → new`; those that only became https, and those beyond the first twenty, by their lines. */
export function movedLines(findings: readonly Finding[], rows: Rows, view: View): string[] {
  const targets = [...groupBy(findings, ({ url }) => url ?? '').values()];
  const isSecured = ([first]: readonly Finding[]): boolean => {
    const row = first && rowOf(first, rows);
    return first?.fix?.safe === true && row?.url.replace(/^http:/, 'https:') === row?.finalUrl;
  };
  const secured = view.verbose ? [] : targets.filter(isSecured);
  const folds = secured.length >= manyOfAHost;
  const apart = new Set(secured);
  const single = folds ? targets.filter((same) => !apart.has(same)) : targets;
  const shown = view.verbose ? single : single.slice(0, mostMoved);
  const lines = shown.flatMap((same) => moveLines(same, rows, view));
  const more = single.slice(shown.length);
  const named = (group: readonly (readonly Finding[])[], what: string): void => {
    const first = group[0]?.[0];
    if (first === undefined) return;
    lines.push(`   ${severityMark(first.severity, view)} ${countText(group.length)} ${what}`);
    lines.push(...dimLines(linesNamed(group.flat(), view), view));
  };
  named(more, 'more');
  if (folds) named(secured, 'differ only in https://');
  return lines;
}

function moveLines(same: readonly Finding[], rows: Rows, view: View): string[] {
  const [first, ...others] = same;
  const row = first && rowOf(first, rows);
  if (first === undefined || row === undefined) return [];
  const to = row.finalUrl ?? row.suggestion ?? '';
  const arrow = view.unicode ? '→' : '->';
  const aside = fixMark(first);
  const [old, next] = [row.url, to].map((url) => cut(clean(url), longestAddress, ellipsis(view)));
  const [head = ''] = messageLines(first, '', view, false);
  const place = `${first.start.line}:${first.start.column}`;
  const [oldLinked, newLinked] = [linkedTo(old ?? '', row.url, view), linkedTo(next ?? '', to, view)];
  const whole = `${place}  ${old} ${arrow} ${next}${aside}`;
  const lines =
    widthOf(whole) <= view.width - indent
      ? [`${head}  ${oldLinked} ${arrow} ${newLinked}${view.painter.dim(aside)}`]
      : [`${head}  ${oldLinked}`, `     ${arrow} ${newLinked}${view.painter.dim(aside)}`];
  if (others.length > 0) lines.push(...dimLines(`also on ${linesNamed(others, view)}`, view));
  if (view.verbose) for (const seen of row.evidence) lines.push(...dimLines(clean(evidenceText(seen)), view));
  return lines;
}
