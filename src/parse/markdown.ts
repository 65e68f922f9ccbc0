import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isOpenAtEnd, slicesOf } from './slice.js';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Reads GitHub Flavored Markdown into mdast. A large text is read section by section, which takes two thirds of the time
 * and a fraction of the memory: micromark keeps every event of what it reads until it is done.
 */
export function readMarkdown(text: string): Root {
  const [first, ...others] = slicesOf(text);
  if (first === undefined || others.length === 0) return processor.parse(text);
  const root: Root = { type: 'root', children: [] };
  let line = 0;
  let at = 0;
  for (const slice of [first, ...others]) {
    let part = processor.parse(slice);
    const open = at + slice.length < text.length && isOpenAtEnd(part, slice);
    // A comment or a fence runs on over the heading where the slice was cut: then the rest is one piece.
    if (open) part = processor.parse(text.slice(at));
    shift(part, line, at);
    for (const child of part.children) root.children.push(child);
    if (open) break;
    at += slice.length;
    line += linesIn(slice);
  }
  root.position = { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) };
  return root;
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
