import { contextsOf } from '../grammar/field-context.js';
import { entryGrammar, fieldNames } from '../grammar/grammar.js';
import { renderEntry } from '../grammar/render-entry.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { escaped, inCode } from '../text/escape-markdown.js';
import { formatDescription } from './format-entry.js';
import type { EntryStyle } from './infer-style.js';
import type { ProposedFacts } from './proposed-facts.js';

/** Values of fields that a format has, by their names. */
export type FieldTexts = ReadonlyMap<string, readonly string[]>;

/**
 * An entry as a format of its section has it, without its bullet: by the one that takes most of its values. Null where none takes
 * its name, URL and all that is given of other fields.
 * @param titles those of the sections around it
 */
export function writtenByFormat(
  entries: EntriesOptions,
  titles: readonly string[],
  facts: ProposedFacts,
  style: EntryStyle,
  given: FieldTexts,
): string | null {
  const { name, url, kind } = facts;
  const description = formatDescription(facts, style);
  const texts = new Map<string, readonly string[]>([
    ...given,
    ...[['name', [name]] as const, ['url', [url]] as const],
    ...(description === null ? [] : [['description', [description]] as const]),
  ]);
  // What follows the description in all entries is not in the format.
  if (kind !== null || style.tail !== '') return null;
  const [section] = entryGrammar(entries).sectionsFor([titles]);
  let best: { readonly text: string; readonly count: number } | null = null;
  for (const format of section?.formats ?? []) {
    const fields = fieldNames(format.parts, new Set());
    const needed = ['name', 'url', ...(description === null ? [] : ['description']), ...given.keys()];
    if (needed.some((field) => !fields.has(field))) continue;
    const contexts = contextsOf(format.parts);
    const values: Record<string, readonly string[]> = Object.create(null);
    for (const [field, own] of texts)
      values[field] = own.map((text) => {
        const context = contexts.get(field);
        if (field === 'description') return text;
        return context === 'target'
          ? text
          : context === 'code'
            ? inCode(text, false)
            : escaped(text, { begins: field === 'name' });
      });
    const text = renderEntry(format, values);
    const count = [...fields].filter((field) => texts.has(field)).length;
    if (text !== null && (best === null || count > best.count)) best = { text, count };
  }
  return best?.text ?? null;
}
