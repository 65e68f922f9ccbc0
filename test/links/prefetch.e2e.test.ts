import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPlugins } from '../../src/config/load-plugins.js';
import { type AnyRule, RuleError, run, testExamples } from '../../src/index.js';
import type { Prefetch, PrefetchResponse } from '../../src/model/prefetch.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines } from './world.js';

const page = (title: string): string => `<!doctype html><title>${title}</title><p>Kites fly.</p>`;
let web: Web;
let reportCard: AnyRule;
let badge: { status: number; body: string };
beforeAll(async () => {
  const examples = fileURLToPath(new URL('../../docs/examples/', import.meta.url));
  const home = { file: join(examples, 'listwright.config.json'), cwd: examples, trusted: true };
  [reportCard] = (await loadPlugins(['./report-card.mjs'], home)) as [AnyRule];
  web = await startWeb({
    'github.com': ({ path, response }) => response.end(page(path)),
    'goreportcard.com': ({ response }) => response.writeHead(badge.status).end(badge.body),
  });
});
afterAll(() => web.stop());
beforeEach(() => {
  badge = { status: 200, body: '<svg><text>go report</text><text>D</text></svg>' };
});

const badgeCalls = (): number => web.log.filter(({ host }) => host === 'goreportcard.com').length;
const list =
  '# Kites\n\n## Go\n\n- [kite](https://github.com/kites/kite) - Flies.\n- [Site](https://github.com/kites/kite/wiki) - Tells.\n';

async function runExample(folder: string, options: object = {}) {
  writeFileSync(join(folder, 'README.md'), list);
  const report = await run({
    ...{ cwd: folder, config: false, preset: 'minimal', rules: { 'report-card': 'error' }, env: {} },
    plugins: [reportCard],
    ...{ connectTo: web.connectTo(), cacert: web.ca, confirmAfter: '100ms', ledger: join(folder, 'ledger.jsonl') },
    ...options,
  });
  return report.findings.filter(({ rule }) => rule === 'report-card').map(({ message }) => message);
}

describe('the example of a plugin', () => {
  test('its own examples hold', () => {
    expect(testExamples(reportCard)).toEqual([]);
  });

  test('asks the service once for a module, and uses the stored grade in the next run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prefetch-'));
    const before = badgeCalls();
    const low = ['The report card of `github.com/kites/kite` shows D; at least B is required'];
    expect(await runExample(folder)).toEqual(low);
    expect(badgeCalls() - before).toBe(1);
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).toContain('"report-card":{"readAt":"');
    badge = { status: 200, body: '<svg><text>A+</text></svg>' };
    expect(await runExample(folder)).toEqual(low);
    expect(badgeCalls() - before).toBe(1);
    expect(await runExample(folder, { ledger: false })).toEqual([]);
    expect(badgeCalls() - before).toBe(2);
  });

  test.each([
    ['is down', 503, 'sorry'],
    ['is limited', 429, 'slow down'],
    ['answers with a page', 200, page('Sign in')],
  ])('a service that %s gives no finding', async (_, status, body) => {
    badge = { status, body };
    expect(await runExample(mkdtempSync(join(tmpdir(), 'prefetch-')), { retries: 0 })).toEqual([]);
  });
});

const url = 'https://github.com/kites/kite';
const prefetch = (fetch: Prefetch['fetch'], more: Partial<Prefetch> = {}): Prefetch => ({
  ...{ id: 'probe', key: (link) => (link.entry === null ? null : link.url), fetch },
  ...more,
});
async function prefetchedBy(one: Prefetch, options: object = {}, now: () => number = Date.now, lines = [url]) {
  const settings = { connectTo: web.connectTo(), cacert: web.ca, ...options };
  const { prefetched } = await checkLines(lines, settings, { prefetches: [one], now });
  return { values: Object.fromEntries(prefetched.values.get(one) ?? []), failures: prefetched.failures };
}

describe('what a plugin may do', () => {
  test('a private address is refused, one that is not private responds', async () => {
    const seen: (PrefetchResponse | null)[] = [];
    const one = prefetch(async (_, client) => {
      for (const each of [
        `http://127.0.0.1:${web.http}/`,
        'http://[::1]/',
        'file:///etc/passwd',
        'no url',
        'https://goreportcard.com/x',
      ])
        seen.push(await client.get(each));
      return new Map();
    });
    await prefetchedBy(one);
    expect(seen.map((each) => each?.status ?? null)).toEqual([null, null, null, null, 200]);
  });

  test('keys come in batches, each once, for links that were checked', async () => {
    const batches: (readonly string[])[] = [];
    const one = prefetch(
      async (keys) => {
        batches.push(keys);
        return new Map(keys.map((key) => [key, { n: key.length }]));
      },
      { batch: 2 },
    );
    const lines = [url, `${url}#readme`, `${url}/a`, `${url}/b`, 'https://excluded.test/'];
    const { values } = await prefetchedBy(one, { exclude: ['excluded'] }, Date.now, lines);
    expect(batches.map(({ length }) => length).sort()).toEqual([2, 2]);
    expect(Object.keys(values).sort()).toEqual([url, `${url}#readme`, `${url}/a`, `${url}/b`].sort());
  });

  test('results are read again when they are too old, and at once where there was none', async () => {
    const ledger = join(mkdtempSync(join(tmpdir(), 'prefetch-')), 'ledger.jsonl');
    let calls = 0;
    const start = Date.parse('2030-01-01T00:00:00Z');
    const counting = (value: number | undefined) =>
      prefetch(async ([key = '']) => {
        calls++;
        return new Map(value === undefined ? [] : [[key, value]]);
      });
    const at = (days: number) => () => start + days * 86_400_000;
    expect((await prefetchedBy(counting(undefined), { ledger }, at(0))).values).toEqual({});
    expect((await prefetchedBy(counting(1), { ledger }, at(0.1))).values).toEqual({ [url]: 1 });
    expect((await prefetchedBy(counting(2), { ledger }, at(6.9))).values).toEqual({ [url]: 1 });
    expect(calls).toBe(2);
    expect((await prefetchedBy(counting(3), { ledger }, at(7.2))).values).toEqual({ [url]: 3 });
    expect(calls).toBe(3);
  });

  test('a result that is too long, or no JSON, is none', async () => {
    const one = prefetch(
      async (keys) => new Map(keys.map((key) => [key, key.endsWith('long') ? 'x'.repeat(10_001) : 7])),
    );
    const { values } = await prefetchedBy(one, {}, Date.now, [url, `${url}/long`]);
    expect(values).toEqual({ [url]: 7 });
  });

  test.each([
    ['throws', async () => Promise.reject(new Error('no such field')), 'no such field'],
    ['gives no map', async () => ({}) as never, '`fetch` must give a Map of results by key'],
  ])('one that %s fails alone', async (_, fetch, why) => {
    const { failures } = await prefetchedBy(prefetch(fetch as Prefetch['fetch']));
    expect(failures.map((each) => each.why)).toEqual([why]);
  });

  test('what was read before a call failed is not read again, and no further call is made', async () => {
    const ledger = join(mkdtempSync(join(tmpdir(), 'prefetch-')), 'ledger.jsonl');
    const lines = Array.from({ length: 8 }, (_, index) => `${url}/${index}`);
    const calls: string[] = [];
    const counting = (isDown: boolean) =>
      prefetch(
        async ([key = '']) => {
          calls.push(key);
          if (isDown && calls.length === 1) throw new Error('down');
          return new Map([[key, 1]]);
        },
        { batch: 1 },
      );
    const { failures } = await prefetchedBy(counting(true), { ledger }, Date.now, lines);
    expect(failures.map(({ why }) => why)).toEqual(['down']);
    const first = calls.splice(0);
    expect(first.length).toBeLessThan(lines.length);
    const { values } = await prefetchedBy(counting(false), { ledger }, Date.now, lines);
    expect(Object.keys(values)).toHaveLength(lines.length);
    expect(calls.toSorted()).toEqual(lines.filter((line) => line === first[0] || !first.includes(line)));
  });

  test('a run in which one fails says so, and the other rules report', async () => {
    const broken = {
      ...reportCard,
      prefetch: prefetch(() => Promise.reject(new Error('bad luck')), { id: 'report-card' }),
    };
    const folder = mkdtempSync(join(tmpdir(), 'prefetch-'));
    const failed = runExample(folder, { plugins: [broken] });
    await expect(failed).rejects.toThrow(RuleError);
    await expect(failed).rejects.toThrow(/report-card failed on README.md: bad luck/);
  });
});
