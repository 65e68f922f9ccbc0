import type { Edit } from '../model/finding.js';
import { type Atom, isSpace } from './atoms.js';
import type { State } from './automaton.js';
import type { FieldSpec } from './field-spec.js';
import type { TargetFormat } from './format.js';
import { type Capture, written } from './match.js';
import type { Change, Repair } from './repair.js';

/** A place where an entry is written in another way than its format has it. */
export interface StructureDeparture {
  /** `missing`: something is to be added; `unexpected`: something is to be removed; `other`: both. */
  readonly kind: 'missing' | 'unexpected' | 'other';
  readonly start: number;
  readonly end: number;
  /** What the format has here; empty for nothing. */
  readonly expected: string;
  /** What is there, as written; empty for nothing. */
  readonly found: string;
  /** What makes it right; empty where it takes words that only a person knows. */
  readonly edits: readonly Edit[];
  /** True where the edits change spaces and punctuation alone, and nothing is lost or a guess. */
  readonly safe: boolean;
}

/** The places where an entry departs from its format, in order. */
export function departuresOf(
  repair: Repair,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  text: string,
): readonly StructureDeparture[] {
  const found: StructureDeparture[] = [];
  const all = groups(repair.changes);
  // A text that lacks its link is perhaps no entry.
  const isGuess = repair.changes.some(
    (change) => change.kind === 'insert' && change.state.op === 'open' && change.state.what === 'link',
  );
  for (let index = 0; index < all.length; index++) {
    const group = all[index] ?? [];
    const close = closing(group, all, index);
    if (close > index) {
      found.push(unenclosed(group, all.slice(index, close + 1).flat(), repair.captures, atoms, text));
      index = close;
    } else {
      const one = departureOf(group, repair, atoms, specs, text);
      found.push(isGuess ? { ...one, safe: false } : one);
    }
  }
  return found;
}

/** Changes next to each other belong together. */
function groups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const found: Change[][] = [];
  let after = -1;
  for (const change of changes) {
    if (change.at <= after && found.length > 0) found.at(-1)?.push(change);
    else found.push([change]);
    after = change.kind === 'insert' ? change.at : change.at + 1;
  }
  return found;
}

/** The group that closes what this one opens, or its own index. */
function closing(group: readonly Change[], all: readonly (readonly Change[])[], from: number): number {
  const balance = (changes: readonly Change[]): number =>
    changes.reduce((sum, change) => {
      const op = change.kind === 'insert' ? change.state.op : null;
      return sum + (op === 'open' ? 1 : op === 'close' ? -1 : 0);
    }, 0);
  let open = balance(group);
  let index = from;
  while (open > 0 && index + 1 < all.length) open += balance(all[++index] ?? []);
  return open === 0 ? index : from;
}

/** A text that lacks the marks around it, such as the backticks of code. */
function unenclosed(
  opening: readonly Change[],
  changes: readonly Change[],
  captures: readonly Capture[],
  atoms: readonly Atom[],
  text: string,
): StructureDeparture {
  const [first, last] = [changes[0]?.at ?? 0, changes.at(-1)?.at ?? 0];
  const start = startOf(first, atoms);
  const end = atoms[last - 1]?.end ?? start;
  const inside = captures.filter((one) => one.value === null && one.start >= first && one.end <= last);
  const middle = inside.map(({ field }) => field).join(' ');
  const expected = opening.map(wanted).join('') + middle + changes.slice(opening.length).map(wanted).join('');
  const isPlain = changes.every(
    (change) => change.kind === 'insert' && (change.state.op === 'character' || isFrame(change.state)),
  );
  const edits = changes.map((change) => {
    const at = change.at === first ? (atoms[first]?.start ?? start) : (atoms[change.at - 1]?.end ?? end);
    return { start: at, end: at, text: wanted(change) };
  });
  const found = text.slice(start, end);
  const fits = isPlain && !found.includes('`');
  return { kind: 'other', start, end, expected, found, edits: fits ? joinedEdits(edits) : [], safe: false };
}

/** True for the marks of code: emphasis depends on what is next to it. */
function isFrame(state: State): boolean {
  return (state.op === 'open' || state.op === 'close') && state.what === 'code';
}

/** Signs that may change how Markdown reads what is around them. */
const syntax = /[[\]*_`<>\\!|~&]/;

/** One edit for those at the same place. */
function joinedEdits(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const before = joined.at(-1);
    if (before?.start === edit.start) joined[joined.length - 1] = { ...before, text: before.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}

function startOf(at: number, atoms: readonly Atom[]): number {
  return atoms[at - 1]?.end ?? atoms[at]?.start ?? 0;
}

function departureOf(
  group: readonly Change[],
  { captures }: Repair,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  text: string,
): StructureDeparture {
  const taken = group.filter((change) => change.kind !== 'insert').map(({ at }) => atoms[at]);
  const first = group[0]?.at ?? 0;
  const start = taken[0]?.start ?? startOf(first, atoms);
  const end = taken.at(-1)?.end ?? start;
  const wants = group.map(wanted).join('');
  const found = text.slice(start, end);
  const isPlain =
    !syntax.test(found + wants) &&
    group.every((change) => change.kind === 'delete' || change.state.op === 'character') &&
    taken.every((atom) => atom?.kind === 'character' && atom.exact) &&
    taken.length === end - start &&
    !beginsLine(start, atoms, text);
  const to = first + taken.length;
  const ends =
    to === atoms.length ||
    isKnown(
      captures.find((one) => one.start >= to && one.value === null),
      atoms,
      specs,
    );
  const edits = isPlain ? [{ start, end, text: wants }] : [];
  return {
    kind: taken.length === 0 ? 'missing' : wants === '' ? 'unexpected' : 'other',
    ...{ start, end, found, edits, expected: literalOf(group) ?? wants },
    safe: isPlain && isHarmless(found, wants, { atoms, from: first, to, ends }),
  };
}

/** True for a place with no word before it on a later line of an entry, where a sign may begin a list or a heading. */
function beginsLine(start: number, atoms: readonly Atom[], text: string): boolean {
  const before = text.slice(atoms[0]?.start ?? 0, start);
  const line = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return line > 0 && !/\p{L}/u.test(before.slice(line));
}

/** True for a field that may not be any text, and is one of those that it may be. */
function isKnown(capture: Capture | undefined, atoms: readonly Atom[], specs: ReadonlyMap<string, FieldSpec>): boolean {
  const spec = capture === undefined ? undefined : specs.get(capture.field);
  return capture !== undefined && spec?.limits === true && spec.accepts(written(atoms, capture.start, capture.end));
}

/** The whole text that some characters are part of; null where the changes are about other things. */
function literalOf(group: readonly Change[]): string | null {
  const literals = new Set(
    group.map((change) => (change.kind !== 'delete' && change.state.op === 'character' ? change.state.literal : null)),
  );
  const [only = null] = literals;
  return literals.size === 1 ? only : null;
}

/** What surrounds the atoms from `from` to `to`. */
interface Place {
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
function isHarmless(found: string, wants: string, place: Place): boolean {
  if (/[^\s\p{P}\p{S}]/u.test(found + wants)) return false;
  const { atoms, from, to, ends } = place;
  const [before, after] = [atoms[from - 1], atoms[to]];
  if (found.trim() === '' && wants.trim() === '') {
    if (isSpace(before) || isSpace(after)) return true;
    return found === '' ? canSplit(place) : wants !== '' || isMark(after) || isBracket(before);
  }
  if (found === '' && wants === '.') return ends && isCharacter(before, /[\p{L}\p{N}]/u);
  if (!separator.test(found) || !separator.test(wants) || isCharacter(after, startsWord)) return false;
  if (/\s/.test(found) || isSpace(before)) return true;
  // `[Java](…)-based` is one word.
  return before?.kind !== 'character' && (isSpace(after) || !found.includes('-'));
}

const separator = /^\s*[-–—―:→]{1,3}\s*$/u;
const dash = /[\p{Pd}:→]/u;
/** Digits, and signs that a word may begin with, as `-5` and `--help` do. */
const startsWord = /[\p{N}\p{Pd}+.]/u;

/** True where a space splits no word: next to a link or code, or next to a dash that has a space on its other side. */
function canSplit({ atoms, from }: Place): boolean {
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

/** What a change puts there; fields by their names. */
function wanted(change: Change): string {
  if (change.kind === 'delete') return '';
  return stateText(change.state);
}

function stateText(state: State): string {
  switch (state.op) {
    case 'character':
      return state.character;
    case 'any':
      return state.field;
    case 'open':
      return { link: '[', code: '`', bold: '**', emphasis: '*' }[state.what];
    case 'close':
      return { link: `](${targetText(state.target)})`, code: '`', bold: '**', emphasis: '*' }[state.what];
    case 'image':
      return `![${state.alt ?? ''}](${targetText(state.target)})`;
    default:
      return '';
  }
}

function targetText(target: TargetFormat | null): string {
  if (target === null) return '';
  return target.before + (target.field ?? '') + target.after;
}
