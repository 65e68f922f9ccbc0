import { relative, resolve, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import type { Settings } from '../model/settings.js';
import { parse } from '../parse/parse.js';
import { groupBy } from '../text/group-by.js';
import { renderChecked } from './check-rendered.js';
import { recordPlace } from './data-file.js';
import { listData } from './list-data.js';
import { loadData } from './load-data.js';
import { refuseAbsentKeys } from './mapped-keys.js';
import { readMarked } from './markers.js';
import type { RenderedList } from './rendered.js';
import { fieldsOf } from './write-value.js';

/** A README as its data has it. */
export interface RenderedSource extends RenderedList {
  /** What is in the README and not in the data, or the other way, in sentences. */
  readonly differences: readonly string[];
}

/** Writes a README from the data that its configuration names. Paths in messages are relative to `cwd`; `texts` are read in place of the files with these paths. Throws a UserError. */
export async function renderSource(
  path: string,
  text: string,
  settings: Pick<Settings, 'source' | 'lang' | 'configFile' | 'entriesFor'>,
  cwd: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<RenderedSource> {
  const { source } = settings;
  if (source === null)
    throw new UserError(
      `${settings.configFile ?? path}: no \`source\` in the configuration; set it to the path of the data file, which \`listwright extract\` can create`,
    );
  const entries = settings.entriesFor(path);
  if (entries === null)
    throw new UserError(`${source.where}: needs \`entries.format\`, which says how to write the entries; add it`);
  const marked = readMarked(path, text);
  const { options, folder, where } = source;
  const load = (globs: string | readonly string[], named: string) =>
    loadData([globs].flat(), folder, named, (file) => relative(cwd, resolve(file)).split(sep).join('/'), texts);
  const entryFiles = await load(options.files, `${where}.files`);
  const sectionFiles =
    options.sections?.files === undefined ? entryFiles : await load(options.sections.files, `${where}.sections.files`);
  const fields = fieldsOf(entries);
  for (const name of [...Object.keys(options.fields ?? {}), ...(options.markdown ?? [])])
    if (!fields.has(name)) throw new UserError(`${where}: no format contains the field \`{${name}}\``);
  if (typeof options.sort === 'string' && !fields.has(options.sort))
    throw new UserError(`${where}.sort: no format contains the field \`{${options.sort}}\``);
  const lang = settings.lang;
  refuseAbsentKeys(options, entryFiles, sectionFiles, where);
  const sections = listData(options, entryFiles, sectionFiles, fields, lang);
  const rendered = renderChecked(marked, sections, { path, options, entries });
  const differences = rendered.text === text ? [] : differencesOf(path, text, rendered);
  return { ...rendered, differences };
}

/** Compares entries by their URLs, or else their names; what differs in both places is reported for the data. */
function differencesOf(path: string, text: string, { text: wanted, lines }: RenderedList): readonly string[] {
  const marked = readMarked(path, text);
  const [from, to] = [marked.before.length, text.length - marked.after.length];
  const here = parse(text, { path }).entries.filter(
    ({ position }) => position.start.offset > from && position.start.offset < to,
  );
  const written = new Map(parse(wanted, { path }).entries.map((entry) => [entry.position.start.line, entry]));
  const keyOf = ({ url, name }: { readonly url: string | null; readonly name: string }): string => url ?? name;
  /** Entries of the README that no record is for yet; several may have one URL. */
  const left = groupBy(here, keyOf);
  const changed = lines.flatMap(({ line, record }) => {
    const entry = written.get(line);
    if (entry === undefined || record === null) return [];
    const others = left.get(keyOf(entry)) ?? [];
    const same = others.findIndex((other) => lineOf(text, other) === lineOf(wanted, entry));
    if (same >= 0) others.splice(same, 1);
    return same >= 0 ? [] : [{ entry, record, others }];
  });
  const sentences = changed.map(({ entry, record, others }) => {
    const other = others.shift();
    const where =
      other === undefined ? `is not in ${path}` : `differs from line ${other.position.start.line} of ${path}`;
    return `${recordPlace(record)}: \`${entry.name}\` ${where}`;
  });
  const unknown = [...left.values()].flat().sort((a, b) => a.position.start.offset - b.position.start.offset);
  for (const entry of unknown)
    sentences.push(`${path}:${entry.position.start.line}: \`${entry.name}\` is not in the data`);
  return sentences;
}

function lineOf(
  text: string,
  {
    position: { start, end },
  }: { readonly position: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } },
): string {
  return text.slice(start.offset, end.offset).trimEnd();
}
