import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';

const format = '- [{name}]({url}) - {description}.{* `{license}`}';
const config = (source: object, entries: object = { format }): string => JSON.stringify({ entries, source });
const readme =
  '# Awesome Pens\n\n> Things to write with.\n\n## Contents\n\n<!-- listwright:start -->\n<!-- listwright:end -->\n\n## License\n\nFree.\n';
const data = `sections:
  - title: Inks
    description: What pens are *filled* with.
  - title: Nibs > Steel
  - title: Empty
entries:
  - name: Steel Nib
    url: https://steel.example/
    description: Hard
    section: Nibs > Steel
  - name: Red
    url: https://red.example/a_(b)
    description: Red [ink]
    license: [MIT, BSD-2-Clause]
    section: Inks
  - name: blue
    url: https://blue.example/
    description: 1.10
    section: Inks
`;
const source = { files: 'entries.yaml', entries: 'entries', sections: { at: 'sections' } };
const rendered = `<!-- listwright:start -->

- [Inks](#inks)
- [Nibs](#nibs)
  - [Steel](#steel)

## Inks

What pens are *filled* with.

- [blue](https://blue.example/) - 1.10.
- [Red](https://red.example/a_(b)) - Red \\[ink\\]. \`MIT\` \`BSD-2-Clause\`

## Nibs

### Steel

- [Steel Nib](https://steel.example/) - Hard.

<!-- listwright:end -->
`;

const made = (files: Readonly<Record<string, string>> = {}): string =>
  folderOf({ 'README.md': readme, 'entries.yaml': data, 'listwright.config.json': config(source), ...files });
const textOf = (folder: string): string => readFileSync(join(folder, 'README.md'), 'utf8');

describe('render', () => {
  test('shows a diff, writes nothing, and tells what is on one side only', async () => {
    const folder = made();
    const { status, stdout, stderr } = await listwright(folder, ['render']);
    expect(stderr).toContain('entries.yaml:16: `blue` is not in README.md');
    expect([status, textOf(folder)]).toEqual([0, readme]);
    expect(stdout).toContain('+- [blue](https://blue.example/) - 1.10.\n');
  });

  test('writes the part between the markers, the same each time, and the check then passes', async () => {
    const folder = made();
    expect(await listwright(folder, ['render', '--write'])).toMatchObject({ status: 0, stdout: '' });
    expect(textOf(folder)).toBe(readme.replace('<!-- listwright:start -->\n<!-- listwright:end -->\n', () => rendered));
    const before = textOf(folder);
    expect((await listwright(folder, ['render', '--write'])).stderr).toContain('3 entries, as in the data');
    expect(textOf(folder)).toBe(before);
    expect((await listwright(folder, ['render', '--check'])).status).toBe(0);
  });

  test('names the one of several entries with one URL that differs', async () => {
    const again = data.replace(
      '  - name: blue\n',
      '  - name: Other Nib\n    url: https://steel.example/\n    description: Soft\n    section: Inks\n  - name: blue\n',
    );
    const folder = made({ 'entries.yaml': again });
    await listwright(folder, ['render', '--write']);
    writeFileSync(join(folder, 'entries.yaml'), again.replace('Soft', 'Mild'));
    const { stderr } = await listwright(folder, ['render', '--check']);
    expect(stderr.match(/entries\.yaml:\d+: .*/g)).toEqual([
      expect.stringMatching(/^entries\.yaml:16: `Other Nib` differs from line \d+ of README\.md$/),
    ]);
  });

  test.each([
    [
      'the README',
      'README.md',
      (text: string) => text.replace('- [Steel N', '- [Gold](https://gold.example/) - Soft.\n- [Steel N'),
      '-- [Gold](https://gold.example/) - Soft.\n',
      /README\.md:\d+: `Gold` is not in the data/,
    ],
    [
      'the data',
      'entries.yaml',
      (text: string) => text.replace('Hard', 'Very hard'),
      '+- [Steel Nib](https://steel.example/) - Very hard.\n',
      /entries\.yaml:7: `Steel Nib` differs from line \d+ of README\.md/,
    ],
  ])('the check fails with a diff where %s changed', async (_, file, changed, diff, difference) => {
    const folder = made();
    await listwright(folder, ['render', '--write']);
    writeFileSync(join(folder, file), changed(readFileSync(join(folder, file), 'utf8')));
    const { status, stdout, stderr } = await listwright(folder, ['render', '--check']);
    expect(status).toBe(1);
    expect(stdout).toContain(diff);
    expect(stderr).toMatch(difference);
  });

  test('reads a file for each entry, and JSON, TOML and CSV', async () => {
    const entries = {
      'data/a.yml': 'title: B\nsite: https://b.example/\ndescription: Bee\ntags: [Inks, More]\n',
      'data/b.json': '{\n\t"title": "A", "site": "https://a.example/",\n\t"description": "Ay", "tags": "Inks"\n}\n',
      'data/c.toml': 'title = "C"\nsite = "https://c.example/"\ndescription = "Sea"\ntags = ["Inks"]\n',
      'data/d.csv': 'title,site,description,tags,license[]\r\nD,https://d.example/,"De, ""quoted""",Inks,MIT;ISC\r\n',
    };
    const folder = made({
      ...entries,
      'listwright.config.json': config({
        ...{ files: 'data/*', section: 'tags', fields: { name: 'title', url: 'site' }, contents: false },
      }),
    });
    expect((await listwright(folder, ['render', '--write'])).stderr).toContain('4 entries written');
    expect(textOf(folder)).toContain(
      '-->\n\n## Inks\n\n- [A](https://a.example/) - Ay.\n- [B](https://b.example/) - Bee.\n- [C](https://c.example/) - Sea.\n- [D](https://d.example/) - De, "quoted". `MIT` `ISC`\n\n<!--',
    );
  });

  describe.each([
    [
      'YAML',
      'entries.yaml',
      (rows: readonly object[]) => JSON.stringify({ entries: rows, sections: [{ title: 'Inks' }] }),
    ],
    [
      'TOML',
      'entries.toml',
      (rows: readonly object[]) =>
        `${rows
          .map(
            (row) =>
              `[[entries]]\n${Object.entries(row)
                .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
                .join('')}`,
          )
          .join('\n')}\n[[sections]]\ntitle = "Inks"\n`,
    ],
  ])('data of %s', (_, file, textFor) => {
    const row = { name: 'Red', url: 'https://red.example/', description: 'Red', section: 'Inks', license: 'MIT' };
    const outcome = async (given: object, rows: readonly object[] = [row]) => {
      const folder = made({ [file]: textFor(rows), 'listwright.config.json': config({ files: file, ...given }) });
      const ended = await listwright(folder, ['render', '--write']);
      if (ended.status !== 0) expect(textOf(folder)).toBe(readme);
      return [ended.status, ended.stderr] as const;
    };
    const whole = { entries: 'entries', sections: { at: 'sections' } };

    test('has the key of its entries, or is an error', async () => {
      expect(await outcome(whole)).toEqual([0, expect.stringContaining('1 entry written')]);
      expect(await outcome({ ...whole, entries: 'entires', sections: undefined })).toEqual([
        2,
        expect.stringContaining(`${file}:1: no key \`entires\`; correct \`source.entries\``),
      ]);
    });

    test.each([
      ['a field', { fields: { license: 'licence' } }, 'source.fields.license', 'licence'],
      ['the nested entries', { nested: 'childs' }, 'source.nested', 'childs'],
      ['blocks', { block: 'blok' }, 'source.block', 'blok'],
      ['items', { item: 'itm' }, 'source.item', 'itm'],
      ['tables', { table: 'tabel' }, 'source.table', 'tabel'],
    ])('has the key of %s, or is an error', async (__, more, where, key) => {
      expect(await outcome({ ...whole, ...more })).toEqual([
        2,
        expect.stringContaining(`${where}: no entry in the data has the key \`${key}\``),
      ]);
      expect(await outcome({ ...whole, ...more }, [row, { ...row, [key]: key === 'childs' ? [] : '' }])).toEqual([
        0,
        expect.stringContaining('2 entries written'),
      ]);
    });

    test('has the key of descriptions, or is an error', async () => {
      const sections = { at: 'sections', description: 'text' };
      const [status, stderr] = await outcome({ ...whole, sections });
      expect([status, stderr]).toEqual([2, expect.stringContaining('source.sections.description: no section in the')]);
    });
  });

  describe('a value in plain text', () => {
    const write = async (value: object, more: object = {}) => {
      const row = { name: 'Red', url: 'https://red.example/', description: 'Red', section: 'Inks', ...value };
      const folder = made({
        'a.json': JSON.stringify([row]),
        'listwright.config.json': config({ files: 'a.json', contents: false, ...more }),
      });
      const { status, stderr } = await listwright(folder, ['render', '--write']);
      if (status !== 0) expect(textOf(folder)).toBe(readme);
      return [status, stderr] as const;
    };

    test.each([
      ['a URL', { description: 'See https://evil.example/now or not' }, 'https://evil.example/now'],
      ['a www host', { description: 'See www.evil.example' }, 'http://www.evil.example'],
      ['a mail address', { description: 'Ask me@evil.example' }, 'mailto:me@evil.example'],
      ['a URL in angle brackets', { description: 'See <https://evil.example/>' }, 'https://evil.example/'],
      ['a URL as its section', { section: 'https://evil.example/' }, 'https://evil.example/'],
    ])('with %s is refused, since GitHub would link it', async (_, value, url) => {
      const [status, stderr] = await write(value);
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(/(?:a\.json:1|README\.md): `.*` in plain text would become a link/),
      ]);
      expect(stderr).toContain(`\`${url}`);
    });

    test('may name a host, a handle or a scheme that nothing links', async () => {
      const description = 'See evil.example, @me, a@b, http: and ftp://x.example';
      expect((await write({ description }))[0]).toBe(0);
    });

    test('may be a link where its field is Markdown', async () => {
      expect((await write({ description: 'See https://b.example/' }, { markdown: ['description'] }))[0]).toBe(0);
    });

    test.each([
      ['javascript:alert(1)', 'javascript:'],
      ['JavaScript:alert(1)', 'JavaScript:'],
      ['data:text/html,x', 'data:'],
      ['vbscript:x', 'vbscript:'],
      ['file:///etc/passwd', 'file:'],
    ])('as URL is not %s', async (url, scheme) => {
      const [status, stderr] = await write({ url });
      expect([status, stderr]).toEqual([2, expect.stringContaining(`\`${scheme}\` URLs must not be links`)]);
      const [inMarkdown] = await write({ description: `A [link](${url})` }, { markdown: ['description'] });
      expect(inMarkdown).toBe(2);
    });

    test.each(['mailto:a@b.example', 'chrome://flags', 'docs/a.md', '#inks', 'http://a.example/'])(
      'as URL may be %s',
      async (url) => {
        expect((await write({ url }))[0]).toBe(0);
      },
    );
  });

  test.each(['```', '~~~~'])('refuses markers in %s, where they are not comments', async (fence) => {
    const around = (markers: string) => `${fence}\n${markers}\n${fence}`;
    const folder = made({ 'README.md': readme.replace(/<!--[\s\S]*-->/, around) });
    const { status, stderr } = await listwright(folder, ['render', '--write']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('README.md: the markers are in code')]);
  });

  test.each([
    ['an empty file', ''],
    ['an empty list', '[]'],
    ['a header alone', 'name,url,section\n'],
  ])('%s is an error', async (_, text) => {
    const file = text.startsWith('name') ? 'list.csv' : 'list.yaml';
    const folder = made({ [file]: text, 'listwright.config.json': config({ files: file }) });
    const { status, stderr } = await listwright(folder, ['render', '--write']);
    expect([status, textOf(folder)]).toEqual([2, readme]);
    expect(stderr).toContain(`${file}: no entries in 1 file; add one`);
  });

  test('an empty list is none where sections may be empty, and a file may have sections alone', async () => {
    const sections = { at: 'sections', empty: true };
    const folder = made({
      'data/a.yaml': 'sections:\n  - title: Inks\n',
      'data/b.yaml': 'entries: []\n',
      'listwright.config.json': config({ files: 'data/*.yaml', entries: 'entries', sections }),
    });
    const { status, stderr } = await listwright(folder, ['render', '--write']);
    expect([status, stderr]).toEqual([0, expect.stringContaining('0 entries written')]);
    expect(textOf(folder)).toContain('## Inks');
  });

  test.each([
    ['no markers', { 'README.md': '# Pens\n' }, 'README.md: no line `<!-- listwright:start -->`'],
    ['no data', { 'listwright.config.json': config({ files: 'none/*.yml' }) }, 'no file matches `none/*.yml`'],
    ['no source', { 'listwright.config.json': JSON.stringify({ entries: { format } }) }, 'no `source`'],
    [
      'a missing field',
      { 'entries.yaml': data.replace('    url: https://steel.example/\n', '') },
      'entries.yaml:7: `url` is missing',
    ],
    [
      'an unknown section',
      { 'entries.yaml': data.replace('section: Nibs > Steel', 'section: Nips') },
      'entries.yaml:7: no section `Nips`',
    ],
    [
      'no section',
      { 'entries.yaml': data.replace('    section: Nibs > Steel\n', '') },
      'entries.yaml:7: `section` is missing',
    ],
    ['broken YAML', { 'entries.yaml': `${data}  - [\n` }, 'entries.yaml:21: '],
    [
      'an unknown key',
      { 'listwright.config.json': config({ files: 'a', sektion: 'b' }) },
      'source.sektion: unknown option (did you mean "section"?)',
    ],
    [
      'a field of no format',
      { 'listwright.config.json': config({ ...source, markdown: ['desc'] }) },
      'no format contains the field `{desc}`',
    ],
    ['no format', { 'listwright.config.json': config(source, {}) }, 'no `entries.format` for section `Inks`'],
    [
      'a marker in the text of a section',
      { 'entries.yaml': data.replace('What pens are *filled* with.', '"a\\n\\n<!-- listwright:end -->"') },
      'entries.yaml:2: the text has a marker',
    ],
    [
      'a marker in code in the text of a section',
      { 'entries.yaml': data.replace('What pens are *filled* with.', '"```\\n<!-- listwright:end -->\\n```"') },
      'entries.yaml:2: the text has a marker',
    ],
    [
      'a comment in a value',
      {
        'entries.yaml': data.replace('Hard', '"<!-- listwright-disable --> Hard"'),
        'listwright.config.json': config({ ...source, markdown: ['description'] }),
      },
      'the text has an HTML comment',
    ],
    [
      'an entry in the text of a section',
      { 'entries.yaml': data.replace('What pens are *filled* with.', '"- [Fake](https://fake.example/) - Fake."') },
      'entries.yaml:2: the text would be read as an entry',
    ],
    [
      'a heading in the text of a section',
      { 'entries.yaml': data.replace('What pens are *filled* with.', '"a\\n\\n## Fake"') },
      'entries.yaml:2: the text would be read as a heading',
    ],
    [
      'an entry in the text of a section',
      { 'entries.yaml': data.replace('What pens are *filled* with.', '"- [F](https://fake.example/) - Fake."') },
      'entries.yaml:2: the text would be read as an entry',
    ],
    ['a file outside', { 'listwright.config.json': config({ files: '../../*.json' }) }, 'is outside'],
  ])('says what is wrong, and writes nothing: %s', async (_, files, message) => {
    const folder = made(files);
    const before = textOf(folder);
    const { status, stderr } = await listwright(folder, ['render', '--write']);
    expect(stderr).toContain(message);
    expect([status, textOf(folder)]).toEqual([2, before]);
  });
});
