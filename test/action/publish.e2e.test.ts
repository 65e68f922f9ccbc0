import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { bot, type HubRepository, openRepository } from '../web/hub-repository.js';
import { startWeb } from '../web/server.js';
import { pots as base } from './pots.js';
import { type Stepped, step, workspace } from './step.js';

const head = base.replace('- [Bottle]', '- [Beehive](https://beehive.test/) - Burns wood\n- [Bottle]');
const patch = `@@ -5,5 +5,6 @@\n ## Kilns\n \n - a\n+- [Beehive](https://beehive.test/) - Burns wood\n - b\n - c`;
const sha = 'c'.repeat(40);
const commit = 'b'.repeat(40);

let hub: HubRepository;
afterEach(() => hub.close());

/** The report of a lint of a text. */
async function reportOf(text: string): Promise<Report> {
  const { outputs } = await step(workspace({ 'README.md': text }), {
    ...{ command: 'lint', 'fail-on': 'never', options: '--rule=description-end=error' },
  });
  return JSON.parse(readFileSync(outputs.report ?? '', 'utf8')) as Report;
}

const open = (owner = 'stranger'): Promise<HubRepository> =>
  openRepository({
    ...{ name: 'potters/awesome-pots', head: commit, files: { 'README.md': base } },
    pulls: [{ number: 7, sha, owner, files: { 'README.md': { text: head, patch } } }],
  });

/** The step of the workflow that runs after that of a fork. */
function comment(report: unknown, more: NodeJS.ProcessEnv = {}): Promise<Stepped> {
  const folder = workspace({ 'parts/report.json': typeof report === 'string' ? report : JSON.stringify(report) });
  const run = {
    ...{ id: 9, event: 'pull_request', conclusion: 'failure', head_sha: sha, head_branch: 'change' },
    head_repository: { id: 2, full_name: 'stranger/awesome-pots', owner: { login: 'stranger' } },
    pull_requests: [],
  };
  return step(
    folder,
    { reports: 'parts/*.json', comment: 'true', 'fail-on': 'never', token: 'write' },
    { env: { GITHUB_API_URL: hub.url, GITHUB_EVENT_NAME: 'workflow_run', ...more }, event: { workflow_run: run } },
  );
}

describe('a comment', () => {
  test('is written once, with the corrected line as a suggestion, and brought up to date', async () => {
    hub = await open();
    const { status, stdout } = await comment(await reportOf(head));
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 corrected line was suggested.')]);
    const [only, ...others] = hub.comments.get(7) ?? [];
    expect(others).toEqual([]);
    expect(only?.body).toContain('should end with a period');
    expect(hub.reviews.map(({ path, line }) => [path, line])).toEqual([['README.md', 8]]);
    expect(hub.reviews[0]?.body).toContain('```suggestion\n- [Beehive](https://beehive.test/) - Burns wood.\n```');
    // The same again changes nothing.
    const before = hub.log.length;
    await comment(await reportOf(head));
    expect(hub.log.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
    // Once everything is fixed, the comment says so.
    await comment(await reportOf(base));
    expect(hub.comments.get(7)?.map(({ body }) => body)).toEqual([expect.stringContaining('All problems are fixed')]);
  });

  test('is not written where all is well', async () => {
    hub = await open();
    const { stdout } = await comment(await reportOf(base));
    expect(hub.comments.size).toBe(0);
    expect(stdout).toContain('There is nothing to comment on.');
  });

  test('goes to the pull request of the event alone: none where another has its head', async () => {
    hub = await open('somebody');
    const { status, stdout } = await comment(await reportOf(head));
    expect(status).toBe(0);
    expect(stdout).toContain('No comment was posted. No open pull request has this commit at its head.');
    expect(hub.comments.size).toBe(0);
  });

  test('shows nothing of files that the pull request does not change, and mentions nobody', async () => {
    hub = await open();
    const report = await reportOf(head);
    const [finding] = report.findings;
    const forged = (path: string, message: string): object => ({ ...finding, path, message });
    const findings = [
      forged('.github/workflows/ci.yml', 'evil workflow'),
      forged('../../etc/passwd', 'evil path'),
      forged('README.md', '@everyone <script>alert(1)</script> [win](https://evil.test) #1 ::error::x'),
    ];
    await comment({ ...report, findings });
    const body = hub.comments.get(7)?.[0]?.body ?? '';
    expect(body).not.toMatch(/evil workflow|evil path|<script|@everyone|\]\(https:\/\/evil|#1\b/);
    expect(body).toContain('everyone');
    for (const { body: suggested } of hub.reviews) expect(suggested).not.toMatch(/@everyone|<script/);
  });

  test('a suggestion that does not fit the text is not made', async () => {
    hub = await open();
    const report = await reportOf(`Another line\n\n${head}`);
    const { stdout } = await comment(report);
    expect(hub.reviews).toEqual([]);
    expect(stdout).not.toContain('suggested.');
  });

  test.each([
    ['{', 'parts/report.json: not valid JSON'],
    ['{"version":1}', 'parts/report.json: not a listwright report'],
    ['{"version":9,"tool":{}}', 'unsupported report version 9; expected 1'],
    [' '.repeat(51_000_000), 'has more than 10 MB'],
  ])('rejects a file that is not a report', async (text, said) => {
    hub = await open();
    const { status, stdout } = await comment(text);
    expect([status, stdout]).toEqual([2, expect.stringContaining(said)]);
    expect(hub.log).toEqual([]);
  });

  test('does nothing without a report', async () => {
    hub = await open();
    const folder = workspace({});
    const { status, stdout } = await step(folder, { reports: 'none/*.json', comment: 'true', token: 'write' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('There is no report to publish.')]);
  });

  test('succeeds when the token may not write', async () => {
    hub = await open();
    hub.next.push(
      ...Array.from({ length: 1 }, () => ({
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      })),
    );
    const { status, stdout } = await comment(await reportOf(head));
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining(
        'No comment was posted. GitHub denied the request: the token needs the permission `pull-requests: read`.',
      ),
    ]);
  });
});

/** A report in which one link is dead and one moved. */
async function audited(dead: boolean, moved: boolean): Promise<Report> {
  const report = await reportOf(base);
  const at = (part: string) => {
    const offset = base.indexOf(part);
    const before = base.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  };
  const finding = (rule: string, severity: 'error' | 'warning', message: string, part: string, to: string | null) => ({
    ...{ rule, severity, message, path: 'README.md', url: part, start: at(part), places: null },
    end: { ...at(part), column: at(part).column + part.length, offset: at(part).offset + part.length },
    fix:
      to === null
        ? null
        : { safe: true, edits: [{ start: at(part).offset, end: at(part).offset + part.length, text: to }] },
  });
  const findings = [
    ...(dead
      ? [
          finding(
            'link-broken',
            'error',
            'https://bottle.test/ is broken: gone; replace it',
            'https://bottle.test/',
            null,
          ),
        ]
      : []),
    ...(moved ? [finding('link-moved', 'warning', 'it has moved', 'https://anagama.test/', 'https://ana.test/')] : []),
  ];
  const counts = { error: dead ? 1 : 0, warning: moved ? 1 : 0, info: 0, suppressed: 0 };
  return {
    ...report,
    run: { ...report.run, command: 'check' },
    findings: findings as unknown as Report['findings'],
    stats: { ...report.stats, findings: counts },
  };
}

function audit(report: Report, more: Readonly<Record<string, string>> = {}): Promise<Stepped> {
  const folder = workspace({ 'README.md': base, 'parts/1/report.json': JSON.stringify(report) });
  const env = { GITHUB_API_URL: hub.url, GITHUB_EVENT_NAME: 'schedule', GITHUB_SHA: commit, GITHUB_REF_NAME: 'main' };
  return step(
    folder,
    { reports: 'parts/*/report.json', issue: 'true', fixes: 'true', 'fail-on': 'never', token: 'write', ...more },
    { env, event: { repository: { default_branch: 'main' } } },
  );
}

describe('an audit', () => {
  test('opens one issue, keeps it, and closes it when no link is broken', async () => {
    hub = await open();
    const { status, stdout } = await audit(await audited(true, false));
    expect([status, stdout]).toEqual([0, expect.stringContaining('was opened')]);
    expect(hub.issues.map(({ state, title }) => [state, title])).toEqual([['open', 'A link of the list is broken']]);
    expect(hub.issues[0]?.body).toContain('https://bottle.test/');
    await audit(await audited(true, false));
    expect(hub.issues.length).toBe(1);
    expect((await audit(await audited(false, false))).stdout).toContain('was closed');
    expect(hub.issues.map(({ state }) => state)).toEqual(['closed']);
    // What dies later is another matter.
    await audit(await audited(true, false));
    expect(hub.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('offers the safe fixes as a pull request of one commit, and withdraws it when there are none', async () => {
    hub = await open();
    const { stdout } = await audit(await audited(false, true));
    expect(stdout).toContain('The pull request with fixes was opened');
    const made = hub.commits.get(hub.refs.get('heads/listwright/fixes') ?? '');
    expect(made?.parents).toEqual([commit]);
    expect(hub.trees.get(made?.tree ?? '')?.['README.md']).toBe(
      base.replace('https://anagama.test/', 'https://ana.test/'),
    );
    expect((await audit(await audited(false, true))).stdout).toContain('up to date');
    expect((await audit(await audited(false, false))).stdout).toContain('was closed');
    expect(hub.refs.has('heads/listwright/fixes')).toBe(false);
    expect(hub.pulls.map(({ number, state }) => [number === 7, state])).toEqual([
      [true, 'open'],
      [false, 'closed'],
    ]);
  });

  test('does not change a branch that has commits by others', async () => {
    hub = await open();
    await audit(await audited(false, true));
    const own = hub.refs.get('heads/listwright/fixes') ?? '';
    const theirs = 'd'.repeat(40);
    hub.commits.set(theirs, { sha: theirs, tree: 't', parents: [own], author: 'keeper' });
    hub.refs.set('heads/listwright/fixes', theirs);
    expect((await audit(await audited(false, true))).stdout).toContain(
      'The branch listwright/fixes has commits by others and was not changed',
    );
    expect(hub.refs.get('heads/listwright/fixes')).toBe(theirs);
    // The near miss: a commit of the bot's own is replaced.
    hub.commits.set(theirs, { sha: theirs, tree: 't', parents: [own], author: bot });
    expect((await audit(await audited(false, true))).stdout).toContain('was updated');
  });

  test('ledgers of parts are joined', async () => {
    hub = await open();
    const first = workspace({ 'README.md': base });
    const seen = join(first, 'ledger.jsonl');
    const web = await startWeb();
    const options = [`--connect-to=:443:127.0.0.1:${web.https}`, `--cacert=${web.ca}`, '--confirm-after=0s'];
    await step(first, { command: 'links', options: options.join('\n'), ledger: 'ledger.jsonl' });
    await web.stop();
    const text = readFileSync(seen, 'utf8');
    const folder = workspace({ 'parts/1/report.json': JSON.stringify(await audited(false, false)) });
    writeFileSync(join(folder, 'parts/1/ledger.jsonl'), text);
    const inputs = { reports: 'parts/*/report.json', ledgers: 'parts/*/ledger.jsonl', ledger: 'all.jsonl' };
    expect((await step(folder, inputs)).status).toBe(0);
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toBe(text);
    expect(text).toContain('bottle.test');
  });
});
