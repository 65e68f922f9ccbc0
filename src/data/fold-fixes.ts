import { resolve } from 'node:path';
import { applyEdits } from '../lint/fix.js';
import type { Edit } from '../model/finding.js';
import type { Entry } from '../model/list.js';
import type { Settings } from '../model/settings.js';
import type { UpkeepFile } from '../model/upkeep.js';
import { parse } from '../parse/parse.js';
import { addTo } from '../text/group-by.js';
import type { DataFile } from './data-file.js';
import { markedRange } from './markers.js';
import { renderSource } from './render-source.js';
import type { RenderedLine } from './rendered.js';
import { scalarWith } from './write-scalar.js';

/** A README and its data with the same fixes. */
export interface FoldedFixes {
  readonly text: string;
  readonly files: readonly UpkeepFile[];
  /** How many values changed. */
  readonly values: number;
}

/**
 * Writes the fixes of values in a README into the data that it is written from: only those values change, and rendering the data
 * gives the README with them. What cannot be written there is as before. Null where the README is not what the data gives.
 */
export async function foldFixes(
  path: string,
  before: string,
  after: string,
  settings: Pick<Settings, 'source' | 'lang' | 'configFile' | 'entriesFor'>,
  cwd: string,
): Promise<FoldedFixes | null> {
  const rendered = await renderSource(path, before, settings, cwd);
  const entries = settings.entriesFor(path);
  const [old, now] = [before, after].map((text) => text.split(/\r\n|\r|\n/));
  if (rendered.text !== before || entries === null || old?.length !== now?.length) return null;
  const entriesOf = (text: string): ReadonlyMap<number, Entry> =>
    new Map(parse(text, { path, entries, nearestForms: false }).entries.map((one) => [one.position.start.line, one]));
  const [read, fixed] = [entriesOf(before), entriesOf(after)];
  const edits = new Map<DataFile, Edit[]>();
  const inside = linesInside(before);
  const wanted = (now ?? []).map((line, index) => (inside(index) ? (old?.[index] ?? '') : line));
  let values = 0;
  for (const line of rendered.lines) {
    const own = editsOf(
      line,
      { text: before, entry: read.get(line.line) },
      { text: after, entry: fixed.get(line.line) },
    );
    if (own === null || own.length === 0 || line.record === null) continue;
    values += own.length;
    for (const edit of own) addTo(edits, line.record.file, edit);
    for (let at = line.line - 1; at < line.line - 1 + line.height; at++) wanted[at] = now?.[at] ?? '';
  }
  const texts = new Map([...edits].map(([{ path: name, text }, own]) => [name, withEdits(text, own)]));
  const { text } = await renderSource(path, after, settings, cwd, texts);
  // A name may have another place among the others now.
  const sorted = (lines: readonly string[]): string => lines.toSorted().join('\n');
  if (sorted(text.split(/\r\n|\r|\n/)) !== sorted(wanted)) return null;
  const files = [...edits.keys()].map((file) => ({
    ...{ file: resolve(cwd, file.path), path: file.path, before: file.text, after: texts.get(file.path) ?? file.text },
  }));
  return { text, files, values };
}

/** Tells which lines are between the markers, by 0-based numbers. */
function linesInside(text: string): (index: number) => boolean {
  const [first, last] = markedRange(text).map((offset) => text.slice(0, offset).split(/\r\n|\r|\n/).length - 1);
  return (index) => index > (first ?? 0) && index < (last ?? 0);
}

/** The same value may be named by several records. */
function withEdits(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, [...new Map(edits.map((edit) => [edit.start, edit])).values()]);
}

interface ReadEntry {
  readonly text: string;
  readonly entry: Entry | undefined;
}

/** The edits of the data by which an entry is as it was fixed; null where one of its values cannot be written. */
function editsOf({ entry, record }: RenderedLine, was: ReadEntry, is: ReadEntry): readonly Edit[] | null {
  if (entry === null || record === null) return [];
  const edits: Edit[] = [];
  for (const [name, values] of entry.data.values) {
    for (const [index, value] of values.entries()) {
      const valueIn = ({ text, entry: read }: ReadEntry): string | null => {
        const field = read?.fields?.[name]?.[index];
        if (field === undefined) return null;
        const { start, end } = field.position;
        return entry.data.isMarkdown(name) ? text.slice(start.offset, end.offset) : field.value;
      };
      const [before, after] = [valueIn(was), valueIn(is)];
      if (before === null || after === null) return null;
      if (before === after) continue;
      const written = scalarWith(record.file, value, after);
      if (written === null) return null;
      edits.push({ start: value.position.start.offset, end: value.position.end.offset, text: written });
    }
  }
  return edits;
}
