import type { InvisibleCharacter } from './characters.js';

/** Longer words are cut. */
const longest = 20;

const lastOf = (word: string): string => /.{0,20}$/u.exec(word)?.[0] ?? '';
const firstOf = (word: string): string => /^.{0,20}/u.exec(word)?.[0] ?? '';

/** The word before a character, or the one after it where there is none, as where to look for what cannot be seen. */
export function nextTo(text: string, { start, end }: Pick<InvisibleCharacter, 'start' | 'end'>): string {
  const before = /[^\s`]+$/u.exec(text.slice(Math.max(0, start - longest - 1), start))?.[0];
  if (before !== undefined) return `after \`${before.length > longest ? `…${lastOf(before)}` : before}\``;
  const after = /^[^\s`]+/u.exec(text.slice(end, end + longest + 1))?.[0];
  if (after === undefined) return between(text[start - 1], text[end]);
  return `before \`${after.length > longest ? `${firstOf(after)}…` : after}\``;
}

function between(before: string | undefined, after: string | undefined): string {
  const [one, other] = [neighbor(before, 'start'), neighbor(after, 'end')];
  return one === other ? `between ${one === 'a space' ? 'spaces' : 'backticks'}` : `between ${one} and ${other}`;
}

function neighbor(character: string | undefined, end: 'start' | 'end'): string {
  if (character === '`') return 'a backtick';
  return character === undefined || /[\r\n]/.test(character) ? `the ${end} of the line` : 'a space';
}

/** True for a no-break space between two words: it looks like any other, and nothing is read otherwise. */
export function keepsWordsTogether(text: string, { start, end }: InvisibleCharacter): boolean {
  return (
    /^[\u00A0\u202F]$/.test(text.slice(start, end)) &&
    /[\p{L}\p{N}.,;!?'"’”]$/u.test(pair(text, start)) &&
    /^[\p{L}\p{N}('"‘“«]/u.test(text.slice(end, end + 2))
  );
}

/** True inside the URL of a link, or of what looks like one. */
export function isInUrl(text: string, { start, end }: InvisibleCharacter): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const token = (/\S*$/.exec(before)?.[0] ?? '') + (/^\S*/.exec(text.slice(end, end + 200))?.[0] ?? '');
  return (/\]\(<?[^\s)]*$/.test(before) && text[end] !== ' ') || /^\W*(?:https?:|www\.)/i.test(token);
}

/** True where no Markdown can come to be or pass away: between letters and spaces, after the start of the line. */
export function keepsDocument(text: string, { kind, start, end }: InvisibleCharacter): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // Behind a number at the start of a line an item may begin.
  if (!/[\p{L}\p{N})]/u.test(line.replace(/^(?:[\s>]|[-+*]\s)*(?:\d{1,9}[.)]?$)?/, ''))) return false;
  if (kind === 'invisible' && joinsMarkup(text, start, end)) return false;
  const isPlain = (character: string): boolean => /^[\p{L}\p{N}\s.,;:!?'’"”()–—-]?$/u.test(character);
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (
    isPlain(after) &&
    !(kind === 'invisible' && joinsLink(text, start, end)) &&
    (isPlain(before) || (kind === 'space' && /[\]`*_]/.test(before)) || /\p{So}|\p{M}/u.test(pair(text, start)))
  );
}

/** True where a letter comes to be next to a URL or an email address: it may not be a link then, or another one. */
function joinsLink(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(pair(text, start)) && /^(?:https?:\/\/|www\.)|^[\w.+-]+@/i.test(text.slice(end, end + 200))
  );
}

/** True inside of what would be a character reference, an emoji, a tag, a comment, a marker or the label of a reference without the character. */
function joinsMarkup(text: string, start: number, end: number): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(end, end + 40))?.[0] ?? '';
  const isLabel =
    /\[[^[\]\r\n]*$/.test(text.slice(Math.max(0, start - 200), start)) &&
    /^[^[\]\r\n]*\](?!\()/.test(text.slice(end, end + 200));
  return (
    isLabel ||
    (/&#?\w*$/.test(before) && /^\w*;/.test(after)) ||
    (/:[\w+-]*$/.test(before) && /^[\w+-]*:/.test(after)) ||
    (/<[!/]?[\w-]*$/.test(before) && /^[\w!/-]/.test(after)) ||
    (/(?:^|[^\w])[@#]\w*$/.test(before) && /^\w/.test(after)) ||
    (/[-.]$/.test(before) && /^[-.]/.test(after)) ||
    /[@]/.test(before + after)
  );
}

/** The character before an offset, surrogates joined. */
function pair(text: string, at: number): string {
  return /(?:[\ud800-\udbff][\udc00-\udfff]|.)$/s.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
}
