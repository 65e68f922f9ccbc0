import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerHeader } from '../../src/links/ledger/file.js';
import { alive, broken, writeLedger } from '../prune/ledger.js';
import { folderOf, listwright } from './command.js';

const list = `# Awesome Looms

> Machines that make cloth.

## Looms

- [Warp](https://warp.example/) - Holds the warp. (12★)
- [Weft](https://weft.example/) - Brings the weft. (12★)
`;
const config = {
  entries: { format: '- [{name}]({url}) - {description}. ({stars}★)' },
  prune: {},
  refresh: { stars: 10 },
};
const issue = { issue: { number: 3, body: '### URL\n\nhttps://heddle.example/\n\n### Section\n\nLooms\n' } };

/** A folder with a list, its configuration and an issue; `kept` gives the text of every file in it. */
function looms(more: object = {}, files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({
    'README.md': list,
    'listwright.config.json': JSON.stringify({ ...config, ...more }),
    'issue.json': JSON.stringify(issue),
    'notes.txt': 'dear diary',
    ...files,
  });
  const kept = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const run = (...words: string[]) => listwright(folder, words);
  return { folder, kept, run };
}

describe('a file that is not a ledger', () => {
  const commands = [
    ['check', '--offline'],
    ['links', '--offline'],
    ['prune'],
    ['prune', '--write'],
    ['refresh'],
    ['refresh', '--write'],
    ['export'],
    ['stats'],
    ['tree', '--json', '--facts', '--offline'],
    ['add', '--issue', 'issue.json', '--offline'],
  ] as const;

  test.each(commands.map((words) => [words.join(' '), words]))(
    'is named and stays, whatever `%s` does',
    async (_, words) => {
      for (const file of ['README.md', 'notes.txt', 'issue.json']) {
        const named = looms();
        const before = named.kept();
        // `add` reads it only from the configuration.
        if (words[0] !== 'add') {
          const { status, stderr } = await named.run(...words, '--ledger', file);
          expect([status, stderr]).toEqual([2, expect.stringContaining(`${file} is not a ledger`)]);
          expect(named.kept()).toEqual(before);
        }
        const configured = looms({ ledger: file });
        const untouched = configured.kept();
        const { status, stderr } = await configured.run(...words);
        expect([status, stderr]).toEqual([2, expect.stringContaining('is not a ledger')]);
        expect(configured.kept()).toEqual(untouched);
      }
    },
  );

  test.each([
    ['a ledger', `${ledgerHeader}\n`],
    ['a ledger with a damaged line', `${ledgerHeader}\n{"url":\n`],
    ['an empty file', ''],
  ])('but %s is one', async (_, text) => {
    for (const words of commands) {
      const { run } = looms({ ledger: 'known.jsonl' }, { 'known.jsonl': text });
      const { status, stderr } = await run(...words);
      expect([words, status === 2, stderr]).toEqual([words, false, expect.not.stringContaining('is not a ledger')]);
    }
  });
});

describe('a file that is not a baseline', () => {
  const report = '{"version": 1, "tool": {"name": "listwright"}, "findings": []}';
  test.each([[[]], [['--update-baseline']]])('is named and stays with %j', async (words) => {
    for (const [file, text] of [
      ['README.md', list],
      ['notes.txt', 'dear diary'],
      ['report.json', report.replace('"findings"', '"links"')],
    ] as const) {
      const { run, kept } = looms({}, { [file]: text });
      const before = kept();
      const { status, stderr } = await run('lint', '--baseline', file, ...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${file} is not a baseline`)]);
      expect(kept()).toEqual(before);
    }
  });

  test('but a damaged one is written again where that is requested', async () => {
    const damaged = '{\n  "version": 1,\n  "findings": [\n<<<<<<< HEAD\n';
    const { run, kept } = looms({}, { '.listwright-baseline.json': damaged });
    const read = await run('lint');
    expect([read.status, read.stderr]).toEqual([2, expect.stringContaining('rewrite it with --update-baseline')]);
    expect((await run('lint', '--update-baseline')).status).toBe(0);
    expect(JSON.parse(kept()['.listwright-baseline.json'] ?? '')).toMatchObject({ version: 1 });
  });
});

describe('an output', () => {
  const source = { files: 'data/*.csv', fields: { name: 'title' } };
  const outputs: readonly (readonly [string, (file: string) => readonly string[]])[] = [
    ['export --to', (file) => ['export', '--to', `csv=${file}`]],
    ['lint -r', (file) => ['lint', '-r', `json=${file}`]],
    ['lint -o', (file) => ['lint', '--format', 'json', '-o', file]],
    ['links -r', (file) => ['links', '--offline', '-r', `json=${file}`]],
    ['prune --message', (file) => ['prune', '--write', '--message', file]],
    ['refresh --message', (file) => ['refresh', '--write', '--message', file]],
  ];

  test.each(outputs)('of `%s` overwrites nothing that the run reads', async (_, words) => {
    for (const [file, what] of [
      ['README.md', 'the list'],
      ['./README.md', 'the list'],
      ['listwright.config.json', 'the configuration'],
      ['known.jsonl', 'the ledger'],
      ['gone.md', 'the record'],
    ] as const) {
      const { run, kept } = looms({ ledger: 'known.jsonl', prune: { record: 'gone.md' } });
      const before = kept();
      const { status, stderr } = await run(...words(file));
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${file}: this is ${what}`)]);
      expect(kept()).toEqual(before);
    }
  });

  test.each(outputs)('of `%s` replaces what an earlier run wrote there', async (_, words) => {
    const { run, kept } = looms({}, { 'out.md': 'older' });
    const { status, stderr } = await run(...words('out.md'));
    expect([status === 2, stderr]).toEqual([false, expect.not.stringContaining('overwritten')]);
    expect(kept()['out.md']).not.toBe('older');
  });

  test('overwrites no data that the list is written from, under no name', async () => {
    const folder = folderOf({
      'README.md': '# Looms\n\n<!-- listwright:start -->\n<!-- listwright:end -->\n',
      'listwright.config.json': JSON.stringify({ entries: { format: '- [{name}]({url})' }, source }),
      'data/looms.csv': 'title,url,section\nWarp,https://warp.example/,Looms\n',
    });
    linkSync(join(folder, 'data/looms.csv'), join(folder, 'twin.csv'));
    for (const file of ['data/looms.csv', 'twin.csv']) {
      const { status, stderr } = await listwright(folder, ['export', '--to', `csv=${file}`]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${file}: this is a data file`)]);
    }
    expect(readFileSync(join(folder, 'twin.csv'), 'utf8')).toMatch(/^title,/);
  });

  test('overwrites no configuration or ledger of other runs, and no other output', async () => {
    const { run, kept, folder } = looms({}, { 'package.json': '{"name":"looms"}', 'other.jsonl': `${ledgerHeader}\n` });
    writeFileSync(join(folder, 'baseline.json'), '{"version": 1, "findings": []}');
    const before = kept();
    for (const [words, what] of [
      [['export', '--to', 'json=package.json'], 'a configuration'],
      [['export', '--to', 'json=other.jsonl'], 'a ledger'],
      [['export', '--to', 'json=new.json', '--to', 'csv=./new.json'], 'another output too'],
      [['lint', '--baseline', 'baseline.json', '-r', 'json=baseline.json'], 'the baseline'],
      [['extract', '--data', 'listwright.config.json', '--to', 'json', '--write'], 'the configuration'],
    ] as const) {
      const { status, stderr } = await run(...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`this is ${what}`)]);
      expect(kept()).toEqual(before);
    }
  });

  test('overwrites no report that is merged', async () => {
    const { run, kept } = looms();
    await run('lint', '-r', 'json=one.json');
    const before = kept();
    const { status, stderr } = await run('merge', 'one.json', '-r', 'json=one.json');
    expect([status, stderr]).toEqual([2, expect.stringContaining('one.json: this is a report to merge')]);
    expect(kept()).toEqual(before);
  });
});

describe('the record of `prune`', () => {
  const ended = [broken('https://warp.example/', 40), alive('https://weft.example/')];

  test.each([
    ['README.md', 'the list'],
    ['listwright.config.json', 'the configuration'],
    ['known.jsonl', 'the ledger'],
  ])('is not %s', async (record, what) => {
    for (const words of [['prune'], ['prune', '--write']]) {
      const { folder, run, kept } = looms({ prune: { record }, ledger: 'known.jsonl' });
      writeLedger(join(folder, 'known.jsonl'), ended);
      const before = kept();
      const { status, stderr } = await run(...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`prune.record: ${record}: this is ${what}`)]);
      expect(kept()).toEqual(before);
    }
  });

  test('is any other file', async () => {
    const { folder, run, kept } = looms({ prune: { record: 'gone.md' }, ledger: 'known.jsonl' });
    writeLedger(join(folder, 'known.jsonl'), ended);
    expect((await run('prune', '--write')).status).toBe(0);
    expect(kept()['gone.md']).toContain('[Warp]');
    expect(kept()['README.md']).not.toContain('[Warp]');
  });
});
