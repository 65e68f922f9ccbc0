import type { Directive, Entry, List, Section, Tier } from '../model/list.js';
import { namedRules } from '../rule-kit/rule-aliases.js';
import { isOver, readDay } from '../text/day.js';
import { firstFrom } from '../text/document-order.js';
import { partitionPoint } from '../text/partition-point.js';

/** The stretch of the file in which one directive silences rules; offsets are half-open. */
export interface CoveredRange {
  readonly directive: Directive;
  /** Null for all rules. */
  readonly rules: ReadonlySet<string> | null;
  readonly start: number;
  readonly end: number;
  /** Where a rule that an `enable` woke speaks again; the end for other rules. */
  readonly endFor: (rule: string) => number;
  /** Set when only findings about the links of this entry are silenced. */
  readonly linksOf: Entry | null;
  /** True for an exception whose day has come, or has no date where one belongs: it silences nothing. */
  readonly isExpired: boolean;
}

/** The areas of all directives in document order, and the `enable`s (with the names concerned) that end none. */
export interface CoveredRanges {
  readonly areas: readonly CoveredRange[];
  readonly unmatched: readonly { readonly directive: Directive; readonly rules: readonly string[] }[];
}

interface OpenArea extends CoveredRange {
  end: number;
}

/**
 * Reads what each directive covers. `disable` lasts to its `enable` or the end of the file. The other verbs cover the
 * entry on whose line they stand, else what begins on the next line that is not blank: the whole entry, or that line;
 * remark's `ignore` before the first entry of a group covers the group, as remark's next node is the whole list.
 */
export function coveredRanges(list: List, now: number): CoveredRanges {
  const areas: CoveredRange[] = [];
  const unmatched: { directive: Directive; rules: readonly string[] }[] = [];
  const stretches = stretchFinder(list);
  const disabled = { listwright: startDisabled(), remark: startDisabled() };
  for (const directive of list.directives) {
    const { verb, dialect, position } = directive;
    if (verb === 'enable') {
      const loose = disabled[dialect].wake(namedRules(directive), position.start.offset);
      if (loose !== null) unmatched.push({ directive, rules: loose });
    } else if (verb === 'disable') {
      // remark counts from the beginning of the comment, so that one at the top covers what is found in the whole file.
      const start = position[dialect === 'remark' ? 'start' : 'end'].offset;
      areas.push(disabled[dialect].add({ directive, start, end: list.text.length + 1 }));
    } else {
      const area = { ...stretches(directive), directive, rules: namedRules(directive) };
      areas.push({ ...area, endFor: () => area.end, isExpired: isExpired(directive, now) });
    }
  }
  return { areas, unmatched };
}

/** The areas of `disable` in one dialect. */
interface Disabled {
  add(area: Pick<CoveredRange, 'directive' | 'start' | 'end'>): CoveredRange;
  /** Ends open areas; the names that end none, empty for a bare `enable` that ends none, null when all is well. */
  wake(names: ReadonlySet<string> | null, offset: number): readonly string[] | null;
}

function startDisabled(): Disabled {
  let open: OpenArea[] = [];
  /** Of each rule, the offsets where an `enable` woke it, and the start of the last area that covers it. */
  const woken = new Map<string, number[]>();
  const asleepSince = new Map<string, number>();
  let allSince = -1;
  return {
    add({ directive, start, end }) {
      const area: OpenArea = {
        ...{ directive, rules: namedRules(directive), start, end, linksOf: null, isExpired: false },
        endFor: (rule) => Math.min(area.end, firstAbove(woken.get(rule) ?? [], start)),
      };
      open.push(area);
      if (area.rules === null) allSince = start;
      for (const rule of area.rules ?? []) asleepSince.set(rule, start);
      return area;
    },
    wake(names, offset) {
      if (names === null) {
        const wasOpen = open.length > 0;
        for (const area of open) area.end = offset;
        open = [];
        allSince = -1;
        asleepSince.clear();
        return wasOpen ? null : [];
      }
      const loose: string[] = [];
      for (const name of names) {
        const offsets = woken.get(name) ?? [];
        // Only an area that begins behind the last `enable` for the rule is left to end.
        if (Math.max(allSince, asleepSince.get(name) ?? -1) <= (offsets.at(-1) ?? -1)) loose.push(name);
        else {
          offsets.push(offset);
          woken.set(name, offsets);
        }
      }
      return loose.length > 0 ? loose : null;
    },
  };
}

/** The first of some ascending numbers that is above another. */
function firstAbove(numbers: readonly number[], limit: number): number {
  const index = partitionPoint(numbers.length, (at) => (numbers[at] ?? 0) <= limit);
  return numbers[index] ?? Number.POSITIVE_INFINITY;
}

type Stretch = Pick<CoveredRange, 'start' | 'end' | 'linksOf'>;

/** Tells what a directive covers that is about one place. */
function stretchFinder(list: List): (directive: Directive) => Stretch {
  const { text, entries } = list;
  const lineEnd = lineEnds(text);
  const lineAfter = nextLines(text, lineEnd);
  const groups = new Map<Entry, Entry>();
  return (directive) => {
    const { verb, position } = directive;
    const behind = position.end.offset;
    const own = sharesLine(directive, text, lineEnd) ? directive.entry : null;
    if (verb === 'ignore-link') {
      const entry = own ?? entries[firstFrom(entries, behind)];
      if (entry === undefined) return { start: behind, end: behind, linksOf: null };
      return { start: entry.position.start.offset, end: entry.position.end.offset, linksOf: entry };
    }
    if (own !== null) return { start: own.position.start.offset, end: ownEnd(own, lineEnd), linksOf: null };
    const start = lineAfter(behind);
    const end = lineEnd(start);
    const entry = entries[firstFrom(entries, start)];
    if (entry === undefined || entry.position.start.offset > end) return { start, end: end + 1, linksOf: null };
    const group = verb === 'ignore' ? (groups.get(entry) ?? groupFrom(entry)) : entry;
    groups.set(entry, group);
    return { start, end: group === entry ? ownEnd(entry, lineEnd) : group.position.end.offset, linksOf: null };
  };
}

function isExpired({ until }: Directive, now: number): boolean {
  return isOver(until === null ? null : (readDay(until) ?? 0), now);
}

/** True when something of the entry, its bullet not counted, is on a line of the directive. */
function sharesLine({ position }: Directive, text: string, lineEnd: LineEnd): boolean {
  const before = /[\s>]*(?:(?:[-*+]|\d+[.)])\s)?[\s>]*/y;
  before.lastIndex = position.start.offset - position.start.column + 1;
  before.test(text);
  if (before.lastIndex < position.start.offset) return true;
  const after = /[^\S\r\n]*/y;
  after.lastIndex = position.end.offset;
  after.test(text);
  return after.lastIndex < lineEnd(after.lastIndex);
}

/** Where an entry ends, the entries nested in it left out; blanks behind it are its own. */
function ownEnd(entry: Entry, lineEnd: LineEnd): number {
  return entry.children[0]?.position.start.offset ?? lineEnd(entry.position.end.offset) + 1;
}

/**
 * Finds the start of the first line below an offset that is neither empty nor a comment: these do not come between a directive and
 * what it is meant for. Each line is looked at once.
 */
function nextLines(text: string, lineEnd: LineEnd): (offset: number) => number {
  const known = new Map<number, number>();
  return (offset) => {
    const passed: number[] = [];
    let end = lineEnd(offset);
    let start: number;
    for (;;) {
      start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
      const found = known.get(start);
      if (found !== undefined) {
        start = found;
        break;
      }
      end = lineEnd(start);
      passed.push(start);
      if (start >= text.length || !/^\s*(?:<!--.*-->\s*)?$/.test(text.slice(start, end))) break;
    }
    for (const line of passed) known.set(line, start);
    return start;
  };
}

/** The last entry of the run that begins with an entry, where that is the first of its group; else the entry itself. */
function groupFrom(entry: Entry): Entry {
  const children: readonly (Section | Tier | Entry)[] = entry.parent.children;
  if (children.find((one) => one.type === 'entry') !== entry) return entry;
  const siblings = children.filter((one) => one.type === 'entry');
  const prose = 'prose' in entry.parent ? entry.parent.prose : [];
  const stop = prose.find((one) => one.start.offset > entry.position.start.offset)?.start.offset ?? Infinity;
  return siblings.filter((one) => one.position.start.offset < stop).at(-1) ?? entry;
}

/** Gives the end of the line that an offset is in. */
type LineEnd = (offset: number) => number;

/** Finds line ends; the last one is remembered, since a line may hold many directives. */
function lineEnds(text: string): LineEnd {
  let [from, end] = [0, -1];
  return (offset) => {
    if (offset >= from && offset <= end) return end;
    const match = /[\r\n]/g;
    match.lastIndex = offset;
    from = offset;
    end = match.exec(text)?.index ?? text.length;
    return end;
  };
}
