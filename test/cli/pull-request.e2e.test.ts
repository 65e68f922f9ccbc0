import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pullRequestTo, type Repository, repository } from '../git/repository.js';
import { folderOf, listwright } from './command.js';
import { type Call, commandNames, filesFor, list, listCalls, otherCommands } from './every-command.js';

const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', CI: 'true' };
const calls = Object.entries(listCalls).map(([name, call]) => ({ name, call }));
const callOf = (name: string): Call =>
  Object.entries(listCalls).find(([one]) => one === name)?.[1] ?? { args: [name], config: {} };

test('every command is called here, or takes no configuration from a folder', () => {
  expect([...Object.keys(listCalls), ...otherCommands].sort()).toEqual([...commandNames].sort());
});

describe.each(calls)('in a pull request, $name', ({ call }) => {
  test('runs no code of the head, and uses the configuration of the base', async () => {
    const made = pullRequestTo(filesFor(call));
    made.commit({ 'listwright.config.mjs': "throw new Error('code of the head ran');" });
    const { stdout, stderr, status } = await listwright(made.root, call.args, { env: event });
    expect(stdout + stderr).not.toContain('code of the head ran');
    expect(stderr).not.toContain('listwright.config.json: ');
    const undisturbed = await listwright(pullRequestTo(filesFor(call)).root, call.args, { env: event });
    expect(status).toBe(undisturbed.status);
    const own = await listwright(made.root, call.args, { env: { CI: '' } });
    expect(own.stdout + own.stderr).toContain('code of the head ran');
  });

  test('runs no code of the head where the base is not here', async () => {
    const made = pullRequestTo({ 'README.md': list });
    made.git('update-ref', '-d', 'refs/remotes/origin/main');
    made.commit({ 'listwright.config.mjs': "throw new Error('code of the head ran');" });
    const { stdout, stderr } = await listwright(made.root, call.args, { env: event });
    expect(stdout + stderr).not.toContain('code of the head ran');
    expect(stdout + stderr).toContain('fetch-depth: 2');
  });

  test.skipIf(process.platform === 'win32')('reads no list outside of the repository', async () => {
    const outside = folderOf({ 'secret.md': list.replaceAll('Warp', 'Secret') });
    const made = pullRequestTo(filesFor(call));
    rmSync(join(made.root, 'README.md'));
    symlinkSync(join(outside, 'secret.md'), join(made.root, 'README.md'));
    made.commit();
    const { stdout, stderr } = await listwright(made.root, call.args, { env: event });
    expect(stdout + stderr).toContain('README.md: this file is outside the repository');
    expect(stdout + stderr).not.toContain('Secret');
    expect(stdout + stderr).not.toContain('1 entry');
  });
});

test.skipIf(process.platform === 'win32')(
  'in a pull request, init reads no list outside of the repository',
  async () => {
    const outside = folderOf({ 'secret.md': list.replaceAll('Warp', 'Secret') });
    const made = pullRequestTo({});
    symlinkSync(join(outside, 'secret.md'), join(made.root, 'README.md'));
    made.commit();
    const planned = (env: NodeJS.ProcessEnv) => listwright(made.root, ['init', '--dry-run'], { env });
    const { status, stdout, stderr } = await planned(event);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('README.md: this file is outside the repository');
    expect((await planned({ CI: '' })).status).toBe(0);
  },
);

describe.skipIf(process.platform === 'win32')('in a pull request, no output follows a link of the head', () => {
  /** A baseline too, as the file that is overwritten by one is read first. */
  const kept = '{"version":1,"findings":[]} ';
  const report = (made: Repository) =>
    listwright(made.root, ['lint', '--no-cache', '-r', 'json=whole.json'], { env: { CI: '' } });

  test.each<[string, readonly string[]]>([
    ['lint', ['-r', 'json=out.yaml']],
    ['check', ['-o', 'out.yaml']],
    ['lint', ['--update-baseline', '--baseline', 'out.yaml']],
    ['export', ['--to', 'csv=out.yaml']],
    ['extract', ['--data', 'out.yaml', '--write']],
    ['prune', ['--message', 'out.yaml']],
    ['refresh', ['--message', 'out.yaml']],
    ['merge', ['whole.json', '-o', 'out.yaml']],
  ])('%s %j', async (name, more) => {
    const outside = folderOf({ victim: kept });
    const victim = () => readFileSync(join(outside, 'victim'), 'utf8');
    const call = callOf(name);
    const made = pullRequestTo(filesFor(call));
    await report(made);
    symlinkSync(join(outside, 'victim'), join(made.root, 'out.yaml'));
    made.commit();
    const run = (env: NodeJS.ProcessEnv) => listwright(made.root, [...call.args, ...more], { env });
    const { status, stderr } = await run(event);
    expect([status, stderr]).toEqual([2, expect.stringContaining('symbolic link of the repository')]);
    expect(victim()).toBe(kept);
    await run({ CI: '' });
    expect(victim()).not.toBe(kept);
  });
});

test.each(['check', 'links', 'prune', 'refresh', 'export', 'stats', 'tree'])(
  'in a pull request, %s does not use a ledger that git tracks',
  async (name) => {
    const call = callOf(name);
    const more = name === 'tree' ? ['--json', '--facts'] : [];
    const made = pullRequestTo({ ...filesFor(call), 'ledger.jsonl': '' });
    const run = (env: NodeJS.ProcessEnv) =>
      listwright(made.root, [...call.args, ...more, '--ledger', 'ledger.jsonl'], { env });
    expect((await run(event)).stderr).toContain('is tracked by git, so it is not used in a pull request');
    expect((await run({ CI: '' })).stderr).not.toContain('is tracked by git');
  },
);

test('a copy of the base is removed when a command ends', async () => {
  const files = { 'README.md': list, 'listwright.config.mjs': 'export default { rules: {} };' };
  const made = pullRequestTo(files);
  made.commit({ 'listwright.config.mjs': "throw new Error('code of the head ran');" });
  const { status } = await listwright(made.root, ['tree'], { env: event });
  expect(status).toBe(0);
  expect(existsSync(join(made.root, `.git/listwright-base-${process.pid}`))).toBe(false);
});

test('a commit of the far future keeps no export from ending', async () => {
  const made = repository();
  made.write({ 'README.md': list });
  made.git('add', '-A');
  const who = 'Potter <potter@clay.test> 253402300800 +0000';
  const commit = `tree ${made.git('write-tree')}\nauthor ${who}\ncommitter ${who}\n\nAdd a loom\n`;
  const file = made.write({ '.git/far': commit });
  made.git('update-ref', 'HEAD', made.git('hash-object', '-t', 'commit', '-w', file));
  const { status, stdout } = await listwright(made.root, ['export', '--to', 'html']);
  expect([status, stdout]).toEqual([0, expect.stringContaining('Warp')]);
});
