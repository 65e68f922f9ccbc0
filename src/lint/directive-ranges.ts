import type { Directive, Entry, List, Section, Tier } from '../model/list.js';
import { namedRules } from '../rule-kit/rule-aliases.js';
import { isOver, readDay } from '../text/day.js';

/** The stretch of the file in which one directive silences rules; offsets are half-open. */
export interface CoveredRange {
  readonly directive: Directive;
  /** Null for all rules. */
  readonly rules: ReadonlySet<string> | null;
  readonly start: number;
  readonly end: number;
  /** Rules that an `enable` woke before the end, each with the offset from which it speaks again. */
  readonly ends: ReadonlyMap<string, number>;
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
  readonly ends: Map<string, number>;
}

/**
 * Reads what each directive covers. `disable` lasts to its `enable` or the end of the file. The other verbs cover the
 * entry on whose line they stand, else what begins on the next line that is not blank: the whole entry, or that line;
 * remark's `ignore` before the first entry of a group covers the group, as remark's next node is the whole list.
 */
export function coveredRanges(list: List, now: number): CoveredRanges {
  const areas: OpenArea[] = [];
  const unmatched: { directive: Directive; rules: readonly string[] }[] = [];
  for (const directive of list.directives) {
    if (directive.verb === 'enable') {
      const loose = wake(directive, areas);
      if (loose !== null) unmatched.push({ directive, rules: loose });
    } else {
      areas.push({ ...areaOf(directive, list), isExpired: isExpired(directive, now) });
    }
  }
  return { areas, unmatched };
}

function areaOf(directive: Directive, list: List): OpenArea {
  // remark counts from the beginning of the comment, so that one at the top covers what is found in the whole file.
  const whole = directive.verb === 'disable' && directive.dialect === 'remark';
  const start = directive.position[whole ? 'start' : 'end'].offset;
  const area = {
    directive,
    rules: namedRules(directive),
    start,
    end: list.text.length + 1,
    ends: new Map(),
    linksOf: null,
    isExpired: false,
  };
  if (directive.verb === 'disable') return area;
  const own = sharesLine(directive, list.text) ? directive.entry : null;
  if (directive.verb === 'ignore-link') {
    const entry = own ?? list.entries.find((one) => one.position.start.offset >= start);
    if (entry === undefined) return { ...area, end: start };
    return { ...area, start: entry.position.start.offset, end: entry.position.end.offset, linksOf: entry };
  }
  if (own !== null) return { ...area, start: own.position.start.offset, end: ownEnd(own, list.text) };
  return { ...area, ...nextStretch(directive, list) };
}

function isExpired({ until }: Directive, now: number): boolean {
  return isOver(until === null ? null : (readDay(until) ?? 0), now);
}

/** True when something of the entry, its bullet not counted, is on a line of the directive. */
function sharesLine({ position }: Directive, text: string): boolean {
  const before = text.slice(position.start.offset - position.start.column + 1, position.start.offset);
  const after = text.slice(position.end.offset, lineEnd(text, position.end.offset));
  return /[^\s>]/.test(before.replace(/^[\s>]*(?:[-*+]|\d+[.)])\s/, '')) || /\S/.test(after);
}

/** Where an entry ends, the entries nested in it left out; blanks behind it are its own. */
function ownEnd(entry: Entry, text: string): number {
  return entry.children[0]?.position.start.offset ?? lineEnd(text, entry.position.end.offset) + 1;
}

function nextStretch(directive: Directive, list: List): { start: number; end: number } {
  const { text } = list;
  let start = lineEnd(text, directive.position.end.offset);
  let end = start;
  // Blank lines and further directives do not come between a directive and what it is meant for.
  do {
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    end = lineEnd(text, start);
  } while (start < text.length && /^\s*(?:<!--.*-->\s*)?$/.test(text.slice(start, end)));
  const index = list.entries.findIndex((one) => one.position.start.offset >= start);
  const entry = list.entries[index];
  if (entry === undefined || entry.position.start.offset > end) return { start, end: end + 1 };
  const group = directive.verb === 'ignore' ? groupFrom(entry) : entry;
  return { start, end: group === entry ? ownEnd(entry, text) : group.position.end.offset };
}

/** The last entry of the run that begins with an entry, where that is the first of its group; else the entry itself. */
function groupFrom(entry: Entry): Entry {
  const children: readonly (Section | Tier | Entry)[] = entry.parent.children;
  const siblings = children.filter((one) => one.type === 'entry');
  if (siblings[0] !== entry) return entry;
  const prose = 'prose' in entry.parent ? entry.parent.prose : [];
  const stop = prose.find((one) => one.start.offset > entry.position.start.offset)?.start.offset ?? Infinity;
  return siblings.filter((one) => one.position.start.offset < stop).at(-1) ?? entry;
}

/** Ends open areas; the names that end none, empty for a bare `enable` that ends none, null when all is well. */
function wake(directive: Directive, areas: readonly OpenArea[]): readonly string[] | null {
  const offset = directive.position.start.offset;
  const open = areas.filter(
    (area) => area.directive.verb === 'disable' && area.directive.dialect === directive.dialect && area.end > offset,
  );
  const names = namedRules(directive);
  if (names === null) {
    for (const area of open) area.end = offset;
    return open.length > 0 ? null : [];
  }
  const loose: string[] = [];
  for (const name of names) {
    const asleep = open.filter((area) => (area.rules === null || area.rules.has(name)) && !area.ends.has(name));
    for (const area of asleep) area.ends.set(name, offset);
    if (asleep.length === 0) loose.push(name);
  }
  return loose.length > 0 ? loose : null;
}

function lineEnd(text: string, offset: number): number {
  const match = /[\r\n]/g;
  match.lastIndex = offset;
  return match.exec(text)?.index ?? text.length;
}
