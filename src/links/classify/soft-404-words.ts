import { evidenceLine } from '../../text/evidence-line.js';
import { fillerWords, phrases } from './error-phrases.js';
import type { PageText } from './page-text.js';

/** A page with more text than this has something to say besides that nothing is there. */
const short = 1500;
/** With words for a record there are pages of help about them. */
const shortRecord = 600;
/** With the bare number alone, hardly a sentence may be next to it: there are bands and films of that name. */
const veryShort = 300;

/** Words in lower case without pauses, hyphens and apostrophes: `can’t` is `cant`. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const spaceless = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{M}]) /gu;

/** One space between words, none where a script has none: `NotFound` is the name of a class. */
const joined = (words: readonly string[]): string => {
  const text = words.join(' ');
  return /[^\p{ASCII}]/u.test(text) ? text.replace(spaceless, '$1') : text;
};

const keyOf = (text: string): string => joined(wordsOf(text));

const sentences = (things: readonly string[], gone: readonly string[]): readonly string[] =>
  things.flatMap((thing) => gone.map((end) => keyOf(`${thing} ${end}`)));

const known: ReadonlySet<string> = new Set(
  phrases.flatMap(({ things = [], gone = [], whole = [] }) => [...whole.map(keyOf), ...sentences(things, gone)]),
);
const knownRecords: ReadonlySet<string> = new Set(
  phrases.flatMap(({ records = [], gone = [] }) => sentences(records, gone)),
);

type ErrorWords = 'phrase' | 'record' | 'number';

function kindOf(text: string): ErrorWords | null {
  return known.has(text) ? 'phrase' : knownRecords.has(text) ? 'record' : null;
}

/** What a heading is: the words of an error page in whole, those for a record of a site, the bare number, or neither. */
export function errorWords(heading: string): ErrorWords | null {
  if (heading.length > 160) return null;
  const words = [...wordsOf(heading)];
  let number = false;
  const strip = (take: () => string | undefined, at: number): void => {
    while (words.length > 0 && (words.at(at) === '404' || fillerWords.has(words.at(at) ?? '')))
      number = take() === '404' || number;
  };
  const whole = kindOf(joined(words));
  if (whole !== null) return whole;
  strip(() => words.shift(), 0);
  strip(() => words.pop(), -1);
  if (words.length === 0) return number ? 'number' : null;
  return kindOf(joined(words));
}

/** True for a heading that is only an exclamation: “Oops!”. */
export function isExclamation(heading: string): boolean {
  const words = heading.length > 40 ? [] : wordsOf(heading);
  return words.length > 0 && words.every((word) => fillerWords.has(word));
}

/** The sentence under an exclamation that says so; null where hardly anything else may be said, and is. */
function underSigh({ h1, text }: PageText): string | null {
  if (text.length > veryShort || !h1.some(isExclamation)) return null;
  return text.split(/[.!?。！？]+/).find((sentence) => errorWords(sentence.trim()) === 'phrase') ?? null;
}

/** The parts of a title; a hyphen or a colon parts only where white space follows. */
export function segmentsOf(title: string): readonly string[] {
  return title
    .split(/\s*[|–—·•»«]\s*|\s+-+\s+|:\s+|\s+\/\s+|\s+::\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The words of a title that say the page is not there; what is before a colon speaks only of what follows it. */
function inTitle(title: string): { readonly words: string; readonly kind: ErrorWords } | null {
  const segments = segmentsOf(title);
  if (segments.length > 6) return null;
  const kinds = segments.map(errorWords);
  const whole = errorWords(title);
  if (whole !== null) return { words: title, kind: whole };
  const at = kinds.indexOf((['phrase', 'record', 'number'] as const).find((each) => kinds.includes(each)) ?? 'number');
  const words = segments[at];
  const kind = kinds[at];
  if (words === undefined || kind === undefined || kind === null) return null;
  const after = title.slice(title.indexOf(words) + words.length);
  // “404 Not Found: a history” is about such pages.
  return /^\s*:\s/.test(after) && kinds.slice(at + 1).some((each) => each === null) ? null : { words, kind };
}

/**
 * The words by which a page that answers with success says that it is not there; null for all others. The title and
 * the main heading both say so in whole, or one of them and hardly any text: pages about such pages do neither.
 */
export function detectSoft404(page: PageText): string | null {
  const { title, h1, h2, text } = page;
  if (title === null && h1.length + h2.length === 0) {
    return text.length <= 100 && errorWords(text) !== null ? evidenceLine(text) : null;
  }
  const said = title === null ? null : inTitle(title);
  const headings = h1.length > 0 ? h1 : h2.slice(0, 1);
  // A number as a heading, a phrase under it.
  const heads = headings.map((words) => ({ words, kind: errorWords(words) })).filter(({ kind }) => kind !== null);
  const head = heads.find(({ kind }) => kind === 'phrase') ?? heads[0] ?? null;
  if (said === null && head === null) return evidenceLine(underSigh(page) ?? '') || null;
  const isPhrase = said?.kind === 'phrase' || head?.kind === 'phrase';
  const isRecord = said?.kind === 'record' || head?.kind === 'record';
  const holds = isPhrase
    ? text.length < short || (said !== null && head !== null)
    : isRecord
      ? text.length < shortRecord
      : text.length < veryShort || (text.length < short && h2.some((words) => errorWords(words) === 'phrase'));
  if (!holds) return null;
  return evidenceLine((said?.kind === 'phrase' ? said : (head ?? said))?.words ?? '') || null;
}
