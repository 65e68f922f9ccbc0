import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBase } from '../../src/git/base.js';
import { textAtBase } from '../../src/git/base-text.js';
import { gitIn } from '../../src/git/git.js';
import { isBranch } from '../../src/git/github-event.js';
import { UserError } from '../../src/model/errors.js';
import { bare, copyOf, folder, repository } from './repository.js';

/** What `findBase` says to the user. */
async function refused(ref: string, cwd: string, env: NodeJS.ProcessEnv = bare): Promise<string> {
  const error = await findBase(ref, cwd, env).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  const { message } = error as UserError;
  expect(message).not.toContain('\n');
  return message;
}

let fork = '';
let main = '';

/** A repository whose branch `topic` left `main` at `fork`; both went on. */
const forked = () => {
  const repo = copyOf('forked', () => {
    const made = repository();
    made.commit({ 'README.md': '# Pots\n' });
    fork = made.commit({ 'README.md': '# Pots\n\nClay.\n' });
    made.git('switch', '-q', '-c', 'topic');
    made.commit({ 'README.md': '# Pots\n\nClay and more.\n' });
    made.git('switch', '-q', 'main');
    main = made.commit({ 'other.md': 'Iron.\n' });
    made.git('switch', '-q', 'topic');
    return made;
  });
  return { repo, fork, main };
};

/** A clone of one commit, or of a few. */
function clone(from: string, ...options: string[]) {
  const into = join(folder(), 'clone');
  execFileSync('git', ['-c', 'protocol.file.allow=always', 'clone', '-q', ...options, `file://${from}`, into], {
    env: bare,
    stdio: 'ignore',
  });
  return repository(into);
}

describe('a named ref', () => {
  test('the base is where the branches parted, not where the other is now', async () => {
    const { repo, fork, main } = forked();
    const base = await findBase('main', repo.root, bare);
    expect(base).toMatchObject({ commit: fork, ref: 'main', root: repo.root });
    expect(fork).not.toBe(main);
  });

  test('a tag, an abbreviated commit and a folder below the root will do', async () => {
    const { repo, fork } = forked();
    repo.git('tag', '-a', 'v1', '-m', 'One', fork);
    mkdirSync(join(repo.root, 'docs und mehr'));
    for (const ref of ['v1', fork.slice(0, 10), 'HEAD~1', 'topic~1']) {
      expect((await findBase(ref, join(repo.root, 'docs und mehr'), bare)).commit).toBe(fork);
    }
    expect((await findBase('HEAD', repo.root, bare)).commit).toBe(repo.git('rev-parse', 'HEAD'));
  });

  test.each(['-p', '--output=here', '', 'main\n', 'a\0b', '\u001b[31m'])('%j is not a ref', async (ref) => {
    const { repo } = forked();
    expect(await refused(ref, repo.root)).toContain('not a git ref; use a branch, a tag or a commit');
    expect(existsSync(join(repo.root, 'here'))).toBe(false);
  });

  test.each(['nowhere', 'main..topic', 'main:README.md', 'HEAD~99', 'HEAD^{tree}', '$(touch here)'])(
    '%s names no commit',
    async (ref) => {
      const { repo } = forked();
      expect(await refused(ref, repo.root)).toMatch(/^--since .*: unknown commit; fetch it with/);
      expect(existsSync(join(repo.root, 'here'))).toBe(false);
    },
  );

  test('a branch that only the remote has is suggested', async () => {
    const { repo, fork } = forked();
    const copy = clone(repo.root);
    expect(await refused('main', copy.root)).toBe('--since main: unknown ref; did you mean --since origin/main?');
    expect((await findBase('origin/main', copy.root, bare)).commit).toBe(fork);
  });
});

describe('folders without a repository to compare with', () => {
  test('a plain folder', async () => {
    expect(await refused('main', folder())).toMatch(/is not in a git repository, so there is nothing to compare with$/);
  });

  test('a bare repository, and one that hides in a folder of the work tree', async () => {
    const { repo } = forked();
    const copy = clone(repo.root, '--bare');
    expect(await refused('main', copy.root)).toMatch(/is not in a git repository/);
    const inside = repository();
    inside.commit({ 'README.md': '# Pots\n' });
    const trap = join(inside.root, 'trap');
    execFileSync('git', ['init', '-q', '--bare', trap], { env: bare });
    expect(await refused('HEAD', trap)).toMatch(/is not in a git repository/);
    // Plain git takes the folder for a repository, and obeys its configuration.
    expect(repository(trap).git('rev-parse', '--git-dir')).toBe('.');
    expect((await gitIn(trap, bare)(['rev-parse', '--git-dir'])).code).toBe(128);
    expect((await findBase('HEAD', join(inside.root, '.'), bare)).root).toBe(inside.root);
  });

  test('a branch without a commit', async () => {
    const { repo } = forked();
    repo.git('switch', '-q', '--orphan', 'new');
    expect(await refused('main', repo.root)).toContain('has no commit yet');
  });

  test('unrelated histories', async () => {
    const { repo } = forked();
    repo.git('switch', '-q', '--orphan', 'other');
    repo.commit({ 'a.md': 'a\n' });
    expect(await refused('main', repo.root)).toMatch(
      /no common commit of main and HEAD exists: their histories are unrelated$/,
    );
  });

  test('a repository of another user', async () => {
    const { repo } = forked();
    const env = { ...bare, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    expect(await refused('main', repo.root, env)).toMatch(/belongs to another user.*safe\.directory/);
  });

  test('no git', async () => {
    const { repo } = forked();
    expect(await refused('main', repo.root, { PATH: folder() })).toMatch(/^git was not found/);
  });
});

describe('shallow clones', () => {
  test('a ref and a merge base that were not fetched', async () => {
    const { repo, fork } = forked();
    const copy = clone(repo.root, '--depth', '1');
    const advice = /`git fetch --unshallow`, or give actions\/checkout `fetch-depth: 0`$/;
    expect(await refused(fork, copy.root)).toMatch(advice);
    copy.git('fetch', '-q', '--depth', '1', 'origin', 'main:refs/remotes/origin/main');
    const without = await refused('origin/main', copy.root);
    expect(without).toMatch(advice);
    expect(without).toContain('no common commit of origin/main and HEAD was found');
    copy.git('fetch', '-q', '--unshallow');
    expect((await findBase('origin/main', copy.root, bare)).commit).toBe(fork);
  });

  test('files that a partial clone left out are not fetched', async () => {
    const { repo } = forked();
    repo.git('config', 'uploadpack.allowFilter', 'true');
    const copy = clone(repo.root, '--filter=blob:none');
    const base = await findBase('HEAD~1', copy.root, bare);
    const read = textAtBase(base, join(copy.root, 'README.md'));
    await expect(read).rejects.toThrow(UserError);
    await expect(read).rejects.toThrow(/partial clone.*git fetch --refetch --no-filter/);
  });
});

describe('--since auto', () => {
  test('the commit that GitHub makes of a pull request needs one more of the history', async () => {
    const origin = repository();
    const fork = origin.commit({ 'README.md': 'one\n' });
    origin.git('checkout', '-q', '-b', 'change');
    const head = origin.commit({ 'README.md': 'two\n' });
    origin.git('checkout', '-q', 'main');
    const tip = origin.commit({ 'other.md': 'later\n' });
    origin.git('merge', '-q', '--no-ff', '-m', 'Merge', 'change');
    const merge = origin.git('rev-parse', 'HEAD').trim();
    const shallow = folder();
    origin.git('clone', '-q', '--depth', '2', `file://${origin.root}`, shallow);
    const content = JSON.stringify({ pull_request: { base: { sha: fork }, head: { sha: head } } });
    const file = repository().write({ 'event.json': content });
    const env = { ...bare, GITHUB_EVENT_PATH: file };
    expect(await findBase('auto', shallow, { ...env, GITHUB_SHA: merge })).toMatchObject({ commit: tip });
    for (const pull of [
      { base: { sha: tip }, head: { sha: head } },
      { base: { sha: fork }, head: { sha: head }, merge_commit_sha: merge },
    ]) {
      const named = repository().write({ 'event.json': JSON.stringify({ pull_request: pull }) });
      expect(await findBase('auto', shallow, { ...bare, GITHUB_EVENT_PATH: named })).toMatchObject({ commit: tip });
    }
    // The near miss: a merge that nothing from GitHub names, which the author of the pull request may have made.
    expect(await findBase('auto', origin.root, env)).toMatchObject({ commit: fork });
    expect(await findBase('auto', origin.root, { ...env, GITHUB_SHA: tip })).toMatchObject({ commit: fork });
    // The near miss: a merge of something else has no base to tell.
    const other = JSON.stringify({ pull_request: { base: { sha: fork }, head: { sha: fork } } });
    const odd = repository().write({ 'event.json': other });
    expect(await findBase('auto', origin.root, { ...bare, GITHUB_EVENT_PATH: odd })).toMatchObject({ commit: fork });
  });

  const event = (content: unknown): string => {
    const file = join(folder(), 'event.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  test('the base branch of the pull request, else its commit', async () => {
    const { repo, fork, main } = forked();
    const copy = clone(repo.root);
    const byBranch = await findBase('auto', copy.root, { ...bare, GITHUB_BASE_REF: 'main' });
    expect(byBranch).toMatchObject({ commit: fork, ref: 'origin/main' });
    const file = event({ pull_request: { base: { sha: main } } });
    for (const branch of ['', 'gone', '-x', 'main^{/clay}']) {
      const env = { ...bare, GITHUB_BASE_REF: branch, GITHUB_EVENT_PATH: file };
      expect(await findBase('auto', copy.root, env)).toMatchObject({ commit: fork, ref: main });
    }
  });

  test('a push: what was there before; a new branch: the default branch; a merge queue: its base', async () => {
    const { repo, fork, main } = forked();
    const copy = clone(repo.root);
    const at = async (content: unknown) =>
      (await findBase('auto', copy.root, { ...bare, GITHUB_BASE_REF: '', GITHUB_EVENT_PATH: event(content) })).commit;
    expect(await at({ before: fork, ref: 'refs/heads/topic' })).toBe(fork);
    expect(await at({ before: '0'.repeat(40), repository: { default_branch: 'main' } })).toBe(fork);
    expect(await at({ merge_group: { base_sha: main } })).toBe(fork);
  });

  test.each([
    ['another event', { schedule: '0 0 * * *' }],
    ['null', null],
    ['a list', []],
    ['a number', 7],
    ['other types', { pull_request: { base: { sha: 7 } }, before: ['x'], merge_group: 'y' }],
    ['a ref in place of a commit', { before: '--output=x', pull_request: { base: 'main' } }],
    ['a short commit', { before: 'abc1234' }],
    ['zeros, and a branch that is none', { before: '0'.repeat(40), repository: { default_branch: 'a..b' } }],
    ['inherited names', '{"__proto__":{"before":"0123456789012345678901234567890123456789"}}'],
  ])('%s: says what was looked for', async (_, content) => {
    const { repo } = forked();
    const said = await refused('auto', repo.root, { ...bare, GITHUB_EVENT_PATH: event(content) });
    expect(said).toMatch(/pull_request\.base\.sha.*merge_group\.base_sha.*before/);
  });

  test.each([
    ['not JSON', '{"before":', /is not JSON/],
    ['very deep', '['.repeat(200_000), /is not JSON/],
    ['empty', '', /is not JSON/],
  ])('%s', async (_, content, said) => {
    const { repo } = forked();
    expect(await refused('auto', repo.root, { ...bare, GITHUB_EVENT_PATH: event(content) })).toMatch(said);
  });

  test('no file, a folder, nothing set, commits that are not here', async () => {
    const { repo } = forked();
    const { root } = repo;
    expect(await refused('auto', root, { ...bare, GITHUB_EVENT_PATH: join(root, 'no') })).toMatch(/cannot be read/);
    expect(await refused('auto', root, { ...bare, GITHUB_EVENT_PATH: root })).toMatch(/is not a file of at most 25 MB/);
    expect(await refused('auto', root)).toMatch(/neither GITHUB_BASE_REF nor GITHUB_EVENT_PATH is set/);
    const away = event({ pull_request: { base: { sha: 'b'.repeat(40) } } });
    const env = { ...bare, GITHUB_BASE_REF: 'main', GITHUB_EVENT_PATH: away };
    expect(await refused('auto', root, env)).toMatch(/origin\/main and b{40} cannot be found here; fetch it/);
    const shallow = clone(root, '--depth', '1');
    expect(await refused('auto', shallow.root, env)).toMatch(/fetch-depth: 0/);
  });

  test.each([
    ['main', true],
    ['release/2.x', true],
    ['étage', true],
    ['-x', true],
    ['a..b', false],
    ['main~1', false],
    ['main^{tree}', false],
    ['@{u}', false],
    ['a b', false],
    ['', false],
  ])('%j as a branch: %s', (name, is) => {
    expect(isBranch(name)).toBe(is);
  });
});

describe('hostile repositories', () => {
  test('nothing that the configuration names is run', async () => {
    const { changedFiles } = await import('../../src/git/changed-files.js');
    const repo = repository();
    const mark = join(folder(), 'mark');
    const program = join(folder(), 'program');
    writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${mark}'\ncat 2>/dev/null\n`);
    chmodSync(program, 0o755);
    repo.commit({ 'README.md': '# Pots\n', '.gitattributes': '*.md diff=evil filter=evil\n' });
    const keys = ['core.fsmonitor', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'core.pager'];
    for (const key of [...keys, 'filter.evil.clean', 'filter.evil.smudge', 'filter.a=b.clean']) {
      repo.git('config', key, program);
    }
    repo.git('config', 'filter.evil.required', 'true');
    mkdirSync(join(repo.root, '.git/hooks'));
    writeFileSync(join(repo.root, '.git/hooks/post-index-change'), `#!/bin/sh\n'${program}'\n`, { mode: 0o755 });
    repo.write({ 'README.md': '# Urns\n', '.gitattributes': '*.md diff=evil filter=evil\n*.txt filter=a=b\n' });
    const base = await findBase('HEAD', repo.root, { ...bare, PAGER: program, GIT_EXTERNAL_DIFF: program });
    expect((await changedFiles(base)).map(({ file }) => file.slice(repo.root.length))).toEqual([
      '/.gitattributes',
      '/README.md',
    ]);
    expect(await textAtBase(base, join(repo.root, 'README.md'))).toBe('# Pots\n');
    expect(existsSync(mark)).toBe(false);
    // The trap works: plain git steps into it.
    repo.git('diff', '--stat', 'HEAD');
    expect(existsSync(mark)).toBe(true);
  });
});
