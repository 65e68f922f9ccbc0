import { maxDepth } from '../../model/reading-limits.js';
import type { Block } from './block.js';

/** Which tags of `<details>` belong together. */
export interface DetailsPairs {
  /** Opening tags, closing tags and summaries with the closing tag of their pair. */
  readonly pairs: ReadonlyMap<Block, Block>;
  /** Opening tags that are nested too deeply to open anything. */
  readonly tooDeep: readonly Block[];
}

/** Pairs `<details>` with `</details>`. What is never closed opens nothing. */
export function matchDetails(blocks: readonly Block[]): DetailsPairs {
  const pairs = new Map<Block, Block>();
  const tooDeep: Block[] = [];
  const open: { readonly block: Block; summary: Block | null }[] = [];
  for (const block of blocks) {
    if (block.kind === 'summary') {
      const last = open.at(-1);
      if (last !== undefined) last.summary ??= block;
    } else if (block.kind === 'details' && block.opens) open.push({ block, summary: null });
    else if (block.kind === 'details') {
      const pair = open.pop();
      if (pair === undefined) continue;
      if (open.length >= maxDepth) {
        tooDeep.push(pair.block);
        continue;
      }
      pairs.set(pair.block, block).set(block, block);
      if (pair.summary !== null) pairs.set(pair.summary, block);
    }
  }
  return { pairs, tooDeep };
}
