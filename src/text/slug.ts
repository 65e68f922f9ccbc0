import { slug } from 'github-slugger';

/** Characters that join letters or keep them apart within a word: GitHub keeps them in anchors, and `github-slugger` leaves them out. */
const joiners = /([\u200C\u200D])/;

/** The anchor that GitHub gives a heading with this text, before duplicates are numbered. */
export function slugOf(text: string, keepsCase = false): string {
  const cased = keepsCase ? text : text.toLowerCase();
  if (!joiners.test(cased)) return slug(cased, true);
  return cased
    .split(joiners)
    .map((part) => (joiners.test(part) ? part : slug(part, true)))
    .join('');
}

/**
 * The other ways in which lists link to an anchor: without the hyphens that a badge or an emoji leaves at its end, and without joiners,
 * as generators of contents write it.
 */
export function spellingsOf(anchor: string): readonly string[] {
  const bare = anchor.replace(/(?<!-)-+$/, '');
  const spellings = [bare, ...[anchor, bare].map((each) => each.replace(/[\u200C\u200D]/g, ''))];
  return [...new Set(spellings)].filter((each) => each !== anchor && each !== '');
}

/** Gives the anchors of headings in document order, as GitHub does: duplicates are numbered. */
export interface Slugs {
  next(text: string): string;
}

/** Starts with no anchor given. */
export function startSlugs(): Slugs {
  const counts = new Map<string, number>();
  return {
    next(text) {
      const first = slugOf(text);
      let found = first;
      for (let count = counts.get(first) ?? 0; counts.has(found); ) {
        found = `${first}-${++count}`;
        counts.set(first, count);
      }
      counts.set(found, counts.get(found) ?? 0);
      return found;
    },
  };
}
