import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isCutThrough, slicesOf } from './slice.js';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Reads GitHub Flavored Markdown into mdast. A large text is read in slices, which takes two thirds of the time and a
 * fraction of the memory: micromark keeps every event of what it reads until it is done.
 */
export function readMarkdown(text: string): Root {
  const slices = slicesOf(text);
  if (slices.length === 1) return processor.parse(text);
  const root: Root = { type: 'root', children: [] };
  let line = 0;
  let at = 0;
  for (const [index, slice] of slices.entries()) {
    const next = slices[index + 1];
    let part = processor.parse(slice);
    const isThrough = next !== undefined && isCutThrough(part, slice, next);
    // Then the rest is one piece.
    if (isThrough) part = processor.parse(text.slice(at));
    shift(part, line, at);
    append(root, part, index > 0 && !slice.startsWith('#'));
    if (isThrough) break;
    at += slice.length;
    line += linesIn(slice);
  }
  root.position = { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) };
  return root;
}

/** Adds what was read; with `goesOn` a list that it begins with goes on from the one before. */
function append(root: Root, { children }: Root, goesOn: boolean): void {
  const [first, ...rest] = children;
  const last = root.children.at(-1);
  if (goesOn && last?.type === 'list' && first?.type === 'list' && last.position && first.position) {
    last.children.push(...first.children);
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

function linesIn(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}

function endOf(text: string): { line: number; column: number; offset: number } {
  const from = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return { line: linesIn(text) + 1, column: text.length - from + 1, offset: text.length };
}
