import GithubSlugger from 'github-slugger';

/** Gives the anchors of headings in document order, as GitHub does: duplicates are numbered. */
export interface Slugs {
  next(text: string): string;
}

/** Starts with no anchor given. */
export function startSlugs(): Slugs {
  const slugger = new GithubSlugger();
  return { next: (text) => slugger.slug(text) };
}
