import { isWeb } from './json-api.js';
import { alive, type Site, type SiteResult } from './site.js';

/** arXiv: its API returns fifty papers in one call. What it does not list is left to the page, which is honest. */
export const arxiv: Site = {
  name: 'arxiv',
  batch: 50,
  claims: (url) => idOf(url) !== null,
  async ask(targets, api) {
    const words = new Map<string, SiteResult>();
    const ids = new Set(targets.flatMap(({ url }) => idOf(url) ?? []));
    const list = [...ids].map(encodeURIComponent).join(',');
    const reply = await api.ask({
      url: `https://export.arxiv.org/api/query?max_results=${ids.size}&id_list=${list}`,
      accept: 'application/atom+xml',
    });
    if (reply.kind !== 'answer' || reply.status !== 200) return words;
    // arXiv API User's Manual, 3.3: each entry has its address with a version; an error has one under /api/errors.
    const listed = new Set(
      [...reply.body.matchAll(/<id>\s*https?:\/\/arxiv\.org\/abs\/([^<\s]{1,60}?)(v\d+)?\s*<\/id>/g)].flatMap(
        ([, id = '', version = '']) => [id, id + version],
      ),
    );
    for (const { key, url } of targets) {
      const id = idOf(url);
      if (id !== null && listed.has(id)) words.set(key, alive({ kind: 'lists', service: "arXiv's API", name: id }));
    }
    return words;
  },
};

/** Not every paper has a page under /html/, so those are requested themselves. */
function idOf({ protocol, hostname, pathname }: URL): string | null {
  if (!isWeb(protocol) || !/^(?:www\.)?arxiv\.org$/.test(hostname)) return null;
  const id = /^\/(?:abs|pdf)\/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?:\.pdf)?\/?$/.exec(
    pathname,
  )?.[1];
  return id ?? null;
}
