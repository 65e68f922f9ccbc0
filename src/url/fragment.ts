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

/** True when GitHub finds an anchor for a fragment: its script looks for it as written, then in lower case. */
export function hasAnchor(fragment: string, names: ReadonlySet<string>): boolean {
  const bare = bareFragment(fragment);
  return names.has(bare) || names.has(bare.toLowerCase());
}

/** Two fragments that fold alike differ only by case, emoji, punctuation or hyphens. */
export function foldFragment(fragment: string): string {
  return fragment
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** The one anchor that differs in case, hyphens, accents, or a letter or two; null for none, or for several. */
export function nearestAnchor(fragment: string, names: ReadonlySet<string>): string | null {
  if (names.size > mostSearched || fragment.length > 200) return null;
  const folded = foldFragment(fragment);
  if (folded === '') return null;
  const only = (matches: readonly string[]): string | null => (matches.length === 1 ? (matches[0] ?? null) : null);
  const same = [...names].filter((name) => foldFragment(name) === folded);
  if (same.length > 0) return only(same);
  const plain = withoutAccents(folded);
  const unaccented = [...names].filter((name) => withoutAccents(foldFragment(name)) === plain);
  if (unaccented.length > 0) return only(unaccented);
  const distance = Math.min(2, Math.floor(folded.length / 5));
  if (distance === 0) return null;
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
