import type { Entry, EntryForm, Link, List, Role, Section, SectionForm, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';

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

/** A list as data, for JSON and for unist utilities: no circles, every absent fact null, and no one else's to change. */
export interface TreeData {
  type: 'list';
  version: 1;
  path: string;
  title: string | null;
  description: string | null;
  children: (SectionData | TierData | EntryData)[];
  position: Position;
}

/** The typed tree as unist data, made again each time: what `listwright tree --json` prints. */
export function treeJson(list: List): TreeData {
  const { type, version, path, title, description, position, children } = list;
  return { type, version, path, title, description, children: children.map(nodeJson), position: place(position) };
}

function nodeJson(node: Section | Tier | Entry): SectionData | TierData | EntryData {
  const position = place(node.position);
  if (node.type === 'entry') return entryJson(node);
  const children = node.children.map(nodeJson);
  if (node.type === 'section') {
    const { type, title, emoji, depth, slug, role, form } = node;
    return { type, title, emoji, depth, slug, role, form, children, position };
  }
  const { type, level, title, label, form, depth, slug } = node;
  return { type, level, title, label, form, depth, slug, children, position };
}

function entryJson({ type, name, kind, url, description, form, links, fields, children, position }: Entry): EntryData {
  return {
    ...{ type, name, kind, url, description, form, links: links.map(linkJson) },
    fields: fields && fieldsJson(fields),
    ...{ children: children.map(entryJson), position: place(position) },
  };
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
