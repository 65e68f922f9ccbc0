import type { UnreadReason } from './markdown.js';

/** The deepest nesting of quotes, lists and HTML that is read; real lists stop at 6, and micromark's time grows with its square. */
export const maxDepth = 100;

/**
 * The most that one paragraph, heading or table row may have. micromark's time grows with the square of each of them. The most in
 * 60 popular lists, in this order: 96, 1, 169, 57, 9,101, less than 1,000, and 19.
 */
export const paragraphLimits: Readonly<Record<Exclude<UnreadReason, 'nesting' | 'file'>, number>> = {
  /** `]`, each of which looks for its `[`. */
  brackets: 1000,
  /** `<!` and `<?`, each of which looks for its end. */
  openers: 100,
  /** Characters that may begin or end emphasis, links, code and HTML. */
  marks: 3000,
  lines: 500,
  /** UTF-16 units. */
  length: 50_000,
  /** UTF-16 units from a `[` on, each word of which looks back at it. */
  'link-text': 3000,
  /** Marks and character references in a row in a URL, each of which looks whether the URL ends before it. */
  'url-marks': 1000,
};

/**
 * The most lines, `[` and `<` that one file may have in all: each can become a node of the tree, which takes up to 3 kB. A list of
 * 200,000 links has 400,000.
 */
export const mostPieces = 500_000;
