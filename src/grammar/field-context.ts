import type { FormatPart } from './format.js';

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
