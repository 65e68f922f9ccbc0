import type { List } from '../model/list.js';
import type { Position } from '../model/position.js';

const known = new WeakMap<List, string>();

/** The file with code and comments as spaces, offsets and line endings kept: for rules that look at the source itself. */
export function blankCode(list: List): string {
  const before = known.get(list);
  if (before !== undefined) return before;
  const hidden = [...list.codes, ...list.comments.map((comment) => comment.position)].sort(
    (a, b) => a.start.offset - b.start.offset,
  );
  const text = blanked(list.text, hidden);
  known.set(list, text);
  return text;
}

/** A text with some stretches as spaces (or another character), line endings kept. `hidden` is in order; stretches may nest. */
export function blanked(text: string, hidden: readonly Position[], filler = ' '): string {
  let result = '';
  let at = 0;
  for (const { start, end } of hidden) {
    if (end.offset <= at) continue;
    const from = Math.max(at, start.offset);
    result += text.slice(at, from) + text.slice(from, end.offset).replace(/[^\r\n]/g, filler);
    at = end.offset;
  }
  return result + text.slice(at);
}
