import type { Block, HeadingBlock, ListBlock, ParagraphBlock, SummaryBlock, TableBlock } from './block.js';
import type { ContentsDraft } from './contents.js';
import { addContents, isContents, linksOfBlock, startContents } from './contents.js';
import type { Draft, GroupDraft, Range } from './draft.js';
import { startGroup } from './draft.js';
import { splitEmoji } from './emoji.js';
import { readEntry } from './entry.js';
import { entryDraft, headingLink, readItems, readParagraph, readRows } from './items.js';
import { readLevel } from './level.js';
import type { LinkDraft, Piece } from './piece.js';
import { innerRange, isBadge, isBlank, linksOf, words } from './piece.js';
import { roleOfName } from './role.js';
import type { Slugs } from './slug.js';
import type { Source } from './source.js';

/** The tree before tiers are told from sections. */
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

/** Reads the blocks of a file into sections and entries. */
export function readOutline(blocks: readonly Block[], source: Source, slugs: Slugs): Outline {
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
  const matched = matchDetails(blocks);
  const sectioned = blocks.filter((block) => block.kind === 'heading').length > 1;
  let title: string | null = null;
  let description: string | null = null;
  /** Entries whose `<details>` is being read: what stands in it belongs to the entry. */
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
  const openHeading = (block: HeadingBlock): void => {
    const slug = slugs.next(block.slugText);
    if (block.depth === 1 && headings.length === 0 && roleOfName(splitEmoji(words(block.pieces)).rest) !== 'contents') {
      const text = words(block.pieces) || (linksOf(block.pieces).find((link) => link.image)?.text ?? '');
      title = splitEmoji(text).rest || text;
      headings.push({ block, slug, group: null });
      return;
    }
    while (frames.length > 1 && frames.at(-1)?.details === false && !isAbove(top(), block.depth)) pop(block.start);
    const group = groupOf(block.pieces, block.form, block.depth, slug, block, roleUnder(top(), block.pieces));
    headings.push({ block, slug, group });
    open(group);
  };
  const addList = (block: ListBlock | TableBlock): void => {
    const group = top();
    const named = group.role === 'contents';
    if (group.role === 'meta') group.prose.push(block);
    else if (isContents(block, named)) {
      const owner =
        frames.findLast((frame) => frame.group.role === 'contents' || frame.group.form === 'heading')?.group ?? group;
      const known = contents.get(owner);
      if (known === undefined) contents.set(owner, startContents(block));
      else known.plain = false;
      const draft = contents.get(owner);
      if (draft !== undefined) addContents(draft, block, source);
      group.hasContents = true;
      owner.hasContents = true;
    } else {
      // A section that is called Contents and holds the entries themselves is content.
      if (named && linksOfBlock(block).some((link) => link.sort === 'web' && !link.image)) group.role = 'content';
      const drafts = block.kind === 'list' ? readItems(block, group.depth, source) : readRows(block, source);
      const kept = group === root && sectioned ? drafts.filter(hasUrl) : drafts;
      if (kept.length > 0) group.children.push(...kept);
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
    if (entries.length > 0) group.children.push(...entries);
    else group.prose.push(block);
    if (group === root && description === null && title !== null) description = prose(block.pieces);
  };
  const addSummary = (block: SummaryBlock, inDetails: boolean): void => {
    const facts = readEntry(block.pieces, null, source);
    const name = words(block.pieces);
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
      holder.links.push(...linksOfBlock(block));
      if (block === holder.close) held.pop();
      continue;
    }
    switch (block.kind) {
      case 'heading':
        openHeading(block);
        break;
      case 'list':
      case 'table':
        addList(block);
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
  trim(root, source);
  return { root, contents: [...contents.values()], headings, title, description };
}

/** A heading ends the sections that are not above it; bold and summary sections end at every heading. */
function isAbove(group: GroupDraft, depth: number): boolean {
  return group.form !== 'bold' && group.depth < depth;
}

function roleUnder(parent: GroupDraft, pieces: readonly Piece[]): GroupDraft['role'] {
  return parent.role === 'meta' ? 'meta' : roleOfName(splitEmoji(words(pieces)).rest);
}

function groupOf(
  pieces: readonly Piece[],
  form: GroupDraft['form'],
  depth: number,
  slug: string | null,
  range: Range,
  role: GroupDraft['role'],
): GroupDraft {
  const label = words(pieces);
  const { emoji, rest } = splitEmoji(label);
  return startGroup({
    ...{
      form,
      title: (rest || label).replace(form === 'bold' ? /\s*[:：]$/u : /^$/, ''),
      emoji,
      label,
      depth,
      slug,
      role,
      pieces,
    },
    ...{ heading: { start: range.start, end: range.end }, start: range.start, end: range.end },
    labelRange: innerRange(pieces) ?? { start: range.start, end: range.end },
    level:
      role === 'meta' || role === 'contents' || linksOf(pieces).some((link) => !link.image) ? null : readLevel(label),
  });
}

/** The text of a paragraph that is one bold label; null for others. A sentence is no label. */
function boldLabel(block: ParagraphBlock): string | null {
  const solid = block.pieces.filter(
    (piece) => !isBlank(piece) && !isBadge(piece) && !/^\s*[:：]?\s*$/u.test(words([piece])),
  );
  const label = solid.filter((piece) => splitEmoji(words([piece])).rest !== '');
  const only = label[0];
  if (label.length !== 1 || only?.kind !== 'mark' || !only.bold || linksOf([only]).length > 0) return null;
  const text = words([only]);
  return text.length <= 80 && !/[.!?。]$/u.test(text) ? text : null;
}

/** A paragraph's text when it says something beside its links. */
function prose(pieces: readonly Piece[]): string | null {
  const outside = words(pieces.filter((piece) => piece.kind !== 'link'));
  return /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u.test(outside) ? words(pieces) : null;
}

/** Pairs `<details>` with `</details>`; the summary of a pair is told with it. What is never closed opens nothing. */
function matchDetails(blocks: readonly Block[]): Map<Block, Block> {
  const matched = new Map<Block, Block>();
  const open: { readonly block: Block; summary: Block | null }[] = [];
  for (const block of blocks) {
    if (block.kind === 'summary') {
      const last = open.at(-1);
      if (last !== undefined) last.summary ??= block;
    } else if (block.kind === 'details' && block.opens) open.push({ block, summary: null });
    else if (block.kind === 'details') {
      const pair = open.pop();
      if (pair === undefined) continue;
      matched.set(pair.block, block).set(block, block);
      if (pair.summary !== null) matched.set(pair.summary, block);
    }
  }
  return matched;
}

function hasUrl(draft: Draft): boolean {
  return draft.type === 'entry' ? draft.facts.link?.sort === 'web' : draft.children.some(hasUrl);
}

/** Settles what only the whole section can tell. */
function trim(group: GroupDraft, source: Source): void {
  const children = group.children.flatMap((child): Draft[] => {
    if (child.type === 'entry') return [child];
    trim(child, source);
    // A <summary> or a bold line with no entry below it is prose.
    if ((child.form === 'summary' || child.form === 'bold') && child.children.length === 0 && !child.hasContents) {
      group.prose.push({ start: child.start, end: child.end });
      return [];
    }
    return [headingLink(child, source) ?? child];
  });
  const tentative = children.filter((child) => child.type === 'entry' && child.tentative);
  const firm = children.some((child) => child.type === 'entry' && !child.tentative);
  // One paragraph that begins with a link, above a list, is the section's description.
  const drop = firm && tentative.length === 1;
  group.children = children.filter((child) => {
    if (!(drop && child === tentative[0])) return true;
    group.prose.push({ start: child.start, end: child.end });
    return false;
  });
  if (group.role === 'soft-meta')
    group.role =
      group.children.some(hasUrl) || group.children.some((child) => child.type === 'group') ? 'content' : 'meta';
  if (group.role === 'content' && group.hasContents && group.children.length === 0) group.role = 'contents';
  if (group.role !== 'content') {
    const kept: Draft[] = [];
    for (const child of group.children) {
      if (child.type === 'entry' || child.form === 'item') group.prose.push({ start: child.start, end: child.end });
      else kept.push(child);
    }
    group.children = kept;
  }
  group.prose.sort((a, b) => a.start - b.start);
}
