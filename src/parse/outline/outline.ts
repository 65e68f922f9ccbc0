import { checkHeap } from '../../process/heap-limit.js';
import { append } from '../../text/append.js';
import type { Block, HeadingBlock, ListBlock, ParagraphBlock, SummaryBlock, TableBlock } from '../blocks/block.js';
import type { InlineNode, LinkDraft } from '../blocks/inline.js';
import { isBadge, isBlank, linksOf, visibleWords } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';
import type { GroupDraft } from './draft.js';
import { startGroup } from './draft.js';
import { splitEmoji } from './emoji.js';
import { entryDraft, readItems, readParagraph } from './entries.js';
import { readEntry } from './entry.js';
import { hasUrl, resolveSections } from './resolve-sections.js';
import { boldLabel, groupOf, roleUnder } from './section.js';
import { roleOfName } from './section-role.js';
import { readTableRows } from './table-rows.js';
import type { ContentsDraft } from './toc.js';
import {
  addContents,
  addHeading,
  isContents,
  isCrossReference,
  isGenerated,
  linksOfBlock,
  startContents,
} from './toc.js';

/** The tree before tiers are detected from sections. */
export interface Outline {
  readonly root: GroupDraft;
  readonly contents: readonly ContentsDraft[];
  /** Every heading with the group it opens; null for the title. */
  readonly headings: readonly {
    readonly block: HeadingBlock;
    readonly slug: string;
    readonly group: GroupDraft | null;
  }[];
  readonly title: string | null;
  readonly description: string | null;
}

interface Frame {
  readonly group: GroupDraft;
  /** Where a `<details>` begins: headings inside it do not end what is outside. */
  readonly details: boolean;
}

/** Reads the blocks of a file into sections and entries. Lists are taken out of `blocks` once they are read: they are most of it. */
export function readOutline(
  blocks: Block[],
  source: ParsedSource,
  slugs: ReadonlyMap<HeadingBlock, string>,
  matched: ReadonlyMap<Block, Block>,
): Outline {
  const root = startGroup({
    ...{
      form: 'root',
      title: '',
      emoji: null,
      label: '',
      depth: 1,
      slug: null,
      role: 'content',
      level: null,
      pieces: [],
    },
    ...{ heading: { start: 0, end: 0 }, labelRange: { start: 0, end: 0 }, start: 0, end: source.text.length },
  });
  const frames: Frame[] = [{ group: root, details: false }];
  const contents = new Map<GroupDraft, ContentsDraft>();
  const headings: { block: HeadingBlock; slug: string; group: GroupDraft | null }[] = [];
  const starts = new Map(Array.from(slugs, ([block, slug]) => [slug, block.start]));
  const sectioned = blocks.filter((block) => block.kind === 'heading').length > 1;
  let title: string | null = null;
  let description: string | null = null;
  /** Entries whose `<details>` is being read: what is in it belongs to the entry. */
  const held: { readonly links: LinkDraft[]; readonly close: Block }[] = [];

  const top = (): GroupDraft => frames.at(-1)?.group ?? root;
  const pop = (end: number): void => {
    const frame = frames.pop();
    if (frame !== undefined && frame.group !== top()) frame.group.end = end;
  };
  const open = (group: GroupDraft): void => {
    top().children.push(group);
    frames.push({ group, details: false });
  };
  /** The contents that a block goes on with or begins. */
  const contentsHere = (block: ListBlock | TableBlock | HeadingBlock): ContentsDraft => {
    const group = top();
    const owner =
      frames.find((frame) => frame.group.role === 'contents')?.group ??
      frames.findLast((frame) => frame.group.form === 'heading')?.group ??
      group;
    const known = contents.get(owner);
    const draft = known ?? startContents(block, isGenerated(block.start, owner.start, source.text));
    if (known === undefined) contents.set(owner, draft);
    else known.plain = false;
    group.hasContents = true;
    owner.hasContents = true;
    return draft;
  };
  /** True for a heading below a contents heading that has its own part of the contents. */
  const isPartOfContents = (block: HeadingBlock, next: Block | undefined): boolean => {
    if (top().role !== 'contents') return false;
    const links = linksOf(block.pieces).filter((link) => !link.image);
    if (links.length > 0) return links.every((link) => link.sort === 'fragment');
    return (next?.kind === 'list' || next?.kind === 'table') && isContents(next, true, starts);
  };
  const openHeading = (block: HeadingBlock, next: Block | undefined): void => {
    const slug = slugs.get(block) ?? '';
    if (
      block.depth === 1 &&
      headings.length === 0 &&
      roleOfName(splitEmoji(visibleWords(block.pieces)).rest) !== 'contents'
    ) {
      const text = visibleWords(block.pieces) || (linksOf(block.pieces).find((link) => link.image)?.text ?? '');
      title = splitEmoji(text).rest || text;
      headings.push({ block, slug, group: null });
      return;
    }
    while (frames.length > 1 && frames.at(-1)?.details === false && !isAbove(top(), block.depth)) pop(block.start);
    const isPart = isPartOfContents(block, next);
    const role = isPart ? 'contents' : roleUnder(top(), block.pieces);
    const group = groupOf(block.pieces, block.form, block.depth, slug, block, role);
    headings.push({ block, slug, group });
    open(group);
    if (isPart && linksOf(block.pieces).length > 0) addHeading(contentsHere(block), block, source);
  };
  const addList = (block: ListBlock | TableBlock): void => {
    const group = top();
    const named = group.role === 'contents';
    if (group.role === 'meta') group.prose.push(block);
    else if (isContents(block, named, starts) || isGenerated(block.start, block.start, source.text)) {
      addContents(contentsHere(block), block, source);
    } else if (isCrossReference(block, starts)) group.prose.push(block);
    else {
      // A section that is called Contents and holds the entries themselves is content.
      if (named && linksOfBlock(block).some((link) => link.sort === 'web' && !link.image)) group.role = 'content';
      const drafts = block.kind === 'list' ? readItems(block, group.depth, source) : readTableRows(block, source);
      const kept = group === root && sectioned ? drafts.filter(hasUrl) : drafts;
      if (kept.length > 0) append(group.children, kept);
      else group.prose.push(block);
    }
  };
  const addParagraph = (block: ParagraphBlock, next: Block | undefined): void => {
    const label = boldLabel(block);
    if (
      label !== null &&
      next !== undefined &&
      (next.kind === 'list' || next.kind === 'table') &&
      top().role !== 'meta'
    ) {
      while (top().form === 'bold') pop(block.start);
      const role = top().role === 'contents' ? 'contents' : roleUnder(top(), block.pieces);
      if (top().role !== 'contents')
        open(groupOf(block.pieces, 'bold', Math.min(top().depth + 1, 7), null, block, role));
      return;
    }
    const group = top();
    group.firstParagraph ??= block.pieces.every((piece) => isBadge(piece) || isBlank(piece)) ? null : block.pieces;
    const entries = group.role === 'content' && (group !== root || !sectioned) ? readParagraph(block, source) : [];
    if (entries.length > 0) append(group.children, entries);
    else group.prose.push(block);
    if (group === root && description === null && title !== null) description = prose(block.pieces);
  };
  const addSummary = (block: SummaryBlock, inDetails: boolean): void => {
    const facts = readEntry(block.pieces, null, source);
    const name = visibleWords(block.pieces);
    if (facts.link?.sort === 'web' && facts.leads && top().role === 'content') {
      const links = linksOf(block.pieces);
      top().children.push(entryDraft({ facts, form: 'html', links, start: block.start, end: block.end, label: name }));
      const close = inDetails ? matched.get(block) : undefined;
      if (close !== undefined) held.push({ links, close });
    } else if (inDetails && name !== '') {
      const group = groupOf(
        block.pieces,
        'summary',
        Math.min(top().depth + 1, 7),
        null,
        block,
        roleUnder(top(), block.pieces),
      );
      top().children.push(group);
      frames.push({ group, details: true });
    } else top().prose.push(block);
  };

  for (const [index, block] of blocks.entries()) {
    const holder = held.at(-1);
    if (holder !== undefined) {
      linksOfBlock(block, holder.links);
      if (block === holder.close) held.pop();
      continue;
    }
    switch (block.kind) {
      case 'heading':
        openHeading(block, blocks[index + 1]);
        break;
      case 'list':
      case 'table':
        addList(block);
        checkHeap();
        blocks[index] = { kind: 'other', start: block.start, end: block.end };
        break;
      case 'paragraph':
        addParagraph(block, blocks[index + 1]);
        break;
      case 'summary':
        addSummary(block, matched.has(block));
        break;
      case 'details': {
        const at = block.opens ? -1 : frames.findLastIndex((frame) => frame.details);
        if (at > 0 && matched.has(block)) while (frames.length > at) pop(block.end);
        break;
      }
      default:
        top().prose.push(block);
    }
  }
  while (frames.length > 1) pop(source.text.length);
  resolveSections(root, source);
  return { root, contents: [...contents.values()], headings, title, description };
}

/** A heading ends the sections that are not above it; bold and summary sections end at every heading. */
function isAbove(group: GroupDraft, depth: number): boolean {
  return group.form !== 'bold' && group.depth < depth;
}

/** A paragraph's text when it says something next to its links. */
function prose(pieces: readonly InlineNode[]): string | null {
  const outside = visibleWords(pieces.filter((piece) => piece.kind !== 'link'));
  return /\p{L}{2}[^\p{L}]+\p{L}{2}/u.test(outside) ? visibleWords(pieces) : null;
}
