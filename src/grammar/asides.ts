import { type Atom, isSpace } from './atoms.js';

const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
  ['［', '］'],
  ['【', '】'],
]);
const closing: ReadonlySet<string> = new Set(pairs.values());

/**
 * Where asides end: links, images, code, emphasis and texts in brackets, which a format may not have between its parts. By the
 * index of the atom that one begins with, or of the space before it: the index after it, and that after all of several in a row.
 */
export function asideEnds(atoms: readonly Atom[]): ReadonlyMap<number, readonly number[]> {
  const single = singleEnds(atoms);
  const found = new Map<number, readonly number[]>();
  for (let at = atoms.length - 1; at >= 0; at--) {
    const begin = isSpace(atoms[at]) ? at + 1 : at;
    const end = single.get(begin);
    if (end === undefined) continue;
    const last = found.get(end)?.at(-1);
    found.set(at, last === undefined ? [end] : [end, last]);
  }
  return found;
}

/** The index after each aside, by that of its first atom. */
function singleEnds(atoms: readonly Atom[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly at: number; readonly closer: string; readonly isSign: boolean }[] = [];
  const close = (closer: string, end: number, isSign: boolean): void => {
    // A bracket that is opened around a link is not closed in it.
    const least = isSign ? open.findLastIndex((one) => !one.isSign) : -1;
    const index = open.findLastIndex((one) => one.closer === closer);
    if (index <= least) return;
    ends.set(open[index]?.at ?? end, end);
    // What was opened inside of it and not closed is text.
    open.length = index;
  };
  for (const [at, atom] of atoms.entries()) {
    if (atom.kind === 'image') ends.set(at, at + 1);
    else if (atom.kind === 'open') open.push({ at, closer: atom.what, isSign: false });
    else if (atom.kind === 'close') close(atom.what, at + 1, false);
    else if (atom.kind === 'character') {
      const mark = pairs.get(atom.character);
      if (mark !== undefined) open.push({ at, closer: mark, isSign: true });
      else if (closing.has(atom.character)) close(atom.character, at + 1, true);
    }
  }
  return ends;
}
