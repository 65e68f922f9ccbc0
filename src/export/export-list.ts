import { type Entry, type List, type Section, type Tier, tierOf } from '../model/list.js';
import { oneLine } from '../report/escape.js';
import type { ExportedEntry, ExportedList, ExportedSection, FieldValue, Health } from './exported.js';

/** What is known of the entries of a list besides its text. */
export interface EntryFacts {
  readonly repository: string | null;
  /** When a URL was added to the list. */
  readonly additionOf: (url: string) => { readonly commit: string; readonly date: number } | null;
  readonly healthOf: (url: string) => Health | null;
}

/** Takes the entries out of a list, each with its place in words. All text is on one line, without control characters. */
export function exportList(list: List, { repository, additionOf, healthOf }: EntryFacts): ExportedList {
  const indexes = new Map(list.entries.map((entry, index) => [entry, index]));
  const entries = list.entries.map((entry): ExportedEntry => {
    const tier = tierOf(entry);
    const added = entry.url === null ? null : additionOf(entry.url);
    const { parent } = entry;
    return {
      name: oneLine(entry.name),
      url: maybeLine(entry.url),
      kind: maybeLine(entry.kind),
      description: maybeLine(entry.description),
      section: sectionsAround(entry).map(({ title }) => oneLine(title)),
      tier: tier === null ? null : { level: tier.level, label: oneLine(tier.label) },
      parent: parent.type === 'entry' ? (indexes.get(parent) ?? null) : null,
      links: entry.links
        .filter((link) => link !== entry.link && !link.image && link.place !== 'badge')
        .map(({ url, text }) => ({ url: oneLine(url), text: oneLine(text) })),
      fields: fieldsOf(entry),
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
    sections: sectionsOf(list),
    entries,
  };
}

/** The sections with entries in them, in document order. */
function sectionsOf(list: List): readonly ExportedSection[] {
  const counts = new Map<Section, number>();
  for (const entry of list.entries)
    for (const section of sectionsAround(entry)) counts.set(section, (counts.get(section) ?? 0) + 1);
  return list.sections
    .filter((section) => counts.has(section))
    .map((section) => ({
      titles: [...sectionsAround(section), section].map(({ title }) => oneLine(title)),
      emoji: maybeLine(section.emoji),
      slug: section.slug,
      entries: counts.get(section) ?? 0,
    }));
}

/** From the outside in, the node itself left out. */
function sectionsAround(node: Section | Tier | Entry): readonly Section[] {
  const around: Section[] = [];
  for (let at = node.parent; at.type !== 'list'; at = at.parent) if (at.type === 'section') around.unshift(at);
  return around;
}

/** Fields come from the format of a list; an entry of a list without one has none. */
function fieldsOf(entry: Entry): ExportedEntry['fields'] {
  const { fields = null } = entry as { readonly fields?: Readonly<Record<string, unknown>> | null };
  if (fields === null) return null;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fieldValue(value)]));
}

function fieldValue(value: unknown): FieldValue {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? oneLine(value) : null;
}

function maybeLine(text: string | null): string | null {
  return text === null ? null : oneLine(text);
}
