/** True when a page has words to compare: no file of another type, no empty frame that a script fills. */
export function isReadable(html: string): boolean {
  return html.trim() !== '' && !isShell(html);
}

/** True for a page that is an empty frame for a script: single-page applications answer every path with it. */
export function isShell(html: string): boolean {
  return (
    /<div[^>]+id=["']?(?:root|app|__next|__nuxt|svelte)["']?[^>]*>\s*<\/div>/i.test(html) &&
    /<script\b[^>]*\bsrc=/i.test(html)
  );
}
