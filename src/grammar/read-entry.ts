import type { Edit } from '../model/finding.js';
import { type Atom, atomText } from './atoms.js';
import { departuresOf, type StructureDeparture } from './departure.js';
import type { FieldSpec } from './field-spec.js';
import type { CompiledFormat } from './grammar.js';
import { type Capture, match } from './match.js';
import { nearest, type Repair } from './repair.js';

/** What an entry, or a cell of a table, says by its format. */
export interface EntryReading {
  readonly captures: readonly Capture[];
  /** Empty where it is written as the format has it. */
  readonly departures: readonly StructureDeparture[];
  /** The format that it follows, or is nearest to. */
  readonly format: CompiledFormat;
  /** True where its fields are certain: it follows the format, or nearly so. */
  readonly isClear: boolean;
}

/** Of what is longer, the nearest form is not looked for. */
const mostAtoms = 2_000;
/** What costs more to repair is another kind of text, whose fields are a guess. */
const clearCost = 104;

/** Reads an entry by the first of several formats that it follows, else by the one that it is nearest to. */
export function readByFormats(
  formats: readonly CompiledFormat[],
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  text: string,
  findsNearest = true,
): EntryReading | null {
  let [furthest, at] = [formats[0], -1];
  for (const format of formats) {
    const matched = match(format.automaton, atoms, specs);
    if (matched.matches) return { captures: matched.captures, departures: [], format, isClear: true };
    if (matched.furthest > at) [furthest, at] = [format, matched.furthest];
  }
  if (furthest === undefined) return null;
  if (atoms.length > mostAtoms || !findsNearest) return withoutNearest(atoms, at, furthest);
  let best: { readonly format: CompiledFormat; readonly repair: Repair } | null = null;
  for (const format of formats) {
    const repair = nearest(format.automaton, atoms, specs, true);
    if (repair !== null && (best === null || repair.cost < best.repair.cost)) best = { format, repair };
  }
  if (best === null) return null;
  const { format, repair } = best;
  const departures = departuresOf(repair, atoms, specs, text);
  const isPlain = departures.some(({ edits }) => edits.length > 0);
  const latest = isPlain ? nearest(format.automaton, atoms, specs, false) : null;
  const others = latest === null ? [] : departuresOf(latest, atoms, specs, text);
  return {
    captures: repair.captures,
    departures: departures.map((one) =>
      others.some((other) => isSameRepair(one, other, text)) ? one : { ...one, edits: [], safe: false },
    ),
    format,
    isClear: repair.cost <= clearCost,
  };
}

/** The place that no entry of the format goes on from. */
function withoutNearest(atoms: readonly Atom[], at: number, format: CompiledFormat): EntryReading {
  const start = atoms[at]?.start ?? atoms.at(-1)?.end ?? 0;
  const end = atoms[at]?.end ?? start;
  const found = atomText(at < atoms.length ? atoms.slice(at, at + 20) : atoms.slice(-20));
  const departure = { kind: 'unexpected', start, end, expected: '', found, edits: [], safe: false } as const;
  return { captures: [], departures: [departure], format, isClear: false };
}

/** True where the first and the last way to the nearest form give the same text, so that there is one. */
function isSameRepair(one: StructureDeparture, other: StructureDeparture, text: string): boolean {
  if (one.edits.length === 0 || other.edits.length !== one.edits.length) return false;
  const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
  if (end - start > one.end - one.start + other.end - other.start + 2) return false;
  return applied(one.edits, text, start, end) === applied(other.edits, text, start, end);
}

function applied(edits: readonly Edit[], text: string, start: number, end: number): string {
  let [result, at] = ['', start];
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}
