import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { type ChunkPart, partsOf } from './chunks.js';
import { type ChunkSizes, defaultSizes } from './split.js';

/** Reads GitHub Flavored Markdown into mdast, chunk by chunk. */
export function readMarkdown(text: string, sizes: ChunkSizes = defaultSizes): Root {
  const grown = createGrowingRoot(text);
  for (const part of partsOf(text, () => {}, null, sizes)) grown.add(part);
  return grown.root;
}

/** A tree that grows part by part. */
export interface GrowingRoot {
  readonly root: Root;
  /** Takes the nodes of a part over, or copies of them, and moves them to where they stand in the whole text. */
  add(part: ChunkPart, copied?: boolean): void;
}

/** Starts the tree of a text. */
export function createGrowingRoot(text: string): GrowingRoot {
  const root: Root = {
    type: 'root',
    children: [],
    position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) },
  };
  let line = 0;
  return {
    root,
    add({ nodes, at, end, goesOn }, copied = false) {
      const own: Root = { type: 'root', children: copied ? structuredClone([...nodes]) : [...nodes] };
      if (at > 0) shift(own, line, at);
      append(root, own, goesOn);
      line += linesIn(text, at, end);
    },
  };
}

/** Gives nodes the lines and columns of another text of the same length, where their offsets are the same. */
export function relocate(node: Nodes, place: (start: number, end: number) => Position): void {
  if (node.position !== undefined) {
    const [start, end] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0];
    node.position = place(start, end);
  }
  if ('children' in node) for (const child of node.children) relocate(child, place);
}

/** Adds what was read; with `goesOn` a list that it begins with goes on from the one before. */
function append(root: Root, { children }: Root, goesOn: boolean): void {
  const [first, ...rest] = children;
  const last = root.children.at(-1);
  if (goesOn && last?.type === 'list' && first?.type === 'list' && last.position && first.position) {
    for (const item of first.children) last.children.push(item);
    last.position.end = first.position.end;
    last.spread = last.spread === true || first.spread === true;
    for (const child of rest) root.children.push(child);
  } else for (const child of children) root.children.push(child);
}

function shift(node: Nodes, lines: number, offset: number): void {
  if (node.position !== undefined) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, lines, offset);
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}

function endOf(text: string): { line: number; column: number; offset: number } {
  const from = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return { line: linesIn(text, 0, text.length) + 1, column: text.length - from + 1, offset: text.length };
}
