import type { Root } from 'mdast';

/** Slices are at least this long, in UTF-16 units: shorter ones gain nothing. */
const least = 4_000;

/** A line that begins a section, after a blank line. Such a heading ends every block but comments, raw HTML and fences. */
const heading = /(?<=\n[ \t]*\r?\n)#{1,6}[ \t]/g;

/** HTML that ends at a mark of its own and not at a blank line (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const raw: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/**
 * Cuts a text before headings into pieces that can be read one by one. A text that defines anything that may be referred
 * to from elsewhere (`]:`) is one piece, and so is a short one.
 */
export function slicesOf(text: string): readonly string[] {
  if (text.length < least * 2 || text.includes(']:')) return [text];
  const slices: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(heading)) {
    if (index - from < least) continue;
    slices.push(text.slice(from, index));
    from = index;
  }
  slices.push(text.slice(from));
  return slices;
}

/** True when the last block of a piece would go on into the next one: a fence or raw HTML that nothing has closed. */
export function isOpenAtEnd({ children }: Root, slice: string): boolean {
  const last = children.at(-1);
  if (last?.position === undefined || (last.type !== 'code' && last.type !== 'html')) return false;
  const source = slice.slice(last.position.start.offset, last.position.end.offset);
  if (last.type === 'html') {
    return raw.some(([opens, closes]) => {
      const opening = opens.exec(source)?.[0];
      return opening !== undefined && !closes.test(source.slice(opening.length));
    });
  }
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[0];
  if (fence === undefined) return false;
  const ending =
    source
      .slice(source.search(/[\r\n]|$/))
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  return !new RegExp(`^ {0,3}\\${fence[0]}{${fence.length},}[ \\t]*$`).test(ending);
}
