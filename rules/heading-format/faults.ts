import type { Edit } from '../../src/model/finding.js';
import type { Heading, List } from '../../src/model/list.js';
import { textsIn } from '../../src/rule-kit/visible-text.js';
import { append } from '../../src/text/append.js';
import { groupBy } from '../../src/text/group-by.js';
import { endsWithFullStop } from '../../src/text/sentence.js';
import { lengthWithout } from '../../src/text/trim-end.js';

/** Short forms that headings are fond of. */
const shortened =
  /(?:^|\s)(?:app|approx|conf|dept|dev|ed|edu|est|ext|feat|fig|gov|intl|lang|libs?|max|mgmt|min|misc|org|prof|refs?|sec|specs?|tech|univ|utils?|ver|vol)\.$/i;

/** What can be wrong with the way a Markdown heading is written. */
export type FaultKind =
  | 'underlined'
  | 'indented'
  | 'gap'
  | 'unspaced'
  | 'closed'
  | 'inner'
  | 'trailing'
  | 'mark'
  | 'empty';

/** What many headings have in common, and what to do. */
export const many: Readonly<Record<FaultKind, string>> = {
  underlined: 'use an underline (Setext style); start them with `#` signs instead',
  indented: 'are indented; remove the indentation',
  gap: 'have more than one space after the `#` signs; use one',
  closed: 'have closing `#` signs; remove them',
  inner: 'have several spaces in a row; use one',
  trailing: 'have trailing spaces; remove them',
  mark: 'end with a punctuation mark; remove it',
  unspaced: 'have no space after the `#` signs, so they are not headings; add it',
  empty: 'have no text; add text or remove the `#` signs',
};

/** One thing that is wrong with a heading. */
export interface HeadingFault {
  readonly kind: FaultKind;
  readonly start: number;
  readonly end: number;
  /** Null where there is no automatic fix. */
  readonly edits: readonly Edit[] | null;
  /** True when the fix changes the anchor of the heading. */
  readonly renames: boolean;
}

/** The faults of a Markdown heading in document order; `marks` are those it may not end with. */
export function headingFaults(heading: Heading, list: List, marks: string): readonly HeadingFault[] {
  const { start, end } = heading.position;
  const { text } = list;
  if (text[start.offset] !== '#') return [underlined(heading, text), ...wording(heading, list, marks)];
  const faults: HeadingFault[] = [];
  const add = (kind: FaultKind, from: number, to: number, insert: string | null): void => {
    const edits = insert === null ? null : [{ start: from, end: to, text: insert }];
    faults.push({ kind, start: from, end: to, edits, renames: false });
  };
  const lineStart = start.offset - (start.column - 1);
  if (start.column > 1 && /^[ \t\uFEFF]*[ \t]$/.test(text.slice(lineStart, start.offset)))
    add('indented', text[lineStart] === '\uFEFF' ? lineStart + 1 : lineStart, start.offset, '');
  const lineEnd = /\r|\n|$/.exec(text.slice(end.offset))?.index ?? 0;
  const line = text.slice(start.offset, end.offset + lineEnd);
  const trimmed = line.slice(0, lengthWithout(line, ' \t'));
  if (/^#+(?:[ \t]+#+)?$/.test(trimmed)) {
    add('empty', start.offset, end.offset, null);
    return faults;
  }
  const signs = heading.depth;
  const gap = /^[ \t]*/.exec(trimmed.slice(signs))?.[0] ?? '';
  if (gap !== ' ' && gap !== '') add('gap', start.offset + signs, start.offset + signs + gap.length, ' ');
  append(faults, wording(heading, list, marks));
  const before = trimmed.slice(0, lengthWithout(trimmed, '#'));
  const content = before.slice(0, lengthWithout(before, ' \t'));
  if (before !== trimmed && content !== before)
    add('closed', start.offset + content.length, start.offset + trimmed.length, '');
  if (trimmed !== line) add('trailing', start.offset + trimmed.length, start.offset + line.length, '');
  return faults;
}

/** Lines that were meant as headings: two or more `#` signs directly followed by a word. From `start` to `end` are the signs. */
export function unspacedIn({ blocks, text }: List): readonly { title: string; start: number; end: number }[] {
  return blocks.flatMap(({ kind, items, quoted, position: { start } }) => {
    if (kind !== 'paragraph' || items > 0 || quoted || text[start.offset + 1] !== '#') return [];
    const found = /^(#{2,6})(\p{L}[^\r\n#]{0,80})(?=\r|\n|$)/u.exec(text.slice(start.offset, start.offset + 90));
    const [, signs = '', title = ''] = found ?? [];
    return found === null ? [] : [{ title: title.trim(), start: start.offset, end: start.offset + signs.length }];
  });
}

/** The levels of which at least half of the headings have `#` signs. */
export function signedLevels({ headings, text }: List): ReadonlySet<number> {
  const levels = groupBy(
    headings.filter(({ form }) => form === 'heading'),
    ({ depth }) => depth,
  );
  return new Set(
    [...levels].flatMap(([depth, all]) => {
      const signed = all.filter(({ position }) => text[position.start.offset] === '#').length;
      return signed * 2 >= all.length ? [depth] : [];
    }),
  );
}

/** True for a line that was drawn to underline: a rule below a text has three signs, whatever the text. */
export function isDrawn({ text, position: { start, end } }: Heading, list: List): boolean {
  const line = /[=-]*[ \t]*$/.exec(list.text.slice(start.offset, end.offset))?.[0].trimEnd() ?? '';
  return line.length !== 3 || text.length === 3;
}

/** A heading of one line becomes one with signs; after a `#` at its end they would make that a closing sign. */
function underlined({ depth, position: { start, end } }: Heading, text: string): HeadingFault {
  const [name = '', ...rest] = text.slice(start.offset, end.offset).split(/\r\n|\r|\n/);
  const content = name.trimEnd();
  const edits = [
    { start: start.offset, end: start.offset, text: `${'#'.repeat(depth)} ` },
    { start: start.offset + content.length, end: end.offset, text: '' },
  ];
  const isPlain = rest.length === 1 && !content.endsWith('#') && !content.endsWith('\\');
  return { kind: 'underlined', start: start.offset, end: end.offset, edits: isPlain ? edits : null, renames: false };
}

/** Runs of spaces between words, and a mark at the end of the name. */
function wording(heading: Heading, list: List, marks: string): readonly HeadingFault[] {
  const spans = textsIn(list, heading.position);
  const faults: HeadingFault[] = [];
  for (const { text, position } of spans) {
    const { start, end } = position;
    if (end.offset - start.offset !== text.length || !/ {2}|\t/.test(text)) continue;
    for (const { 0: run, index } of text.matchAll(/(?<=\S)(?: {2,}| *\t[ \t]*)(?=\S)/g)) {
      const from = start.offset + index;
      const to = from + run.length;
      faults.push({ kind: 'inner', start: from, end: to, edits: [{ start: from, end: to, text: ' ' }], renames: true });
    }
  }
  const last = spans.findLast(({ text }) => text.trim() !== '');
  const name = last?.text.trimEnd() ?? '';
  const mark = name.at(-1) ?? '';
  if (last === undefined || mark === '' || !marks.includes(mark) || !isSurplus(heading.text.trimEnd(), mark))
    return faults;
  const { start, end } = last.position;
  // What follows may be the end of a link or of emphasis, but no picture and no code.
  const rest = list.text.slice(start.offset + name.length, heading.position.end.offset);
  if (end.offset - start.offset !== last.text.length || !/^[*_~]*(?:\]\([^()\s]*\)[*_~]*)?[\s#=-]*$/.test(rest))
    return faults;
  const to = start.offset + name.length;
  const shorter = name.slice(0, -1).trimEnd();
  const renames = shorter.length < name.length - 1;
  const edits = [{ start: shorter === '' ? to - 1 : start.offset + shorter.length, end: to, text: '' }];
  return [...faults, { kind: 'mark', start: to - 1, end: to, edits, renames }];
}

/** False for marks that belong to the text: abbreviations, ellipses, `std::`, `:emoji:`, and the end of one of several sentences. */
function isSurplus(text: string, mark: string): boolean {
  if (!text.endsWith(mark)) return false;
  if (mark === '.')
    return endsWithFullStop(text) && !shortened.test(text) && !/[.!?]\s/.test(text) && text.split(/\s+/).length <= 5;
  return !/::$|:[\w+-]+:$/.test(text);
}
