import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LinkOutcome } from '../../src/links/check.js';
import { startWeb, type Web } from '../web/server.js';
import type { Visit } from '../web/site.js';
import { checkLines, rowOf } from './world.js';

const page = ({ response }: Visit): void => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Pots and kilns</title><h1>Pots and kilns</h1>');
};
const missing = ({ response }: Visit): void => {
  response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not found</title><h1>Not found</h1>');
};
const go = ({ response }: Visit, location: string, cookie: string | null = null): void => {
  response.writeHead(302, { location, ...(cookie === null ? {} : { 'set-cookie': `${cookie}; Path=/` }) }).end();
};
const cookieOf = ({ request }: Visit, name: string): string | undefined =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];
/** Answers with the bytes of a `Location`, which Node's own server would not send as they are. */
const raw =
  (status: number, ...locations: readonly Buffer[]) =>
  ({ request }: Visit): void => {
    const fields = locations.flatMap((location) => [Buffer.from('Location: '), location, Buffer.from('\r\n')]);
    const head = Buffer.from(`HTTP/1.1 ${status} Moved\r\nContent-Length: 0\r\nConnection: close\r\n`);
    request.socket.end(Buffer.concat([head, ...fields, Buffer.from('\r\n')]));
  };
const by = (table: Readonly<Record<string, (visit: Visit) => void>>) => (visit: Visit) =>
  (table[visit.request.url ?? ''] ?? missing)(visit);
const latin = Buffer.from('/caf\xe9', 'latin1');
// "/陶器" in Shift_JIS.
const shiftJis = Buffer.from([0x2f, 0x93, 0xa9, 0x8a, 0xed]);

let web: Web;
let outcome: LinkOutcome;
let unstable = 0;
const hosts = {
  // A cookie that counts up on one URL, and one that changes between two.
  'steps.test': (visit: Visit) => {
    const step = Number(cookieOf(visit, 'step') ?? 0);
    if (step === 3) page(visit);
    else go(visit, visit.path, `step=${step + 1}`);
  },
  'bounce.test': (visit: Visit) => {
    const state = cookieOf(visit, 'sid') ?? 'new';
    if (visit.path === '/check') go(visit, '/pots', `sid=${state}-seen`);
    else if (state.endsWith('-seen')) page(visit);
    else go(visit, '/check', 'sid=asked');
  },
  'circle.test': (visit: Visit) => go(visit, visit.path),
  'kept.test': (visit: Visit) => go(visit, visit.path, 'a=1'),
  'fresh.test': (visit: Visit) => go(visit, visit.path, `a=${unstable++}`),
  // Fifteen hops are many, and browsers follow them.
  'stairs.test': (visit: Visit) => {
    const step = Number(visit.query.get('n') ?? 0);
    if (step === 15) page(visit);
    else go(visit, `/pots?n=${step + 1}`);
  },
  'latin.test': by({ '/old': raw(301, latin), '/caf%E9': page }),
  'japan.test': by({ '/old': raw(301, shiftJis), '/%93%A9%8A%ED': page }),
  'utf8.test': by({ '/old': raw(301, Buffer.from('/töpfe')), '/t%C3%B6pfe': page }),
  // The page is gone after a redirect whose bytes can be read, or can only be guessed at.
  'latin-gone.test': by({ '/old': raw(301, latin) }),
  'utf8-gone.test': by({ '/old': raw(301, Buffer.from('/töpfe')) }),
  'twice.test': by({ '/old': raw(301, Buffer.from('/new'), Buffer.from('/new')), '/new': page }),
  'torn.test': by({ '/old': raw(301, Buffer.from('/new'), Buffer.from('/other')), '/new': page, '/other': page }),
  'itself.test': (visit: Visit) => {
    if (visit.path === '/set') visit.response.writeHead(301, { location: '/pots', 'set-cookie': 'a=1; Path=/' }).end();
    else if (cookieOf(visit, 'a') === '1') page(visit);
    else visit.response.writeHead(301, { location: '/set' }).end();
  },
  'spaces.test': by({ '/my%20pots': page }),
  'choices.test': (visit: Visit) => {
    if (visit.path === '/new') page(visit);
    else visit.response.writeHead(300, visit.path === '/old' ? { location: '/new' } : {}).end();
  },
  'query.test': by({ '/pots?': page, '/kilns': page }),
};

const rows: readonly (readonly [url: string, verdict: string])[] = [
  ['http://steps.test/pots', 'alive'],
  ['http://bounce.test/pots', 'alive'],
  ['http://circle.test/pots', 'broken redirect-loop'],
  ['http://kept.test/pots', 'broken redirect-loop'],
  ['http://fresh.test/pots', 'broken too-many-redirects'],
  ['http://stairs.test/pots', 'alive'],
  ['http://latin.test/old', 'moved permanent-redirect'],
  ['http://japan.test/old', 'moved permanent-redirect'],
  ['http://utf8.test/old', 'moved permanent-redirect'],
  ['http://latin-gone.test/old', 'unverifiable guessed-redirect'],
  ['http://utf8-gone.test/old', 'broken http-404'],
  ['http://twice.test/old', 'moved permanent-redirect'],
  ['http://torn.test/old', 'unreachable malformed'],
  ['http://itself.test/pots', 'alive'],
  ['http://spaces.test/my%20pots', 'alive'],
  ['http://choices.test/old', 'alive'],
  ['http://choices.test/none', 'unverifiable http-3xx'],
  ['http://query.test/pots?', 'alive'],
  ['http://query.test/pots', 'broken http-404'],
  ['http://query.test/kilns?', 'broken http-404'],
  ['http://query.test/kilns', 'alive'],
];

beforeAll(async () => {
  web = await startWeb(hosts);
  const lines = [...rows.map(([url]) => url), '- [Pots](<http://spaces.test/my pots>) - All about pots.'];
  outcome = await checkLines(lines, { connectTo: web.connectTo() });
});
afterAll(() => web.stop());

test.each(rows)('%s: %s', (url, verdict) => {
  const row = rowOf(outcome, url);
  expect([row.verdict, row.reason].filter((word) => word !== null).join(' '), row.evidence.join('\n')).toBe(verdict);
});

test('follows the bytes of a redirect as they came', () => {
  expect(rowOf(outcome, 'http://latin.test/old').finalUrl).toBe('http://latin.test/caf%E9');
  expect(rowOf(outcome, 'http://japan.test/old').finalUrl).toBe('http://japan.test/%93%A9%8A%ED');
});

test('notes a temporary redirect to the same URL, and none where all of them are permanent', () => {
  expect(rowOf(outcome, 'http://steps.test/pots').notes).toEqual(['temporary-redirect']);
  expect(rowOf(outcome, 'http://itself.test/pots')).toMatchObject({ notes: [], suggestion: null });
});

test('requests a URL with a space as %20', () => {
  expect(rowOf(outcome, 'http://spaces.test/my pots').verdict).toBe('alive');
});
