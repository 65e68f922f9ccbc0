import type { Edit } from '../model/finding.js';
import { type Atom, atomText } from './atoms.js';
import type { State } from './automaton.js';
import { endOf, type Fault, faultsOf, textState } from './faults.js';
import type { FieldSpec } from './field-spec.js';
import type { TargetFormat } from './format.js';
import { type Capture, valueText } from './match.js';
import type { Repair, RepairStep } from './repair.js';
import { isHarmless } from './safe-edit.js';

/** A place where an entry deviates from its format. */
export interface StructureDeparture {
  /** `missing`: something is to be added; `unexpected`: something is to be removed; `other`: both. */
  readonly kind: 'missing' | 'unexpected' | 'other';
  readonly start: number;
  readonly end: number;
  /** What the format has here; empty for nothing. */
  readonly expected: string;
  /** What is there, as written; empty for nothing. */
  readonly found: string;
  /** The correction; empty if only a person can supply the missing words. */
  readonly edits: readonly Edit[];
  /** True where the edits change spaces, punctuation and case alone, and nothing is lost or a guess. */
  readonly safe: boolean;
}

/** An entry, and how it is repaired. */
interface Reading {
  readonly repair: Repair;
  readonly atoms: readonly Atom[];
  readonly specs: ReadonlyMap<string, FieldSpec>;
  readonly text: string;
}

/** The places where an entry departs from its format, in order. */
export function departuresOf(
  repair: Repair,
  atoms: readonly Atom[],
  specs: ReadonlyMap<string, FieldSpec>,
  text: string,
): readonly StructureDeparture[] {
  // A text that lacks its link is perhaps no entry.
  const isGuess = repair.changes.some(
    (change) => change.kind === 'insert' && change.state.op === 'open' && change.state.what === 'link',
  );
  return faultsOf(repair.changes, atoms).map((fault) => {
    const one = departureOf(fault, { repair, atoms, specs, text });
    return isGuess ? { ...one, safe: false } : one;
  });
}

function departureOf(fault: Fault, reading: Reading): StructureDeparture {
  const { atoms, text } = reading;
  const changes = fault.flat();
  const from = changes[0]?.at ?? 0;
  const to = changes.reduce((last, change) => Math.max(last, endOf(change)), from);
  const start = to > from ? (atoms[from]?.start ?? 0) : startOf(from, atoms);
  const end = to > from ? (atoms[to - 1]?.end ?? start) : start;
  const found = text.slice(start, end);
  const wants = formOf(changes, from, to, reading);
  const edits = fault.map((run) => editOf(run, fault.length > 1, reading));
  const whole = wholeText(changes, from, to, reading);
  // The space before what is too much is not what is too much.
  const spaces = wants === '' && whole === null && /^\s+\S/.test(found) ? found.search(/\S/) : 0;
  return {
    kind: found === '' && whole === null ? 'missing' : wants === '' && whole === null ? 'unexpected' : 'other',
    ...{
      start: start + spaces,
      end,
      found: whole?.found ?? found.slice(spaces),
      expected: whole?.expected ?? literalOf(changes) ?? wants,
    },
    edits:
      edits.every((edit) => edit !== null) && fitsBrackets(fault, edits, text) && !isDoubtfulStop(wants, from, atoms)
        ? edits
        : [],
    safe: edits.every((edit) => edit !== null) && isSafe(fault, whole, reading),
  };
}

/** True for a period after words in brackets that follow a sentence, which may have to go instead, and after a URL that has it already. */
function isDoubtfulStop(wants: string, at: number, atoms: readonly Atom[]): boolean {
  if (!/^[.。।]$/.test(wants)) return false;
  const last = atoms[at - 1];
  if (last?.kind === 'close' && last.what === 'link' && last.url.endsWith('.')) return true;
  return /[.!?…]["'”’]*\s[([][^.!?]*[)\]]$/u.test(atomText(atoms.slice(Math.max(0, at - 200), at)));
}

function startOf(at: number, atoms: readonly Atom[]): number {
  return atoms[at - 1]?.end ?? atoms[at]?.start ?? 0;
}

/** The edit of some changes next to each other; null where more than text is to be changed, or Markdown might read the rest in another way. */
function editOf(run: readonly RepairStep[], isPart: boolean, { atoms, text }: Reading): Edit | null {
  const from = run[0]?.at ?? 0;
  const taken = run.flatMap((change) => atoms.slice(change.at, endOf(change)));
  const opens = taken.length === 0 && run.every((change) => isOpening(change));
  const start = taken[0]?.start ?? (opens ? atoms[from]?.start : undefined) ?? startOf(from, atoms);
  const end = taken.at(-1)?.end ?? start;
  const wants = run.map(wanted).join('');
  const isPlain =
    !(isPart ? markup : syntax).test(text.slice(start, end) + wants) &&
    run.every(
      (change) => change.kind === 'delete' || change.state.op === 'character' || (isPart && isCode(change.state)),
    ) &&
    taken.every((atom) => atom.kind === 'character' && atom.exact) &&
    taken.length === end - start &&
    !beginsLine(start, atoms, text);
  return isPlain ? { start, end, text: wants } : null;
}

/** Signs that may change how Markdown reads what is around them. */
const syntax = /[[\]*_`<>\\!|~&]/;
/** Those of them that come in no pairs of one kind, or depend on what is next to them. */
const markup = /[*_<>\\!|~&]/;

function isOpening(change: RepairStep): boolean {
  return change.kind === 'insert' && (change.state.op === 'open' || /^[([{（［【]$/u.test(wanted(change)));
}

/** True for the marks of code: emphasis depends on what is next to it. */
function isCode(state: State): boolean {
  return (state.op === 'open' || state.op === 'close') && state.what === 'code';
}

/** True where backticks and brackets that come or go make no other code or link of what is around them. */
function fitsBrackets(fault: Fault, edits: readonly (Edit | null)[], text: string): boolean {
  const [first, last] = [edits[0], edits.at(-1)];
  if (fault.length === 1 || !first || !last) return true;
  const changed = edits.map((edit) => `${edit?.text}${text.slice(edit?.start, edit?.end)}`).join('');
  const inner = text.slice(first.end, last.start);
  // Code instead of brackets or other code is not code around them, and the brackets in a link may be those around it.
  if (/^\[[[(]/.test(inner)) return false;
  if (changed.includes('`') && (/^[[({（"'“]/.test(inner) || inner.includes('`'))) return false;
  return (
    !/[[\](){}]/.test(changed) || !(/[\]!]/.test(text[first.start - 1] ?? '') || /[([:]/.test(text[last.end] ?? ''))
  );
}

/** True for a place with no word before it on a later line of an entry, where a sign may begin a list or a heading. */
function beginsLine(start: number, atoms: readonly Atom[], text: string): boolean {
  const before = text.slice(atoms[0]?.start ?? 0, start);
  const line = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return line > 0 && !/\p{L}/u.test(before.slice(line));
}

function isSafe(fault: Fault, whole: WholeText | null, { repair, atoms, specs, text }: Reading): boolean {
  const changes = fault.flat();
  if (changes.every((change) => isOtherCase(change, atoms))) return true;
  const [run] = fault;
  if (run === undefined || fault.length > 1) return false;
  const from = run[0]?.at ?? 0;
  const to = run.reduce((last, change) => Math.max(last, endOf(change)), from);
  const following = repair.captures.find((one) => one.start >= to && one.value === null);
  const ends = to === atoms.length || isKnown(following, atoms, specs);
  const found = text.slice(atoms[from]?.start, atoms[to - 1]?.end);
  const wants = run.map(wanted).join('');
  // What is too much of a separator is judged with the rest of it.
  if (whole !== null && to > from && wants === '' && found.trim() !== '')
    return isHarmless(whole.found, whole.expected, { atoms, from: whole.from, to: whole.to, ends });
  return isHarmless(to > from ? found : '', wants, { atoms, from, to, ends });
}

/** True for a letter of a fixed text in another case, outside of code. */
function isOtherCase(change: RepairStep, atoms: readonly Atom[]): boolean {
  const atom = atoms[change.at];
  if (change.kind !== 'replace' || atom?.kind !== 'character') return false;
  if (atom.character.toLowerCase() !== change.state.character.toLowerCase()) return false;
  const around = atoms.slice(0, change.at).findLast((one) => 'what' in one && one.what === 'code');
  return around?.kind !== 'open';
}

/** True for a field that may not be any text, and is one of those that it may be. */
function isKnown(capture: Capture | undefined, atoms: readonly Atom[], specs: ReadonlyMap<string, FieldSpec>): boolean {
  const spec = capture === undefined ? undefined : specs.get(capture.field);
  return capture !== undefined && spec?.limits === true && spec.accepts(valueText(atoms, capture.start, capture.end));
}

/** The whole fixed text that some changes are about; null where they are about other things. */
function literalOf(changes: readonly RepairStep[]): string | null {
  const literals = new Set(
    changes.map((change) => (change.kind === 'delete' ? undefined : textState(change)?.literal)),
  );
  const [only] = literals;
  return literals.size === 1 ? (only?.text ?? null) : null;
}

/** A fixed text of a format, and what is written instead of all of it. */
interface WholeText {
  readonly found: string;
  readonly expected: string;
  /** The atoms that it should be. */
  readonly from: number;
  readonly to: number;
}

/** What is written in place of the fixed text that some changes are in; null where nothing of it is there that is seen, or only spaces are too much. */
function wholeText(
  changes: readonly RepairStep[],
  from: number,
  to: number,
  { atoms, text }: Reading,
): WholeText | null {
  const states = changes.map(textState);
  const [first, last, change] = [states[0], states.at(-1), changes.at(-1)];
  if (!first || !last || change === undefined || states.some((state) => state?.literal !== first.literal)) return null;
  const isDeletion = changes.every(({ kind }) => kind === 'delete');
  const taken = text.slice(atoms[from]?.start, atoms[to - 1]?.end);
  if (isDeletion && (first.index === 0 || taken.trim() === '')) return null;
  const expected = first.literal.text;
  const start = from - first.index;
  const end = to + expected.length - last.index - (change.kind === 'delete' ? 0 : 1);
  const reads = (atom: Atom | undefined, sign: string | undefined): boolean =>
    atom?.kind === 'character' && atom.character === sign;
  for (let at = start; at < from; at++) if (!reads(atoms[at], expected[at - start])) return null;
  for (let at = to; at < end; at++) if (!reads(atoms[at], expected[expected.length - (end - at)])) return null;
  const found = end > start ? text.slice(atoms[start]?.start, atoms[end - 1]?.end) : '';
  return found.trim() === '' ? null : { found, expected, from: start, to: end };
}

/** What the format has in place of some atoms; fields by their names. */
function formOf(changes: readonly RepairStep[], from: number, to: number, { repair, atoms }: Reading): string {
  let form = '';
  for (let at = from; at <= to; at++) {
    const here = changes.filter((change) => change.at === at);
    form += here.flatMap((change) => (change.kind === 'insert' ? wanted(change) : [])).join('');
    const other = here.find(({ kind }) => kind !== 'insert');
    const field = repair.captures.find(
      ({ start, end, value }) => start === at && end > at && end <= to && value === null,
    );
    if (at === to) break;
    if (other !== undefined) form += wanted(other);
    else if (field !== undefined) form += field.field;
    else form += atomForm(at, atoms, repair.captures);
    at = other !== undefined ? endOf(other) - 1 : field !== undefined ? field.end - 1 : at;
  }
  return form;
}

function atomForm(at: number, atoms: readonly Atom[], captures: readonly Capture[]): string {
  const atom = atoms[at];
  if (atom === undefined || atom.kind === 'break') return ' ';
  if (atom.kind === 'character') return atom.character;
  const target = captures.find((one) => one.start === at && one.value !== null)?.field;
  if (atom.kind === 'image') return `![${atom.alt}](${target ?? atom.url})`;
  if (atom.kind === 'open') return { link: '[', code: '`', bold: '', emphasis: '' }[atom.what];
  return { link: `](${target ?? atom.url})`, code: '`', bold: '', emphasis: '' }[atom.what];
}

/** What a change puts there; fields by their names. */
function wanted(change: RepairStep): string {
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
