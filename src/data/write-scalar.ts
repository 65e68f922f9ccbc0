import { extname } from 'node:path';
import type { DataFile, DataValue } from './data-file.js';

/**
 * A value of a data file with another text in its place: plain, or with the quotation marks that it has. Null where it is not a
 * scalar on one line, such as a block of YAML, or where the file gives no place of it, as TOML does.
 */
export function scalarWith({ path, text }: DataFile, { position, text: old }: DataValue, value: string): string | null {
  const raw = text.slice(position.start.offset, position.end.offset);
  if (/[\r\n]/.test(raw) || /[\r\n]/.test(value)) return null;
  const isCsv = extname(path).toLowerCase() === '.csv';
  if (raw.startsWith('"')) {
    const own = isCsv ? raw.slice(1, -1).replaceAll('""', '"') : decoded(raw);
    if (own === null || !isSame(own, old)) return null;
    return isCsv ? `"${value.replaceAll('"', '""')}"` : JSON.stringify(value);
  }
  if (!isCsv && raw.startsWith("'")) return isSame(raw.slice(1, -1).replaceAll("''", "'"), old) ? quoted(value) : null;
  if (!isSame(raw, old)) return null;
  if (isCsv) return /[",]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return isPlain(value) ? value : quoted(value);
}

/** True for a text that means a value, but for spaces. */
function isSame(written: string, value: string): boolean {
  const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return spaced(written) === spaced(value);
}

function decoded(raw: string): string | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** True for a text that YAML reads as itself without quotation marks, in a list in brackets too (YAML 1.2.2, section 7.3.3). */
function isPlain(value: string): boolean {
  return (
    /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(value) &&
    !/:(?:\s|$)|\s#|[,[\]{}]|\s$/.test(value) &&
    !/^(?:true|false|null|~|[\d.+-][\d.,_eE+-]*)$/i.test(value)
  );
}
