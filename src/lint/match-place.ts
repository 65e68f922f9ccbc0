import type { Entry, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';
import { lastUpTo } from '../text/document-order.js';

/** The innermost entry around a place. */
export function entryAt(list: List, place: Position): Entry | null {
  let node: Entry | Section | Tier | List | undefined = lastUpTo(list.entries, place.start.offset);
  while (node?.type === 'entry') {
    if (place.start.offset < node.position.end.offset) return node;
    node = node.parent;
  }
  return null;
}

/** Titles of the sections and tiers around a place, innermost first. */
export function titlesAt(list: List, place: Position, entry: Entry | null): readonly string[] {
  const section = lastUpTo(list.sections, place.start.offset);
  const tier = lastUpTo(list.tiers, place.start.offset);
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
