import type { Entry, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';

/** The innermost entry around a place. */
export function entryAt(list: List, place: Position): Entry | null {
  let node: Entry | Section | Tier | List | undefined = lastBefore(list.entries, place.start.offset);
  while (node?.type === 'entry') {
    if (place.start.offset < node.position.end.offset) return node;
    node = node.parent;
  }
  return null;
}

/** Titles of the sections and tiers around a place, innermost first. */
export function titlesAt(list: List, place: Position, entry: Entry | null): readonly string[] {
  const section = lastBefore(list.sections, place.start.offset);
  const tier = lastBefore(list.tiers, place.start.offset);
  const inner =
    section && tier ? (section.position.start.offset > tier.position.start.offset ? section : tier) : (section ?? tier);
  const titles: string[] = [];
  let node: Entry | Section | Tier | List | undefined = entry ?? inner;
  while (node !== undefined && node.type !== 'list') {
    if (node.type !== 'entry' && place.start.offset < node.position.end.offset) {
      titles.push(node.type === 'tier' ? node.label : node.title);
    }
    node = node.parent;
  }
  return titles;
}

/** The last node that starts at or before an offset; nodes are in document order. */
function lastBefore<Node extends { readonly position: Position }>(
  nodes: readonly Node[],
  offset: number,
): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.position.start.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}
