import { afterEach, describe, expect, test } from 'vitest';
import { openGitHub } from '../../src/github/client.js';
import { upsertComment } from '../../src/github/comment.js';
import { pullOf } from '../../src/github/find-pull-request.js';
import { upsertIssue } from '../../src/github/issue.js';
import { suggestLines } from '../../src/github/suggestions.js';
import { type Hub, openHub } from '../web/hub.js';

let hub: Hub;
let slept: number[];
afterEach(() => hub.close());

function github(login: string | null = 'bot') {
  slept = [];
  return openGitHub({
    token: 't',
    apiUrl: hub.url,
    repository: { owner: 'o', repo: 'r' },
    userAgent: 'test',
    signal: new AbortController().signal,
    now: () => 0,
    sleep: async (ms) => {
      slept.push(ms);
    },
    ...(login !== null && { login }),
  });
}
const comments = '/repos/o/r/issues/7/comments';
const marker = '<!-- listwright:comment:k -->';
const wish = { number: 7, key: 'k', body: 'Two links are broken.', clean: 'All is well.' };
const comment = (id: number, login: string, body: string) => ({ id, user: { login }, body, html_url: `u${id}` });
const served = (list: unknown[]) => ({
  [`GET ${comments}`]: () => list,
  [`POST ${comments}`]: () => ({ id: 1, html_url: 'new' }),
  'PATCH /repos/o/r/issues/comments/5': () => ({ id: 5 }),
});
const writes = () => hub.log.filter((call) => call.method !== 'GET').map((call) => `${call.method} ${call.path}`);

describe('the comment', () => {
  test.each([
    ['none yet', [], wish, 'created'],
    ['none yet and clean', [], { ...wish, body: null }, 'nothing'],
    ['ours is older', [comment(5, 'bot', `${marker}\nOld`)], wish, 'edited'],
    ['ours is equal', [comment(5, 'bot', `${marker}\r\nTwo links are broken.`)], wish, 'kept'],
    ['clean now', [comment(5, 'bot', `${marker}\nOld`)], { ...wish, body: null }, 'edited'],
    ['forged by another', [comment(5, 'eve', `${marker}\nOld`)], wish, 'created'],
    ['quoted by us', [comment(5, 'bot', `> ${marker}\nOld`)], wish, 'created'],
  ])('%s', async (_, list, asked, did) => {
    hub = await openHub(served(list));
    expect(await upsertComment(github(), asked)).toMatchObject({ did });
    expect(writes()).toHaveLength(did === 'created' || did === 'edited' ? 1 : 0);
  });
  test('ours is found behind many, and pages are bounded', async () => {
    const many = Array.from({ length: 10_300 }, (_, id) => comment(id + 10, 'eve', 'x'));
    hub = await openHub(served([...many.slice(0, 250), comment(5, 'bot', marker), ...many]));
    expect(await upsertComment(github(), wish)).toMatchObject({ did: 'edited' });
    expect(hub.log.filter((call) => call.method === 'GET')).toHaveLength(100);
  });
  test('a token that may only read gets a sentence that names the permission', async () => {
    hub = await openHub(served([]), true);
    const trouble = await upsertComment(github(), wish);
    expect(trouble).toMatchObject({ kind: 'no permission' });
    expect(String(trouble)).toContain('issues: write');
  });
  test('a body too long is cut and says so', async () => {
    hub = await openHub(served([]));
    expect(await upsertComment(github(), { ...wish, body: 'line\n'.repeat(20_000) })).toMatchObject({ cut: true });
    expect(String(hub.log.at(-1)?.body.body).length).toBeLessThanOrEqual(65_536);
  });
});

describe('patience', () => {
  test('waits as long as GitHub asks, then goes on', async () => {
    hub = await openHub(served([]));
    hub.next.push({ status: 403, body: { message: 'secondary rate limit' }, headers: { 'retry-after': '7' } });
    expect(await upsertComment(github(), wish)).toMatchObject({ did: 'created' });
    expect(slept).toEqual([7000]);
  });
  test('does not wait longer than it may', async () => {
    hub = await openHub(served([]));
    hub.next.push({ status: 429, headers: { 'retry-after': '3600' } });
    expect(await upsertComment(github(), wish)).toMatchObject({ kind: 'rate limited' });
    expect(slept).toEqual([]);
  });
  test('a GET is asked again after 502; a POST is not', async () => {
    hub = await openHub({
      ...served([]),
      [`POST ${comments}`]: () => {
        hub.next.push({ status: 502 });
        return {};
      },
    });
    hub.next.push({ status: 502 });
    expect(await upsertComment(github(), wish)).toMatchObject({ did: 'created' });
    expect(await upsertComment(github(), { ...wish, body: null })).toMatchObject({ did: 'nothing' });
    hub.next.length = 0;
    hub.next.push({ status: 200, body: [] }, { status: 502 });
    expect(await upsertComment(github(), wish)).toMatchObject({ kind: 'unavailable' });
  });
});

describe('the pull request of a run', () => {
  const sha = 'a'.repeat(40);
  const fork = { id: 2, full_name: 'eve/r', owner: { login: 'eve' } };
  const run = {
    event: 'pull_request',
    conclusion: 'success',
    head_sha: sha,
    head_branch: 'b',
    head_repository: fork,
    pull_requests: [],
  };
  const pull = (number: number, head: string, id: number) => ({ number, head: { sha: head, repo: { id } } });
  test.each([
    ["the fork's", run, [pull(1, sha, 9), pull(3, sha, 2)], 3],
    ['the head moved', run, [pull(3, 'b'.repeat(40), 2)], null],
    ['two', run, [pull(3, sha, 2), pull(4, sha, 2)], null],
    ['a push', { ...run, event: 'push' }, [pull(3, sha, 2)], null],
    ['not ended', { ...run, conclusion: null }, [pull(3, sha, 2)], null],
    ['own branch', { ...run, head_repository: { id: 1, full_name: 'o/r' }, pull_requests: [{ number: 8 }] }, [], 8],
    ['a number from a fork is looked up', { ...run, pull_requests: [{ number: 8 }] }, [pull(3, sha, 2)], 3],
  ])('%s', async (_, event, pulls, number) => {
    hub = await openHub({ 'GET /repos/o/r/pulls': () => pulls });
    expect(await pullOf(github(), 'workflow_run', { workflow_run: event })).toMatchObject({ number });
  });
});

describe('suggestions', () => {
  const sha = 'a'.repeat(40);
  const base = '/repos/o/r/pulls/7';
  const one = { path: 'readme.md', startLine: 3, endLine: 3, body: 'Fix.', replacement: '```x' };
  const routes = (head: string, old: unknown[] = []) => ({
    [`GET ${base}`]: () => ({ head: { sha: head } }),
    [`GET ${base}/files`]: () => [{ filename: 'readme.md', patch: '@@ -1,2 +2,3 @@\n a\n+b\n c' }],
    [`GET ${base}/comments`]: () => old,
    [`POST ${base}/reviews`]: () => ({ id: 1 }),
  });
  test('are posted inside the diff only, in a fence that holds, and once', async () => {
    hub = await openHub(routes(sha));
    const all = [one, one, { ...one, startLine: 5, endLine: 5 }, { ...one, path: '../x' }];
    expect(await suggestLines(github(), { number: 7, headSha: sha }, all)).toMatchObject({
      posted: 1,
      known: 1,
      outside: 2,
    });
    const sent = hub.log.at(-1)?.body.comments as { body: string }[];
    expect(sent[0]?.body).toContain('````suggestion\n```x\n````');
    await hub.close();
    hub = await openHub(routes(sha, [{ user: { login: 'bot' }, path: 'readme.md', body: sent[0]?.body }]));
    expect(await suggestLines(github(), { number: 7, headSha: sha }, [one])).toMatchObject({ posted: 0, known: 1 });
  });
  test('nothing when the head moved', async () => {
    hub = await openHub(routes('b'.repeat(40)));
    expect(await suggestLines(github(), { number: 7, headSha: sha }, [one])).toMatchObject({ posted: 0, stale: true });
    expect(writes()).toEqual([]);
  });
});

describe('the issue', () => {
  const mark = '<!-- listwright:issue:k -->';
  const asked = { key: 'k', label: 'links', title: 'T', body: 'B', clean: 'Well.', reopen: true };
  const issue = (number: number, state: string, login = 'bot') => ({
    number,
    state,
    title: 'T',
    body: `${mark}\nB`,
    user: { login },
  });
  test.each([
    ['none', [], asked, 'opened'],
    ['forged', [issue(1, 'open', 'eve')], asked, 'opened'],
    ['same', [issue(1, 'open')], asked, 'kept'],
    ['changed', [issue(1, 'open')], { ...asked, body: 'C' }, 'edited'],
    ['closed', [issue(1, 'closed')], asked, 'reopened'],
    ['closed for good', [issue(1, 'closed')], { ...asked, reopen: false }, 'opened'],
    ['green', [issue(1, 'open')], { ...asked, body: null }, 'closed'],
    ['twins', [issue(2, 'open'), issue(1, 'open')], asked, 'kept'],
  ])('%s', async (name, list, wanted, did) => {
    const numbered = (n: number) => ({
      [`PATCH /repos/o/r/issues/${n}`]: () => ({}),
      [`POST /repos/o/r/issues/${n}/comments`]: () => ({}),
    });
    hub = await openHub({
      'GET /repos/o/r/issues': () => list,
      'POST /repos/o/r/issues': () => ({ number: 9 }),
      ...numbered(1),
      ...numbered(2),
    });
    expect(await upsertIssue(github(), wanted)).toMatchObject({ did });
    expect(writes().includes('PATCH /repos/o/r/issues/2')).toBe(name === 'twins');
  });
});
