import type { Position } from '../model/position.js';
import { addTo } from '../text/group-by.js';

/** A text as lines with their ends, of which some are removed, changed or added. Lines are 0-based. */
export class EditedLines {
  readonly lines: readonly string[];
  readonly #removed = new Set<number>();
  readonly #changed = new Map<number, string>();
  readonly #after = new Map<number, string[]>();
  readonly eol: string;

  constructor(text: string) {
    this.lines = text === '' ? [] : text.split(/(?<=\r\n|\n|\r(?!\n))/);
    this.eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  }

  remove(first: number, last: number): void {
    for (let at = first; at <= last; at++) this.#removed.add(at);
  }

  isRemoved(line: number): boolean {
    return this.#removed.has(line);
  }

  /** A line after the changes so far. */
  at(line: number): string {
    return this.#changed.get(line) ?? this.lines[line] ?? '';
  }

  change(line: number, text: string): void {
    this.#changed.set(line, text);
  }

  /** Adds lines, each with its end, below a line; -1 for the top. */
  insert(below: number, added: readonly string[]): void {
    for (const line of added) addTo(this.#after, below, line);
  }

  /** The text after all of it, without the blank lines that only set off what was removed. */
  text(): string {
    this.#closeGaps();
    let result = (this.#after.get(-1) ?? []).join('');
    for (const at of this.lines.keys()) {
      if (!this.#removed.has(at)) result += this.at(at);
      for (const line of this.#after.get(at) ?? [])
        result += (result === '' || /[\r\n]$/.test(result) ? '' : this.eol) + line;
    }
    return result;
  }

  #closeGaps(): void {
    const count = this.lines.length;
    for (let first = 0; first < count; first++) {
      if (!this.#removed.has(first)) continue;
      let last = this.#endOfRemoved(first);
      // A gap that closes may lead to more lines that are removed, which have a gap of their own.
      while (this.#isGapBelow(first, last)) {
        this.#removed.add(last + 1);
        if (!this.#removed.has(last + 2)) break;
        last = this.#endOfRemoved(last + 2);
      }
      const above = first - 1;
      if (last + 1 >= count && above >= 0 && isBlank(this.at(above)) && !this.#hasAdded(above, last))
        this.#removed.add(above);
      first = last;
    }
  }

  #endOfRemoved(first: number): number {
    let last = first;
    while (this.#removed.has(last + 1)) last++;
    return last;
  }

  #hasAdded(first: number, last: number): boolean {
    for (let at = first; at <= last; at++) if (this.#after.has(at)) return true;
    return false;
  }

  /** True where the blank line below removed lines set them off from the next, and something else or nothing is above them. */
  #isGapBelow(first: number, last: number): boolean {
    const below = this.lines[last + 1];
    if (below === undefined || !isBlank(below) || this.#hasAdded(first - 1, last)) return false;
    if (first === 0 || isBlank(this.at(first - 1))) return true;
    // The first item of a list, directly below its heading: the next one takes its place.
    const lead = itemLead(this.at(first));
    return (
      lead !== null &&
      lead === itemLead(this.at(last + 2)) &&
      itemLead(this.at(first - 1)) === null &&
      /^[ \t>]*/.exec(this.at(first - 1))?.[0] === lead
    );
  }
}

/** What is before the marker of an item; null for a line that begins none. */
function itemLead(line: string): string | null {
  return /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(line)?.[1] ?? null;
}

/** True for a line without anything on it, inside of a quote too. */
export function isBlank(line: string): boolean {
  return /^[ \t>]*[\r\n]*$/.test(line);
}

/** The lines that a stretch of a text has something on, blank ones at its end left out. */
export function lineRange({ start, end }: Position, text: string): { readonly first: number; readonly last: number } {
  const own = text.slice(start.offset, end.offset).trimEnd();
  return { first: start.line - 1, last: start.line - 1 + (own.match(/\r\n|\r|\n/g)?.length ?? 0) };
}
