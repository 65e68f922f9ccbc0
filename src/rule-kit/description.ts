import type { Entry, List } from '../model/list.js';
import type { Span } from '../model/position.js';

/** Dashes and colons: they say no more than that a description follows. */
const plain = /^(?:-{1,3}|[–—―:：])$/u;

/** True when a dash or a colon is between the name and the description, spaces aside. */
export function hasSeparator({ separator }: Entry): boolean {
  return separator !== null && plain.test(separator.text.trim());
}

/** An entry and description of the entry. */
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
    return hasSeparator(entry) ? [{ entry, body, description }] : [];
  });
}
