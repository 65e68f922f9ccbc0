import { checkHeap } from '../../process/heap-limit.js';
import { append } from '../../text/append.js';
import { drain } from '../../text/drain.js';
import type { Block, ItemBlock, ListBlock, ParagraphBlock } from '../blocks/block.js';
import type { InlineNode, LinkDraft } from '../blocks/inline.js';
import { innerRange, isBadge, isBlank, linksOf, visibleWords } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';
import type { Draft, EntryDraft, GroupDraft, Range } from './draft.js';
import { startGroup } from './draft.js';
import { splitEmoji } from './emoji.js';
import { type EntryParts, readEntry } from './entry.js';
import { readTierLabel } from './tier-label.js';
import { linksOfBlock } from './toc.js';

/** Makes an entry draft; what is not given is as for an entry that is no list item. */
export function entryDraft(
  facts: Pick<EntryDraft, 'facts' | 'form' | 'links' | 'start' | 'end' | 'label'> & Partial<EntryDraft>,
): EntryDraft {
  return {
    type: 'entry',
    marker: null,
    task: null,
    children: [],
    tentative: false,
    level: null,
    heading: null,
    content: null,
    ...facts,
  };
}

/** Reads the items of a list: entries, and groups where an item only names what its nested list holds. Empties the list, which is most of a file. */
export function readItems(list: ListBlock, depth: number, source: ParsedSource): Draft[] {
  const drafts: Draft[] = [];
  for (const item of drain(list.items)) {
    append(drafts, readItem(item, list.html, depth, source));
    if (drafts.length % 4096 === 0) checkHeap();
  }
  return drafts;
}

/** Shared by all entries without a link, which a long list may have many of. */
const noLinks: readonly LinkDraft[] = Object.freeze([]);

function readItem(item: ItemBlock, html: boolean, depth: number, source: ParsedSource): Draft[] {
  const label = labelOf(item);
  const nested = item.blocks.filter((block) => block.kind === 'list');
  if (label === null) return nested.flatMap((list) => readItems(list, depth, source));
  const rest = item.blocks.filter((block) => block !== label && block.kind !== 'list');
  const text = visibleWords(label.pieces);
  const own = linksOf(label.pieces).some((link) => !link.image && link.sort !== 'fragment');
  if (nested.length > 0 && !own && text !== '') {
    const group = itemGroup(item, label, depth + 1);
    for (const block of rest) group.prose.push({ start: block.start, end: block.end });
    for (const list of nested) append(group.children, readItems(list, depth + 1, source));
    if (group.children.length > 0) return [group];
    // Nothing in them is an entry; read again, each level would double the time.
    nested.length = 0;
  }
  const second = rest.find((block) => block.kind === 'paragraph') ?? null;
  const facts = readEntry(firstItem(label.pieces), second?.pieces ?? null, source);
  if (facts.name === '') return nested.flatMap((list) => readItems(list, depth, source));
  if (readTierLabel(text) === null && isProse(facts, text, item))
    return nested.flatMap((list) => readItems(list, depth, source));
  const links = linksOf(label.pieces);
  for (const block of rest) linksOfBlock(block, links);
  const level = own || links.some((link) => !link.image) ? null : readTierLabel(text);
  return [
    entryDraft({
      facts,
      form: html ? 'html' : 'item',
      marker: item.marker,
      task: item.task,
      // Copied, as an array that grew holds space for many more.
      links: links.length === 0 ? noLinks : links.slice(),
      content: source.hasFormat ? { kind: 'line', pieces: firstItem(label.pieces) } : null,
      children: nested.flatMap((list) => readItems(list, depth + 1, source)).flatMap(entriesOf),
      start: item.start,
      end: item.end,
      level,
      // The whole text of each item would be held until all are read.
      label: level === null ? facts.name : text,
    }),
  ];
}

/** What of a line is its item: one below it that is indented too far goes on in the same paragraph (CommonMark 0.31, section 5.2), and so does a link back to the top. */
function firstItem(pieces: readonly InlineNode[]): readonly InlineNode[] {
  const cut = pieces.findIndex((piece, index) => {
    const next = pieces[index + 1];
    return piece.kind === 'space' && next?.kind === 'text' && /^[-*+] /.test(next.text);
  });
  if (cut >= 1) return pieces.slice(0, cut);
  const lastLine = pieces.findLastIndex(({ kind }) => kind === 'space' || kind === 'break');
  return lastLine >= 1 && leadsBack(pieces.slice(lastLine + 1)) ? pieces.slice(0, lastLine) : pieces;
}

/** True for a line of nothing but links to other parts of the page. */
function leadsBack(line: readonly InlineNode[]): boolean {
  const links = linksOf(line);
  return links.length > 0 && links.every(({ sort }) => sort === 'fragment') && !/[\p{L}\p{N}]/u.test(textAround(line));
}

/** The visible text outside of links. */
function textAround(line: readonly InlineNode[]): string {
  return visibleWords(
    line.filter((piece) => piece.kind !== 'link' && !(piece.kind === 'mark' && linksOf([piece]).length > 0)),
  );
}

/** Words that only point to what is recommended elsewhere. */
const pointers =
  /^(?:here|there|this|these|this (?:list|page|repo(?:sitory)?|article|post|link|guide|one)|the list|see)$/iu;

/** True for an item that says something and recommends nothing: a sentence, a step, a pointer to another list. */
function isProse(facts: EntryParts, text: string, { marker }: ItemBlock): boolean {
  if (facts.link === null) return isSentence(facts.naming === 'plain' ? text : facts.name);
  if (facts.link.sort === 'fragment') return marker !== null && /\d/.test(marker);
  return facts.naming === 'plain' && pointers.test(facts.link.text);
}

/** True for words that end as a sentence does, or that are too many for a name. */
export function isSentence(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words > 12 || (words > 3 && /[.!?。！？]$/u.test(text));
}

/** Under an entry everything is an entry, groups too. */
function entriesOf(draft: Draft): EntryDraft[] {
  return draft.type === 'entry' ? [draft] : draft.children.flatMap(entriesOf);
}

function labelOf(item: ItemBlock): Extract<Block, { readonly pieces: readonly InlineNode[] }> | null {
  const first = item.blocks.find((block) => block.kind !== 'details');
  return first !== undefined && 'pieces' in first ? first : null;
}

function itemGroup(
  item: ItemBlock,
  label: Range & { readonly pieces: readonly InlineNode[] },
  depth: number,
): GroupDraft {
  const text = visibleWords(label.pieces);
  const { emoji, rest } = splitEmoji(text);
  const start = label.pieces.find((piece) => !isBlank(piece))?.start ?? label.start;
  const end = label.pieces.findLast((piece) => !isBlank(piece))?.end ?? label.end;
  return startGroup({
    ...{
      form: 'item',
      title: (rest || text).replace(/(?<!\s)\s*[:：]$/u, ''),
      emoji,
      label: text,
      depth,
      slug: null,
      role: 'content',
    },
    ...{
      heading: { start, end },
      labelRange: innerRange(label.pieces) ?? { start, end },
      pieces: label.pieces,
      start: item.start,
      end: item.end,
    },
    level: readTierLabel(text),
  });
}

/** Reads a paragraph whose lines begin with links, as entries; none when it is prose. */
export function readParagraph(block: ParagraphBlock, source: ParsedSource): EntryDraft[] {
  const entries: EntryDraft[] = [];
  for (const line of lines(block.pieces)) {
    const facts = readEntry(line, null, source);
    const links = linksOf(line);
    const first = line.find((piece) => !isBlank(piece));
    const last = line.findLast((piece) => !isBlank(piece));
    if (first === undefined || last === undefined) continue;
    const webs = links.filter((link) => !link.image && link.sort === 'web').length;
    // `> **[name](url)** <kbd>★ 3.8k</kbd>`, with the description in the lines below.
    const isTitle = block.quoted && isTitleLine(line);
    const separated =
      isTitle || facts.description === null || (facts.separator !== null && /\S/.test(facts.separator.text));
    const isEntry =
      facts.link?.sort === 'web' &&
      facts.name !== '' &&
      facts.leads &&
      separated &&
      facts.naming === 'link' &&
      !isNavigation(line, webs) &&
      !isBanner(facts, links);
    const previous = entries.at(-1);
    if (isEntry) {
      const range = { start: first.start, end: last.end };
      entries.push(
        entryDraft({
          facts: isTitle ? { ...facts, description: null, separator: null, body: null, proseEnd: null } : facts,
          form: block.html ? 'html' : 'paragraph',
          links: [...links],
          tentative: !isTitle,
          label: facts.name,
          ...range,
        }),
      );
    } else if (previous !== undefined) {
      append(previous.links as LinkDraft[], links);
      previous.end = last.end;
      if (previous.facts.description === null) {
        const text = visibleWords(line);
        const body = { text, position: source.place(first.start, last.end) };
        entries[entries.length - 1] = {
          ...previous,
          facts: { ...previous.facts, description: text, body, proseEnd: last.end },
        };
      }
    } else return [];
  }
  return entries;
}

/** True for a bold link that only code, badges and marks follow. */
function isTitleLine(line: readonly InlineNode[]): boolean {
  const solid = line.filter((piece) => !isBlank(piece));
  const [first, ...rest] = solid;
  if (first?.kind !== 'mark' || !first.bold || linksOf([first]).length === 0) return false;
  return rest.every(
    (piece) => piece.kind === 'code' || isBadge(piece) || (piece.kind === 'text' && !/[\p{L}\p{N}]/u.test(piece.text)),
  );
}

/** `[Site](u) | [Docs](u) | [Chat](u)` leads around a project; it recommends nothing. */
function isNavigation(line: readonly InlineNode[], webs: number): boolean {
  return webs > 1 && /^[\s|·•/,–—-]*$/u.test(textAround(line));
}

/** True for a link with a picture in it and no separator behind it, as badges and the banners of sponsors are. */
function isBanner({ link, separator }: EntryParts, links: readonly LinkDraft[]): boolean {
  if (link === null || separator !== null) return false;
  const { start, end } = link.position;
  return links.some(
    ({ image, position }) => image && position.start.offset > start.offset && position.end.offset < end.offset,
  );
}

/** The pieces between hard breaks. */
function lines(pieces: readonly InlineNode[]): InlineNode[][] {
  const result: InlineNode[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'break') result.push([]);
    else result.at(-1)?.push(piece);
  }
  return result.filter((line) => !line.every(isBlank));
}

/** A heading that is nothing but a link to elsewhere, with nothing below it that links as an entry, is an entry itself; else null. */
export function headingLink(group: GroupDraft, source: ParsedSource): EntryDraft | null {
  if ((group.form !== 'heading' && group.form !== 'html') || group.role !== 'content') return null;
  const facts = readEntry(group.pieces, group.firstParagraph, source);
  if (facts.link?.sort !== 'web' || facts.naming !== 'link' || !facts.leads) return null;
  const below = (draft: Draft): boolean =>
    draft.type === 'entry' ? draft.facts.url !== null && !draft.tentative : true;
  if (group.children.some(below)) return null;
  return entryDraft({
    facts,
    form: 'heading',
    links: linksOf(group.pieces),
    start: group.start,
    end: group.end,
    label: group.label,
    heading: group,
  });
}
