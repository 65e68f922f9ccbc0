import { UserError } from '../model/errors.js';
import {
  canBeEmpty,
  type Format,
  type FormatGroup,
  type FormatPart,
  startsWithStop,
  type TargetFormat,
} from './format.js';

/** What is around text: a link, code, or emphasis. */
export type Enclosure = 'link' | 'code' | 'bold' | 'emphasis';

/** A state that takes one character of a fixed text. */
export interface CharacterState {
  readonly op: 'character';
  readonly character: string;
  /** The text; one object for all its characters. */
  readonly literal: { readonly text: string };
  /** Which character of it. */
  readonly index: number;
  readonly next: number;
}

/** A state of the automaton of a format. Each leads to others by their numbers. */
export type State =
  | CharacterState
  | { readonly op: 'open'; readonly what: Enclosure; readonly target: TargetFormat | null; readonly next: number }
  | { readonly op: 'close'; readonly what: Enclosure; readonly target: TargetFormat | null; readonly next: number }
  | { readonly op: 'image'; readonly alt: string | null; readonly target: TargetFormat; readonly next: number }
  | { readonly op: 'enter'; readonly field: string; readonly next: number }
  /** Takes one thing that a field may hold; `depth` is how many links and codes are around the field. */
  | { readonly op: 'any'; readonly field: string; readonly depth: number; readonly next: number }
  /** Ends a field. `sentence` is `written` where a period follows, `own` where the field ends a sentence itself. */
  | { readonly op: 'leave'; readonly field: string; readonly sentence: 'written' | 'own' | null; readonly next: number }
  /** Goes on at several, the first preferred. */
  | { readonly op: 'split'; readonly next: readonly number[] }
  | { readonly op: 'accept' };

/** A format as an automaton: states by their numbers, from `start`. */
export interface Automaton {
  readonly states: readonly State[];
  readonly start: number;
  /** How many links and codes are around each state, by its number. */
  readonly depths: readonly number[];
  /** The number of the state that accepts. */
  readonly accept: number;
}

/** An automaton may have this many states: a repeated part between separators counts twice. */
const mostStates = 2_000;

/** Builds the automaton of a format. Throws a UserError for one that is too large. */
export function automatonOf({ parts }: Pick<Format, 'parts'>, where: string): Automaton {
  const states: State[] = [];
  const depths: number[] = [];
  const add = (state: State, depth: number): number => {
    if (states.length >= mostStates) throw new UserError(`${where}: the format is too large; write a simpler one`);
    depths.push(depth);
    return states.push(state) - 1;
  };

  /** Builds a sequence from its end; gives the state that it begins with. */
  const sequence = (parts: readonly FormatPart[], depth: number, next: number): number => {
    let at = next;
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      const following = parts[index + 1];
      if (part === undefined) continue;
      if (parts[index - 1]?.kind === 'between') {
        const from = seriesStart(parts, index);
        at = series(parts.slice(from, index + 1), depth, at);
        index = from;
        continue;
      }
      const stops = part.kind === 'field' && following?.kind === 'text' && startsWithStop(following.text);
      at = stops ? sentence(part.name, at, depth) : single(part, depth, at);
    }
    return at;
  };

  /** A field before a period: another mark that ends a sentence, which is then part of the field, is as good. `stop` is the state of the period. */
  const sentence = (name: string, stop: number, depth: number): number => {
    const dot = states[stop];
    if (dot?.op !== 'character') return field(name, depth, [{ sentence: null, next: stop }]);
    return field(name, depth, [
      { sentence: 'written', next: stop },
      { sentence: 'own', next: dot.next },
    ]);
  };

  const field = (
    name: string,
    depth: number,
    ends: readonly { readonly sentence: 'written' | 'own' | null; readonly next: number }[],
  ): number => {
    const leaves = ends.map(({ sentence: mark, next }) =>
      add({ op: 'leave', field: name, sentence: mark, next }, depth),
    );
    const any = states.length;
    add({ op: 'any', field: name, depth, next: any + 1 }, depth);
    add({ op: 'split', next: [...leaves, any] }, depth);
    return add({ op: 'enter', field: name, next: any }, depth);
  };

  const enclosed = (
    what: Enclosure,
    target: TargetFormat | null,
    inner: readonly FormatPart[],
    depth: number,
    next: number,
  ) => {
    const inside = what === 'link' || what === 'code' ? depth + 1 : depth;
    const end = add({ op: 'close', what, target, next }, inside);
    return add({ op: 'open', what, target, next: sequence(inner, inside, end) }, depth);
  };

  const fixed = (text: string, depth: number, next: number): number => {
    const literal = { text };
    return text
      .split('')
      .reduceRight(
        (at, character, index) => add({ op: 'character', character, literal, index, next: at }, depth),
        next,
      );
  };

  const single = (part: FormatPart, depth: number, next: number): number => {
    switch (part.kind) {
      case 'text':
      case 'between':
        return fixed(part.text, depth, next);
      case 'field':
        return field(part.name, depth, [{ sentence: null, next }]);
      case 'link':
        return enclosed('link', part.target, part.inner, depth, next);
      case 'image': {
        const [alt] = part.inner;
        return add({ op: 'image', alt: alt?.kind === 'field' ? alt.name : null, target: part.target, next }, depth);
      }
      case 'group':
        return group(part, depth, next);
      default:
        return enclosed(part.kind, null, part.inner, depth, next);
    }
  };

  const group = ({ optional, repeated, inner }: FormatGroup, depth: number, next: number): number => {
    const last = inner.at(-1);
    const between = repeated && last?.kind === 'between' ? last : null;
    const body = between === null ? inner : inner.slice(0, -1);
    if (!repeated) {
      const once = sequence(body, depth, next);
      return optional ? add({ op: 'split', next: [once, next] }, depth) : once;
    }
    const again = states.length;
    const targets: number[] = [];
    add({ op: 'split', next: targets }, depth);
    targets.push(
      sequence(between === null ? body : [{ kind: 'text', text: between.text }, ...body], depth, again),
      next,
    );
    if (optional && between === null) return again;
    const first = sequence(body, depth, again);
    return optional ? add({ op: 'split', next: [first, next] }, depth) : first;
  };

  /** Parts with separators between those that are there, of which there is at least one. */
  const series = (parts: readonly FormatPart[], depth: number, next: number): number => {
    const none = add({ op: 'split', next: [] }, depth);
    let [first, later] = [none, next];
    for (const [run, separator] of runsOf(parts).reverse()) {
      const optional = run.every(canBeEmpty);
      const solid = optional ? run.map(required) : run;
      const begin = sequence(solid, depth, later);
      const goOn = sequence([{ kind: 'text', text: separator }, ...solid], depth, later);
      first = optional ? add({ op: 'split', next: [begin, first] }, depth) : begin;
      later = optional ? add({ op: 'split', next: [goOn, later] }, depth) : goOn;
    }
    return first;
  };

  const accept = add({ op: 'accept' }, 0);
  return { start: sequence(parts, 0, accept), states, depths, accept };
}

/** Where the series starts whose last part is at `index`: at the part before its first separator. Equal separators, and those with one part between them, are of one series. */
function seriesStart(parts: readonly FormatPart[], index: number): number {
  let first = index - 1;
  const last = parts[first];
  for (let at = first - 2; at >= 0; at--) {
    const part = parts[at];
    if (part?.kind !== 'between' || last?.kind !== 'between') continue;
    if (part.text !== last.text && at !== first - 2) break;
    first = at;
  }
  return Math.max(0, first - 1);
}

/** The parts of a series, each with the separator before it. */
function runsOf(parts: readonly FormatPart[]): (readonly [run: readonly FormatPart[], separator: string])[] {
  const runs: [FormatPart[], string][] = [[[], '']];
  for (const part of parts) {
    if (part.kind === 'between') runs.push([[], part.text]);
    else runs.at(-1)?.[0].push(part);
  }
  return runs;
}

/** An optional part as one that is there. */
function required(part: FormatPart): FormatPart {
  return part.kind === 'group' ? { ...part, optional: false } : part;
}
