import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { Entry, Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { parse } from '../parse/parse.js';
import { addTo } from '../text/group-by.js';
import { recordPlace, tooManyFaults } from './data-file.js';
import type { DataEntry, DataSection } from './data-section.js';
import { keptBy } from './kept-entries.js';
import { pathSeparator } from './list-data.js';
import { hasMarkers, type MarkedText } from './markers.js';
import { type RenderOptions, renderList } from './render-list.js';
import type { RenderedLine, RenderedList } from './rendered.js';

/**
 * Writes the part between the markers, and reads it again: what does not come back as the data has it is escaped with more
 * care, and where that does not help a UserError names it. So no value can be more than a value.
 */
export function renderChecked(
  marked: MarkedText,
  sections: readonly DataSection[],
  how: Omit<RenderOptions, 'careful'>,
): RenderedList {
  const careful = new Set<DataEntry | string>();
  for (;;) {
    const rendered = renderList(marked, sections, { ...how, careful });
    const faults = faultsOf(rendered, marked, how.entries, how.path);
    if (faults.length === 0) return rendered;
    const before = careful.size;
    for (const { line } of faults) careful.add(line.entry?.data ?? line.heading?.title ?? '');
    if (careful.size > before) continue;
    throw tooManyFaults(
      faults.map(
        ({ line, why }) => `${line.record === null ? how.path : (how.placeOf ?? recordPlace)(line.record)}: ${why}`,
      ),
    );
  }
}

interface Fault {
  readonly line: RenderedLine;
  readonly why: string;
}

function faultsOf(
  { text, lines }: RenderedList,
  { before, after }: MarkedText,
  format: EntriesOptions,
  path: string,
): readonly Fault[] {
  const list = parse(text, { path, entries: format, nearestForms: false });
  const [from, to] = [before.length, text.length - after.length];
  // In code they are not comments, and what is between them is not part of the list.
  const isBlank = (start: number, end: number): boolean => text.slice(start, end).trim() === '';
  const isComment = [
    list.comments.some(({ position: { end } }) => end.offset <= from && isBlank(end.offset, from)),
    list.comments.some(({ position: { start } }) => start.offset >= to && isBlank(to, start.offset)),
  ];
  if (isComment.includes(false))
    throw new UserError(`${path}: the markers are in code, where they are not comments; move them out of it`);
  const isWithin = ({ start }: { readonly start: { readonly offset: number } }): boolean =>
    start.offset > from && start.offset < to;
  const entries = new Map<number, Entry[]>();
  for (const entry of list.entries.filter(({ position }) => isWithin(position))) {
    const { line } = entry.position.start;
    addTo(entries, line, entry);
  }
  const isKept = keptBy(format);
  const headings = new Map(list.headings.map((one) => [one.position.start.line, one]));
  const faults: Fault[] = [];
  const departing = new Set(list.departures.filter(({ kind }) => isStructural.has(kind)).map(({ entry }) => entry));
  for (const line of lines) {
    if (line.value !== null && hasMarkers(line.value.text))
      faults.push({ line, why: 'the text has a marker of `render`; remove it' });
    if (line.entry !== null) {
      const [entry, ...more] = entries.get(line.line) ?? [];
      entries.delete(line.line);
      if (entry === undefined || more.length > 0)
        faults.push({ line, why: 'the entry would not be read as one entry' });
      else {
        const { data, fields } = line.entry;
        const field = isWhole(data, fields) ? undefined : [...fields].find((name) => !isSame(data, entry, name, list));
        if (field !== undefined)
          faults.push({
            line,
            why: `\`${field}\` cannot be written in the format without changing its value; edit it`,
          });
        else if (departing.has(entry)) faults.push({ line, why: 'the entry would not be of the format' });
      }
    } else if (line.heading !== null) {
      const heading = headings.get(line.line);
      headings.delete(line.line);
      const { title, depth } = line.heading;
      if (heading === undefined || heading.text !== title || heading.depth !== depth || title.includes(pathSeparator))
        faults.push({ line, why: `the title \`${title.slice(0, 60)}\` would not be read back unchanged; edit it` });
      // A heading may be an entry that no format is for.
      for (const entry of line.value === null ? [] : (entries.get(line.line) ?? []))
        if (!isKept(entry)) entries.delete(line.line);
    }
  }
  const lineAt = (at: number): RenderedLine | undefined => lines.findLast((one) => one.line <= at);
  for (const link of list.links.filter(({ position }) => isWithin(position))) {
    const line = lineAt(link.position.start.line);
    const why = line === undefined ? null : wrongWith(link, line);
    if (line !== undefined && why !== null) faults.push({ line, why });
  }
  /** True for what is in Markdown that the data has as such. */
  const isInMarkdown = (at: number): boolean => {
    const line = lineAt(at);
    return line !== undefined && line.value !== null && at < line.line + line.height;
  };
  /** What is there, and comes from no line of its own. */
  const strays = [
    ...[...entries.values()].flat().map((entry) => ({
      position: entry.position,
      why: 'the text would be read as an entry',
      isFree: !isKept(entry),
    })),
    ...[...headings.values()].map(({ position, form }) => ({
      position,
      why: 'the text would be read as a heading',
      isFree: form === 'html',
    })),
    ...list.comments.map(({ position }) => ({
      position,
      why: 'the text has an HTML comment; remove it',
      isFree: true,
    })),
    ...list.unclosed.map(({ position }) => ({
      position,
      why: 'the text opens HTML or code that is never closed',
      isFree: false,
    })),
    ...list.unread.map(({ position }) => ({
      position,
      why: 'the text is too long or nested too deeply to be read',
      isFree: false,
    })),
  ].filter(({ position, isFree }) => isWithin(position) && !(isFree && isInMarkdown(position.start.line)));
  for (const { position, why } of strays) {
    const line = lineAt(position.start.line);
    if (line !== undefined) faults.push({ line, why });
  }
  return faults;
}

/** Schemes that run code or open files of the reader; no list needs one as a link. */
const unsafeScheme = /^(?:javascript|vbscript|livescript|data|blob|file|filesystem|jar|view-source):/i;

/** Why a link must not be there; null for one that may. */
function wrongWith(
  { url, form, position, entry }: Link,
  { entry: written, heading, value }: RenderedLine,
): string | null {
  const scheme = unsafeScheme.exec(url.replace(/[\s\p{Cc}\p{Cf}]/gu, ''))?.[0];
  if (scheme !== undefined) return `\`${scheme}\` URLs must not be links; remove the URL`;
  // Only plain text is escaped, and escapes do not keep GitHub from linking a URL in it.
  if (form !== 'literal' || value !== null || (written === null && heading === null)) return null;
  if (entry?.fields?.url?.some((one) => one.value === url)) return null;
  const isMarkdown = Object.entries(entry?.fields ?? {}).some(
    ([name, all]) => written?.data.isMarkdown(name) && all.some((one) => isAround(one.position, position)),
  );
  if (isMarkdown) return null;
  const advice = written === null ? 'remove it' : 'remove it, or name the field in `source.markdown`';
  return `\`${url.slice(0, 60)}\` in plain text would become a link; ${advice}`;
}

function isAround(outer: Position, inner: Position): boolean {
  return outer.start.offset <= inner.start.offset && outer.end.offset >= inner.end.offset;
}

/** Departures that are not about what a value may be, which rules report. */
export const isStructural: ReadonlySet<string> = new Set(['missing', 'unexpected', 'other', 'column', 'empty']);

/** True for an entry that is one field of Markdown: it is what the data has, whichever of several formats it is read by. */
function isWhole({ values, isMarkdown }: DataEntry, fields: ReadonlySet<string>): boolean {
  const [only = '', ...others] = fields;
  return others.length === 0 && values.size === 1 && values.get(only)?.length === 1 && isMarkdown(only);
}

/** True where a field is read as the data has it. */
function isSame(data: DataEntry | undefined, entry: Entry, name: string, { text }: List): boolean {
  const wanted = data?.values.get(name) ?? [];
  const read = (entry.fields !== null && Object.hasOwn(entry.fields, name) ? entry.fields[name] : undefined) ?? [];
  return (
    wanted.length === read.length &&
    wanted.every(({ text: value }, index) => {
      const field = read[index];
      if (field === undefined) return false;
      const { start, end } = field.position;
      // URLs are compared as a browser takes them.
      if (data?.isMarkdown(name)) return text.slice(start.offset, end.offset) === value || field.value === value;
      return field.value === value || isSameUrl(field.value, value);
    })
  );
}

function isSameUrl(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
}
