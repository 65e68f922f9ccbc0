import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportersOf } from '../../src/config/command-line/reporters.js';
import { readSeverity } from '../../src/config/read-severity.js';
import { version } from '../../src/model/version.js';
import { folderOf, listwright, oneError } from './command.js';

const rule = 'fragment-resolves';

describe('the reporter by the names of other tools', () => {
  test.each([
    [{}, undefined],
    [{ reporter: ['json'] }, ['json']],
    [{ format: ['json'] }, ['json']],
    [{ output: ['sarif'] }, ['sarif']],
    [{ output: ['json=a.json'] }, ['json=a.json']],
    [{ output: ['report.json'] }, ['json=report.json']],
    [{ output: ['out/report.sarif'] }, ['sarif=out/report.sarif']],
    [{ output: ['report.XML'] }, ['junit=report.XML']],
    [{ output: ['report'] }, ['pretty=report']],
    [{ output: ['-'] }, undefined],
    [{ format: ['html'], output: ['report.txt'] }, ['html=report.txt']],
    [{ format: ['html'], output: ['-'] }, ['html']],
    [{ reporter: ['pretty=a.txt'], format: ['json'], output: ['b'] }, ['pretty=a.txt', 'json=b']],
  ])('%j means %j', (flags, reporters) => expect(reportersOf(flags)).toEqual(reporters));

  test.each([
    [{ format: ['html', 'json'], output: ['a'] }, '--format html=<file> --format json=<file>'],
    [{ format: ['html=b'], output: ['a'] }, 'already has a file'],
    [{ output: [''] }, 'missing file'],
  ])('%j is refused', (flags, sentence) => expect(() => reportersOf(flags)).toThrow(sentence));

  test('-f, --format and --output print and write the same report', async () => {
    const folder = folderOf({ 'README.md': oneError });
    const findings = (text: string): unknown => JSON.parse(text).findings;
    const usual = findings((await listwright(folder, ['lint', '-r', 'json'])).stdout);
    expect(findings((await listwright(folder, ['lint', '-f', 'json'])).stdout)).toEqual(usual);
    expect(findings((await listwright(folder, ['lint', '--format=json'])).stdout)).toEqual(usual);
    expect(await listwright(folder, ['lint', '-o', 'found.json'])).toMatchObject({ status: 1, stdout: '' });
    expect(findings(readFileSync(join(folder, 'found.json'), 'utf8'))).toEqual(usual);
    expect((await listwright(folder, ['lint', '--format', 'jsn'])).stderr).toContain('did you mean "json"?');
    const merged = await listwright(folder, ['merge', 'found.json', '--format', 'markdown', '--output', 'found.md']);
    expect(merged).toMatchObject({ status: 1, stdout: '' });
    expect(readFileSync(join(folder, 'found.md'), 'utf8')).toContain(rule);
  });
});

describe('severities by the names of other tools', () => {
  test.each([
    ['warn', ['error'], 'warning'],
    [false, ['error'], 'off'],
    [true, ['error', 'off'], 'error'],
    [true, ['off', 'info'], 'info'],
    [true, ['off', 'off'], 'warning'],
    ['info', ['error'], 'info'],
  ] as const)('%j in %j is %s', (raw, inPresets, severity) => expect(readSeverity(raw, inPresets)).toBe(severity));

  const found = async (value: unknown, args: readonly string[] = []): Promise<unknown> => {
    const config = JSON.stringify({ rules: { [rule]: value } });
    const { stdout } = await listwright(folderOf({ 'README.md': oneError, '.listwrightrc': config }), [
      ...['lint', '-f', 'json', ...args],
    ]);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] };
    return findings.find((each) => each.rule === rule)?.severity;
  };

  test.each([
    ['warn', 'warning'],
    [['warn'], 'warning'],
    [['error'], 'error'],
    [[true, {}], 'error'],
    [true, 'error'],
    [false, undefined],
    [[false], undefined],
  ])('%j in a configuration', async (value, severity) => expect(await found(value)).toBe(severity));

  test.each([
    [`${rule}=warn`, 'warning'],
    [`${rule}=false`, undefined],
    [`${rule}=true`, 'error'],
    [`${rule}: info`, 'info'],
  ])('--rule "%s"', async (text, severity) => expect(await found('info', ['--rule', text])).toBe(severity));

  test.each([[2], [['error', {}, {}]], [[]], ['warned'], [null]])('%j is refused', async (value) => {
    const files = { 'README.md': oneError, '.listwrightrc': JSON.stringify({ rules: { [rule]: value } }) };
    const { status, stderr } = await listwright(folderOf(files), ['lint']);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`rules\\.${rule}(?:\\[\\d\\])?: (?:expected|unknown severity|too many items)`));
  });
});

describe('configurations by the names of other tools', () => {
  const off = `{\n  // A comment\n  "rules": { "${rule}": "off", },\n}\n`;
  test.each([
    ['.listwrightrc', off],
    ['.listwrightrc', `# YAML\nrules:\n  ${rule}: off\n`],
    ['.listwrightrc', `// JSON\n${off}`],
    ['.listwrightrc.json', off],
    ['.listwrightrc.jsonc', off],
    ['.listwrightrc.yaml', `rules: { ${rule}: off }\n`],
    ['.listwrightrc.yml', `rules: { ${rule}: off }\n`],
    ['.listwrightrc.mjs', `export default { rules: { '${rule}': 'off' } };\n`],
    ['listwright.config.jsonc', off],
    ['listwright.config.json', off],
  ])('%s %j', async (name, text) => {
    const folder = folderOf({ 'README.md': oneError, [name]: text });
    expect(await listwright(folder, ['lint'])).toMatchObject({ status: 0, stderr: '' });
    expect((await listwright(folder, ['lint', '--config', name])).status).toBe(0);
  });

  test('listwright.config comes before .listwrightrc', async () => {
    const files = { 'README.md': oneError, '.listwrightrc': off, 'listwright.config.json': '{}' };
    expect((await listwright(folderOf(files), ['lint'])).status).toBe(1);
  });

  test('a comment in package.json is no configuration: npm would not read it either', async () => {
    const files = { 'README.md': oneError, 'package.json': `// listwright\n{ "listwright": ${off} }` };
    expect((await listwright(folderOf(files), ['lint'])).status).toBe(1);
  });
});

describe('did you mean, for names of other tools', () => {
  test.each([
    [['lint', '--config-file', 'a'], '--config'],
    [['lint', '--ignore', 'a'], '--exclude'],
    [['lint', '--max-concurrency=4'], '--concurrency'],
    [['check', '--max_retries=4'], '--retries'],
    [['lint', '--output-file=a'], '--output'],
    [['lint', '--json'], '--format json'],
    [['lint', '--dry-run'], '--fix-dry-run'],
    [['lint', '--print-config'], 'the command `rules --effective <file>`'],
    [['links', '--github-token=a'], 'the variable `GITHUB_TOKEN`'],
    [['lint', '--verbos'], '--verbose'],
  ])('%j', async (args, here) => {
    const { status, stderr } = await listwright(folderOf(), args);
    const advice = here.startsWith('the ') ? `; use ${here}\n` : `(did you mean ${here}?)\n`;
    expect([status, stderr]).toEqual([2, expect.stringContaining(advice)]);
  });

  test('an option of another command is not proposed', async () => {
    expect((await listwright(folderOf(), ['tree', '--ignore', 'a'])).stderr).not.toContain('--exclude');
  });

  test.each([
    ['fix', 'lint --fix'],
    ['validate', 'check'],
    ['setup', 'init'],
    ['diagnose', 'doctor'],
    ['lnt', 'lint'],
  ])('the command %s', async (word, here) => {
    expect((await listwright(folderOf(), [word])).stderr).toContain(`(did you mean "${here}"?)`);
  });

  test.each([
    ['ignorePatterns', 'exclude'],
    ['extends', 'preset'],
    ['max_retries', 'retries'],
    ['formatter', 'reporter'],
  ])('the key %s', async (key, here) => {
    const files = { 'README.md': oneError, '.listwrightrc': JSON.stringify({ [key]: [] }) };
    expect((await listwright(folderOf(files), ['lint'])).stderr).toContain(`unknown option (did you mean "${here}"?)`);
  });

  test.each([
    ['awesome-toc', 'toc-format'],
    ['remark-lint-double-link', 'no-duplicate-url'],
    ['MD034', 'url-no-bare'],
    ['no-dead-links', 'link-broken'],
    ['toc-snyc', 'toc-sync'],
  ])('the rule %s', async (name, here) => {
    const files = { 'README.md': oneError, '.listwrightrc': JSON.stringify({ rules: { [name]: 'off' } }) };
    const said = `(did you mean "${here}"?)`;
    expect((await listwright(folderOf(files), ['lint'])).stderr).toContain(said);
    expect((await listwright(folderOf(), ['lint', '--rule', `${name}=off`])).stderr).toContain(said);
    expect((await listwright(folderOf(), ['rules', name])).stderr).toContain(said);
  });
});

describe('files that are no lists', () => {
  const text = '# Looms\n';
  test.each(['data.yml', 'package.json', 'list.txt', 'README.rst', 'photo.PNG', 'list.md.bak'])(
    '%s is refused',
    async (name) => {
      const { status, stdout, stderr } = await listwright(folderOf({ [name]: text }), ['lint', name]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: expect.not.stringContaining('Looms') });
      expect(stderr).toBe(
        `listwright: ${name}: this is not a Markdown file; pass a file that ends in .md, or use - to read Markdown from standard input\n`,
      );
    },
  );

  test.each(['list.MD', 'README', 'readme.markdown', 'README.pt-BR', 'README.de', 'list.mdx', '.hidden'])(
    '%s is read',
    async (name) => {
      const ended = await listwright(folderOf({ [name]: text }), ['lint', '--preset', 'minimal', name]);
      expect(ended).toMatchObject({ status: 0, stderr: '' });
    },
  );

  test('a pattern takes the Markdown files that it matches', async () => {
    const folder = folderOf({ 'a.md': text, 'b.yml': 'a: 1\n', 'c/d.yml': 'a: 1\n' });
    const { stdout } = await listwright(folder, ['lint', '--preset', 'minimal', '-f', 'json', '*']);
    expect(JSON.parse(stdout).stats.files).toBe(1);
    const none = await listwright(folder, ['lint', 'c/*']);
    expect([none.status, none.stderr]).toEqual([2, 'listwright: c/*: no Markdown file matches this pattern\n']);
  });
});

describe('--version', () => {
  test('with --json is an object, in either order', async () => {
    for (const args of [
      ['--version', '--json'],
      ['--json', '-V'],
    ]) {
      const { status, stdout } = await listwright(folderOf(), args);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        ...{ name: 'listwright', version, node: process.versions.node },
        ...{ platform: process.platform, arch: process.arch },
      });
    }
    expect((await listwright(folderOf(), ['--version'])).stdout).toBe(`${version}\n`);
    expect((await listwright(folderOf(), ['--json'])).status).toBe(2);
  });
});
