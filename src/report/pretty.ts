import type { Finding, Severity } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import type { Position } from '../model/place.js';
import type { Report, ReportedList, ReportLink } from '../model/report.js';
import { clean } from './clean.js';
import { logLine } from './escape.js';
import { excerptOf } from './excerpt.js';
import { summaryOf } from './summary.js';
import type { View } from './view.js';
import { widthOf } from './width.js';
import { cut, paragraph } from './wrap.js';

/** More findings of one rule than this fold into one line. */
const mostOfOneRule = 8;

const marks: Readonly<Record<Severity, { readonly sign: string; readonly ascii: string }>> = {
  error: { sign: '✖', ascii: 'x' },
  warning: { sign: '▲', ascii: '!' },
  info: { sign: '•', ascii: '-' },
};

/** The report for a terminal, by file, then section; broken links come first, equal causes fold, and a summary says what to do. */
export function pretty(report: Report, view: View): string {
  const lines: string[] = [];
  const links = new Map(report.links.map((link) => [link.url, link]));
  for (const [path, findings] of groupBy(report.findings, (finding) => finding.path)) {
    const list = view.lists.find((each) => each.path === path) ?? null;
    lines.push('', view.painter.underline(clean(path)));
    const broken = findings.filter((finding) => finding.rule === 'link-broken');
    if (broken.length > 0)
      lines.push('', `  ${view.painter.bold('Broken links')}`, ...findingLines(broken, list, links, view));
    const others = findings.filter((finding) => finding.rule !== 'link-broken');
    const { folded, single } = view.verbose ? { folded: [], single: others } : fold(others);
    for (const [heading, group] of groupBy(single, (finding) => headingAt(list, finding, view))) {
      lines.push(
        '',
        `  ${view.painter.bold(cut(heading, view.width - 2, ellipsis(view)))}`,
        ...findingLines(group, list, links, view),
      );
    }
    if (folded.length > 0) lines.push('', `  ${view.painter.bold('Many of a kind')}`);
    for (const group of folded) lines.push(...foldedLines(group, view));
  }
  lines.push('', ...summaryOf(report, view), '');
  return lines.map(logLine).join('\n');
}

function findingLines(
  findings: readonly Finding[],
  list: ReportedList | null,
  links: ReadonlyMap<string, ReportLink>,
  view: View,
): string[] {
  return findings.flatMap((finding) => {
    const lines = messageLines(finding, `${finding.start.line}:${finding.start.column}`, view);
    const { dim, cyan } = view.painter;
    if (list !== null) {
      const gutter = String(finding.start.line);
      const bar = view.unicode ? '│' : '|';
      const { line, carets } = excerptOf(list.text, finding, view.width - gutter.length - 8, ellipsis(view));
      lines.push(
        `     ${dim(`${gutter} ${bar}`)} ${line}`,
        `     ${dim(`${' '.repeat(gutter.length)} ${bar}`)} ${cyan(carets)}`,
      );
    }
    if (finding.places !== null && finding.places.length > 0)
      lines.push(...dimLines(`and at ${linesNamed(finding.places, view)}`, view));
    const evidence =
      finding.rule.startsWith('link-') && finding.url !== null ? (links.get(finding.url)?.evidence ?? []) : [];
    for (const sentence of evidence.slice(view.verbose ? 0 : -2)) lines.push(...dimLines(clean(sentence), view));
    return lines;
  });
}

/** Mark, place and message, wrapped; the rule's name follows where there is room. */
function messageLines(finding: Finding, place: string, view: View): string[] {
  const { painter } = view;
  const indent = 5;
  const lines = [...paragraph(`${place}  ${clean(finding.message)}`, view.width - indent, ellipsis(view))];
  const last = lines.length - 1;
  const tail = lines[last] ?? '';
  if (widthOf(tail) + 2 + finding.rule.length <= view.width - indent)
    lines[last] = `${tail}  ${painter.dim(finding.rule)}`;
  else lines.push(painter.dim(finding.rule));
  return lines.map((line, index) => {
    if (index > 0) return `     ${line}`;
    // An address too long for the first line leaves nothing there but blanks.
    const rest = line.slice(place.length).trimEnd();
    return `   ${mark(finding.severity, view)} ${painter.dim(place)}${rest}`;
  });
}

function foldedLines(findings: readonly Finding[], view: View): string[] {
  const [first, ...others] = findings;
  if (first === undefined) return [];
  return [
    ...messageLines(first, `${first.start.line}:${first.start.column}`, view),
    ...dimLines(`and ${others.length} more like it: ${linesNamed(others, view)} (--verbose shows all)`, view),
  ];
}

/** `lines 3, 5, 8, …`: each once, the first six unless all are wanted. */
function linesNamed(places: readonly Position[], view: View): string {
  const lines = [...new Set(places.map((place) => place.start.line))];
  const most = view.verbose ? lines.length : 6;
  const more = lines.length > most ? `, ${ellipsis(view)}` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, most).join(', ')}${more}`;
}

function dimLines(text: string, view: View): string[] {
  return paragraph(text, view.width - 5, ellipsis(view)).map((line) => `     ${view.painter.dim(line)}`);
}

/** Notes fold always, others when a rule says much of a file. */
function fold(findings: readonly Finding[]): {
  readonly folded: readonly (readonly Finding[])[];
  readonly single: readonly Finding[];
} {
  const byRule = [...groupBy(findings, (finding) => `${finding.severity} ${finding.rule}`).values()];
  const many = byRule.filter(
    (group) => group.length > mostOfOneRule || (group[0]?.severity === 'info' && group.length > 1),
  );
  const hidden = new Set(many.flat());
  return { folded: many, single: findings.filter((finding) => !hidden.has(finding)) };
}

/** `Languages › Python › Tier 1: Basics` around a place. */
function headingAt(list: ReportedList | null, finding: Finding, view: View): string {
  const { offset } = finding.start;
  const names = (list?.outline ?? []).filter(({ start, end }) => start <= offset && offset < end);
  if (names.length === 0) return 'Before the first section';
  return names.map(({ name }) => clean(name)).join(view.unicode ? ' › ' : ' > ');
}

function mark(severity: Severity, { painter, unicode }: View): string {
  const colour = severity === 'error' ? painter.red : severity === 'warning' ? painter.yellow : painter.cyan;
  return colour(unicode ? marks[severity].sign : marks[severity].ascii);
}

function ellipsis(view: View): string {
  return view.unicode ? '…' : '...';
}
