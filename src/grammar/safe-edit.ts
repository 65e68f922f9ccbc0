import { type Atom, isSpace } from './atoms.js';

/** What surrounds the atoms from `from` to `to`, which are to be changed. */
export interface EditPlace {
  readonly atoms: readonly Atom[];
  readonly from: number;
  readonly to: number;
  /** True where nothing follows, or a field that is what it has to be. */
  readonly ends: boolean;
}

/**
 * True for a change of spaces that joins and splits no words, of one separator to another, and for a period after the last word.
 * All else adds or removes something that readers see, or is a guess.
 */
export function isHarmless(found: string, wants: string, place: EditPlace): boolean {
  if (/[^\s\p{P}\p{S}]/u.test(found + wants)) return false;
  const { atoms, from, to, ends } = place;
  const [before, after] = [atoms[from - 1], atoms[to]];
  if (found.trim() === '' && wants.trim() === '') {
    if (isSpace(before) || isSpace(after)) return true;
    return found === '' ? canSplit(place) : wants !== '' || isMark(after) || isBracket(before);
  }
  if (found === '' && /^[.。।]$/.test(wants)) return ends && isCharacter(before, /[\p{L}\p{N}]/u);
  if (!separator.test(found) || !separator.test(wants) || isCharacter(after, startsWord)) return false;
  if (/\s/.test(found) || isSpace(before)) return true;
  // `[Java](…)-based` is one word.
  return before?.kind !== 'character' && (isSpace(after) || !found.includes('-'));
}

const separator = /^\s*[-–—―:：→]{1,3}\s*$/u;
const dash = /[\p{Pd}:：→]/u;
/** Digits, and signs that a word may begin with, as `-5` and `--help` do. */
const startsWord = /[\p{N}\p{Pd}+.]/u;

/** True where a space splits no word: next to a link or code, or next to a dash that has a space on its other side. */
function canSplit({ atoms, from }: EditPlace): boolean {
  const [before, after] = [atoms[from - 1], atoms[from]];
  if (isCharacter(before, dash) && isSpace(atoms[from - 2])) return !isCharacter(after, /[^\p{Lu}\p{Lo}]/u);
  if (isCharacter(after, dash) && isSpace(atoms[from + 1])) return before?.kind !== 'character' || isMark(before);
  if (before?.kind === 'character' && !isMark(before)) return false;
  return after?.kind !== 'character' || isBracket(after);
}

function isCharacter(atom: Atom | undefined, of: RegExp): boolean {
  return atom?.kind === 'character' && of.test(atom.character);
}

/** True for what closes a phrase, which has no space before it. */
function isMark(atom: Atom | undefined): boolean {
  return isCharacter(atom, /[.,;:!?…)\]]/u);
}

function isBracket(atom: Atom | undefined): boolean {
  return isCharacter(atom, /[([]/);
}
