/** What may follow a destination up to the end of its link: a title, and spaces. Lines of a quotation begin with its marker. */
const space = '(?:[ \\t]|\\r?\\n[ \\t>]*)';
const title = `(?:${space}+(?:"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'|\\((?:\\\\.|[^()\\\\])*\\)))?${space}*`;
const endOfLink = new RegExp(`${title}\\)`, 'sy');
const endOfDefinition = new RegExp(title, 'sy');
const spaces = new RegExp(`${space}*`, 'y');

/** Where the destination of a link or an image is that ends at `to`; `from` is in its text. Null where none fits (CommonMark 0.31, 6.3). */
export function destinationIn(text: string, from: number, to: number): readonly [number, number] | null {
  for (let at = text.indexOf('](', from); at >= 0 && at < to; at = text.indexOf('](', at + 1)) {
    const found = destinationAt(text, at + 2, to);
    if (endAfter(endOfLink, text, found) === to) return [found.start, found.end];
  }
  return null;
}

/** Where the destination of a definition is, whose text this is. */
export function destinationOfDefinition(text: string): readonly [number, number] | null {
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 1)) {
    const found = destinationAt(text, at + 2, text.length);
    if (endAfter(endOfDefinition, text, found) === text.length) return [found.start, found.end];
  }
  return null;
}

interface Destination {
  readonly start: number;
  readonly end: number;
  readonly angled: boolean;
}

/** Reads a destination behind spaces: in angle brackets, or up to a space or a parenthesis that has no partner. */
function destinationAt(text: string, from: number, to: number): Destination {
  spaces.lastIndex = from;
  const first = from + (spaces.exec(text)?.[0].length ?? 0);
  const angled = text[first] === '<';
  const start = angled ? first + 1 : first;
  let depth = 0;
  let end = start;
  for (; end < to; end++) {
    const character = text[end] ?? '';
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(text[end + 1] ?? '')) end++;
    else if (angled ? character === '>' || character === '\n' : /[\0- \x7f]/.test(character)) break;
    else if (!angled && character === '(') depth++;
    else if (!angled && character === ')' && depth-- === 0) break;
  }
  return { start, end: Math.min(end, to), angled };
}

function endAfter(rest: RegExp, text: string, { end, angled }: Destination): number | null {
  if (angled && text[end] !== '>') return null;
  rest.lastIndex = angled ? end + 1 : end;
  const found = rest.exec(text);
  return found === null ? null : found.index + found[0].length;
}
