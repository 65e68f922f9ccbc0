import { createHash } from 'node:crypto';
import type { Entry } from '../model/list.js';

/** A short word by which an entry is found again in a list whose lines have moved: by where it is, its name and its URL. Numbers in titles, which may count entries, do not matter. */
export function entryKey(entry: Entry, path: string): string {
  const titles: string[] = [];
  for (let at = entry.parent; at.type !== 'list'; at = at.parent)
    titles.push(
      at.type === 'entry' ? at.name : (at.type === 'section' ? at.title : at.label).replace(/\d[\d,]*/g, '0'),
    );
  const saying = JSON.stringify([path, titles, entry.name, entry.url]);
  return createHash('sha256').update(saying).digest('hex').slice(0, 16);
}
