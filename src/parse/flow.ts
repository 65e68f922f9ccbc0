import type { Definition as DefinitionNode, List as ListNode, Nodes, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block, ItemBlock, RowBlock } from './block.js';
import { readHtml } from './html.js';
import { readHtmlBlocks } from './html-flow.js';
import { readInline } from './inline.js';
import type { Reading } from './reading.js';

/** Reads block content into blocks. */
export function readFlow(nodes: readonly RootContent[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) readNode(node, reading, blocks);
  return blocks;
}

/** Tells the definitions of reference links, wherever they stand, before anything refers to them. The first of a name counts. */
export function readDefinitions(node: Nodes, reading: Reading): void {
  if (node.type === 'definition') define(node, reading);
  else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
    for (const child of node.children) readDefinitions(child, reading);
  }
}

function define(node: DefinitionNode, reading: Reading): void {
  if (reading.definitions.has(node.identifier)) return;
  const [start, end] = rangeOf(node, reading);
  const { text } = reading.source;
  const from = text.slice(start, end).search(/\]:/);
  const search = from < 0 ? start : start + from + 2;
  const found = text.slice(search, end).indexOf(node.url);
  const urlStart = found < 0 ? search : search + found;
  const urlEnd = found < 0 ? end : urlStart + node.url.length;
  reading.definitions.set(node.identifier, { url: node.url, start, end, urlStart, urlEnd, used: false });
}

function readNode(node: RootContent, reading: Reading, blocks: Block[]): void {
  const [start, end] = rangeOf(node, reading);
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
      blocks.push({
        kind: 'paragraph',
        html: false,
        pieces: readInline(node.children, reading, start, end),
        start,
        end,
      });
      break;
    case 'list':
      blocks.push({ kind: 'list', html: false, items: readItems(node, reading), start, end });
      break;
    case 'table':
      blocks.push(readTable(node, reading, start, end));
      break;
    case 'html':
      blocks.push(...readHtmlBlocks(readHtml(node.value, start), reading));
      break;
    case 'blockquote':
      blocks.push(...readFlow(node.children, reading));
      break;
    case 'footnoteDefinition':
      readFlow(node.children, reading);
      blocks.push({ kind: 'other', start, end });
      break;
    case 'definition':
      break;
    default:
      blocks.push({ kind: 'other', start, end });
  }
}

function readItems(list: ListNode, reading: Reading): ItemBlock[] {
  return list.children.map((item) => {
    const [start, end] = rangeOf(item, reading);
    const marker = /^(?:[-*+]|\d{1,9}[.)])/.exec(reading.source.text.slice(start, start + 11))?.[0] ?? null;
    return {
      marker,
      task: item.checked === null || item.checked === undefined ? null : item.checked ? 'done' : 'open',
      blocks: readFlow(item.children, reading),
      start,
      end,
    };
  });
}

function readTable(table: Table, reading: Reading, start: number, end: number): Block {
  const rows = table.children.map((row): RowBlock => {
    const [rowStart, rowEnd] = rangeOf(row, reading);
    const cells = row.children.map((cell) => {
      const [from, to] = rangeOf(cell, reading);
      return { pieces: readInline(cell.children, reading, from, to), start: from, end: to };
    });
    return { cells, start: rowStart, end: rowEnd };
  });
  return {
    kind: 'table',
    html: false,
    header: rows[0]?.cells.map((cell) => cell.pieces) ?? [],
    rows: rows.slice(1),
    start,
    end,
  };
}

function rangeOf(node: Nodes, reading: Reading): readonly [number, number] {
  const start = node.position?.start.offset ?? 0;
  return [start + reading.source.shift, (node.position?.end.offset ?? start) + reading.source.shift];
}
