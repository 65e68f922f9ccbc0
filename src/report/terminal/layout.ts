import type { Finding, Severity } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import { pluralForm } from '../../text/plural.js';
import { clean } from '../escape.js';
import { lineNames } from '../places.js';
import type { View } from './view.js';
import { paragraph, wrap } from './wrap.js';

const marks: Readonly<Record<Severity, { readonly sign: string; readonly ascii: string }>> = {
  error: { sign: '✖', ascii: 'x' },
  warning: { sign: '▲', ascii: '!' },
  info: { sign: '•', ascii: '-' },
};

/** Columns before the text of a finding. */
export const indent = 5;

/** The sign of a severity, in its colour. */
export function severityMark(severity: Severity, view: View): string {
  return inColor(severity, view.unicode ? marks[severity].sign : marks[severity].ascii, view);
}

/** Text in the colour of a severity: signs and carets, no words, since yellow on white is hard to read. */
export function inColor(severity: Severity, text: string, { painter }: View): string {
  const colour = severity === 'error' ? painter.red : severity === 'warning' ? painter.yellow : painter.cyan;
  return colour(text);
}

/** What follows the name of a rule: `[*]` for a safe fix, `[?]` for one that needs review. */
export function fixMark({ fix }: Pick<Finding, 'fix'>): string {
  return fix === null ? '' : fix.safe ? ' [*]' : ' [?]';
}

/** Severity, place, rule and message, wrapped. `named` is false where a heading names the rule. */
export function messageLines(finding: Finding, message: string, view: View, named = true): string[] {
  const place = lineAndColumn(finding);
  const url = view.fileUrl?.(finding.path, finding.start.line) ?? null;
  const lead = { text: place, painted: view.painter.dim(linkedTo(place, url, view)) };
  return leadLines(lead, named ? finding : null, finding.severity, message, view);
}

/** The lines of one finding or of many alike: a lead such as its place, then the rule, always at the same position, and the message. */
export function leadLines(
  lead: { readonly text: string; readonly painted: string },
  named: Pick<Finding, 'rule' | 'fix'> | null,
  severity: Severity,
  message: string,
  view: View,
): string[] {
  const mark = named === null ? '' : fixMark(named);
  const rule = named === null ? '' : `  ${clean(named.rule)}${mark}`;
  const lines = paragraph(`${lead.text}${rule}  ${clean(message)}`, view.width - indent, ellipsis(view));
  return lines.map((line, index) => {
    if (index > 0) return ' '.repeat(indent) + line;
    // A URL too long for the first line leaves nothing there but spaces.
    const rest = line.slice(lead.text.length).trimEnd();
    const isWhole = named !== null && rest.startsWith(rule);
    const painted = isWhole ? `  ${ruleName(named.rule, view)}${mark}` : '';
    return `   ${severityMark(severity, view)} ${lead.painted}${painted}${withLinks(isWhole ? rest.slice(rule.length) : rest, view)}`;
  });
}

/** A rule's name, which leads to its page. */
export function ruleName(rule: string, view: View): string {
  const url = view.rules?.find(({ id }) => id === rule)?.url ?? null;
  return view.painter.dim(linkedTo(clean(rule), url, view));
}

/** Makes a text lead to an address, where the terminal can; what is seen stays the same. */
export function linkedTo(text: string, url: string | null, { linked }: View): string {
  return linked === undefined || url === null ? text : linked(text, url);
}

/** Makes each whole address in a line lead where it says. */
function withLinks(line: string, view: View): string {
  if (view.linked === undefined || !line.includes('://')) return line;
  return line.replace(/(?<=^|\s)https?:\/\/[^\s…]*[^\s….,:;!?'"`)\]}](?=[.,:;!?]?(?:\s|$))/g, (url) =>
    linkedTo(url, url, view),
  );
}

/** `8:38`, both 1-based. */
function lineAndColumn({ start }: Finding): string {
  return `${start.line}:${start.column}`;
}

/** A dim text below a finding, wrapped. */
export function dimLines(text: string, view: View): string[] {
  return paragraph(text, view.width - indent, ellipsis(view)).map((line) => `     ${view.painter.dim(line)}`);
}

/** `lines 3, 5 (2×), 8 and 12 more`: each once, with how many places it has, as many as two rows hold unless all are requested. */
export function linesNamed(places: readonly Position[], view: View): string {
  const names = lineNames(places, view.unicode ? '×' : 'x');
  const word = pluralForm(names.length, 'line');
  const text = (count: number): string => {
    const left = names.length - count;
    const more = left > 0 ? ` and ${left} more ${pluralForm(left, 'line')}` : '';
    return `${word} ${names.slice(0, count).join(', ')}${more}`;
  };
  if (view.verbose) return text(names.length);
  let count = Math.min(names.length, 40);
  // "also at" is before it at most.
  while (count > 1 && wrap(`also on ${text(count)}`, view.width - indent).length > 2) count--;
  return text(count);
}

/** What represents what was cut off. */
export function ellipsis({ unicode }: View): string {
  return unicode ? '…' : '...';
}
