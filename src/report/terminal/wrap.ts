import { charactersOf, widthOf } from './text-width.js';

/** Breaks a text at spaces into lines of at most `width` columns; a word longer than that is alone on its line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text, Math.min(longestSpan, width))) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(next) > width) {
      lines.push(line);
      line = word;
    } else line = next;
  }
  return [...lines, line];
}

/** Code with spaces that is no wider than this stays on one line: a separator such as ` - ` cannot be read in two. */
const longestSpan = 20;

/** The words between spaces; short code in backticks is one word. */
function wordsOf(text: string, longest: number): readonly string[] {
  const words = text.split(' ');
  const joined: string[] = [];
  for (let index = 0; index < words.length; ) {
    let end = index + 1;
    let isOpen = hasOddTicks(words[index] ?? '');
    while (isOpen && end < words.length) isOpen = !hasOddTicks(words[end++] ?? '');
    const span = words.slice(index, end);
    const whole = span.join(' ');
    joined.push(...(isOpen || widthOf(whole) > longest ? span : [whole]));
    index = end;
  }
  return joined;
}

function hasOddTicks(text: string): boolean {
  return (text.match(/`/g)?.length ?? 0) % 2 === 1;
}

/** An address is never cut below this many columns: a person copies it. */
const longestAddress = 400;

/** Breaks a text at spaces and cuts words wider than `width`, save addresses, which a terminal may break. */
export function paragraph(text: string, width: number, ellipsis = '…'): readonly string[] {
  return wrap(text, width).map((line) => cut(line, line.includes('://') ? longestAddress : width, ellipsis));
}

/** Cuts a text to `width` columns, with an ellipsis where it was longer. */
export function cut(text: string, width: number, ellipsis = '…'): string {
  if (widthOf(text) <= width) return text;
  let result = '';
  let columns = widthOf(ellipsis);
  for (const character of charactersOf(text)) {
    columns += widthOf(character);
    if (columns > width) break;
    result += character;
  }
  return result + ellipsis;
}
