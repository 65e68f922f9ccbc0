import { splitEmoji } from './emoji.js';

/** A label that may be a tier, before it is known whether it counts with others. */
export interface LevelReading {
  /** Labels that can count together have the same scheme: a keyword in lower case, or `word`. */
  readonly scheme: string;
  /** The number as written, or the rank of a level word. */
  readonly rank: number;
  readonly keyword: string | null;
  readonly number: number | null;
  readonly title: string | null;
  readonly emoji: string | null;
}

const numbered =
  /^(tier|level|stage|phase|part|step|week|month)[\s#_-]*(\d{1,3})(?:\s*[-–—]\s*\d{1,3}(?=\s*[:：]))?(?![\d.,]*\d|[\p{L}])\s*(?:[:：.)|]|[-–—]+)?\s*(.*)$/isu;

/** Level words by rank; words of one rank are the same level in other words. */
const ranks: Readonly<Record<string, number>> = {
  beginner: 1,
  beginners: 1,
  novice: 1,
  junior: 1,
  intermediate: 2,
  mid: 2,
  middle: 2,
  'mid-level': 2,
  advanced: 3,
  senior: 3,
  expert: 4,
  experts: 4,
  master: 4,
  principal: 4,
};

const words = Object.keys(ranks)
  .sort((a, b) => b.length - a.length)
  .join('|');
// A word like these after the level word says that a level is meant: "Beginner Projects" is no tier.
const level = new RegExp(
  `^(?:for )?(${words})(?:['’]s)?(?:[\\s-]+(?:level|tier|stage|track|developer|dev|engineer)s?\\b)?\\s*(?:[:：]\\s*(.*)|[-–—]\\s+(.*))?$`,
  'isu',
);
const named = new RegExp(
  `^(?:for )?(${words})(?:['’]s)?[\\s-]+(?:level|tier|stage|track|developer|dev|engineer)s?\\b`,
  'iu',
);

/** Reads a label as a level; null when it is none. */
export function readLevel(label: string): LevelReading | null {
  const { emoji, rest } = splitEmoji(label);
  const text = rest.replace(/\s+/g, ' ');
  const match = numbered.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined) {
    const number = Number(match[2]);
    return {
      scheme: match[1].toLowerCase(),
      rank: number,
      keyword: match[1],
      number,
      title: match[3] === undefined || match[3] === '' ? null : match[3].trim(),
      emoji,
    };
  }
  const word = level.exec(text);
  if (word?.[1] === undefined) return null;
  const title = word[2] ?? word[3];
  // Without a word like "level", only the whole label counts, a colon at its end aside.
  if (title && !named.test(text)) return null;
  const rank = ranks[word[1].toLowerCase()] ?? 0;
  return {
    scheme: 'word',
    rank,
    keyword: null,
    number: null,
    title: title || text.replace(/\s*[:：]\s*$/u, ''),
    emoji,
  };
}
