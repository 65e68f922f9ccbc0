import type { Finding, Fix, Severity } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import type { Report, ReportedList } from '../../model/report.js';
import { append } from '../../text/append.js';
import { groupBy } from '../../text/group-by.js';
import { type Lines, linesOf } from '../../text/lines.js';
import { plural } from '../../text/plural.js';
import { clean, logLine } from '../escape.js';
import { type FixedLines, fixedLinesOf } from '../fixed-line.js';
import { evidenceOf, linksOfFindings } from '../report-facts.js';
import { correctionOf, type Excerpt, excerptOf } from './excerpt.js';
import { headingsOf, isAboutFile } from './headings.js';
import { dimLines, ellipsis, inColor, leadLines, linesNamed, linkedTo, messageLines, ruleName } from './layout.js';
import { brokenLines, movedLines } from './link-findings.js';
import { summaryOf } from './summary.js';
import { widthOf } from './text-width.js';
import type { View } from './view.js';
import { cut, paragraph } from './wrap.js';

/** More findings of one rule than this fold into one. */
const mostOfOneRule = 8;
/** Findings that say the very same fold from this many on. */
const manyAlike = 4;

/** One file, with what its findings are shown with. */
interface Page {
  readonly view: View;
  readonly list: ReportedList | null;
  readonly lines: Lines | null;
  /** Lines as `--fix` writes them. */
  readonly fixed: FixedLines;
  readonly evidence: (finding: Finding) => readonly string[];
}

/** The report for a terminal, by file, then section; broken links come first, equal causes fold, and a summary says what to do. */
export function pretty(report: Report, view: View): string {
  const lines: string[] = [];
  const rows = linksOfFindings(report);
  const evidence = evidenceOf(report);
  for (const [path, findings] of groupBy(report.findings, (finding) => finding.path)) {
    const list = view.lists.find((each) => each.path === path) ?? null;
    const own = list === null ? null : linesOf(list.text);
    const fixed = list === null || own === null ? () => null : fixedLinesOf(list.text, own, findings);
    const page: Page = { view, list, evidence, lines: own, fixed };
    const url = view.fileUrl?.(path, findings[0]?.start.line ?? 1) ?? null;
    lines.push(
      '',
      ...paragraph(clean(path), view.width).map((line) => view.painter.underline(linkedTo(line, url, view))),
    );
    const { broken, moved, others } = partsOf(findings, rows);
    if (broken.length > 0)
      append(lines, ['', ...titled('Broken links', 'replace or remove them', view, broken[0]?.rule)]);
    append(
      lines,
      brokenLines(broken, rows, view, (finding) => excerptLines(finding, page).lines),
    );
    if (moved.length > 0) append(lines, ['', ...titled('Moved links', 'use the new URL', view, moved[0]?.rule)]);
    append(lines, movedLines(moved, rows, view));
    const { folded, single } = view.verbose ? { folded: [], single: others } : fold(others);
    const headingAt = headingsOf(list, view);
    const isSpread = ({ places }: Finding): boolean => (places?.length ?? 0) > 0;
    const inOrder = [...single.filter((finding) => !isSpread(finding)), ...single.filter(isSpread)];
    for (const [heading, group] of groupBy(inOrder, (finding) =>
      isSpread(finding) ? 'Throughout the list' : headingAt(finding),
    )) {
      const shown = group.map((finding) => findingLines(finding, page)).sort((a, b) => a.offset - b.offset);
      append(
        append(lines, ['', ...(heading === null ? [] : titled(heading, '', view))]),
        spaced(shown.map((one) => one.lines)),
      );
    }
    if (folded.length > 0) append(lines, ['', ...titled('Grouped by rule', '--verbose shows every place', view)]);
    for (const group of folded) append(lines, foldedLines(group, view));
  }
  const summary = summaryOf(report, view);
  if (lines.length > 0) lines.push('');
  return `${[...lines, ...summary].map(logLine).join('\n')}\n`;
}

/** A blank line around each finding that shows its source. */
function spaced(findings: readonly (readonly string[])[]): readonly string[] {
  const needsSpace = (index: number): boolean => (findings[index]?.length ?? 0) > 2;
  return findings.flatMap((lines, index) =>
    index > 0 && (needsSpace(index) || needsSpace(index - 1)) ? ['', ...lines] : lines,
  );
}

/** Links that are gone and links that moved are shown as such where the report knows their rows. */
function partsOf(findings: readonly Finding[], rows: ReadonlyMap<string, unknown>) {
  const isRow = ({ url }: Finding): boolean => url !== null && rows.has(url);
  const parts = groupBy(findings, (finding) => (isRow(finding) ? finding.verdict : null));
  const broken = parts.get('broken') ?? [];
  const moved = parts.get('moved') ?? [];
  const shown = new Set([...broken, ...moved]);
  return { broken, moved, others: findings.filter((finding) => !shown.has(finding)) };
}

/** A heading; the aside and the rule behind it are left out where there is no space. */
function titled(title: string, aside: string, view: View, rule = ''): string[] {
  const text = cut(title, view.width - 2, ellipsis(view));
  const behind = aside === '' ? '' : `: ${aside}`;
  const space = view.width - 2 - widthOf(text) - behind.length;
  const named = rule === '' || space < rule.length + 2 ? '' : `  ${ruleName(rule, view)}`;
  return [`  ${view.painter.bold(text)}${space < 0 || behind === '' ? '' : view.painter.dim(behind)}${named}`];
}

/** A finding with its excerpt, and the offset of what the carets point at. */
function findingLines(finding: Finding, page: Page): { readonly offset: number; readonly lines: readonly string[] } {
  const { view } = page;
  const { place, lines: excerpt } = excerptLines(finding, page);
  const lines = [...messageLines({ ...finding, ...place }, finding.message, view), ...excerpt];
  if (finding.places !== null && finding.places.length > 0 && !view.verbose)
    append(lines, dimLines(`also on ${linesNamed(finding.places, view)}`, view));
  if (view.verbose) for (const place of finding.places ?? []) append(lines, sourceLines(place, finding.severity, page));
  const seen = finding.severity === 'info' && !view.verbose ? [] : page.evidence(finding).slice(view.verbose ? 0 : -1);
  for (const sentence of seen) append(lines, dimLines(clean(sentence), view));
  return { offset: place.start.offset, lines };
}

/** The line, a caret, and the line as a fix would leave it: `+` where the fix is safe, `?` where it needs review; and the place of the caret. */
function excerptLines(
  finding: Finding,
  { list, lines, fixed, view }: Page,
): { readonly place: Position; readonly lines: readonly string[] } {
  const { start, end, fix } = finding;
  if (list === null || (fix === null && isAboutFile(finding))) return { place: { start, end }, lines: [] };
  const { dim, green, yellow } = view.painter;
  const { line: at } = start;
  const touches = fix?.edits.some(({ start, end }) => lines?.point(start).line === at || lines?.point(end).line === at);
  const corrected =
    fix === null || lines === null || touches !== true
      ? null
      : fix.safe
        ? fixed(at)
        : fixedLinesOf(list.text, lines, [{ fix: { ...fix, safe: true }, places: finding.places }])(at);
  const sign = fix?.safe === true ? green('+') : yellow('?');
  const bar = view.unicode ? '│' : '|';
  const signed = (text: string): string => `     ${' '.repeat(String(at).length - 1)}${sign} ${dim(bar)} ${text}`;
  if (fix === null || corrected === null || corrected.trim() === '') {
    const elsewhere = fix === null || lines === null ? '' : changeInWords(fix, at, list.text, lines);
    return {
      place: { start, end },
      lines: [
        ...sourceLines(finding, finding.severity, { list, view }),
        ...(elsewhere === '' ? [] : [signed(dim(elsewhere))]),
      ],
    };
  }
  const lineStart = finding.start.offset - (finding.start.column - 1);
  const [written = ''] = list.text.slice(lineStart, lineStart + corrected.length + longestEdit).split(/[\r\n]/, 1);
  const gutter = String(at);
  const rows = correctionOf(
    { text: list.text, place: finding, written, corrected },
    view.width - gutter.length - 8,
    ellipsis(view),
  );
  const [before, changed, after] = rows.corrected;
  return {
    place: rows.place,
    lines: [...excerptRows(rows.source, gutter, finding.severity, view), signed(`${before}${green(changed)}${after}`)],
  };
}

/** What a fix does that cannot be shown as one corrected line. */
function changeInWords({ edits }: Fix, at: number, text: string, lines: Lines): string {
  const first = edits[0];
  if (first === undefined) return '';
  const point = lines.point(first.start);
  const where = point.line === at ? 'this line' : `line ${point.line}`;
  if (edits.length > 1) return `changes ${plural(edits.length, 'place')}, first ${where}`;
  const removed = text.slice(first.start, first.end);
  const isWhole = first.text === '' && /^[\r\n]|[\r\n]$/.test(removed);
  if (isWhole) return `removes ${where}`;
  return removed === '' && /[\r\n]/.test(first.text) ? `adds a line at line ${point.line}` : `changes ${where}`;
}

/** The line of a place, and carets below the place. */
function sourceLines(place: Position, severity: Severity, { list, view }: Pick<Page, 'list' | 'view'>): string[] {
  if (list === null) return [];
  const gutter = String(place.start.line);
  const excerpt = excerptOf(list.text, place, view.width - gutter.length - 8, ellipsis(view));
  return excerptRows(excerpt, gutter, severity, view);
}

function excerptRows({ line, parts, carets }: Excerpt, gutter: string, severity: Severity, view: View): string[] {
  const { dim } = view.painter;
  const bar = view.unicode ? '│' : '|';
  // At the end of a line no space would be seen, and elsewhere one of another kind would look ordinary.
  const marked = parts[1].replace(/^\p{Zs}+|\p{Zs}+$/gu, (spaces) =>
    spaces.replace(/[^ \u3000]/g, '␣').replace(/ /g, parts[2] === '' ? '·' : ' '),
  );
  const shown = view.unicode && /^\p{Zs}+$|[\p{L}\p{N}]/u.test(parts[1]) ? `${parts[0]}${marked}${parts[2]}` : line;
  return [
    `     ${dim(`${gutter} ${bar}`)} ${shown}`,
    `     ${dim(`${' '.repeat(gutter.length)} ${bar}`)} ${inColor(severity, carets, view)}`,
  ];
}

/** Longer edits than this are not shown whole. */
const longestEdit = 2000;

/** So many messages of a rule are shown where its findings fold; the other places are named. */
const shownMessages = 3;

/** Findings of one rule as one: how many, what the rule asks, their first messages, and where the others are. */
function foldedLines(findings: readonly Finding[], view: View): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const places = placesOf(findings);
  const summary = view.rules?.find(({ id }) => id === first.rule)?.summary;
  const messages = [...groupBy(findings, ({ message }) => message)];
  const what = messages.length === 1 || summary === undefined ? first.message : summary;
  const count = `${places.length} ${view.unicode ? '×' : 'x'}`;
  const head = leadLines({ text: count, painted: count }, first, first.severity, what, view);
  if (what === first.message) return [...head, ...dimLines(linesNamed(places, view), view)];
  const shown = messages.slice(0, shownMessages);
  const rest = messages.slice(shownMessages).flatMap(([, same]) => same);
  return [
    ...head,
    ...shown.flatMap(([message, same]) => {
      const lead = same.every(isAboutFile) ? '' : `${linesNamed(placesOf(same), view)}: `;
      return dimLines(clean(`${lead}${message}`), view);
    }),
    ...(rest.length === 0 ? [] : dimLines(`also on ${linesNamed(placesOf(rest), view)}`, view)),
  ];
}

function placesOf(findings: readonly Finding[]): readonly Position[] {
  return findings.flatMap((finding) => [finding, ...(finding.places ?? [])]);
}

/** Findings of severity `info` fold always, others when a rule says much of a file, or the same again and again. */
function fold(findings: readonly Finding[]): {
  readonly folded: readonly (readonly Finding[])[];
  readonly single: readonly Finding[];
} {
  const byRule = [...groupBy(findings, (finding) => `${finding.severity} ${finding.rule}`).values()];
  const isMany = (group: readonly Finding[]): boolean =>
    group.length > mostOfOneRule || (group[0]?.severity === 'info' && group.length > 1);
  const many = byRule.flatMap((group) =>
    isMany(group)
      ? [group]
      : [...groupBy(group, ({ message }) => message).values()].filter((alike) => alike.length >= manyAlike),
  );
  const hidden = new Set(many.flat());
  return { folded: many, single: findings.filter((finding) => !hidden.has(finding)) };
}
