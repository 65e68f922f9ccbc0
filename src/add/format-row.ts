import type { Entry, List } from '../model/list.js';
import type { Row, Table } from '../model/markdown.js';
import { badgeTemplate } from './entry-template.js';
import { formatDescription, formatName } from './format-entry.js';
import type { EntryStyle } from './infer-style.js';
import { mostCommon } from './majority-vote.js';
import { type ProposedFacts, repositoryOf } from './proposed-facts.js';

const described =
  /^(?:descriptions?|about|what|summary|details?|notes?|comments?|info(?:rmation)?|purpose|描述|说明|简介|説明|descripción|descrição|beschreibung|описание)\b/i;
const unknown = /^(?:unknown|\?|n\/?a|-|–|—|tbd|none)$/i;

/** The row of a table for an entry: name, description, badges of the repository, and what is known of the other columns. */
export function formatRow(
  facts: ProposedFacts,
  style: EntryStyle,
  table: Table,
  near: readonly Entry[],
  { text }: List,
): string {
  const rows = table.rows.filter((row) => row.cells.length === table.header.cells.length);
  const nameColumn = columnOf(near, table);
  const textColumn = descriptionColumn(table, rows, nameColumn);
  const cells = table.header.cells.map((header, column) => {
    if (column === nameColumn) return formatName(facts, style, true);
    if (column === textColumn)
      return formatDescription(facts, { ...style, described: true, ...habitsOf(rows, column) }, true) ?? '';
    return usualCell(header.text, rows, column, facts, near, text);
  });
  return framed(cells, rows, text);
}

/** The column in which entries have their names. */
function columnOf(near: readonly Entry[], { rows }: Table): number {
  const columns = near.flatMap(({ label }) => {
    const row = rows.find(
      ({ position }) => position.start.offset <= label.start.offset && label.start.offset < position.end.offset,
    );
    const column = row?.cells.findIndex(({ position }) => position.end.offset >= label.end.offset) ?? -1;
    return column < 0 ? [] : [String(column)];
  });
  return Number(mostCommon(columns) ?? 0);
}

/** The column that is called so, else that with the longest texts. */
function descriptionColumn({ header }: Table, rows: readonly Row[], nameColumn: number): number {
  const named = header.cells.findIndex(({ text }, column) => column !== nameColumn && described.test(text.trim()));
  if (named >= 0) return named;
  const lengths = header.cells.map((_, column) =>
    column === nameColumn
      ? 0
      : rows.reduce((sum, { cells }) => sum + (cells[column]?.text.length ?? 0), 0) / (rows.length || 1),
  );
  const longest = Math.max(...lengths);
  return longest >= 25 ? lengths.indexOf(longest) : -1;
}

function habitsOf(rows: readonly Row[], column: number): Pick<EntryStyle, 'capital' | 'stop'> {
  const texts = rows.flatMap(({ cells }) => cells[column]?.text.trim() || []);
  const share = (shape: RegExp): boolean =>
    texts.length > 0 && texts.filter((text) => shape.test(text)).length * 2 > texts.length;
  return { capital: !share(/^\p{Ll}/u), stop: share(/[.。!]$/) };
}

/** A badge with the repository's name; whether it is https; else the word by which the column says that no one knows. */
function usualCell(
  header: string,
  rows: readonly Row[],
  column: number,
  { url }: ProposedFacts,
  near: readonly Entry[],
  text: string,
): string {
  const values = rows.flatMap(({ cells }) => cells[column]?.text.trim() ?? []);
  if (/^https\??$/i.test(header.trim())) {
    const value = values.find((one) =>
      (url.startsWith('https:') ? /^(?:yes|✓|✔|✅|true)$/i : /^(?:no|✗|✘|❌|false)$/i).test(one),
    );
    if (value !== undefined) return value;
  }
  const repository = repositoryOf(url);
  const templates = near.flatMap((entry) => {
    const row = rows.find(({ position }) => position.start.offset === entry.position.start.offset);
    const theirs = entry.url === null ? null : repositoryOf(entry.url);
    return row === undefined || theirs === null ? [] : [badgeTemplate(sourceOf(row, column, text), theirs) ?? ''];
  });
  const template = mostCommon(templates) ?? '';
  if (repository !== null && template !== '') return template.split('{repository}').join(repository).trim();
  return mostCommon(values.filter((value) => unknown.test(value))) ?? '';
}

/** The cell as written, without its pipes and padding. */
function sourceOf({ cells }: Row, column: number, text: string): string {
  const { start, end } = cells[column]?.position ?? { start: { offset: 0 }, end: { offset: 0 } };
  return text
    .slice(start.offset, end.offset)
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .trim();
}

/** With the bars of the other rows, and blanks up to the width of their cells where those are all as wide. */
function framed(cells: readonly string[], rows: readonly Row[], text: string): string {
  const last = rows.at(-1);
  const source = last === undefined ? '|' : text.slice(last.position.start.offset, last.position.end.offset).trim();
  // Without a bar before it, an empty first cell would be none.
  const bars = source.startsWith('|') || cells[0] === '';
  const closes = bars && (source === '|' || source.endsWith('|'));
  const widths = last === undefined ? [] : cells.map((_, column) => commonWidth(rows, column));
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column === cells.length - 1 && !closes ? cell : cell.padEnd(width);
  });
  return `${bars ? '| ' : ''}${padded.join(' | ')}${closes ? ' |' : cells.at(-1) === '' ? '|' : ''}`;
}

/** How wide the cells of a column are made by blanks; 0 where they are as wide as what they hold. */
function commonWidth(rows: readonly Row[], column: number): number {
  const widths = rows.map(({ cells }) => {
    const { start, end } = cells[column]?.position ?? { start: { offset: 0 }, end: { offset: 0 } };
    return end.offset - start.offset;
  });
  const same = rows.length >= 3 && new Set(widths).size === 1;
  // The bar and a blank on each side belong to the cell.
  return same ? Math.max(0, (widths[0] ?? 0) - 3) : 0;
}
