import type { PageText } from './page-text.js';

/** True when a page shows at least one telling word of a name or a description: it may well be what the entry means. */
export function mentionsAny({ title, h1, h2, text }: PageText, words: readonly string[]): boolean {
  const shown = [title ?? '', ...h1, ...h2, text].join(' ').toLowerCase();
  return words.some((word) => shown.includes(word));
}

/** Words of three letters and more that tell a thing from others. */
export function keywordsOf(text: string): readonly string[] {
  const common = new Set(
    'and the for with from your that this are all how what when you not but its into out more has can use used using via'.split(
      ' ',
    ),
  );
  return (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !common.has(word));
}
