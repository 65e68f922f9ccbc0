import { metaRefreshOf } from '../http/meta-refresh.js';
import type { PageText } from './page-text.js';
import { detectSoft404, errorWords } from './soft-404-words.js';

/** A page with more text than this says something to its reader. */
const short = 200;
/** Seconds in which no one can read anything, exclusive. */
const soon = 2;
const script = /<script\b(?![^>]{0,500}\bsrc\s{0,3}=)[^>]{0,500}>([\s\S]{0,5000}?)<\/script>/gi;
/** `location = …`, `location.href = …`, `location.replace(…)`, also by a short name as in rafgraph/spa-github-pages. */
const assigns = /\blocation(?:\.href)?\s{0,3}=(?!=)|\blocation\.(?:replace|assign)\s{0,3}\(/;
const aliased = /\b(\w{1,20})\s{0,3}=\s{0,3}(?:window\.|document\.)?location\s{0,3}[;,\n)]/;

/**
 * True for an error page of a static host that has nothing to say and forwards at once, by a refresh or a script: sites
 * that are one application answer every deep URL so (rafgraph/spa-github-pages, JustinBeckwith/linkinator#24). A page
 * that also says that nothing is there means it.
 */
export function onlyForwards(html: string, page: PageText): boolean {
  if (page.text.length > short || detectSoft404(page) !== null) return false;
  if ([page.title ?? '', ...page.h1, ...page.h2, page.text].some((words) => errorWords(words) !== null)) return false;
  const refresh = metaRefreshOf(html, 'https://forwarding.invalid/');
  if (refresh !== null && refresh.delay < soon && refresh.target !== null) return true;
  return [...html.slice(0, 60_000).matchAll(script)].some(([, code = '']) => forwards(code));
}

function forwards(code: string): boolean {
  if (/setTimeout\s{0,3}\([\s\S]{0,500},\s{0,3}[1-9]\d{3,}/.test(code)) return false;
  if (assigns.test(code)) return true;
  const name = aliased.exec(code)?.[1];
  return name !== undefined && new RegExp(`\\b${name}\\.(?:replace|assign)\\s{0,3}\\(`).test(code);
}
