import { hidesText } from './page-text.js';

const tag = /<(\/?)([a-z][^\s/>"'=<]*)[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/iy;

/**
 * True for a page that surely shows more than `length` UTF-16 units of text, decided without reading all of it; `readPage` reads
 * the same text at ten times the cost. False where it is in doubt.
 */
export function surelyShowsMoreThan(html: string, length: number): boolean {
  let at = 0;
  let shown = 0;
  while (shown <= length) {
    const open = html.indexOf('<', at);
    if (open < 0) return false;
    if (open > at) shown += lengthOf(html.slice(at, Math.min(open, at + 4 * length)));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open);
      if (end < 0) return false;
      at = end + 3;
      continue;
    }
    if (html.startsWith('<!', open)) {
      const end = html.indexOf('>', open);
      if (end < 0) return false;
      at = end + 1;
      continue;
    }
    tag.lastIndex = open;
    const [whole, slash, name = ''] = tag.exec(html) ?? [];
    if (whole === undefined) return false;
    at = open + whole.length;
    if (slash === '/' || !hidesText(name)) continue;
    // What is hidden within what is hidden is left to the reader of pages.
    const rest = html.slice(at).search(new RegExp(`<(?:/?${name}\\b|!--)`, 'i'));
    if (rest < 0 || html[at + rest + 1] !== '/') return false;
    at += rest;
  }
  return true;
}

/** What makes a stretch shorter when it is shown, besides white space at its ends. */
const shrinks = /&|[\0- \s]{2}/;

/** How much of a stretch is shown: white space is folded, and a character reference is nothing. */
function lengthOf(text: string): number {
  if (!shrinks.test(text)) return Math.max(0, text.length - endsIn(text, 0) - endsIn(text, text.length - 1));
  const shown = text.includes('&') ? text.replace(/&[^;\s]{1,40};?/g, '') : text;
  let length = 0;
  let isAfterSpace = true;
  // A loop, since a replacement of all white space takes ten times as long.
  for (let index = 0; index < shown.length; index++) {
    const isSpace = isWhiteSpace(shown.charCodeAt(index));
    if (!(isSpace && isAfterSpace)) length++;
    isAfterSpace = isSpace;
  }
  return isAfterSpace && length > 0 ? length - 1 : length;
}

/** One for white space at a place, else nothing. */
const endsIn = (text: string, at: number): number => (isWhiteSpace(text.charCodeAt(at)) ? 1 : 0);

/** True for what `\s` matches, and for all other controls of ASCII, which show nothing either. */
function isWhiteSpace(code: number): boolean {
  return code <= 0x20 || (code >= 0xa0 && otherSpaces.has(code));
}

const otherSpaces: ReadonlySet<number> = new Set(
  Array.from(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
    (space) => space.charCodeAt(0),
  ),
);
