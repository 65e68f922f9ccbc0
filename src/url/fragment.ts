/** A fragment without the directive of a text fragment, which is no part of it (WICG, Text Fragments, 3.3). */
export function withoutDirective(fragment: string): string {
  return fragment.replace(/:~:.*$/s, '');
}

/** Percent signs read; the text as it is where they are wrong. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True for what leads to the top of every page (HTML Living Standard, 7.4.6.4). */
export function isTop(fragment: string): boolean {
  return fragment === '' || decode(fragment).toLowerCase() === 'top';
}

/** A fragment as GitHub's script looks for it: without directive and `user-content-`, decoded. */
export function bareFragment(fragment: string): string {
  return decode(withoutDirective(fragment)).replace(/^user-content-/, '');
}

/** The anchor of a rendered Markdown file that a fragment leads to: the one as written, else the one in lower case; null for none. */
export function githubAnchor(fragment: string, names: { has(name: string): boolean }): string | null {
  const bare = bareFragment(fragment);
  return [bare, bare.toLowerCase()].find((name) => names.has(name)) ?? null;
}

/** The last line that a fragment such as `L10` or `L10-L20` names, which GitHub makes for every text file; null for other fragments. */
export function lastLineOf(fragment: string): number | null {
  const match = /^L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?$/.exec(withoutDirective(fragment));
  return match === null ? null : Math.max(Number(match[1]), Number(match[2] ?? 0));
}

/** How many lines a text has; a line ending at its end begins no further one. */
export function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
}
