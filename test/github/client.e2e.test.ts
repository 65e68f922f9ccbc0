import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { confine } from '../../src/github/artifact.js';
import { openGitHub } from '../../src/github/client.js';
import { GitHubError, orGitHubError } from '../../src/github/errors.js';
import { upsertIssue } from '../../src/github/issue.js';
import { filesOf } from '../../src/github/pull-request.js';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { eventually } from '../eventually.js';
import { type Hub, type HubAnswer, openHub } from '../web/hub.js';

let hub: Hub;
afterEach(() => hub.close());

function open(more: Partial<Parameters<typeof openGitHub>[0]> = {}) {
  const slept: number[] = [];
  const github = openGitHub({
    ...{ token: 't', apiUrl: hub.url, repository: { owner: 'o', repo: 'r' }, userAgent: 'test/1', login: 'bot' },
    ...{ signal: new AbortController().signal, now: () => 1_000_000, timeout: 300_000 },
    sleep: async (ms) => void slept.push(ms),
    ...more,
  });
  return { github, slept };
}
const files = (answers: readonly HubAnswer[], more: Parameters<typeof open>[0] = {}) => {
  hub.next.push(...answers);
  const { github, slept } = open(more);
  return orGitHubError(() => filesOf(github, 1)).then((said) => ({ said, slept }));
};
const start = async (): Promise<void> => {
  hub = await openHub({ 'GET /repos/o/r/pulls/1/files': () => [{ filename: 'a.md', patch: '@@' }] });
};
const good = [{ path: 'a.md', patch: '@@' }];

describe('waits for what is temporary', () => {
  test.each<[string, HubAnswer, readonly number[]]>([
    ['502', { status: 502 }, [1000]],
    ['a lost connection', { status: 0, comes: 'lost' }, [1000]],
    ['a secondary limit', { status: 403, body: { message: 'You have exceeded a secondary rate limit' } }, [60_000]],
    ['a limit that says how long', { status: 429, headers: { 'retry-after': '7' } }, [7000]],
    [
      'a limit that says until when',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1003' } },
      [3000],
    ],
  ])('%s', async (_, answer, waits) => {
    await start();
    expect(await files([answer])).toEqual({ said: good, slept: waits });
  });
});

test('a response that does not come in time is a lost connection: requested again, each time after a longer pause', async () => {
  await start();
  const { said, slept } = await files(Array(4).fill({ status: 0, comes: 'never' }), { timeout: 50 });
  expect(said).toMatchObject({ kind: 'unavailable' });
  expect(slept).toEqual([1000, 2000, 4000]);
});

describe('reports in a sentence what is not temporary', () => {
  test.each<[string, readonly HubAnswer[], string, RegExp]>([
    ['500', [{ status: 500 }], 'unavailable', /status 500/],
    [
      '403',
      [{ status: 403, body: { message: 'Resource not accessible by integration' } }],
      'no permission',
      /`pull-requests: read`/,
    ],
    ['404', [{ status: 404 }], 'gone', /the token may not see it/],
    ['401', [{ status: 401 }], 'no permission', /does not accept the token/],
    [
      'a wait that is longer than it may take',
      [{ status: 429, headers: { 'retry-after': '61' } }],
      'rate limited',
      /longer pause/,
    ],
    [
      'waits that together are longer',
      Array.from({ length: 3 }, () => ({ status: 429, headers: { 'retry-after': '25' } })),
      'rate limited',
      /longer pause/,
    ],
    ['502 again and again', Array.from({ length: 4 }, () => ({ status: 502 })), 'unavailable', /status 502/],
  ])('%s', async (_, answers, kind, sentence) => {
    await start();
    const { said } = await files(answers);
    expect(said).toBeInstanceOf(GitHubError);
    expect(said).toMatchObject({ kind, message: expect.stringMatching(sentence) });
  });

  test('a run that is stopped asks no more', async () => {
    await start();
    const stopped = new AbortController();
    stopped.abort();
    const { said } = await files([], { signal: stopped.signal });
    expect(said).toMatchObject({ kind: 'unavailable' });
    expect(hub.log).toEqual([]);
  });
});

test('many calls add one listener to the signal that ends them all', async () => {
  await start();
  const stopping = new AbortController();
  const { github } = open({ signal: stopping.signal });
  for (let call = 0; call < 12; call++) await filesOf(github, 1);
  expect(getEventListeners(stopping.signal, 'abort').length).toBe(1);
  hub.next.push({ status: 0, comes: 'never' });
  const waiting = orGitHubError(() => filesOf(github, 1));
  await eventually(() => expect(hub.log.length).toBe(13));
  stopping.abort();
  expect(await waiting).toBeInstanceOf(GitHubError);
});

test('what was written is not written twice when the answer is lost', async () => {
  hub = await openHub({ 'GET /repos/o/r/issues': () => [] });
  hub.next.push({ status: 200, body: [] }, { status: 200, body: { name: 'dead' } }, { status: 0, comes: 'lost' });
  const { github } = open();
  const wish = { key: 'k', label: 'dead', title: 'T', body: 'B', clean: 'C', reopen: false };
  expect(await upsertIssue(github, wish)).toBeInstanceOf(GitHubError);
  expect(hub.log.filter(({ method }) => method === 'POST').length).toBe(1);
});

test('a report is confined to the files of a pull request, links and all', () => {
  const finding = (path: string) => ({ path }) as Finding;
  const link = (...paths: string[]) => ({ occurrences: paths.map((path) => ({ path })) });
  const report = {
    findings: [finding('a.md'), finding('b.md'), finding('../a.md')],
    links: [link('a.md', 'b.md'), link('b.md')],
  };
  const confined = confine(report as unknown as Report, { files: ['a.md', '../a.md'] });
  expect(confined.findings).toEqual([finding('a.md')]);
  expect(confined.links).toEqual([link('a.md')]);
});
