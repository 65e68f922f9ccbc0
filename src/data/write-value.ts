import type { FormatPart } from '../grammar/format.js';
import { allFormats } from '../grammar/grammar.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { escaped, unseen } from '../text/escape-markdown.js';

/** A value on one line, with single spaces and without what cannot be seen. */
export function cleanValue(text: string): string {
  return text
    .replace(unseen, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where a field is in a format, which decides how its value is escaped. */
export type FieldContext = 'text' | 'code' | 'target';

/** The context of each field of a format; the first counts. */
export function contextsOf(
  parts: readonly FormatPart[],
  context: FieldContext = 'text',
  into = new Map<string, FieldContext>(),
): ReadonlyMap<string, FieldContext> {
  for (const part of parts) {
    if (part.kind === 'field' && !into.has(part.name)) into.set(part.name, context);
    if ('inner' in part) contextsOf(part.inner, part.kind === 'code' ? 'code' : context, into);
    if ('target' in part && part.target.field !== null && !into.has(part.target.field))
      into.set(part.target.field, 'target');
  }
  return into;
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
export type Care = 'usual' | 'all';

/** A plain value as Markdown that shows the same. */
export function writeValue(text: string, context: FieldContext, care: Care): string {
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
