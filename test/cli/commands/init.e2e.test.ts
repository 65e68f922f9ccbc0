import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtinRules } from '../../../src/config/builtin-rules.js';
import { readConfig } from '../../../src/config/find.js';
import { validateConfig } from '../../../src/config/validate.js';
import { folderOf, listwright } from '../command.js';

const config = 'listwright.config.yaml';
const workflows = ['listwright-audit.yml', 'listwright-comment.yml', 'listwright.yml'];

const entry = (name: string, end = ''): string =>
  `* [${name}](https://${name.toLowerCase()}.pots.test/) - Holds water${end}\n`;
const names = ['Amphora', 'Bowl', 'Cup', 'Dish', 'Ewer', 'Flask', 'Goblet', 'Hydria', 'Jug', 'Kettle', 'Lid', 'Mug'];
const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';
/** A list that has a bullet and an end of its own. */
const pots = `# Awesome Pots ${badge}\n\n> Things of clay that hold something.\n\n## Pots\n\n${names.map((name) => entry(name)).join('')}`;

const git = (folder: string, ...args: string[]): void =>
  void execFileSync('git', ['-c', 'user.name=Potter', '-c', 'user.email=potter@pots.test', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });

function repository(files: Readonly<Record<string, string>> = {}, branch = 'main'): string {
  const folder = folderOf({ 'README.md': pots, ...files });
  git(folder, 'init', '-b', branch);
  return folder;
}

const read = (folder: string, path = config): string => readFileSync(join(folder, path), 'utf8');

async function loaded(folder: string) {
  const found = await readConfig(join(folder, config), folder);
  return validateConfig(found.value, found.file, builtinRules);
}

describe('init', () => {
  test('writes a configuration that learnt from the list, with the reasons, and the workflows', async () => {
    const folder = repository();
    const { status, stdout, stderr } = await listwright(folder, ['init']);
    expect([status, stderr]).toEqual([0, '']);
    expect(await loaded(folder)).toEqual({ preset: 'awesome' });
    const text = read(folder);
    expect(text).toContain('# yaml-language-server: $schema=https://');
    expect(text).toMatch(
      /^# Detected in each run, so not set here:\n(?:# - .*\n)*# - All descriptions end without a period\.$/m,
    );
    expect(text).toContain('It has 12 entries, none of them in tiers.');
    expect(readdirSync(join(folder, '.github/workflows')).sort()).toEqual(workflows);
    expect(stdout).toContain(`Written:\n  ${config} (preset awesome)\n  .github/workflows/listwright.yml\n`);
    expect(stdout).toContain('`listwright lint --update-baseline`');
    const { stdout: linted } = await listwright(folder, ['lint', '-r', 'json']);
    const rules = (JSON.parse(linted) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('description-end');
    expect(rules).toContain('repo-files');
  });

  test('what a stricter preset asks otherwise is set as the list has it', async () => {
    const folder = repository();
    await listwright(folder, ['init', '--no-workflows', '--preset', 'awesome-strict']);
    expect((await loaded(folder)).rules).toMatchObject({ 'description-end': ['error', { style: 'never' }] });
    expect(read(folder)).toContain('  # All descriptions end without a period.\n  description-end:');
  });

  test('nothing is learnt of a list without a style of its own', async () => {
    const mixed = pots
      .replace(/(Holds water)(?=\n\* \[(?:Cup|Ewer|Goblet|Jug|Lid|Mug))/g, '$1.')
      .replaceAll('* [', '- [');
    const folder = repository({ 'README.md': mixed });
    await listwright(folder, ['init', '--no-workflows']);
    expect(await loaded(folder)).toEqual({ preset: 'awesome' });
  });

  test('a list in tiers gets the preset for roadmaps; one that is not awesome owes no badge', async () => {
    const tiers = `# Pottery\n\n> How to make pots.\n\n## Clay\n\n### Level 1\n\n${names
      .slice(0, 6)
      .map((name) => entry(name, '.'))
      .join('')}\n### Level 2\n\n${names
      .slice(6)
      .map((name) => entry(name, '.'))
      .join('')}`;
    const roadmap = repository({ 'README.md': tiers });
    await listwright(roadmap, ['init', '--no-workflows']);
    expect(await loaded(roadmap)).toMatchObject({ preset: 'roadmap' });
    expect(read(roadmap)).toContain('A study plan: 12 of 12 entries are in tiers.');
    const plain = repository({ 'README.md': pots.replace(`Awesome Pots ${badge}`, 'Pots') });
    await listwright(plain, ['init', '--no-workflows']);
    expect(await loaded(plain)).toEqual({ preset: 'list' });
    await listwright(plain, ['init', '--no-workflows', '--force', '--preset', 'awesome-strict']);
    expect((await loaded(plain)).rules).toMatchObject({ 'awesome-badge': 'off' });
    await listwright(plain, ['init', '--no-workflows', '--force', '--preset', 'minimal']);
    expect(await loaded(plain)).toEqual({ preset: 'minimal' });
  });

  test('what most entries do otherwise is no fault of theirs; what some do is', async () => {
    const lower = (count: number): string => {
      const entries = names.map((name, at) =>
        entry(name, '.')
          .replace('*', '-')
          .replace('Holds water', at < count ? 'simple pot for water' : 'Simple pot for water'),
      );
      return `# Awesome Pots ${badge}\n\n> Things of clay that hold something.\n\n## Pots\n\n${entries.join('')}`;
    };
    for (const [count, setting] of [
      [12, 'off'],
      [5, undefined],
    ] as const) {
      const folder = repository({ 'README.md': lower(count) });
      await listwright(folder, ['init', '--no-workflows', '--preset', 'awesome-strict']);
      expect((await loaded(folder)).rules?.['description-start']).toEqual(setting);
    }
  });

  test('--baseline makes known what is found, so that lint passes, and what is new does not', async () => {
    const folder = repository();
    const { stdout } = await listwright(folder, ['init', '--baseline']);
    expect(stdout).toContain('.listwright-baseline.json');
    expect((await listwright(folder, ['lint'])).status).toBe(0);
    writeFileSync(
      join(folder, 'README.md'),
      `${pots}* [Nail](https://nail.pots.test/) - holds a board\n* [Peg](./pegs.md) - holds a coat\n`,
    );
    expect((await listwright(folder, ['lint'])).status).toBe(1);
  });

  test('a second call refuses and names what is there; --force overwrites', async () => {
    const folder = repository();
    await listwright(folder, ['init']);
    writeFileSync(join(folder, config), 'preset: minimal\n');
    writeFileSync(join(folder, '.github/workflows/listwright.yml'), 'mine: true\n');
    const again = await listwright(folder, ['init', '--baseline']);
    expect([again.status, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain(
      `${config}, .github/workflows/listwright.yml, .github/workflows/listwright-comment.yml`,
    );
    expect([read(folder), existsSync(join(folder, '.listwright-baseline.json'))]).toEqual(['preset: minimal\n', false]);
    expect((await listwright(folder, ['init', '--force'])).status).toBe(0);
    expect(read(folder)).toContain('preset: awesome\n');
    expect(read(folder, '.github/workflows/listwright.yml')).not.toContain('mine');
  });

  test('one file that is there is enough, and none is written', async () => {
    const folder = repository({ '.github/workflows/listwright-audit.yml': 'mine: true\n' });
    const { status, stderr } = await listwright(folder, ['init']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('listwright-audit.yml is already present')]);
    expect(existsSync(join(folder, config))).toBe(false);
    expect((await listwright(folder, ['init', '--workflows', 'pull-request,comment'])).status).toBe(0);
    expect(read(folder, '.github/workflows/listwright-audit.yml')).toBe('mine: true\n');
  });

  test('a configuration of another name counts as there, upwards too; --force does not set two beside each other', async () => {
    for (const [path, forced, advice] of [
      ['listwright.config.json', 2, 'delete it first'],
      ['package.json', 2, 'remove its `listwright` key first'],
    ] as const) {
      const folder = repository({
        [path]: path === 'package.json' ? '{ "listwright": { "preset": "minimal" } }' : '{}',
      });
      const refused = await listwright(folder, ['init']);
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(`${path} is already present`)]);
      const { status, stderr } = await listwright(folder, ['init', '--force']);
      expect([status, stderr]).toEqual([forced, expect.stringContaining(advice)]);
    }
    const above = folderOf({ 'listwright.config.json': '{}', 'list/README.md': pots });
    git(join(above, 'list'), 'init');
    expect((await listwright(join(above, 'list'), ['init'])).status).toBe(2);
    expect((await listwright(join(above, 'list'), ['init', '--force'])).status).toBe(0);
    expect((await listwright(repository({ 'package.json': '{ "name": "pots" }' }), ['init'])).status).toBe(0);
  });

  describe('with named workflows, a configuration that is there stays', () => {
    const format = '- [{name}]({url}) - {description}.{* `{license}`}{? ({last-update})}';
    const own = `# mine\nentries:\n  format: "${format}"\nprune: { archived: 4 }\n`;
    const form = '.github/ISSUE_TEMPLATE/new-entry.yml';
    test.each([
      [config, own, config],
      ['package.json', JSON.stringify({ listwright: { entries: { format } } }), 'package.json'],
    ])('as %s, and its fields get questions', async (path, text) => {
      for (const more of [[], ['--force']]) {
        const folder = repository({ [path]: text });
        const { status, stdout } = await listwright(folder, ['init', '--workflows', 'issue-form', ...more]);
        expect([status, read(folder, path)]).toEqual([0, text]);
        expect(existsSync(join(folder, config))).toBe(path === config);
        expect(stdout).not.toContain('listwright.config.yaml (');
        expect(read(folder, form)).toMatch(/label: "?License"?[\s\S]*label: "?Last update"?/);
      }
    });

    test('and workflows that are there are overwritten by --force alone', async () => {
      const folder = repository({ [config]: own, [form]: 'mine: true\n' });
      const refused = await listwright(folder, ['init', '--workflows', 'issue-form']);
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(`${form} is already present`)]);
      expect((await listwright(folder, ['init', '--workflows', 'issue-form', '--force'])).status).toBe(0);
      expect([read(folder, config), read(folder, form)]).toEqual([own, expect.stringContaining('License')]);
    });

    test('and without one, one is proposed', async () => {
      const folder = repository();
      expect((await listwright(folder, ['init', '--workflows', 'issue-form'])).status).toBe(0);
      expect(existsSync(join(folder, config))).toBe(true);
    });
  });

  test('--dry-run prints the files and writes none', async () => {
    const folder = repository();
    const { status, stdout } = await listwright(folder, ['init', '--dry-run', '--baseline']);
    expect([status, readdirSync(folder).sort()]).toEqual([0, ['.git', 'README.md']]);
    expect(stdout).toContain(`==> ${config} <==\n# yaml-language-server`);
    expect(stdout).toContain('==> .listwright-baseline.json <==\n{\n');
    expect(stdout).toContain('Nothing was written.');
  });

  test('files go to the top of the work tree, and the branch is that of the remote', async () => {
    const folder = repository({ 'docs/pots.md': pots }, 'trunk');
    git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    const { stdout } = await listwright(join(folder, 'docs'), ['init', 'pots.md'], {
      env: { GIT_CEILING_DIRECTORIES: dirname(folder) },
    });
    expect(existsSync(join(folder, config)) && !existsSync(join(folder, 'docs', config))).toBe(true);
    expect(stdout).toContain('`listwright lint docs/pots.md`');
    expect(stdout).toContain('name docs/pots.md in them');
    expect(read(folder, '.github/workflows/listwright.yml')).toContain('trunk');
    const unnamed = repository({}, 'wheel');
    await listwright(unnamed, ['init']);
    expect(read(unnamed, '.github/workflows/listwright.yml')).toContain('main');
  });

  test('a README without a single entry gets a configuration too', async () => {
    const folder = repository({ 'README.md': '# Pots\n\nNothing yet.\n' });
    expect((await listwright(folder, ['init', '--no-workflows'])).status).toBe(0);
    expect(read(folder)).toContain('No entries were found in it.');
    expect(await loaded(folder)).toMatchObject({ preset: 'list' });
  });

  test('outside of a repository it says so', async () => {
    const folder = folderOf({ 'README.md': pots });
    const { status, stdout } = await listwright(folder, ['init', '--no-workflows']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('not in a git repository')]);
    expect(readdirSync(folder).sort()).toEqual(['README.md', config]);
  });

  test.each([
    [['init', 'potter/pots'], 'clone the repository'],
    [['init', '-'], 'not standard input'],
    [['init', 'nowhere.md'], 'no such file'],
    [['init', '*.md'], 'init takes one list, but 2 match'],
    [['init', '--preset', 'awsome'], 'did you mean "awesome"'],
    [['init', '--workflows', 'audits'], 'did you mean "audit"'],
    [['init', '--forse'], '--force'],
  ])('%j is a wrong call', async (args, why) => {
    const folder = repository({ 'OTHER.md': pots });
    const { status, stdout, stderr } = await listwright(folder, args);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(why)]);
    expect(existsSync(join(folder, config))).toBe(false);
  });

  test('a symbolic link leads nothing out of the repository', async () => {
    const outside = folderOf({ 'kept.yml': 'kept\n' });
    const linked = repository();
    symlinkSync(outside, join(linked, '.github'));
    const file = repository();
    symlinkSync(join(outside, 'kept.yml'), join(file, config));
    for (const folder of [linked, file]) {
      const { status, stderr } = await listwright(folder, ['init', '--force']);
      expect([status, stderr]).toEqual([2, expect.stringContaining('symbolic link')]);
    }
    expect([readdirSync(outside), readFileSync(join(outside, 'kept.yml'), 'utf8')]).toEqual([['kept.yml'], 'kept\n']);
    expect(existsSync(join(linked, config))).toBe(false);
  });

  test('when one file cannot be written, none stays', async () => {
    const folder = repository({ '.github': 'a file\n' });
    const { status, stderr } = await listwright(folder, ['init']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('.github/workflows/listwright.yml')]);
    expect(readdirSync(folder).sort()).toEqual(['.git', '.github', 'README.md']);
  });
});

describe('settings of other tools', () => {
  test('are taken over with their files named, and what is left is told', async () => {
    const folder = repository({
      'lychee.toml': 'timeout = 30\ninsecure = true\nexclude = ["^https://shard\\\\.pots\\\\.test", "\\\\Akiln"]\n',
      '.lycheeignore': "^https://it's\\.pots\\.test\n",
      '.markdown-link-check.json': '{ "timeout": "10s", "aliveStatusCodes": [200, 403] }',
      '.markdownlint.json': '{ "MD034": false, "MD004": { "style": "asterisk" } }',
      'package.json': '{ "scripts": { "test": "awesome-lint" } }',
    });
    const { status, stdout } = await listwright(folder, ['init', '--no-workflows']);
    expect(status).toBe(0);
    expect(await loaded(folder)).toMatchObject({
      preset: 'awesome-strict',
      rules: { 'url-no-bare': 'off', 'entry-marker': ['error', { style: '*' }] },
      exclude: ['^https://shard\\.pots\\.test', "^https://it's\\.pots\\.test"],
      timeout: '30s',
      accept: '200..299,403',
    });
    const text = read(folder);
    expect(text).toContain('\n# From lychee.toml and .lycheeignore.\nexclude:\n');
    expect(text).toContain('  # From .markdownlint.json.\n  entry-marker:');
    expect(stdout).toContain('  lychee.toml: `timeout`, `exclude`\n');
    expect(stdout).toContain('lychee.toml: `insecure`: browsers reject such a certificate');
    expect(stdout).toContain('`\\Akiln` was not imported');
    expect(stdout).toContain('`timeout`: the value of lychee.toml is used, not that of .markdown-link-check.json');
    expect((await listwright(folder, ['lint', '-r', 'json'])).stderr).toBe('');
  });

  test('options that a plugin refuses are left, and programs are not run', async () => {
    const folder = repository({
      '.remarkrc.json': '{ "plugins": [["remark-lint-rule-style", "nonsense"], ["remark-lint-strong-marker", "*"]] }',
      '.markdownlint.cjs': "require('node:fs').writeFileSync('ran', '')",
    });
    const { status, stdout } = await listwright(folder, ['init', '--no-workflows']);
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('the options for `style/rule-style`: the plugin does not accept them'),
    ]);
    expect((await loaded(folder)).rules).toMatchObject({ 'style/strong-marker': ['error', { options: '*' }] });
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    expect(stdout).toContain('.markdownlint.cjs: it is code, which init does not run');
  });

  test('a large file is left, and one that leads elsewhere is not read', async () => {
    const folder = repository({ 'lychee.toml': `timeout = 30\n#${'x'.repeat(300_000)}\n` });
    symlinkSync(join(folderOf({ secret: 'MD034: false\n' }), 'secret'), join(folder, '.markdownlint.yaml'));
    const { stdout } = await listwright(folder, ['init', '--no-workflows']);
    expect(stdout).toContain('lychee.toml: it is too large');
    expect(JSON.stringify(await loaded(folder))).not.toMatch(/timeout|url-no-bare/);
  });

  test('nothing that a file is called or holds breaks the comments of the configuration', async () => {
    const folder = repository();
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    const name = '.github/workflows/a\nrules: {}\n#\u001b[31m.yml';
    writeFileSync(join(folder, name), '- run: awesome_bot README.md -w "kiln.test: #,\'x: y\'"\n');
    const { status, stdout } = await listwright(folder, ['init', '--no-workflows']);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/\u001b/);
    expect((parse(read(folder)) as { exclude: unknown }).exclude).toEqual(['kiln\\.test: #', "'x: y"]);
    expect(await loaded(folder)).toMatchObject({ preset: 'awesome' });
  });
});
