/** The title of a page, white space folded; null when it has none. Linear, whatever is there. */
export function titleOf(html: string): string | null {
  const start = /<title\b/i.exec(html)?.index;
  if (start === undefined) return null;
  const rest = html.slice(start, start + 1500);
  const from = rest.indexOf('>') + 1;
  const to = rest.toLowerCase().indexOf('</title', from);
  return from === 0 || to < 0 ? null : rest.slice(from, to).replace(/\s+/g, ' ').trim() || null;
}
