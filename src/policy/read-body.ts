import { webAddresses } from '../url/line-links.js';

/** What the description of a pull request says. */
export interface PullRequestBody {
  /** URLs in it, in their order; those in HTML comments, as templates have them, left out. */
  readonly urls: readonly string[];
  /** Its checkboxes, labels without markup. */
  readonly boxes: readonly { readonly label: string; readonly ticked: boolean }[];
}

/** No more of either is read. */
const most = 1000;
/** UTF-16 units; what is longer is cut. */
const longestUrl = 2000;

/** Reads the description of a pull request, Markdown of a stranger, in linear time. */
export function readBody(markdown: string): PullRequestBody {
  const text = withoutComments(markdown);
  const urls = [...firstOf(webAddresses(text))].map(({ url }) => url.slice(0, longestUrl));
  const boxes = [...firstOf(text.matchAll(/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]+(.*)$/gm))].map(
    ([, mark, label = '']) => ({ label: plainLabel(label), ticked: mark !== ' ' }),
  );
  return { urls, boxes };
}

/** The label of a checkbox for comparison: without markup, case and runs of spaces. */
export function plainLabel(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/\]\([^()\s]*\)/g, '')
    .replace(/[`*_~[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function* firstOf<Item>(items: Iterable<Item>): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (++count > most) return;
    yield item;
  }
}

/** Without HTML comments; one that is not closed goes on to the end. */
function withoutComments(text: string): string {
  let result = '';
  for (let at = 0; ; ) {
    const start = text.indexOf('<!--', at);
    if (start === -1) return result + text.slice(at);
    result += text.slice(at, start);
    const end = text.indexOf('-->', start + 4);
    if (end === -1) return result;
    at = end + 3;
  }
}
