import { entryKey } from '../lint/entry-key.js';
import type { List } from '../model/list.js';
import type { upkeepNames } from '../model/upkeep.js';
import { oneLine } from '../report/escape.js';
import { EditedLines } from './lines.js';

/** The comment by which an entry is kept. */
export interface KeepComment {
  /** The command that leaves it alone. */
  readonly name: (typeof upkeepNames)[number];
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
}

/** Adds a comment to entries with some keys (`entryKey`) by which they are kept until a day; where it would change the list otherwise, it is left out. */
export function keepEntries(
  list: List,
  keys: ReadonlySet<string>,
  { name, until, reason }: KeepComment,
  reread: (text: string) => List,
): string {
  const why =
    oneLine(reason)
      .replace(/[^\p{L}\p{N} .,#'()/-]/gu, '')
      .slice(0, 100) || 'a maintainer keeps it';
  const comment = `<!-- listwright-except ${name} until ${until}: ${why} -->`;
  let text = list.text;
  let read = list;
  // Comments change no entry, so that each keeps its place among the others.
  for (const index of list.entries.keys()) {
    const entry = read.entries[index];
    if (entry === undefined || !keys.has(entryKey(entry, list.path))) continue;
    const edited = new EditedLines(text);
    const row = entry.label.end.line - 1;
    const line = edited.at(row);
    const column = entry.form === 'row' ? entry.label.end.column - 1 : line.trimEnd().length;
    edited.change(row, `${line.slice(0, column)} ${comment}${line.slice(column)}`);
    const next = edited.text();
    const again = reread(next);
    const isSame =
      again.entries.length === read.entries.length &&
      again.entries.every((one, at) => one.url === read.entries[at]?.url && one.name === read.entries[at]?.name);
    if (!isSame) continue;
    text = next;
    read = again;
  }
  return text;
}
