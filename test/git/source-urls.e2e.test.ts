import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSources, webAddress } from '../../src/git/source-urls.js';
import { bare, folder, repository } from './repository.js';

describe('the web URL of a repository', () => {
  test.each([
    ['https://github.com/weavers/looms.git', 'https://github.com/weavers/looms'],
    ['https://github.com/weavers/looms', 'https://github.com/weavers/looms'],
    ['https://github.com/weavers/looms/', 'https://github.com/weavers/looms'],
    ['https://weaver:secret@github.com/weavers/looms.git', 'https://github.com/weavers/looms'],
    ['https://x-access-token:secret@github.com:443/weavers/looms.js', 'https://github.com/weavers/looms.js'],
    ['git@github.com:weavers/looms.git', 'https://github.com/weavers/looms'],
    ['github.com:weavers/looms', 'https://github.com/weavers/looms'],
    ['ssh://git@github.com:22/weavers/looms.git', 'https://github.com/weavers/looms'],
    ['ssh://git@gitlab.com/guild/weavers/looms.git', 'https://gitlab.com/guild/weavers/looms'],
    ['https://github.guild.example/weavers/looms', 'https://github.guild.example/weavers/looms'],
    ['https://code.gitlab.guild.example/weavers/looms', 'https://code.gitlab.guild.example/weavers/looms'],
    // None of these is a page that shows files as GitHub does.
    ['http://github.com/weavers/looms', null],
    ['https://github.com/weavers', null],
    ['https://github.com/weavers/../looms', null],
    ['https://forge.example/weavers/looms', null],
    ['https://mygithub.com/weavers/looms', null],
    ['https://github.com/weavers/looms?x=<script>', null],
    ['https://github/weavers/looms', null],
    ['/srv/git/looms.git', null],
    ['../looms', null],
    ['ext::sh -c touch% owned', null],
    ['', null],
  ])('of %s is %s', (remote, address) => {
    expect(webAddress(remote)).toBe(address);
  });

  test('a long one is read at once', () => {
    expect(webAddress(`https://github.com/${'a/'.repeat(50_000)}!`)).toBe(null);
    expect(webAddress(`https://${'github.'.repeat(50_000)}!`)).toBe(null);
  });
});

describe('the pages of sources', () => {
  test('stand at the commit, below the folder that paths start from', async () => {
    const { root, git, commit } = repository();
    git('remote', 'add', 'origin', 'git@github.com:weavers/looms.git');
    const sha = commit({ 'README.md': '# A', 'docs/old looms #1.md': '# B' });
    const top = await findSources(root, bare);
    expect(top('README.md')).toBe(`https://github.com/weavers/looms/blob/${sha}/README.md?plain=1`);
    expect(top(join(root, 'README.md'))).toBe(`https://github.com/weavers/looms/blob/${sha}/README.md?plain=1`);
    const docs = await findSources(join(root, 'docs'), bare);
    const page = `https://github.com/weavers/looms/blob/${sha}/docs/old%20looms%20%231.md?plain=1`;
    expect(docs('old looms #1.md')).toBe(page);
    expect(docs('./old looms #1.md')).toBe(page);
    expect(docs('../README.md')).toBe(`https://github.com/weavers/looms/blob/${sha}/README.md?plain=1`);
  });

  test('are not known of files that are not in the repository, and not without a commit or an address', async () => {
    const { root, git, commit } = repository();
    const outside = folder();
    writeFileSync(join(outside, 'else.md'), '# C');
    expect((await findSources(root, bare))('README.md')).toBe(null);
    git('remote', 'add', 'origin', 'https://gitlab.com/weavers/looms');
    expect((await findSources(root, bare))('README.md')).toBe(null);
    const sha = commit({ 'README.md': '# A' });
    const sources = await findSources(root, bare);
    expect(sources('README.md')).toBe(`https://gitlab.com/weavers/looms/-/blob/${sha}/README.md?plain=1`);
    expect(sources('gone.md')).toBe(null);
    expect(sources(join(outside, 'else.md'))).toBe(null);
    git('remote', 'set-url', 'origin', '/srv/git/looms.git');
    expect((await findSources(root, bare))('README.md')).toBe(null);
  });

  test('come from GitHub Actions where git has no remote', async () => {
    const workspace = folder();
    mkdirSync(join(workspace, 'docs'));
    writeFileSync(join(workspace, 'docs', 'a.md'), '# A');
    const sha = 'a'.repeat(40);
    const env = {
      ...bare,
      ...{ GIT_CEILING_DIRECTORIES: workspace, GITHUB_SERVER_URL: 'https://github.com', GITHUB_SHA: sha },
      ...{ GITHUB_REPOSITORY: 'weavers/looms', GITHUB_WORKSPACE: workspace },
    };
    const page = `https://github.com/weavers/looms/blob/${sha}/docs/a.md?plain=1`;
    expect((await findSources(join(workspace, 'docs'), env))('a.md')).toBe(page);
    for (const wrong of [
      { GITHUB_SHA: 'main' },
      { GITHUB_SERVER_URL: 'javascript:alert(1)' },
      { GITHUB_REPOSITORY: '' },
      { GITHUB_WORKSPACE: undefined },
    ])
      expect((await findSources(join(workspace, 'docs'), { ...env, ...wrong }))('a.md')).toBe(null);
  });

  test('of a list on GitHub are where it was read', async () => {
    const remotes = new Map([
      ['weavers/looms/README.md', { repository: 'weavers/looms', file: null }],
      ['weavers/looms/docs/a.md', { repository: 'weavers/looms', file: { ref: 'v1', path: 'docs/a.md' } }],
    ]);
    const sources = await findSources(folder(), { ...bare, GIT_CEILING_DIRECTORIES: '/' }, remotes);
    expect(sources('weavers/looms/README.md')).toBe('https://github.com/weavers/looms/blob/HEAD/README.md?plain=1');
    expect(sources('weavers/looms/docs/a.md')).toBe('https://github.com/weavers/looms/blob/v1/docs/a.md?plain=1');
    expect(sources('weavers/other/README.md')).toBe(null);
  });
});
