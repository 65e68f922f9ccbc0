import { getEventListeners } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, lint, parse, type ReportLink, UserError } from '../../src/index.js';
import { folderOf } from '../cli/command.js';
import { checkLines } from '../links/world.js';
import { startWeb, type Web } from '../web/server.js';

let web: Web;
beforeAll(async () => {
  web = await startWeb({
    'gone.test': ({ response }) => response.writeHead(410).end(),
    'archive.org': ({ query, response }) => {
      const url = `http://web.archive.org/web/20200101000000/${query.get('url')}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ archived_snapshots: { closest: { available: true, status: '200', url } } }));
    },
  });
});
afterAll(() => web.stop());

/** Impatient options; nothing of this machine's environment. */
const quick = () => ({ connectTo: web.connectTo(), cacert: web.ca, confirmAfter: '100ms', retries: 0, env: {} });

async function all(links: AsyncIterable<ReportLink>): Promise<ReportLink[]> {
  const found: ReportLink[] = [];
  for await (const link of links) found.push(link);
  return found;
}

const said = (links: readonly ReportLink[]) => links.map(({ url, verdict }) => `${verdict} ${url}`).sort();

describe('verdicts that come as they stand', () => {
  test('are those of the report, each once', async () => {
    const lines = [
      ...['http://plain.test/a', 'http://plain.test/a#top', 'http://plain.test/b', 'http://moved.test/old'],
      ...['http://status.test/404', 'http://status.test/403', 'http://status.test/503', 'mailto:a@b.test'],
      ...['http://nowhere.invalid/', 'no/such.md', 'http://gone.test/x', 'http://excluded.test/', 'http://busy.test/'],
    ];
    for (const archive of [false, true]) {
      const told: ReportLink[] = [];
      const options = { connectTo: web.connectTo(), cacert: web.ca, exclude: ['excluded'], archive };
      const { rows } = await checkLines(lines, options, { onVerdict: (link) => told.push(link) });
      expect(told.toSorted((a, b) => (a.url < b.url ? -1 : 1))).toEqual(rows);
      expect(rows.some(({ suggestion }) => suggestion?.includes('web.archive.org'))).toBe(archive);
    }
  });

  test('are those of one part alone, where a part is asked for', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => `http://host${index}.test/`);
    const told: string[] = [];
    const options = { connectTo: [`:80:127.0.0.1:${web.http}`], shard: '1/3' };
    const { rows } = await checkLines(lines, options, { onVerdict: ({ url }) => told.push(url) });
    expect(told.sort()).toEqual(rows.map(({ url }) => url));
    expect(told.length).toBeLessThan(12);
  });

  test('are held back until something answers: without a network no name is missing', async () => {
    const names = ['http://a.invalid/', 'http://b.other.invalid/', 'http://third.invalid/'];
    const links = await all(check(names, { ...quick(), connectTo: [] }));
    expect(new Set(links.map(({ verdict, reason }) => `${verdict} ${reason}`))).toEqual(new Set(['skipped offline']));
    const online = await all(check([...names, 'http://plain.test/'], quick()));
    expect(new Set(online.map(({ verdict }) => verdict))).not.toContain('skipped');
  });

  test('come before all is asked: the last waits for the first to be read', async () => {
    const seen: string[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await startWeb({
      'slow.test': ({ response }) => {
        void held.then(() => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Slow</title>'));
      },
    });
    try {
      const options = { ...quick(), connectTo: slow.connectTo(['plain.test', 'slow.test']) };
      for await (const { url } of check(['http://slow.test/', 'http://plain.test/'], options)) {
        seen.push(url);
        release();
      }
    } finally {
      await slow.stop();
    }
    expect(seen).toEqual(['http://plain.test/', 'http://slow.test/']);
  });
});

describe('what is checked', () => {
  const text = '# Pots\n\n- [Pot](http://plain.test/a) - Holds.\n- [Jar](http://plain.test/a) - Holds more.\n';

  test('a text, a list of it, and bare addresses say the same', async () => {
    const expected = ['alive http://plain.test/a'];
    expect(said(await all(check(text, quick())))).toEqual(expected);
    expect(said(await all(check(parse(text), quick())))).toEqual(expected);
    expect(said(await all(check(['http://plain.test/a', 'http://plain.test/a'], quick())))).toEqual(expected);
    expect(said(await all(check(new Set(['http://plain.test/a']), quick())))).toEqual(expected);
  });

  test('occurrences name the places of a list; an address that was given has none', async () => {
    const [link] = await all(check(text, { ...quick(), path: 'docs/pots.md' }));
    expect(link?.occurrences).toEqual([
      { path: 'docs/pots.md', line: 3, column: 3, entry: 'Pot' },
      { path: 'docs/pots.md', line: 4, column: 3, entry: 'Jar' },
    ]);
    const [bare] = await all(check(['http://plain.test/a'], quick()));
    expect(bare?.occurrences).toEqual([]);
  });

  test.each([
    ['not an address', 'skipped'],
    ['mailto:someone@plain.test', 'skipped'],
    ['ftp://plain.test/', 'skipped'],
    ['http://127.0.0.1/', 'skipped'],
  ])('%s throws nothing', async (url, verdict) => {
    expect(said(await all(check([url], { ...quick(), connectTo: [] })))).toEqual([`${verdict} ${url}`]);
  });

  test('nothing at all gives nothing', async () => {
    expect(await all(check('', quick()))).toEqual([]);
    expect(await all(check([], quick()))).toEqual([]);
  });
});

describe('an end before the end', () => {
  const urls = Array.from({ length: 40 }, (_, index) => `http://plain.test/${index}`);

  test('leaving the loop ends the requests', async () => {
    const from = web.log.length;
    for await (const _ of check(urls, { ...quick(), concurrency: 1, perHost: 1 })) break;
    const asked = web.log.length - from;
    // The one that was read, and the one that was sent while it was.
    expect(asked).toBeLessThanOrEqual(3);
    await all(check(['http://plain.test/after'], quick()));
    expect(web.log.length).toBe(from + asked + 1);
  });

  test('a signal gives what is left as skipped, and ends the loop', async () => {
    const abort = new AbortController();
    const found: ReportLink[] = [];
    for await (const link of check(urls, { ...quick(), concurrency: 1, perHost: 1, signal: abort.signal })) {
      found.push(link);
      abort.abort();
    }
    expect(new Set(found.map(({ url }) => url))).toEqual(new Set(urls));
    expect(found).toHaveLength(urls.length);
    expect(found[0]?.verdict).toBe('alive');
    expect(found.at(-1)).toMatchObject({ verdict: 'skipped', reason: 'interrupted' });
    expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  });

  test('a signal that was given before lets nothing be asked', async () => {
    const from = web.log.length;
    const found = await all(check(urls, { ...quick(), signal: AbortSignal.abort() }));
    expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['interrupted']));
    expect(web.log.length).toBe(from);
  });
});

describe('the ledger', () => {
  test('is written where it is named, also when the loop is left, and nowhere else', async () => {
    const folder = folderOf();
    const ledger = join(folder, 'verdicts.jsonl');
    await all(check(['http://plain.test/a'], quick()));
    expect(existsSync(ledger)).toBe(false);
    for await (const _ of check(['http://plain.test/a'], { ...quick(), ledger })) break;
    expect(readFileSync(ledger, 'utf8')).toContain('"http://plain.test/a"');
    const [again] = await all(check(['http://plain.test/a'], { ...quick(), ledger }));
    expect(again).toMatchObject({ verdict: 'alive', cached: true });
  });

  test('that cannot be written, or is something else, is a wrong call; lines that do not fit are reported', async () => {
    const blocked = check(['http://plain.test/a'], {
      ...quick(),
      ledger: join(folderOf({ file: '' }), 'file', 'l.jsonl'),
    });
    await expect(all(blocked)).rejects.toThrow(UserError);
    const notices: string[] = [];
    const other = join(folderOf({ 'l.jsonl': '{"url": 5}\n' }), 'l.jsonl');
    await expect(all(check(['http://plain.test/a'], { ...quick(), ledger: other }))).rejects.toThrow(UserError);
    const ledger = join(folderOf({ 'l.jsonl': '{"listwright-ledger":1}\n{"url": 5}\n' }), 'l.jsonl');
    const links = check(['http://plain.test/a'], { ...quick(), ledger, onNotice: (said) => notices.push(said) });
    expect(said(await all(links))).toEqual(['alive http://plain.test/a']);
    expect(notices).toEqual([expect.stringContaining('l.jsonl')]);
  });
});

describe('options that do not fit', () => {
  test.each([
    [{ timeout: 'soon' }, /^check: timeout: invalid duration "soon"; use a number with a unit/],
    [{ timeuot: '5s' }, /^check: timeuot: unknown option \(did you mean "timeout"\?\)/],
    [{ concurrency: 0 }, /^check: concurrency: expected a number ≥ 1, found 0$/],
    [{ exclude: ['('] }, /^check: exclude: invalid regular expression "\(": unterminated group$/],
    [{ cacert: '/nowhere.pem' }, /nowhere\.pem cannot be read/],
    [{ env: { GITHUB_API_URL: 'nonsense' } }, /^GITHUB_API_URL is not the URL of a service; use one such as /],
  ])('the error for %j is one sentence', async (options, sentence) => {
    const wrong = await all(check(['http://plain.test/'], { ...quick(), ...options })).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(UserError);
    expect((wrong as Error).message).toMatch(sentence);
  });
});

test('verdicts become findings where lint is given them', async () => {
  const text = '# Pots\n\n- [Pot](http://moved.test/old) - Holds.\n- [Jar](http://gone.test/) - Holds more.\n';
  const list = parse(text);
  const verdicts = await all(check(list, quick()));
  const rules = (await lint(list, { preset: 'minimal', verdicts })).map(({ rule }) => rule);
  expect(rules).toEqual(['link-moved', 'link-broken']);
  expect(await lint(list, { preset: 'minimal' })).toEqual([]);
});
