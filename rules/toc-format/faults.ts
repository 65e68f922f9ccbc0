import type { Heading, Link, List, ListItem, Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isContentsHeading } from '../../src/rule-kit/markdown-tree.js';

/** What is wrong with the contents, and where. */
export interface Fault {
  readonly message:
    | 'late'
    | 'sections'
    | 'list'
    | 'lists'
    | 'plain'
    | 'apart'
    | 'unknown'
    | 'differs'
    | 'level'
    | 'fragment'
    | 'repeated'
    | 'missing'
    | 'order'
    | 'deep';
  readonly node: Nodes;
  readonly text: string;
  /** The heading that a line means; empty where the message does not name it. */
  readonly heading: string;
}

/** Sections that the contents do not list. `Related Lists` may be listed where it holds entries. */
const apart = new Set(['Contributing', 'Footnotes', 'Related Lists']);

/** Compares the list below `## Contents` with the sections. `anchors` has `#slug` of every heading by its offset. */
export function faultsOf(root: Root, anchors: ReadonlyMap<number, string>): readonly Fault[] {
  const index = root.children.findIndex(isContentsHeading);
  const contents = root.children[index];
  if (contents === undefined) return [];
  const fault = (message: Fault['message'], node: Nodes = contents): Fault => ({
    message,
    node,
    text: textOf(node),
    heading: '',
  });
  const late = root.children.slice(0, index).filter(isHeading).length > 1 ? [fault('late')] : [];
  const rest = root.children.slice(index + 1);
  const sections = rest.filter(isHeading).filter((node) => node.depth === 2 && !apart.has(textOf(node)));
  const [first] = sections;
  if (first === undefined) return [...late, fault('sections')];
  const lists = rest.slice(0, rest.indexOf(first)).filter((node) => node.type === 'list');
  const [list, second] = lists;
  if (list === undefined) return [...late, fault('list')];
  if (second !== undefined) return [...late, fault('lists', second)];
  const listed = new Set(itemsIn(list).flatMap(({ link, text }) => [text, link?.url ?? '']));
  return [
    ...late,
    ...compare(list, sections, { root, anchors, slugs: new Set(anchors.values()), listed, used: new Set() }),
  ];
}

interface Known {
  readonly root: Root;
  readonly anchors: ReadonlyMap<number, string>;
  readonly slugs: ReadonlySet<string>;
  /** The text and the URL of every line, nested ones included. */
  readonly listed: ReadonlySet<string>;
  readonly used: Set<string>;
}

function compare(list: List, headings: readonly Heading[], known: Known): readonly Fault[] {
  const faults: Fault[] = [];
  const names = headings.map((heading) => textOf(heading));
  let last = -1;
  let ordered = true;
  for (const item of list.children) {
    const { link, text } = lineOf(item);
    const add = (message: Fault['message'], heading = ''): void =>
      void faults.push({ message, node: item, text, heading });
    if (link === undefined || text === '') {
      add('plain');
      continue;
    }
    const after = names.indexOf(text, last + 1);
    const place = after < 0 ? names.indexOf(text) : after;
    if (place < 0) {
      if (apart.has(text)) {
        if (text !== 'Related Lists') add('apart');
      } else {
        const { message, heading } = unmatched(text, link, known);
        add(message, heading);
      }
      continue;
    }
    if (place < last) ordered = false;
    last = Math.max(last, place);
    if (!known.slugs.has(link.url)) add('fragment');
    else if (known.used.has(link.url)) add('repeated');
    known.used.add(link.url);
    const sub = item.children.find((node) => node.type === 'list');
    const heading = headings[place];
    if (sub === undefined || heading === undefined) continue;
    if (heading.depth > 2) faults.push({ message: 'deep', node: sub, text, heading: '' });
    else faults.push(...compare(sub, headingsBelow(heading, known.root), known));
  }
  for (const [index, heading] of headings.entries()) {
    const text = names[index] ?? '';
    const anchor = known.anchors.get(heading.position?.start.offset ?? -1) ?? '';
    if (!known.listed.has(text) && !known.listed.has(anchor))
      faults.push({ message: 'missing', node: heading, text, heading: '' });
  }
  if (!ordered) faults.push({ message: 'order', node: list, text: '', heading: '' });
  return faults;
}

/** Why a line has no heading among those of its level: the heading that it leads to is named otherwise or on another level. */
function unmatched(text: string, link: Link, { root, anchors }: Known): Pick<Fault, 'message' | 'heading'> {
  const headings = root.children.filter(isHeading).filter((heading) => !isContentsHeading(heading));
  const linked = headings.find(({ position }) => anchors.get(position?.start.offset ?? -1) === link.url);
  const heading = linked === undefined ? '' : textOf(linked);
  if (linked !== undefined && heading !== text) return { message: 'differs', heading };
  const isElsewhere = linked !== undefined || headings.some((one) => textOf(one) === text);
  return { message: isElsewhere ? 'level' : 'unknown', heading };
}

function lineOf(item: ListItem): { readonly link: Link | undefined; readonly text: string } {
  const link = linkIn(item.children.filter((node) => node.type !== 'list'));
  return { link, text: link === undefined ? '' : textOf(link) };
}

function itemsIn(list: List): readonly ReturnType<typeof lineOf>[] {
  return list.children.flatMap((item) => [
    lineOf(item),
    ...item.children.flatMap((node) => (node.type === 'list' ? itemsIn(node) : [])),
  ]);
}

function linkIn(nodes: readonly Nodes[]): Link | undefined {
  for (const node of nodes) {
    const found = node.type === 'link' ? node : 'children' in node ? linkIn(node.children) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The headings one level below a heading. */
function headingsBelow(heading: Heading, root: Root): readonly Heading[] {
  const rest = root.children.slice(root.children.indexOf(heading) + 1);
  const end = rest.findIndex((node) => isHeading(node) && node.depth <= heading.depth);
  return rest
    .slice(0, end < 0 ? undefined : end)
    .filter(isHeading)
    .filter(({ depth }) => depth === heading.depth + 1);
}

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading';
}
