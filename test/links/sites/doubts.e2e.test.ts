import { describe, expect, test } from 'vitest';
import { findArchived } from '../../../src/links/sites/archive.js';
import { arxiv } from '../../../src/links/sites/arxiv.js';
import { codepen } from '../../../src/links/sites/codepen.js';
import type { Site, SiteApi } from '../../../src/links/sites/site.js';
import { stackexchange } from '../../../src/links/sites/stackexchange.js';
import { twitter } from '../../../src/links/sites/twitter.js';
import { vimeo } from '../../../src/links/sites/vimeo.js';
import { wikipedia } from '../../../src/links/sites/wikipedia.js';
import { youtube } from '../../../src/links/sites/youtube.js';
import type { Sites } from '../../web/server.js';
import { askSite, targetOf } from './world.js';

type Serve = Sites[string];

const serve =
  (status: number, body: string, type = 'text/plain'): Serve =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
const json = (status: number, body: unknown): Serve => serve(status, JSON.stringify(body), 'application/json');
const wall = (status: number): Serve =>
  serve(status, '<!doctype html><html><head><title>Wait</title></head><body>Who are you?</body></html>', 'text/html');

async function say(site: Site, address: string, table: Sites): Promise<string | null> {
  const { words } = await askSite(site, [address], table);
  const word = words.get(targetOf(address).key);
  return word === undefined ? null : [word.verdict, word.reason].filter((part) => part !== null).join(' ');
}

describe('YouTube: one word is not enough', () => {
  const video = 'https://youtu.be/clayRemoved';
  test.each<readonly [string, Serve, Serve, string | null]>([
    ['neither is there', serve(404, 'Not Found'), serve(404, 'jpeg'), 'broken video-removed'],
    ['the picture is not told of', serve(404, 'Not Found'), serve(503, ''), null],
    ['the picture is there', serve(404, 'Not Found'), serve(200, 'jpeg'), null],
    ['a page in the place of the word', wall(404), serve(404, ''), null],
    ['private', serve(403, 'Forbidden'), serve(404, ''), 'broken video-removed'],
    ['a wall in the place of private', wall(403), serve(404, ''), null],
    ['not embeddable', serve(401, 'Unauthorized'), serve(200, 'jpeg'), 'alive'],
    [
      'not embeddable, and no picture is told of',
      serve(401, 'Unauthorized'),
      serve(503, ''),
      'unverifiable not-embeddable',
    ],
    ['a bad request', serve(400, 'Bad Request'), serve(404, ''), null],
  ])('%s', async (_, oembed, picture, expected) =>
    expect(await say(youtube, video, { 'www.youtube.com': oembed, 'img.youtube.com': picture })).toBe(expected),
  );

  const channel = 'https://www.youtube.com/channel/UCpotspotspotspotspots12';
  test.each<readonly [string, Serve, string | null]>([
    ['the page is gone too', wall(404), 'broken channel-missing'],
    ['the page is there', wall(200), null],
    ['the page is not told of', wall(429), null],
  ])('a channel without a feed: %s', async (_, page, expected) => {
    const both: Serve = (visit) => (visit.path === '/feeds/videos.xml' ? wall(404) : page)(visit);
    expect(await say(youtube, channel, { 'www.youtube.com': both })).toBe(expected);
  });

  test('a playlist is missing by the word of the API, not by a page', async () => {
    const list = 'https://www.youtube.com/playlist?list=PLgoneForGood';
    expect(await say(youtube, list, { 'www.youtube.com': serve(404, 'Not Found') })).toBe('broken playlist-missing');
    expect(await say(youtube, list, { 'www.youtube.com': wall(404) })).toBeNull();
  });

  test('the players of lists and of live channels are no videos', async () => {
    const { log, words } = await askSite(
      youtube,
      ['https://www.youtube.com/embed/videoseries?si=a&list=PLkilnsAndPots'],
      { 'www.youtube.com': json(200, { type: 'rich' }) },
    );
    expect([...words.values()].map(({ verdict }) => verdict)).toEqual(['alive']);
    expect(decodeURIComponent(log[0]?.path ?? '')).toContain('playlist?list=PLkilnsAndPots');
    for (const [address, claimed] of [
      ['https://www.youtube.com/embed/videoserie_', true],
      ['https://www.youtube.com/embed/videoseries', false],
      ['https://www.youtube.com/embed/live_stream?channel=UCpotspotspotspotspots12', false],
      ['https://www.youtube.com/playlist?list=RDclayRemoved12', false],
    ] as const)
      expect([address, youtube.claims(new URL(address))]).toEqual([address, claimed]);
  });
});

describe('oEmbed', () => {
  test('a page that blocks programs decides nothing about a video on Vimeo', async () => {
    expect(await say(vimeo, 'https://vimeo.com/76543', { 'vimeo.com': json(403, { domain_status_code: 403 }) })).toBe(
      'alive',
    );
    expect(await say(vimeo, 'https://vimeo.com/76543', { 'vimeo.com': wall(403) })).toBeNull();
  });

  test.each([
    [
      codepen,
      'https://codepen.io/team/clay/full/abcDEF/?editors=1',
      'codepen.io',
      'https://codepen.io/team/clay/pen/abcDEF',
    ],
    [codepen, 'https://codepen.io/full/pen/abcDEF', 'codepen.io', 'https://codepen.io/full/pen/abcDEF'],
    [
      twitter,
      'https://mobile.x.com/potter/statuses/77?s=20',
      'publish.twitter.com',
      'https://twitter.com/potter/status/77',
    ],
  ])('%#: %s is asked for in the form that is known', async (site, address, host, expected) => {
    const { log } = await askSite(site, [address], { [host]: json(200, { type: 'rich' }) });
    expect(new URLSearchParams(log[0]?.path.replace(/^[^?]*/, '')).get('url')).toBe(expected);
  });
});

describe('papers and articles', () => {
  test('that a paper is there does not prove that it has an HTML page', () => {
    expect(arxiv.claims(new URL('https://arxiv.org/html/2101.00001'))).toBe(false);
    expect(arxiv.claims(new URL('https://arxiv.org/abs/2101.00001'))).toBe(true);
  });

  // Made up: a wiki that keeps its titles in one script, and finds them by the other when it is asked to.
  const converting: Serve = (visit) => {
    const titles = (visit.query.get('titles') ?? '').split('|');
    const converts = visit.query.has('converttitles');
    const converted = titles.filter((title) => converts && title === '陶艺').map((from) => ({ from, to: '陶藝' }));
    const pages = titles.map((title) =>
      title === '陶藝' || (converts && title === '陶艺') ? { pageid: 1, title: '陶藝' } : { title, missing: true },
    );
    json(200, { query: { converted, pages } })(visit);
  };
  test.each([
    ['陶艺', 'alive'],
    ['陶藝', 'alive'],
    ['陶碗', 'broken article-missing'],
  ])('a title in another script: %s', async (title, expected) =>
    expect(
      await say(wikipedia, `https://zh.wikipedia.org/wiki/${encodeURIComponent(title)}`, {
        'zh.wikipedia.org': converting,
      }),
    ).toBe(expected),
  );
});

describe('questions', () => {
  const stack =
    (posts: readonly number[], more: object = {}): Serve =>
    (visit) => {
      const [, , kind, ids = ''] = visit.path.split('/');
      const known = kind === 'posts' ? posts : kind === 'questions' ? [42] : [43];
      const key = kind === 'posts' ? 'post_id' : kind === 'questions' ? 'question_id' : 'answer_id';
      const items = ids.split(';').flatMap((id) => (known.includes(Number(id)) ? [{ [key]: Number(id) }] : []));
      json(200, { items, has_more: false, ...more })(visit);
    };
  test.each<readonly [string, Serve, string | null]>([
    ['https://stackoverflow.com/questions/42/x', stack([]), 'alive'],
    ['https://stackoverflow.com/questions/00042/x', stack([]), 'alive'],
    // The number of an answer leads to its question.
    ['https://stackoverflow.com/q/77', stack([77]), 'alive'],
    ['https://stackoverflow.com/q/78', stack([77]), 'broken question-removed'],
    ['https://superuser.com/a/42', stack([42]), 'alive'],
    ['https://superuser.com/q/78', stack([], { backoff: 10 }), null],
    ['https://superuser.com/q/78', stack([], { has_more: true }), null],
    ['https://superuser.com/q/78', stack([], { has_more: undefined }), null],
  ])('%s: %#', async (address, answer, expected) =>
    expect(await say(stackexchange, address, { 'api.stackexchange.com': answer })).toBe(expected),
  );

  test('where the second call fails, nothing is said', async () => {
    const once: Serve = (visit) => (visit.path.includes('/posts/') ? serve(502, '') : stack([]))(visit);
    expect(await say(stackexchange, 'https://superuser.com/q/78', { 'api.stackexchange.com': once })).toBeNull();
  });

  test('hosts are those of the table', () => {
    expect(stackexchange.claims(new URL('http://constructor/q/1'))).toBe(false);
    expect(stackexchange.claims(new URL('https://3dprinting.stackexchange.com/q/1'))).toBe(true);
  });
});

describe('archived copies', () => {
  const find = (closest: object): Promise<string | null> =>
    findArchived('http://kiln.test/', {
      ask: async ({ url }: { url: string }) => ({
        kind: 'answer',
        url,
        status: 200,
        statusText: '',
        headers: {},
        broken: null,
        body: JSON.stringify({ archived_snapshots: { closest } }),
      }),
    } as unknown as SiteApi);
  const url = 'http://web.archive.org/web/20240102030405/http://kiln.test/';

  test('are on one line', async () => {
    expect(await find({ url: `${url}\n::error::pots` })).toBe(
      'https://web.archive.org/web/20240102030405/http://kiln.test/::error::pots',
    );
  });
  test.each([
    ['200', true],
    [undefined, true],
    ['404', false],
    ['503', false],
    ['301', false],
  ])('of an answer with status %s: %s', async (status, good) =>
    expect(await find({ url, status })).toBe(good ? url.replace('http:', 'https:') : null),
  );
});
