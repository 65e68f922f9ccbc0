import type { Entry } from './list.js';

/** Dashes and colons: they say no more than that a description follows. */
const plain = /^(?:-{1,3}|[–—―:：])$/u;

/** True when a dash or a colon stands between the name and the description, spaces aside. */
export function separates({ separator }: Entry): boolean {
  return separator !== null && plain.test(separator.text.trim());
}
