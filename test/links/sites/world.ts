import { request } from 'undici';
import type { HttpResponse, HttpResult } from '../../../src/links/http/response.js';
import type { Services, Site, SiteApi, SiteResult, SiteTarget } from '../../../src/links/sites/site.js';
import { type LoggedVisit, type Sites, startWeb } from '../../web/server.js';

/** What a site said of some addresses, and what it asked for it. */
export interface Asked {
  readonly words: ReadonlyMap<string, SiteResult>;
  readonly log: readonly LoggedVisit[];
}

/** Facts about targets that a test sets. */
export type TargetFacts = Partial<Pick<SiteTarget, 'fragments' | 'hostId'>>;

/** The target of an address, as the engine makes it. */
export function targetOf(address: string, facts: TargetFacts = {}): SiteTarget {
  const url = new URL(address);
  const fragments = url.hash === '' ? [] : [url.hash.slice(1)];
  url.hash = '';
  return { key: url.href, url, fragments, hostId: null, ...facts };
}

/** Lets a site ask a small web on loopback, whose hosts are the table's; what the site does not claim makes the test fail. */
export async function askSite(
  site: Site,
  addresses: readonly (string | SiteTarget)[],
  table: Sites,
  services: Partial<Services> = {},
): Promise<Asked> {
  const web = await startWeb(table);
  const targets = addresses.map((each) => (typeof each === 'string' ? targetOf(each) : each));
  for (const { url } of targets) if (!site.claims(url)) throw new Error(`${site.name} does not claim ${url.href}`);
  const get = async (address: string, options: Parameters<SiteApi['ask']>[0]): Promise<HttpResult> => {
    const url = new URL(address);
    try {
      const response = await request(`http://127.0.0.1:${web.http}${url.pathname}${url.search}`, {
        method: options.method ?? 'GET',
        headers: {
          host: url.host,
          accept: options.accept ?? '*/*',
          'user-agent': 'listwright-test',
          ...options.headers,
          ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(options.token === undefined ? {} : { authorization: 'bearer test-token' }),
        },
        ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
      });
      const location = response.headers.location;
      const body = await response.body.text();
      if (typeof location === 'string' && response.statusCode < 400 && options.method !== 'POST')
        return get(new URL(location, address).href, options);
      return {
        kind: 'answer',
        url: address,
        status: response.statusCode,
        statusText: '',
        headers: response.headers,
        body,
        broken: null,
      } satisfies HttpResponse;
    } catch (error) {
      return { kind: 'failure', url: address, reason: 'reset', detail: String(error) };
    }
  };
  const api: SiteApi = {
    ask: (asked) => get(asked.url, asked),
    page: async (address) => ({
      reply: await get(address, { url: address }),
      redirects: [],
      durationMs: 0,
      incompleteChain: false,
    }),
    services: {
      github: { graphql: 'https://api.github.com/graphql', rest: 'https://api.github.com' },
      npmRegistry: async () => 'https://packages.test/',
      ...services,
    },
    details: new Set(),
    now: Date.now,
  };
  try {
    const words = new Map<string, SiteResult>();
    for (let start = 0; start < targets.length; start += site.batch)
      for (const [key, word] of await site.ask(targets.slice(start, start + site.batch), api)) words.set(key, word);
    return { words, log: web.log };
  } finally {
    await web.stop();
  }
}
