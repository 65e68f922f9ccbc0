import { text } from '../../report/html/markup.js';
import { countText } from '../../text/plural.js';
import type { ExportedEntry, ExportedList } from '../exported.js';
import { entryRow } from './entry-row.js';
import { facetsOf } from './facets.js';

/** Entries that follow one another in one section and one tier. */
interface Part {
  readonly section: number | null;
  readonly tier: string | null;
  readonly entries: readonly ExportedEntry[];
}

/** The browser draws only lists that are in sight, so a long part is several of them. */
const mostDrawn = 40;

/** The entries in their order, in parts; a section without entries of its own has an empty part for its heading. */
export function partsOf({ sections, entries }: ExportedList): readonly Part[] {
  const bySection = new Map<number | null, ExportedEntry[]>();
  for (const entry of entries) {
    const own = bySection.get(entry.sectionIndex) ?? [];
    bySection.set(entry.sectionIndex, own);
    own.push(entry);
  }
  const order = [null, ...sections.keys()];
  return order.flatMap((section): readonly Part[] => {
    const own = bySection.get(section) ?? [];
    if (own.length === 0) return section === null ? [] : [{ section, tier: null, entries: [] }];
    const parts: { section: number | null; tier: string | null; entries: ExportedEntry[] }[] = [];
    for (const entry of own) {
      const tier = entry.tier?.label ?? null;
      const last = parts.at(-1);
      if (last?.tier === tier) last.entries.push(entry);
      else parts.push({ section, tier, entries: [entry] });
    }
    return parts;
  });
}

/** The parts as HTML, each with its headings. */
export function partSections(list: ExportedList, parts: readonly Part[]): string {
  const depths = new Map<ExportedEntry, number>();
  for (const entry of list.entries) {
    const parent = entry.parent === null ? undefined : list.entries[entry.parent];
    depths.set(entry, parent === undefined ? 0 : Math.min(3, (depths.get(parent) ?? 0) + 1));
  }
  const facets = facetsOf(list);
  const row = (entry: ExportedEntry): string => entryRow(entry, depths.get(entry) ?? 0, facets);
  const titled = new Set<number>();
  return parts
    .map((part) => {
      const heading = headingsOf(list, part, titled);
      const last = part.section === null ? 0 : lastInside(list, part.section);
      const place = part.section === null ? '' : ` data-s="${part.section}" data-last="${last}"`;
      return `<section class="part"${place}>${heading}${listsOf(part.entries, row)}</section>`;
    })
    .join('\n');
}

function headingsOf(list: ExportedList, { section, tier }: Part, titled: Set<number>): string {
  const own = section === null ? undefined : list.sections[section];
  const level = Math.min(6, (own?.titles.length ?? 1) + 1);
  let html = '';
  if (own === undefined && !titled.has(-1)) {
    titled.add(-1);
    html += '<h2 class="unseen">Entries</h2>';
  } else if (own !== undefined && section !== null && !titled.has(section)) {
    titled.add(section);
    const sign = own.emoji === null ? '' : `<span aria-hidden="true">${text(own.emoji, 20)}</span> `;
    html += `<h${level} class="title" id="s-${section}" dir="auto">${sign}${text(own.titles.at(-1) ?? '', 200)} <span class="count">${countText(own.entries)}</span></h${level}>`;
  }
  if (tier !== null) {
    const below = Math.min(6, level + 1);
    html += `<h${below} class="tier" dir="auto">${text(tier, 200)}</h${below}>`;
  }
  return html;
}

/** Entries in lists of equal size at most. */
function listsOf(entries: readonly ExportedEntry[], row: (entry: ExportedEntry) => string): string {
  let html = '';
  for (let at = 0; at < entries.length; at += mostDrawn)
    html += `<ul class="rows">\n${entries
      .slice(at, at + mostDrawn)
      .map(row)
      .join('\n')}\n</ul>`;
  return html;
}

/** The index of the last section inside a section, itself included. */
export function lastInside({ sections }: ExportedList, index: number): number {
  const depth = sections[index]?.titles.length ?? 0;
  let last = index;
  while ((sections[last + 1]?.titles.length ?? 0) > depth) last += 1;
  return last;
}
