/** Controls, marks of direction and blanks of no width. */
const unseen =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFD]+/g;
/** Emoji in front and at the end, and their short codes as GitHub takes them. */
const emoji =
  '(?:[\\p{Extended_Pictographic}\\u{1F1E6}-\\u{1F1FF}\\u{FE0F}\\u{200D}\\u{1F3FB}-\\u{1F3FF}]|:[a-z\\d_+-]{2,30}:)';
const leadingEmoji = new RegExp(`^(?:\\s|${emoji})+`, 'u');
const trailingEmoji = new RegExp(`(?:\\s|${emoji})+$`, 'u');

/** A text from outside on one line, at most so many characters; null for none. */
export function cleanLine(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return null;
  const line = value
    .slice(0, most * 4)
    .replace(unseen, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= most) return line === '' ? null : line;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .replace(/[\s,;:–—-]+\S*$/u, '')}…`;
}

/** A short list of texts from outside. */
export function cleanLines(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.slice(0, 30).flatMap((value) => cleanLine(value, 50) ?? []) : [];
}

/** What services put into the descriptions of those who write none, or around them. */
const fillers: readonly RegExp[] = [
  /\s*Contribute to [\w.-]+\/[\w.-]+ development by creating an account on GitHub\.?$/i,
  /^[\w.-]+\/[\w.-]+ (?:is|has) [^.]{0,40} repositor(?:y|ies) available\..*$/i,
  /\s*Follow their code on GitHub\.?$/i,
  /^Enjoy the videos and music you love, upload original content.*$/i,
];

/**
 * A description as a list has it: what the thing says of itself without emoji around it, its own name in front and a
 * service's filler; the first sentence of a long one. Null where nothing is left.
 */
export function descriptionOf(value: unknown, name: string | null, repository: string | null = null): string | null {
  let text = (cleanLine(value, 1_000) ?? '').replace(leadingEmoji, '').replace(trailingEmoji, '');
  for (const filler of fillers) text = text.replace(filler, '');
  // GitHub writes its own name of a repository behind what the repository says.
  if (repository !== null && text.toLowerCase().endsWith(` - ${repository.toLowerCase()}`))
    text = text.slice(0, -repository.length - 3);
  for (const own of [repository, name]) if (own !== null) text = withoutName(text, own);
  text = firstSentence(text.trim());
  return cleanLine(text.replace(/!+$/, '.').replace(trailingEmoji, ''), 200);
}

/** Without `Name - `, `Name: ` or `Name is a ` in front: a list has the name already. */
function withoutName(text: string, name: string): string {
  if (!text.toLowerCase().startsWith(name.toLowerCase())) return text;
  const rest = text.slice(name.length);
  const lead = /^(?:\s*[-–—:|]\s+|\s+is\s+(?:an?|the)\s+)(?=\S.{9})/iu.exec(rest)?.[0];
  if (lead === undefined) return text;
  const left = rest.slice(lead.length);
  return left.slice(0, 1).toUpperCase() + left.slice(1);
}

/** The first sentence of a text that is longer than one line of a list should be. */
function firstSentence(text: string): string {
  if (text.length <= 120) return text;
  const end = /(?<!\b(?:e\.g|i\.e|vs|etc|Mr|Dr|No|\p{Lu}))[.!?](?=\s+\p{Lu})|[。！？]/u.exec(text);
  return end === null || end.index < 20 ? text : text.slice(0, end.index + 1);
}
