/** Where a meta refresh of no more than 0 s sends a browser; null when there is none (HTML Living Standard, 4.2.5.3). */
export function instantRefreshOf(html: string): string | null {
  if (!/http-equiv/i.test(html)) return null;
  const head = html.slice(0, 20_000).replace(/<noscript[\s\S]{0,5000}?<\/noscript>|<!--[\s\S]{0,5000}?-->/gi, '');
  for (const [tag] of head.matchAll(/<meta\b[^>]{0,1000}>/gi)) {
    if (!/http-equiv\s*=\s*["']?\s*refresh/i.test(tag)) continue;
    const content = /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const target = /^\s*0(?:\.0*)?\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content?.[1] ?? content?.[2] ?? '');
    if (target?.[1] !== undefined) return target[1].trim().replaceAll('&amp;', '&');
  }
  return null;
}
