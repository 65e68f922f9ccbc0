/** English words for how hard something is, in rising order. */
const steps: readonly string[] = [
  'prerequisite prerequisites',
  'basic basics beginner beginners intro introductory elementary novice junior starter newbie newcomers',
  'core intermediate mid-level midlevel medium',
  'advanced senior',
  'expert experts master mastery principal',
];
const ranks = new Map(steps.flatMap((words, index) => words.split(' ').map((word) => [word, index])));

/** Words that add nothing to a word for a level. */
const filler =
  /^(?:level|levels|topic|topics|concept|concepts|stuff|things|track|stage|tier|knowledge|skills?|material)$/;

/** How hard a title says that something is, and what it speaks of apart from that. */
export interface Ranked {
  readonly rank: number;
  readonly subject: string;
}

/** Reads a title that begins with a word for a level; null for others. */
export function rankOf(title: string): Ranked | null {
  const words = title.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’+#-]*/gu) ?? [];
  const [first = ''] = words;
  const rank = ranks.get(first);
  if (rank === undefined || words.length > 5) return null;
  return {
    rank,
    subject: words
      .slice(1)
      .filter((word) => !filler.test(word))
      .join(' '),
  };
}

/** The rank of a single word for a level, as tags have it; null for other words. */
export function rankOfWord(word: string): number | null {
  return ranks.get(word.trim().toLowerCase()) ?? null;
}
