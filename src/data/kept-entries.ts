import { allFormats } from '../grammar/grammar.js';
import type { EntriesOptions } from '../model/entry-options.js';
import type { Entry } from '../model/list.js';

/** Tells which entries data has as such: rows, and items with a bullet or a number as the formats have it. Others are Markdown. */
export function keptBy(entries: EntriesOptions): (entry: Entry) => boolean {
  const leads = allFormats(entries).map(({ lead }) => /^\d/.test(lead));
  const isKept = { bullet: leads.includes(false), number: leads.includes(true) };
  return ({ form, fields, marker }) =>
    fields !== null && (form === 'row' || (form === 'item' && isKept[/^\d/.test(marker ?? '') ? 'number' : 'bullet']));
}
