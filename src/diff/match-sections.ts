import type { Entry, List, Section, Tier } from '../model/list.js';
import { samePage } from '../url/same-page.js';

/** What entries stand in. */
export type Group = Section | Tier;

/** Two lists distinguished as little as can be: nodes of the head with what they were at the base. */
export type Pairs<Node> = ReadonlyMap<Node, Node>;

/** The name of a section, the label of a tier. */
export function groupTitle(group: Group): string {
  return group.type === 'tier' ? group.label : group.title;
}

/** Sections and tiers in document order, a parent before its children. */
export function sectionGroups(list: List): readonly Group[] {
  return [...list.sections, ...list.tiers].sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** The section or tier that an entry is in, entries around it passed over; null at the top. */
export function groupAround(entry: Entry): Group | null {
  let node: Entry | Group | List = entry.parent;
  while (node.type === 'entry') node = node.parent;
  return node.type === 'list' ? null : node;
}

/**
 * Pairs the sections and tiers of two lists: by name under the same parent; a renamed one by more than half of what
 * is in it; one that went below another parent by its name, where no other has it.
 */
export function pairGroups(before: List, after: List): Pairs<Group> {
  const pairs = new Map<Group, Group>();
  const open = { before: new Set(sectionGroups(before)), after: new Set(sectionGroups(after)) };
  const pair = (now: Group, old: Group): void => {
    pairs.set(now, old);
    open.after.delete(now);
    open.before.delete(old);
  };
  const insides = { before: insideOf(before), after: insideOf(after) };
  for (;;) {
    const left = open.after.size;
    pairByName(before, open, pairs, pair);
    if (open.after.size < left) continue;
    pairByContent(open, insides, pairs, pair);
    if (open.after.size < left) continue;
    pairMoved(open, pair);
    if (open.after.size === left) return pairs;
  }
}

interface Open {
  readonly before: Set<Group>;
  readonly after: Set<Group>;
}

/** The keys of the entries right in a group, and the groups right below it. */
type Inside = ReadonlyMap<Group, { readonly keys: readonly string[]; readonly groups: readonly Group[] }>;
type Pair = (now: Group, old: Group) => void;

function insideOf(list: List): Inside {
  const inside = new Map(sectionGroups(list).map((group) => [group, { keys: [] as string[], groups: [] as Group[] }]));
  for (const entry of list.entries) {
    const group = groupAround(entry);
    if (group !== null) inside.get(group)?.keys.push(entry.url === null ? ` ${entry.name}` : samePage(entry.url));
  }
  for (const group of inside.keys()) {
    if (group.parent.type !== 'list') inside.get(group.parent)?.groups.push(group);
  }
  return inside;
}

function named(group: Group): string {
  return `${group.type} ${groupTitle(group).trim().replace(/\s+/g, ' ').toLowerCase()}`;
}

function pairByName(before: List, open: Open, pairs: Pairs<Group>, pair: Pair): void {
  const byParent = new Map<Group | List, Map<string, Group[]>>();
  for (const old of open.before) {
    const names = byParent.get(old.parent) ?? new Map<string, Group[]>();
    byParent.set(old.parent, names);
    if (names.get(named(old))?.push(old) === undefined) names.set(named(old), [old]);
  }
  for (const now of open.after) {
    const parent = now.parent.type === 'list' ? before : pairs.get(now.parent);
    const old = parent === undefined ? undefined : byParent.get(parent)?.get(named(now))?.shift();
    if (old !== undefined) pair(now, old);
  }
}

const maxHomes = 8;

function pairByContent(open: Open, insides: { before: Inside; after: Inside }, pairs: Pairs<Group>, pair: Pair): void {
  const homes = new Map<string, Group[]>();
  for (const old of open.before) {
    for (const key of new Set(insides.before.get(old)?.keys)) {
      if (homes.get(key)?.push(old) === undefined) homes.set(key, [old]);
    }
  }
  for (const now of open.after) {
    const inside = insides.after.get(now);
    const votes = new Map<Group, number>();
    const vote = (old: Group): unknown => votes.set(old, (votes.get(old) ?? 0) + 1);
    for (const key of new Set(inside?.keys)) {
      const at = homes.get(key) ?? [];
      // What is in many sections tells none.
      if (at.length <= maxHomes) at.forEach(vote);
    }
    for (const child of inside?.groups ?? []) {
      const parent = pairs.get(child)?.parent;
      if (parent !== undefined && parent.type !== 'list') vote(parent);
    }
    const size = sizeOf(insides.after, now);
    for (const [old, count] of votes) {
      if (!open.before.has(old) || count * 2 <= Math.max(size, sizeOf(insides.before, old))) continue;
      pair(now, old);
      break;
    }
  }
}

function sizeOf(insides: Inside, group: Group): number {
  const inside = insides.get(group);
  return inside === undefined ? 0 : new Set(inside.keys).size + inside.groups.length;
}

function pairMoved(open: Open, pair: Pair): void {
  const byName = (groups: Iterable<Group>): Map<string, Group[]> => {
    const names = new Map<string, Group[]>();
    for (const group of groups) {
      if (names.get(named(group))?.push(group) === undefined) names.set(named(group), [group]);
    }
    return names;
  };
  const old = byName(open.before);
  for (const [name, [now, another]] of byName(open.after)) {
    const [once, twice] = old.get(name) ?? [];
    if (now !== undefined && another === undefined && once !== undefined && twice === undefined) pair(now, once);
  }
}
