import type { Report, ReportedList } from '../../model/report.js';
import { linesOf } from '../../text/lines.js';
import type { RowKind } from './row-kinds.js';

/** A file, a section or a tier, in document order. */
export interface Branch {
  readonly kind: 'file' | 'section' | 'tier';
  readonly name: string;
  /** 0 for a file. */
  readonly depth: number;
  readonly parent: number | null;
  readonly entries: number;
  /** The last branch inside it; itself where it holds none. */
  last: number;
}

/** The branches of all files in one row, a branch before what it holds. */
export interface Branches {
  readonly all: readonly Branch[];
  /** The innermost branch around a line; null in a file that the report does not count. */
  readonly at: (path: string, line: number) => number | null;
}

/** Puts the outlines of the lists in a row; files whose text is not known stand without sections. */
export function branchesOf(report: Report, lists: readonly ReportedList[]): Branches {
  const all: Branch[] = [];
  const known = new Map(lists.map((list) => [list.path, list]));
  const named = [...report.findings, ...report.links.flatMap(({ occurrences }) => occurrences)].map(({ path }) => path);
  const lookups = new Map<string, { readonly file: number; readonly lines: readonly number[] }>();
  for (const path of new Set([...known.keys(), ...named].sort())) {
    const file = all.length;
    const list = known.get(path);
    all.push({ kind: 'file', name: path, depth: 0, parent: null, entries: list?.entries ?? 0, last: file });
    lookups.set(path, { file, lines: list === undefined ? [] : growBranches(list, file, all) });
  }
  return {
    all,
    at: (path, line) => {
      const found = lookups.get(path);
      return found === undefined ? null : (found.lines[line] ?? found.file);
    },
  };
}

/** Adds what a file holds; gives for each line the innermost branch. */
function growBranches(list: ReportedList, file: number, all: Branch[]): readonly number[] {
  const lines = linesOf(list.text);
  const byLine: number[] = Array(lines.point(list.text.length).line + 1).fill(file);
  const open = [{ index: file, end: Number.POSITIVE_INFINITY }];
  for (const { kind, name, start, end, entries } of list.outline) {
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= start) open.pop();
    const parent = open.at(-1)?.index ?? file;
    const index = all.length;
    all.push({ kind, name, depth: open.length, parent, entries, last: index });
    for (const { index: around } of open) (all[around] as Branch).last = index;
    const ends = lines.point(end);
    byLine.fill(index, lines.point(start).line, ends.column === 1 ? ends.line : ends.line + 1);
    open.push({ index, end });
  }
  return byLine;
}

/** Counts what is in each branch and in what it holds. Where no links were checked, entries beyond the number of findings count as alive. */
export function branchCounts(
  { all }: Branches,
  rows: readonly { readonly kind: RowKind; readonly branches: readonly number[] }[],
  hasLinks: boolean,
): readonly Partial<Record<RowKind, number>>[] {
  const counts = all.map((): Partial<Record<RowKind, number>> => ({}));
  for (const { kind, branches } of rows) {
    const seen = new Set<number>();
    for (const branch of branches) {
      for (let at: number | null = branch; at !== null && !seen.has(at); at = all[at]?.parent ?? null) {
        seen.add(at);
        const count = counts[at];
        if (count !== undefined) count[kind] = (count[kind] ?? 0) + 1;
      }
    }
  }
  if (hasLinks) return counts;
  return counts.map((count, index) => {
    const found = Object.values(count).reduce((sum, more) => sum + more, 0);
    return { ...count, alive: Math.max(0, (all[index]?.entries ?? 0) - found) };
  });
}
