import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { linesOf } from '../text/lines.js';
import { deepestYaml, tooDeepAt } from '../text/yaml-depth.js';
import { type DataFile, type DataRecord, type DataValue, faultAt, limits } from './data-file.js';

/** Reads YAML 1.2, and JSON, which is a part of it. Nothing is built from it but what is read by name, so that aliases cannot multiply. Throws a UserError. */
export function readYaml(path: string, text: string): DataFile {
  const lines = linesOf(text);
  const document = parsed(path, text, (offset) => lines.point(offset).line);
  const lineOf = (node: Node): number => lines.point(node.range?.[0] ?? 0).line;
  const place = (node: Node) => lines.place(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  let aliases = 0;
  const known = new Map<Node, Node | null>();
  const resolved = (node: unknown): Node | null => {
    if (!isAlias(node)) return (node as Node | null | undefined) ?? null;
    const before = known.get(node);
    if (before !== undefined) return before;
    if (++aliases > limits.aliases)
      throw faultAt(path, lineOf(node), `more than ${limits.aliases} aliases; write the values themselves`);
    const target = node.resolve(document) ?? null;
    known.set(node, target);
    return target;
  };
  // The parser would compare every key of a record with every other.
  const child = (map: YAMLMap, key: string): unknown => {
    const [found, second] = map.items.filter((item) => isScalar(item.key) && String(item.key.value) === key);
    if (second !== undefined) throw faultAt(path, lineOf(second.key as Node), `\`${key}\` appears twice; remove one`);
    return found?.value;
  };
  /** The node of a key; a key with dots in it comes before the way that it may name. */
  const find = (from: Node | null, key: string): Node | null => {
    if (!isMap(from)) return null;
    const own = resolved(child(from, key));
    if (own !== null) return own;
    const dot = key.indexOf('.');
    return dot < 0 ? null : find(resolved(child(from, key.slice(0, dot))), key.slice(dot + 1));
  };
  const textOf = (node: unknown, key: string, record: Node): readonly DataValue[] => {
    const target = resolved(node);
    if (target === null) return [];
    if (!isScalar(target))
      throw faultAt(path, lineOf(isAlias(node) ? record : target), `\`${key}\` must be a string, or a list of strings`);
    if (target.value === null || target.value === undefined) return [];
    // Numbers and dates are meant as they are written: 1.10 is not 1.1.
    const shown = typeof target.value === 'string' ? target.value : (target.source ?? String(target.value));
    return [{ text: shown, position: place(target) }];
  };
  const recordOf = (node: Node): DataRecord => ({
    file,
    position: place(node),
    records: (key) => recordsOf(node, key),
    has: (key) => find(node, key) !== null,
    values(key) {
      const found = find(node, key);
      if (!isSeq(found)) return textOf(found, key, node);
      if (found.items.length > limits.values)
        throw faultAt(path, lineOf(found), `\`${key}\` has more than ${limits.values} values`);
      return found.items.flatMap((item) => textOf(item, key, node));
    },
  });
  const recordsOf = (from: Node | null, key: string | null): readonly DataRecord[] | null => {
    const found = key === null ? from : find(from, key);
    if (found === null) return key === null ? [] : null;
    if (isMap(found)) return [recordOf(found)];
    if (key !== null && isScalar(found) && found.value === null) return [];
    if (!isSeq(found)) throw faultAt(path, lineOf(found), `${key === null ? 'the file' : `\`${key}\``} must be a list`);
    if (found.items.length > limits.records) throw faultAt(path, lineOf(found), `more than ${limits.records} records`);
    return found.items.map((item) => {
      const target = resolved(item);
      if (!isMap(target))
        throw faultAt(path, lineOf(target ?? found), 'an entry must be a record with keys, such as `name: …`');
      return recordOf(target);
    });
  };
  const file: DataFile = { path, text, records: (key) => recordsOf(resolved(document.contents), key) };
  return file;
}

function parsed(path: string, text: string, lineOf: (offset: number) => number): Document {
  const deep = tooDeepAt(text);
  if (deep !== null) throw faultAt(path, lineOf(deep), `nested more than ${deepestYaml} levels deep`);
  let document: Document;
  try {
    document = parseDocument(text.replace(/^\uFEFF/, ' '), { prettyErrors: false, uniqueKeys: false }) as Document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw faultAt(path, 1, 'nested too deeply');
  }
  const [error] = document.errors;
  if (error !== undefined) {
    const said = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    throw faultAt(path, lineOf(error.pos[0]), `invalid YAML: ${said}`);
  }
  return document;
}
