import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** One request as a site sees it. */
export interface Visit {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** How often this host and path were asked before. */
  readonly before: number;
}

type Site = (visit: Visit) => void;

const html = (title: string, body = '<p>Hello.</p>'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

const send = (
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string | string[]> = {},
): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
};

const status =
  (code: number, headers: Record<string, string> = {}, body = html(String(code))): Site =>
  ({ response }) =>
    send(response, code, body, headers);

const to =
  (code: number, location: string, headers: Record<string, string> = {}): Site =>
  ({ response }) =>
    send(response, code, '', { location, ...headers });

/** A site by paths; what no path names is not found. */
const paths =
  (table: Readonly<Record<string, Site>>, missing: Site = status(404)): Site =>
  (visit) =>
    (table[visit.path] ?? missing)(visit);

const fine = (title: string): Site => status(200, {}, html(title));
const shell = '<!doctype html><div id="root"></div><script src="/app.js"></script>';
const bomb = gzipSync(Buffer.alloc(30_000_000, 32));

/** Every host of the small web and what it does. The names say the behaviour; none of them occurs in the sources. */
export const sites: Readonly<Record<string, Site>> = {
  'plain.test': ({ path, query, response }) => {
    const ms = Number(query.get('ms') ?? 0);
    const answer = (): void => send(response, 200, html(`Page ${path}`));
    if (ms > 0) setTimeout(answer, ms);
    else answer();
  },
  'moved.test': paths({
    '/old': to(301, '/new'),
    '/older': to(308, '/old'),
    '/new': fine('New place'),
    '/temporary': to(302, '/new'),
    '/mixed': to(301, '/temporary'),
    '/refresh': status(200, {}, '<meta http-equiv="refresh" content="0; url=/new">'),
    '/slow-refresh': status(200, {}, '<meta http-equiv="refresh" content="5; url=/new"><p>Wait.</p>'),
    '/': fine('Front'),
    '/deep/page': to(301, '/'),
    '/deep/temporary': to(302, '/en/'),
    '/en/': fine('Front'),
    '/members': to(302, '/login?next=/members'),
    '/login': fine('Sign in'),
    '/away': to(301, 'http://kiln-sellers.test/pots'),
    '/gone-away': to(301, 'http://lucky-casino.test/'),
    '/mail': to(302, 'mailto:someone@moved.test'),
    '/private': to(302, 'http://127.0.0.1:9/'),
    '/unicode': to(301, '/caf\u00c3\u00a9'),
    '/caf%C3%A9': fine('Café'),
    '/to-error': to(301, '/absent'),
  }),
  'kiln-sellers.test': fine('Pots by the kiln sellers'),
  'lucky-casino.test': fine('Slots and roulette'),
  'loop.test': paths({
    '/a': to(302, '/b'),
    '/b': to(302, '/a'),
    '/long': ({ query, response }) =>
      send(response, 302, '', { location: `/long?n=${Number(query.get('n') ?? 0) + 1}` }),
    '/cookie': ({ request, response }) =>
      request.headers.cookie?.includes('seen=1')
        ? send(response, 200, html('Welcome back'))
        : send(response, 302, '', { location: '/cookie', 'set-cookie': 'seen=1; Path=/' }),
  }),
  'status.test': ({ path, response, request, before }) => {
    const code = Number(path.slice(1).split('/')[0]);
    if (path === '/retry')
      send(response, before < 2 ? 429 : 200, html('Later'), before < 2 ? { 'retry-after': '1' } : {});
    else if (path === '/flaky') send(response, before < 1 ? 404 : 200, html('Flaky'));
    else if (path === '/headers') send(response, 200, html(JSON.stringify(request.headers)));
    else if (path === '/202-empty') send(response, 202, '');
    else send(response, code || 404, html(`Status ${code}`));
  },
  'busy.test': status(429, { 'retry-after': '3600' }),
  'wall.test': paths({
    '/cloudflare': status(403, { 'cf-mitigated': 'challenge' }),
    '/cloudflare-200': status(200, { 'cf-mitigated': 'challenge' }),
    '/vercel': status(429, { 'x-vercel-mitigated': 'deny' }),
    '/aws': status(405, { 'x-amzn-waf-action': 'captcha' }),
    '/moment': status(503, {}, '<title>Just a moment...</title>'),
    '/anubis': status(200, {}, `<title>Making sure you're not a bot!</title>${'x'.repeat(20_000)}`),
    '/404': status(404, { 'cf-mitigated': 'challenge' }),
    '/widget': status(200, {}, html('Contact', `<div class="g-recaptcha"></div>${'<p>Words.</p>'.repeat(2000)}`)),
    '/server-only': status(404, { server: 'cloudflare' }),
  }),
  'app.test': paths({
    '/': status(200, {}, shell),
    '/real': status(404, {}, shell),
    '/other': status(404, {}, html('No such page')),
  }),
  'odd.test': paths({
    '/endless': ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => {
        while (!response.destroyed && response.write('<p>More.</p>'.repeat(1000)));
      };
      response.on('drain', more);
      more();
    },
    '/bomb': ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(bomb);
    },
    '/big-header': status(200, { 'x-big': 'x'.repeat(20_000) }),
    '/huge-header': status(200, { 'x-huge': 'x'.repeat(120_000) }),
    '/short': ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
      response.write('<p>Only this.');
      setTimeout(() => response.socket?.destroy(), 20);
    },
    '/garbage': ({ response }) => response.socket?.end('This is no HTTP at all\r\n\r\n'),
    '/reset': ({ response }) => response.socket?.resetAndDestroy(),
    '/close': ({ response }) => response.socket?.end(),
    '/binary': ({ response }) =>
      send(response, 200, randomBytes(64).toString('latin1'), { 'content-type': 'application/zip' }),
  }),
  'drip.test': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('<p>'), 50);
    response.on('close', () => clearInterval(timer));
  },
  'hang.test': () => {},
  // Certificates: the name says what is wrong with each.
  'secure.test': fine('Secure'),
  'expired.test': fine('Expired'),
  'wrong-name.test': fine('Wrong name'),
  'self-signed.test': fine('Self-signed'),
  'unknown-authority.test': fine('Unknown authority'),
  'incomplete.test': fine('Incomplete chain'),
};

/** A site for a host that the table does not name: a page whose title tells the host. */
export function anySite(host: string): Site {
  return ({ response, path }) =>
    send(response, 200, html(`${host}${path} ${createHash('sha1').update(host).digest('hex').slice(0, 6)}`));
}
