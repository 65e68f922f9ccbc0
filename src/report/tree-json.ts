import type { Facts } from '../model/facts.js';
import type { Entry, EntryForm, Link, List, Role, Section, SectionForm, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';
import { factsJson } from './facts-json.js';

/** A link of an entry, as data. */
export interface LinkData {
  type: 'link';
  url: string;
  text: string;
  position: Position;
}

/** A field of an entry, as data. */
export interface FieldData {
  value: string;
  position: Position;
}

/** An entry as data; nested entries are its children. */
export interface EntryData {
  type: 'entry';
  name: string;
  kind: string | null;
  url: string | null;
  description: string | null;
  form: EntryForm;
  links: LinkData[];
  /** By the format in the configuration; null without one. */
  fields: Record<string, FieldData[]> | null;
  children: EntryData[];
  /** Facts about its links, those about the main link first, without repetition; only if facts were requested. */
  facts?: Facts[];
  position: Position;
}

/** A tier as data. */
export interface TierData {
  type: 'tier';
  /** 1-based. */
  level: number;
  title: string | null;
  label: string;
  form: Tier['form'];
  depth: number | null;
  slug: string | null;
  children: (SectionData | TierData | EntryData)[];
  position: Position;
}

/** A section as data. */
export interface SectionData {
  type: 'section';
  title: string;
  emoji: string | null;
  depth: number;
  slug: string | null;
  role: Role;
  form: SectionForm;
  children: (SectionData | TierData | EntryData)[];
  position: Position;
}

/** A list as data, for JSON and for unist utilities: no cycles, every absent fact null, and shared with nothing else. */
export interface TreeData {
  type: 'list';
  version: 1;
  path: string;
  title: string | null;
  description: string | null;
  children: (SectionData | TierData | EntryData)[];
  position: Position;
}

/** The typed tree as unist data, created on each call: what `listwright tree --json` prints, and with `facts` by URL what `--facts` adds. */
export function treeJson(list: List, facts?: ReadonlyMap<string, Facts>): TreeData {
  const { type, version, path, title, description, position, children } = list;
  return {
    type,
    version,
    path,
    title,
    description,
    children: children.map((node) => nodeJson(node, facts)),
    position: place(position),
  };
}

/** Facts by the URL of a link. */
type KnownFacts = ReadonlyMap<string, Facts> | undefined;

function nodeJson(node: Section | Tier | Entry, facts: KnownFacts): SectionData | TierData | EntryData {
  const position = place(node.position);
  if (node.type === 'entry') return entryJson(node, facts);
  const children = node.children.map((child) => nodeJson(child, facts));
  if (node.type === 'section') {
    const { type, title, emoji, depth, slug, role, form } = node;
    return { type, title, emoji, depth, slug, role, form, children, position };
  }
  const { type, level, title, label, form, depth, slug } = node;
  return { type, level, title, label, form, depth, slug, children, position };
}

function entryJson(entry: Entry, facts: KnownFacts): EntryData {
  const { type, name, kind, url, description, form, links, fields, children, position } = entry;
  return {
    ...{ type, name, kind, url, description, form, links: links.map(linkJson) },
    fields: fields && fieldsJson(fields),
    ...{ children: children.map((child) => entryJson(child, facts)), position: place(position) },
    ...(facts === undefined ? {} : { facts: factsIn(entry, facts) }),
  };
}

function factsIn({ link: main, links }: Entry, facts: NonNullable<KnownFacts>): Facts[] {
  const found = new Map<string, Facts>();
  for (const link of [...(main === null ? [] : [main]), ...links]) {
    const known = link.image ? null : factsJson(facts.get(link.url) ?? null);
    const key = known === null ? '' : `${known.service} ${known.name}`;
    if (known !== null && !found.has(key)) found.set(key, known);
  }
  return [...found.values()];
}

function fieldsJson(fields: NonNullable<Entry['fields']>): Record<string, FieldData[]> {
  const data = Object.entries(fields).map(([name, values]): [string, FieldData[]] => [
    name,
    values.map(({ value, position }) => ({ value, position: place(position) })),
  ]);
  return Object.fromEntries(data);
}

function linkJson({ type, url, text, position }: Link): LinkData {
  return { type, url, text, position: place(position) };
}

function place({ start, end }: Position): Position {
  const point = ({ line, column, offset }: Position['start']) => ({ line, column, offset });
  return { start: point(start), end: point(end) };
}
