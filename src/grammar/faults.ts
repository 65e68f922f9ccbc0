import type { Atom } from './atoms.js';
import type { State } from './automaton.js';
import type { RepairStep } from './repair.js';

/** The changes of one fault of an entry: runs of changes next to each other. */
export type Fault = readonly (readonly RepairStep[])[];

/** The faults of an entry: changes next to each other, those of one fixed text, and all from an opening mark to the closing one. */
export function faultsOf(changes: readonly RepairStep[], atoms: readonly Atom[]): readonly Fault[] {
  const runs = runsOf(changes);
  const faults: Fault[] = [];
  for (let index = 0; index < runs.length; index++) {
    const end = closing(runs, index, atoms);
    const fault = runs.slice(index, end + 1);
    const last = faults.at(-1);
    if (last !== undefined && isSameText(last, fault)) faults[faults.length - 1] = [...last, ...fault];
    else faults.push(fault);
    index = end;
  }
  return faults;
}

/** The index after the atoms that a change is about. */
export function endOf(change: RepairStep): number {
  return change.kind === 'insert' ? change.at : change.kind === 'delete' ? change.to : change.at + 1;
}

function runsOf(changes: readonly RepairStep[]): readonly (readonly RepairStep[])[] {
  const runs: RepairStep[][] = [];
  let after = -1;
  for (const change of changes) {
    if (change.at <= after) runs.at(-1)?.push(change);
    else runs.push([change]);
    after = endOf(change);
  }
  return runs;
}

/** True where the second goes on in the fixed text that the first ends in. */
function isSameText(one: Fault, other: Fault): boolean {
  const [before, after] = [one.at(-1)?.at(-1), other[0]?.[0]];
  if (before === undefined || after === undefined) return false;
  const [from, to] = [textState(before), textState(after)];
  if (from === null || to === null || from.literal !== to.literal) return false;
  // A part that is repeated has the same text again.
  return to.index - from.index === after.at - endOf(before) + (before.kind === 'delete' ? 0 : 1);
}

/** The character of a fixed text that a change is about; null for others. */
export function textState({ state }: RepairStep): Extract<State, { readonly op: 'character' }> | null {
  return state?.op === 'character' ? state : null;
}

/** The run that closes what this one opens, or its own index. */
function closing(runs: readonly (readonly RepairStep[])[], from: number, atoms: readonly Atom[]): number {
  const open = new Map<string, number>();
  const count = (run: readonly RepairStep[]): void => {
    for (const [mark, by] of run.flatMap((change) => marksOf(change, atoms))) {
      const depth = open.get(mark) ?? 0;
      // The same quote opens and closes.
      open.set(mark, depth + (by === 0 ? (depth > 0 ? -1 : 1) : by));
    }
  };
  const isOpen = (): boolean => [...open.values()].some((depth) => depth > 0);
  count(runs[from] ?? []);
  if (!isOpen()) return from;
  for (let index = from + 1; index < runs.length; index++) {
    count(runs[index] ?? []);
    if (!isOpen()) return index;
  }
  return (open.get('link') ?? 0) > 0 ? linkEnd(runs, from, atoms) : from;
}

/** The last run before or at the end of the link that a text is made part of. */
function linkEnd(runs: readonly (readonly RepairStep[])[], from: number, atoms: readonly Atom[]): number {
  const start = runs[from]?.[0]?.at ?? 0;
  const close = atoms.findIndex((atom, at) => at >= start && atom.kind === 'close' && atom.what === 'link');
  const after = runs.findIndex((run, index) => index > from && (run[0]?.at ?? 0) > close + 1);
  return (after < 0 ? runs.length : after) - 1;
}

/** Marks that a change opens (1), closes (-1), or does either with (0); each with how it does. */
function marksOf(change: RepairStep, atoms: readonly Atom[]): readonly (readonly [mark: string, by: number])[] {
  if (change.kind === 'insert' && (change.state.op === 'open' || change.state.op === 'close'))
    return [[change.state.what, change.state.op === 'open' ? 1 : -1]];
  const own = change.kind === 'insert' ? [] : atoms.slice(change.at, endOf(change));
  const removed = own.map((atom) => (atom.kind === 'character' ? atom.character : '')).join('');
  const signs = change.kind !== 'delete' && !marks.test(removed) ? (textState(change)?.character ?? '') : removed;
  return Array.from(signs).flatMap((sign): readonly (readonly [string, number])[] => {
    const kind = brackets.findIndex((pair) => pair.includes(sign));
    if (kind >= 0) return [[`${change.kind} ${kind}`, brackets[kind]?.[0] === sign ? 1 : -1]];
    return quotes.test(sign) ? [[`${change.kind} quote`, 0]] : [];
  });
}

const brackets = ['()', '[]', '{}', '（）', '［］', '【】'];
const quotes = /["'“”„‟‘’‚«»]/;
const marks = /[()[\]{}（）［］【】"'“”„‟‘’‚«»]/;
