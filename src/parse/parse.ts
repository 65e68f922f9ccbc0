import { type EntryGrammar, entryGrammar } from '../grammar/grammar.js';
import type { EntriesOptions } from '../model/entry-options.js';
import type { Anchor, Directive, Entry, Heading, List } from '../model/list.js';
import type { Definition, Unclosed, Unread } from '../model/markdown.js';
import { lastUpTo } from '../text/document-order.js';
import { linesOf } from '../text/lines.js';
import { spellingsOf, startSlugs } from '../text/slug.js';
import type { Block, HeadingBlock } from './blocks/block.js';
import { createCollector, type DefinitionDraft, type SourceCollector } from './blocks/collector.js';
import { type DetailsPairs, matchDetails } from './blocks/details.js';
import { linksOf, type Mutable, visibleWords } from './blocks/inline.js';
import { type PageComments, pageComments } from './blocks/open-comments.js';
import { readDefinitions, readPart } from './blocks/read-blocks.js';
import { type ParsedSource, parseSource } from './blocks/source.js';
import { readDirective } from './directive.js';
import { type ChunkCache, type ChunkPart, partsOf } from './markdown/chunks.js';
import { createGrowingRoot, relocate } from './markdown/markdown.js';
import { findMojibake } from './mojibake.js';
import { buildTree, type Tree } from './outline/build-tree.js';
import { type Outline, readOutline } from './outline/outline.js';
import { findTierSequences } from './outline/tier-sequence.js';
import { finishContents, headingsByFragment } from './outline/toc.js';

/** How a file is read. */
export interface ParseOptions {
  /** As the user named it; forward slashes. */
  readonly path?: string;
  /** BCP 47 tag of the language the list is written in. */
  readonly lang?: string | null;
  /** Keep the Markdown syntax tree in `root`; it is larger than all the rest. */
  readonly root?: boolean;
  /** The format of entries, as `entries` in the configuration. With it, entries have `fields`, and the list has `departures`. */
  readonly entries?: EntriesOptions | null;
  /** False to report only which entries deviate from the format, but not how, which is faster. Default: true. */
  readonly nearestForms?: boolean;
}

/**
 * Reads a list. Any text results in a List, and every position is inside that of its parent and inside the text. A BOM is not part of
 * the Markdown, but counts in positions.
 */
export function parse(text: string, options: ParseOptions = {}): List {
  return parseUncached(text, options, null);
}

/** Reads a list for its links, which saves memory: without `texts`, with only those `blocks` that are code or HTML, and entries without separator and body. */
export function parseForLinks(text: string, options: ParseOptions = {}): List {
  return parseUncached(text, options, null, true);
}

/** The grammar of entries; null where there is none. */
function grammarOf({ entries = null, nearestForms = true }: ParseOptions): EntryGrammar | null {
  return entries === null ? null : { ...entryGrammar(entries), findsNearest: nearestForms };
}

/** Reads a list; what the shelf keeps of an earlier text is not read again. `forLinks`: see `parseForLinks`. */
export function parseUncached(text: string, options: ParseOptions, shelf: ChunkCache | null, forLinks = false): List {
  const source = parseSource(text, Boolean(options.entries));
  const list = emptyList(text, options, source);
  const reading = createCollector(source, forLinks);
  const grown = options.root === true ? createGrowingRoot(source.body) : null;
  const blocks: Block[] = [];
  const meet = ({ nodes, at }: ChunkPart): void => {
    reading.at = at + source.shift;
    readDefinitions(nodes, reading);
  };
  for (const part of partsOf(source.body, meet, shelf)) {
    readPart(part, reading, blocks);
    grown?.add(part, shelf !== null);
  }
  if (grown !== null && source.unread.length > 0) relocate(grown.root, linesOf(text.slice(source.shift)).place);
  const { comments, open } = pageComments(text, reading.comments, htmlBlocks(reading));
  const slugs = slugsOf(blocks);
  const matched = matchDetails(blocks);
  const outline = readOutline(blocks, source, slugs, matched.pairs);
  const ladders = findTierSequences(outline.root);
  const tree = buildTree(outline.root, list, source, grammarOf(options), forLinks);
  tellHeadingLinks(outline);
  const headings = headingsOf(outline, tree, source);
  const anchors = anchorsOf(slugs, reading, source);
  // A heading of the table of contents may have the anchor of the section that it leads to.
  const targets = headings.filter(({ position: { start } }) =>
    outline.contents.every((draft) => start.offset < draft.start || start.offset >= draft.end),
  );
  const byFragment =
    outline.contents.length > 0 ? headingsByFragment(targets, anchors, text) : new Map<string, Heading>();
  return Object.assign(list, {
    root: grown?.root ?? null,
    title: outline.title,
    description: outline.description,
    children: tree.children,
    sections: tree.sections,
    tiers: tree.tiers,
    entries: tree.entries,
    departures: tree.departures,
    ladders: ladders
      .map((ladder) => ladder.map((group) => tree.byGroup.get(group)).filter((node) => node?.type === 'tier'))
      .sort((a, b) => (a[0]?.position.start.offset ?? 0) - (b[0]?.position.start.offset ?? 0)),
    headings,
    contents: outline.contents.map((draft) => finishContents(draft, byFragment, source)),
    links: reading.links.sort((a, b) => a.position.start.offset - b.position.start.offset),
    anchors,
    directives: directivesOf(comments, tree, source),
    texts: reading.texts,
    blocks: reading.blocks,
    items: reading.items,
    tables: reading.tables,
    codes: reading.codes,
    comments: comments.map(({ text: words, start, end }) => ({ text: words, position: source.place(start, end) })),
    definitions: reading.defined.map((draft) => definitionOf(draft, source)),
    unclosed: [...unclosedComment(open, source), ...reading.unclosed, ...unclosedDetails(blocks, matched, source)],
    coverage: coverageOf(reading),
    frontMatter: source.frontMatter === null ? null : source.place(0, source.frontMatter),
    unread: unreadOf(matched.tooDeep, reading, source),
    mojibake: findMojibake(text).map(({ start, end, repaired, charset }) => ({
      position: source.place(start, end),
      repaired,
      charset,
    })),
  } satisfies Partial<List>);
}

function emptyList(
  text: string,
  { path = 'README.md', lang = null }: ParseOptions,
  source: ParsedSource,
): Mutable<List> {
  const nothing = {
    sections: [],
    tiers: [],
    entries: [],
    departures: [],
    ladders: [],
    headings: [],
    contents: [],
    links: [],
  };
  return {
    ...{ type: 'list', version: 1, path, title: null, description: null, children: [], text, unread: [] },
    ...{ ...nothing, anchors: [], directives: [], texts: [], mojibake: [], blocks: [], items: [], tables: [] },
    ...{
      definitions: [],
      codes: [],
      comments: [],
      unclosed: [],
      lang,
      root: null,
      // Of its own, so that what was held for reading is not held as long as the list.
      place: linesOf(text).place,
      frontMatter: null,
      coverage: { links: 0, inEntries: 0 },
    },
    position: source.place(0, text.length),
  };
}

function tellHeadingLinks(outline: Outline): void {
  for (const { block } of outline.headings) {
    for (const link of linksOf(block.pieces)) if (link.place === 'prose') link.place = 'heading';
  }
}

function headingsOf(outline: Outline, tree: Tree, source: ParsedSource): Heading[] {
  return outline.headings.map(({ block, slug, group }) => ({
    depth: block.depth,
    text: visibleWords(block.pieces),
    slug,
    form: block.form,
    position: source.place(block.start, block.end),
    node: group === null ? null : (tree.byGroup.get(group) ?? null),
  }));
}

function definitionOf({ label, url, start, end, uses, earlier }: DefinitionDraft, source: ParsedSource): Definition {
  const first = earlier === null ? null : source.place(earlier.start, earlier.end);
  return { label, url, position: source.place(start, end), uses, earlier: first };
}

function htmlBlocks({ blocks }: SourceCollector): readonly { readonly start: number; readonly end: number }[] {
  return blocks.flatMap(({ kind, position }) =>
    kind === 'html' ? [{ start: position.start.offset, end: position.end.offset }] : [],
  );
}

function unclosedComment(open: PageComments['open'], { place }: ParsedSource): readonly Unclosed[] {
  return open === null ? [] : [{ what: 'comment', position: place(open.start, open.start + 4) }];
}

/** `<details>` that no `</details>` answers: what follows is hidden to the end. */
function unclosedDetails(blocks: readonly Block[], { pairs, tooDeep }: DetailsPairs, source: ParsedSource): Unclosed[] {
  const ignored = new Set(tooDeep);
  return blocks.flatMap((block) =>
    block.kind === 'details' && block.opens && !pairs.has(block) && !ignored.has(block)
      ? [{ what: 'details' as const, position: source.place(block.start, block.end) }]
      : [],
  );
}

function coverageOf({ links }: SourceCollector): List['coverage'] {
  const webs = links.filter(({ sort, image, place }) => sort === 'web' && !image && place !== 'badge');
  return { links: webs.length, inEntries: webs.filter(({ entry }) => entry !== null).length };
}

/** What is over a limit, by its place. */
function unreadOf(details: readonly Block[], reading: SourceCollector, source: ParsedSource): Unread[] {
  const all = [
    ...source.unread,
    ...reading.tooDeep.map((range) => ({ what: 'nesting' as const, ...range })),
    // They are closed from the innermost on.
    ...details.slice(-1).map(({ start, end }) => ({ what: 'nesting' as const, start, end })),
  ].sort((a, b) => a.start - b.start);
  return all.map(({ what, start, end }) => ({ what, position: source.place(start, end) }));
}

/** The anchors of all headings, those inside list items too, in document order. */
function slugsOf(blocks: readonly Block[], slugs = startSlugs(), into = new Map<HeadingBlock, string>()) {
  for (const block of blocks) {
    if (block.kind === 'heading') into.set(block, slugs.next(block.slugText));
    else if (block.kind === 'list') for (const item of block.items) slugsOf(item.blocks, slugs, into);
  }
  return into;
}

function anchorsOf(slugs: ReadonlyMap<HeadingBlock, string>, reading: SourceCollector, source: ParsedSource): Anchor[] {
  const anchors: Anchor[] = [];
  for (const [block, slug] of slugs) {
    const position = source.place(block.start, block.end);
    anchors.push({ id: slug, form: 'heading', position });
    for (const id of spellingsOf(slug)) anchors.push({ id, form: 'heading', position });
  }
  for (const { id, start, end } of reading.anchors)
    anchors.push({ id, form: 'html', position: source.place(start, end) });
  return anchors;
}

function directivesOf(comments: PageComments['comments'], tree: Tree, source: ParsedSource): Directive[] {
  const directives: Directive[] = [];
  for (const { text, start, end } of comments) {
    const read = readDirective(text);
    if (read !== null)
      directives.push({ ...read, position: source.place(start, end), entry: entryAt(tree.entries, start) });
  }
  return directives;
}

/** The innermost entry around an offset: entries stand in document order, parents before children. */
function entryAt(entries: readonly Entry[], offset: number): Entry | null {
  let node: Entry['parent'] | undefined = lastUpTo(entries, offset);
  while (node?.type === 'entry' && node.position.end.offset <= offset) node = node.parent;
  return node?.type === 'entry' ? node : null;
}
