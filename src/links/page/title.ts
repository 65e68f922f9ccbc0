/** The title of a page, white space folded; null when it has none. */
export function titleOf(html: string): string | null {
  const match = /<title[^>]*>([\s\S]{0,500}?)<\/title>/i.exec(html);
  return match?.[1]?.replace(/\s+/g, ' ').trim() || null;
}
