import type { Entry, List, Section, Tier } from './list.js';

/** Any node of the tree. */
export type ListNode = List | Section | Tier | Entry;

/** The nearest section or tier with a heading of its own around a node, itself excluded; null at the top. */
export function sectionOf(node: Section | Tier | Entry): Section | null {
  let parent: ListNode = node.parent;
  while (parent.type !== 'list') {
    if (parent.type === 'section') return parent;
    parent = parent.parent;
  }
  return null;
}

/** The tier around an entry, or null. */
export function tierOf(node: Section | Tier | Entry): Tier | null {
  let parent: ListNode = node.parent;
  while (parent.type !== 'list') {
    if (parent.type === 'tier') return parent;
    parent = parent.parent;
  }
  return null;
}
