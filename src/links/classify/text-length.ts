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

/** How much of a stretch is shown: white space is folded, and a character reference is one character. */
function lengthOf(text: string): number {
  return text
    .replace(/&[^;\s]{1,40};?/g, '')
    .replace(/\s+/g, ' ')
    .trim().length;
}
