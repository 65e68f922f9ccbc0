/** A web link in a line of Markdown or HTML. */
export interface LineLink {
  readonly url: string;
  /** The text of the link; empty where it has none. */
  readonly label: string;
  /** True for the first link of a line that is written as an entry: a list item, a table row, or their HTML. */
  readonly leads: boolean;
}

/** A web address, with parentheses in pairs as Markdown takes them in a destination (CommonMark 0.31, section 6.3). */
const address =
  /https?:\/\/(?:[^\s<>"'`()[\]|\\]|\\[!-/:-@[-`{-~]|\((?:[^\s<>"'`()]|\([^\s<>"'`()]{0,200}\)){0,200}\))+/gi;

const entryLine = /^\s*(?:>\s*)?(?:[-*+•]|\d{1,9}[.)]|\||<(?:li|td|tr)\b)/i;

/** Links longer than this are no entries. UTF-16 units. */
const longestLabel = 200;

/** The web addresses in a text of Markdown, in order: those of links and images as well as bare ones, without the punctuation after these. */
export function* webAddresses(text: string): Generator<{ readonly url: string; readonly index: number }> {
  for (const { 0: found, index } of text.matchAll(address)) {
    const isBare = !/(?:\]\(|\]:[ \t]*)<?$|<$/.test(text.slice(Math.max(0, index - 20), index));
    yield { url: plainUrl(isBare ? withoutMarks(found) : found), index };
  }
}

/** The web links of one line, images left out. A reading of history needs no more than lines, so it never parses old versions. */
export function lineLinks(line: string): readonly LineLink[] {
  if (!/https?:\/\//i.test(line)) return [];
  const links: LineLink[] = [];
  let leads = entryLine.test(line);
  for (const { url, index } of webAddresses(line)) {
    const opening = openingOf(line, index);
    if (opening?.image) continue;
    links.push({ url, label: opening?.label ?? '', leads });
    leads = false;
  }
  return links;
}

/** Without the punctuation at the end, which is that of the sentence around; in linear time, unlike a pattern with `$`. */
function withoutMarks(url: string): string {
  let end = url.length;
  while ('.,;:!?*_~'.includes(url.charAt(end - 1))) end--;
  return url.slice(0, end);
}

/** The text of the Markdown link whose destination begins at `at`; null for another kind of link. */
function openingOf(line: string, at: number): { readonly label: string; readonly image: boolean } | null {
  const before = line[at - 1] === '<' ? at - 1 : at;
  const close = before - 2;
  if (line[close] !== ']' || line[close + 1] !== '(') return otherOpening(line.slice(0, before));
  let depth = 0;
  for (let start = close; start >= 0 && close - start < longestLabel; start -= 1) {
    if (line[start] === ']') depth += 1;
    else if (line[start] === '[') depth -= 1;
    if (depth === 0) return { label: line.slice(start + 1, close), image: line[start - 1] === '!' };
  }
  return { label: '', image: false };
}

/** What a definition of a reference link or an HTML attribute has before the address. */
function otherOpening(before: string): { readonly label: string; readonly image: boolean } | null {
  if (/src\s*=\s*["']?$/i.test(before.slice(-12))) return { label: '', image: true };
  const definition = /^ {0,3}\[([^\]]{1,200})\]:[ \t]*$/.exec(before.slice(0, longestLabel + 20));
  return definition === null ? null : { label: definition[1] ?? '', image: false };
}

/** As Markdown reads a destination: escapes and the character references that occur in addresses are resolved. */
function plainUrl(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&(?:amp|#38|#x26);/gi, '&');
}
