import type { EntriesOptions } from '../model/entry-options.js';
import { type Entry, type List, type Section, type Tier, tierOf } from '../model/list.js';
import { oneLine } from '../report/escape.js';
import type { ExportedEntry, ExportedList, ExportedSection, FieldValue, Health } from './exported.js';

/** What is known of the entries of a list besides its text. */
export interface EntryContext {
  readonly repository: string | null;
  /** When a URL was added to the list. */
  readonly additionOf: (url: string) => { readonly commit: string; readonly date: number } | null;
  readonly healthOf: (url: string) => Health | null;
  /** How the configuration has the entries; null, the default, for no word on it. */
  readonly options?: EntriesOptions | null;
}

/** Takes the entries out of a list, each with its place in words. All text is on one line, without control characters. */
export function exportList(
  list: List,
  { repository, additionOf, healthOf, options = null }: EntryContext,
): ExportedList {
  const isNumber = numberFields(list, options);
  const indexes = new Map(list.entries.map((entry, index) => [entry, index]));
  const sections = countEntries(list);
  const places = new Map([...sections.keys()].map((section, index) => [section, index]));
  const entries = list.entries.map((entry): ExportedEntry => {
    const tier = tierOf(entry);
    const added = entry.url === null ? null : additionOf(entry.url);
    const { parent } = entry;
    const around = sectionsAround(entry);
    const inner = around.at(-1);
    return {
      name: oneLine(entry.name),
      url: maybeLine(entry.url),
      kind: maybeLine(entry.kind),
      description: maybeLine(entry.fields?.description?.[0]?.value ?? entry.description),
      section: around.map(({ title }) => oneLine(title)),
      sectionIndex: inner === undefined ? null : (places.get(inner) ?? null),
      tier: tier === null ? null : { level: tier.level, label: oneLine(tier.label) },
      parent: parent.type === 'entry' ? (indexes.get(parent) ?? null) : null,
      links: entry.links
        .filter((link) => link !== entry.link && !link.image && link.place !== 'badge')
        .map(({ url, text }) => ({ url: oneLine(url), text: oneLine(text) })),
      fields: fieldsOf(entry, isNumber),
      added: added === null ? null : { at: new Date(added.date).toISOString(), commit: added.commit },
      health: entry.url === null ? null : healthOf(entry.url),
      line: entry.position.start.line,
    };
  });
  return {
    path: list.path,
    title: maybeLine(list.title),
    description: maybeLine(list.description),
    lang: list.lang,
    repository,
    sections: [...sections].map(([section, count]) => sectionOf(section, count)),
    entries,
  };
}

/** The sections with entries in them or below, in document order, each with their number. */
function countEntries({ sections, entries }: List): ReadonlyMap<Section, number> {
  const counts = new Map(sections.map((section) => [section, 0]));
  for (const entry of entries)
    for (const section of sectionsAround(entry)) counts.set(section, (counts.get(section) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}

function sectionOf(section: Section, entries: number): ExportedSection {
  const titles = [...sectionsAround(section), section].map(({ title }) => oneLine(title));
  return { titles, emoji: maybeLine(section.emoji), slug: section.slug, entries };
}

/** From the outside in, the node itself left out. */
function sectionsAround(node: Section | Tier | Entry): readonly Section[] {
  const around: Section[] = [];
  for (let at = node.parent; at.type !== 'list'; at = at.parent) if (at.type === 'section') around.unshift(at);
  return around;
}

/** Fields that an entry has in any list. */
const usual = new Set(['name', 'url', 'kind', 'description']);

/** What the format of a list names besides what every entry has. */
function fieldsOf({ fields }: Entry, isNumber: ReadonlySet<string>): ExportedEntry['fields'] {
  if (fields === null) return null;
  const own = Object.entries(fields).filter(([name]) => !usual.has(name));
  return Object.fromEntries(
    own.map(([name, values]): readonly [string, FieldValue] => {
      const text = values.map(({ value }) => oneLine(value)).join(', ');
      return [oneLine(name), (isNumber.has(name) ? numberIn(text) : null) ?? text];
    }),
  );
}

const year = /^(?:19|20)\d\d$/;

/** The fields whose values are numbers: by their kind, else those of which all values are, and not all years. A field is one or the other in all entries. */
function numberFields({ entries }: List, options: EntriesOptions | null): ReadonlySet<string> {
  const kinds = new Map(
    [options ?? []]
      .flat()
      .flatMap(({ fields }) => Object.entries(fields ?? {}).map(([name, { kind }]) => [name, kind])),
  );
  const texts = new Map<string, string[]>();
  for (const { fields } of entries)
    for (const [name, values] of Object.entries(fields ?? {}))
      for (const { value } of values) {
        const known = texts.get(name);
        if (known === undefined) texts.set(name, [value]);
        else known.push(value);
      }
  const isNumeric = ([name, all]: readonly [string, readonly string[]]): boolean => {
    const kind = kinds.get(name);
    if (kind !== undefined) return kind === 'number';
    return all.every((text) => numberIn(text) !== null) && !all.every((text) => year.test(text));
  };
  return new Set([...texts].filter(isNumeric).map(([name]) => name));
}

function numberIn(text: string): number | null {
  const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return /^(?:0|[1-9]\d{0,14})$/.test(plain) ? Number(plain) : null;
}

function maybeLine(text: string | null): string | null {
  return text === null ? null : oneLine(text);
}
