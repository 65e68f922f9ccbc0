import type { Definition as DefinitionNode, List as ListNode, Nodes, Paragraph, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block as BlockFact } from '../../model/markdown.js';
import { append } from '../../text/append.js';
import type { ChunkPart } from '../markdown/chunks.js';
import type { Block, ItemBlock, RowBlock } from './block.js';
import type { SourceCollector } from './collector.js';
import { destinationOfDefinition } from './destination.js';
import { readHtml } from './html-tokenizer.js';
import { type InlineNode, isBlank, visibleText, visibleWords } from './inline.js';
import { readHtmlBlocks } from './read-html-blocks.js';
import { readInline } from './read-inline.js';

/** Reads block content into blocks. */
export function readBlocks(nodes: readonly RootContent[], reading: SourceCollector): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) readNode(node, reading, blocks);
  // Copied, as an array that grew holds space for many more.
  return blocks.slice();
}

/** Reads the next part of a file; a list may go on in it. */
export function readPart({ nodes, at, goesOn }: ChunkPart, reading: SourceCollector, blocks: Block[]): void {
  reading.at = at + reading.source.shift;
  const last = blocks.at(-1);
  const [first, ...rest] = readBlocks(nodes, reading);
  if (goesOn && nodes[0]?.type === 'list' && last?.kind === 'list' && first?.kind === 'list') {
    append(last.items, first.items);
    blocks[blocks.length - 1] = { ...last, end: first.end };
  } else if (first !== undefined) blocks.push(first);
  for (const block of rest) blocks.push(block);
}

/** Tells the definitions of reference links, wherever they stand, before anything refers to them. The first of a name counts. */
export function readDefinitions(nodes: readonly Nodes[], reading: SourceCollector): void {
  for (const node of nodes) {
    if (node.type === 'definition') define(node, reading);
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table')
      readDefinitions(node.children, reading);
  }
}

function define(node: DefinitionNode, reading: SourceCollector): void {
  const [start, end] = rangeOf(node, reading);
  const [from, to] = destinationOfDefinition(reading.source.text.slice(start, end)) ?? [0, end - start];
  const [urlStart, urlEnd] = [start + from, start + to];
  const earlier = reading.definitions.get(node.identifier) ?? null;
  const draft = { label: node.identifier, url: node.url, start, end, urlStart, urlEnd, uses: 0, earlier };
  reading.defined.push(draft);
  if (earlier === null) reading.definitions.set(node.identifier, draft);
}

function readNode(node: RootContent, reading: SourceCollector, blocks: Block[]): void {
  const [start, end] = rangeOf(node, reading);
  tellBlock(node, start, end, reading);
  switch (node.type) {
    case 'heading':
      blocks.push({
        kind: 'heading',
        form: 'heading',
        depth: node.depth,
        pieces: readInline(node.children, reading, start, end),
        slugText: textOf(node, { includeImageAlt: false, includeHtml: false }),
        start,
        end,
      });
      break;
    case 'paragraph':
      if (isMath(node, reading)) blocks.push({ kind: 'other', start, end });
      else append(blocks, withHeadings(readInline(node.children, reading, start, end), node, reading, { start, end }));
      break;
    case 'list':
      blocks.push({ kind: 'list', html: false, items: readItems(node, reading), start, end });
      break;
    case 'table':
      blocks.push(readTable(node, reading, start, end));
      break;
    case 'html':
      append(blocks, readHtmlBlocks(readHtml(node.value, start), reading));
      break;
    case 'blockquote':
      reading.around.quotes++;
      append(blocks, readBlocks(node.children, reading));
      reading.around.quotes--;
      break;
    case 'footnoteDefinition':
      readBlocks(node.children, reading);
      blocks.push({ kind: 'other', start, end });
      break;
    case 'definition':
      break;
    default:
      blocks.push({ kind: 'other', start, end });
  }
}

/** True for a paragraph that is one formula between `$$`, which GitHub shows as such: nothing in it is Markdown. */
function isMath(node: Nodes, reading: SourceCollector): boolean {
  const [start, end] = rangeOf(node, reading);
  const source = reading.source.text.slice(start, end);
  return source.startsWith('$$') && source.length > 4 && source.indexOf('$$', 2) === source.trimEnd().length - 2;
}

/** A paragraph as blocks: headings of HTML that it has in its line are headings, which GitHub gives an anchor. */
function withHeadings(
  pieces: readonly InlineNode[],
  node: Paragraph,
  reading: SourceCollector,
  range: { readonly start: number; readonly end: number },
): Block[] {
  const paragraph = (inner: readonly InlineNode[], { start, end } = range): Block => ({
    ...{ kind: 'paragraph', html: false, quoted: reading.around.quotes > 0, pieces: inner, start, end },
  });
  if (!node.children.some((child) => child.type === 'html' && /^<h[1-6][\s>]/i.test(child.value)))
    return [paragraph(pieces)];
  const blocks: Block[] = [];
  let from = range.start;
  let open: { readonly start: number; readonly depth: number } | null = null;
  const leave = (end: number): void => {
    const inner = piecesWithin(pieces, from, end);
    if (!inner.every(isBlank)) blocks.push(paragraph(inner, { start: from, end }));
  };
  for (const child of node.children) {
    const tag = child.type === 'html' ? /^<(\/?)h([1-6])[\s>]/i.exec(child.value) : null;
    const [start, end] = rangeOf(child, reading);
    if (tag?.[1] === '' && open === null) {
      leave(start);
      open = { start, depth: Number(tag[2]) };
    } else if (tag?.[1] === '/' && open !== null) {
      const inner = piecesWithin(pieces, open.start, end);
      const slugText = visibleText(inner).trim();
      blocks.push({
        kind: 'heading',
        form: 'html',
        depth: open.depth,
        pieces: inner,
        slugText,
        start: open.start,
        end,
      });
      open = null;
      from = end;
    }
  }
  leave(range.end);
  return blocks;
}

/** What of some pieces is between two offsets; a link or emphasis around the rest of them stays around it. */
function piecesWithin(pieces: readonly InlineNode[], from: number, to: number): InlineNode[] {
  return pieces.flatMap((piece): InlineNode[] => {
    if (piece.end <= from || piece.start >= to) return [];
    if (piece.kind !== 'link' && piece.kind !== 'mark') return piece.start >= from && piece.end <= to ? [piece] : [];
    const inner = piecesWithin(piece.inner, from, to);
    return inner.length === 0 ? [] : [{ ...piece, inner }];
  });
}

function readItems(list: ListNode, reading: SourceCollector): ItemBlock[] {
  const depth = ++reading.around.items;
  const items = list.children.map((item): ItemBlock => {
    const [start, end] = rangeOf(item, reading);
    const marker = /^(?:[-*+]|\d{1,9}[.)])/.exec(reading.source.text.slice(start, start + 11))?.[0] ?? null;
    const task = item.checked === null || item.checked === undefined ? null : item.checked ? 'done' : 'open';
    if (marker !== null) reading.items.push({ marker, depth, task, position: reading.source.place(start, end) });
    return { marker, task, blocks: readBlocks(item.children, reading), start, end };
  });
  reading.around.items--;
  return items;
}

function readTable(table: Table, reading: SourceCollector, start: number, end: number): Block {
  reading.around.isTable = true;
  const rows = table.children.map((row): RowBlock => {
    const [rowStart, rowEnd] = rangeOf(row, reading);
    const cells = row.children.map((cell) => {
      const [from, to] = rangeOf(cell, reading);
      return { pieces: readInline(cell.children, reading, from, to), start: from, end: to };
    });
    return { cells, start: rowStart, end: rowEnd };
  });
  reading.around.isTable = false;
  const read = rows.map((row) => ({
    cells: row.cells.map(({ pieces, start: from, end: to }) => ({
      text: visibleWords(pieces),
      position: reading.source.place(pieces[0]?.start ?? from, pieces.at(-1)?.end ?? to),
    })),
    position: reading.source.place(row.start, row.end),
  }));
  const [header, ...others] = read;
  if (header !== undefined) reading.tables.push({ header, rows: others, position: reading.source.place(start, end) });
  return {
    kind: 'table',
    html: false,
    header: rows[0]?.cells.map((cell) => cell.pieces) ?? [],
    rows: rows.slice(1),
    start,
    end,
  };
}

const blockKinds: Readonly<Record<string, BlockFact['kind']>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  code: 'code',
  html: 'html',
  table: 'table',
  thematicBreak: 'break',
  definition: 'definition',
  footnoteDefinition: 'footnote',
};

/** Tells rules what is where. */
function tellBlock(node: RootContent, start: number, end: number, reading: SourceCollector): void {
  const known = blockKinds[node.type];
  if (known === undefined) return;
  const kind = known === 'paragraph' && isMath(node, reading) ? 'code' : known;
  if (reading.forLinks && kind !== 'code' && kind !== 'html') return;
  const position = reading.source.place(start, end);
  const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0]?.type : undefined;
  const { items, quotes } = reading.around;
  const emphasised = only === 'strong' || only === 'emphasis';
  reading.blocks.push({ kind, position, items, quoted: quotes > 0, emphasised });
  if (kind === 'code') reading.codes.push(position);
  if (node.type === 'code') tellUnclosedFence(start, end, reading);
}

/** A fence that nothing closes runs to the end of the file (CommonMark 0.31, section 4.5). */
function tellUnclosedFence(start: number, end: number, reading: SourceCollector): void {
  const { text } = reading.source;
  if (/\S/.test(text.slice(end))) return;
  const source = text.slice(start, end);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[0];
  if (fence === undefined) return;
  const last =
    source
      .slice(source.search(/[\r\n]|$/))
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  const closed = new RegExp(`^[\\s>]*\\${fence[0]}{${fence.length},}\\s*$`).test(last);
  if (!closed) reading.unclosed.push({ what: 'fence', position: reading.source.place(start, start + fence.length) });
}

function rangeOf(node: Nodes, reading: SourceCollector): readonly [number, number] {
  const start = node.position?.start.offset ?? 0;
  return [start + reading.at, (node.position?.end.offset ?? start) + reading.at];
}
