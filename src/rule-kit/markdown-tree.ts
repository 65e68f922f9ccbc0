import type { Node, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { List } from '../model/list.js';
import type { Position } from '../model/position.js';

/** Where a node of `list.root` is in the file; the tree is read without a BOM. */
export function positionOf({ position }: Node, { text, place }: List): Position {
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return place((position?.start.offset ?? 0) + shift, (position?.end.offset ?? 0) + shift);
}

/** True for the heading `Contents` on level 2, comments aside, which is how awesome-lint knows a table of contents. */
export function isContentsHeading(node: RootContent): boolean {
  if (node.type !== 'heading' || node.depth !== 2) return false;
  return (
    textOf(node)
      .replaceAll(/<!--.*?-->/g, '')
      .trim() === 'Contents'
  );
}
