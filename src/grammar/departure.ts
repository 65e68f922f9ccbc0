import type { Edit } from '../model/finding.js';
import { type Atom, isSpace } from './atoms.js';
import type { State } from './automaton.js';
import type { TargetFormat } from './format.js';
import type { Capture } from './match.js';
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
  /** True where the edits change spaces and punctuation alone, and nothing is lost. */
  readonly safe: boolean;
}

/** The places where an entry departs from its format, in order. */
export function departuresOf(
  { changes, captures }: Repair,
  atoms: readonly Atom[],
  text: string,
): readonly StructureDeparture[] {
  const found: StructureDeparture[] = [];
  const all = groups(changes);
  for (let index = 0; index < all.length; index++) {
    const group = all[index] ?? [];
    const close = closing(group, all, index);
    if (close > index) {
      found.push(unenclosed(group, all.slice(index, close + 1).flat(), captures, atoms, text));
      index = close;
    } else found.push(departureOf(group, atoms, text));
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

function departureOf(group: readonly Change[], atoms: readonly Atom[], text: string): StructureDeparture {
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
    taken.length === end - start;
  const edits = isPlain ? [{ start, end, text: wants }] : [];
  return {
    kind: taken.length === 0 ? 'missing' : wants === '' ? 'unexpected' : 'other',
    ...{ start, end, found, edits, expected: literalOf(group) ?? wants },
    safe: isPlain && isHarmless(found, wants, atoms[first - 1], atoms[first + taken.length]),
  };
}

/** The whole text that some characters are part of; null where the changes are about other things. */
function literalOf(group: readonly Change[]): string | null {
  const literals = new Set(
    group.map((change) => (change.kind !== 'delete' && change.state.op === 'character' ? change.state.literal : null)),
  );
  const [only = null] = literals;
  return literals.size === 1 ? only : null;
}

/**
 * True for a change of spaces alone, of one separator to another, and for a period at the end of words. All else adds or
 * removes something that readers see.
 */
function isHarmless(found: string, wants: string, before: Atom | undefined, after: Atom | undefined): boolean {
  if (/[^\s\p{P}\p{S}]/u.test(found + wants)) return false;
  if (found.trim() === '' && wants.trim() === '') return true;
  if (found === '' && wants === '.')
    return (
      before?.kind === 'character' && /[\p{L}\p{N}]/u.test(before.character) && (after === undefined || isSpace(after))
    );
  return separator.test(found) && separator.test(wants);
}

const separator = /^\s*[-–—―:|~→]{1,3}\s*$/u;

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
