import type { Entry, List } from '../model/list.js';
import { plural, pluralForm } from '../text/plural.js';
import { lineRange } from './lines.js';

/** The lines of an entry, 0-based, with those of the comments that are about it alone. */
export interface EntryLines {
  readonly first: number;
  readonly last: number;
}

const forms: ReadonlySet<Entry['form']> = new Set(['item', 'row', 'paragraph', 'html']);
/** What may be around an entry on its lines, besides tags in HTML. */
const around = { markdown: /^[ \t|>]*$/, html: /^(?:[ \t]|&(?:nbsp|emsp|ensp|bull|middot);|<[^<>]*>)*$/ };

/** The lines to remove for an entry, or in a clause why a program should not. `ended` are the entries that go with it. */
export function removableLines(entry: Entry, list: List, ended: ReadonlySet<Entry>): EntryLines | string {
  if (!forms.has(entry.form)) return 'it is written as a heading; remove it manually';
  const { text } = list;
  const { first, last } = lineRange(entry.position, text);
  const lines = list.entries.flatMap((other) => {
    const line = other.position.start.line - 1;
    return other !== entry && line >= first && line <= last ? [other] : [];
  });
  const living = lines.filter((other) => !ended.has(other));
  if (living.length > 0)
    return `${plural(living.length, 'entry', 'entries')} on its lines or below it ${pluralForm(living.length, 'is', 'are')} still alive; remove it manually`;
  const { start, end } = entry.position;
  const before = text.slice(start.offset - start.column + 1, start.offset);
  const own = text.slice(start.offset, end.offset).trimEnd();
  const after = /^[^\r\n]*/.exec(text.slice(start.offset + own.length))?.[0] ?? '';
  const isHtml = entry.form === 'html';
  const bounds = isHtml ? around.html : around.markdown;
  if (!bounds.test(before) || !bounds.test(after)) return 'there is other text on its line; remove it manually';
  if (list.headings.some(({ position }) => within(position.start.line, first, last)))
    return 'there is a heading in it; remove it manually';
  if (isHtml ? isUnbalanced(before + own + after, tagsIn(before + own + after)) : isUnbalanced(own, structural))
    return 'HTML begins or ends in it; remove it manually';
  return { first: commentsAbove(entry, list, first), last };
}

function within(line: number, first: number, last: number): boolean {
  return line - 1 >= first && line - 1 <= last;
}

/** Elements that change how what is around an entry is read. */
const structural: readonly string[] = ['details', 'table', 'div', 'ul', 'ol', 'p'];
/** Elements without an end. */
const voids: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'wbr', 'input', 'source', 'col']);

function tagsIn(text: string): readonly string[] {
  const names = [...text.matchAll(/<\/?([a-z][a-z\d]{0,20})/gi)].map(([, name = '']) => name.toLowerCase());
  return [...new Set(names)].filter((name) => !voids.has(name));
}

/** True where a text has the beginning of one of these elements without its end, or the other way around. */
function isUnbalanced(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const count = (pattern: string): number => text.match(new RegExp(pattern, 'gi'))?.length ?? 0;
    return count(`<${name}[\\s>]`) !== count(`</${name}>`);
  });
}

/** The first line of the comments above an entry that are about it alone: they would silence the next one. */
function commentsAbove(entry: Entry, { directives, text }: List, first: number): number {
  const lines = text.split(/\r\n|\r|\n/);
  let top = first;
  for (const { verb, position, dialect } of directives.toReversed()) {
    const line = position.end.line - 1;
    if (line !== top - 1 || position.start.offset >= entry.position.start.offset) continue;
    const isSingle = dialect === 'listwright' && !['disable', 'enable'].includes(verb);
    if (!isSingle || !/^[ \t>]*<!--.*-->[ \t]*$/.test(lines[line] ?? '')) continue;
    top = position.start.line - 1;
  }
  return top;
}
