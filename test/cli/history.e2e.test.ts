import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, listwright } from './command.js';

const start = `# Awesome Bees [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Insects that make honey.

## Contents

- [Hives](#hives)
- [Honey](#honey)
- [Tools](#tools)

## Hives

- [Langstroth](https://langstroth.test) - Has frames that move.
- [Skep](https://skep.test) - Is made of straw.
- [Warre](https://warre.test) - Grows from below.

## Honey

- [Acacia](https://acacia.test) - Stays liquid for long.
- [Heather](https://heather.test) - Sets like a jelly.
- [Linden](https://linden.test) - Smells of summer.

## Tools

- [Brush](https://brush.test) - Moves bees without harm.
- [Smoker](https://smoker.test) - Calms the whole hive.
- [Veil](https://veil.test) - Keeps stings off the face.
`;

type Change = (text: string) => string;
const replace =
  (from: string, to: string): Change =>
  (text) => {
    if (!text.includes(from)) throw new Error(`${from} is not there`);
    return text.replace(from, to);
  };
const section = (name: string, text: string): string =>
  new RegExp(`## ${name}\\n[\\s\\S]*?(?=\\n## |$)`).exec(text)?.[0].trimEnd() ?? '';

/** Ten commits: what each does, and what it causes. */
const history: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'adds a good entry',
    replace('- [Warre]', '- [Topbar](https://topbar.test) - Needs no frames at all.\n- [Warre]'),
    [],
  ],
  [
    'adds an entry without a full stop',
    replace('- [Linden]', '- [Ivy](https://ivy.test) - Sets within days\n- [Linden]'),
    ['22 description-end'],
  ],
  [
    'moves an entry to another section, and adds one in its place',
    (text) => {
      const line = '- [Smoker](https://smoker.test) - Calms the whole hive.\n';
      const without = replace(line, '- [Suit](https://suit.test) - Keeps bees off the rest.\n')(text);
      return replace('- [Topbar]', `${line}- [Topbar]`)(without);
    },
    // `Skep` stands before `Smoker`: the order is right.
    [],
  ],
  ['renames a section and forgets the contents', replace('## Honey', '## Kinds of Honey'), ['8 toc-sync']],
  ['fixes the contents', replace('[Honey](#honey)', '[Kinds of Honey](#kinds-of-honey)'), []],
  ['fixes the full stop', replace('within days\n', 'within days.\n'), []],
  [
    'adds what is there already',
    replace('- [Heather]', '- [Acacia Honey](https://acacia.test) - Is sold in jars.\n- [Heather]'),
    ['22 no-duplicate-url'],
  ],
  [
    'turns two sections round, with the contents',
    (text) => {
      const [hives, honey] = [section('Hives', text), section('Kinds of Honey', text)];
      const turned = text.replace(hives, '@hives').replace(honey, hives).replace('@hives', honey);
      return replace(
        '- [Hives](#hives)\n- [Kinds of Honey](#kinds-of-honey)',
        '- [Kinds of Honey](#kinds-of-honey)\n- [Hives](#hives)',
      )(turned);
    },
    [],
  ],
  ['gives the file another name', (text) => text, ['1 repo-files']],
  [
    'adds an entry that leads nowhere, in the wrong place',
    replace('- [Brush]', '- [Zester](#) - Scrapes the wax off.\n- [Brush]'),
    ['29 entries-sorted', '29 no-placeholder'],
  ],
];

test('each of ten commits shows what it causes, and nothing else', async () => {
  const folder = folderOf({ 'LICENSE.md': 'Free.', 'contributing.md': '# How\n' });
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=Keeper', '-c', 'user.email=keeper@bees.test', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  const commit = (text: string, name: string, message: string): void => {
    writeFileSync(join(folder, name), text);
    git('add', '-A');
    git('commit', '--allow-empty', '-m', message);
  };
  git('init', '-b', 'main');
  commit(start, 'README.md', 'The list');
  let [text, name] = [start, 'README.md'];
  const told: [string, string[]][] = [];
  for (const [does, change] of history) {
    text = change(text);
    if (does.includes('another name')) {
      renameSync(join(folder, name), join(folder, 'readme.markdown'));
      name = 'readme.markdown';
    }
    commit(text, name, does);
    const { stdout } = await listwright(folder, [
      'lint',
      '--since',
      'HEAD~1',
      '-r',
      'json',
      '--rule',
      'entries-sorted=warning',
    ]);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; start: { line: number } }[] };
    told.push([does, findings.map(({ rule, start: { line } }) => `${line} ${rule}`)]);
  }
  expect(told).toEqual(history.map(([does, , causes]) => [does, causes]));
});
