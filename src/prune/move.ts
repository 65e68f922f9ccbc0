import { insertionPoint } from '../add/position.js';
import { sectionsAndTiers, sectionsNamed } from '../add/sections.js';
import { UserError } from '../model/errors.js';
import type { Entry, List, Section } from '../model/list.js';
import type { Table } from '../model/markdown.js';
import { addTo } from '../text/group-by.js';
import { type EditedLines, isBlank, lineRange } from './lines.js';
import type { EntryLines } from './removable.js';

/** The section that entries are moved to. Throws a UserError where there is none, or several. */
export function targetSection(list: List, title: string): Section {
  const found = sectionsNamed(sectionsAndTiers(list), title).flatMap(({ home }) =>
    home.type === 'section' ? [home] : [],
  );
  const [section, other] = found;
  if (section === undefined)
    throw new UserError(`prune.moveTo: ${list.path} has no section "${title}"; add its heading first`);
  if (other !== undefined)
    throw new UserError(`prune.moveTo: ${list.path} has ${found.length} sections "${title}"; specify one by its path`);
  return section;
}

/** True for an entry in a section, or in one of its subsections. */
export function isIn(entry: Entry, section: Section): boolean {
  for (let at: Entry['parent'] = entry.parent; at.type !== 'list'; at = at.parent) if (at === section) return true;
  return false;
}

/** Why an entry cannot be moved to a section, in a clause; null where it can. */
export function unmovable(entry: Entry, list: List, section: Section): string | null {
  const slot = slotFor(entry, list, section);
  if (entry.form === 'item' && slot.table === null && !/^\d/.test(slot.neighbour?.marker ?? '')) return null;
  const table = slot.table ?? emptyTable(section, list);
  if (entry.form === 'row' && table !== null && cellsOf(entry, list) === table.header.cells.length) return null;
  return `it cannot be written as entries of \`${section.title}\` are; move it manually`;
}

function slotFor({ name, url }: Entry, list: List, section: Section) {
  return insertionPoint(section, { name, url: url ?? '' }, list, null);
}

/** The table without rows of a section that has no entries. */
function emptyTable(section: Section, { tables }: List): Table | null {
  if (section.children.some(({ type }) => type === 'entry')) return null;
  const end = section.children[0]?.position.start.offset ?? section.position.end.offset;
  return (
    tables.find(
      ({ rows, position: { start } }) =>
        rows.length === 0 && start.offset > section.heading.start.offset && start.offset < end,
    ) ?? null
  );
}

function cellsOf(entry: Entry, list: List): number {
  const rows = list.tables.flatMap((table) => table.rows);
  return rows.find(({ position }) => position.start.line === entry.position.start.line)?.cells.length ?? 0;
}

/** Adds the lines of entries to a section: by the alphabet where it is sorted, else at its end. */
export function moveEntries(
  moved: readonly { readonly entry: Entry; readonly lines: EntryLines }[],
  list: List,
  section: Section,
  edited: EditedLines,
): void {
  const places = new Map<
    number,
    { readonly name: string; readonly lines: readonly string[]; readonly sorted: boolean }[]
  >();
  for (const { entry, lines } of moved) {
    const slot = slotFor(entry, list, section);
    const at =
      slot.neighbour === null ? emptyPlace(section, list, edited) : besideLine(slot.neighbour, slot.side, list);
    const written = indented(entry, lines, slot.neighbour, edited);
    addTo(places, at, { name: entry.name, lines: written, sorted: slot.sorted });
  }
  const table = emptyTable(section, list);
  for (const [at, group] of places) {
    const inOrder = group.every(({ sorted }) => sorted)
      ? group.toSorted((a, b) => a.name.localeCompare(b.name, list.lang ?? 'en', { sensitivity: 'base' }))
      : group;
    const added = inOrder.flatMap(({ lines }) => lines);
    const isFirst = section.children.every(({ type }) => type !== 'entry');
    if (!isFirst || table !== null) edited.insert(at, added);
    else {
      const next = edited.lines[at + 1];
      const gap = next === undefined || isBlank(next) ? [] : [edited.eol];
      edited.insert(at, [...(isBlank(edited.at(at)) ? [] : [edited.eol]), ...added, ...gap]);
    }
  }
}

function besideLine(neighbour: Entry, side: 'before' | 'after', list: List): number {
  const { first, last } = lineRange(neighbour.position, list.text);
  return side === 'after' ? last : first - 1;
}

/** The last line with text that a section has itself. */
function emptyPlace(section: Section, list: List, edited: EditedLines): number {
  const { text } = list;
  const table = emptyTable(section, list);
  if (table !== null) return lineRange(table.position, text).last;
  const child = section.children[0];
  const end = child === undefined ? lineRange(section.position, text).last : child.position.start.line - 2;
  const heading = lineRange(section.heading, text).last;
  let at = Math.max(heading, end);
  while (at > heading && isBlank(edited.at(at))) at--;
  return at;
}

/** The lines of an entry as deep as those around its new place, with their bullet. */
function indented(
  entry: Entry,
  { first, last }: EntryLines,
  neighbour: Entry | null,
  edited: EditedLines,
): readonly string[] {
  const lines = Array.from({ length: last - first + 1 }, (_, index) => edited.lines[first + index] ?? '');
  const ended = lines.map((line) => (/[\r\n]$/.test(line) ? line : line + edited.eol));
  if (entry.form !== 'item') return ended;
  const old = entry.position.start.column - 1;
  const lead =
    neighbour === null
      ? ''
      : (edited.lines[neighbour.position.start.line - 1] ?? '').slice(0, neighbour.position.start.column - 1);
  const at = entry.position.start.line - 1 - first;
  return ended.map((line, index) => {
    const own = isBlank(line.slice(0, old)) ? line.slice(old) : line.trimStart();
    const bullet = index === at ? withBullet(own, entry.marker, neighbour?.marker ?? '-') : own;
    return isBlank(bullet) ? bullet : lead + bullet;
  });
}

/** Numbers become bullets, and bullets those of the list. */
function withBullet(line: string, marker: string | null, bullet: string): string {
  return marker !== null && line.startsWith(marker) && /^[-*+]$/.test(bullet)
    ? bullet + line.slice(marker.length)
    : line;
}
