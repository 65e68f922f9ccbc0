/** Controls, line separators, marks of direction and what has no width: none of it belongs into a line that someone commits. Joiners, which letters and emoji need, are not in it. */
export const invisibleCharacters =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+/g;

/** Text from outside on one line, without what cannot be seen, cut at so many characters. */
export function plainLine(text: string, most: number): string {
  const line = text
    .replace(invisibleCharacters, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line.slice(0, most * 2 + 2)];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .replace(/\s+\S*$/, '')}…`;
}

/** What begins a list, a heading or a quote. */
const blockStart = /^(\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|-|$)))/;

/**
 * Text as Markdown that shows the same (CommonMark 0.31, section 2.4); only what would mean something is escaped, so that
 * `snake_case` and `a * b` stay as people write them. `row` is true inside a table, where a bar ends the cell;
 * `begins` is false where the text surely begins no block.
 */
export function escaped(text: string, { row = false, begins = true } = {}): string {
  const tildes = (text.match(/~/g)?.length ?? 0) > 1 ? /(?<=\S)~|~(?=\S)/g : /(?!)/g;
  // GitHub shows what is between two dollar signs as a formula.
  const dollars = /\$(?!\s)(?:[^$]*[^$\s])\$(?![\p{L}\p{N}])/u.test(text) ? /\$/g : /(?!)/g;
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[`[\]]/g, '\\$&')
    .replace(/(?<=\S)\*|\*(?=\S)/g, '\\*')
    .replace(/(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu, (marks) => marks.replaceAll('_', '\\_'))
    .replace(tildes, '\\~')
    .replace(dollars, '\\$$')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replace(row ? /\|/g : /(?!)/g, '\\|')
    .replace(begins ? blockStart : /(?!)/, '$1\\');
}

/** Text of which a backtick ends nothing: for a name that is in code. */
export function inCode(text: string, row: boolean): string {
  const code = text.replaceAll('`', "'");
  return row ? code.replaceAll('|', '\\|') : code;
}

/** An address as the destination of a link: what would end it is escaped by percent signs, and parentheses get brackets around it (section 6.3). */
export function destination(url: string, row = false): string {
  const safe = url.replace(/[\s\u0000-\u0020\u007F-\u009F<>"\\`{}^\p{Cf}\p{Surrogate}]/gu, (sign) =>
    /\p{Surrogate}/u.test(sign) ? '%EF%BF%BD' : percent(sign),
  );
  const literal = safe.replace(/&(?=#?\w{1,32};)/g, '&amp;');
  const whole = row ? literal.replaceAll('|', '%7C') : literal;
  return /[()]/.test(whole) ? `<${whole}>` : whole;
}

function percent(sign: string): string {
  return sign === ' ' ? '%20' : encodeURIComponent(sign);
}
