import { type Entry, type List, type Section, sectionOf } from '../../src/model/list.js';
import { groupBy } from '../../src/text/group-by.js';
import type { Pair } from './entries.js';
import { areApart, isCopy, wordsOf } from './same-thing.js';

/** A section with so many entries that come back, and at least a quarter of its own, is a selection. */
const fewestRepeated = 2;
/** An entry in so many sections is there on purpose: two accidents with one entry are rare. */
const manySections = 3;
/** A list that repeats so many entries, and more than one in thirty, does so on purpose. */
const [fewestAcross, oneIn] = [5, 30];

/** So many lines copied to another section word for word, and four in five of what comes back, are a habit. */
const [fewestCopied, copiedShare] = [4, 4 / 5];

/** Sections whose name says that they select from the others. */
const selection =
  /\b(?:must[- ]?(?:haves?|knows?|reads?|sees?|watch)|highlights?|featured|favou?rites?|recommended|recommendations|essentials|editor'?s (?:choice|picks?)|staff picks?|start here|best of|hall of fame|popular|newest|recently added|latest additions|top \d+)\b/i;

/** The pairs in different sections that a list has on purpose, as far as it shows that: all of them where it lists many things twice. */
export function onPurpose(pairs: readonly Pair[], { entries }: List): ReadonlySet<Pair> {
  const across = pairs.filter(([{ entry }, { entry: other }]) => areApart(entry, other));
  if (across.length >= fewestAcross && across.length * oneIn > entries.length) return new Set(across);
  const isSelection = selectionFinder(across, entries);
  const again = groupBy(across, ([earlier]) => earlier);
  // One section that is written twice is no habit.
  const others = across.filter(([earlier, later]) => titleOf(earlier.entry) !== titleOf(later.entry));
  const shown = new Set(
    others.filter(([earlier, later]) => {
      if ((again.get(earlier)?.length ?? 0) + 1 >= manySections) return true;
      if ([earlier, later].some(({ entry }) => selection.test(sectionOf(entry)?.title ?? ''))) return true;
      return isSelection(earlier.entry) || isAboutBoth(earlier.entry, later.entry);
    }),
  );
  const copied = others.filter(([{ entry }, { entry: other }]) => isCopy(entry, other));
  const unclear = others.filter((pair) => !shown.has(pair) && !copied.includes(pair));
  const isHabit = copied.length >= fewestCopied && copied.length >= (copied.length + unclear.length) * copiedShare;
  return isHabit ? new Set([...shown, ...copied]) : shown;
}

/**
 * Finds whether an entry is in a section such as highlights or a sponsor's products: one that comes first and has much of what
 * others have, which have more than that.
 */
function selectionFinder(across: readonly Pair[], entries: readonly Entry[]): (entry: Entry) => boolean {
  const sizes = groupBy(entries, sectionOf);
  const sizeOf = (section: Section | null): number => sizes.get(section)?.length ?? 0;
  const pairs = groupBy(across, ([{ entry }]) => sectionOf(entry));
  const repeating = new Set(across.map(([, { entry }]) => sectionOf(entry)));
  return (entry) => {
    const section = sectionOf(entry);
    if (section === null || repeating.has(section)) return false;
    const own = pairs.get(section) ?? [];
    const count = new Set(own.map(([earlier]) => earlier)).size;
    const others = new Set(own.map(([, later]) => sectionOf(later.entry)));
    const there = [...others].reduce((sum, other) => sum + sizeOf(other), 0);
    return count >= fewestRepeated && count * 4 >= sizeOf(section) && there > count;
  };
}

const titleOf = (entry: Entry): string => wordsOf(sectionOf(entry)?.title ?? '').join(' ');

/** True where a text has words of both titles, or each of two texts has words of its own one. */
function isAboutBoth(one: Entry, other: Entry): boolean {
  const [first, second] = [wordsOf(titleOf(one)), wordsOf(titleOf(other))];
  const [only, otherOnly] = [without(first, second), without(second, first)];
  if ([one, other].some(({ name }) => has(name, only) && has(name, otherOnly))) return true;
  return has(textOf(one), only) && has(textOf(other), otherOnly);
}

const textOf = ({ name, description }: Entry): string => `${name} ${description ?? ''}`;

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  return words.filter((word) => !others.includes(word));
}

/** Word endings differ, as in `photo` and `photos`; words shorter than this are compared whole. */
const stem = 4;

/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

function has(text: string, words: readonly string[]): boolean {
  const own = wordsOf(text);
  return words.some((word) =>
    own.some((each) => {
      if (unspaced.test(word)) return each.includes(word);
      const [short, long] = each.length < word.length ? [each, word] : [word, each];
      return short === long || (short.length >= stem && long.startsWith(short));
    }),
  );
}
