import type { Position } from '../model/position.js';
import { partitionPoint } from './partition-point.js';

/** What has a place in the file. */
export interface Placed {
  readonly position: Position;
}

/** The index of the first of some nodes in document order that begins at or after an offset; their number where none does. */
export function firstFrom(nodes: readonly Placed[], offset: number): number {
  return partitionPoint(nodes.length, (index) => (nodes[index]?.position.start.offset ?? 0) < offset);
}

/** The last of some nodes in document order that begins at or before an offset. */
export function lastUpTo<Node extends Placed>(nodes: readonly Node[], offset: number): Node | undefined {
  return nodes[firstFrom(nodes, offset + 1) - 1];
}

/** The node that an offset is in, of nodes in document order none of which overlap. */
export function nodeAround<Node extends Placed>(nodes: readonly Node[], offset: number): Node | undefined {
  const node = lastUpTo(nodes, offset);
  return node !== undefined && offset < node.position.end.offset ? node : undefined;
}

/** Those of some nodes that are in no other, in document order. None overlaps another in part. */
export function outermost<Node extends Placed>(nodes: readonly Node[]): readonly Node[] {
  const order = (a: Position, b: Position): number => a.start.offset - b.start.offset || b.end.offset - a.end.offset;
  const outer: Node[] = [];
  for (const node of nodes.toSorted((a, b) => order(a.position, b.position)))
    if (nodeAround(outer, node.position.start.offset) === undefined) outer.push(node);
  return outer;
}

/** Those of some nodes in document order that begin in a stretch of the file. */
export function nodesIn<Node extends Placed>(nodes: readonly Node[], { start, end }: Position): readonly Node[] {
  return nodes.slice(firstFrom(nodes, start.offset), firstFrom(nodes, end.offset));
}
