import type { Edit } from './finding.js';
import type { List, Section, Tier } from './list.js';
import { removeLine } from './rewrite.js';

/**
 * The edits that take a section out together with the lines of the table of contents that lead to it; null where
 * something outside needs what stands in it: a definition, a footnote, an anchor, or the end of an HTML element.
 */
export function removeSection(list: List, node: Section | Tier): readonly Edit[] | null {
  const { text, contents, definitions, blocks, links } = list;
  const { start, end } = node.position;
  const isInside = (offset: number): boolean => offset >= start.offset && offset < end.offset;
  if (definitions.some(({ position, uses }) => uses > 0 && isInside(position.start.offset))) return null;
  if (blocks.some(({ kind, position }) => kind === 'footnote' && isInside(position.start.offset))) return null;
  if (/<\/?(?:details|div|section|table|center|td|tr)\b/i.test(text.slice(start.offset, end.offset))) return null;
  const edits: Edit[] = [];
  const leading = new Set<unknown>();
  for (const { items, plain } of contents) {
    for (const [index, item] of items.entries()) {
      if (item.fragment === null || item.fragment !== node.slug) continue;
      const isParent = (items[index + 1]?.depth ?? 0) > item.depth;
      const edit = plain && !isParent ? removeLine(item.position, text) : null;
      if (edit === null) return null;
      edits.push(edit);
      leading.add(item.link);
    }
  }
  const fragment = `#${node.slug ?? ''}`;
  if (links.some((link) => link.url === fragment && !leading.has(link) && !isInside(link.position.start.offset)))
    return null;
  const after = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(end.offset))?.[0].length ?? 0;
  const before = /(?:(?:\r\n|\n|\r)[ \t]*)+$/.exec(text.slice(Math.max(0, start.offset - 99), start.offset))?.[0] ?? '';
  const last = end.offset + after;
  // At the end of the file the blank lines above go as well.
  const surplus = last === text.length ? before.length - (/^(?:\r\n|\n|\r)/.exec(before)?.[0].length ?? 0) : 0;
  return [...edits, { start: start.offset - surplus, end: last, text: '' }].sort((a, b) => a.start - b.start);
}
