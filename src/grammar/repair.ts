import type { Atom } from './atoms.js';
import { isSpace, isTransparent } from './atoms.js';
import type { Automaton, State } from './automaton.js';
import type { FieldSpec } from './field-spec.js';
import { type Capture, type CaptureChain, canLeave, takes, unchained } from './match.js';

/** One thing that an entry needs to be of its format, at the atom with the index `at`. */
export type Change =
  | {
      readonly kind: 'insert';
      readonly at: number;
      readonly state: Exclude<State, { readonly op: 'split' | 'accept' | 'leave' }>;
    }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'replace'; readonly at: number; readonly state: Extract<State, { readonly op: 'character' }> };

/** The nearest entry of a format. */
export interface Repair {
  readonly changes: readonly Change[];
  readonly captures: readonly Capture[];
  readonly cost: number;
}

/** What changes cost; a sign the same however it changes, so that the nearest entry undoes a slip of the hand. What is written in words is kept. */
const costs = { space: 2, sign: 3, letter: 6, enclosure: 10, field: 8, value: 8, target: 10 } as const;

/** A cell of the table: the best way to a state. */
interface Cell {
  readonly cost: number;
  /** Where the first change is; the number of atoms for none. */
  readonly first: number;
  /** Where the field began that is being read; -1 for one that is missing. */
  readonly start: number;
  /** How many links and codes that are missing are around it. */
  readonly missing: number;
  readonly captures: CaptureChain | null;
  readonly changes: ChangeChain | null;
}

interface ChangeChain {
  readonly change: Change;
  readonly earlier: ChangeChain | null;
}

/**
 * Finds the entry of the format that is nearest to what is written: with the fewest changes, and of those the one whose first change
 * is `earliest` or else latest. The time is that of the atoms times the states (shortest ways, column by column).
 */
export function nearest(
  automaton: Automaton,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  earliest: boolean,
): Repair | null {
  // Most are near: what costs more is looked at only where nothing cheaper is found.
  for (const most of [10, 40, Number.POSITIVE_INFINITY]) {
    const repair = nearestWithin(most, automaton, atoms, specs, earliest);
    if (repair !== null) return repair;
  }
  return null;
}

function nearestWithin(
  most: number,
  { states, start, accept }: Automaton,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  earliest: boolean,
): Repair | null {
  const isBetter = (one: Cell, other: Cell | undefined): boolean =>
    other === undefined ||
    one.cost < other.cost ||
    (one.cost === other.cost && (earliest ? one.first < other.first : one.first > other.first));
  const root: Cell = { cost: 0, first: atoms.length + 1, start: 0, missing: 0, captures: null, changes: null };
  let column = new Map<number, Cell>([[start, root]]);
  for (let at = 0; at <= atoms.length; at++) {
    const atom = atoms[at];
    const next = new Map<number, Cell>();
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
    const given = [...column];
    column = new Map();
    for (const [state, cell] of given) offer(state, cell);
    for (let cost = 0; cost < queue.length; cost++) {
      const bucket = queue[cost] ?? [];
      for (const number of bucket) {
        const cell = column.get(number);
        const state = states[number];
        if (cell === undefined || state === undefined || cell.cost !== cost || settledCells.has(number)) continue;
        settledCells.add(number);
        for (const [to, one] of withinColumn(state, cell, at, atoms, specs)) if (one.cost <= most) offer(to, one);
        if (atom === undefined) continue;
        for (const [to, one] of toNextColumn(number, state, cell, at, atoms, specs)) {
          if (one.cost <= most && isBetter(one, next.get(to))) next.set(to, one);
        }
      }
    }
    if (atom !== undefined) column = next;
    if (column.size === 0) return null;
  }
  const best = column.get(accept);
  if (best === undefined) return null;
  const changes: Change[] = [];
  for (let link = best.changes; link !== null; link = link.earlier) changes.push(link.change);
  return { changes: changes.reverse(), captures: unchained(best.captures), cost: best.cost };
}

type Step = readonly [state: number, cell: Cell];

/** Steps that take no atom: to the next state for nothing, or with what is missing. */
function* withinColumn(
  state: State,
  cell: Cell,
  at: number,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
): Generator<Step> {
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
      yield [state.next, changed(cell, { kind: 'insert', at, state }, costOfCharacter(state.character))];
      return;
    default: {
      const encloses = state.op !== 'image' && (state.what === 'link' || state.what === 'code');
      const missing = cell.missing + (encloses ? (state.op === 'open' ? 1 : -1) : 0);
      yield [state.next, changed(cell, { kind: 'insert', at, state }, costs.enclosure, cell.start, missing)];
    }
  }
}

const none: ReadonlyMap<string, FieldSpec> = new Map();

/** Steps over one atom: as the format has it, replaced, or left out. */
function* toNextColumn(
  number: number,
  state: State,
  cell: Cell,
  at: number,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
): Generator<Step> {
  const atom = atoms[at];
  if (atom === undefined) return;
  const asked = state.op === 'any' ? { ...state, depth: state.depth - cell.missing } : state;
  const taken = cell.start < 0 ? null : takes(asked, atom, cell.start, atoms, at, state.op === 'any' ? none : specs);
  if (taken !== null && 'next' in state && typeof state.next === 'number') {
    const captures = taken.reduce<CaptureChain | null>((earlier, capture) => ({ capture, earlier }), cell.captures);
    yield [state.next, taken.length === 0 ? cell : withCaptures(cell, cell.start, captures)];
    if (state.op === 'any') return;
  }
  if (state.op === 'any' || state.op === 'split' || state.op === 'leave') return;
  if (state.op === 'enter') {
    if (isSpace(atom)) yield [number, changed(cell, { kind: 'delete', at }, costs.space)];
    return;
  }
  if (isTransparent(atom)) {
    yield [number, cell];
    return;
  }
  // A letter is part of a word, which is not replaced by a sign.
  if (state.op === 'character' && atom.kind === 'character' && !/[\p{L}\p{N}]/u.test(atom.character))
    yield [
      state.next,
      changed(cell, { kind: 'replace', at, state }, Math.max(costOf(atom), costOfCharacter(state.character))),
    ];
  if ((state.op === 'open' || state.op === 'close') && atom.kind === state.op && atom.what === state.what)
    yield [state.next, changed(cell, { kind: 'insert', at, state }, costs.target)];
  yield [number, changed(cell, { kind: 'delete', at }, costOf(atom))];
}

/** What it costs to take an atom away. */
function costOf(atom: Atom): number {
  if (atom.kind === 'character') return costOfCharacter(atom.character);
  return atom.kind === 'break' ? costs.space : costs.enclosure;
}

function costOfCharacter(character: string): number {
  if (character === ' ' || character === '\t') return costs.space;
  return /[.,;:!?…\-–—―|~→·•]/u.test(character) ? costs.sign : costs.letter;
}

/** A cell after a change; spelt out, since spreading takes most of the time. */
function changed(cell: Cell, change: Change, cost: number, start = cell.start, missing = cell.missing): Cell {
  return {
    cost: cell.cost + cost,
    first: cell.changes === null ? change.at : cell.first,
    start,
    missing,
    captures: cell.captures,
    changes: { change, earlier: cell.changes },
  };
}

function withCaptures({ cost, first, missing, changes }: Cell, start: number, captures: CaptureChain | null): Cell {
  return { cost, first, start, missing, captures, changes };
}
