/** The title of a page, white space folded; null when it has none. */
export function titleOf(html: string): string | null {
  const match = /<title[^>]*>([\s\S]{0,500}?)<\/title>/i.exec(html);
  return match?.[1]?.replace(/\s+/g, ' ').trim() || null;
}

/** Where a meta refresh of no more than 0 s sends a browser; null when there is none (HTML Living Standard, 4.2.5.3). */
export function instantRefreshOf(html: string): string | null {
  if (!/http-equiv/i.test(html)) return null;
  const head = html.slice(0, 20_000).replace(/<noscript[\s\S]*?<\/noscript>|<!--[\s\S]*?-->/gi, '');
  for (const [tag] of head.matchAll(/<meta\b[^>]*>/gi)) {
    if (!/http-equiv\s*=\s*["']?\s*refresh/i.test(tag)) continue;
    const content = /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const target = /^\s*0(?:\.0*)?\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content?.[1] ?? content?.[2] ?? '');
    if (target?.[1] !== undefined) return target[1].trim().replaceAll('&amp;', '&');
  }
  return null;
}

/** True when a page has words to compare: no file of another type, no empty frame that a script fills. */
export function isReadable(html: string): boolean {
  return html.trim() !== '' && !isShell(html);
}

/** True when a page shows at least one telling word of a name or a description: it may well be what the entry means. */
export function shows(html: string, words: readonly string[]): boolean {
  const text = html.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]*>/gi, ' ').toLowerCase();
  const title = (titleOf(html) ?? '').toLowerCase();
  return words.some((word) => text.includes(word) || title.includes(word));
}

/** Words of three letters and more that tell a thing from others. */
export function tellingWords(text: string): readonly string[] {
  const common = new Set(
    'and the for with from your that this are all how what when you not but its into out more has can use used using via'.split(
      ' ',
    ),
  );
  return (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !common.has(word));
}

/** True for a page that is an empty frame for a script: single-page applications answer every path with it. */
export function isShell(html: string): boolean {
  return (
    /<div[^>]+id=["']?(?:root|app|__next|__nuxt|svelte)["']?[^>]*>\s*<\/div>/i.test(html) &&
    /<script\b[^>]*\bsrc=/i.test(html)
  );
}
