import type { Position } from './place.js';

/** Answers, for offsets that ascend, which of some stretches in document order holds one; of nested ones the outermost. */
export function holder<Node extends { readonly position: Position }>(
  nodes: readonly Node[],
): (offset: number) => Node | null {
  let index = 0;
  return (offset) => {
    while ((nodes[index]?.position.end.offset ?? Number.POSITIVE_INFINITY) <= offset) index++;
    const node = nodes[index];
    return node !== undefined && node.position.start.offset <= offset ? node : null;
  };
}
