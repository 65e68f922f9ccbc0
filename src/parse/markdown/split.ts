import type { RootContent } from 'mdast';

/** How long slices are, in UTF-16 units. */
export interface ChunkSizes {
  /** They are at least this long. */
  readonly least: number;
  /** From here on any place that a slice may end at will do. */
  readonly most: number;
}

/** Shorter slices gain nothing. */
export const defaultSizes: ChunkSizes = { least: 4_000, most: 8_000 };

/**
 * A heading or a comment, or after an empty line another block that no bullet or number begins: it ends every block but HTML and fences; or a
 * bullet or number at the margin right below another one of its kind or below what is indented, which in a list begins the next item.
 */
const cut = new RegExp(
  [
    '(?<=\\n)(?:#{1,6}[ \\t]|<!--)',
    '(?<=\\n[ \\t]*\\r?\\n)(?:[^\\s\\d*_+=-]|\\*\\*(?=\\S)|__)',
    '(?<=\\n([-*+]) [^\\r\\n]*\\r?\\n)\\1 (?=\\S)',
    '(?<=\\n\\d{1,9}([.)]) [^\\r\\n]*\\r?\\n)\\d{1,9}\\2 (?=\\S)',
    '(?<=\\n[ \\t]+\\S[^\\r\\n]*\\r?\\n)(?:[-*+]|\\d{1,9}[.)]) (?=\\S)',
  ].join('|'),
  'g',
);

/** HTML that ends at a mark of its own and not at a blank line (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const raw: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/** The offsets of the places before headings, paragraphs and items at which a text may be cut into slices that are read one by one; 0 is the first. */
export function cutsOf(text: string, { least, most }: ChunkSizes = defaultSizes): readonly number[] {
  const cuts = [0];
  if (text.length < least * 2) return cuts;
  let from = 0;
  cut.lastIndex = least;
  // Looked for from where a slice is long enough, as most lines of a list could be cut at.
  for (let found = cut.exec(text); found !== null; found = cut.exec(text)) {
    const at = found.index;
    if (at - from < most && !isMark(text, at)) continue;
    cuts.push(at);
    from = at;
    cut.lastIndex = from + least;
  }
  return cuts;
}

/** Headings, and one item in four by what follows it: so an edit moves the cuts close to it and no others. */
function isMark(text: string, at: number): boolean {
  if (text[at] === '#') return true;
  let sum = 0;
  for (let index = at; index < at + 24; index++) sum += text.charCodeAt(index) || 0;
  return sum % 4 === 0;
}

/** What kind of list an item at the margin is of: its bullet, or what ends its number; null where there is no item. */
export function itemKindAt(text: string, at: number): string | null {
  const [, bullet = null, delimiter = bullet] = /^(?:([-*+])|\d{1,9}([.)]))[ \t]/.exec(text.slice(at, at + 11)) ?? [];
  return delimiter;
}

/** True when the cut behind a slice went through something: a fence or raw HTML that nothing has closed, or lines that are no list. */
export function isCutThrough(nodes: readonly RootContent[], text: string, at: number, end: number): boolean {
  const slice = text.slice(at, end);
  const last = nodes.at(-1);
  if (last?.position === undefined) return false;
  const source = slice.slice(last.position.start.offset, last.position.end.offset);
  // Blocks end in a line that is not blank; what reaches beyond, as a fence in an item may, has been ended by the cut alone.
  if (/\n/.test(source.slice(source.trimEnd().length))) return true;
  const kind = itemKindAt(text, end);
  if (kind !== null) return last.type !== 'list' || last.position.start.column !== 1 || itemKindAt(source, 0) !== kind;
  if (last.type === 'html') {
    const html = source.trimStart();
    const own = raw.find(([opens]) => opens.test(html));
    // Other kinds end at an empty line, and not at a heading or a comment.
    if (own === undefined) return !/\n[ \t]*\r?\n$/.test(slice.slice(-99));
    const [opens, closes] = own;
    return !closes.test(html.slice(opens.exec(html)?.[0].length));
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
