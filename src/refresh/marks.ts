import type { EntryGrammar } from '../grammar/grammar.js';
import { type FieldValues, renderEntry } from '../grammar/render-entry.js';
import { titlesAt } from '../lint/match-place.js';
import type { Edit } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';

/**
 * The edit that adds a mark to an entry, or removes it: the field is optional in the format, and has one value. Null where the
 * entry is not written exactly as its format has it, or nothing changes.
 */
export function markEdit(
  entry: Entry,
  list: List,
  field: string,
  isMarked: boolean,
  grammar: EntryGrammar,
): Edit | null {
  const [section] = grammar.sectionsFor([titlesAt(list, entry.position, entry)]);
  const mark = section?.specs.get(field)?.values?.[0];
  const has = entry.fields?.[field] !== undefined;
  if (section === undefined || mark === undefined || entry.form !== 'item' || has === isMarked) return null;
  const { start, end } = entry.position;
  const whole = list.text.slice(start.offset, end.offset).trimEnd();
  const lead = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(whole)?.[0] ?? '';
  const own = whole.slice(lead.length).split(/\r?\n/, 1)[0] ?? '';
  const now = valuesOf(entry, list);
  const then: Record<string, readonly string[]> = { ...now, [field]: [mark] };
  if (!isMarked) delete then[field];
  for (const format of section.formats ?? []) {
    if (renderEntry(format, now) !== own) continue;
    const text = renderEntry(format, then);
    if (text !== null && text !== own) return difference(own, text, start.offset + lead.length);
  }
  return null;
}

/** The edit from one text to another, without what both begin and end with: other fields of the line may change too. */
function difference(before: string, after: string, at: number): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start: at + start, end: at + before.length - end, text: after.slice(start, after.length - end) };
}

/** The Markdown of each field; of targets their URL. */
function valuesOf({ fields }: Entry, { text }: List): FieldValues {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, all]) => [
      name,
      all.map(({ value, position: { start, end } }) => {
        const source = text.slice(start.offset, end.offset);
        return source !== value && source.includes(`](${value}`) ? value : source;
      }),
    ]),
  );
}
