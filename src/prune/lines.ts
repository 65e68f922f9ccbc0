import type { Position } from '../model/position.js';

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
    this.#after.set(below, [...(this.#after.get(below) ?? []), ...added]);
  }

  /** The text after all of it. Where a removal leaves two blank lines in a row, or one at the end of the file, one of them goes too. */
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
    for (let at = 0; at < count; at++) {
      if (!this.#removed.has(at)) continue;
      let end = at;
      while (end + 1 < count && this.#removed.has(end + 1)) end++;
      const above = at - 1;
      const isFilled = [...Array(end - at + 2).keys()].some((index) => this.#after.has(above + index));
      if (!isFilled && (above < 0 || isBlank(this.at(above)))) {
        if (end + 1 < count && isBlank(this.at(end + 1))) this.#removed.add(end + 1);
        else if (end + 1 >= count && above >= 0) this.#removed.add(above);
      }
      at = end;
    }
  }
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
