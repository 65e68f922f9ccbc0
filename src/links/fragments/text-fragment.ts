import { Tokenizer } from 'htmlparser2';
import { ignoredTokens } from '../../text/ignored-tokens.js';
import { decode } from '../../url/fragment.js';

const hidden = new Set('script style noscript template title'.split(' '));
/** Elements that do not part words. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup u var wbr'.split(' '),
);

/** True for a fragment with a text directive (WICG, Text Fragments, 3.3). */
export function hasTextDirective(fragment: string): boolean {
  return /:~:(?:[^&]*&)*text=/s.test(fragment);
}

/** The text of a page as `missingText` compares it: lower case, white space folded. One linear pass, total. */
export function shownText(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  const isHidden = (start: number, end: number): boolean => hidden.has(html.slice(start, end).toLowerCase());
  const part = (start: number, end: number): void => {
    if (!inline.has(html.slice(start, end).toLowerCase())) parts.push(' ');
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...ignoredTokens,
      onopentagname(start, end) {
        if (isHidden(start, end)) depth++;
        part(start, end);
      },
      onclosetag(start, end) {
        if (isHidden(start, end)) depth = Math.max(0, depth - 1);
        part(start, end);
      },
      ontext(start, end) {
        if (depth === 0) parts.push(html.slice(start, end));
      },
      ontextentity(code) {
        if (depth === 0) parts.push(String.fromCodePoint(code));
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return fold(parts.join(''));
}

/**
 * The first text of a fragment's directives that a page does not contain, as written; null where it has all of them.
 * A directive is `[prefix-,]start[,end][,-suffix]`; the parts have to follow each other (WICG, Text Fragments, 3.5).
 */
export function missingText(fragment: string, text: string): string | null {
  const directives = fragment.slice(fragment.indexOf(':~:') + 3).split('&');
  for (const directive of directives) {
    if (!directive.startsWith('text=')) continue;
    const parts = directive
      .slice(5)
      .split(',')
      .map((part) => decode(part.replace(/^-|-$/g, '')).trim())
      .filter((part) => part !== '');
    let at = 0;
    for (const part of parts) {
      const found = text.indexOf(fold(part), at);
      if (found < 0) return part;
      at = found + fold(part).length;
    }
  }
  return null;
}

/** Case, accents and white space do not count (WICG, Text Fragments, 3.5.1), nor the form of quotes and dashes, which sites change as they render. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201B`´]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060]/g, '')
    .replace(/\s+/g, ' ');
}
