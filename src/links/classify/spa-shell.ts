/** What a frame has before its content: the element that a script fills is in the first part of the page. */
const top = 60_000;

/** True when a page has words to compare: no file of another type, no empty frame that a script fills. */
export function isReadable(html: string): boolean {
  return html.trim() !== '' && !isShell(html);
}

/** True for a page that is an empty frame for a script: single-page applications answer every path with it. */
export function isShell(html: string): boolean {
  const start = html.slice(0, top);
  return (
    /<div\b[^>]{1,300}\bid=["']?(?:root|app|__next|__nuxt|svelte)["']?[^>]{0,300}>\s{0,200}<\/div>/i.test(start) &&
    /<script\b[^>]{0,500}\bsrc=/i.test(start)
  );
}
