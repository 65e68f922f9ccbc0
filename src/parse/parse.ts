import type { Anchor, Directive, Entry, Heading, List } from '../model/list.js';
import { finishContents, headingsByFragment } from './contents.js';
import { isTooDeep } from './depth.js';
import { readDirective } from './directive.js';
import { readDefinitions, readFlow } from './flow.js';
import { findGarbles } from './garble.js';
import { findLadders } from './ladder.js';
import { readMarkdown } from './markdown.js';
import { type Outline, readOutline } from './outline.js';
import { linksOf, type Mutable, words } from './piece.js';
import { type Reading, startReading } from './reading.js';
import { startSlugs } from './slug.js';
import { readSource, type Source } from './source.js';
import { growTree, type Tree } from './tree.js';

/** How a file is read. */
export interface ParseOptions {
  /** As the user named it; forward slashes. */
  readonly path?: string;
}

/**
 * Reads a list. Total: any text gives a List, and every position nests in its parent's and lies inside the text. A BOM is not part of
 * the Markdown, but counts in positions.
 */
export function parse(text: string, options: ParseOptions = {}): List {
  const source = readSource(text);
  const list = emptyList(text, options.path ?? 'README.md', source);
  if (isTooDeep(source.body)) return { ...list, unreadable: 'too-deep' };
  const reading = startReading(source);
  const root = readMarkdown(source.body);
  readDefinitions(root, reading);
  const blocks = readFlow(root.children, reading);
  const outline = readOutline(blocks, source, startSlugs());
  const ladders = findLadders(outline.root);
  const tree = growTree(outline.root, list, source);
  tellUnusedDefinitions(reading);
  tellHeadingLinks(outline);
  const headings = headingsOf(outline, tree, source);
  const anchors = anchorsOf(outline, reading, source);
  const byFragment =
    outline.contents.length > 0 ? headingsByFragment(headings, anchors, text) : new Map<string, Heading>();
  return Object.assign(list, {
    title: outline.title,
    description: outline.description,
    children: tree.children,
    sections: tree.sections,
    tiers: tree.tiers,
    entries: tree.entries,
    ladders: ladders
      .map((ladder) => ladder.map((group) => tree.byGroup.get(group)).filter((node) => node?.type === 'tier'))
      .sort((a, b) => (a[0]?.position.start.offset ?? 0) - (b[0]?.position.start.offset ?? 0)),
    headings,
    contents: outline.contents.map((draft) => finishContents(draft, byFragment, source)),
    links: reading.links.sort((a, b) => a.position.start.offset - b.position.start.offset),
    anchors,
    directives: directivesOf(reading, tree, source),
    texts: reading.texts,
    garbles: findGarbles(text).map(({ start, end, repaired, charset }) => ({
      position: source.place(start, end),
      repaired,
      charset,
    })),
  } satisfies Partial<List>);
}

function emptyList(text: string, path: string, source: Source): Mutable<List> {
  const nothing = { sections: [], tiers: [], entries: [], ladders: [], headings: [], contents: [], links: [] };
  return {
    ...{ type: 'list', version: 1, path, title: null, description: null, children: [], text, unreadable: null },
    ...{ ...nothing, anchors: [], directives: [], texts: [], garbles: [] },
    position: source.place(0, text.length),
  };
}

function tellUnusedDefinitions(reading: Reading): void {
  for (const { url, start, end, urlStart, urlEnd, used } of reading.definitions.values()) {
    if (!used) reading.link({ url, text: '', form: 'definition', image: false, start, end, urlStart, urlEnd });
  }
}

function tellHeadingLinks(outline: Outline): void {
  for (const { block } of outline.headings) {
    for (const link of linksOf(block.pieces)) if (link.place === 'prose') link.place = 'heading';
  }
}

function headingsOf(outline: Outline, tree: Tree, source: Source): Heading[] {
  return outline.headings.map(({ block, slug, group }) => ({
    depth: block.depth,
    text: words(block.pieces),
    slug,
    form: block.form,
    position: source.place(block.start, block.end),
    node: group === null ? null : (tree.byGroup.get(group) ?? null),
  }));
}

function anchorsOf(outline: Outline, reading: Reading, source: Source): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { block, slug } of outline.headings) {
    const position = source.place(block.start, block.end);
    anchors.push({ id: slug, form: 'heading', position });
    // The blank before a trailing badge leaves hyphens; lists link with and without them.
    const bare = slug.replace(/-+$/, '');
    if (bare !== slug && bare !== '') anchors.push({ id: bare, form: 'heading', position });
  }
  for (const { id, start, end } of reading.anchors)
    anchors.push({ id, form: 'html', position: source.place(start, end) });
  return anchors;
}

function directivesOf(reading: Reading, tree: Tree, source: Source): Directive[] {
  const directives: Directive[] = [];
  for (const { text, start, end } of reading.comments) {
    const read = readDirective(text);
    if (read !== null)
      directives.push({ ...read, position: source.place(start, end), entry: entryAt(tree.entries, start) });
  }
  return directives;
}

/** The innermost entry around an offset: entries stand in document order, parents before children. */
function entryAt(entries: readonly Entry[], offset: number): Entry | null {
  return entries.findLast(({ position }) => position.start.offset <= offset && offset < position.end.offset) ?? null;
}
