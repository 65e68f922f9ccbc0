import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderOf, listwright } from './command.js';

/** The rule on the page about formats. */
const page = readFileSync(new URL('../../docs/entry-format.md', import.meta.url), 'utf8');
const plugin = /```js\n(\/\/ old-entries\.mjs;[\s\S]*?)```/.exec(page)?.[1] ?? '';

const configuration = `preset: minimal
plugins: [./old-entries.mjs]
rules: { old-entries: warning }
entries:
  format: '- [{name}]({url}) - {description}.{+ \`{license}\`}{? {since}}{? ★{stars}}{? [Home]({home})}'
  fields:
    description: { maxLength: 10 }
    license: { kind: spdx }
    since: { kind: date }
    stars: { kind: number }
    home: { kind: url }
    name: { values: [Jib, Kit] }
`;
const jib = '- [Jib](https://jib.test/a) - Small &amp; *new*. `MIT` `0BSD` 2009-05 ★1,200 [Home](https://home.test/)';
const readme = `# Kites\n\n## Sails\n\n${jib}\n- [Kit](https://kit.test/) - Light. \`MIT\`\n\nWords.\n`;

interface Tree {
  readonly children?: readonly Tree[];
  readonly fields?: Readonly<Record<string, readonly { readonly value: string; readonly position: Place }[]>> | null;
}
interface Place {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

function fieldsIn(tree: Tree): readonly NonNullable<Tree['fields']>[] {
  return [...(tree.fields ? [tree.fields] : []), ...(tree.children ?? []).flatMap(fieldsIn)];
}

test('the tree has the fields of entries of all kinds, with their places', async () => {
  const folder = folderOf({ 'README.md': readme, 'listwright.config.yaml': configuration, 'old-entries.mjs': plugin });
  const { stdout } = await listwright(folder, ['tree', '--json', 'README.md']);
  const [first = {}, second = {}] = fieldsIn(JSON.parse(stdout) as Tree);
  const values = (fields: NonNullable<Tree['fields']>) =>
    Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all.map(({ value }) => value)]));
  expect(values(first)).toEqual({
    name: ['Jib'],
    url: ['https://jib.test/a'],
    description: ['Small & new'],
    license: ['MIT', '0BSD'],
    since: ['2009-05'],
    stars: ['1,200'],
    home: ['https://home.test/'],
  });
  expect(values(second)).toEqual({
    name: ['Kit'],
    url: ['https://kit.test/'],
    description: ['Light'],
    license: ['MIT'],
  });
  const written = (field = first.since?.[0]) => readme.slice(field?.position.start.offset, field?.position.end.offset);
  expect([written(), written(first.stars?.[0]), written(first.license?.[1])]).toEqual(['2009-05', '1,200', '0BSD']);
});

test('a rule of a plugin reads them, and what departs from each kind is reported', async () => {
  const bad = '- [Gaff](https://gaff.test/) - Light cloth. `Mine` 2019 ★few [Home](/home)\n';
  const folder = folderOf({
    'README.md': readme.replace('\nWords', `${bad}\nWords`),
    'listwright.config.yaml': configuration,
    'old-entries.mjs': plugin,
  });
  const { stdout } = await listwright(folder, ['lint', 'README.md', '-r', 'json']);
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { readonly rule: string; readonly message: string; readonly start: { readonly line: number } }[];
  };
  expect(
    findings
      .filter(({ rule }) => rule === 'old-entries' || rule === 'entry-format')
      .map(({ start, message }) => `${start.line} ${message}`),
  ).toEqual([
    '5 The description of `Jib` is too long (maximum 10 characters); shorten it',
    '5 `Jib` is from 2009-05; look for something newer',
    expect.stringMatching(/^7 .*`Gaff`/),
    expect.stringMatching(/^7 The description of `Gaff` is too long/),
    expect.stringMatching(/^7 .*`Mine`/),
    expect.stringMatching(/^7 .*`few`/),
    expect.stringMatching(/^7 .*`\/home`/),
  ]);
  expect((await listwright(folder, ['rules', '--test', 'old-entries.mjs'])).stdout).toContain('all passed');
});
