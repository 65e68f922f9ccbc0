import type { LinkForm } from '../model/list.js';

/** How a URL is written in a place of a file, and the characters next to it. */
export interface UrlPlace {
  readonly form: LinkForm;
  readonly before: string;
  readonly after: string;
}

/** Character references, as Markdown reads them (CommonMark 0.31, section 2.5). */
const reference = /&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{0,31};)/gi;
/** A bare URL that is a link to its last character, whatever follows (GitHub Flavored Markdown, 6.9). */
const plain = /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:[/?#](?:[\w/%.+@=&?#:,;!$-]*[a-z\d/=+#-])?)?$/i;

/**
 * A URL as the form of a link needs it, so that the link leads to exactly this URL. Spaces and angle brackets end one in
 * every form, so they become percent escapes, and in forms without character references bars and backticks do as well.
 */
export function writtenUrl(url: string, { form, before, after }: UrlPlace): string {
  const safe = url.replace(/[\s<>\u0000-\u001F\u007F]/g, encodeURIComponent);
  switch (form) {
    case 'html':
      return inAttribute(safe, (before === '"' || before === "'") && after === before ? before : '');
    case 'autolink':
      return withoutReferences(safe);
    case 'literal':
      return plain.test(safe) ? safe : `<${withoutReferences(safe)}>`;
    default:
      return inDestination(safe, before === '<');
  }
}

/** A bar ends a table cell, a backtick may end code that began before. */
const withReferences = (url: string): string => url.replaceAll('|', '&#124;').replaceAll('`', '&#96;');
const withoutReferences = (url: string): string => url.replaceAll('|', '%7C').replaceAll('`', '%60');

function inAttribute(url: string, quote: string): string {
  const value = withReferences(url.replaceAll('&', '&amp;'));
  if (quote === "'") return value.replaceAll("'", '&#39;');
  const escaped = value.replaceAll('"', '&quot;');
  return quote === '' && /["'=]/.test(value) ? `"${escaped}"` : escaped;
}

function inDestination(url: string, isInBrackets: boolean): string {
  const escaped = withReferences(url.replace(reference, '&amp;').replaceAll('\\', '\\\\'));
  return isInBrackets || isBalanced(url) ? escaped : escaped.replace(/[()]/g, '\\$&');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
