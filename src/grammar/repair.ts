import { asideEnds } from './asides.js';
import type { Atom } from './atoms.js';
import { isSpace, isTransparent } from './atoms.js';
import type { Automaton, CharacterState, State } from './automaton.js';
import { costOfDeletion, costOfInsertion, costOfReplacement, costs } from './costs.js';
import type { FieldSpec } from './field-spec.js';
import { acceptAtom, type Capture, type CaptureChain, canLeave, capturesInOrder } from './match.js';

/** One thing that an entry needs to be of its format, at the atom with the index `at`. */
export type RepairStep =
  | {
      readonly kind: 'insert';
      readonly at: number;
      readonly state: Exclude<State, { readonly op: 'split' | 'accept' | 'leave' }>;
    }
  /** Without the atoms from `at` to `to`, before the character of a fixed text; null where none was to come. */
  | { readonly kind: 'delete'; readonly at: number; readonly to: number; readonly state: CharacterState | null }
  | { readonly kind: 'replace'; readonly at: number; readonly state: CharacterState };

/** The nearest entry of a format. */
export interface Repair {
  readonly changes: readonly RepairStep[];
  readonly captures: readonly Capture[];
  readonly cost: number;
}

/** A cell of the table: the best way to a state. */
interface Cell {
  readonly cost: number;
  /** Where the first change is; the number of atoms for none. */
  readonly first: number;
  /** How many atoms are in fields. */
  readonly held: number;
  /** Where the field began that is being read; -1 for one that is missing. */
  readonly start: number;
  /** How many links and codes that are missing are around it. */
  readonly missing: number;
  readonly captures: CaptureChain | null;
  readonly changes: ChangeChain | null;
}

interface ChangeChain {
  readonly change: RepairStep;
  readonly earlier: ChangeChain | null;
}

/** Most entries are near: what costs more is looked at only where nothing cheaper is found. */
const bounds = [40, 160, Number.POSITIVE_INFINITY];

/** An entry that is to be repaired, with what its fields must be. */
interface Entry {
  readonly atoms: readonly Atom[];
  readonly specs: ReadonlyMap<string, FieldSpec>;
  /** Where its asides end. */
  readonly asides: ReadonlyMap<number, readonly number[]>;
  /** What it costs to take each atom away. */
  readonly deletions: readonly number[];
  /** What it costs to write one character instead of another, by both: they are few. */
  readonly replacements: Map<string, number | null>;
}

/**
 * Finds the entry of the format that is nearest to what is written: with the fewest changes. Of those, `earliest` prefers fixed text to
 * text of fields, then an early first change; else the one whose first change is latest. The time is that of the atoms times the states (shortest ways, column by column).
 */
export function nearest(
  automaton: Automaton,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  earliest: boolean,
): Repair | null {
  const deletions = atoms.map((_, at) => costOfDeletion(atoms, at));
  const entry = { atoms, specs, asides: asideEnds(atoms), deletions, replacements: new Map() };
  for (const most of bounds) {
    const repair = nearestWithin(most, automaton, entry, earliest);
    if (repair !== null) return repair;
  }
  return null;
}

function nearestWithin(
  most: number,
  { states, start, accept }: Automaton,
  entry: Entry,
  earliest: boolean,
): Repair | null {
  const { length } = entry.atoms;
  const isBetter = (one: Cell, other: Cell | undefined): boolean =>
    other === undefined ||
    one.cost < other.cost ||
    (one.cost === other.cost &&
      (earliest
        ? one.held < other.held || (one.held === other.held && one.first < other.first)
        : one.first > other.first));
  const root: Cell = { cost: 0, first: length + 1, held: 0, start: 0, missing: 0, captures: null, changes: null };
  /** What was reached, by the atom; those that are done are dropped. */
  const columns = new Map<number, Map<number, Cell>>([[0, new Map([[start, root]])]]);
  let column = new Map<number, Cell>();
  for (let at = 0; at <= length; at++) {
    const given = columns.get(at) ?? [];
    columns.delete(at);
    column = new Map();
    const settledCells = new Set<number>();
    const queue: number[][] = [];
    const offer = (state: number, cell: Cell): void => {
      if (!isBetter(cell, column.get(state))) return;
      column.set(state, cell);
      settledCells.delete(state);
      const bucket = queue[cell.cost];
      if (bucket === undefined) queue[cell.cost] = [state];
      else bucket.push(state);
    };
    let cost = Number.POSITIVE_INFINITY;
    for (const [state, cell] of given) {
      offer(state, cell);
      cost = Math.min(cost, cell.cost);
    }
    for (; cost < queue.length; cost++) {
      const bucket = queue[cost] ?? [];
      for (const number of bucket) {
        const cell = column.get(number);
        const state = states[number];
        if (cell === undefined || state === undefined || cell.cost !== cost || settledCells.has(number)) continue;
        settledCells.add(number);
        for (const [to, one] of withinColumn(state, cell, at, entry)) if (one.cost <= most) offer(to, one);
        for (const [to, one, then] of toLaterColumns(number, state, cell, at, entry)) {
          if (one.cost > most) continue;
          const later = columns.get(then) ?? new Map<number, Cell>();
          if (isBetter(one, later.get(to))) later.set(to, one);
          columns.set(then, later);
        }
      }
    }
  }
  const best = column.get(accept);
  if (best === undefined) return null;
  const changes: RepairStep[] = [];
  for (let link = best.changes; link !== null; link = link.earlier) changes.push(link.change);
  return { changes: changes.reverse(), captures: capturesInOrder(best.captures), cost: best.cost };
}

type Step = readonly [state: number, cell: Cell];

/** Steps that take no atom: to the next state for nothing, or with what is missing. */
function* withinColumn(state: State, cell: Cell, at: number, { atoms, specs }: Entry): Generator<Step> {
  switch (state.op) {
    case 'split':
      for (const next of state.next) yield [next, cell];
      return;
    case 'enter':
      if (!isSpace(atoms[at])) yield [state.next, withCaptures(cell, at, cell.captures)];
      return;
    case 'leave': {
      if (cell.start < 0) {
        // A field that is missing as a whole.
        if (state.sentence !== 'own') yield [state.next, withCaptures(cell, at, cell.captures)];
        return;
      }
      const capture = { field: state.field, start: cell.start, end: at, value: null };
      const captured = withCaptures(cell, at, { capture, earlier: cell.captures });
      if (canLeave(state, atoms, cell.start, at, specs)) yield [state.next, captured];
      else if (specs.get(state.field)?.limits && canLeave(state, atoms, cell.start, at, none))
        yield [state.next, { ...captured, cost: cell.cost + costs.value }];
      return;
    }
    case 'any':
      if (cell.start === at) yield [state.next, changed(cell, { kind: 'insert', at, state }, costs.field, -1)];
      return;
    case 'accept':
      return;
    case 'character':
      yield [state.next, changed(cell, { kind: 'insert', at, state }, costOfInsertion(state.character, atoms, at))];
      return;
    default: {
      const encloses = state.op !== 'image' && (state.what === 'link' || state.what === 'code');
      const missing = cell.missing + (encloses ? (state.op === 'open' ? 1 : -1) : 0);
      yield [state.next, changed(cell, { kind: 'insert', at, state }, costs.enclosure, cell.start, missing)];
    }
  }
}

const none: ReadonlyMap<string, FieldSpec> = new Map();

/** Steps over one atom, as the format has it or replaced, and over what is too much. */
function* toLaterColumns(
  number: number,
  state: State,
  cell: Cell,
  at: number,
  { atoms, specs, asides, deletions, replacements }: Entry,
): Generator<readonly [...Step, at: number]> {
  const atom = atoms[at];
  if (atom === undefined) return;
  const asked = state.op === 'any' ? { ...state, depth: state.depth - cell.missing } : state;
  const taken =
    cell.start < 0 ? null : acceptAtom(asked, atom, cell.start, atoms, at, state.op === 'any' ? none : specs);
  if (taken !== null && 'next' in state && typeof state.next === 'number') {
    const captures = taken.reduce<CaptureChain | null>((earlier, capture) => ({ capture, earlier }), cell.captures);
    if (state.op === 'any') {
      const { cost, first, held, start, missing, changes } = cell;
      yield [state.next, { cost, first, held: held + 1, start, missing, captures, changes }, at + 1];
      return;
    }
    yield [state.next, taken.length === 0 ? cell : withCaptures(cell, cell.start, captures), at + 1];
  }
  if (state.op === 'any' || state.op === 'split' || state.op === 'leave') return;
  const next = state.op === 'character' ? state : null;
  const without = (to: number, cost: number): readonly [...Step, at: number] => [
    number,
    changed(cell, { kind: 'delete', at, to, state: next }, cost),
    to,
  ];
  if (state.op === 'enter') {
    if (isSpace(atom)) yield without(at + 1, costs.variant);
    return;
  }
  if (isTransparent(atom)) {
    yield [number, cell, at + 1];
    return;
  }
  const cost = next === null ? null : replacementCost(atom, next.character, replacements);
  if (cost !== null && next !== null)
    yield [next.next, changed(cell, { kind: 'replace', at, state: next }, cost), at + 1];
  if ((state.op === 'open' || state.op === 'close') && atom.kind === state.op && atom.what === state.what)
    yield [state.next, changed(cell, { kind: 'insert', at, state }, costs.target), at + 1];
  yield without(at + 1, deletions[at] ?? costs.letter);
  const [aside, asidesEnd] = asides.get(at) ?? [];
  if (aside !== undefined) yield without(aside, costs.aside);
  if (asidesEnd !== undefined) yield without(asidesEnd, costs.asides);
}

function replacementCost(atom: Atom, character: string, known: Entry['replacements']): number | null {
  const key = (atom.kind === 'character' ? atom.character : atom.kind) + character;
  const found = known.get(key);
  if (found !== undefined) return found;
  const cost = costOfReplacement(atom, character);
  known.set(key, cost);
  return cost;
}

/** A cell after a change; spelt out, since spreading takes most of the time. */
function changed(cell: Cell, change: RepairStep, cost: number, start = cell.start, missing = cell.missing): Cell {
  return {
    cost: cell.cost + cost,
    first: cell.changes === null ? change.at : cell.first,
    held: cell.held,
    start,
    missing,
    captures: cell.captures,
    changes: { change, earlier: cell.changes },
  };
}

function withCaptures(
  { cost, first, held, missing, changes }: Cell,
  start: number,
  captures: CaptureChain | null,
): Cell {
  return { cost, first, held, start, missing, captures, changes };
}
