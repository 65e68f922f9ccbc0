import type { Anchor, Contents, ContentsItem, Heading } from '../../model/list.js';
import { decode, githubAnchor } from '../../url/fragment.js';
import type { Block, ItemBlock, ListBlock, TableBlock } from '../blocks/block.js';
import type { InlineNode, LinkDraft } from '../blocks/inline.js';
import { linksOf, visibleWords } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';

/** What has been read of one table of contents, which may be several lists. */
export interface ContentsDraft {
  readonly items: Omit<ContentsItem, 'heading'>[];
  marker: string | null;
  indent: string | null;
  readonly start: number;
  end: number;
  plain: boolean;
}

/** All links of a block, nested ones included. */
export function linksOfBlock(block: Block, into: LinkDraft[] = []): LinkDraft[] {
  if (block.kind === 'list') for (const item of block.items) for (const inner of item.blocks) linksOfBlock(inner, into);
  else if (block.kind === 'table') {
    for (const cells of block.header) linksOf(cells, into);
    for (const row of block.rows) for (const cell of row.cells) linksOf(cell.pieces, into);
  } else if ('pieces' in block) linksOf(block.pieces, into);
  return into;
}

/**
 * True for a list or table whose links lead into this very file: three or more, and at least seven of ten. What is not called a
 * table of contents names each section about once; a table of terms leads to the same explanation over and over.
 */
export function isContents(block: ListBlock | TableBlock, named: boolean): boolean {
  const links = linksOfBlock(block).filter((link) => !link.image);
  const fragments = links.filter((link) => link.sort === 'fragment' || (named && link.sort === 'local'));
  if (fragments.length < (named ? 1 : 3) || fragments.length < links.length * 0.7) return false;
  return named || new Set(fragments.map(({ url }) => url)).size >= fragments.length * 0.7;
}

/** Adds the lines of a list or table to a table of contents. */
export function addContents(draft: ContentsDraft, block: ListBlock | TableBlock, source: ParsedSource): void {
  if (block.kind === 'table') {
    for (const row of block.rows) for (const cell of row.cells) addLine(draft, cell.pieces, 1, cell, source);
  } else addItems(draft, block.items, 1, source);
  draft.end = block.end;
}

/** Starts the table of contents that `block` is the first part of. */
export function startContents(block: ListBlock | TableBlock): ContentsDraft {
  const first = block.kind === 'list' ? block.items[0] : undefined;
  return {
    items: [],
    marker: first?.marker ?? null,
    indent: null,
    start: block.start,
    end: block.end,
    plain: block.kind === 'list' && !block.html,
  };
}

/** The model's form of a draft, each line with the heading that it leads to. */
export function finishContents(
  draft: ContentsDraft,
  headings: ReadonlyMap<string, Heading>,
  source: ParsedSource,
): Contents {
  const { marker, indent, plain } = draft;
  const items = draft.items.map((item) => ({
    ...item,
    heading: item.fragment === null ? null : (headings.get(githubAnchor(item.fragment, headings) ?? '') ?? null),
  }));
  return { items, marker, indent, plain, position: source.place(draft.start, draft.end) };
}

/** Headings by every fragment that leads to them. An anchor set by hand belongs to the heading it touches, or to the section it is in. */
export function headingsByFragment(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  text: string,
): Map<string, Heading> {
  const byFragment = new Map<string, Heading>();
  for (const heading of headings) {
    if (heading.node === null) continue;
    byFragment.set(heading.slug, heading);
    byFragment.set(heading.slug.replace(/-+$/, ''), heading);
  }
  const touches = (from: number, to: number): boolean => /^\s*(?:<\/?\w+>\s*)*$/.test(text.slice(from, to));
  for (const { id, form, position } of anchors) {
    if (form !== 'html' || byFragment.has(id)) continue;
    const above = headings.findLast((heading) => heading.position.start.offset <= position.start.offset);
    const below = headings.find((heading) => heading.position.start.offset > position.start.offset);
    const touchesAbove =
      above !== undefined && above.node !== null && touches(above.position.end.offset, position.start.offset);
    const touchesBelow = below !== undefined && touches(position.end.offset, below.position.start.offset);
    const owner = touchesAbove || !touchesBelow ? above : below;
    if (owner !== undefined && owner.node !== null) byFragment.set(id, owner);
  }
  return byFragment;
}

function addItems(draft: ContentsDraft, items: readonly ItemBlock[], depth: number, source: ParsedSource): void {
  for (const item of items) {
    const label = item.blocks.find((block) => block.kind === 'paragraph' || block.kind === 'heading');
    if (label && 'pieces' in label) addLine(draft, label.pieces, depth, { start: item.start, end: label.end }, source);
    for (const nested of item.blocks) {
      if (nested.kind !== 'list') continue;
      if (draft.indent === null && nested.items[0] !== undefined) {
        const own = source.point(item.start).column;
        const inner = source.point(nested.items[0].start).column;
        draft.indent = source.text.slice(nested.items[0].start - Math.max(0, inner - own), nested.items[0].start);
      }
      addItems(draft, nested.items, depth + 1, source);
    }
  }
}

function addLine(
  draft: ContentsDraft,
  pieces: readonly InlineNode[],
  depth: number,
  range: { readonly start: number; readonly end: number },
  source: ParsedSource,
): void {
  // Several links on one line are several lines of the contents.
  const links = linksOf(pieces).filter((link) => !link.image);
  for (const link of links) link.place = 'contents';
  const position = source.place(range.start, range.end);
  if (links.length === 0) {
    const text = visibleWords(pieces);
    if (text !== '') draft.items.push({ text, depth, fragment: null, link: null, position });
  }
  for (const link of links) {
    const fragment = link.sort === 'fragment' ? decode(link.url.slice(link.url.indexOf('#') + 1)) : null;
    draft.items.push({ text: link.text, depth, fragment, link, position });
  }
}
