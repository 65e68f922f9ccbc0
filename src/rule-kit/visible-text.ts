import type { List } from '../model/list.js';
import type { Position, Span } from '../model/position.js';
import { nodesIn } from '../text/document-order.js';

/** Answers, for offsets that ascend, which of some stretches in document order holds one; of nested ones the outermost. */
export function enclosingBlock<Node extends { readonly position: Position }>(
  nodes: readonly Node[],
): (offset: number) => Node | null {
  let index = 0;
  return (offset) => {
    while ((nodes[index]?.position.end.offset ?? Number.POSITIVE_INFINITY) <= offset) index++;
    const node = nodes[index];
    return node !== undefined && node.position.start.offset <= offset ? node : null;
  };
}

/** The visible texts that begin inside a stretch of the file, in document order. */
export function textsIn(list: List, position: Position): readonly Span[] {
  return nodesIn(list.texts, position);
}

/** Where `start` to `end` of a visible text is in the file. A text with character references is longer there: then all of it. */
export function placeIn(span: Span, start: number, end: number): Position {
  const { line, column, offset } = span.position.start;
  if (span.position.end.offset - offset !== span.text.length) return span.position;
  return {
    start: { line, column: column + start, offset: offset + start },
    end: { line, column: column + end, offset: offset + end },
  };
}
