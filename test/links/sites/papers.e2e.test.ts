import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arxiv } from '../../../src/links/sites/arxiv.js';
import { doi } from '../../../src/links/sites/doi.js';
import { google } from '../../../src/links/sites/google.js';
import type { Site, SiteApi, SiteResult } from '../../../src/links/sites/site.js';
import { stackexchange } from '../../../src/links/sites/stackexchange.js';
import { wikipedia } from '../../../src/links/sites/wikipedia.js';
import { media } from '../../web/media.js';
import type { Sites } from '../../web/server.js';
import { askSite, targetOf } from './world.js';

type Serve = Sites[string];

const page = (title: string, body = '<h1>Glazes</h1><p>Ash, feldspar and quartz, in parts by weight.</p>'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const html =
  (status: number, title: string): Serve =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page(title));
  };
const json =
  (status: number, body: unknown): Serve =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const told = (word: SiteResult | undefined): string | null =>
  word === undefined ? null : [word.verdict, word.reason].filter((part) => part !== null).join(' ');

async function say(site: Site, address: string, table: Sites): Promise<string | null> {
  const { words } = await askSite(site, [address], table);
  return told(words.get(targetOf(address).key));
}

describe('papers', () => {
  test('the registry of handles is asked, and its redirect is not followed to a publisher', async () => {
    const { words, log } = await askSite(doi, ['https://doi.org/10.5555/kiln.7'], media);
    expect(log.map(({ host, path }) => host + path)).toEqual(['doi.org/api/handles/10.5555/kiln.7']);
    expect(words.get('https://doi.org/10.5555/kiln.7')?.finalUrl).toBeNull();
  });

  test.each([
    ['no such handle', json(404, { responseCode: 100 }), 'broken doi-missing'],
    ['no such handle, in a page', html(404, 'DOI not found'), null],
    ['a handle without values', json(200, { responseCode: 200 }), null],
    ['a code that is a text', json(404, { responseCode: '100' }), null],
    ['a wall', html(403, 'Just a moment...'), null],
  ] as const)('a DOI: %s', async (_, serve, expected) =>
    expect(await say(doi, 'https://doi.org/10.5555/(glaze)7', { 'doi.org': serve })).toBe(expected),
  );

  test('120 papers take three calls, and one paper in two forms is asked for once', async () => {
    const papers = Array.from({ length: 120 }, (_, index) => `https://arxiv.org/abs/2101.${10_000 + index}`);
    const many = await askSite(arxiv, papers, media);
    expect([many.words.size, many.log.length]).toEqual([120, 3]);
    const one = await askSite(arxiv, ['https://arxiv.org/abs/2101.00007', 'http://arxiv.org/pdf/2101.00007'], media);
    expect([one.words.size, one.log.map(({ path }) => /id_list=([^&]*)/.exec(path)?.[1])]).toEqual([2, ['2101.00007']]);
  });

  test.each([
    ['an entry', '<entry><id>http://arxiv.org/abs/2101.00007v3</id></entry>', 'alive'],
    ['an error', '<entry><id>http://arxiv.org/api/errors#2101.00007</id><title>Error</title></entry>', null],
    ['another paper', '<entry><id>http://arxiv.org/abs/2101.000071v1</id></entry>', null],
    ['another host', '<entry><id>http://arxiv.org.kiln.test/abs/2101.00007</id></entry>', null],
    ['nothing', '', null],
  ])('a paper: %s', async (_, entries, expected) => {
    const serve: Serve = ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(`<feed>${entries}</feed>`);
    };
    expect(await say(arxiv, 'https://arxiv.org/abs/2101.00007', { 'export.arxiv.org': serve })).toBe(expected);
  });
});

describe('articles and questions', () => {
  const wiki =
    (query: unknown): Serve =>
    (visit) =>
      json(200, { batchcomplete: true, query })(visit);

  test.each([
    ['there', { pages: [{ pageid: 7, ns: 0, title: 'Ash glaze' }] }, 'alive'],
    ['missing', { pages: [{ ns: 0, title: 'Ash glaze', missing: true }] }, 'broken article-missing'],
    [
      'missing, as the first version of the format says it',
      { pages: { '-1': { title: 'Ash glaze', missing: '' } } },
      'broken article-missing',
    ],
    ['not missing', { pages: [{ pageid: 7, title: 'Ash glaze', missing: false }] }, 'alive'],
    ['no title', { pages: [{ title: 'Ash glaze', invalid: true, missing: true }] }, null],
    ['of another wiki', { interwiki: [{ title: 'Ash glaze', iw: 'de' }] }, null],
    ['another article', { pages: [{ ns: 0, title: 'Salt glaze', missing: true }] }, null],
    [
      'a circle of redirects',
      {
        redirects: [
          { from: 'Ash glaze', to: 'Ash' },
          { from: 'Ash', to: 'Ash glaze' },
        ],
        pages: [],
      },
      null,
    ],
  ] as const)('an article: %s', async (_, query, expected) =>
    expect(await say(wikipedia, 'https://fr.wikipedia.org/wiki/Ash_glaze', { 'fr.wikipedia.org': wiki(query) })).toBe(
      expected,
    ),
  );

  test('each wiki is asked for its own articles, mobile addresses by the same host', async () => {
    const answer: Serve = ({ query, response }) => {
      const pages = (query.get('titles') ?? '').split('|').map((title, pageid) => ({ pageid, title }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ query: { pages } }));
    };
    const { words, log } = await askSite(
      wikipedia,
      [
        'https://nl.wikipedia.org/wiki/Klei',
        'https://nl.m.wikipedia.org/wiki/Oven',
        'https://it.wikibooks.org/wiki/Argilla',
      ],
      { 'nl.wikipedia.org': answer, 'it.wikibooks.org': answer },
    );
    expect(words.size).toBe(3);
    expect(new Set(log.map(({ host }) => host))).toEqual(new Set(['nl.wikipedia.org', 'it.wikibooks.org']));
  });

  test('120 questions of two sites: each call is for one site, and no id is asked for twice', async () => {
    const questions = Array.from(
      { length: 120 },
      (_, index) => `https://${index % 2 ? 'askubuntu' : 'superuser'}.com/questions/${index + 1}/firing`,
    );
    const { words, log } = await askSite(stackexchange, questions, media);
    expect([...words.values()].map(({ verdict }) => verdict)).toEqual(Array(120).fill('alive'));
    const asked = log.flatMap(({ path }) => (/questions\/([\d;]+)\?/.exec(path)?.[1] ?? '').split(';'));
    expect(log.length).toBeLessThanOrEqual(4);
    expect([asked.length, new Set(asked).size]).toEqual([120, 120]);
  });

  test.each([
    ['more pages to come', { items: [], has_more: true }],
    ['an error', { items: [], has_more: false, error_id: 502 }],
    ['no list', { items: {}, has_more: false }],
  ])('a question that is not listed says nothing with %s', async (_, body) =>
    expect(
      await say(stackexchange, 'https://askubuntu.com/questions/7/kiln', { 'api.stackexchange.com': json(200, body) }),
    ).toBeNull(),
  );
});

test('answers of any shape and any end are no reason to fail', async () => {
  const sites: readonly (readonly [Site, string])[] = [
    [google, 'https://docs.google.com/document/d/1aB-glazeRecipes'],
    [doi, 'https://doi.org/10.5555/a'],
    [arxiv, 'https://arxiv.org/abs/2101.00001'],
    [wikipedia, 'https://de.wikipedia.org/wiki/Ton'],
    [stackexchange, 'https://superuser.com/q/1'],
  ];
  const hostile = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom(
      '{"query":{"pages":[null,1,{"title":{}}],"redirects":[[]]}}',
      '{"items":[null,[],{"question_id":{}}]}',
    ),
  );
  const end = fc.constantFrom(
    'https://docs.google.com/document/d/x',
    'https://accounts.google.com/',
    'about:blank',
    'no',
  );
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom(200, 302, 403, 404, 503), end, async (body, status, url) => {
      const reply = { kind: 'answer' as const, url, status, statusText: '', headers: {}, body, broken: null };
      const api: SiteApi = {
        ask: async () => reply,
        page: async () => ({ reply, redirects: [], durationMs: 0, incompleteChain: false }),
        services: { github: { graphql: null, rest: '' }, npmRegistry: async () => null },
        details: new Set(),
        now: () => 0,
      };
      for (const [site, address] of sites)
        for (const word of (await site.ask([targetOf(address)], api)).values())
          expect(word.verdict === 'broken' && status !== 200 && status !== 404).toBe(false);
    }),
    { numRuns: 300 },
  );
});
