import { linesOf } from '../text/lines.js';
import { type DataFile, type DataRecord, type DataValue, faultAt, limits } from './data-file.js';

/** Reads TOML 1.0. Its parser gives no places, so those of a record are the line of its `[[…]]` header, or the first line. Throws a UserError. */
export async function readToml(path: string, text: string): Promise<DataFile> {
  const { parse, TomlError } = await import('smol-toml');
  let root: unknown;
  try {
    root = parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof TomlError) throw faultAt(path, error.line, error.message.split('\n')[0] ?? 'not valid TOML');
    if (error instanceof RangeError) throw faultAt(path, 1, 'nested too deeply');
    throw error;
  }
  const lines = linesOf(text);
  const file: DataFile = {
    path,
    text,
    records(key) {
      const found = key === null ? root : find(root, key);
      if (found === undefined) return null;
      const items: readonly unknown[] = Array.isArray(found) ? found : [found];
      if (items.length > limits.records) throw faultAt(path, 1, `more than ${limits.records} records`);
      const headers = key === null ? [] : headersOf(text, key);
      return items.map((item, index) => {
        const start = headers.length === items.length ? (headers[index] ?? 0) : 0;
        const end = text.indexOf('\n', start);
        return recordOf(item, file, lines.place(start, end < 0 ? text.length : end));
      });
    },
  };
  return file;
}

function recordOf(item: unknown, file: DataFile, position: DataRecord['position']): DataRecord {
  const line = position.start.line;
  if (!isTable(item)) throw faultAt(file.path, line, 'an entry must be a table with keys, such as `name = "…"`');
  const textOf = (value: unknown, key: string): DataValue => {
    if (isTable(value) || Array.isArray(value))
      throw faultAt(file.path, line, `\`${key}\` must be a string, or a list of strings`);
    return { text: String(value), position };
  };
  return {
    file,
    position,
    has: (key) => find(item, key) !== undefined,
    records(key) {
      const found = find(item, key);
      if (found === undefined) return null;
      const items: readonly unknown[] = Array.isArray(found) ? found : [found];
      return items.map((one) => recordOf(one, file, position));
    },
    values(key) {
      const found = find(item, key);
      if (found === undefined) return [];
      if (!Array.isArray(found)) return [textOf(found, key)];
      if (found.length > limits.values)
        throw faultAt(file.path, line, `\`${key}\` has more than ${limits.values} values`);
      return found.map((one) => textOf(one, key));
    },
  };
}

/** Offsets of the `[[key]]` lines. */
function headersOf(text: string, key: string): readonly number[] {
  return [...text.matchAll(/^[ \t]*\[\[([^\]\r\n]+)\]\]/gm)]
    .filter(([, name]) => name?.trim() === key)
    .map(({ index }) => index);
}

function find(from: unknown, key: string): unknown {
  if (!isTable(from)) return undefined;
  if (Object.hasOwn(from, key)) return from[key];
  const dot = key.indexOf('.');
  return dot < 0 || !Object.hasOwn(from, key.slice(0, dot))
    ? undefined
    : find(from[key.slice(0, dot)], key.slice(dot + 1));
}

/** True for a table, and not for a list or a date. */
function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
