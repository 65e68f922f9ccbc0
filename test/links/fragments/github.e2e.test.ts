import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOutcome } from '../../../src/links/check.js';
import { startWeb, type Web } from '../../web/server.js';
import { checkLines, rowOf } from '../world.js';

const rows: readonly (readonly [string, string])[] = [
  ['https://github.com/pots/list#top', 'alive'],
  ['https://github.com/pots/list#:~:text=Raku', 'alive'],
  ['https://github.com/pots/list#raku-ware:~:text=Raku', 'alive'],
  ['https://github.com/pots/list#salt:~:text=Raku', 'broken'],
  ['https://github.com/pots/list#MIT-1-ov-file', 'alive'],
  ['https://github.com/pots/list#MIT-1', 'broken'],
  ['https://github.com/pots/list#start-of-content', 'alive'],
  ['https://github.com/pots/list#user-content-raku-ware', 'alive'],
  ['https://github.com/pots/long#far-down', 'alive'],
  ['https://github.com/pots/short#far-down', 'broken'],
  ['https://github.com/pots/list/blob/main/kiln.bin#L9', 'alive'],
  ['https://github.com/pots/list/blob/main/kiln.py#L9', 'broken'],
  ['https://github.com/pots/list/blob/main/kiln.py#L2', 'alive'],
  ['https://github.com/pots/list/blob/main/kiln.py#L2:~:text=two', 'alive'],
];
const front = '<!doctype html><title>Pots</title><h1 id="start-of-content">Pots</h1><a href="#MIT-1-ov-file">MIT</a>';

let web: Web;
let outcome: LinkOutcome;
beforeAll(async () => {
  web = await startWeb({
    'github.com': ({ path, response }) => {
      const rest = path.includes('/long') ? `${' '.repeat(3_100_000)}<h2 id="user-content-far-down">` : '';
      response.writeHead(200, { 'content-type': 'text/html' }).end(front + 'Words. '.repeat(60) + rest);
    },
    'raw.githubusercontent.com': ({ path, response }) => {
      const isBytes = path.endsWith('.bin');
      const text = path.endsWith('README.md') ? '# Pots\n\n## Raku ware\n' : 'one\ntwo\nthree';
      response.writeHead(200, { 'content-type': isBytes ? 'application/octet-stream' : 'text/plain' }).end(text);
    },
  });
  outcome = await checkLines(
    rows.map(([url]) => url),
    { connectTo: web.connectTo(), cacert: web.ca },
  );
});
afterAll(() => web.stop());

describe('fragments on GitHub', () => {
  test.each(rows)('%s is %s', (url, verdict) => expect(rowOf(outcome, url).verdict).toBe(verdict));
});
