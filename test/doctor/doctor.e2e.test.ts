import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnosis, fact } from '../../src/doctor/diagnosis.js';
import { ciDiagnosis, hooksDiagnosis } from '../../src/doctor/list.js';
import { cacheDiagnosis, gitDiagnosis, nodeDiagnosis } from '../../src/doctor/machine.js';
import { dnsDiagnosis, githubDiagnosis, proxyDiagnosis, tokenDiagnosis } from '../../src/doctor/network.js';
import type { GitHubAccess } from '../../src/links/github-access.js';
import type { LinkSettings } from '../../src/model/settings.js';
import { environmentIn, folderOf, listwright, oneError } from '../cli/command.js';

const secret = 'ghp_0123456789abcdefghij';
const settings = (githubToken: string | null, githubRest = 'https://api.github.com') =>
  ({ services: { githubToken, githubRest } }) as LinkSettings;
const answered = (facts: Partial<Extract<GitHubAccess, { kind: 'answered' }>> = {}): GitHubAccess => ({
  ...{ kind: 'answered', status: 200, scopes: null, remaining: 4990 },
  ...facts,
});
const said = ({ status, message, advice }: Diagnosis): string => `${status}: ${message}${advice ? `; ${advice}` : ''}`;

describe('the machine', () => {
  test.each([
    ['20.19.0', 'ok: Node 20.19.0'],
    ['26.0.1', 'ok: Node 26.0.1'],
    ['20.18.9', 'error: Node 20.18.9 is older than 20.19'],
    ['18.20.0', 'error: Node 18.20.0 is older than 20.19'],
  ])('Node %s', (nodeVersion, words) => expect(said(nodeDiagnosis({ nodeVersion }))).toContain(words));

  test('git: no repository, a repository, a shallow one, none at all', async () => {
    const cwd = folderOf();
    const env = environmentIn(cwd);
    expect(said(await gitDiagnosis({ cwd, env }))).toMatch(/^info: git \d.*not in a repository/);
    const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'ignore' });
    git(cwd, 'init');
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example'];
    for (const message of ['one', 'two']) git(cwd, ...who, 'commit', '--allow-empty', '-m', message);
    expect(said(await gitDiagnosis({ cwd, env }))).toMatch(/^ok: git \d.*, in a repository$/);
    git(cwd, 'clone', '--depth', '1', `file://${cwd}`, 'shallow');
    expect(said(await gitDiagnosis({ cwd: join(cwd, 'shallow'), env }))).toMatch(/^warning: .*shallow.*fetch-depth/);
    expect(said(await gitDiagnosis({ cwd, env: { ...env, PATH: folderOf() } }))).toMatch(/^warning: .*without git/);
  });

  test('the cache folder: not there yet, with a ledger, below a file, read-only', async () => {
    const folder = folderOf({ 'listwright/ledger.jsonl': 'x'.repeat(2500), file: '' });
    const at = async (path: string) => said(await cacheDiagnosis({ env: { XDG_CACHE_HOME: path } }));
    expect(await at(join(folder, 'new/deep'))).toMatch(/^ok: .*no ledger yet$/);
    expect(await at(folder)).toMatch(/^ok: .*ledger 3 kB$/);
    expect(await at(join(folder, 'file'))).toMatch(/^error: .*is not a folder; set XDG_CACHE_HOME/);
    if (process.getuid?.() === 0 || process.platform === 'win32') return;
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o500);
    expect(await at(join(folder, 'closed'))).toMatch(/^error: .*cannot be written/);
  });
});

describe('the network', () => {
  test.each([
    [{}, 'ok: none; requests are sent directly'],
    [{ HTTPS_PROXY: 'http://user:pass@proxy.example:3128' }, 'info: requests go through the proxy proxy.example:3128'],
    [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'github.com' }, 'but not for GitHub (NO_PROXY)'],
    [{ HTTPS_PROXY: 'ftp://user:pass@proxy.example' }, 'error: HTTPS_PROXY is not a proxy URL'],
  ])('the proxy in %j', (env, words) => {
    const text = said(proxyDiagnosis({ env }));
    expect(text).toContain(words);
    expect(text).not.toContain('pass');
  });

  test('names that resolve, that do not, that a proxy resolves, and addresses', async () => {
    const found = { lookup: async () => '192.0.2.1' };
    const gone = { lookup: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })) };
    const look = async (world: typeof found, env = {}, rest?: string) =>
      said(await dnsDiagnosis({ env, ...world }, settings(null, rest)));
    expect(await look(found)).toBe('ok: api.github.com resolves to 192.0.2.1');
    expect(await look(gone)).toMatch(/^error: api\.github\.com does not resolve \(ENOTFOUND\); .*--offline/);
    expect(await look(gone, { HTTPS_PROXY: 'proxy.example' })).toMatch(/^info: .*the proxy resolves names itself$/);
    expect(await look(gone, {}, 'http://127.0.0.1:8080')).toMatch(/^info: 127\.0\.0\.1 is an IP address/);
  });

  test.each<[string | null, GitHubAccess | null, string]>([
    [null, answered(), 'warning: no GitHub token'],
    [secret, null, 'info: GH_TOKEN is set (a classic token); it was not tried'],
    [secret, { kind: 'failed', why: 'no' }, 'info: GH_TOKEN is set (a classic token); GitHub could not be reached'],
    [secret, answered({ status: 401 }), 'error: GitHub rejects GH_TOKEN (a classic token)'],
    [secret, answered({ scopes: [] }), 'ok: GH_TOKEN is a classic token; no scopes'],
    [secret, answered({ scopes: ['read:org'] }), 'ok: GH_TOKEN is a classic token; 1 scope: read:org'],
    [
      secret,
      answered({ scopes: ['repo', 'gist'] }),
      'info: GH_TOKEN is a classic token; 2 scopes: repo, gist; reading',
    ],
    [`github_pat_${secret}`, answered(), 'ok: GH_TOKEN is a fine-grained token; it has fine-grained permissions'],
    [`ghs_${secret}`, answered(), 'ok: GH_TOKEN is a token of GitHub Actions or a GitHub App'],
  ])('the token %s with %j', (token, access, words) => {
    const text = said(tokenDiagnosis({ env: token === null ? {} : { GH_TOKEN: token } }, settings(token), access));
    expect(text).toContain(words);
    expect(text).not.toContain(secret);
  });

  test('a token of another GitHub server is not sent to github.com', () => {
    expect(said(tokenDiagnosis({ env: { GITHUB_TOKEN: secret } }, settings(null), answered()))).toContain(
      'another GitHub',
    );
  });

  test.each<[GitHubAccess, string]>([
    [answered(), 'ok: api.github.com answers; 4,990 requests left this hour'],
    [answered({ remaining: 1 }), '1 request left'],
    [answered({ remaining: 0 }), 'warning: api.github.com limits requests'],
    [answered({ status: 429 }), 'warning: api.github.com limits requests'],
    [answered({ status: 502, remaining: null }), 'warning: api.github.com answers with status 502'],
    [{ kind: 'failed', why: 'connection refused' }, 'error: api.github.com cannot be reached: connection refused'],
  ])('GitHub: %j', (access, words) => expect(said(githubDiagnosis(settings(null), access))).toContain(words));
});

describe('the repository', () => {
  test.each([
    [{}, 'not running in CI'],
    [{ CI: 'false' }, 'not running in CI'],
    [{ CI: 'true' }, 'a CI service'],
    [{ CI: 'true', GITHUB_ACTIONS: 'true' }, 'GitHub Actions; link results are stored as those of CI, findings become'],
    [{ GITHUB_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }, 'Forgejo Actions'],
    [{ GITLAB_CI: 'true' }, 'GitLab CI'],
  ])('CI in %j', (env, words) => expect(said(ciDiagnosis({ env }))).toContain(words));

  test.each([
    [{ TF_BUILD: 'True' }, 'ci'],
    [{ CI: 'true' }, 'ci'],
    [{ CI: 'false' }, 'local'],
    [{}, 'local'],
  ])('a run with %j stores verdicts as those of %s, as doctor says', async (own, vantage) => {
    const env = { CI: '', GITHUB_ACTIONS: '', ...own };
    const { stdout } = await listwright(folderOf({ 'README.md': oneError }), ['lint', '-r', 'json'], { env });
    expect(JSON.parse(stdout).run.vantage).toBe(vantage);
    expect(said(ciDiagnosis({ env }))).toContain(
      vantage === 'ci' ? 'stored as those of CI' : 'labeled as coming from this machine',
    );
  });

  test.each([
    ['.pre-commit-config.yaml', 'repos:\n  - repo: https://github.com/listwright/listwright\n', true],
    ['.github/workflows/list.yml', 'uses: listwright/listwright@v1\n', true],
    ['.husky/pre-commit', 'npx listwright lint\n', true],
    ['.pre-commit-config.yaml', 'repos: []\n', false],
    ['README.md', 'listwright\n', false],
  ])('hooks: %s %j', async (name, text, runs) => {
    const cwd = folderOf({ [name]: text });
    const found = said(await hooksDiagnosis({ cwd, env: environmentIn(cwd) }));
    if (runs) expect(found).toBe(`ok: listwright runs from ${name}`);
    else expect(found).toMatch(/^info: no hook or workflow/);
  });
});

describe('listwright doctor', () => {
  interface Printed {
    readonly ok: boolean;
    readonly checks: readonly Diagnosis[];
  }
  const run = async (files: Readonly<Record<string, string>>, args: readonly string[], env = {}) => {
    const cwd = folderOf(files);
    const ended = await listwright(cwd, ['doctor', ...args], { env: { XDG_CACHE_HOME: join(cwd, 'cache'), ...env } });
    return { ...ended, printed: args.includes('--json') ? (JSON.parse(ended.stdout) as Printed) : null };
  };
  const checkOf = (printed: Printed | null, check: string) => printed?.checks.find((each) => each.check === check);

  test('without network says what counts and why', async () => {
    const files = { 'README.md': oneError, '.listwrightrc': '{ "quiet": true }' };
    const { status, printed } = await run(files, ['--json', '--offline']);
    expect([status, printed?.ok]).toEqual([0, true]);
    expect(printed?.checks.map(({ check }) => check)).toEqual([
      ...['node', 'git', 'cache', 'proxy', 'token', 'configuration', 'preset', 'ci', 'hooks'],
    ]);
    expect(checkOf(printed, 'configuration')).toEqual(
      fact('configuration', '.listwrightrc, in the folder of the list'),
    );
    expect(checkOf(printed, 'preset')?.message).toMatch(/^README\.md uses the awesome preset: the title .*3 entries/);
  });

  test.each<[Readonly<Record<string, string>>, readonly string[], string]>([
    [{}, [], 'no configuration file'],
    [{ 'listwright.config.json': '{}' }, ['docs/list.md'], 'listwright.config.json, in the nearest parent folder'],
    [{ 'other.json': '{}' }, ['--config', 'other.json'], 'other.json, because --config names it'],
    [{ 'listwright.config.json': '{}' }, ['--no-config'], 'because of --no-config'],
  ])('the configuration of %j with %j', async (files, args, words) => {
    const all = { 'README.md': oneError, 'docs/list.md': oneError, ...files };
    const { printed } = await run(all, ['--json', '--offline', ...args]);
    expect(checkOf(printed, 'configuration')?.message).toContain(words);
  });

  test.each<[Readonly<Record<string, string>>, object, string]>([
    [{ '.listwrightrc': '{ "rulez": {} }' }, {}, 'configuration'],
    [{}, { GITHUB_TOKEN: `${secret} x` }, 'token'],
    [{}, { HTTPS_PROXY: 'ftp://x' }, 'proxy'],
    [{ 'listwright.config.mjs': 'process.exit(9)' }, { GITHUB_EVENT_NAME: 'pull_request' }, 'configuration'],
  ])('%j in %j is a problem of the %s', async (files, env, check) => {
    const { status, stdout, printed } = await run({ 'README.md': oneError, ...files }, ['--json', '--offline'], env);
    expect([status, printed?.ok, checkOf(printed, check)?.status]).toEqual([1, false, 'error']);
    expect(stdout).not.toContain(secret);
  });

  test('a folder without a list is a problem, and text from files is made safe to print', async () => {
    const { status, stdout } = await run({ '.listwrightrc': '{ "a\u001b[31m\u202e": 1 }' }, ['--offline']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^listwright \d/);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    expect((await run({ 'notes.md': '# A\n' }, ['--offline'])).stdout).toContain('error    preset');
  });

  test('asks GitHub with the token, and repeats nothing of it', async () => {
    const asked: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];
    const server = createServer(({ url, headers }, response) => {
      asked.push({ url, headers });
      const known = headers.authorization === `bearer ${secret}`;
      response.writeHead(known ? 200 : 401, {
        'content-type': 'application/json',
        'x-oauth-scopes': 'repo, \u009b31m',
      });
      response.end(JSON.stringify({ rate: { remaining: 4321 } }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const GITHUB_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const files = { 'README.md': oneError };
    try {
      const good = await run(files, ['--json'], { GITHUB_API_URL, GITHUB_TOKEN: secret });
      expect(asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        ['/rate_limit', `bearer ${secret}`],
      ]);
      expect(good.status).toBe(0);
      expect(checkOf(good.printed, 'github')?.message).toMatch(/4,321 requests left this hour$/);
      expect(checkOf(good.printed, 'token')?.message).toMatch(/2 scopes: repo, /);
      const bad = await run(files, [], { GITHUB_API_URL, GITHUB_TOKEN: 'ghp_wrongwrongwrong' });
      expect(bad.status).toBe(1);
      expect(bad.stdout).toMatch(/error {4}token .*GitHub rejects GITHUB_TOKEN/);
      for (const { stdout } of [good, bad]) expect(stdout).not.toMatch(/0123456789|wrongwrong|\u009b/);
    } finally {
      server.close();
    }
    const gone = await run(files, ['--json'], { GITHUB_API_URL });
    expect([gone.status, checkOf(gone.printed, 'github')?.status]).toEqual([1, 'error']);
  });
});
