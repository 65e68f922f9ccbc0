import { samePage } from '../url/same-page.js';

/** An entry that was removed, as the record of a list has it. */
export interface RecordedRemoval {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** As written, on one line: text of a stranger. */
  readonly why: string;
}

/** Characters and lines of a record that are read. */
const [longest, mostLines, longestLine] = [5_000_000, 50_000, 5_000];
const row = /^[-*] (\d{4}-\d\d-\d\d) .{0,1000}?(?<!\\)\]\((?:<([^\s<>]{1,2000})>|([^\s<>()]{1,2000}))\)(.*)$/;

/** Reads the removals of a record by page, the newest of each. */
export function readRemovedRecord(text: string): ReadonlyMap<string, RecordedRemoval> {
  const removals = new Map<string, RecordedRemoval>();
  for (const line of text.slice(0, longest).split(/\r?\n/, mostLines)) {
    const found = line.length <= longestLine ? row.exec(line) : null;
    if (found === null) continue;
    const [, day = '', framed, plain, rest = ''] = found;
    const page = samePage(framed ?? plain ?? '');
    const why = /: (.*)$/.exec(rest)?.[1] ?? writtenByHand(rest);
    if ((removals.get(page)?.day ?? '') <= day) removals.set(page, { day, why: why.trim().slice(0, 300) });
  }
  return removals;
}

/** A reason without the colon that `prune` writes before it; what names a section alone is none. */
function writtenByHand(rest: string): string {
  return /^\s*from\s/.test(rest) ? '' : rest.replace(/^[\s,;.\u2013\u2014-]+/, '');
}

/** The removal of the page that a URL leads to; null where the record has none. */
export function removalOf(removals: ReadonlyMap<string, RecordedRemoval>, url: string): RecordedRemoval | null {
  return removals.get(samePage(url)) ?? null;
}
