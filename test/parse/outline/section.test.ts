import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/parse/parse.js';

const sections = (text: string): (string | number | null)[][] =>
  parse(text).sections.map(({ form, title, depth, slug, role }) => [form, title, depth, slug, role]);

describe('the shapes a section is written in', () => {
  test('ATX, setext and HTML headings, nested by depth', () => {
    const text = '# List\n\nTools\n-----\n\n### Hand Tools\n\n<h2>Kilns</h2>\n\n- [a](https://a.test)\n';
    expect(sections(text)).toEqual([
      ['heading', 'Tools', 2, 'tools', 'content'],
      ['heading', 'Hand Tools', 3, 'hand-tools', 'content'],
      ['html', 'Kilns', 2, 'kilns', 'content'],
    ]);
    expect(parse(text).sections[1]?.parent).toMatchObject({ title: 'Tools' });
    expect(parse(text).title).toBe('List');
  });

  test('a summary that holds entries, and one that holds none', () => {
    expect(
      sections(
        '## A\n\n<details><summary>Old</summary>\n\n- [a](https://a.test)\n\n</details>\n\n- [b](https://b.test)',
      ),
    ).toEqual([
      ['heading', 'A', 2, 'a', 'content'],
      ['summary', 'Old', 3, null, 'content'],
    ]);
    expect(sections('## A\n\n<details><summary>Screenshot</summary>\n\n![x](x.png)\n\n</details>')).toHaveLength(1);
  });

  test('details that are never closed swallow nothing', () => {
    const list = parse(
      '## A\n\n<details><summary>Old</summary>\n\n- [a](https://a.test)\n\n## B\n\n- [b](https://b.test)',
    );
    expect(list.entries.map((entry) => entry.parent)).toMatchObject([{ title: 'A' }, { title: 'B' }]);
  });

  test.each([
    ['a summary', '<details>\n<summary><h2>Kilns</h2></summary>\n\n- [a](https://a.test)\n\n</details>\n'],
    ['a cell', '<table><tr><td><h2>Kilns</h2></td></tr></table>\n\n- [a](https://a.test)\n'],
    ['a link', '<a href="https://k.test"><h2>Kilns</h2></a>\n\n- [a](https://a.test)\n'],
    ['a line of inline elements', '<b><h2>Kilns</h2></b>\n\n- [a](https://a.test)\n'],
  ])('a heading in %s, which GitHub gives an anchor', (_, text) => {
    const list = parse(`# List\n\n${text}`);
    expect(list.sections.map(({ form, title, depth, slug }) => [form, title, depth, slug])).toEqual([
      ['html', 'Kilns', 2, 'kilns'],
    ]);
    expect(list.anchors.map(({ id }) => id)).toContain('kilns');
    expect(list.entries[0]?.parent).toMatchObject({ title: 'Kilns' });
  });

  test('a title in a link, and words around a heading of HTML', () => {
    expect(parse('<a href="https://k.test"><h1 align="center">Awesome Kites</h1></a>\n').title).toBe('Awesome Kites');
    const list = parse('# L\n\n<b>Before</b> <h2>Kilns</h2> and [after](https://a.test) all\n');
    expect(list.sections.map(({ title }) => title)).toEqual(['Kilns']);
    expect(list.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    expect(list.sections[0]?.prose).toHaveLength(1);
  });

  test('cells without a heading are rows of a table', () => {
    const list = parse('## A\n\n<table><tr><td><a href="https://a.test">a</a></td><td>B.</td></tr></table>\n');
    expect(list.entries.map(({ name, description }) => [name, description])).toEqual([['a', 'B.']]);
  });

  test('a bold paragraph above a list, and one above prose', () => {
    expect(sections('## A\n\n**Wheels:**\n\n- [a](https://a.test)\n\n**Careful!**\n\nHot.')).toEqual([
      ['heading', 'A', 2, 'a', 'content'],
      ['bold', 'Wheels', 3, null, 'content'],
    ]);
  });
});

test.each([
  ['## 🏺 Pots', '🏺', 'Pots', '-pots'],
  ['## :tada: Pots', ':tada:', 'Pots', 'tada-pots'],
  // The rocket as Mac Roman shows it.
  ['## \uF8FFüöÄ Pots', '🚀', 'Pots', 'üöä-pots'],
  ['## Ünder Pots', null, 'Ünder Pots', 'ünder-pots'],
])('the emoji of %s', (text, emoji, title, slug) => {
  expect(parse(`${text}\n\n- [a](https://a.test)`).sections[0]).toMatchObject({ emoji, title, slug });
});

describe('the role of a section that may be a theme', () => {
  const roleOf = (title: string, items: string) =>
    parse(`# L\n\n## Sails\n\n- [a](https://a.test) - A.\n\n## ${title}\n\n${items}`).sections[1]?.role;
  const described = ['x', 'y', 'z'].map((name) => `- [${name}](https://${name}.test) - Makes it.\n`).join('');
  const profiles = ['x', 'y', 'z']
    .map((name) => `- [${name}](https://github.com/${name}) - Keeps the list.\n`)
    .join('');
  test.each(['Badges', 'History', 'Support', 'Contributing to Open Source', 'Change Log', 'Authors', 'Credits'])(
    '%s is content where it holds described entries, and meta where it does not',
    (title) => {
      expect(roleOf(title, described)).toBe('content');
      expect(roleOf(title, profiles)).toBe('meta');
      expect(roleOf(title, 'Some words, and [a link](https://x.test).\n')).toBe('meta');
      expect(roleOf(title, '- [one](https://one.test)\n- [two](https://two.test)\n')).toBe('meta');
    },
  );
  test('what is below such a section is of its kind', () => {
    const below = `### Kinds\n\n${profiles}`;
    expect(parse(`# L\n\n## Authors\n\n${below}`).sections.map(({ role }) => role)).toEqual(['meta', 'meta']);
    expect(parse(`# L\n\n## Authors\n\n${below}`).entries).toEqual([]);
  });
  test.each(['Gold Sponsors', 'Our Sponsors & Backers', 'Become a Sponsor', '赞助商'])(
    '%s is meta unless it holds described entries',
    (title) => {
      expect(roleOf(title, '- [Loom](https://loom.test)\n')).toBe('meta');
      expect(roleOf(title, described)).toBe('content');
      expect(roleOf(`${title} of Kites`, '- [Loom](https://loom.test)\n')).toBe('content');
    },
  );
  test.each(['Contributing to This List', 'Contributing', 'License', 'Contributors'])(
    '%s is meta all the same',
    (title) => {
      expect(roleOf(title, described)).toBe('meta');
    },
  );
});

describe('the role of a section', () => {
  test.each([
    ['Contributing', 'meta'],
    ['How to Use This Roadmap', 'meta'],
    ['Why This List?', 'meta'],
    ['Show Your Support', 'meta'],
    ['License', 'meta'],
    ['🤝 Contributing', 'meta'],
    // Near misses: what these hold is what the list recommends.
    ['How to Use Git', 'content'],
    ['Why Functional Programming Matters', 'content'],
    ['License Scanners', 'content'],
    ['Support Vector Machines', 'content'],
    ['Aboutness', 'content'],
  ])('%s', (title, role) => {
    const list = parse(`# L\n\n## ${title}\n\n- [a](https://a.test)\n\n## Other\n\n- [b](https://b.test)`);
    expect(list.sections[0]?.role).toBe(role);
    expect(list.entries).toHaveLength(role === 'content' ? 2 : 1);
  });

  test('an introduction without links is about the list, one with links is not', () => {
    expect(sections('# L\n\n## Introduction\n\n- Be kind.\n')[0]?.[4]).toBe('meta');
    expect(sections('# L\n\n## Introduction\n\n- [a](https://a.test)\n')[0]?.[4]).toBe('content');
  });

  test('what stands below a section about the list is about it too', () => {
    const list = parse('# L\n\n## Contributing\n\n### Tools\n\n- [a](https://a.test)\n');
    expect(list.sections.map((section) => section.role)).toEqual(['meta', 'meta']);
    expect(list.entries).toEqual([]);
  });
});

describe('the table of contents', () => {
  const toc = '- [A](#a)\n  - [B](#b)\n- [C](#c)\n';
  const body = '\n## A\n\n- [x](https://x.test)\n\n### B\n\n- [y](https://y.test)\n\n## C\n\n- [z](https://z.test)\n';

  test('under a heading of that name, whatever the name is decorated with', () => {
    for (const name of ['Contents', '📌 Table of Contents', 'Index', '目录']) {
      const list = parse(`# L\n\n## ${name}\n\n${toc}${body}`);
      expect(list.sections[0]?.role, name).toBe('contents');
      expect(
        list.contents[0]?.items.map(({ text, depth, fragment }) => [text, depth, fragment]),
        name,
      ).toEqual([
        ['A', 1, 'a'],
        ['B', 2, 'b'],
        ['C', 1, 'c'],
      ]);
      expect(list.entries).toHaveLength(3);
    }
  });

  test('without a heading, and grouped under bold labels', () => {
    expect(parse(`# L\n\n${toc}${body}`).contents).toHaveLength(1);
    const grouped = parse(`# L\n\n## Contents\n\n**One**\n\n- [A](#a)\n\n**Two**\n\n- [C](#c)\n${body}`);
    expect(grouped.contents).toHaveLength(1);
    expect(grouped.contents[0]).toMatchObject({ plain: false, items: [{ text: 'A' }, { text: 'C' }] });
  });

  test.each([
    ['<!-- START doctoc generated TOC -->\n', '<!-- END doctoc -->'],
    ['<!-- toc -->\n', '<!-- tocstop -->'],
    ['<!--ts-->\n', '<!--te-->'],
    ['<!-- TOC -->\n', '<!-- /TOC -->'],
    ['<!-- MarkdownTOC depth=4 -->\n', '<!-- /MarkdownTOC -->'],
  ])('below %s is generated', (start, end) => {
    const generated = (text: string): boolean | undefined => parse(text).contents[0]?.generated;
    expect(generated(`# L\n\n${start}\n${toc}\n${end}\n${body}`)).toBe(true);
    expect(generated(`# L\n\n${start}\n## Contents\n\n${toc}\n${end}\n${body}`)).toBe(true);
    expect(generated(`# L\n\n## Contents\n\n${start}\n${toc}\n${end}\n${body}`)).toBe(true);
    expect(generated(`# L\n\n${start}\n${end}\n\n${toc}\n${body}`)).toBe(false);
    expect(generated(`# L\n\n${start}\n## Note\n\nText.\n\n## Contents\n\n${toc}\n${body}`)).toBe(false);
    expect(generated(`# L\n\n${toc}\n${body}`)).toBe(false);
  });

  test('a table of terms that leads to the same sections over and over is none', () => {
    const rows = (anchors: readonly string[]) => anchors.map((anchor) => `| word | [more](#${anchor}) |`).join('\n');
    const text = (anchors: readonly string[]) =>
      `# L\n\n| word | more |\n| - | - |\n${rows(anchors)}\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n`;
    expect(parse(text(['a', 'b', 'a', 'a', 'b', 'a'])).contents).toEqual([]);
    expect(parse(text(['a', 'b', 'c'])).contents).toHaveLength(1);
  });
  test('a section called Contents that holds the entries themselves is content', () => {
    expect(sections('# L\n\n## Contents\n\n- [x](https://x.test)\n- [y](https://y.test)\n')[0]?.[4]).toBe('content');
  });
});

describe('anchors', () => {
  const ids = (text: string): string[] => parse(text).anchors.map((anchor) => anchor.id);
  test('duplicates are numbered', () => {
    expect(ids('## Goal\n\n## Goal\n\n## Goal')).toEqual(['goal', 'goal-1', 'goal-2']);
  });
  test('a trailing badge leaves a hyphen, and both forms are known', () => {
    expect(ids('# Fine Pots [![b](b.svg)](https://b.test)')).toEqual(['fine-pots-', 'fine-pots']);
  });
  test('the alternative text of an image does not count', () => {
    expect(ids('## ![Logo](l.png) Pots')).toEqual(['-pots']);
  });
  test('ids and names of HTML', () => {
    expect(ids('<a name="top-pots"></a>\n\n<h2 id="kiln">Kiln</h2>')).toEqual(['kiln', 'top-pots', 'kiln']);
  });
});

test('the description is the first paragraph that says something beside its links', () => {
  expect(parse('# L\n\n[Site](https://s.test)\n\n> Pots and those who make them.\n\n## A\n').description).toBe(
    'Pots and those who make them.',
  );
  expect(parse('# L\n\n## A\n\nText.').description).toBeNull();
});
