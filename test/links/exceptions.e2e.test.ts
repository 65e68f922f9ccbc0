import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawOptions } from '../../src/config/config-file.js';
import { UserError } from '../../src/model/errors.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf, settingsFor } from './world.js';

const day = 86_400_000;
const start = Date.UTC(2030, 0, 10);
const folder = mkdtempSync(join(tmpdir(), 'exceptions-'));
const state = { status: 403 };
let web: Web;
beforeAll(async () => {
  web = await startWeb({
    'guild.test': ({ path, response, request }) => {
      response.writeHead(path === '/open' ? 200 : state.status, { 'content-type': 'text/html' });
      response.end(`<title>Pots and kilns</title>${request.headers['x-guild'] ?? ''}`);
    },
    'slow.test': ({ response }) => {
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Pots and kilns</title>'),
        1500,
      );
    },
  });
});
afterAll(async () => {
  await web.stop();
  rmSync(folder, { recursive: true, force: true });
});

const url = 'http://guild.test/members';
const check = (options: RawOptions, at = start, urls: readonly string[] = [url]) =>
  checkLines(urls, { connectTo: web.connectTo(), ...options }, { now: () => at });

describe('an entry of `accept` for some URLs', () => {
  test.each([
    ['its status', { pattern: '/members$', status: 403 }, 'alive'],
    ['a range of statuses', { pattern: '/members$', status: '400..499' }, 'alive'],
    ['its verdict', { pattern: '/members$', verdict: 'unverifiable' }, 'alive'],
    ['another status', { pattern: '/members$', status: 404 }, 'unverifiable'],
    ['another verdict', { pattern: '/members$', verdict: 'broken' }, 'unverifiable'],
    ['another URL', { pattern: '/others$', status: 403 }, 'unverifiable'],
  ])('accepts %s', async (_, entry, verdict) => {
    state.status = 403;
    const outcome = await check({ accept: [entry] });
    const row = rowOf(outcome, url);
    expect(row.verdict).toBe(verdict);
    expect(row.notes).toEqual(verdict === 'alive' ? ['accepted'] : []);
    expect(outcome.exceptionNotices).toEqual([]);
  });

  test('stands next to codes for all URLs', async () => {
    state.status = 402;
    const options = { accept: ['200..299', '402', { pattern: '/others$', status: 403 }] };
    expect(rowOf(await check(options), url).verdict).toBe('alive');
  });

  test('no longer applies from its day on, and is reported then', async () => {
    state.status = 403;
    const entry = { pattern: '/members$', status: 403, until: '2030-01-10' };
    expect(rowOf(await check({ accept: [entry] }, start - 1), url).verdict).toBe('alive');
    const late = await check({ accept: [entry] }, start);
    expect(rowOf(late, url).verdict).toBe('unverifiable');
    expect(late.exceptionNotices).toEqual([
      '`accept` entry `/members$` expired on 2030-01-10; remove it, or set a later date',
    ]);
  });

  test('is reported once the link is alive without it, but not while another link needs it', async () => {
    const entry = { pattern: 'guild', status: 403 };
    state.status = 403;
    const both = await check({ accept: [entry] }, start, [url, 'http://guild.test/open']);
    expect(both.exceptionNotices).toEqual([]);
    state.status = 200;
    const one = await check({ accept: [entry] });
    expect(one.exceptionNotices).toEqual([
      '`accept` entry `guild` is no longer needed (accepted because of status 403; alive now); remove it',
    ]);
  });
});

describe('an entry that is for links that were not all checked', () => {
  const states = (outcome: Awaited<ReturnType<typeof check>>) => outcome.exceptions.map(({ state }) => state);
  const open = 'http://guild.test/open';
  const entry = { pattern: 'guild', status: 403 };

  test('is not called unneeded because of those that were', async () => {
    state.status = 200;
    const excluded = [url, open];
    const part = await check({ accept: [entry], exclude: ['/members$'] }, start, excluded);
    expect([states(part), part.exceptionNotices]).toEqual([['not-checked'], []]);
    const all = await check({ accept: [entry] }, start, excluded);
    expect([states(all), all.exceptionNotices.length]).toEqual([['unused'], 1]);
  });

  test('is absent where no link is what it is for', async () => {
    expect(states(await check({ accept: [{ ...entry, pattern: 'oven' }] }))).toEqual(['absent']);
  });
});

describe('an entry of `exclude` for some URLs', () => {
  test('keeps a link from being requested', async () => {
    const from = web.log.length;
    const outcome = await check({ exclude: [{ pattern: '/members$', reason: 'a 403' }] });
    expect(rowOf(outcome, url)).toMatchObject({ verdict: 'skipped', reason: 'excluded' });
    expect(web.log).toHaveLength(from);
  });

  test('is checked again after `recheck`, and reported with its days once it is not needed', async () => {
    const ledger = join(folder, 'ledger.jsonl');
    const options = { ledger, exclude: [{ pattern: '/members$', reason: 'a 403', recheck: '6d' }] };
    state.status = 403;
    const first = await check(options);
    expect(rowOf(first, url)).toMatchObject({ verdict: 'skipped', reason: 'excluded', status: 403 });
    const from = web.log.length;
    state.status = 200;
    const early = await check(options, start + 3 * day);
    expect([rowOf(early, url).verdict, web.log.length - from]).toEqual(['skipped', 0]);
    const due = await check(options, start + 6 * day);
    expect([rowOf(due, url).verdict, web.log.length - from]).toEqual(['alive', 1]);
    const later = await check(options, start + 18 * day);
    expect(later.exceptionNotices).toEqual([
      '`exclude` entry `/members$` is no longer needed (excluded because of a 403; alive for 12 days); remove it',
    ]);
  });

  test('leaves others alone, and `include` wins over it', async () => {
    state.status = 200;
    const entry = { pattern: '/members$', reason: 'a 403' };
    const outcome = await check({ exclude: [entry] }, start, [url, 'http://guild.test/open']);
    expect(rowOf(outcome, 'http://guild.test/open').verdict).toBe('alive');
    expect(rowOf(await check({ exclude: [entry], include: ['members'] }), url).verdict).toBe('alive');
  });
});

describe('settings of one host', () => {
  test('change its time, its statuses and its headers, and those of no other', async () => {
    state.status = 403;
    const hosts = {
      'slow.test': { timeout: '100ms', perHost: 1 },
      'guild.test': { accept: '200..299,403', headers: { 'x-guild': 'clay' } },
    };
    const urls = [url, 'http://slow.test/a', 'http://plain.test/x'];
    const from = web.log.length;
    const outcome = await check({ hosts }, start, urls);
    expect(urls.map((each) => rowOf(outcome, each).verdict)).toEqual(['alive', 'unreachable', 'alive']);
    const sent = web.log.slice(from).map(({ host, headers }) => [host, headers['x-guild'] ?? null]);
    expect(sent).toContainEqual(['guild.test', 'clay']);
    expect(sent).toContainEqual(['plain.test', null]);
    const without = await check({}, start, urls);
    expect(urls.map((each) => rowOf(without, each).verdict)).toEqual(['unverifiable', 'alive', 'alive']);
  });
});

test.each([
  [{ exclude: [{ pattern: '(' }] }, /exclude\.pattern: invalid regular expression "\("/],
  [{ exclude: [{ pattern: 'a', until: 'soon' }] }, /exclude\.until: "soon" is not a date/],
  [{ exclude: [{ pattern: 'a', recheck: '3' }] }, /exclude\.recheck: invalid duration "3"/],
  [{ accept: [{ pattern: 'a', status: 'no' }] }, /accept\.status: invalid status code or range "no"/],
  [{ hosts: { 'a.test': { timeout: 'long' } } }, /hosts\.a\.test\.timeout: invalid duration "long"/],
  [{ hosts: { 'a.test': { headers: { 'x y': 'z' } } } }, /hosts\.a\.test\.headers/],
])('%j is refused by name', async (options, message) => {
  const settings = settingsFor(options as RawOptions);
  await expect(settings).rejects.toThrow(UserError);
  await expect(settings).rejects.toThrow(message);
});
