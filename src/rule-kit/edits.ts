import type { Edit, Fix } from '../model/finding.js';
import type { Link, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';
import { writtenUrl } from '../text/written-url.js';
import { oncePerUrl } from './written-links.js';

/**
 * The edits that take a section out together with the lines of the table of contents that lead to it; null where
 * something outside needs what is in it: a definition, a footnote, an anchor, or the end of an HTML element.
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

/** The edit that writes another URL in the place of a link's own, so that the link leads there; `text` is that of the file. */
export function rewriteUrl({ form, urlPosition: { start, end } }: Link, url: string, text: string): Edit {
  const place = { form, before: text.charAt(start.offset - 1), after: text.charAt(end.offset) };
  return { start: start.offset, end: end.offset, text: writtenUrl(url, place) };
}

/** The edits that write one URL for several links; those of one reference definition share its place. */
export function rewriteUrls(links: readonly Link[], url: string, text: string): readonly Edit[] {
  return oncePerUrl(links).map((link) => rewriteUrl(link, url, text));
}

/** The edit that removes the one line that a list item is on; null where more is on it. */
export function removeLine(item: Position, text: string): Edit | null {
  const { start, end } = item;
  const from = start.offset - (start.column - 1);
  const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end.offset, end.offset + 80));
  if (start.line !== end.line || rest === null || text.slice(from, start.offset).trim() !== '') return null;
  return { start: from, end: end.offset + rest[0].length, text: '' };
}

/** The fix of a finding that represents many: the safe ones among theirs, or all where none is; null where none has one. */
export function foldedFix(fixes: readonly (Fix | null)[]): Fix | null {
  const given = fixes.filter((fix) => fix !== null);
  const safe = given.filter((fix) => fix.safe);
  const edits = (safe.length > 0 ? safe : given).flatMap((fix) => fix.edits);
  // Links of one definition share the place of their URL.
  const single = [...new Map(edits.map((edit) => [`${edit.start} ${edit.end}`, edit])).values()];
  return single.length === 0 ? null : { safe: safe.length > 0, edits: single };
}
