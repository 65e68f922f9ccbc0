import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LinkOutcome } from '../../../src/links/check.js';
import { startWeb, type Web } from '../../web/server.js';
import { checkLines, rowOf } from '../world.js';

const html = (body: string): string =>
  `<!doctype html><title>Kilns</title><h1 id="kilns">Kilns</h1><h2 id="raku-kilns">Raku</h2><h2 id="pit">Pit</h2><p>${'Words. '.repeat(60)}${body}`;
const article = (section: string): string =>
  `<div id="mw-content-text"><p>${'Words. '.repeat(60)}<div class="mw-heading"><h2 id="${section}">${section}</h2></div><ol><li id="cite_note-1">A book.</ol></div>`;
const readme = '# Kilns\n\n## Raku kilns\n\n## Pit\n';
const files: Readonly<Record<string, string>> = {
  'raw.githubusercontent.com/kilns/list/HEAD/README.md': readme,
  'raw.githubusercontent.com/kilns/list/main/src/kiln.py': 'one\ntwo\nthree',
};
const lines = [
  'http://kilns.test/page#pit',
  'http://kilns.test/page#raku-kiln',
  'http://kilns.test/page#cone',
  'http://kilns.test/page',
  'http://kilns.test/moved#pit',
  'http://kilns.test/moved#cone',
  'http://kilns.test/renamed#old-pit',
  'http://kilns.test/renamed-badly#pit',
  'http://kilns.test/renamed-badly',
  'http://kilns.test/late#pit-and-salt',
  'http://kilns.test/page#:~:text=Words.%20words.',
  'http://kilns.test/page#pit:~:text=Raku,words',
  'http://kilns.test/page#:~:text=w%C3%B3rds',
  'http://kilns.test/page#:~:text=glazing',
  'http://kilns.test/page#:~:text=words,raku',
  'http://kilns.test/page#cone:~:text=words',
  'http://kilns.test/page#/pit',
  'http://kilns.test/page#!/pit',
  'http://kilns.test/comment#only-in-a-comment',
  'https://en.wikipedia.org/wiki/Kiln#Types',
  'https://en.wikipedia.org/wiki/Kiln#Typos',
  'https://de.wikipedia.org/wiki/Ofen#Arten',
  'https://de.wikipedia.org/wiki/Ofen#Unsinn',
  'https://github.com/kilns/list#raku-kilns',
  'https://github.com/kilns/list#cone',
  'https://github.com/kilns/list#shown-by-a-script',
  'https://github.com/kilns/list/blob/main/src/kiln.py#L2-L3',
  'https://github.com/kilns/list/blob/main/src/kiln.py#L2-L30',
];

let web: Web;
let outcome: LinkOutcome;
beforeAll(async () => {
  let late = 0;
  web = await startWeb({
    'kilns.test': ({ path, response }) => {
      if (path === '/moved') response.writeHead(301, { location: '/page' }).end();
      else if (path === '/renamed') response.writeHead(302, { location: '/other#pit' }).end();
      else if (path === '/renamed-badly') response.writeHead(302, { location: '/other#raku-kiln' }).end();
      else {
        const more = path === '/late' && ++late > 1 ? '<i id="pit-and-salt">' : '';
        const comment = path === '/comment' ? '<!-- <i id="only-in-a-comment"></i> -->' : '';
        response.writeHead(200, { 'content-type': 'text/html' }).end(html(more + comment));
      }
    },
    'en.wikipedia.org': ({ path, response }) => {
      response.writeHead(200, { 'content-type': path.endsWith('.php') ? 'application/json' : 'text/html' });
      response.end(
        path.endsWith('.php') ? JSON.stringify({ query: { pages: [{ title: 'Kiln' }] } }) : article('Types'),
      );
    },
    // Its pages refuse programs, and its API does not.
    'de.wikipedia.org': ({ path, query, response }) => {
      if (!path.endsWith('.php')) {
        response.writeHead(429).end();
        return;
      }
      const parsed = { parse: { title: 'Ofen', text: article('Arten') } };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(query.get('action') === 'parse' ? parsed : { query: { pages: [{ title: 'Ofen' }] } }),
      );
    },
    'github.com': ({ response }) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html('<a id="user-content-shown-by-a-script">')),
    'raw.githubusercontent.com': ({ path, response }) => {
      const text = files[`raw.githubusercontent.com${path}`];
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(text ?? '404');
    },
  });
  outcome = await checkLines(lines, { connectTo: web.connectTo(), cacert: web.ca });
});
afterAll(() => web.stop());

test.each([
  ['http://kilns.test/page#pit', 'alive', null, null],
  ['http://kilns.test/page#raku-kiln', 'broken', 'missing-anchor', 'http://kilns.test/page#raku-kilns'],
  ['http://kilns.test/page#cone', 'broken', 'missing-anchor', null],
  ['http://kilns.test/page', 'alive', null, null],
  ['http://kilns.test/moved#pit', 'moved', 'permanent-redirect', 'http://kilns.test/page#pit'],
  ['http://kilns.test/moved#cone', 'broken', 'missing-anchor', null],
  // The fragment of the redirect is the one that browsers look for.
  ['http://kilns.test/renamed#old-pit', 'alive', null, null],
  ['http://kilns.test/renamed-badly#pit', 'broken', 'missing-anchor', 'http://kilns.test/other#raku-kilns'],
  ['http://kilns.test/renamed-badly', 'alive', null, null],
  // The second look found it.
  ['http://kilns.test/late#pit-and-salt', 'alive', null, null],
  ['http://kilns.test/page#:~:text=Words.%20words.', 'alive', null, null],
  ['http://kilns.test/page#pit:~:text=Raku,words', 'alive', null, null],
  ['http://kilns.test/page#:~:text=w%C3%B3rds', 'alive', null, null],
  ['http://kilns.test/page#:~:text=glazing', 'suspect', 'missing-text', null],
  // The end has to follow the start.
  ['http://kilns.test/page#:~:text=words,raku', 'suspect', 'missing-text', null],
  ['http://kilns.test/page#cone:~:text=words', 'broken', 'missing-anchor', null],
  ['http://kilns.test/page#/pit', 'alive', null, null],
  ['http://kilns.test/page#!/pit', 'alive', null, null],
  ['http://kilns.test/comment#only-in-a-comment', 'broken', 'missing-anchor', null],
  ['https://en.wikipedia.org/wiki/Kiln#Types', 'alive', null, null],
  ['https://en.wikipedia.org/wiki/Kiln#Typos', 'broken', 'missing-anchor', 'https://en.wikipedia.org/wiki/Kiln#Types'],
  ['https://de.wikipedia.org/wiki/Ofen#Arten', 'alive', null, null],
  ['https://de.wikipedia.org/wiki/Ofen#Unsinn', 'broken', 'missing-anchor', null],
  ['https://github.com/kilns/list#raku-kilns', 'alive', null, null],
  ['https://github.com/kilns/list#cone', 'broken', 'missing-anchor', null],
  ['https://github.com/kilns/list#shown-by-a-script', 'alive', null, null],
  ['https://github.com/kilns/list/blob/main/src/kiln.py#L2-L3', 'alive', null, null],
  ['https://github.com/kilns/list/blob/main/src/kiln.py#L2-L30', 'broken', 'missing-anchor', null],
])('%s is %s', (url, verdict, reason, suggestion) => {
  expect(rowOf(outcome, url)).toMatchObject({ verdict, reason, suggestion });
});

test('fragments of one page share its requests', () => {
  expect(web.log.filter(({ host, path }) => host === 'kilns.test' && path === '/page').length).toBeLessThanOrEqual(4);
});
