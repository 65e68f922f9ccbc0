import leven from 'leven';

/** More names than these are not searched for one that is alike. */
const mostSearched = 5000;

/** A fragment without the directive of a text fragment, which is not part of it (WICG, Text Fragments, 3.3). */
export function withoutDirective(fragment: string): string {
  return fragment.replace(/:~:.*$/s, '');
}

/** Percent signs read; the text unchanged where they are wrong. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What GitHub's script looks for: no directive, percent signs read, and without the prefix that GitHub itself adds. */
export function bareFragment(fragment: string): string {
  return decode(withoutDirective(fragment)).replace(/^user-content-/, '');
}

/** The anchor of a rendered Markdown file that a fragment leads to: the one as written, else the one in lower case; null for none. */
export function githubAnchor(fragment: string, names: { has(name: string): boolean }): string | null {
  const bare = bareFragment(fragment);
  return [bare, bare.toLowerCase()].find((name) => names.has(name)) ?? null;
}

/** True when GitHub finds an anchor for a fragment. */
export function hasAnchor(fragment: string, names: ReadonlySet<string>): boolean {
  return githubAnchor(fragment, names) !== null;
}

/** Two fragments that fold alike differ only by case, emoji, punctuation or hyphens. */
export function foldFragment(fragment: string): string {
  return fragment
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** Anchors by what they fold to, with and without accents. Built once for a set, however many links are looked for in it. */
interface AnchorIndex {
  readonly folded: ReadonlyMap<string, readonly string[]>;
  readonly plain: ReadonlyMap<string, readonly string[]>;
  /** How many searches by distance are left: each looks at all names. */
  left: number;
}

/** So often a set is searched by distance at most: a page that lost all its anchors gets no suggestions. */
const mostSearches = 200;
const indexes = new WeakMap<ReadonlySet<string>, AnchorIndex>();

function groupNames(names: Iterable<string>, keyOf: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  return groups;
}

function indexOf(names: ReadonlySet<string>): AnchorIndex {
  const known = indexes.get(names);
  if (known !== undefined) return known;
  const index = {
    folded: groupNames(names, foldFragment),
    plain: groupNames(names, (name) => withoutAccents(foldFragment(name))),
    left: mostSearches,
  };
  indexes.set(names, index);
  return index;
}

/** The one anchor that differs in case, hyphens, accents, or a letter or two; null for none, or for several. */
export function nearestAnchor(fragment: string, names: ReadonlySet<string>): string | null {
  if (names.size > mostSearched || fragment.length > 200) return null;
  const folded = foldFragment(fragment);
  if (folded === '') return null;
  const only = (matches: readonly string[]): string | null => (matches.length === 1 ? (matches[0] ?? null) : null);
  const index = indexOf(names);
  const same = index.folded.get(folded) ?? index.plain.get(withoutAccents(folded)) ?? [];
  if (same.length > 0) return only(same);
  const distance = Math.min(2, Math.floor(folded.length / 5));
  if (distance === 0 || index.left === 0) return null;
  index.left -= 1;
  // Numbers tell versions and steps apart.
  const digits = folded.replace(/\D+/g, ' ');
  return only(
    [...names].filter(
      (name) =>
        Math.abs(name.length - fragment.length) <= 4 &&
        foldFragment(name).replace(/\D+/g, ' ') === digits &&
        leven(foldFragment(name), folded, { maxDistance: distance + 1 }) <= distance,
    ),
  );
}
