import type { Edit } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Item } from '../../src/model/markdown.js';
import { partitionPoint } from '../../src/text/partition-point.js';

/** The source between the start of the line and the bullet. */
export function marginOf({ position: { start } }: Item, { text }: List): string {
  return text.slice(start.offset - (start.column - 1), start.offset);
}

/** Whether all that is below an item stays in it, or outside of it, when what it holds moves to the left, up to one space behind the bullet; `nested` are the items right below it. */
export function keepsNesting(
  { position: { start, end }, marker }: Item,
  text: string,
  nested: readonly Item[],
): boolean {
  const after = start.column - 1 + marker.length + 1;
  const lines = text.slice(end.offset, end.offset + 2000).split(/\r\n|\n|\r/);
  const next = lines.slice(1).find((line) => /\S/.test(line));
  const indent = /^[ \t]*/.exec(next ?? '')?.[0] ?? '';
  if (indent.includes('\t') || (indent.length > start.column && indent.length >= after)) return false;
  // Further in by four, a line is code, or goes on with the paragraph above. What nested items hold moves with them.
  return [...text.slice(start.offset, end.offset).matchAll(/(?<=[\r\n])([ \t]*)\S/g)].every(
    ({ 1: lead = '', index }) => {
      const at = start.offset + index + lead.length;
      const before = partitionPoint(nested.length, (one) => (nested[one]?.position.start.offset ?? 0) < at);
      const isInNested = at < (nested[before - 1]?.position.end.offset ?? 0);
      return isInNested || (!lead.includes('\t') && lead.length - after < 4);
    },
  );
}

/** For indented items of the first level, the edits that move all that are one below the other to the margin: one by one, the next would become a child. */
export function dedents(items: readonly Item[], list: List): ReadonlyMap<Item, readonly Edit[]> {
  const { text } = list;
  const found = new Map<Item, readonly Edit[]>();
  let run: Item[] = [];
  const close = (): void => {
    const each = run.map((item) => dedent(item, marginOf(item, list), text));
    const edits = each.some((own) => own.length === 0) ? [] : each.flat();
    for (const item of run) found.set(item, edits);
    run = [];
  };
  for (const item of items) {
    if (item.depth > 1) continue;
    const before = run.at(-1);
    const lead = marginOf(item, list);
    const isIndented = /^[ \t]+$/.test(lead);
    // With less indentation it stays outside of the item before, wherever that is.
    const isApart =
      before !== undefined &&
      ((lead.length <= before.marker.length && !lead.includes('\t')) ||
        /\S/.test(text.slice(before.position.end.offset, item.position.start.offset)));
    if (isApart || !isIndented) close();
    if (isIndented) run.push(item);
  }
  close();
  return found;
}

/** Removes the spaces before an item from all of its lines, where all have them, and the line below stays outside. */
function dedent({ position, marker }: Item, lead: string, text: string): readonly Edit[] {
  const [, indent = '', sign = ''] =
    /^[^\n]*(?:\n[ \t\r]*)*\n([ \t]*)(\S{0,2})/.exec(text.slice(position.end.offset)) ?? [];
  if (indent.length > marker.length && !/^(?:[-*+]$|\d)/.test(sign)) return [];
  const from = position.start.offset - lead.length;
  const lines = [...text.slice(from, position.end.offset).matchAll(/^.*$/gm)].filter(({ 0: line }) => /\S/.test(line));
  // With tabs the lines below would move by another width.
  if (!lines.every(({ 0: line }) => line.startsWith(lead) && !/^[ \t]*\t/.test(line))) return [];
  return lines.map(({ index }) => ({ start: from + index, end: from + index + lead.length, text: '' }));
}
