import { githubAddress } from './address.js';

/** What the fragment of an address on GitHub means. */
export type GithubAnchorKind = 'line' | 'readme' | 'heading' | 'issue-comment';

const lines = /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/;
const gistLines = /^file-[^/]{1,255}-L\d+(?:-L?\d+)?$/;
const comment =
  /^(?:issue|issuecomment|discussion_r|discussioncomment|pullrequestreview|commitcomment|event|r|ref-commit)-?\d+$/;
const renderedFile = /\.(?:md|markdown|rst|adoc|asciidoc)$/i;

/**
 * Tells what kind of anchor a fragment on github.com is. `heading` is an id made from a heading of a rendered text;
 * lines, comments and `#readme` get their ids from scripts, so no page shows them. Null without a fragment, and
 * where none of these is meant.
 */
export function githubAnchorKind(url: URL): GithubAnchorKind | null {
  const fragment = url.hash.slice(1);
  if (fragment === '') return null;
  const address = githubAddress(url);
  if (address === null) return isCommit(url) && comment.test(fragment) ? 'issue-comment' : null;
  if (address.kind === 'gist') return gistLines.test(fragment) ? 'line' : null;
  if (address.kind !== 'repository') return null;
  const { part } = address;
  switch (part.kind) {
    case 'root':
      return /^readme(?:-ov-file)?$/i.test(fragment) ? 'readme' : 'heading';
    case 'path': {
      if (part.mode !== 'blob' && part.mode !== 'blame') return null;
      if (lines.test(fragment)) return 'line';
      const isText = renderedFile.test(part.segments.at(-1) ?? '') && !url.searchParams.has('plain');
      return part.mode === 'blob' && isText ? 'heading' : null;
    }
    case 'issue':
    case 'discussion':
      return comment.test(fragment) ? 'issue-comment' : null;
    case 'wiki':
      return 'heading';
    case 'action':
      return address.tail === '/wiki' ? 'heading' : null;
    default:
      return null;
  }
}

function isCommit({ hostname, pathname }: URL): boolean {
  return /^(?:www\.)?github\.com$/.test(hostname) && /^\/[^/]+\/[^/]+\/commit\/[\da-f]{7,40}\/?$/i.test(pathname);
}
