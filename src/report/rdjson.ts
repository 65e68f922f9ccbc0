import type { Finding, Severity } from '../model/finding.js';
import type { Point, Position } from '../model/position.js';
import type { Report } from '../model/report.js';
import { type Lines, linesOf } from '../text/lines.js';
import { jsonText, oneLine, stripped } from './escape.js';
import type { ReportFacts } from './report-facts.js';

/** `Severity` of the Reviewdog Diagnostic Format. */
const severities: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

/** A list's text, and the map of its lines. */
interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** One `DiagnosticResult` of the Reviewdog Diagnostic Format, with a final newline. Columns count bytes of UTF-8 from 1; an end is exclusive. */
export function rdjson(report: Report, facts: ReportFacts): string {
  const result = { source: sourceOf(report), diagnostics: diagnosticsOf(report, facts) };
  return `${jsonText(JSON.stringify(result, null, 2))}\n`;
}

/** The same as JSON Lines: one `Diagnostic` in each; empty where nothing was found. */
export function rdjsonl(report: Report, facts: ReportFacts): string {
  const source = sourceOf(report);
  return diagnosticsOf(report, facts)
    .map((diagnostic) => `${jsonText(JSON.stringify({ ...diagnostic, source }))}\n`)
    .join('');
}

function sourceOf({ tool }: Report): object {
  return { name: tool.name, url: 'https://github.com/listwright/listwright' };
}

function diagnosticsOf({ findings }: Report, { lists, rules }: ReportFacts): readonly object[] {
  const sources = new Map(lists.map(({ path, text }): [string, Source] => [path, { text, lines: linesOf(text) }]));
  const pages = new Map(rules.map(({ id, url }) => [id, url]));
  return findings.map((finding) => {
    const source = sources.get(finding.path);
    const page = pages.get(finding.rule) ?? null;
    const suggestions = source === undefined ? [] : suggestionsOf(finding, source);
    return {
      message: oneLine(finding.message),
      location: { path: stripped(finding.path).replace(/^(?:\.\/)+/, ''), range: rangeOf(finding, source) },
      severity: severities[finding.severity],
      code: { value: oneLine(finding.rule), ...(page === null ? {} : { url: page }) },
      ...(suggestions.length === 0 ? {} : { suggestions }),
    };
  });
}

/** A suggestion is offered by itself, so a fix of several edits is none; nor is one that needs review, or whose text UTF-8 cannot hold. */
function suggestionsOf({ fix }: Finding, source: Source): readonly object[] {
  const [edit, ...others] = fix?.edits ?? [];
  if (edit === undefined || others.length > 0 || fix?.safe !== true || /\p{Surrogate}/u.test(edit.text)) return [];
  return [{ range: rangeOf(source.lines.place(edit.start, edit.end), source), text: edit.text }];
}

function rangeOf({ start, end }: Position, source: Source | undefined): object {
  return { start: positionOf(start, source), end: positionOf(end, source) };
}

/** Without the text of its list, what is known is the line. */
function positionOf({ line, column, offset }: Point, source: Source | undefined): object {
  if (source === undefined) return { line };
  return { line, column: Buffer.byteLength(source.text.slice(offset - column + 1, offset)) + 1 };
}
