import { addTo } from '../../text/group-by.js';
import { foundIn, isWeb, recordOf, textOf } from './json-api.js';
import { alive, missing, type Site, type SiteApi, type SiteResult, type SiteTarget } from './site.js';

/** Wikipedia and its sisters: their pages refuse programs that hurry, their API returns fifty articles in one call. */
export const wikipedia: Site = {
  name: 'wikipedia',
  batch: 50,
  claims: (url) => titleOf(url) !== null,
  async ask(targets, api) {
    const byOrigin = new Map<string, SiteTarget[]>();
    for (const target of targets) addTo(byOrigin, target.url.host, target);
    const words = await Promise.all([...byOrigin.values()].map((group) => askWiki(group, api)));
    return new Map(words.flatMap((each) => [...each]));
  },
  async page(url, api) {
    const title = titleOf(url);
    if (title === null) return null;
    const query = `action=parse&format=json&formatversion=2&redirects=1&prop=text&page=${encodeURIComponent(title)}`;
    const reply = await api.ask({ url: `${apiOf(url.host)}?${query}` });
    const body = textOf(recordOf(foundIn(reply)?.parse)?.text);
    if (body === null || reply.kind !== 'answer') return null;
    return { ...reply, url: url.href, headers: { 'content-type': 'text/html' }, body };
  },
};

/** MediaWiki's action API, which the mobile site shares. */
const apiOf = (host: string): string => `https://${host.replace(/\.m\./, '.')}/w/api.php`;

function titleOf({ protocol, hostname, pathname }: URL): string | null {
  if (!isWeb(protocol)) return null;
  if (
    !/^(?:[a-z-]{2,16}\.)?(?:m\.)?(?:wikipedia|wikibooks|wiktionary|wikiversity|wikisource|wikiquote|wikinews|wikivoyage)\.org$/.test(
      hostname,
    )
  )
    return null;
  const raw = /^\/wiki\/(.{1,300})$/.exec(pathname)?.[1];
  if (raw === undefined) return null;
  try {
    const title = decodeURIComponent(raw).replaceAll('_', ' ').trim();
    // Special pages are no articles, a pipe parts titles, and what is before a colon may be another wiki.
    return title === '' || /^(?::|special|spezial|especial|spécial|media)|[|#<>[\]{}\u0000-\u001F]/i.test(title)
      ? null
      : title;
  } catch {
    return null;
  }
}

async function askWiki(targets: readonly SiteTarget[], api: SiteApi): Promise<ReadonlyMap<string, SiteResult>> {
  const words = new Map<string, SiteResult>();
  const host = targets[0]?.url.host ?? '';
  const titles = [...new Set(targets.map(({ url }) => titleOf(url) ?? ''))];
  const query = `action=query&format=json&formatversion=2&redirects=1&converttitles=1&titles=${encodeURIComponent(titles.join('|'))}`;
  const answer = recordOf(foundIn(await api.ask({ url: `${apiOf(host)}?${query}` }))?.query);
  if (answer === null) return words;
  const pages = Array.isArray(answer.pages) ? answer.pages : Object.values(recordOf(answer.pages) ?? {});
  const known = new Map<string, 'there' | 'missing'>();
  for (const page of pages.map(recordOf)) {
    const title = textOf(page?.title);
    if (page === null || title === null || 'invalid' in page || 'interwiki' in page) continue;
    // Version 1 of the format says it by an empty text, version 2 by true. Files may lie on the shared wiki.
    const isMissing = 'missing' in page && page.missing !== false && !('known' in page);
    known.set(title, isMissing ? 'missing' : 'there');
  }
  const steps = new Map<string, string>();
  // `converted`: Chinese, Serbian and others write one title in several scripts, and the page is found by each.
  for (const each of [answer.normalized, answer.converted, answer.redirects]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map(recordOf)) {
    const [from, to] = [textOf(each?.from), textOf(each?.to)];
    if (from !== null && to !== null) steps.set(from, to);
  }
  for (const { key, url } of targets) {
    const asked = titleOf(url) ?? '';
    let title = asked;
    for (let step = 0; step < 4 && steps.has(title); step++) title = steps.get(title) ?? title;
    const found = known.get(title);
    if (found === 'there')
      words.set(key, alive({ kind: 'has', service: host.replace(/\.m\./, '.'), thing: 'article', name: title }));
    // A namespace such as File: may be looked for elsewhere; the page decides.
    else if (found === 'missing' && !asked.includes(':'))
      words.set(
        key,
        missing('article-missing', {
          kind: 'has-no',
          service: host.replace(/\.m\./, '.'),
          thing: 'article',
          name: asked,
        }),
      );
  }
  return words;
}
