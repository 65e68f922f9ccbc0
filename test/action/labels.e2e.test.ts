import { afterEach, describe, expect, test } from 'vitest';
import type { ReportPullRequest } from '../../src/model/pull-request.js';
import { json } from '../../src/report/json.js';
import { reportOf } from '../report/made.js';
import { type Hub, openHub } from '../web/hub.js';
import { step, workspace } from './step.js';

let hub: Hub;
afterEach(() => hub.close());

/** A pull request that has some labels. */
async function labelled(...names: readonly string[]): Promise<string[]> {
  const now = [...names];
  const route = '/repos/potters/awesome-pots/issues/7/labels';
  hub = await openHub(({ method, path, body }) => {
    if (path === route && method === 'GET') return now.map((name) => ({ name }));
    if (path === route && method === 'POST') now.push(...(body.labels as string[]));
    else if (path.startsWith(`${route}/`) && method === 'DELETE')
      now.splice(now.indexOf(decodeURIComponent(path.slice(route.length + 1))), 1);
    else return undefined;
    return {};
  });
  return now;
}

const pullRequest: ReportPullRequest = {
  labels: ['retitle'],
  otherLabels: ['ready', 'too many/entries'],
  notChecked: [],
};

/** The step of a workflow that sets labels. */
const publish = (labels: string, pull: ReportPullRequest | null = pullRequest, more: NodeJS.ProcessEnv = {}) =>
  step(
    workspace({ 'parts/report.json': json(reportOf([], [], { pullRequest: pull })) }),
    { reports: 'parts/*.json', labels, token: 'write' },
    {
      env: { GITHUB_API_URL: hub.url, GITHUB_EVENT_NAME: 'pull_request', ...more },
      event: { pull_request: { number: 7, head: { sha: 'c'.repeat(40) } } },
    },
  );

describe('labels of a pull request', () => {
  test('are set and removed, and others stay', async () => {
    const now = await labelled('bug', 'Ready', 'too many/entries');
    const { status, stdout, outputs } = await publish('retitle\nready\ntoo many/entries');
    expect(now).toEqual(['bug', 'retitle']);
    expect([status, outputs.labels]).toEqual([0, 'retitle']);
    expect(stdout).toContain('Labels: added `retitle`; removed `Ready`, `too many/entries`.');
  });

  test('are left alone where they are right', async () => {
    await labelled('retitle');
    expect((await publish('retitle\nready')).stdout).toContain('The labels of the pull request are up to date.');
    expect(hub.log.map(({ method }) => method)).toEqual(['GET']);
  });

  test('that the workflow does not name are not touched, whatever the report says', async () => {
    const now = await labelled('approved', 'ready');
    await publish('retitle', {
      labels: ['retitle', 'approved by all'],
      otherLabels: ['approved', 'ready'],
      notChecked: [],
    });
    expect(now).toEqual(['approved', 'ready', 'retitle']);
  });

  test('that the configuration does not have are not removed', async () => {
    const now = await labelled('good first issue');
    await publish('good first issue\nretitle');
    expect(now).toEqual(['good first issue', 'retitle']);
  });

  test('are an output without a token to write them', async () => {
    await labelled();
    hub.next.push(
      { status: 200, body: [] },
      { status: 403, body: { message: 'Resource not accessible by integration' } },
    );
    const { status, stdout, outputs } = await publish('retitle');
    expect([status, outputs.labels]).toEqual([0, 'retitle']);
    expect(stdout).toContain('No label was set.');
  });

  test('are not set without a policy, and not for a push', async () => {
    await labelled();
    expect((await publish('retitle', null)).stdout).toContain('the configuration has no `pullRequest`');
    expect((await publish('retitle', pullRequest, { GITHUB_EVENT_NAME: 'push' })).stdout).toContain(
      'No label was set.',
    );
    expect(hub.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('of a hostile report stay on their lines', async () => {
    await labelled();
    const labels = ['x\nexit-code=0', '::error::x'];
    const { outputs, stdout } = await publish('retitle', { labels, otherLabels: [], notChecked: [] });
    expect(outputs.labels).toBe('x exit-code=0\n::error::x');
    expect(stdout).not.toMatch(/^::error::x/m);
  });
});
