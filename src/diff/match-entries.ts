import type { Entry, List } from '../model/list.js';
import { append } from '../text/append.js';
import { longestRun } from '../text/longest-increasing.js';
import { samePage } from '../url/same-page.js';
import { type Group, groupAround, type Pairs } from './match-sections.js';

/** What two entries are compared by; null where they cannot be. */
type Key = (traits: Traits) => string | null;

interface Traits {
  readonly entry: Entry;
  readonly url: string | null;
  readonly name: string | null;
  readonly text: string;
  /** Number of the group at the base; negative for one that is new. */
  readonly group: number;
}

const join = (...parts: readonly (string | number | null)[]): string | null =>
  parts.includes(null) ? null : parts.join('\n');

/** The best reason comes first. A name that several have says nothing once the section is another. */
const passes: readonly { readonly key: Key; readonly unique?: true }[] = [
  { key: ({ text, group }) => join(text, group) },
  { key: ({ url, name, group }) => join(url, name, group) },
  { key: ({ url, name }) => join(url, name) },
  { key: ({ url, group }) => join(url, group) },
  { key: ({ url }) => url },
  { key: ({ name, group }) => join(name, group) },
  { key: ({ name }) => name, unique: true },
];

/**
 * Pairs the entries of two lists: by address, then by name in the section, then by name anywhere. Each is paired once, so
 * that a second copy stays alone; of two copies, the one in a line that is not `fresh` is the old one.
 */
export function pairEntries(before: List, after: List, groups: Pairs<Group>, fresh: ReadonlySet<number>): Pairs<Entry> {
  const numbers = new Map<Group, number>();
  const numberOf = (group: Group | null | undefined): number => {
    if (group === null) return 0;
    if (group === undefined) return -1;
    const number = numbers.get(group) ?? numbers.size + 1;
    numbers.set(group, number);
    return number;
  };
  const open = new Set(before.entries.map((entry) => traitsOf(entry, before, numberOf(groupAround(entry)))));
  const standing = (entry: Entry): number => (fresh.has(entry.position.start.line) ? 1 : 0);
  let left = after.entries
    .map((entry) => {
      const group = groupAround(entry);
      return traitsOf(entry, after, numberOf(group === null ? null : groups.get(group)));
    })
    .sort((a, b) => standing(a.entry) - standing(b.entry));
  const pairs = new Map<Entry, Entry>();
  for (const { key, unique } of passes) {
    const [old, now] = [byKey(open, key), byKey(left, key)];
    for (const [name, heads] of now) {
      const bases = old.get(name) ?? [];
      if (unique === true && (heads.length > 1 || bases.length > 1)) continue;
      for (const [index, base] of bases.slice(0, heads.length).entries()) {
        const head = heads[index];
        if (head === undefined) continue;
        pairs.set(head.entry, base.entry);
        open.delete(base);
      }
    }
    left = left.filter(({ entry }) => !pairs.has(entry));
  }
  return pairs;
}

function byKey(all: Iterable<Traits>, key: Key): Map<string, Traits[]> {
  const found = new Map<string, Traits[]>();
  for (const traits of all) {
    const value = key(traits);
    if (value === null) continue;
    const same = found.get(value);
    if (same === undefined) found.set(value, [traits]);
    else same.push(traits);
  }
  return found;
}

function traitsOf(entry: Entry, list: List, group: number): Traits {
  const name = entry.name.trim().replace(/\s+/g, ' ').toLowerCase();
  const url = entry.url === null || entry.url === '' ? null : samePage(entry.url);
  return { entry, url, name: name === '' ? null : name, text: ownText(entry, list), group };
}

/** What an entry says itself, without its bullet or number and those nested in it; blanks count once. */
function ownText({ position, children }: Entry, { text }: List): string {
  let own = '';
  let from = position.start.offset;
  for (const child of children) {
    own += text.slice(from, child.position.start.offset);
    from = Math.max(from, child.position.end.offset);
  }
  own += text.slice(from, Math.max(from, position.end.offset));
  return own
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-*+]|\d+[.)]) /, '');
}

/** True when an entry says or links something else than it did; blanks, bullets and the place do not count. */
export function isChanged(now: Entry, old: Entry, after: List, before: List): boolean {
  const links = (entry: Entry): string => entry.links.map((link) => link.url).join('\n');
  return now.url !== old.url || links(now) !== links(old) || ownText(now, after) !== ownText(old, before);
}

/** The entries of the head that stand in another place than at the base: below another parent, or in another order. */
export function movedEntries(after: List, entries: Pairs<Entry>, groups: Pairs<Group>, before: List): readonly Entry[] {
  const moved: Entry[] = [];
  const stayed = new Map<Entry['parent'], Entry[]>();
  for (const now of after.entries) {
    const old = entries.get(now);
    if (old === undefined) continue;
    const { parent } = now;
    const home = parent.type === 'list' ? before : parent.type === 'entry' ? entries.get(parent) : groups.get(parent);
    if (home !== old.parent) moved.push(now);
    else if (stayed.get(parent)?.push(now) === undefined) stayed.set(parent, [now]);
  }
  for (const siblings of stayed.values()) {
    const kept = longestRun(siblings.map((entry) => entries.get(entry)?.position.start.offset ?? 0));
    append(
      moved,
      siblings.filter((_, index) => !kept.has(index)),
    );
  }
  return moved.sort((a, b) => a.position.start.offset - b.position.start.offset);
}
