import { diffArrays } from 'diff';

/** Beyond so many edits the shortest script is not worth its time, which grows with their square. */
const maxEdits = 3000;

/** The lines of a text without their endings, as CommonMark ends them; a BOM is no part of the first. */
export function linesIn(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

/** Lines of a text by what a diff against an earlier text says of them; numbers are 1-based. */
export interface LineChanges {
  /** Lines that the earlier text did not have: not those that only moved, and no empty ones. Of equal lines, those that a diff adds. */
  readonly fresh: ReadonlySet<number>;
  /** Every line that a diff adds. */
  readonly added: ReadonlySet<number>;
}

/** Compares two texts line by line, whatever ends their lines. */
export function lineChanges(before: string, after: string): LineChanges {
  const [old, now] = [linesIn(before), linesIn(after)];
  const { added, removed } = scriptOf(old, now);
  const moved = new Map<string, number>();
  for (const line of removed) moved.set(line, (moved.get(line) ?? 0) + 1);
  const fresh = new Set<number>();
  for (const number of added) {
    const line = now[number - 1] ?? '';
    const left = moved.get(line) ?? 0;
    if (left > 0) moved.set(line, left - 1);
    else if (line.trim() !== '') fresh.add(number);
  }
  return { fresh, added: new Set(added) };
}

interface Script {
  /** Numbers of lines, 1-based. */
  readonly added: readonly number[];
  readonly removed: readonly string[];
}

function scriptOf(old: readonly string[], now: readonly string[]): Script {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const changes = diffArrays(gone, come, { maxEditLength: maxEdits }) ?? [
    { value: gone, added: false, removed: true, count: gone.length },
    { value: come, added: true, removed: false, count: come.length },
  ];
  const added: number[] = [];
  const removed: string[] = [];
  let number = head + 1;
  for (const change of changes) {
    if (change.removed) {
      for (const line of change.value) removed.push(line);
      continue;
    }
    if (change.added) for (let step = 0; step < change.count; step++) added.push(number + step);
    number += change.count;
  }
  return { added, removed };
}
