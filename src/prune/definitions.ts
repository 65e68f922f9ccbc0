import type { List } from '../model/list.js';
import { type EditedLines, lineRange } from './lines.js';

/** Removes the definitions of links and footnotes that only removed lines used. */
export function removeUnused(list: List, edited: EditedLines): void {
  const { text, definitions, links, blocks } = list;
  for (const { position, uses } of definitions) {
    const { first, last } = lineRange(position, text);
    if (uses === 0 || edited.isRemoved(first)) continue;
    const users = links.filter(
      ({ urlPosition, position: at }) =>
        urlPosition.start.offset >= position.start.offset &&
        urlPosition.end.offset <= position.end.offset &&
        at.start.offset !== position.start.offset,
    );
    const isUnused = users.length >= uses && users.every(({ position: at }) => edited.isRemoved(at.start.line - 1));
    if (isUnused) edited.remove(first, last);
  }
  const footnotes = blocks.filter(({ kind, items, quoted }) => kind === 'footnote' && items === 0 && !quoted);
  for (const { position } of footnotes) {
    const label = /^\[\^[^\]\s]+\]/.exec(text.slice(position.start.offset, position.start.offset + 200))?.[0];
    const { first, last } = lineRange(position, text);
    if (label === undefined || edited.isRemoved(first)) continue;
    const used = edited.lines.flatMap((line, at) =>
      line.toLowerCase().includes(label.toLowerCase()) && (at < first || at > last) ? [at] : [],
    );
    if (used.length > 0 && used.every((at) => edited.isRemoved(at))) edited.remove(first, last);
  }
}
