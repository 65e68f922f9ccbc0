import { describe, expect, test } from 'vitest';
import { proposed } from './propose.js';

const items = (count: number, line: (name: string, index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(`${String.fromCharCode(65 + index)}nchor`, index)).join('\n');
const list = (lines: string): string => `# Awesome Letters\n\n> All about letters and pens.\n\n## Pens\n\n${lines}\n`;

describe('a line is written as the list writes', () => {
  const cases: readonly (readonly [string, (name: string, index: number) => string, string])[] = [
    [
      'plain',
      (n, i) => `- [${n}](https://n${i}.test/) - A pen.`,
      '- [Quill](https://quill.ink/pen) - Quick pen for slow letters.',
    ],
    [
      'asterisks and wide bullets',
      (n, i) => `*   [${n}](https://n${i}.test/) - A pen.`,
      '*   [Quill](https://quill.ink/pen) - Quick pen for slow letters.',
    ],
    [
      'dashes',
      (n, i) => `- [${n}](https://n${i}.test/) – A pen.`,
      '- [Quill](https://quill.ink/pen) – Quick pen for slow letters.',
    ],
    [
      'colons',
      (n, i) => `- [${n}](https://n${i}.test/): a pen`,
      '- [Quill](https://quill.ink/pen): quick pen for slow letters',
    ],
    [
      'bold inside',
      (n, i) => `- [**${n}**](https://n${i}.test/) - A pen.`,
      '- [**Quill**](https://quill.ink/pen) - Quick pen for slow letters.',
    ],
    [
      'bold outside',
      (n, i) => `- **[${n}](https://n${i}.test/)** - A pen.`,
      '- **[Quill](https://quill.ink/pen)** - Quick pen for slow letters.',
    ],
    [
      'code',
      (n, i) => `- [\`${n}\`](https://n${i}.test/) - A pen.`,
      '- [`Quill`](https://quill.ink/pen) - Quick pen for slow letters.',
    ],
    [
      'boxes',
      (n, i) => `- [${i === 1 ? 'x' : ' '}] [${n}](https://n${i}.test/) - A pen.`,
      '- [ ] [Quill](https://quill.ink/pen) - Quick pen for slow letters.',
    ],
    [
      'italic descriptions',
      (n, i) => `- [${n}](https://n${i}.test/) - *A pen.*`,
      '- [Quill](https://quill.ink/pen) - *Quick pen for slow letters.*',
    ],
  ];
  test.each(cases)('%s', async (_, line, expected) => {
    const { line: written, after } = await proposed(list(items(12, line)), { options: { preset: 'minimal' } });
    expect(written).toBe(expected);
    expect(after.split('\n')).toContain(expected);
  });

  test('where few have a description, one that nobody asked for is left out, and one that was given stays', async () => {
    const bare = list(items(12, (n, i) => `- [${n}](https://n${i}.test/)`));
    expect((await proposed(bare, { description: null })).line).toBe('- [Quill](https://quill.ink/pen)');
    expect((await proposed(bare)).line).toBe('- [Quill](https://quill.ink/pen) - Quick pen for slow letters.');
  });

  test('the kind stands where the others have theirs, in their spelling; without kinds it is part of the name', async () => {
    const inside = list(items(5, (n, i) => `- [**${n} (Book)**](https://n${i}.test/) - A pen.`));
    const outside = list(items(5, (n, i) => `- [${n}](https://n${i}.test/) (Book) - A pen.`));
    const none = list(items(5, (n, i) => `- [${n}](https://n${i}.test/) - A pen.`));
    const line = async (text: string) => (await proposed(text, { name: 'Quill (book)' })).line;
    expect(await line(inside)).toContain('[**Quill (Book)**](https://quill.ink/pen) - ');
    expect(await line(outside)).toContain('[Quill](https://quill.ink/pen) (Book) - ');
    expect(await line(none)).toContain('[Quill (book)](https://quill.ink/pen) - ');
  });

  test('a kind of the list is inferred from the URL, and reported as missing where it cannot be', async () => {
    const kinds = (n: string, i: number) =>
      `- [${n} (${i % 2 === 0 ? 'Book' : 'Video'})](https://n${i}.test/) - A pen.`;
    const text = list(items(6, kinds));
    const video = await proposed(text, { url: 'https://www.youtube.com/watch?v=abcdefghijk' });
    expect(video.line).toContain('[Quill (Video)]');
    const other = await proposed(text);
    expect(other.line).toContain('[Quill](');
    expect(other.notices.join()).toMatch(/^most entries there name their kind; add it to --name/);
  });

  test('repositories are called by owner and name where the others are, and get the badge that the others have', async () => {
    const named = list(
      items(
        4,
        (_, i) =>
          `- [ink/pen-${i}](https://github.com/ink/pen-${i}) - A pen. ![Stars](https://img.test/stars/ink/pen-${i}.svg)`,
      ),
    );
    const asked = { url: 'https://github.com/wing/quill', name: null };
    expect((await proposed(named, asked)).line).toBe(
      '- [wing/quill](https://github.com/wing/quill) - Quick pen for slow letters. ![Stars](https://img.test/stars/wing/quill.svg)',
    );
    expect((await proposed(named, { url: 'https://quill.test/', name: 'Quill' })).line).not.toContain('![');
    const plain = list(items(4, (_, i) => `- [pen-${i}](https://github.com/ink/pen-${i}) - A pen. [MIT]`));
    expect((await proposed(plain, asked)).line).toBe(
      '- [quill](https://github.com/wing/quill) - Quick pen for slow letters.',
    );
  });

  test('the neighbours count before the rest of the list', async () => {
    const text = `${list(items(5, (n, i) => `- [${n}](https://n${i}.test/) - A pen.`))}\n## Inks\n\n${items(5, (n, i) => `- [${n} ink](https://ink${i}.test/): Black`)}\n`;
    expect((await proposed(text, { section: 'inks', options: { preset: 'minimal' } })).line).toBe(
      '- [Quill](https://quill.ink/pen): Quick pen for slow letters',
    );
    expect((await proposed(text, { section: 'Pens' })).line).toContain(') - Quick pen for slow letters.');
  });
});

describe('a row of a table', () => {
  const table = (rows: string): string =>
    `# Letters\n\n## Pens\n\n| Name | Description | HTTPS | Key |\n|---|---|---|---|\n${rows}\n`;
  test('has every column: what can be told, and the word for what nobody knows', async () => {
    const text = table(
      '| [Anchor](https://a.test/) | Steel pen | Yes | No |\n| [Biro](http://b.test/) | Ball pen | No | Unknown |\n| [Wren](https://w.test/) | Bird pen | Yes | Unknown |',
    );
    const { line, after } = await proposed(text);
    expect(line).toBe('| [Quill](https://quill.ink/pen) | Quick pen for slow letters | Yes | Unknown |');
    expect(after.indexOf('Biro')).toBeLessThan(after.indexOf('Quill'));
  });
  test('without outer bars keeps an empty last cell', async () => {
    const text =
      '# Letters\n\n## Pens\n\nName | Description | Notes\n---|---|---\n[Anchor](https://a.test/) | Steel pen | old\n[Biro](https://b.test/) | Ball pen | new\n';
    const { line, findings } = await proposed(text);
    expect(line).toBe('[Quill](https://quill.ink/pen) | Quick pen for slow letters | |');
    expect(findings).toEqual([]);
  });
});

describe('what comes from outside stays text', () => {
  const name = 'C++ [a] *b* _c_ d_e | `f` <b>\u202E';
  const description = 'Uses <script> & &amp; a * b snake_case [link](javascript:x) ![i](y)\nand\u0000 more';
  test('names and descriptions are escaped where they would mean something, and only there', async () => {
    const { line } = await proposed(list('- [Anchor](https://a.test/) - A pen.'), { name, description });
    expect(line).toBe(
      '- [C++ \\[a\\] \\*b\\* \\_c\\_ d_e | \\`f\\` \\<b>](https://quill.ink/pen) - Uses \\<script> & \\&amp; a * b snake_case \\[link\\](javascript:x) !\\[i\\](y) and more.',
    );
  });
  test.each([
    ['https://q.test/Pen_(tool)', '(<https://q.test/Pen_(tool)>)'],
    ['https://q.test/a b', '(https://q.test/a%20b)'],
    ['https://q.test/"<x>`\\', '(https://q.test/%22%3Cx%3E%60%5C)'],
    ['https://q.test/größe', '(https://q.test/größe)'],
  ])('the address %s', async (url, expected) => {
    const { line, after } = await proposed(list('- [Anchor](https://a.test/) - A pen.'), { url });
    expect(line).toContain(expected);
    expect(after).toContain(expected);
  });
  test('a name that is a place of the template is a name', async () => {
    const { line } = await proposed(list('- [Anchor](https://a.test/) - A pen.'), { name: '{url} {kind} $&' });
    expect(line).toContain('[{url} {kind} $&](https://quill.ink/pen)');
  });
});
