import { endsSentence } from '../text/sentence.js';
import { type Atom, isSpace, isTransparent, shown } from './atoms.js';
import type { Automaton, State } from './automaton.js';
import type { FieldSpec } from './field-spec.js';
import type { TargetFormat } from './format.js';

/** A field that was read: the atoms from `start` to `end`, or a URL at the atom `start`. */
export interface Capture {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** The value of a field that is a target or an alternative text; null for text. */
  readonly value: string | null;
}

/** Captures, the last first; shared between threads. */
export interface CaptureChain {
  readonly capture: Capture;
  readonly earlier: CaptureChain | null;
}

/** What came of matching: the fields, or how many atoms some entry of the format may begin with. */
export type Matched =
  | { readonly matches: true; readonly captures: readonly Capture[] }
  | { readonly matches: false; readonly furthest: number };

/** One way of reading the atoms so far. */
interface Thread {
  readonly state: number;
  /** Where the field began that is being read. */
  readonly start: number;
  readonly captures: CaptureChain | null;
}

/** Field values out of a set are told apart up to this length. */
const longestValue = 200;

/**
 * Reads an entry by its format. All ways of reading it advance together, atom by atom, and of those that meet in one state the
 * preferred one goes on, so that the time is the number of atoms times that of states, whatever the text.
 */
export function match(
  { states, start }: Automaton,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
): Matched {
  let threads: Thread[] = [];
  let met = new Set<number>();
  const add = (first: Thread, at: number, into: Thread[]): void => {
    const pending = [first];
    for (let thread = pending.pop(); thread !== undefined; thread = pending.pop()) {
      const state = states[thread.state];
      if (state === undefined) continue;
      const spec = state.op === 'any' ? specs.get(state.field) : undefined;
      const key = thread.state * (longestValue + 1) + (spec?.prefixes ? Math.min(at - thread.start, longestValue) : 0);
      if (met.has(key)) continue;
      // The end of a field depends on where it began: it is met once for each field, not once for each state.
      if (state.op !== 'leave' && state.op !== 'split') met.add(key);
      else if (state.op === 'split' && !isFieldSplit(states, thread.state)) met.add(key);
      const { start: began, captures } = thread;
      if (state.op === 'split') {
        for (const next of state.next.toReversed()) pending.push({ state: next, start: began, captures });
      } else if (state.op === 'enter') {
        if (!isSpace(atoms[at])) pending.push({ state: state.next, start: at, captures });
      } else if (state.op === 'leave') {
        if (!canLeave(state, atoms, began, at, specs)) continue;
        const capture = { field: state.field, start: began, end: at, value: null };
        pending.push({ state: state.next, start: at, captures: { capture, earlier: captures } });
      } else into.push(thread);
    }
  };
  add({ state: start, start: 0, captures: null }, 0, threads);
  for (const [at, atom] of atoms.entries()) {
    const next: Thread[] = [];
    met = new Set();
    const passes = isTransparent(atom);
    for (const thread of threads) {
      const state = states[thread.state];
      if (state === undefined) continue;
      const taken = takes(state, atom, thread, atoms, at, specs);
      if (taken !== null) {
        const goOn = state.op === 'any' ? state.next : (state as { readonly next: number }).next;
        add({ state: goOn, start: thread.start, captures: chain(thread.captures, taken) }, at + 1, next);
      } else if (passes) add(thread, at + 1, next);
    }
    if (next.length === 0) return { matches: false, furthest: at };
    threads = next;
  }
  const done = threads.find((thread) => states[thread.state]?.op === 'accept');
  return done === undefined
    ? { matches: false, furthest: atoms.length }
    : { matches: true, captures: unchained(done.captures) };
}

/** True for the choice after each thing in a field. */
function isFieldSplit(states: readonly State[], at: number): boolean {
  return states[at - 1]?.op === 'any';
}

/** True where a field may end: it is not empty, does not end with a space, and is what it may be. */
export function canLeave(
  { field, sentence }: Extract<State, { readonly op: 'leave' }>,
  atoms: readonly Atom[],
  start: number,
  end: number,
  specs: ReadonlyMap<string, FieldSpec>,
): boolean {
  if (end <= start || isSpace(atoms[end - 1]) || isHeld(atoms[end], atoms[start])) return false;
  if (sentence !== null && endsSentence(tail(atoms, start, end)) !== (sentence === 'own')) return false;
  const spec = specs.get(field);
  return spec === undefined || !spec.limits || spec.accepts(written(atoms, start, Math.min(end, start + 1_000)));
}

/** True for what belongs to the field before it: the end of emphasis that begins in it, and a character that no one sees. */
function isHeld(next: Atom | undefined, first: Atom | undefined): boolean {
  if (next === undefined || first === undefined || !isTransparent(next)) return false;
  return next.kind === 'character' || (next.kind === 'close' && next.marks >= first.marks);
}

/** What an atom gives to a state that takes it: captures, mostly none. Null where the state does not take it. */
export function takes(
  state: State,
  atom: Atom,
  { start }: Pick<Thread, 'start'>,
  atoms: readonly Atom[],
  at: number,
  specs: ReadonlyMap<string, FieldSpec>,
): readonly Capture[] | null {
  switch (state.op) {
    case 'character':
      return atom.kind === 'character' && atom.character === state.character ? [] : null;
    case 'open':
    case 'close': {
      if (atom.kind !== state.op || atom.what !== state.what) return null;
      if (state.target === null) return [];
      return targetCaptures(state.target, atom.url, at, state.op === 'close');
    }
    case 'image': {
      if (atom.kind !== 'image') return null;
      const target = targetCaptures(state.target, atom.url, at, true);
      if (target === null || state.alt === null) return target;
      return [{ field: state.alt, start: at, end: at + 1, value: atom.alt }, ...target];
    }
    case 'any': {
      if (atom.depth < state.depth) return null;
      const spec = specs.get(state.field);
      if (spec === undefined || !spec.limits) return [];
      if (spec.kind === 'url' && isSpace(atom)) return null;
      if (spec.prefixes === null) return [];
      return at - start < longestValue && spec.prefixes.has(written(atoms, start, at + 1).toLowerCase()) ? [] : null;
    }
    default:
      return null;
  }
}

/** The field in a target; null where its fixed text is not in the URL. */
function targetCaptures(target: TargetFormat, url: string, at: number, captures: boolean): readonly Capture[] | null {
  const { before, field, after } = target;
  if (field === null) return url === before ? [] : null;
  if (url.length < before.length + after.length || !url.startsWith(before) || !url.endsWith(after)) return null;
  const value = url.slice(before.length, url.length - after.length);
  return captures ? [{ field, start: at, end: at + 1, value }] : [];
}

/** Text with the backticks of code, as values in a configuration have them. */
export function written(atoms: readonly Atom[], start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const atom = atoms[at];
    if (atom?.kind === 'character') text += atom.character;
    else if (atom?.kind === 'image') text += atom.alt;
    else if ((atom?.kind === 'open' || atom?.kind === 'close') && atom.what === 'code') text += '`';
  }
  return text;
}

/** Enough of the end of a field to see whether it ends a sentence. */
function tail(atoms: readonly Atom[], start: number, end: number): string {
  return shown(atoms.slice(Math.max(start, end - 40), end));
}

function chain(captures: CaptureChain | null, more: readonly Capture[]): CaptureChain | null {
  return more.reduce<CaptureChain | null>((earlier, capture) => ({ capture, earlier }), captures);
}

/** Captures in the order of the entry. */
export function unchained(chained: CaptureChain | null): readonly Capture[] {
  const captures: Capture[] = [];
  for (let link = chained; link !== null; link = link.earlier) captures.push(link.capture);
  return captures.reverse();
}
