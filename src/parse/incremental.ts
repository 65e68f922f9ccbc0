import type { List } from '../model/list.js';
import type { Chunk } from './markdown/chunks.js';
import { type ParseOptions, parseUncached } from './parse.js';

/** Reads the successive texts of one file while it is edited. */
export interface Reader {
  /** Returns the same as `parse`, but parses Markdown again only where the text has changed. Lists returned earlier stay unchanged. */
  read(text: string, options?: ParseOptions): List;
}

/** Opens a reader. It keeps the syntax tree of the last text, about ten times the size of the text. */
export function openReader(): Reader {
  let kept = new Map<string, Chunk>();
  return {
    read(text, options = {}) {
      const next = new Map<string, Chunk>();
      const list = parseUncached(text, options, {
        find: (slice) => next.get(slice) ?? kept.get(slice),
        keep: (chunk) => next.set(chunk.text, chunk),
      });
      kept = next;
      return list;
    },
  };
}
