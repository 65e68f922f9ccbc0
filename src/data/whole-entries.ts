import { entryGrammar } from '../grammar/grammar.js';
import { titlesAt } from '../lint/match-place.js';
import type { EntriesOptions } from '../model/entry-options.js';
import type { Entry, List } from '../model/list.js';
import type { Item } from '../model/markdown.js';
import { writeItem } from './render-items.js';
import { contentDifference } from './same-content.js';

/** An entry as a list has it: its Markdown, and the values that its format reads from it. */
interface ReadEntry {
  readonly entry: Entry;
  /** On one line, without a bullet. */
  readonly source: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Fields whose values are Markdown. */
  readonly isMarkdown: ReadonlySet<string>;
}

/** An entry that becomes one value. */
export interface WholeEntry {
  /** The only field of a format such as `- {text}`. */
  readonly field: string;
  /** Its Markdown. */
  readonly source: string;
}

/**
 * The entries that would lose something if they were written from the fields of their format, such as emphasis around a link or
 * the title of one: they are kept as Markdown by a format that is one field, where their section has one.
 */
export function wholeEntries(
  list: List,
  options: EntriesOptions,
  readEntry: (item: Item) => ReadEntry | null,
): ReadonlyMap<Entry, WholeEntry> {
  const grammar = entryGrammar(options);
  const wholes = new Map<Entry, WholeEntry>();
  for (const item of list.items) {
    const read = readEntry(item);
    if (read === null) continue;
    const { entry, source, values, isMarkdown } = read;
    const [section] = grammar.sectionsFor([titlesAt(list, entry.position, entry)]);
    const field = section?.formats?.flatMap(({ parts: [part, ...others] }) =>
      part?.kind === 'field' && others.length === 0 ? [part.name] : [],
    )[0];
    if (section === undefined || field === undefined) continue;
    const written = writeItem(
      {
        values: new Map([...values].map(([name, all]) => [name, all.map((text) => ({ text }))])),
        isMarkdown: (name) => isMarkdown.has(name),
      },
      section,
      '',
      'usual',
    );
    const text = 'lacks' in written ? '' : written.lead.replace(/^\S+\s+/, '') + written.text;
    if (contentDifference(source, text) !== null) wholes.set(entry, { field, source });
  }
  return wholes;
}
