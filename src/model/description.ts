import type { Entry, List } from './list.js';
import type { Span } from './place.js';
import { separates } from './separator.js';

/** An entry and what is said of it. */
export interface Described {
  readonly entry: Entry;
  readonly body: Span;
  readonly description: string;
}

/** The entries whose description is set off from the name by a dash or a colon; what only goes on from the name is none. */
export function describedIn(list: List): readonly Described[] {
  return list.entries.flatMap((entry) => {
    const { body, description } = entry;
    if (body === null || description === null || entry.form === 'row' || entry.form === 'heading') return [];
    return separates(entry) ? [{ entry, body, description }] : [];
  });
}
