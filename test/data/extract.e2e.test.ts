import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { folderOf, listwright } from '../cli/command.js';

const entries = { format: '- [{name}]({url}) - {description}.' };
const letters = [...'zyxwvutsrqponmlkjihgfedcba'];
/** A list of 250 entries in 5 sections. */
const whole = `# Awesome Looms\n\n> Machines.\n\n${Array.from(
  { length: 5 },
  (_, part) =>
    `## Group ${part}\n\n${Array.from({ length: 50 }, (__, at) => `- [${letters[at % 26]}${at} Loom](https://l${part}-${at}.example/) - Loom number ${at}.\n`).join('')}\n`,
).join('')}## License\n\nFree.\n`;

/** A list with all that a list may have between its entries. */
const varied = `# Chess

> Pieces.

- [Other list](https://other.example/)

## Pieces [*new*](https://new.example/)

Some words, <b>with</b> HTML.

- [Rook](https://rook.example/) - Straight.
  <!-- listwright-except no-repeats: it is *that* that -->
  - [Little Rook](https://little.example/) - Nested.
    - [Least Rook](https://least.example/) - Nested twice.

    A paragraph below it.
- Minor pieces
  - [Knight](https://knight.example/) - Jumps.
  - [Bishop](https://bishop.example/) - Is \`slanted\`.

**Bold words that divide**

- [Queen](https://queen.example/) - All.

---

### Level 1: Beginner

- [First](https://first.example/) - One.

### Level 2: Expert

- [Second](https://second.example/) - Two.

#### Deeper at once

##### Deeper

- [Third](https://third.example/) - Three.

## Words only

1. A numbered list, which is none of entries.

> A quote.

\`\`\`sh
# no heading
\`\`\`

## Tables

| Name | Text |
| :-- | --: |
| [Pawn](https://pawn.example/) | Small. |
| [King](https://king.example/) | Slow \\| alone. |

<details>
<summary>More</summary>

| Text | Name |
| --- | --- |
| Off. | [Clock](https://clock.example/) |

</details>

## Tables

- [Board](https://board.example/) - Flat.

## License

Free.
`;
const variedConfig = {
  entries: {
    format: '- [{name}]({url}) - {description}.',
    columns: { Name: '[{name}]({url})', Text: '{description}' },
  },
};

const made = (readme: string, config: object = { entries }) =>
  folderOf({ 'README.md': readme, 'listwright.config.json': JSON.stringify(config) });

describe('extract', () => {
  test.each(['yaml', 'json', 'toml', 'csv'])(
    'writes 250 entries as %s, from which the same list is rendered',
    async (format) => {
      const folder = made(whole);
      const { status, stderr } = await listwright(folder, ['extract', '--to', format, '--write']);
      expect([status, stderr]).toEqual([0, expect.stringContaining(`250 entries written to entries.${format}`)]);
      const { source } = parseYaml(stderr.slice(stderr.indexOf('source:'))) as { source: object };
      expect(source).toMatchObject({ files: `entries.${format}`, sort: false, contents: false });
      writeFileSync(join(folder, 'listwright.config.json'), JSON.stringify({ entries, source }));
      const readme = readFileSync(join(folder, 'README.md'), 'utf8');
      expect(readme.replace(/<!-- listwright:(?:start -->\n\n|end -->\n\n)/g, '')).toBe(whole);
      expect((await listwright(folder, ['render', '--check'])).stderr).toContain('250 entries, as in the data');
      // Sorted, it is another list, and the same each time.
      writeFileSync(
        join(folder, 'listwright.config.json'),
        JSON.stringify({ entries, source: { ...source, sort: 'name' } }),
      );
      await listwright(folder, ['render', '--write']);
      const sorted = readFileSync(join(folder, 'README.md'), 'utf8');
      expect(sorted.indexOf('[a25 Loom]')).toBeLessThan(sorted.indexOf('[b24 Loom]'));
      await listwright(folder, ['render', '--write']);
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(sorted);
    },
  );

  test('prints data without --write, and leaves the list', async () => {
    const folder = made(whole);
    const { stdout } = await listwright(folder, ['extract']);
    expect(parseYaml(stdout).entries[0]).toEqual({
      ...{ section: 'Group 0', name: 'z0 Loom', url: 'https://l0-0.example/', description: 'Loom number 0' },
    });
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(whole);
  });

  test.each([
    [
      'an entry of another form',
      whole.replace('- [y1 Loom](', '- Loom: [y1 Loom]('),
      'README.md:8: `y1 Loom` does not follow `entries.format`; `listwright lint` shows how',
    ],
    [
      'two entries of another form',
      whole.replaceAll(/- \[(y1|x2) Loom\]\(https:..l3/g, '- Loom: [$1 Loom](https://l3'),
      'README.md:167: `y1 Loom` and 1 other entry do not follow `entries.format`',
    ],
    [
      'bold around a link, which no field has',
      whole.replace('[y1 Loom](https://l0-1.example/)', '**[y1 Loom](https://l0-1.example/)**'),
      'README.md:8: `- **[y1 Loom](https://l0-1.example/)** - Loom number 1.` would be written as `- [y1 Loom](',
    ],
    [
      'the title of a link',
      whole.replace('https://l1-0.example/)', 'https://l1-0.example/ "Home")'),
      'README.md:60: `- [z0 Loom](https://l1-0.example/ "Home")',
    ],
    [
      'an item that begins with a list',
      whole.replace('## Group 1\n\n', '## Group 1\n\n- - [In](https://in.example/) - In.\n'),
      'README.md:60: this item does not begin with text',
    ],
    [
      'a row with more cells than columns',
      varied.replace(
        '| [Pawn](https://pawn.example/) | Small. |',
        '| [Pawn](https://pawn.example/) | Small. | Unseen. |',
      ),
      'this row has 3 cells, but its table has 2 columns; remove what readers do not see, or add a column',
      variedConfig,
    ],
    [
      'a line that continues an item',
      whole.replace('Loom number 1.\n', 'Loom number 1.\n**[back to top](#group-0)**\n'),
      'README.md:9: `**[back to top](#group-0)**` continues the item above it; add an empty line before it',
    ],
    ['a path in a title', whole.replace('## Group 1', '## Group > 1'), 'README.md:58: `>` in a title separates'],
    [
      'an entry below no heading',
      '# A\n\n- [a](https://a.example/) - A.\n',
      'README.md:3: this entry is not below a Markdown heading',
    ],
    ['no entries', '# Awesome Looms\n\n> Machines.\n', 'no section has entries'],
  ])('refuses what it could not render, and writes nothing: %s', async (_, readme, message, more?: object) => {
    const folder = made(readme, more);
    const { status, stderr } = await listwright(folder, ['extract', '--write']);
    expect(stderr).toContain(message);
    expect([status, readFileSync(join(folder, 'README.md'), 'utf8')]).toEqual([2, readme]);
  });

  test('keeps as Markdown what its format would lose, where a format is one field', async () => {
    const lost = [
      '**[Bold](https://bold.example/)** - Around.',
      '[Titled](https://titled.example/ "Home") - With a title.',
      '<https://auto.example/> - Automatic.',
      'https://bare.example/',
    ];
    const readme = `# Looms\n\n## Hand\n\n- [Kept](https://kept.example/) - As fields.\n${lost.map((one) => `- ${one}\n`).join('')}`;
    const format = ['- [{name}]({url}) - {description}.', '- [{name}]({url})', '- {text}'];
    const folder = made(readme, { entries: { format } });
    const { status, stderr } = await listwright(folder, ['extract', '--data', 'looms.yaml', '--write']);
    expect(stderr).toContain('5 entries written');
    expect(status).toBe(0);
    const data = parseYaml(readFileSync(join(folder, 'looms.yaml'), 'utf8')) as { readonly entries: readonly object[] };
    expect(data.entries).toEqual([
      { section: 'Hand', name: 'Kept', url: 'https://kept.example/', description: 'As fields' },
      ...lost.map((text) => ({ section: 'Hand', text })),
    ]);
    const { source } = parseYaml(stderr.slice(stderr.indexOf('source:'))) as { readonly source: object };
    writeFileSync(join(folder, 'listwright.config.json'), JSON.stringify({ entries: { format }, source }));
    const again = await listwright(folder, ['render', '--check']);
    expect([again.status, again.stdout]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(lost.map((one) => `- ${one}\n`).join(''));
  });

  test('keeps a list directly below a table apart from its rows; CSV says that it cannot', async () => {
    const table = '| Name | Description |\n| --- | --- |\n| [Row](https://row.example/) | In a table. |\n';
    const item = '- [Item](https://item.example/) - In a list.\n';
    const config = {
      entries: {
        format: '- [{name}]({url}) - {description}.',
        columns: { Name: '[{name}]({url})', Description: '{description}.' },
      },
    };
    const folder = made(`# Looms\n\n## Hand\n\n${table}${item}`, config);
    const { stderr } = await listwright(folder, ['extract', '--data', 'looms.yaml', '--write']);
    expect(stderr).toContain('2 entries written');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`${table}\n${item}`);
    const { source } = parseYaml(stderr.slice(stderr.indexOf('source:'))) as { readonly source: object };
    writeFileSync(join(folder, 'listwright.config.json'), JSON.stringify({ ...config, source }));
    expect((await listwright(folder, ['render', '--check'])).status).toBe(0);
    const csv = await listwright(made(`# Looms\n\n## Hand\n\n${table}${item}`, config), ['extract', '--to', 'csv']);
    expect(csv.stderr).toContain('README.md:3: a list directly follows a table in `Hand`, which CSV cannot hold');
  });

  test.each(['yaml', 'json', 'toml'])('keeps all that a list has, byte for byte, as %s', async (format) => {
    const folder = made(varied, variedConfig);
    const { status, stderr } = await listwright(folder, ['extract', '--to', format, '--write']);
    expect([status, stderr]).toEqual([0, expect.stringContaining('13 entries written')]);
    expect(stderr).not.toContain('other spaces');
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(readme.replace(/<!-- listwright:(?:start -->\n\n|end -->\n\n)/g, '')).toBe(varied);
    const { source } = parseYaml(stderr.slice(stderr.indexOf('source:'))) as { source: object };
    expect(source).toMatchObject({ nested: 'entries', block: 'block', item: 'item', table: 'table' });
    writeFileSync(join(folder, 'listwright.config.json'), JSON.stringify({ ...variedConfig, source }));
    const again = await listwright(folder, ['render', '--check']);
    expect([again.status, again.stderr]).toEqual([0, 'listwright: README.md: 13 entries, as in the data\n']);
  });

  test('writes other spaces, bullets and bars in one way, and says in how many lines', async () => {
    const loose = varied
      .replace('- [Rook]', '* [Rook]')
      .replace('  - [Knight]', '\n  -   [Knight]')
      .replace('| [Pawn](https://pawn.example/) | Small. |', '[Pawn](https://pawn.example/)|Small.')
      .replace('  - [Bishop]', '   - [Bishop]');
    const folder = made(loose, variedConfig);
    const { status, stderr } = await listwright(folder, ['extract', '--write']);
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining('lines of README.md are written with other spaces, empty lines, bullets or bars'),
    ]);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(readme.replace(/<!-- listwright:(?:start -->\n\n|end -->\n\n)/g, '')).toBe(varied);
  });

  test('refuses as CSV what is nested, and keeps text between entries', async () => {
    const folder = made(varied, variedConfig);
    const nested = await listwright(folder, ['extract', '--to', 'csv', '--write']);
    expect([nested.status, nested.stderr]).toEqual([2, expect.stringContaining('which CSV cannot hold; use YAML')]);
    const flat = whole.replace('- [y1 Loom](https://l4', '\nText *between* entries.\n\n- [y1 Loom](https://l4');
    const other = made(flat);
    const { stderr } = await listwright(other, ['extract', '--to', 'csv', '--write']);
    expect(stderr).toContain('block: block');
    const readme = readFileSync(join(other, 'README.md'), 'utf8');
    expect(readme.replace(/<!-- listwright:(?:start -->\n\n|end -->\n\n)/g, '')).toContain(
      ' - Loom number 0.\n\nText *between* entries.\n\n- [y1 Loom]',
    );
  });

  test('refuses a format that it does not know, and a list without formats', async () => {
    expect((await listwright(made(whole), ['extract', '--to', 'jsn'])).stderr).toContain('did you mean "json"?');
    expect((await listwright(made(whole), ['extract', '--data', 'list.txt'])).stderr).toContain('unknown format "txt"');
    expect((await listwright(made(whole, {}), ['extract'])).stderr).toContain('needs `entries.format`');
  });
});
