import { diffArrays } from 'diff';
import type { Change } from '../../src/model/change.js';
import { samePage } from '../../src/url/same-page.js';
import { type Rendered, rendered, tokensIn } from './rendered.js';

/**
 * How two texts differ once they are rendered, beyond what kinds of changes explain; empty when the fix that makes one of
 * the other keeps the law of safe fixes. Whatever the kinds, no item, row, heading, link, picture, code or comment is lost.
 */
export function breaches(before: string, after: string, kinds: readonly Change[]): readonly string[] {
  if (before === after) return [];
  const [was, is] = [rendered(before), rendered(after)];
  return [...lost(was, is, kinds), ...unexplained(was, is, new Set(kinds), before)];
}

/** The changes of a rule that may do everything: what is left is the part of the law that has no exceptions. */
export function lossesIn(before: string, after: string): readonly string[] {
  if (before === after) return [];
  return lost(rendered(before), rendered(after), [
    'spelling',
    'doubled-word',
    'encoding',
    'contents-line',
    'markup',
    'check-mark',
    'order',
  ]);
}

const counted = ['<li>', '<tr>', '<td>', '<th>', '<h', '<a', '<img', '<code', '<blockquote>', '<hr>', '<details>'];

function lost(was: Rendered, is: Rendered, kinds: readonly Change[]): readonly string[] {
  const found: string[] = [];
  if (was.frontMatter !== is.frontMatter) found.push('front matter differs');
  const inOrder = (all: readonly string[]): string => (kinds.includes('order') ? [...all].sort() : all).join('\n');
  if (inOrder(was.comments) !== inOrder(is.comments)) found.push('comments differ');
  for (const tag of counted) {
    const [many, left] = [was, is].map(({ tokens }) => tokens.filter((token) => token.startsWith(tag)).length);
    const isLess = (left ?? 0) < (many ?? 0);
    if (isLess) found.push(`${(many ?? 0) - (left ?? 0)} ${tag} lost`);
  }
  // Links may be written in another form, and none may take the place of another one.
  const pages = ({ tokens }: Rendered) =>
    new Set(tokens.flatMap((token) => /^<a (https?:[^#]+)>$/.exec(token)?.[1] ?? []).map(samePage));
  const fewer = pages(was).size - pages(is).size;
  if (fewer > 0) found.push(`${fewer} linked pages lost`);
  const codes = ({ tokens }: Rendered) => tokens.filter((token) => token.startsWith('<code'));
  // Code that a broken link kept from being code may come to be.
  if (!isContained(codes(was), codes(is), kinds.includes('order'))) found.push('code differs');
  // Words that are spelled anew are counted, the others compared.
  const seen = new Set(kinds.filter((kind) => kind === 'invisible'));
  const [words = [], left = []] = [was, is].map(({ tokens }) => wordsIn(normalized(tokens, seen), kinds));
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  const missing = words.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
  const allowed = kinds.includes('encoding') ? Infinity : kinds.includes('spelling') ? missing.length : 0;
  const doubled = kinds.includes('doubled-word') ? words.filter((word, index) => word === words[index - 1]).length : 0;
  const letters = [...left.join('')].length + (kinds.includes('doubled-word') ? doubled * 20 : 0);
  if (missing.length > allowed + doubled) found.push(`words lost: ${missing.slice(0, 8).join(' ')}`);
  if (allowed > 0 && allowed < Infinity && letters + 12 < [...words.join('')].length) found.push('letters lost');
  return found;
}

/** True where all of some things are among others, in that order unless order does not count. */
function isContained(some: readonly string[], all: readonly string[], anyOrder: boolean): boolean {
  const [left, right] = anyOrder ? [[...some].sort(), [...all].sort()] : [some, all];
  let at = 0;
  for (const one of right) if (one === left[at]) at += 1;
  return at === left.length;
}

/** Words in lower case, those of shown addresses left out: a link that was broken showed its address. */
function wordsIn(tokens: readonly string[], kinds: readonly Change[]): readonly string[] {
  // The address of a link that was broken is in the link.
  const ofLink = (token: string): string => (kinds.includes('markup') && token.startsWith('<a ') ? `${token} ` : ' ');
  let text = tokens.map((token) => (isTag(token) ? ofLink(token) : token)).join('');
  if (kinds.includes('check-mark')) text = text.replace(/\[[xX ]\]/g, ' ');
  return tokensIn(text.replace(/(?:https?:\/\/|www\.)[^\s()[\]<>]+/g, ' ').toLowerCase()).filter((token) =>
    // A number that becomes that of an item is no word.
    kinds.includes('markup') ? /\p{L}/u.test(token) : /[\p{L}\p{N}]/u.test(token),
  );
}

function unexplained(was: Rendered, is: Rendered, kinds: ReadonlySet<Change>, source: string): readonly string[] {
  const [from, to] = [normalized(was.tokens, kinds), normalized(is.tokens, kinds)];
  if (kinds.has('order')) {
    const sorted = [...from].sort().join('\0') === [...to].sort().join('\0');
    return sorted ? [] : ['more than the order differs'];
  }
  const found: string[] = [];
  let at = 0;
  let removed: readonly string[] = [];
  const settle = (added: readonly string[]): void => {
    if (removed.length === 0 && added.length === 0) return;
    const chunk = {
      removed,
      added,
      before: from.slice(Math.max(0, at - 12), at),
      after: from.slice(at + removed.length),
    };
    if (!explained(chunk, kinds, source))
      found.push(`${JSON.stringify(removed.join(''))} → ${JSON.stringify(added.join(''))}`);
    at += removed.length;
    removed = [];
  };
  for (const part of diffArrays([...from], [...to])) {
    if (part.removed) removed = part.value;
    else if (part.added) settle(part.value);
    else {
      settle([]);
      at += part.value.length;
    }
  }
  settle([]);
  return found;
}

interface Chunk {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** The tokens around it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const isTag = (token: string | undefined): boolean => token !== undefined && /^<\/?[a-z]/.test(token);
const isMark = (token: string): boolean => /^[.,;:!?…。，；：！？．、।۔؟]$/u.test(token);

/** Tokens without what kinds leave free everywhere. */
function normalized(tokens: readonly string[], kinds: ReadonlySet<Change>): readonly string[] {
  let result = [...tokens];
  if (kinds.has('invisible')) {
    const plain = result.map((token) =>
      token.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, ''),
    );
    // A word that was cut in two by what no one sees is one.
    result = plain.reduce<string[]>((all, token, index) => {
      if (token === '') return all;
      const isCut = plain[index - 1] === '' && /^[\p{L}\p{N}]/u.test(token) && /[\p{L}\p{N}]$/u.test(all.at(-1) ?? '');
      if (isCut && !isTag(all.at(-1))) all[all.length - 1] += token;
      else all.push(token);
      return all;
    }, []);
  }
  if (kinds.has('case')) result = result.map((token) => (isTag(token) ? token : token.toLowerCase()));
  if (kinds.has('emphasis')) result = result.filter((token) => !/^<\/?(?:strong|em|b|i)>$/.test(token));
  if (kinds.has('space')) result = result.filter((token) => token !== ' ');
  if (kinds.has('markup')) result = result.filter((token) => token !== ' ' && !/^<\/?(?:ul|ol|li|a|p)\b/.test(token));
  return result;
}

function explained(chunk: Chunk, kinds: ReadonlySet<Change>, source: string): boolean {
  return [...kinds].some((kind) => explanations[kind]?.(chunk, source) ?? false);
}

const separators = /^[-–—:：,·|•‐‑−~ ]$/u;

/** What a kind of change makes of a place; kinds that are free everywhere are not here. */
const explanations: { readonly [Kind in Change]?: (chunk: Chunk, source: string) => boolean } = {
  'final-mark': ({ removed, added, after }) => {
    const marks = [...removed, ...added];
    const next = after.find((token) => token !== ' ');
    return (
      marks.length <= 2 && marks.every(isMark) && (next === undefined || isTag(next) || !/^[\p{L}\p{N}]/u.test(next))
    );
  },
  separator: ({ removed, added }) => [...removed, ...added].every((token) => separators.test(token)),
  spelling: ({ removed, added }) => removed.length > 0 && added.length > 0 && near(removed.join(''), added.join('')),
  url: ({ removed, added }) => {
    const [from, to] = [removed, added].map((tokens) => tokens.filter((token) => /^<(?:a|img|source) /.test(token)));
    const rest = [...removed, ...added].filter((token) => isTag(token) && !/^<(?:a|img|source) /.test(token));
    return from?.length === to?.length && rest.length === 0 && (from?.length ?? 0) > 0;
  },
  markup: ({ removed, added }, source) => {
    const shown = (tokens: readonly string[]) => tokens.filter((token) => /[\p{L}\p{N}]/u.test(token) && !isTag(token));
    // The address of a link that was broken was shown, and now is not; new ones are not made up.
    const hidden = shown(removed).every((word) => source.includes(word)) && shown(added).length === 0;
    return hidden && [...removed, ...added].every((token) => !/^<\/?(?:h\d|td|tr|code|img)/.test(token));
  },
  'doubled-word': ({ removed, added, before, after }) => {
    if (added.length > 0) return false;
    const lone = removed.filter((token) => token !== ' ').map((token) => token.toLowerCase());
    const around = [...before.slice(-lone.length * 2 - 2), ...after.slice(0, lone.length * 2 + 2)];
    return lone.every((token) => around.some((other) => other.toLowerCase() === token));
  },
  'contents-line': ({ removed, added }) =>
    (removed.length === 0 && /^(?:<\/?[uo]l>)*(?:<\/li>)?<li>.*<a #[^>]*>/s.test(added.join(''))) ||
    (removed.length === 0 && /<a #[^>]*>.*<\/a>(?:<\/li><li>|<\/li>)/s.test(added.join(''))),
  encoding: ({ removed }) => removed.length > 0,
  'check-mark': ({ removed, added }) => /^[xX ]?$/.test(removed.join('')) && /^ ?$/.test(added.join('')),
  label: ({ removed, added }) =>
    [...removed, ...added].every(
      (token) => !isTag(token) && (!/[\p{L}\p{N}]/u.test(token) || /^\p{L}+$/u.test(token)),
    ) &&
    removed.filter((token) => /\p{L}/u.test(token)).length === added.filter((token) => /\p{L}/u.test(token)).length,
  hyphen: ({ removed, added }) => /^[-_]?$/.test(removed.join('')) && /^ ?$/.test(added.join('')),
  cell: ({ removed, added }) => removed.length === 0 && added.every((token) => /^<\/?td>$/.test(token)),
};

/** Whether two spellings are those of one word: the same letters, or a few changed. */
function near(a: string, b: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [from, to] = [letters(a), letters(b)];
  return from === to || Math.abs(from.length - to.length) <= 3 || from.startsWith(to.slice(0, 3));
}
