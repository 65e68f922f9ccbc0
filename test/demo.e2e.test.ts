import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../src/model/report.js';
import { listwright } from './cli/command.js';
import { pottery } from './web/pottery.js';
import { startWeb, type Web } from './web/server.js';

const root = fileURLToPath(new URL('..', import.meta.url));
let web: Web;
let report: Report;

beforeAll(async () => {
  web = await startWeb(pottery);
  const routes = web.connectTo(Object.keys(pottery)).flatMap((route) => ['--connect-to', route]);
  const quick = ['--no-config', '--no-ledger', '--confirm-after', '300ms', '--retries', '0', '--timeout', '30s'];
  const args = ['links', 'fixtures/demo/README.md', ...quick, '--cacert', web.ca, ...routes, '-r', 'json'];
  report = JSON.parse((await listwright(root, args)).stdout) as Report;
});
afterAll(() => web.stop());

test.each([
  ['https://books.pottery.example/patient', 'alive', null],
  ['http://school.pottery.example/bowl-a-day', 'moved', 'permanent-redirect'],
  ['https://old-shop.example/loops', 'broken', 'http-404'],
  ['https://sponges.example/guide', 'broken', 'http-410'],
  ['https://teaware.example/collection', 'broken', 'dns'],
  ['visit.md', 'broken', 'missing-file'],
  ['#ancient-kilns', 'broken', 'missing-anchor'],
  ['https://forum.example/wheels/kick', 'suspect', 'redirect-to-root'],
  ['https://raku.example/home', 'unreachable', 'http-5xx'],
  ['https://kilns.example/log', 'unreachable', 'rate-limited'],
  ['https://atlas.example/glazes', 'unverifiable', 'bot-wall'],
  ['https://safety.example/leaching', 'unverifiable', 'bot-wall'],
  ['https://ash.example/recipes/wood', 'unverifiable', 'http-4xx'],
  ['https://colours.example/members/library', 'unverifiable', 'http-4xx'],
  ['http://192.168.1.20/kiln', 'skipped', 'private-address'],
  ['mailto:ask@pottery.example', 'skipped', 'scheme'],
])('%s is %s', (url, verdict, reason) => {
  expect(report.links.find((link) => link.url === url)).toMatchObject({ verdict, reason });
});

test('every verdict occurs', () => {
  expect(Object.entries(report.stats.links).filter(([, count]) => count === 0)).toEqual([]);
});

test('no host of the demo stands in the sources', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  for (const name of sources) {
    const text = readFileSync(join(root, 'src', name), 'utf8');
    for (const host of Object.keys(pottery)) expect(text.includes(host), `${host} in ${name}`).toBe(false);
  }
});
