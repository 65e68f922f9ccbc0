import type { Anchor, Contents, ContentsItem, Heading } from '../../model/list.js';
import { spellingsOf } from '../../text/slug.js';
import { decode, githubAnchor } from '../../url/fragment.js';
import type { Block, HeadingBlock, ItemBlock, ListBlock, TableBlock } from '../blocks/block.js';
import type { InlineNode, LinkDraft } from '../blocks/inline.js';
import { linksOf, visibleWords } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';

/** What has been read of one table of contents, which may be several lists. */
export interface ContentsDraft {
  readonly items: Omit<ContentsItem, 'heading'>[];
  /** The depth of lines that are not nested. */
  base: number;
  marker: string | null;
  indent: string | null;
  readonly start: number;
  end: number;
  plain: boolean;
  readonly generated: boolean;
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
 * table of contents names each section about once; a table of terms leads to the same explanation over and over. Nor does it lead
 * back, as a "See also" does.
 */
export function isContents(
  block: ListBlock | TableBlock,
  named: boolean,
  starts: ReadonlyMap<string, number>,
): boolean {
  const links = linksOfBlock(block).filter((link) => !link.image);
  const fragments = links.filter((link) => link.sort === 'fragment' || (named && link.sort === 'local'));
  if (fragments.length < (named ? 1 : 3) || fragments.length < links.length * 0.7) return false;
  // Steps or advice below the table of contents may link to a section in passing.
  if (named) return block.kind !== 'list' || fragments.length * 2 >= linesIn(block);
  return (
    new Set(fragments.map(({ url }) => url)).size >= fragments.length * 0.7 && !isBackward(block, fragments, starts)
  );
}

/** The items of a list that no others are nested in. */
function linesIn({ items }: ListBlock): number {
  return items.reduce((count, { blocks }) => {
    const nested = blocks.flatMap((block) => (block.kind === 'list' ? [linesIn(block)] : []));
    return count + (nested.length === 0 ? 1 : nested.reduce((sum, one) => sum + one));
  }, 0);
}

/** True for links to this file of which at least three lead to a heading above, and none below. */
export function isCrossReference(block: ListBlock | TableBlock, starts: ReadonlyMap<string, number>): boolean {
  const links = linksOfBlock(block).filter((link) => !link.image);
  return links.length > 0 && links.every((link) => link.sort === 'fragment') && isBackward(block, links, starts);
}

function isBackward(
  block: ListBlock | TableBlock,
  links: readonly LinkDraft[],
  starts: ReadonlyMap<string, number>,
): boolean {
  let above = 0;
  for (const { url } of links) {
    const start = starts.get(githubAnchor(url.slice(url.indexOf('#') + 1), starts) ?? '');
    if (start === undefined) continue;
    if (start > block.start) return false;
    above++;
  }
  return above >= 3;
}

/** Adds a heading with links in it, which what is listed below it is nested in. */
export function addHeading(draft: ContentsDraft, heading: HeadingBlock, source: ParsedSource): void {
  addLine(draft, heading.pieces, 1, heading, source);
  draft.base = 2;
  draft.end = heading.end;
}

/** Adds the lines of a list or table to a table of contents. */
export function addContents(draft: ContentsDraft, block: ListBlock | TableBlock, source: ParsedSource): void {
  if (block.kind === 'table') {
    for (const row of block.rows) for (const cell of row.cells) addLine(draft, cell.pieces, draft.base, cell, source);
  } else addItems(draft, block.items, draft.base, source);
  draft.end = block.end;
}

/**
 * True for contents that a generator writes: its comment is right above `start`, where the first list is, or above `named`,
 * where the heading of the contents is.
 */
export function isGenerated(start: number, named: number, text: string): boolean {
  return [start, named].some((offset) => endsWithMark.test(text.slice(Math.max(0, offset - 400), offset)));
}

/** The comments that doctoc, markdown-toc, gh-md-toc and extensions of editors write above contents, with none of those below since. */
const endsWithMark =
  /<!--\s*(?:START doctoc|(?:toc(?: start)?|ts|(?:MarkdownTOC|mtoc-start)[^>]*|vscode-markdown-toc)\s*-->)(?!.*(?:END doctoc|tocstop|<!--\s*(?:te|mtoc-end|\/(?:toc|MarkdownTOC|vscode-markdown-toc))\b|\n#|<h\d))/is;

/** Starts the table of contents that `block` is the first part of, below the comment of a generator or not. */
export function startContents(block: ListBlock | TableBlock | HeadingBlock, generated: boolean): ContentsDraft {
  const first = block.kind === 'list' ? block.items[0] : undefined;
  return {
    items: [],
    base: 1,
    marker: first?.marker ?? null,
    indent: null,
    start: block.start,
    end: block.end,
    plain: block.kind === 'list' && !block.html,
    generated,
  };
}

/** The model's form of a draft, each line with the heading that it leads to. */
export function finishContents(
  draft: ContentsDraft,
  headings: ReadonlyMap<string, Heading>,
  source: ParsedSource,
): Contents {
  const { marker, indent, plain, generated } = draft;
  const items = draft.items.map((item) => ({
    ...item,
    heading: item.fragment === null ? null : (headings.get(githubAnchor(item.fragment, headings) ?? '') ?? null),
  }));
  return { items, marker, indent, plain, generated, position: source.place(draft.start, draft.end) };
}

/**
 * Headings by every fragment that leads to them. An anchor set by hand belongs to the heading that it is in or right above, else to
 * the one right below which it is, else to the section it is in. Anchors are in document order.
 */
export function headingsByFragment(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  text: string,
): Map<string, Heading> {
  const byFragment = new Map<string, Heading>();
  for (const heading of headings) {
    if (heading.node === null) continue;
    byFragment.set(heading.slug, heading);
    for (const spelling of spellingsOf(heading.slug)) byFragment.set(spelling, heading);
  }
  let next = 0;
  for (const { id, form, position } of anchors) {
    if (form !== 'html' || byFragment.has(id)) continue;
    while ((headings[next]?.position.start.offset ?? Infinity) <= position.start.offset) next++;
    const above = headings[next - 1];
    const below = headings[next];
    const toAbove = above?.node == null ? null : gapOf(text, above.position.end.offset, position.start.offset);
    const toBelow = below === undefined ? null : gapOf(text, position.end.offset, below.position.start.offset);
    const isAboves = toAbove !== null && (toBelow === null || toAbove < Math.min(toBelow, 2));
    const owner = isAboves || toBelow === null ? above : below;
    if (owner !== undefined && owner.node !== null) byFragment.set(id, owner);
  }
  return byFragment;
}

/** How many line ends are between two offsets; null where there is more than white space and tags. */
function gapOf(text: string, from: number, to: number): number | null {
  const between = text.slice(from, to);
  if (!/^\s*(?:<[^<>]*>\s*)*$/.test(between)) return null;
  return between.split(/\r\n|\n|\r/).length - 1;
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
