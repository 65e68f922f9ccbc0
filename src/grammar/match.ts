import { hasEndMark } from '../text/sentence.js';
import { type Atom, atomText, isSpace, isTransparent } from './atoms.js';
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

/** Field values out of a set are distinguished up to this length. */
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
  /** At which atom each state was met last. */
  const met = new Int32Array(states.length).fill(-1);
  /** Fields of a set of values are met once for each length. */
  let lengths = new Set<number>();
  const isMet = (number: number, state: State, began: number, at: number): boolean => {
    // The end of a field depends on where it began: it is met once for each field, not once for each state.
    if (state.op === 'leave' || (state.op === 'split' && states[number - 1]?.op === 'any')) return false;
    if (state.op === 'any' && specs.get(state.field)?.prefixes) {
      const key = number * (longestValue + 1) + Math.min(at - began, longestValue);
      return lengths.has(key) || !lengths.add(key);
    }
    if (met[number] === at) return true;
    met[number] = at;
    return false;
  };
  const add = (number: number, began: number, captures: CaptureChain | null, at: number, into: Thread[]): void => {
    const state = states[number];
    if (state === undefined || isMet(number, state, began, at)) return;
    if (state.op === 'split') {
      for (const next of state.next) add(next, began, captures, at, into);
    } else if (state.op === 'enter') {
      if (!isSpace(atoms[at])) add(state.next, at, captures, at, into);
    } else if (state.op === 'leave') {
      if (!canLeave(state, atoms, began, at, specs)) return;
      const capture = { field: state.field, start: began, end: at, value: null };
      add(state.next, at, { capture, earlier: captures }, at, into);
    } else into.push({ state: number, start: began, captures });
  };
  add(start, 0, null, 0, threads);
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const next: Thread[] = [];
    lengths = new Set();
    const passes = isTransparent(atom);
    for (const { state: number, start: began, captures } of threads) {
      const state = states[number];
      if (state === undefined || state.op === 'accept') {
        if (passes && state !== undefined) add(number, began, captures, at + 1, next);
        continue;
      }
      const taken = acceptAtom(state, atom, began, atoms, at, specs);
      if (taken !== null && typeof state.next === 'number')
        add(state.next, began, chain(captures, taken), at + 1, next);
      else if (passes) add(number, began, captures, at + 1, next);
    }
    if (next.length === 0) return { matches: false, furthest: at };
    threads = next;
  }
  const done = threads.find((thread) => states[thread.state]?.op === 'accept');
  return done === undefined
    ? { matches: false, furthest: atoms.length }
    : { matches: true, captures: capturesInOrder(done.captures) };
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
  if (sentence !== null && endsItself(atoms, start, end) !== (sentence === 'own')) return false;
  const spec = specs.get(field);
  return spec === undefined || !spec.limits || spec.accepts(valueText(atoms, start, Math.min(end, start + 1_000)));
}

/** True for what belongs to the field before it: the end of emphasis that begins in it, and a character that no one sees. */
function isHeld(next: Atom | undefined, first: Atom | undefined): boolean {
  if (next === undefined || first === undefined || !isTransparent(next)) return false;
  return next.kind === 'character' || (next.kind === 'close' && next.marks >= first.marks);
}

/** What an atom gives to a state that takes it: captures, mostly none. Null where the state does not take it. */
export function acceptAtom(
  state: State,
  atom: Atom,
  start: number,
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
      return at - start < longestValue && spec.prefixes.has(valueText(atoms, start, at + 1).toLowerCase()) ? [] : null;
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
export function valueText(atoms: readonly Atom[], start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const atom = atoms[at];
    if (atom?.kind === 'character') text += atom.character;
    else if (atom?.kind === 'image') text += atom.alt;
    else if ((atom?.kind === 'open' || atom?.kind === 'close') && atom.what === 'code') text += '`';
  }
  return text;
}

/** True where a field ends a sentence itself, so that no period follows it. */
function endsItself(atoms: readonly Atom[], start: number, end: number): boolean {
  const last = atoms[end - 1];
  // Nearly all places are in a word.
  if (last?.kind === 'character' && /[\w ,]/.test(last.character)) return false;
  return hasEndMark(atomText(atoms.slice(Math.max(start, end - 20), end)));
}

function chain(captures: CaptureChain | null, more: readonly Capture[]): CaptureChain | null {
  if (more.length === 0) return captures;
  return more.reduce<CaptureChain | null>((earlier, capture) => ({ capture, earlier }), captures);
}

/** Captures in the order of the entry. */
export function capturesInOrder(chained: CaptureChain | null): readonly Capture[] {
  const captures: Capture[] = [];
  for (let link = chained; link !== null; link = link.earlier) captures.push(link.capture);
  return captures.reverse();
}
