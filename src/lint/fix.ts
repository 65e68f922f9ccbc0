import type { Edit, Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import { frontMatterEnd } from '../text/front-matter.js';
import { groupBy } from '../text/group-by.js';
import { linesOf } from '../text/lines.js';
import { continuesSentence } from '../text/wrapped-line.js';
import { lossesOf } from './losses.js';

/** Fixes that are not done after so many rounds undo one another, or grow. */
const mostRounds = 10;

/** So many combinations of fixes are tried in one round; what is still in doubt then is not fixed. */
const mostTrials = 64;

/** A text to read and lint. */
export interface Linted {
  readonly list: List;
  readonly findings: readonly Finding[];
}

/** The remaining findings when no fix applies anymore. */
export interface FixResult {
  readonly text: string;
  /** Fixes that were applied. */
  readonly applied: number;
  readonly rounds: number;
}

/**
 * Applies the fixes of findings until there are none. Where fixes overlap the earlier in the file wins, then the rule whose
 * id sorts first; the loser waits for the next round, as does a fix that joins or splits lines which another fix is about.
 * A safe fix with which the list would lose anything is left out, and so is one that never comes to rest. Line breaks that
 * an edit brings are written as the file writes them.
 */
export function fixText(
  text: string,
  relint: (text: string) => Linted,
  { unsafe }: { readonly unsafe: boolean },
): FixResult {
  const safely = fixToRest(text, relint, false);
  if (!unsafe) return safely;
  const rest = fixToRest(safely.text, relint, true);
  return { text: rest.text, applied: safely.applied + rest.applied, rounds: safely.rounds + rest.rounds };
}

/** Starts over without the fixes that go on for ever. */
function fixToRest(text: string, relint: (text: string) => Linted, unsafe: boolean): FixResult {
  const first = relint(text);
  const refused = new Set<string>();
  for (;;) {
    const { restless, ...result } = fixRounds(text, first, relint, unsafe, refused);
    if (restless.length === 0) return result;
    for (const finding of restless) refused.add(keyOf(finding));
  }
}

function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

function fixRounds(
  text: string,
  first: Linted,
  relint: (text: string) => Linted,
  unsafe: boolean,
  refused: ReadonlySet<string>,
): FixResult & { readonly restless: readonly Finding[] } {
  const texts = [text];
  const fixes: (readonly Finding[])[] = [];
  let current = first;
  let written = text;
  let applied = 0;
  let rounds = 0;
  for (;;) {
    const { list, findings } = current;
    const willing = refused.size === 0 ? findings : findings.filter((finding) => !refused.has(keyOf(finding)));
    const guard = (next: Linted, edits: readonly Edit[]) => lossesOf(list, next.list, edits);
    let round = oneRound(written, relint, guard, chooseFixes(willing, false, written, list));
    // A safe fix that was left out stays out, whatever else is fixed.
    if (unsafe && round.linted === null)
      round = oneRound(written, relint, () => [], chooseFixes(willing, true, written, list));
    if (round.linted === null || round.text === written) return { text: written, applied, rounds, restless: [] };
    rounds += 1;
    applied += round.fixes.length;
    written = round.text;
    current = round.linted;
    fixes.push(round.fixes);
    // All that is part of a circle goes, so that it does not matter where one enters it.
    const before = texts.indexOf(written);
    const restless = before >= 0 ? fixes.slice(before).flat() : rounds > mostRounds ? round.fixes : [];
    if (restless.length > 0) return { text: written, applied, rounds, restless };
    texts.push(written);
  }
}

/** Applies what can be applied at once, or else what waited for it. */
function oneRound(
  text: string,
  relint: (text: string) => Linted,
  losses: (next: Linted, edits: readonly Edit[]) => readonly number[],
  { patient, waiting }: { readonly patient: readonly Candidate[]; readonly waiting: readonly Candidate[] },
): Round {
  const round = tryFixes(text, relint, losses, patient);
  return round.linted === null ? tryFixes(text, relint, losses, waiting) : round;
}

/** A text after the safe fixes of a report of it: one round, since no new findings are looked for. What does not fit the text, and what would lose something, is left out. */
export function applySafe(
  text: string,
  findings: readonly Finding[],
  read: (text: string) => List,
): { readonly text: string; readonly applied: number } {
  const fitting = findings.filter(({ fix }) =>
    fix?.edits.every(({ start, end }) => start <= end && end <= text.length),
  );
  const list = read(text);
  const { patient, waiting } = chooseFixes(fitting, false, text, list);
  const reread = (next: string): Linted => ({ list: read(next), findings: [] });
  const losses = (next: Linted, edits: readonly Edit[]) => lossesOf(list, next.list, edits);
  const round = tryFixes(text, reread, losses, patient.length > 0 ? patient : waiting);
  return { text: round.text, applied: round.fixes.length };
}

/** Applies edits that do not overlap, in any order, to the text whose offsets they use. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const newline = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  let result = '';
  let offset = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < offset || edit.end < edit.start || edit.end > text.length) {
      throw new Error(`an edit from ${edit.start} to ${edit.end} does not fit the text`);
    }
    result += text.slice(offset, edit.start) + edit.text.replace(/\r?\n/g, newline);
    offset = edit.end;
  }
  return result + text.slice(offset);
}

/** A fix, or the part of it that is about one line. */
interface Candidate {
  readonly edits: readonly Edit[];
  /** The finding that it comes from. */
  readonly of: Finding;
  readonly start: number;
}

interface Round {
  readonly text: string;
  readonly fixes: readonly Finding[];
  /** Null when nothing was applied. */
  readonly linted: Linted | null;
}

/** Applies all candidates if nothing is lost with them, else those with which nothing is lost. */
function tryFixes(
  text: string,
  relint: (text: string) => Linted,
  losses: (next: Linted, edits: readonly Edit[]) => readonly number[],
  candidates: readonly Candidate[],
): Round {
  let accepted: readonly Candidate[] = [];
  let linted: Linted | null = null;
  let written = text;
  let trials = 0;
  const pending: (readonly Candidate[])[] = candidates.length === 0 ? [] : [candidates];
  for (let group = pending.pop(); group !== undefined && trials < mostTrials; group = pending.pop()) {
    trials += 1;
    const all = [...accepted, ...group];
    const edits = all.flatMap((one) => one.edits);
    const next = applyEdits(text, edits);
    const read = next === written ? null : relint(next);
    const lost = read === null ? [] : losses(read, edits);
    if (lost.length === 0) {
      accepted = all;
      linted = read ?? linted;
      written = next;
    } else pending.push(...halves(group, lost, text));
  }
  return { text: written, fixes: [...new Set(accepted.map((one) => one.of))], linted };
}

/** Splits what loses something into what is far from the loss and what is near, or in two; nothing for a single one. The last is tried first. */
function halves(group: readonly Candidate[], lost: readonly number[], text: string): readonly (readonly Candidate[])[] {
  const [only] = group;
  if (only === undefined) return [];
  if (group.length === 1) {
    const parts = byLine(only, text);
    return parts.length > 1 ? [parts] : [];
  }
  const { point } = linesOf(text);
  const lines = new Set(lost.flatMap((offset) => [-1, 0, 1].map((by) => point(offset).line + by)));
  const isNear = ({ edits }: Candidate): boolean => edits.some(({ start }) => lines.has(point(start).line));
  const near = group.filter(isNear);
  if (near.length > 0 && near.length < group.length) return [near, group.filter((one) => !isNear(one))];
  const middle = group.length >> 1;
  return [group.slice(middle), group.slice(0, middle)];
}

/** The edits of a finding that is folded from many, line by line; another fix is applied as a whole or not at all, as one that moves words is. */
function byLine({ of, edits }: Candidate, text: string): readonly Candidate[] {
  if (of.places === null || movesWords(edits, text)) return [];
  const { point } = linesOf(text);
  const lines = groupBy(edits, ({ start }) => point(start).line);
  return [...lines.values()].map((some) => ({ of, edits: some, start: some[0]?.start ?? 0 }));
}

/** True where words are removed at one place and inserted at another: in part, such edits lose some and repeat others. */
function movesWords(edits: readonly Edit[], text: string): boolean {
  const word = /[\p{L}\p{N}]/u;
  return (
    edits.some((edit) => edit.start === edit.end && word.test(edit.text)) &&
    edits.some((edit) => edit.text === '' && word.test(text.slice(edit.start, edit.end)))
  );
}

/** Characters that no edit may bring: those that have no place in a text file. */
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** True for an edit that puts a line which may begin something of its own, or which follows a colon, at the end of another. */
function joinsMarkedLine(text: string, { start, end, text: added }: Edit): boolean {
  if (added.includes('\n') || !text.slice(start, end).includes('\n')) return false;
  const above = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  const below = /^.*/.exec(text.slice(lineStart, end + 200))?.[0] ?? '';
  const isKept = text.slice(lineStart, end).trim() === '';
  const isJoined = (above + added).trim() !== '' && /^[^\r\n]*\S/.test(text.slice(end, end + 200));
  const isApart = /^[ \t>]*(?:[-*+|#]|\d{1,9}[.)])/.test(below) || (isKept && continuesSentence(below.trim()) === 'no');
  return isJoined && (isApart || /[:：]\s*$/.test(above));
}

/** Where the paragraph that has an offset begins: behind an empty line, or with a bullet, a number, a heading or a row. */
function paragraphStart(text: string, offset: number): number {
  const lineStart = (at: number): number => text.lastIndexOf('\n', at - 1) + 1;
  let start = lineStart(offset);
  while (start > 0 && !/^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#|\|)/.test(text.slice(start, start + 200))) {
    const above = lineStart(start - 1);
    if (/^[ \t>\r]*$/.test(text.slice(above, start - 1))) break;
    start = above;
  }
  return start;
}

/** True within a character reference such as `&amp;` (CommonMark 0.31, section 2.5). */
function cutsReference(text: string, offset: number): boolean {
  const before = /&#?\w{0,32}$/.exec(text.slice(Math.max(0, offset - 34), offset))?.[0];
  if (before === undefined) return false;
  return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(before + text.slice(offset, offset + 33));
}

/** The safe or the other fixes of one round that do not touch one another, and those that wait since they join or split lines that another fix is about. */
function chooseFixes(
  findings: readonly Finding[],
  unsafe: boolean,
  text: string,
  list: List,
): { readonly patient: readonly Candidate[]; readonly waiting: readonly Candidate[] } {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const frontEnd = frontMatterEnd(text.slice(bom));
  const front = frontEnd === null ? 0 : frontEnd + bom;
  const isHidden = new Uint8Array(text.length + 1);
  for (const { position } of list.comments) isHidden.fill(1, position.start.offset + 1, position.end.offset);
  // Rewritten, a paragraph that is over a limit has more that is read, round after round.
  const isCutOff = new Uint8Array(text.length + 1);
  for (const { position } of list.unread)
    isCutOff.fill(1, paragraphStart(text, position.start.offset), position.end.offset + 1);
  const wanted = findings.flatMap((of): Candidate[] => {
    const { fix } = of;
    if (fix === null || fix.edits.length === 0 || fix.safe === unsafe) return [];
    const isUnsafe = (edit: Edit): boolean =>
      joinsMarkedLine(text, edit) ||
      isHidden[edit.start] === 1 ||
      cutsReference(text, edit.start) ||
      cutsReference(text, edit.end);
    const isBarred = (edit: Edit): boolean =>
      edit.start < front || isCutOff[edit.start] === 1 || controls.test(edit.text) || (fix.safe && isUnsafe(edit));
    const whole = { of, edits: fix.edits, start: 0 };
    const parts = fix.edits.some(isBarred) ? byLine(whole, text) : [whole];
    const edits = parts.filter((part) => !part.edits.some(isBarred)).flatMap((part) => part.edits);
    const start = edits.reduce((least, edit) => Math.min(least, edit.start), text.length);
    return edits.length === 0 ? [] : [{ of, edits, start }];
  });
  wanted.sort((a, b) => a.start - b.start || (a.of.rule < b.of.rule ? -1 : a.of.rule > b.of.rule ? 1 : 0));
  // Edits that touch clash too: of two insertions at one place no one can say which comes first.
  const claimed = new Uint8Array(text.length + 1);
  const chosen = wanted.filter(({ edits }) => {
    if (edits.some(({ start, end }) => claimed.subarray(start, end + 1).includes(1))) return false;
    for (const { start, end } of edits) claimed.fill(1, start, end + 1);
    return true;
  });
  const movesLines = (one: Candidate): boolean =>
    one.edits.some(({ start, end, text: added }) => /\n/.test(added) || /\n/.test(text.slice(start, end)));
  const { point } = linesOf(text);
  const linesIn = ({ edits }: Candidate): readonly number[] =>
    edits.flatMap(({ start, end }) => [point(start).line, point(end).line]);
  const own = new Set(chosen.filter((one) => !movesLines(one)).flatMap(linesIn));
  const waits = (one: Candidate): boolean => movesLines(one) && linesIn(one).some((line) => own.has(line));
  return { patient: chosen.filter((one) => !waits(one)), waiting: chosen.filter(waits) };
}
