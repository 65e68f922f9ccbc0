import type { Block } from './block.js';

/** Pairs `<details>` with `</details>`; the summary of a pair is told with it. What is never closed opens nothing. */
export function matchDetails(blocks: readonly Block[]): Map<Block, Block> {
  const matched = new Map<Block, Block>();
  const open: { readonly block: Block; summary: Block | null }[] = [];
  for (const block of blocks) {
    if (block.kind === 'summary') {
      const last = open.at(-1);
      if (last !== undefined) last.summary ??= block;
    } else if (block.kind === 'details' && block.opens) open.push({ block, summary: null });
    else if (block.kind === 'details') {
      const pair = open.pop();
      if (pair === undefined) continue;
      matched.set(pair.block, block).set(block, block);
      if (pair.summary !== null) matched.set(pair.summary, block);
    }
  }
  return matched;
}
