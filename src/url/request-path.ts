/** The path and query of a URL as a request has them; a query that is empty is part of it (URL Standard, 4.5). */
export function requestPath({ href, pathname, search }: URL): string {
  return pathname + (search === '' && /^[^#?]*\?/.test(href) ? '?' : search);
}
