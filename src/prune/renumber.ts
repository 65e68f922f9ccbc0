import type { List } from '../model/list.js';
import type { Item } from '../model/markdown.js';
import type { EditedLines } from './lines.js';

/** Numbers the items of a list again, where they were numbered one by one and some of them are removed. */
export function renumber(list: List, edited: EditedLines): void {
  for (const run of numberedRuns(list)) {
    const numbers = run.map(({ marker }) => Number.parseInt(marker, 10));
    const [first = 0] = numbers;
    if (run.length < 2 || !numbers.every((number, index) => number === first + index)) continue;
    let next = first;
    for (const { marker, position } of run) {
      const line = position.start.line - 1;
      if (edited.isRemoved(line)) continue;
      const written = edited.at(line);
      const at = position.start.column - 1;
      if (written.startsWith(marker, at))
        edited.change(line, written.slice(0, at) + String(next) + marker.slice(-1) + written.slice(at + marker.length));
      next++;
    }
  }
}

/** Items of one list each, in document order. */
function numberedRuns({ items, text }: List): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  const open: Item[][] = [];
  for (const item of items) {
    open.length = Math.min(open.length, item.depth);
    const run = open[item.depth - 1];
    const above = run?.at(-1);
    const isNumber = /^\d/.test(item.marker);
    const continues =
      above !== undefined &&
      above.marker.slice(-1) === item.marker.slice(-1) &&
      /^[\s>]*$/.test(text.slice(above.position.end.offset, item.position.start.offset));
    if (run !== undefined && continues && isNumber) run.push(item);
    else {
      const next = [item];
      open[item.depth - 1] = next;
      if (isNumber) runs.push(next);
    }
  }
  return runs;
}
