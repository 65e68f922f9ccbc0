import { entriesIn, type NamedDestination, tieredEntries } from './sections.js';

/** A home that an entry may belong in, and how much of what tells it speaks for it, from 0 to 1. */
export interface RankedSection extends NamedDestination {
  readonly share: number;
}

/** Words that tell nothing of what a thing is for. */
const common = new Set(
  `a an and any are as at be but by can do easy fast for free from get has have how in into is it its just like lightweight make
   modern more new not of on open or other own powerful project simple small source that the their them this to tool tools up
   use used useful using via want web what when which with you your http https www com org net github io html awesome list
   library libraries framework`.split(/\s+/),
);
const shown = 5;

/** Ranks homes by the words that an entry shares with their titles and with the entries in them; the best first. */
export function rankSections(homes: readonly NamedDestination[], words: readonly string[]): readonly RankedSection[] {
  const wanted = new Set(words.flatMap(wordsOf));
  const places = homes.filter(({ home }) => tieredEntries(home).length > 0 || entriesIn(home).length === 0);
  const texts = places.map(({ home, path }) => {
    const counts = new Map<string, number>();
    for (const { name, description } of tieredEntries(home))
      for (const word of new Set(wordsOf(`${name} ${description ?? ''}`)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    return { title: new Set(wordsOf(path.at(-1) ?? '')), above: new Set(path.slice(0, -1).flatMap(wordsOf)), counts };
  });
  const rarity = (word: string): number => {
    const homesWithIt = texts.filter(({ title, counts }) => title.has(word) || counts.has(word)).length;
    return Math.log(1 + texts.length / (1 + homesWithIt));
  };
  const rare = new Map([...wanted].map((word) => [word, rarity(word)]));
  const scores = texts.map(({ title, above, counts }) => {
    let score = 0;
    for (const [word, weight] of rare) {
      if (title.has(word)) score += (4 * weight) / Math.sqrt(title.size);
      else if (above.has(word)) score += weight;
      score += weight * Math.min(1.5, (counts.get(word) ?? 0) / 2);
    }
    return score;
  });
  const sum = scores
    .toSorted((a, b) => b - a)
    .slice(0, shown)
    .reduce((all, one) => all + one, 0);
  return places
    .map((place, index) => ({ ...place, share: sum === 0 ? 0 : (scores[index] ?? 0) / sum, score: scores[index] ?? 0 }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ home, path, share }) => ({ home, path, share: Math.round(share * 100) / 100 }));
}

/** Less than this is a word that happens to be shared. */
const least = 1;

/** The first candidate where it is clear: half again as much speaks for it as for the next, and at least two fifths of all. */
export function confidenceOf(candidates: readonly RankedSection[]): RankedSection | null {
  const [first, second] = candidates;
  return first !== undefined && first.share >= 0.4 && first.share >= (second?.share ?? 0) * 1.5 ? first : null;
}

/** Words in lower case, plural and singular alike. */
function wordsOf(text: string): readonly string[] {
  const words = text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu);
  return (words ?? []).filter((word) => !common.has(word) && (word.length > 1 || /[^\p{ASCII}]/u.test(word))).map(stem);
}

function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=.{4})ing$/, '')
    .replace(/(?<=.{3}[^e])e$/, '');
}
