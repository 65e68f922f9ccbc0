import { contextsOf, type FieldContext } from '../grammar/field-context.js';
import { allFormats } from '../grammar/grammar.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { escaped, invisibleCharacters } from '../text/escape-markdown.js';

/** A value on one line, with single spaces and without what cannot be seen. */
export function cleanValue(text: string): string {
  return text
    .replace(invisibleCharacters, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The fields of all formats for items and cells, each with where it is in them; a field in text counts as that. */
export function fieldsOf(entries: EntriesOptions): ReadonlyMap<string, FieldContext> {
  const fields = new Map<string, FieldContext>();
  for (const { parts } of allFormats(entries))
    for (const [name, context] of contextsOf(parts))
      if (!fields.has(name) || context === 'text') fields.set(name, context);
  return fields;
}

/** How much of a value is escaped: what usually means something, or all punctuation. */
export type Escaping = 'usual' | 'all';

/** A plain value as Markdown that shows the same. */
export function writeValue(text: string, context: FieldContext, care: Escaping): string {
  if (context === 'code') return text;
  if (context === 'target') return target(text);
  if (care === 'usual') return escaped(text);
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A URL that ends where it ends; balanced parentheses stay as they are. */
function target(url: string): string {
  return url
    .replace(/[\s<>"`^{}\\]/g, (sign) => (sign === ' ' ? '%20' : encodeURIComponent(sign)))
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
}
