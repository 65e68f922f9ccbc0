import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { repository } from '../../git/repository.js';
import { type Hub, openHub } from '../../web/hub.js';
import { openRepository } from '../../web/hub-repository.js';
import { folderOf, listwright } from '../command.js';

const list = `# Awesome Pens [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Things to write with.

## Inks

- [Blue](https://blue.example/) - Blue ink.
- [Red](https://red.example/) - Red ink.
- [Teal](https://teal.example/) - Teal ink.
`;
const form = (url: string, more = '') =>
  `### URL\n\n${url}\n\n### Name\n\nSepia\n\n### Description\n\nbrown ink\n\n### Section\n\nInks\n${more}`;
const eventOf = (body: unknown, issue: object = {}) =>
  JSON.stringify({
    issue: { number: 7, body, ...issue },
    repository: { full_name: 'o/r', default_branch: 'main' },
  });
const words = ['add', '--issue', 'event.json', '--offline'];

let hub: Hub | null = null;
afterEach(async () => {
  await hub?.close();
  hub = null;
});

describe('add --issue', () => {
  test('prints the entry that a form becomes, and writes nothing', async () => {
    const folder = folderOf({ 'README.md': list, 'event.json': eventOf(form('https://ink.example/')) });
    const { status, stdout, stderr } = await listwright(folder, words);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('**Proposed entry** in `Inks`, after `Teal`.');
    expect(stdout).toContain('+- [Sepia](https://ink.example/) - Brown ink.');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(list);
  });

  test('names the fields of the form, not options, where a section is not clear', async () => {
    const nested = list
      .replace('## Inks', '## ORM\n\n### Inks')
      .replace(/$/, '\n### Papers\n\n- [A4](https://a4.example/) - White.\n');
    const orm = form('https://zzz.example/')
      .replace('### Section\n\nInks', '### Section\n\nORM')
      .replace('brown ink', 'zz');
    const folder = folderOf({ 'README.md': nested, 'event.json': eventOf(orm.replace('Sepia', 'Zz')) });
    const { status, stdout } = await listwright(folder, words);
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/write one of these in the field Section: .*ORM › Inks/),
    ]);
    expect(stdout).not.toContain('--section');
  });

  test.each([
    ['http://127.0.0.1/', 1],
    ['http://[::1]/x', 1],
    ['http://localhost:8080/', 1],
    ['http://10.0.0.7/', 1],
    ['https://1.1.1.1/', 0],
    ['https://localhost.example/', 0],
  ])('offline, %s gives status %i', async (url, wanted) => {
    const folder = folderOf({ 'README.md': list, 'event.json': eventOf(form(url)) });
    const { status, stdout } = await listwright(folder, words);
    expect([status, stdout.includes('**Proposed entry**')]).toEqual([wanted, wanted === 0]);
    const direct = await listwright(folder, ['add', url, '--offline', '--name', 'Sepia', '--section', 'Inks']);
    expect(direct.status === 0).toBe(wanted === 0);
  });

  test('says which commit removed the URL before, and nothing where none did', async () => {
    const { root, commit } = repository();
    commit({ 'README.md': `${list}- [Umber](https://ink.example/) - Umber ink.\n` });
    const removal = commit({ 'README.md': list });
    writeFileSync(join(root, 'event.json'), eventOf(form('http://www.ink.example')));
    expect((await listwright(root, words)).stdout).toContain(
      `This URL was in the list before: commit ${removal.slice(0, 7)} removed it on`,
    );
    writeFileSync(join(root, 'event.json'), eventOf(form('https://new.example/')));
    expect((await listwright(root, words)).stdout).not.toContain('before');
  });

  test('writes the entry by the format, with what the form says of its fields', async () => {
    const entries = { format: '- [{name}]({url}){? ({year})} - {description}.{* `{license}`}' };
    const made = (more: string) =>
      folderOf({
        ...{ 'README.md': list, 'event.json': eventOf(form('https://ink.example/', more)) },
        'listwright.config.json': JSON.stringify({ entries }),
      });
    const { stdout } = await listwright(
      made('\n### Year\n\n1856\n\n### License\n\nMIT, `x`\n\n### Other\n\nno\n'),
      words,
    );
    expect(stdout).toContain("- [Sepia](https://ink.example/) (1856) - Brown ink. `MIT` `'x'`\n");
    const without = await listwright(made('\n### Year\n\n_No response_\n'), words);
    expect(without.stdout).toContain('- [Sepia](https://ink.example/) - Brown ink.\n');
    const hostile = await listwright(made('\n### Year\n\n1) [x](https://evil.example/) <b>\n- [y](z)\n'), words);
    expect(hostile.stdout).toContain('(1) \\[x\\](https://evil.example/) \\<b> - \\[y\\](z))');
  });

  test('proposes no change of a list that is written from data, and names the data', async () => {
    const marked = `${list.replace('## Inks', '<!-- listwright:start -->\n\n## Inks')}\n<!-- listwright:end -->\n`;
    const config = JSON.stringify({
      entries: { format: '- [{name}]({url}) - {description}.' },
      source: { files: 'inks.yaml', contents: false },
    });
    const folder = folderOf({
      ...{ 'README.md': marked, 'event.json': eventOf(form('https://ink.example/')) },
      'listwright.config.json': config,
    });
    const { status, stdout } = await listwright(folder, words);
    expect(status).toBe(0);
    expect(stdout).toContain('- [Sepia](https://ink.example/) - Brown ink.');
    expect(stdout).toContain('add the entry to `inks.yaml`, and run `listwright render`');
    expect(stdout).not.toContain('Patch');
  });

  test.each([
    ['a URL that is listed', form('https://blue.example'), /already listed: `Blue`/],
    ['a script', form('javascript:alert(1)'), /does not begin with `https:/],
    ['several URLs', form('https://a.example/ https://b.example/'), /several URLs/],
    ['an unknown section', form('https://ink.example/').replace('Inks', 'Planes'), /unknown section "Planes"/],
    ['a password', form('https://a:b@ink.example/'), /user name or password/],
  ])('explains %s, with status 1', async (_, body, why) => {
    const { status, stdout } = await listwright(folderOf({ 'README.md': list, 'event.json': eventOf(body) }), words);
    expect([status, stdout]).toEqual([1, expect.stringMatching(why)]);
    expect(stdout).toContain('**No entry can be proposed yet.**');
  });

  test('leaves an issue about something else alone', async () => {
    for (const body of [null, 'A link is dead.', '### What happened\n\nhttps://ink.example/']) {
      const folder = folderOf({ 'README.md': list, 'event.json': eventOf(body) });
      const { status, stdout, stderr } = await listwright(folder, words);
      expect([status, stdout, stderr]).toEqual([0, '', expect.stringContaining('nothing was done')]);
    }
  });

  test.each([
    ['{', /not JSON/],
    ['{}', /not about an issue/],
    [eventOf(form('https://ink.example/'), { pull_request: { url: 'x' } }), /not about an issue/],
    [eventOf(form('https://ink.example/'), { number: '7' }), /not about an issue/],
  ])('stops at an event that is none: %s', async (event, why) => {
    const { status, stderr } = await listwright(folderOf({ 'README.md': list, 'event.json': event }), words);
    expect([status, stderr]).toEqual([2, expect.stringMatching(why)]);
  });

  test('prints no command that a workflow would obey', async () => {
    const body = form('https://ink.example/').replace('brown ink', 'x\n::error::owned\n##[error]x');
    const folder = folderOf({ 'README.md': list, 'event.json': eventOf(body) });
    const { stdout, stderr } = await listwright(folder, words, { env: { GITHUB_ACTIONS: 'true' } });
    expect(stdout + stderr).not.toMatch(/^\s*::|##\[/m);
  });

  test('posts one comment, and keeps it', async () => {
    const comments: { id: number; user: object; body: string; html_url: string }[] = [];
    hub = await openHub({
      'GET /repos/o/r/issues/7/comments': () => comments,
      'POST /repos/o/r/issues/7/comments': ({ body }) => {
        const made = {
          id: 5,
          user: { login: 'github-actions[bot]' },
          body: (body as { body: string }).body,
          html_url: 'u5',
        };
        comments.push(made);
        return made;
      },
    });
    const folder = folderOf({ 'README.md': list, 'event.json': eventOf(form('https://ink.example/')) });
    const env = { GITHUB_TOKEN: 't', GITHUB_API_URL: hub.url };
    const first = await listwright(folder, [...words, '--post', 'comment'], { env });
    expect([first.status, first.stdout, first.stderr]).toEqual([0, '', 'listwright: the comment was created: u5\n']);
    expect(comments[0]?.body).toContain('- [Sepia](https://ink.example/) - Brown ink.');
    const second = await listwright(folder, [...words, '--post', 'comment'], { env });
    expect(second.stderr).toBe('listwright: the comment was up to date: u5\n');
    expect(comments).toHaveLength(1);
  });

  test('opens one pull request with the entry, and closes it when the issue no longer has one', async () => {
    const { root, commit } = repository();
    const head = commit({ 'README.md': list });
    const opened = await openRepository({ name: 'o/r', head, files: { 'README.md': list } });
    hub = opened;
    const env = { GITHUB_TOKEN: 't', GITHUB_API_URL: opened.url };
    const run = async (body: string) => {
      writeFileSync(join(root, 'event.json'), eventOf(body));
      return listwright(root, [...words, '--post', 'pull-request'], { env });
    };
    expect((await run(form('https://ink.example/'))).status).toBe(0);
    const [pull, ...others] = opened.pulls;
    expect(others).toEqual([]);
    expect(pull).toMatchObject({ title: 'Add Sepia', state: 'open', head: { ref: 'listwright/issue-7' } });
    expect(pull?.body).toContain('Closes #7.');
    const made = opened.commits.get(opened.refs.get('heads/listwright/issue-7') ?? '');
    expect(made?.parents).toEqual([head]);
    expect(opened.trees.get(made?.tree ?? '')?.['README.md']).toContain(
      '- [Sepia](https://ink.example/) - Brown ink.\n',
    );
    expect(opened.comments.get(7)?.[0]?.body).toContain(`Pull request: ${pull?.html_url}`);
    expect((await run(form('https://blue.example/'))).status).toBe(1);
    expect(opened.pulls.map(({ state }) => state)).toEqual(['closed']);
    expect(opened.comments.get(7)).toHaveLength(1);
    expect(opened.comments.get(7)?.[0]?.body).toContain('already listed');
  });

  test('prints the result where there is no token', async () => {
    const folder = folderOf({ 'README.md': list, 'event.json': eventOf(form('https://ink.example/')) });
    const { status, stdout, stderr } = await listwright(folder, [...words, '--post', 'comment'], {
      env: { GITHUB_TOKEN: '', GH_TOKEN: '' },
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('**Proposed entry**')]);
    expect(stderr).toContain('GITHUB_TOKEN is not set');
  });
});
