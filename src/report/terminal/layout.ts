import type { Finding, Severity } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import { append } from '../../text/append.js';
import { pluralForm } from '../../text/plural.js';
import { clean } from '../escape.js';
import type { View } from './view.js';
import { widthOf } from './width.js';
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

/** Mark, place and message, wrapped; the rule's name follows where there is room. Without a rule none is named. */
export function messageLines(finding: Finding, message: string, view: View, named = true): string[] {
  const { painter } = view;
  const place = lineAndColumn(finding);
  const lines = [...paragraph(`${place}  ${clean(message)}`, view.width - indent, ellipsis(view))];
  if (named) append(lines, tailOf(lines, finding.rule, view));
  return lines.map((line, index) => {
    if (index > 0) return `     ${line}`;
    // An address too long for the first line leaves nothing there but blanks.
    const rest = line.slice(place.length).trimEnd();
    const linked = linkedTo(place, view.fileUrl?.(finding.path, finding.start.line) ?? null, view);
    return `   ${severityMark(finding.severity, view)} ${painter.dim(linked)}${withLinks(rest, view)}`;
  });
}

/** Puts the name of a rule behind the last line, or gives it as a line of its own. */
export function tailOf(lines: string[], rule: string, view: View): string[] {
  const last = lines.length - 1;
  const tail = lines[last] ?? '';
  const name = ruleName(rule, view);
  if (widthOf(tail) + 2 + rule.length > view.width - indent) return [name];
  lines[last] = `${tail}  ${name}`;
  return [];
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

/** `lines 3, 5, 8 and 12 more`: each once, as many as two rows hold unless all are wanted. */
export function linesNamed(places: readonly Position[], view: View): string {
  const lines = [...new Set(places.map((place) => place.start.line))].sort((a, b) => a - b);
  const word = pluralForm(lines.length, 'line');
  const text = (count: number): string => {
    const more = lines.length > count ? ` and ${lines.length - count} more` : '';
    return `${word} ${lines.slice(0, count).join(', ')}${more}`;
  };
  if (view.verbose) return text(lines.length);
  let count = Math.min(lines.length, 40);
  // "also at" stands before it at most.
  while (count > 1 && wrap(`also at ${text(count)}`, view.width - indent).length > 2) count--;
  return text(count);
}

/** What stands for what was cut off. */
export function ellipsis({ unicode }: View): string {
  return unicode ? '…' : '...';
}
