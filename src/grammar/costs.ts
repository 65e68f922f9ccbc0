import { type Atom, isSpace } from './atoms.js';

/**
 * What changes cost, so that the nearest entry undoes slips of the hand and keeps words. A period is missing more often than something in
 * brackets is too much, and that more often than another sign is missing.
 */
export const costs = {
  /** Another case of a letter. */
  case: 1,
  /** Another form of a sign, such as a curly quote, and a space that no word needs. */
  variant: 2,
  /** One more of the same. */
  again: 3,
  /** A bracket around a link, and one kind of bracket instead of another. */
  bracket: 4,
  /** One separator instead of another. */
  separator: 6,
  /** A space that is missing, and one without which two words are one. */
  space: 4,
  join: 8,
  /** A period, comma or semicolon. */
  point: 10,
  /** A link, an image, code or a text in brackets that is too much; several in a row. */
  aside: 11,
  asides: 12,
  sign: 12,
  letter: 24,
  field: 32,
  value: 32,
  enclosure: 40,
  target: 40,
} as const;

const separators = /[-–—―:：|~→·•=>]/u;
const [openers, closers] = [/[([{（［【]/u, /[)\]}）］】]/u];
/** Signs next to which words need no space. */
const marks = /[.,;:：!?…)\]）］([（［\-–—―|~→]/u;

/** Signs by the one on the keyboard that they are typed or pasted instead of. */
const variants: Readonly<Record<string, string>> = {
  '"': '“”„‟«»″〝〞',
  "'": '‘’‚‛‹›′',
  '-': '‐‑‒–—―−',
  ',': '、',
  '.': '。',
  '[': '【〔',
  ']': '】〕',
};
const plainSigns: ReadonlyMap<string, string> = new Map(
  Object.entries(variants).flatMap(([sign, others]) => Array.from(others, (other) => [other, sign] as const)),
);

/** A character without what only typography is about: full-width forms, curly quotes, kinds of dashes and of spaces. */
function plain(character: string): string {
  return plainSigns.get(character) ?? character.normalize('NFKC');
}

/** What it costs to write one character instead of an atom; null for two that have nothing to do with each other, of which one is a letter. */
export function costOfReplacement(atom: Atom, character: string): number | null {
  if (atom.kind === 'break') return character === ' ' ? costs.variant : null;
  if (atom.kind !== 'character') return null;
  if (atom.character === character) return null;
  if (atom.character.toLowerCase() === character.toLowerCase()) return costs.case;
  if (plain(atom.character) === plain(character)) return costs.variant;
  if (/[\p{L}\p{N}]/u.test(atom.character)) return null;
  if (separators.test(atom.character) && separators.test(character)) return costs.separator;
  if ([openers, closers].some((kind) => kind.test(atom.character) && kind.test(character))) return costs.bracket;
  return Math.max(costOfSign(atom.character), costOfSign(character));
}

/** What it costs to take an atom away. */
export function costOfDeletion(atoms: readonly Atom[], at: number): number {
  const atom = atoms[at];
  if (isSpace(atom)) return costOfSpace(atoms[at - 1], atoms[at + 1]);
  if (atom?.kind !== 'character') return costs.enclosure;
  // A separator of several signs, such as `--` and `->`.
  if (isSeparator(atom) && (isSeparator(atoms[at - 1]) || isSeparator(atoms[at + 1]))) return costs.again;
  return isHug(atom.character, atoms, at, at + 1) ? costs.bracket : costOfSign(atom.character);
}

function isSeparator(atom: Atom | undefined): boolean {
  return atom?.kind === 'character' && separators.test(atom.character);
}

/** What it costs to take a space away: little next to an end of the entry, another space or a sign. */
function costOfSpace(before: Atom | undefined, after: Atom | undefined): number {
  // Of several spaces the last one stays.
  if (isSpace(after)) return costs.variant;
  if (isSpace(before)) return costs.again;
  const isLoose = (atom: Atom | undefined): boolean =>
    atom === undefined || (atom.kind === 'character' && marks.test(atom.character));
  return isLoose(before) || isLoose(after) ? costs.variant : costs.join;
}

/** What it costs to write a character before the atom at `at`. */
export function costOfInsertion(character: string, atoms: readonly Atom[], at: number): number {
  // A space in the middle of `--` makes no separator of it.
  if (character === ' ' && isSeparator(atoms[at - 1]) && isSeparator(atoms[at])) return costs.letter;
  return isHug(character, atoms, at, at) ? costs.bracket : costOfSign(character);
}

function costOfSign(character: string): number {
  if (/\s/.test(character)) return costs.space;
  if (/[.,;。।]/.test(character)) return costs.point;
  return /[\p{L}\p{N}\p{M}\p{Ps}\p{Pe}\ud800-\udfff]/u.test(character) ? costs.letter : costs.sign;
}

/** True for a bracket between the atoms before `from` and at `to` that has a link or code on its inner side; a badge is not text in brackets. */
function isHug(character: string, atoms: readonly Atom[], from: number, to: number): boolean {
  const [inner, next] = openers.test(character)
    ? [atoms[to], atoms[to + 1]]
    : closers.test(character)
      ? [atoms[from - 1], atoms[from - 2]]
      : [];
  if (inner === undefined || !('what' in inner) || next?.kind === 'image') return false;
  return (
    inner.kind === (openers.test(character) ? 'open' : 'close') && (inner.what === 'link' || inner.what === 'code')
  );
}
