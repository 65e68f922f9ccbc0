import { UserError } from '../model/errors.js';
import type { SourceOptions } from '../model/source-options.js';
import { plural } from '../text/plural.js';
import { type DataFile, type DataRecord, faultAt } from './data-file.js';

/**
 * Throws a UserError for a key of the mapping that no data has, and for data without entries: either would leave out what the
 * list has, without a word. `where` is what messages call the mapping.
 */
export function refuseAbsentKeys(
  options: SourceOptions,
  entryFiles: readonly DataFile[],
  sectionFiles: readonly DataFile[],
  where: string,
): void {
  const { entries = null, fields = {}, nested, block, item, table, sections } = options;
  const at = sections?.at ?? null;
  const records: DataRecord[] = [];
  for (const file of entryFiles) {
    const own = file.records(entries);
    if (own !== null) records.push(...own);
    // A file that has only sections is meant.
    else if (at === null || !sectionFiles.includes(file) || file.records(at) === null)
      throw faultAt(file.path, 1, `no key \`${entries}\`; correct \`source.entries\`, or add the list of entries`);
  }
  if (records.length === 0 && sections?.empty !== true)
    throw new UserError(
      `${entryFiles
        .map(({ path }) => path)
        .join(', ')
        .slice(
          0,
          200,
        )}: no entries in ${plural(entryFiles.length, 'file')}; add one, or state with \`source.sections.empty: true\` that sections are empty`,
    );
  const wanted = new Map(
    [
      ...Object.entries(fields).map(([name, key]) => [`fields.${name}`, key] as const),
      ...Object.entries({ nested, block, item, table }),
    ].flatMap(([name, key]) => (key === undefined ? [] : [[name, key] as const])),
  );
  refuseUnused(withNested(records, nested), wanted, where, 'entry');
  const { description, heading } = sections ?? {};
  const named = Object.entries({ description, heading }).flatMap(([name, key]) =>
    key === undefined ? [] : [[`sections.${name}`, key] as const],
  );
  if (named.length > 0)
    refuseUnused(
      sectionFiles.flatMap((file) => file.records(at) ?? []),
      new Map(named),
      where,
      'section',
    );
}

function* withNested(records: readonly DataRecord[], key: string | undefined): Generator<DataRecord> {
  for (const record of records) {
    yield record;
    if (key !== undefined) yield* withNested(record.records(key) ?? [], key);
  }
}

function refuseUnused(
  records: Iterable<DataRecord>,
  wanted: ReadonlyMap<string, string>,
  where: string,
  kind: string,
): void {
  const open = new Map(wanted);
  let isEmpty = true;
  for (const record of records) {
    isEmpty = false;
    for (const [name, key] of open) if (record.has(key)) open.delete(name);
    if (open.size === 0) return;
  }
  const [first] = open;
  if (first === undefined || isEmpty) return;
  const [name, key] = first;
  throw new UserError(
    `${where}.${name}: no ${kind} in the data has the key \`${key}\`; correct it, or remove the option`,
  );
}
