import type { Edit, Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import { markedRange } from './markers.js';

/**
 * The findings of a list that is written from data, with only those fixes that change values, or what is outside of the markers,
 * and no lines: all else comes from the format.
 */
export function withValueFixes(list: List, findings: readonly Finding[]): readonly Finding[] {
  const [first, last] = markedRange(list.text);
  const values = list.entries
    .flatMap(({ fields }) => Object.values(fields ?? {}).flat())
    .map(({ position: { start, end } }) => [start.offset, end.offset] as const)
    .filter(([from, to]) => from < to && from >= first && to <= last);
  const isOpen = ({ start, end, text }: Edit): boolean =>
    !/[\r\n]/.test(text + list.text.slice(start, end)) &&
    (end <= first || start >= last || values.some(([from, to]) => from <= start && end <= to));
  return findings.map((finding) => (finding.fix?.edits.every(isOpen) === false ? { ...finding, fix: null } : finding));
}
