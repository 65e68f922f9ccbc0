import type { Evidence } from '../../model/evidence.js';
import { groupBy } from '../../text/group-by.js';
import { isFrame, type PageText } from './page-text.js';
import { vocabularies } from './spam-words.js';

/** Words so common that seeing one says nothing of an entry. */
const common = new Set(
  'online free best new web website websites site sites official home page http https www com org net'.split(' '),
);
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Words in lower case with one space on either side of each, so that whole words are found as ` word `. */
const spaced = (text: string): string =>
  ` ${(
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}+]+/gu) ?? []
  ).join(' ')} `;

interface SpamWord {
  /** Its place in the table. */
  readonly rank: number;
  readonly word: string;
  readonly needle: string;
  readonly strong: boolean;
  readonly trade: string;
  readonly languages: readonly string[];
}

const spam: readonly SpamWord[] = vocabularies
  .flatMap(({ trade, languages, strong, weak }) => [
    ...strong.map((word) => ({ word, strong: true, trade, languages })),
    ...weak.map((word) => ({ word, strong: false, trade, languages })),
  ])
  .map((each, rank) => ({
    ...each,
    rank,
    needle: spaceless.test(each.word) ? spaced(each.word).trim() : spaced(each.word),
  }));

/** Strong words by the first word of each, and those that are found inside of a word. */
const byFirst = groupBy(
  spam.filter(({ strong, needle }) => strong && needle.startsWith(' ')),
  ({ needle }) => needle.slice(1, needle.indexOf(' ', 1)),
);
const anywhere = spam.filter(({ strong, needle }) => strong && !needle.startsWith(' '));

/** The strong words in a text that is `spaced`, in the order of the table; each is looked for only where its first word is. */
function strongIn(read: string): readonly SpamWord[] {
  const candidates = spaceless.test(read) ? new Set(anywhere) : new Set<SpamWord>();
  for (const word of read.split(' ')) for (const each of byFirst.get(word) ?? []) candidates.add(each);
  return [...candidates].filter(({ needle }) => read.includes(needle)).sort((a, b) => a.rank - b.rank);
}

/** True when a text has one of the strong words: hardly any honest page has one in its title. */
export function mentionsSpam(text: string): boolean {
  return strongIn(spaced(text)).length > 0;
}

/** The words of one trade in a text; what is part of a longer one that is found too is not counted again. */
function spamIn(text: string, trade: string): readonly SpamWord[] {
  const words = spaced(text);
  const found = spam.filter((each) => each.trade === trade && words.includes(each.needle));
  return found.filter(
    ({ word }, at) => !found.some((other, index) => (other.word === word ? index < at : other.word.includes(word))),
  );
}

/** True when a page has one of the words, short ones at the start of a word, long ones anywhere. */
function showsAny(page: PageText, words: readonly string[]): boolean {
  const text = spaced(
    [page.title, ...page.h1, ...page.h2, page.description, page.ogTitle, page.siteName, page.text]
      .filter((each) => each !== null)
      .join(' '),
  );
  return words.some((word) => {
    const needle = spaced(word).trim();
    return needle !== '' && text.includes(needle.length < 5 && !spaceless.test(needle) ? ` ${needle}` : needle);
  });
}

/** True when a page is of another language than the words of its entry, as far as letters and `lang` tell. */
function differs(page: PageText, words: readonly string[], found: readonly SpamWord[]): boolean {
  const isPlain = words.every((word) => /^[\x20-\x7e]*$/.test(word));
  const heading = `${page.title ?? ''} ${page.h1.join(' ')}`;
  const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
  if (isPlain) {
    if (foreign.test(heading)) return true;
    return (
      page.lang !== null && page.lang !== 'en' && found.some(({ languages }) => languages.includes(page.lang ?? ''))
    );
  }
  return words.every((word) => foreign.test(word)) && !foreign.test(heading);
}

/**
 * Whether a page is the advertisement of someone who took the domain over, by the words of the trades that do. Null where
 * the page shows one of the entry's telling words (lower case), or where none are known. Vocabulary alone is never sure:
 * that takes three different words in title and headings, and another language or another title than `before`.
 */
export function detectHijack(
  page: PageText,
  words: readonly string[],
  before: { readonly title: string | null } | null,
): { readonly reason: 'hijacked'; readonly because: Evidence; readonly sure: boolean } | null {
  const telling = words
    .map((word) => word.toLowerCase())
    .filter((word) => !common.has(word) && spaced(word).trim() !== '');
  if (telling.length === 0) return null;
  const headings = [page.title ?? '', ...page.h1, ...page.h2].join(' . ');
  const all = `${headings} . ${page.description ?? ''}`.slice(0, 6000);
  const read = spaced(all);
  const trades = new Set(strongIn(read).map(({ trade }) => trade));
  for (const trade of trades) {
    // With a strong word on top, what the text begins with counts too.
    const found = spamIn(`${all} . ${page.text.slice(0, 800)}`, trade);
    if (found.length < 2 || showsAny(page, telling)) continue;
    const inHeadings = spamIn(headings.slice(0, 4000), trade);
    const titleWords = before?.title ? spaced(before.title).trim().split(' ') : [];
    const now = spaced(page.title ?? '');
    const isOther =
      titleWords.some((word) => word !== '') &&
      page.title !== null &&
      titleWords.every((word) => !now.includes(` ${word} `));
    const sure =
      inHeadings.length >= 3 &&
      inHeadings.some(({ strong }) => strong) &&
      !isFrame(page) &&
      (isOther || differs(page, telling, inHeadings));
    const because: Evidence = { kind: 'other-subject', words: found.slice(0, 4).map(({ word }) => word) };
    return { reason: 'hijacked', because, sure };
  }
  return null;
}
