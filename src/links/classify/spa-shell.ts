import type { HttpResponse } from '../http/response.js';
import type { PageText } from './page-text.js';
import { detectSoft404, errorWords } from './soft-404-words.js';

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

/** True for a 404 that shows nothing but a script, whatever element that fills; what says that nothing is there means it. */
export function mayBeShell(html: string, page: PageText): boolean {
  if (isShell(html)) return true;
  return page.scripts > 0 && saysNothing(page) && detectSoft404(page) === null && errorWords(page.title ?? '') === null;
}

/** True when two pages are one application: the same page, or two without words that load the same scripts. */
export function isSameApplication(one: HttpResponse, other: HttpResponse, read: PageReader): boolean {
  if (one.body.trim() === other.body.trim()) return true;
  const [a, b] = [read(one), read(other)];
  if (a === null || b === null || !saysNothing(a) || !saysNothing(b) || a.sources.length === 0) return false;
  return a.sources.join(' ') === b.sources.join(' ') && detectSoft404(a) === null && errorWords(a.title ?? '') === null;
}

type PageReader = (answer: HttpResponse) => PageText | null;

function saysNothing({ h1, h2, text }: PageText): boolean {
  return h1.length === 0 && h2.length === 0 && text.length < 200;
}
