import type { Fix } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Item } from '../../src/model/markdown.js';
import type { Position } from '../../src/model/position.js';

/** A name that is followed by its URL in parentheses, as in `Ketch (https://…)`, and what it should be. */
export interface UnlinkedName {
  readonly position: Position;
  readonly fix: Fix;
}

const named =
  /^(?:\[[ xX]\] +)?([^\s[\]()<>|`*_:][^[\]()<>|`\n:]{0,59}?) \((https?:\/\/[^\s()<>]+|#[^\s()<>]+)\)(?=\s*$|\s*\n|\s+[-–—:])/u;

/** Items of that form among items that are nearly all linked; four words or more may be a sentence. */
export function unlinkedNames(list: List): readonly UnlinkedName[] {
  const { items, text } = list;
  const found = items.flatMap((item, index) => {
    const from = item.position.start.offset + item.marker.length;
    const line = /^[^\r\n]*/.exec(text.slice(from, from + 500))?.[0] ?? '';
    const lead = line.length - line.trimStart().length;
    const { 0: whole, 1: name = '', 2: url = '' } = named.exec(line.slice(lead)) ?? [];
    if (whole === undefined || name.split(/\s+/).length > 3 || !isAmongLinks(items, index, list)) return [];
    const start = from + lead + whole.indexOf(name, whole.startsWith('[') ? 3 : 0);
    const end = from + lead + whole.length;
    const edits = [{ start, end, text: `[${name}](${url})` }];
    return [{ position: list.place(start, end), fix: { safe: false, edits } }];
  });
  return found;
}

/** True when at least three of the items before and after it, and two in three, begin with a link. */
function isAmongLinks(items: readonly Item[], index: number, { text }: List): boolean {
  const { depth } = items[index] ?? { depth: 0 };
  const near = items
    .slice(Math.max(0, index - 8), index + 9)
    .filter((one) => one !== items[index] && one.depth === depth);
  const linked = near.filter(({ position: { start }, marker }) =>
    /^\s*(?:\[[ xX]\] +)?[*_]*\[[^\]\n]+\]\(/.test(text.slice(start.offset + marker.length, start.offset + 300)),
  );
  return linked.length >= 3 && linked.length * 3 >= near.length * 2;
}
