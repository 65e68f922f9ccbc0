import { stripped } from '../report/escape.js';
import type { ExportedEntry, ExportedList } from './exported.js';

/** A cell that a spreadsheet would calculate, also where it splits cells at semicolons or tabs (OWASP, "CSV Injection"). */
const formula = /(^|[;\t])(?=[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}])/gu;

/** One column: its name, and the value of an entry. */
type Column = readonly [name: string, read: (entry: ExportedEntry) => string | number | boolean | null];

const columns: readonly Column[] = [
  ['name', ({ name }) => name],
  ['url', ({ url }) => url],
  ['kind', ({ kind }) => kind],
  ['description', ({ description }) => description],
  ['section', ({ section }) => section.join(' › ')],
  ['tier', ({ tier }) => tier?.label ?? null],
  ['added', ({ added }) => added?.at ?? null],
  ['verdict', ({ health }) => health?.verdict ?? null],
  ['reason', ({ health }) => health?.reason ?? null],
  ['checked', ({ health }) => health?.checkedAt ?? null],
  ['line', ({ line }) => line],
];

/**
 * Entries as comma-separated values (RFC 4180): UTF-8, CRLF, one header line. A cell that begins like a formula gets an
 * apostrophe before it, which spreadsheets do not show; the JSON export has the text unchanged.
 */
export function exportCsv({ entries }: ExportedList): string {
  const names = [...new Set(entries.flatMap(({ fields }) => Object.keys(fields ?? {})))];
  const fields = names.map((name): Column => [`field:${name}`, (entry) => entry.fields?.[name] ?? null]);
  const all = [...columns, ...fields];
  const rows = [all.map(([name]) => name), ...entries.map((entry) => all.map(([, read]) => read(entry)))];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = stripped(value).replace(formula, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
