import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLinks, type LinkOutcome, type LinkProgress } from '../../src/links/check.js';
import { verdictOf } from '../../src/links/check-static.js';
import type { Files } from '../../src/model/files.js';
import type { Verdict } from '../../src/model/verdict.js';
import { parse } from '../../src/parse/parse.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf, settingsFor } from './world.js';

const beside = new Map<string, 'file' | 'folder'>([
  ['docs', 'folder'],
  ['docs/Glazes.md', 'file'],
  ['wheel.png', 'file'],
]);
const files: Files = {
  known: true,
  tracked: true,
  folder: '',
  repository: null,
  kind: (path) => beside.get(path) ?? null,
  nearest: (path) => [...beside.keys()].find((each) => each.toLowerCase() === path.toLowerCase()) ?? null,
  text: () => null,
  anchors: (path) => (path.endsWith('.md') ? new Set(['raku']) : null),
};

describe('what needs no network', () => {
  test.each([
    ['docs/', 'alive', null, null],
    ['wheel.png', 'alive', null, null],
    ['docs/Glazes.md#raku', 'alive', null, null],
    ['docs/Glazes.md#salt', 'broken', 'missing-anchor', null],
    ['docs/glazes.md', 'broken', 'missing-file', 'docs/Glazes.md'],
    ['docs/absent.md', 'broken', 'missing-file', null],
    ['#tools', 'alive', null, null],
    ['#Tools', 'alive', null, null],
    ['#toöls', 'broken', 'missing-anchor', '#tools'],
    ['#absent', 'broken', 'missing-anchor', null],
    ['mailto:potter@kiln.test', 'skipped', 'scheme', null],
    ['mailto:potter@', 'skipped', 'invalid-url', null],
    ['tel:+123', 'skipped', 'scheme', null],
    ['https://abcdef.onion/', 'skipped', 'scheme', null],
    ['https://onion.test/', 'skipped', 'offline', null],
    ['https://you:secret@kiln.test/', 'skipped', 'invalid-url', null],
    ['TODO', 'skipped', 'placeholder', null],
  ])('%s is %s %s', async (url, verdict, reason, suggestion) => {
    const list = parse(`# Pots\n\n## Tools\n\n- [Wheel](${url}) - Turns.\n`);
    const settings = await settingsFor({ offline: url.startsWith('https://onion') });
    const outcome = await checkLinks([{ list, files }], settings, { signal: new AbortController().signal });
    const row = rowOf(outcome, url);
    expect([row.verdict, row.reason, row.suggestion]).toEqual([verdict, reason, suggestion]);
    expect(row.evidence[0]).not.toBe('');
    expect(row.evidence.join()).not.toContain('secret');
  });

  test('beside a file that stands alone nothing can be told', async () => {
    const outcome = await checkLines(['docs/absent.md'], {});
    expect(rowOf(outcome, 'docs/absent.md')).toMatchObject({ verdict: 'skipped', reason: 'no-files' });
  });

  test('one address of two lists is one row with both places; relative ones count from their folder', async () => {
    const settings = await settingsFor({ offline: true });
    const text = '# Pots\n\n## Tools\n\n- [Wheel](https://kiln.test/) - Turns.\n- [Clay](wheel.png) - Sticks.\n';
    const jobs = ['README.md', 'docs/README.md'].map((path) => ({
      list: parse(text, { path }),
      files: { ...files, folder: path === 'README.md' ? '' : 'docs' },
    }));
    const outcome = await checkLinks(jobs, settings, { signal: new AbortController().signal });
    expect(outcome.rows.map(({ url, verdict, occurrences }) => [url, verdict, occurrences.length])).toEqual([
      ['https://kiln.test/', 'skipped', 2],
      ['wheel.png', 'alive', 1],
      ['wheel.png', 'broken', 1],
    ]);
    const [root, docs] = jobs;
    const clay = docs?.list.links.find(({ url }) => url === 'wheel.png');
    if (root === undefined || docs === undefined || clay === undefined) throw new Error('the list has no such link');
    expect(outcome.verdictsOf(docs.list).get(clay.url)?.verdict).toBe('broken');
    expect(outcome.verdictsOf(root.list).get(clay.url)?.verdict).toBe('alive');
  });
});

test('a verdict has every fact, absent ones as null', () => {
  const verdict = verdictOf({ url: 'x:', verdict: 'skipped', reason: 'scheme', evidence: ['not asked'] });
  expect(Object.values(verdict)).not.toContain(undefined);
  expect(verdict).toMatchObject({ status: null, finalUrl: null, suggestion: null, firstFailedAt: null });
});

describe('on the way', () => {
  let web: Web;
  beforeAll(async () => {
    web = await startWeb({
      'slow-down.test': ({ before, response }) => {
        response
          .writeHead(before === 0 ? 429 : 200, { 'content-type': 'text/html', 'retry-after': '1' })
          .end('<p>Pots');
      },
      'gone.test': ({ response }) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<p>No pot'),
    });
  });
  afterAll(() => web.stop());

  test('it tells how far it has come, and who asked for patience', async () => {
    const told: LinkProgress[] = [];
    const urls = ['http://plain.test/a', 'http://plain.test/b', 'http://slow-down.test/c'];
    await checkLines(
      urls,
      { connectTo: [`:80:127.0.0.1:${web.http}`], retries: 1 },
      { onProgress: (progress) => told.push({ ...progress, counts: { ...progress.counts } }) },
    );
    const most = { host: 'plain.test', left: 2 };
    expect(told[0]).toMatchObject({ total: 3, done: 0, phase: 'asking', confirming: 0 });
    expect(told[0]?.slowest).toEqual([most, { host: 'slow-down.test', left: 1 }]);
    expect(told.at(-1)?.slowest).toEqual([]);
    expect(told.at(-1)).toMatchObject({ total: 3, done: 3, counts: { alive: 3, broken: 0 }, waits: [] });
    expect(told.flatMap(({ waits }) => waits)).toContainEqual(
      expect.objectContaining({ host: 'slow-down.test', queued: 1 }),
    );
    const heard = told.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(told).toHaveLength(heard);
  });

  test('it tells when nothing is left but to ask again what seems broken', async () => {
    const told: LinkProgress[] = [];
    await checkLines(
      ['http://plain.test/a', 'http://gone.test/a', 'http://gone.test/b'],
      { connectTo: [`:80:127.0.0.1:${web.http}`], confirmAfter: '2s' },
      { onProgress: (progress) => told.push(progress) },
    );
    expect(told).toContainEqual(expect.objectContaining({ phase: 'confirming', confirming: 2, done: 1 }));
    expect(told.at(-1)).toMatchObject({ phase: 'asking', confirming: 0, done: 3 });
  });

  test('what is known of before is not asked again, and without leave nothing is', async () => {
    const asked: string[] = [];
    const own = await startWeb({
      'known.test': ({ request, response }) => {
        asked.push(request.url ?? '');
        response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'text/html' }).end('<p>Pots');
      },
    });
    const options = { connectTo: [`:80:127.0.0.1:${own.http}`], confirmAfter: '10ms' };
    const verdicts = new Map<string, Verdict>();
    const urls = ['/a', '/gone', '/a#kiln'].map((path) => `http://known.test${path}`);
    const known = (outcome: LinkOutcome) => outcome.rows.map(({ verdict, reason }) => reason ?? verdict);
    const first = await checkLines(urls.slice(0, 2), options, { recent: { verdicts, most: Number.POSITIVE_INFINITY } });
    expect(known(first)).toEqual(['alive', 'http-404']);
    expect(asked.splice(0).sort()).toEqual(['/a', '/gone', '/gone']);
    const quick = await checkLines([...urls.slice(0, 2), 'http://known.test/b'], options, {
      recent: { verdicts, most: 0 },
    });
    expect(known(quick)).toEqual(['alive', 'pending', 'http-404']);
    expect(asked).toEqual([]);
    // What is pending is asked when it may be; a fragment that is new needs its page.
    const again = await checkLines([...urls, 'http://known.test/b'], options, {
      recent: { verdicts, most: Number.POSITIVE_INFINITY },
    });
    expect(known(again)).toEqual(['alive', 'alive', 'alive', 'http-404']);
    expect(new Set(asked)).toEqual(new Set(['/a', '/b']));
    await own.stop();
  });

  test('a request that waited for its turn does not go when its host asked for patience meanwhile', async () => {
    // One place in all: the second of the host has passed its gate and waits while the first is refused.
    const from = web.log.length;
    const urls = ['http://slow-down.test/1', 'http://slow-down.test/2', 'http://slow-down.test/3'];
    await checkLines(urls, { connectTo: [`:80:127.0.0.1:${web.http}`], retries: 2, concurrency: 1 });
    const times = web.log.slice(from).map(({ at }) => at);
    const [first = 0, ...later] = times;
    expect(times.length).toBeGreaterThan(3);
    expect(later.every((at) => at - first >= 990)).toBe(true);
  });
});
