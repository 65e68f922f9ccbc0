import type { Root } from 'mdast';

/** Slices are at least this long, in UTF-16 units: shorter ones gain nothing. */
const least = 2_000;

/**
 * A heading after a blank line, which ends every block but comments, raw HTML and fences; or a bullet at the margin right
 * below another one of its kind, which in a list begins the next item.
 */
const cut = /(?<=\n[ \t]*\r?\n)#{1,6}[ \t]|(?<=\n([-*+]) [^\r\n]*\r?\n)\1 (?=\S)/g;

/** HTML that ends at a mark of its own and not at a blank line (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const raw: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/**
 * Cuts a text before headings and items into pieces that can be read one by one. A text that defines anything that may be referred
 * to from elsewhere (`]:`) is one piece, and so is a short one.
 */
export function slicesOf(text: string): readonly string[] {
  if (text.length < least * 2 || text.includes(']:')) return [text];
  const slices: string[] = [];
  let from = 0;
  // Looked for from where a slice is long enough, as most lines of a list could be cut at.
  for (;;) {
    cut.lastIndex = from + least;
    const found = cut.exec(text);
    if (found === null) break;
    slices.push(text.slice(from, found.index));
    from = found.index;
  }
  slices.push(text.slice(from));
  return slices;
}

/** True when the cut behind a piece went through something: a fence or raw HTML that nothing has closed, or lines that are no list. */
export function isCutThrough({ children }: Root, slice: string, next: string): boolean {
  const last = children.at(-1);
  if (last?.position === undefined) return false;
  const source = slice.slice(last.position.start.offset, last.position.end.offset);
  if (!next.startsWith('#')) {
    return last.type !== 'list' || last.position.start.column !== 1 || source[0] !== next[0];
  }
  if (last.type === 'html') {
    return raw.some(([opens, closes]) => {
      const opening = opens.exec(source)?.[0];
      return opening !== undefined && !closes.test(source.slice(opening.length));
    });
  }
  const fence = last.type === 'code' ? /^(`{3,}|~{3,})/.exec(source)?.[0] : undefined;
  if (fence === undefined) return false;
  const ending =
    source
      .slice(source.search(/[\r\n]|$/))
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  return !new RegExp(`^ {0,3}\\${fence[0]}{${fence.length},}[ \\t]*$`).test(ending);
}
