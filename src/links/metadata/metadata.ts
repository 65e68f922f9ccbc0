/** What a thing says of itself; texts on one line, without what cannot be seen. */
export interface PageMetadata {
  readonly name: string | null;
  readonly description: string | null;
  /** Topics, keywords and the main language, for telling where it belongs. */
  readonly topics: readonly string[];
  /** Who was asked: `github`, `npm`, `page` …; `none` where no one said anything. */
  readonly source: string;
}

/** Where nothing could be learnt. */
export const noMetadata: PageMetadata = { name: null, description: null, topics: [], source: 'none' };
