import type { HttpResponse } from '../http/response.js';
import { isDefaultTitle } from './default-pages.js';
import { mentionsSpam } from './hijacked-domain.js';
import { hasMarks } from './site-markers.js';
import { errorWords, isExclamation, segmentsOf } from './soft-404-words.js';

/** Words of which each sentence, script or shell of a parked page has one; the tables of parking say which of them mean it. */
const parking =
  /domain|domin[ií]o|domein|домен|域名|ドメイン|도메인|alan adı|park|lander|adblockkey|bodis|d38psrni|sponsored listings/i;
/** Words of which each offer in a heading has one. */
const offering = /sale|verkauf|kaufen|vendre|ven[dt]a|vendita|koop|sprzeda|прода|satılık|出售|待售|转让|buy|販売|판매/i;
const password = /type\s{0,3}=\s{0,3}["']?password/i;
const openings = /<(title|h1|h2)\b/gi;
/** A page with more headings than these is read in full, which is linear. */
const mostHeadings = 60;
const description = /<meta\b[^>]{0,100}\bdescription\b[^>]{0,600}/i;

/**
 * True for a page of which no mark can hold, decided without reading all of it: most pages. Everything that the other
 * files of this folder look for leaves a trace here; what does is read in full before anything is said.
 */
export function isTrustedAnswer(answer: HttpResponse, redirected: boolean): boolean {
  const { body } = answer;
  // A short page may be nothing but its one sentence, and what was redirected has more that can be wrong.
  if (redirected || answer.status >= 300 || body.length < 1000 || hasMarks(answer.url)) return false;
  if (parking.test(body) || password.test(body)) return false;
  const heads: Record<string, string[]> = { title: [], h1: [], h2: [] };
  let count = 0;
  for (const { 0: opening, 1: level = '', index } of body.matchAll(openings)) {
    if (++count > mostHeadings) return false;
    const rest = body.slice(index + opening.length, index + 1100);
    const start = rest.indexOf('>') + 1;
    const end = endOf(rest, level, start);
    heads[level.toLowerCase()]?.push(plain(rest.slice(start, end < 0 ? 600 : end)));
  }
  const { title = [], h1 = [], h2 = [] } = heads;
  const all = [...new Set([...title, ...h1, ...h2])];
  if (all.length === 0 || all.some((text) => offering.test(text)) || isDefaultTitle(title[0] ?? '')) return false;
  if (mentionsSpam(`${all.join(' . ')} . ${plain(description.exec(body)?.[0] ?? '')}`)) return false;
  const words = new Set([...all, ...title.flatMap(segmentsOf)]);
  return [...words].every((each) => errorWords(each) === null && !isExclamation(each));
}

/** Where an element ends; negative for nowhere. Most are closed in the case in which they are opened. */
function endOf(html: string, level: string, start: number): number {
  const end = html.indexOf(`</${level}`, start);
  return end >= 0 ? end : html.toLowerCase().indexOf(`</${level.toLowerCase()}`, start);
}

/** Text without tags; entities that letters and quotes are often written as are read. */
function plain(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|rsquo|nbsp|ndash|mdash|middot));/gi,
      (_, decimal, hex, name) => {
        if (name)
          return (
            { amp: '&', quot: '"', apos: "'", rsquo: '’', nbsp: ' ', ndash: '–', mdash: '—', middot: '·' }[
              String(name).toLowerCase()
            ] ?? ' '
          );
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
}
