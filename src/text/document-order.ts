import type { Position } from '../model/position.js';

/** What has a place in the file. */
export interface Placed {
  readonly position: Position;
}

/** The index of the first of some nodes in document order that begins at or after an offset; their number where none does. */
export function firstFrom(nodes: readonly Placed[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.position.start.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of some nodes in document order that begins at or before an offset. */
export function lastUpTo<Node extends Placed>(nodes: readonly Node[], offset: number): Node | undefined {
  return nodes[firstFrom(nodes, offset + 1) - 1];
}
