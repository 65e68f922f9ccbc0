import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { folderOf, listwright } from '../cli/command.js';
import { repository } from '../git/repository.js';

const format = '- [{name}]({url}) - {description}.';
const readme =
  '# Awesome Pens\n\n> Things to write with, of  which there are many.\n\n## Contents\n\n<!-- listwright:start -->\n<!-- listwright:end -->\n';
const yaml = `- name: Blue
  url: http://[bad/
  section: Inks
  description: Ink in the the bottle
- name: Red
  section: Inks
  url: 'https://red.example/?utm_source=pens'
  description: >-
    Ink that is
    red
`;
const rules = { 'no-repeats': 'warning', 'url-no-tracking': 'warning' };

async function lintData(name: string, data: string, words: readonly string[] = [], more: object = {}) {
  const config = { preset: 'minimal', rules, entries: { format }, source: { files: name, ...more } };
  const folder = folderOf({ 'README.md': readme, [name]: data, 'listwright.config.json': JSON.stringify(config) });
  const written = await listwright(folder, ['render', '--write']);
  expect(written.stderr).toContain('2 entries written');
  const { stdout, stderr, status } = await listwright(folder, ['lint', '-r', 'json', ...words]);
  const { findings, stats } = JSON.parse(stdout) as Report;
  const shown = findings.map(
    ({ rule, path, start, end }) => `${path}:${start.line}:${start.column}-${end.line}:${end.column} ${rule}`,
  );
  return { folder, shown, stats, stderr, status, findings };
}

describe('findings about a list that is written from data', () => {
  test('have the places of values in YAML; what is outside of the markers keeps its place', async () => {
    const { shown, stats } = await lintData('pens.yaml', yaml);
    expect(shown).toEqual([
      'pens.yaml:2:8-2:20 url-wellformed',
      'pens.yaml:4:23-4:30 no-repeats',
      'pens.yaml:7:9-7:45 url-no-tracking',
    ]);
    expect(stats.files).toBe(1);
  });

  test('name other entries by their lines in the data', async () => {
    const config = {
      ...{ preset: 'minimal', rules: { 'no-duplicate-name': 'warning' }, entries: { format } },
      source: { files: 'pens/*.yml' },
    };
    const pen = (name: string, host: string): string =>
      `# A pen\n- section: Inks\n  name: ${name}\n  url: https://${host}.example/\n  description: Ink on line 3\n`;
    const folder = folderOf({
      ...{ 'README.md': readme, 'listwright.config.json': JSON.stringify(config) },
      'pens/a.yml': pen('Blue', 'a') + pen('Red on line 9', 'b'),
      'pens/b.yml': pen('Red on line 9', 'c') + pen('Green', 'd') + pen('Green', 'e'),
    });
    await listwright(folder, ['render', '--write']);
    const { findings } = JSON.parse((await listwright(folder, ['lint', '-r', 'json'])).stdout) as Report;
    expect(findings.map(({ path, start, message }) => `${path}:${start.line}: ${message}`)).toEqual([
      'pens/b.yml:4: The entry on line 7 of pens/a.yml is also named `Red on line 9`; rename or remove one',
      'pens/b.yml:14: The entry on line 7 is also named `Green`; rename or remove one',
    ]);
  });

  test('have places in JSON, CSV and TOML', async () => {
    const json =
      '[\n  {"name": "Blue", "url": "https://b.example/", "section": "S",\n   "description": "Ink in the the bottle"},\n  {"name": "Red", "url": "https://r.example/", "section": "S", "description": "Red"}\n]\n';
    expect((await lintData('pens.json', json)).shown).toContain('pens.json:3:27-3:34 no-repeats');
    const csv =
      'name,url,section,description\nRed,https://r.example/,S,Red\nBlue,https://b.example/,S,"Ink in the the bottle"\n';
    expect((await lintData('pens.csv', csv)).shown).toContain('pens.csv:3:35-3:42 no-repeats');
    // The parser of TOML gives no places: the line of the record is reported.
    const toml = `[[pens]]\nname = "Red"\nurl = "https://r.example/"\nsection = "S"\ndescription = "Red"\n\n[[pens]]\nname = "Blue"\nurl = "https://b.example/"\nsection = "S"\ndescription = "Ink in the the bottle"\n`;
    expect((await lintData('pens.toml', toml, [], { entries: 'pens' })).shown).toContain(
      'pens.toml:7:1-7:9 no-repeats',
    );
  });

  test.each([
    [
      'pens.yaml',
      `# Pens\n- name: Blue # a comment\n  url:   "https://b.example/?utm_source=x"\n  section: S\n  description: 'It''s the the ink'\n\n- {name: Red, url: https://r.example/, section: S, description: Red  but but pink}\n`,
      [
        ['?utm_source=x', ''],
        ['the the', 'the'],
        ['Red  but but pink', 'Red but pink'],
      ],
    ],
    [
      'pens.json',
      '[\n  {"name": "Blue", "url": "https://b.example/",\n   "section": "S", "description": "The \\"ink\\" of the the pen"},\n  {"name":"Red", "url":"https://r.example/", "section":"S", "description":"Red"}\n]\n',
      [['the the', 'the']],
    ],
    [
      'pens.csv',
      'section,name,url,description\nS,Blue,https://b.example/?utm_source=x,"Ink, in the the bottle"\nS,Red,https://r.example/,Red red red\n',
      [
        ['?utm_source=x', ''],
        ['the the', 'the'],
      ],
    ],
  ] as const)('are fixed in %s, whose comments and layout stay, and in the list', async (name, data, fixes) => {
    const { folder, stderr } = await lintData(name, data, ['--fix']);
    const fixed = fixes.reduce<string>((text, [from, to]) => text.replace(from, to), data);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(fixed);
    expect(stderr).toContain(`${name}: written with the same fixes`);
    expect((await listwright(folder, ['render', '--check'])).status).toBe(0);
    const again = await listwright(folder, ['lint', '--fix']);
    expect(again.stderr).not.toContain('written');
    expect(readFileSync(join(folder, name), 'utf8')).toBe(fixed);
  });

  test('are left where a value is not a plain scalar, and the others are fixed', async () => {
    const block = yaml
      .replace('Ink that is\n    red', 'Ink of the the\n    red')
      .replace('http://[bad/', 'https://b.example/');
    const { folder, findings } = await lintData('pens.yaml', block, ['--fix']);
    expect(readFileSync(join(folder, 'pens.yaml'), 'utf8')).toBe(block.replace('the the', 'the'));
    expect(findings.map(({ rule, path, start, fix }) => [rule, path, start.line, fix])).toContainEqual([
      ...['no-repeats', 'pens.yaml', 8, null],
    ]);
    const toml = `[[pens]]\nname = "Blue"\nurl = "https://b.example/"\nsection = "S"\ndescription = "In the the jar"\n\n[[pens]]\nname = "Red"\nurl = "https://r.example/"\nsection = "S"\ndescription = "Red"\n`;
    const other = await lintData('pens.toml', toml, ['--fix'], { entries: 'pens' });
    expect(readFileSync(join(other.folder, 'pens.toml'), 'utf8')).toBe(toml);
    expect(other.shown).toContain('pens.toml:1:1-1:9 no-repeats');
  });

  test('outside of the markers are fixed in the list alone', async () => {
    const { folder } = await lintData('pens.yaml', yaml.replace('the the', 'the'));
    const file = join(folder, 'README.md');
    const text = readFileSync(file, 'utf8').replace('Things to write', 'Things for the the writer');
    writeFileSync(file, text);
    await listwright(folder, ['lint', '--fix']);
    expect(readFileSync(file, 'utf8')).toBe(text.replace('the the', 'the'));
    expect(readFileSync(join(folder, 'pens.yaml'), 'utf8')).toBe(yaml.replace('the the', 'the'));
  });

  test('are shown on a terminal without a section', async () => {
    const { folder } = await lintData('pens.yaml', yaml);
    const { stdout } = await listwright(folder, ['lint']);
    expect(stdout).toMatch(/^pens\.yaml\n\n\s+\S\s+2:8\s/m);
    expect(stdout).not.toContain('Before the first section');
  });

  test('are shown as one diff of list and data, and nothing is written', async () => {
    const { folder } = await lintData('pens.yaml', yaml);
    const { stdout } = await listwright(folder, ['lint', '--fix-dry-run']);
    expect(stdout).toContain('-  description: Ink in the the bottle\n+  description: Ink in the bottle\n');
    expect(stdout).toContain('+- [Blue]');
    expect(readFileSync(join(folder, 'pens.yaml'), 'utf8')).toBe(yaml);
  });

  test('stay in the list where it and the data differ, which is said', async () => {
    const { folder } = await lintData('pens.yaml', yaml);
    writeFileSync(join(folder, 'pens.yaml'), yaml.replace('bottle', 'jar'));
    const { stdout, stderr } = await listwright(folder, ['lint', '-r', 'json']);
    expect(stderr).toContain('README.md and its data differ, so findings have places in the list');
    expect(new Set((JSON.parse(stdout) as Report).findings.map(({ path }) => path))).toEqual(new Set(['README.md']));
  });
});

describe('commands on a list that is written from data', () => {
  const config = { entries: { format }, source: { files: 'pens.yaml' }, refresh: { stars: 1 } };
  const made = async () => {
    const folder = folderOf({
      'README.md': readme,
      'pens.yaml': yaml,
      'listwright.config.json': JSON.stringify(config),
    });
    await listwright(folder, ['render', '--write']);
    return folder;
  };

  test.each([
    [['prune', '--write', '--ledger', 'ledger.json'], 'edit the data, and run `listwright render`'],
    [['refresh', '--write', '--ledger', 'ledger.json'], 'edit the data, and run `listwright render`'],
    [
      ['add', 'https://new.example/', '--write', '--offline', '--name', 'New', '--section', 'Inks'],
      '--write: README.md is written from data; add the entry to `pens.yaml`, and run `listwright render`',
    ],
  ])('refuse to write what the next render would remove: %j', async (words, message) => {
    const folder = await made();
    const before = readFileSync(join(folder, 'README.md'), 'utf8');
    const { status, stderr } = await listwright(folder, words);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(before);
  });

  test('add proposes the line, and names the data', async () => {
    const words = ['add', 'https://new.example/', '--offline', '--name', 'New', '--description', 'New ink.'];
    const { status, stdout, stderr } = await listwright(await made(), [...words, '--section', 'Inks']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('- [New](https://new.example/) - New ink.')]);
    expect(stderr).toContain('add the entry to `pens.yaml`');
  });

  test('lint --since reports what is new, at its place in the data', async () => {
    const { root, commit } = repository();
    const fine = yaml.replace('the the', 'the').replace('http://[bad/', 'https://blue.example/');
    writeFileSync(join(root, 'README.md'), readme);
    writeFileSync(join(root, 'pens.yaml'), fine);
    writeFileSync(
      join(root, 'listwright.config.json'),
      JSON.stringify({ preset: 'minimal', rules, entries: { format }, source: { files: 'pens.yaml' } }),
    );
    await listwright(root, ['render', '--write']);
    commit({ 'README.md': readFileSync(join(root, 'README.md'), 'utf8') });
    writeFileSync(join(root, 'pens.yaml'), fine.replace('bottle', 'the the bottle'));
    await listwright(root, ['render', '--write']);
    const { stdout } = await listwright(root, ['lint', '--since', 'HEAD', '-r', 'json']);
    const { findings } = JSON.parse(stdout) as Report;
    expect(findings.map(({ rule, path, start }) => `${path}:${start.line} ${rule}`)).toEqual([
      'pens.yaml:4 no-repeats',
    ]);
  });
});
