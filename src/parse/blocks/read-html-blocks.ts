import { maxDepth } from '../../model/reading-limits.js';
import { append } from '../../text/append.js';
import type { Block, ItemBlock, RowBlock } from './block.js';
import type { SourceCollector } from './collector.js';
import type { HtmlToken } from './html-tokenizer.js';
import { type InlineNode, isBlank, visibleText } from './inline.js';
import { createInlineBuilder, type InlineBuilder } from './inline-builder.js';

/** Elements that end a paragraph (HTML Living Standard, 15.3.3: those that are displayed as blocks, and table parts). */
const blockElements = new Set(
  (
    'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p picture pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What an open element is closed by, besides its own end tag. */
const closedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  p: blockElements,
  li: new Set(['li']),
  tr: new Set(['tr', 'tbody', 'tfoot']),
  td: new Set(['td', 'th', 'tr', 'tbody', 'tfoot']),
  th: new Set(['td', 'th', 'tr', 'tbody', 'tfoot']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
};

interface Container {
  readonly name: string;
  readonly start: number;
  readonly blocks: Block[];
  readonly items: ItemBlock[];
  readonly rows: RowBlock[];
  readonly cells: { readonly pieces: readonly InlineNode[]; readonly start: number; readonly end: number }[];
  readonly pieces: InlineNode[];
  header: boolean;
}

/** Reads HTML that is as a block of its own. `<details>` is detected by its two tags alone, since Markdown may stand between them. */
export function readHtmlBlocks(tokens: readonly HtmlToken[], reading: SourceCollector): Block[] {
  const stack: Container[] = [container('', tokens[0]?.start ?? 0)];
  /** Elements that are open beyond the deepest that is read. */
  const ignored: string[] = [];
  let weaver: InlineBuilder | null = null;
  const top = (): Container => stack.at(-1) ?? container('', 0);
  const flush = (): void => {
    const pieces = weaver?.finish() ?? [];
    weaver = null;
    if (pieces.every(isBlank)) return;
    const here = top();
    append(here.pieces, pieces);
    const first = pieces.find((piece) => !isBlank(piece)) ?? pieces[0];
    const last = pieces.findLast((piece) => !isBlank(piece)) ?? pieces.at(-1);
    if (first && last)
      here.blocks.push({
        kind: 'paragraph',
        html: true,
        quoted: reading.around.quotes > 0,
        pieces,
        start: first.start,
        end: last.end,
      });
  };
  const close = (end: number): void => {
    flush();
    const done = stack.pop();
    if (done === undefined) return;
    settle(done, top(), end);
    if (done.name === 'pre') reading.htmlCode(done.start, end);
  };
  for (const token of tokens) {
    if (token.kind === 'open' && (blockElements.has(token.name) || token.name === 'details')) {
      reading.anchor(token);
      flush();
      while (stack.length > 1 && closedBy[top().name]?.has(token.name)) close(token.start);
      if (token.name === 'details')
        top().blocks.push({ kind: 'details', opens: true, start: token.start, end: token.end });
      else if (token.name === 'hr') top().blocks.push({ kind: 'other', start: token.start, end: token.end });
      else if (token.closed) continue;
      else if (stack.length <= maxDepth) stack.push(container(token.name, token.start));
      else {
        if (ignored.length === 0) reading.tooDeep.push({ start: token.start, end: token.end });
        ignored.push(token.name);
      }
    } else if (token.kind === 'close' && (blockElements.has(token.name) || token.name === 'details')) {
      flush();
      if (token.name === 'details') {
        top().blocks.push({ kind: 'details', opens: false, start: token.start, end: token.end });
        continue;
      }
      if (ignored.at(-1) === token.name) {
        ignored.pop();
        continue;
      }
      const index = stack.findLastIndex((open) => open.name === token.name);
      if (index > 0) while (stack.length > index) close(token.end);
    } else {
      weaver ??= createInlineBuilder(reading);
      weaver.html(token);
    }
  }
  const end = tokens.at(-1)?.end ?? 0;
  flush();
  while (stack.length > 1) close(end);
  return stack[0]?.blocks ?? [];
}

function container(name: string, start: number): Container {
  return { name, start, blocks: [], items: [], rows: [], cells: [], pieces: [], header: false };
}

const cellsAndSummaries = new Set(['summary', 'td', 'th']);

/** Hands a closed element to the one around it, as what it means for a list. */
function settle(done: Container, parent: Container, end: number): void {
  const { name, start, blocks, pieces } = done;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) {
    const slugText = visibleText(pieces).trim();
    parent.blocks.push({ kind: 'heading', form: 'html', depth: Number(heading[1]), pieces, slugText, start, end });
  } else if (cellsAndSummaries.has(name) && blocks.some((block) => block.kind === 'heading')) {
    // GitHub gives every heading an anchor, wherever it is; what is below it in the page is its section.
    append(parent.blocks, blocks);
    if (name !== 'summary') parent.cells.push({ pieces: [], start, end });
  } else if (name === 'summary') {
    parent.blocks.push({ kind: 'summary', pieces, start, end });
  } else if (name === 'li') {
    parent.items.push({ marker: null, task: null, blocks, start, end });
  } else if ((name === 'ul' || name === 'ol') && done.items.length > 0) {
    append(parent.blocks, blocks).push({ kind: 'list', html: true, items: done.items, start, end });
  } else if (name === 'td' || name === 'th') {
    parent.cells.push({ pieces, start, end });
    if (name === 'th') parent.header = true;
  } else if (name === 'tr') {
    append(parent.blocks, blocks);
    parent.rows.push({ cells: done.cells, start, end });
    if (done.header && parent.rows.length === 1) parent.header = true;
  } else if (name === 'table' && done.rows.length > 0) {
    const header = done.header ? (done.rows[0]?.cells.map((cell) => cell.pieces) ?? []) : [];
    const rows = done.header ? done.rows.slice(1) : done.rows;
    append(parent.blocks, blocks).push({ kind: 'table', html: true, header, rows, start, end });
  } else {
    append(parent.blocks, blocks);
    append(parent.items, done.items);
    append(parent.rows, done.rows);
    append(parent.cells, done.cells);
    parent.header ||= done.header;
    // A centred line inside a heading or a cell is still part of it.
    append(parent.pieces, pieces);
  }
}
