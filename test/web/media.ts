import type { ServerResponse } from 'node:http';
import type { Sites } from './server.js';

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};
const text = (response: ServerResponse, status: number, body: string, type = 'text/plain'): void => {
  response.writeHead(status, { 'content-type': type }).end(body);
};
const page = (title: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** Videos by id: what oEmbed answers, and whether there is a picture. */
const videos: Readonly<Record<string, readonly [number, boolean]>> = {
  kilnOpening: [200, true],
  notEmbedded: [401, true],
  privateKiln: [403, false],
  clayRemoved: [404, false],
  hiccupVideo: [404, true],
  brokenOembd: [500, true],
};

const articles: Readonly<Record<string, string>> = { 'Raku ware': 'Raku ware', Celadon: 'Celadon' };

/** Videos, papers, articles, questions, invitations: services that answer as the real ones do, with made-up things. */
export const media: Sites = {
  'www.youtube.com': ({ path, query, response }) => {
    if (path === '/feeds/videos.xml') {
      const known = query.get('channel_id') === 'UCkilnkilnkilnkilnkiln12';
      text(response, known ? 200 : 404, known ? '<feed xmlns="http://www.w3.org/2005/Atom"></feed>' : 'Error 404');
      return;
    }
    if (path === '/channel/UCgonegonegonegonegone12') {
      text(response, 404, page('404 Not Found'), 'text/html');
      return;
    }
    if (path !== '/oembed') {
      text(response, 200, page(' - YouTube'), 'text/html');
      return;
    }
    const url = new URL(query.get('url') ?? 'http://none.test');
    const list = url.searchParams.get('list');
    const [status] =
      list === null ? (videos[url.searchParams.get('v') ?? ''] ?? [404]) : [list === 'PLkilnsAndPots' ? 200 : 404];
    if (status === 200) json(response, 200, { title: 'Opening the kiln', type: 'video' });
    else text(response, status, status === 404 ? 'Not Found' : 'Unauthorized');
  },
  'img.youtube.com': ({ path, response }) => {
    const known = videos[/^\/vi\/([^/]+)\//.exec(path)?.[1] ?? '']?.[1] === true;
    text(response, known ? 200 : 404, 'picture', 'image/jpeg');
  },
  'vimeo.com': ({ path, query, response }) => {
    const id = path === '/api/oembed.json' ? /(\d+)\/?$/.exec(query.get('url') ?? '')?.[1] : undefined;
    if (id === '10001') json(response, 200, { type: 'video' });
    else if (id === '10002') json(response, 403, { domain_status_code: 403 });
    else if (id === '10004') text(response, 404, page('Sorry'), 'text/html');
    else json(response, 404, { error: 'Not Found' });
  },
  'codepen.io': ({ path, query, response }) => {
    if (path !== '/api/oembed') text(response, 403, page('Just a moment...'), 'text/html');
    else if (query.get('url')?.endsWith('/pen/abcDEF')) json(response, 200, { type: 'rich' });
    else text(response, 404, 'Not Found');
  },
  'publish.twitter.com': ({ query, response }) => {
    if (query.get('url')?.endsWith('/status/77')) json(response, 200, { type: 'rich' });
    else text(response, 404, 'Not found.');
  },
  'doi.org': ({ path, response }) => {
    if (path === '/api/handles/10.5555/kiln.7') json(response, 200, { responseCode: 1, handle: '10.5555/kiln.7' });
    else if (path === '/api/handles/10.5555/tired') text(response, 503, 'Later');
    else json(response, 404, { responseCode: 100, handle: 'none' });
  },
  'export.arxiv.org': ({ query, response }) => {
    const known = (query.get('id_list') ?? '').split(',').filter((id) => id.startsWith('2101.'));
    const entries = known.map((id) => `<entry><id>http://arxiv.org/abs/${id}v2</id><title>On kilns</title></entry>`);
    text(
      response,
      200,
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`,
      'application/atom+xml',
    );
  },
  'en.wikipedia.org': ({ path, query, response }) => {
    if (path !== '/w/api.php') {
      text(response, 429, 'Too many requests');
      return;
    }
    const titles = (query.get('titles') ?? '').split('|');
    const redirects = titles.includes('Raku') ? [{ from: 'Raku', to: 'Raku ware' }] : [];
    const ends = titles.map((title) => (title === 'Raku' ? 'Raku ware' : title === 'celadon' ? 'Celadon' : title));
    const normalized = titles.includes('celadon') ? [{ fromencoded: false, from: 'celadon', to: 'Celadon' }] : [];
    json(response, 200, {
      batchcomplete: true,
      query: {
        normalized,
        redirects,
        pages: ends.map((title, pageid) =>
          title in articles ? { pageid, ns: 0, title } : { ns: 0, title, missing: true },
        ),
      },
    });
  },
  'api.stackexchange.com': ({ path, query, response }) => {
    const [, , kind, ids = ''] = path.split('/');
    if (query.get('site') === 'pottery') json(response, 400, { error_id: 400, error_name: 'bad_parameter' });
    else {
      const key = kind === 'answers' ? 'answer_id' : 'question_id';
      const items = ids
        .split(';')
        .filter((id) => Number(id) < 5000)
        .map((id) => ({ [key]: Number(id) }));
      json(response, 200, { items, has_more: false, quota_max: 300, quota_remaining: 250 });
    }
  },
  'discord.com': ({ path, response }) => {
    if (path === '/api/v10/invites/kilns') json(response, 200, { code: 'kilns', type: 0 });
    else if (path === '/api/v10/invites/hidden') json(response, 404, { message: '404: Not Found', code: 0 });
    else json(response, 404, { message: 'Unknown Invite', code: 10006 });
  },
  'archive.org': ({ query, response }) => {
    const url = query.get('url') ?? '';
    const closest = {
      available: true,
      status: '200',
      timestamp: '20240102030405',
      url: `http://web.archive.org/web/20240102030405/${url}`,
    };
    if (url.includes('evil'))
      json(response, 200, { archived_snapshots: { closest: { ...closest, url: 'https://evil.test/web/1/' } } });
    else json(response, 200, { archived_snapshots: url.includes('kiln') ? { closest } : {} });
  },
};
