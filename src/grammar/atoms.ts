import type { Enclosure } from './automaton.js';

/**
 * What an entry is made of, in order: a character that is seen, the beginning or end of a link, code or emphasis, or an image.
 * Offsets are those of the file; `depth` counts the links and codes around it.
 */
export type Atom = AtomRange &
  (
    | {
        readonly kind: 'character';
        /** One UTF-16 unit; line endings are spaces. */
        readonly character: string;
        /** True where the character alone can be replaced in the file. */
        readonly exact: boolean;
      }
    | { readonly kind: 'open' | 'close'; readonly what: Enclosure; readonly url: string }
    | { readonly kind: 'image'; readonly alt: string; readonly url: string }
    /** A hard line break. */
    | { readonly kind: 'break' }
  );

interface AtomRange {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  /** How much emphasis is around it. */
  readonly marks: number;
}

/** Marks of direction, joiners and selectors, which no one sees. */
const invisible = /^(?:[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ufe00-\ufe0f])$/u;

/** True for what a format need not mention: emphasis, and characters that are not seen. */
export function isTransparent(atom: Atom): boolean {
  if (atom.kind === 'character') return atom.character > '\u00a0' && invisible.test(atom.character);
  return (atom.kind === 'open' || atom.kind === 'close') && (atom.what === 'bold' || atom.what === 'emphasis');
}

/** True for a space of any kind. */
export function isSpace(atom: Atom | undefined): boolean {
  return (
    atom?.kind === 'break' || (atom?.kind === 'character' && (atom.character === ' ' || atom.character === '\u00a0'))
  );
}

/** What a reader sees of some atoms, with single spaces. */
export function atomText(atoms: readonly Atom[]): string {
  let text = '';
  for (const atom of atoms) {
    if (atom.kind === 'character') text += atom.character;
    else if (atom.kind === 'image') text += atom.alt;
    else if (atom.kind === 'break') text += ' ';
  }
  return text.replace(/\s+/g, ' ').trim();
}
