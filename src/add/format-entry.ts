import { destination, escaped, inCode } from '../text/escape-markdown.js';
import { endsSentence, endsWithFullStop, fullStop } from '../text/sentence.js';
import { type EntryStyle, withoutKind } from './infer-style.js';
import { type ProposedFacts, repositoryOf } from './proposed-facts.js';

/** The entry on one line without what is before it: name, separator, description and badges. */
export function formatEntry(facts: ProposedFacts, style: EntryStyle): string {
  const description = formatDescription(facts, style);
  const { separator, frame } = style;
  return (
    formatName(facts, style) +
    (description === null ? '' : separator + frame + description + frame) +
    tailOf(facts, style)
  );
}

/** The name with its link and its kind. */
export function formatName({ name, url, kind }: ProposedFacts, { label }: EntryStyle, row = false): string {
  const template = kind === null ? withoutKind(label) : label;
  const isCode = template.includes('`');
  const parts: Readonly<Record<string, string>> = {
    '{name}': isCode ? inCode(name, row) : escaped(name, { row }),
    '{kind}': escaped(kind ?? '', { row, begins: false }),
    '{url}': destination(url, row),
  };
  // In one pass: a name may hold the word of a place.
  return template.replace(/<?(\{(?:name|kind|url)\})>?/g, (_, place: string) => parts[place] ?? '');
}

/** The description as the list writes them; null where it writes none, or there is none. */
export function formatDescription(
  { description }: ProposedFacts,
  { described, capital, stop }: EntryStyle,
  row = false,
): string | null {
  if (description === null || !described) return null;
  const text = description.trim();
  const begun = capital ? capitalised(text) : text;
  const closed = stop ? closedSentence(begun) : opened(begun);
  return closed === '' ? null : escaped(closed, { row, begins: false });
}

/** Begins with a capital, unless the first word is written as names of programs are: `npm`, `iOS`, `node.js`. */
function capitalised(text: string): string {
  const word = /^\p{Ll}[\p{Ll}'’-]*(?=[\s,:;.!?)]|$)(?!\.\S)/u.exec(text)?.[0];
  return word === undefined ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}

function closedSentence(text: string): string {
  if (endsSentence(text)) return text;
  const bare = text.replace(/(?<![\s,;:，；：、،؛–—-])[\s,;:，；：、،؛–—-]+$/u, '');
  return bare === '' ? '' : bare + fullStop(bare);
}

function opened(text: string): string {
  return endsWithFullStop(text) && !/[.!?。！？]\s/u.test(text) ? text.slice(0, -1) : text;
}

/** What every repository here has behind its description. */
function tailOf({ url }: ProposedFacts, { tail }: EntryStyle): string {
  const repository = repositoryOf(url);
  return repository === null ? '' : tail.split('{repository}').join(repository);
}
