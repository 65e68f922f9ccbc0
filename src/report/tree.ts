import type { Entry, Link, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/place.js';

/** The typed tree as unist data: what `listwright tree --json` prints. Every absent fact is null. */
export function treeJson(list: List): object {
  const { type, version, path, title, description, position, children } = list;
  return { type, version, path, title, description, children: children.map(nodeJson), position: place(position) };
}

function nodeJson(node: Section | Tier | Entry): object {
  const children = node.children.map(nodeJson);
  const position = place(node.position);
  if (node.type === 'section') {
    const { type, title, emoji, depth, slug, role, form } = node;
    return { type, title, emoji, depth, slug, role, form, children, position };
  }
  if (node.type === 'tier') {
    const { type, level, title, label, form, depth, slug } = node;
    return { type, level, title, label, form, depth, slug, children, position };
  }
  const { type, name, kind, url, description, form, links } = node;
  return { type, name, kind, url, description, form, links: links.map(linkJson), children, position };
}

function linkJson({ type, url, text, position }: Link): object {
  return { type, url, text, position: place(position) };
}

function place({ start, end }: Position): Position {
  const point = ({ line, column, offset }: Position['start']) => ({ line, column, offset });
  return { start: point(start), end: point(end) };
}
