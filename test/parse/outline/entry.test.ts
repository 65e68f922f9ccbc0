import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/model/list.js';
import { parse } from '../../../src/parse/parse.js';

const under = (text: string): readonly Entry[] => parse(`# Fine Things\n\n## Tools\n\n${text}\n`).entries;
const facts = (text: string): (string | null)[][] =>
  under(text).map(({ name, kind, url, description }) => [name, kind, url, description]);
const u = 'https://kiln.test/';

describe('the shapes an entry is written in', () => {
  test.each([
    ['a hyphen bullet', `- [Kiln](${u}) - Fires pots.`],
    ['a star bullet', `* [Kiln](${u}) - Fires pots.`],
    ['a plus bullet', `+ [Kiln](${u}) - Fires pots.`],
    ['a number', `1. [Kiln](${u}) - Fires pots.`],
    ['a check box', `- [ ] [Kiln](${u}) - Fires pots.`],
    ['a bold link', `- **[Kiln](${u})** - Fires pots.`],
    ['a link around bold', `- [**Kiln**](${u}) - Fires pots.`],
    ['code in the link', `- [\`Kiln\`](${u}) - Fires pots.`],
    ['an emoji before', `- 🏺 [Kiln](${u}) - Fires pots.`],
    ['shortcodes of emoji before', `- :octocat: :books: [Kiln](${u}) - Fires pots.`],
    ['an emoji in the link', `- [🏺 Kiln](${u}) - Fires pots.`],
    ['an icon before', `- ![icon](i.png) [Kiln](${u}) - Fires pots.`],
    ['a badge after', `- [Kiln](${u}) [![b](b.svg)](https://ci.test) - Fires pots.`],
    ['a tag after', `- [Kiln](${u}) [free] - Fires pots.`],
    ['a second link in brackets', `- [Kiln](${u}) [[mirror](https://m.test)] - Fires pots.`],
    ['an en dash', `- [Kiln](${u}) – Fires pots.`],
    ['an em dash', `- [Kiln](${u}) — Fires pots.`],
    ['a colon', `- [Kiln](${u}): Fires pots.`],
    ['a fullwidth colon', `- [Kiln](${u})：Fires pots.`],
    ['no separator', `- [Kiln](${u}) Fires pots.`],
    ['a hard break', `- [Kiln](${u})<br>Fires pots.`],
    ['a paragraph of its own', `- [Kiln](${u})\n\n  Fires pots.`],
    ['a wrapped line', `- [Kiln](${u}) - Fires\n  pots.`],
    ['a reference', `- [Kiln][k] - Fires pots.\n\n[k]: ${u}`],
    ['a shortcut reference', `- [Kiln] - Fires pots.\n\n[kiln]: ${u}`],
    ['a table row', `| Name | Description |\n|---|---|\n| [Kiln](${u}) | Fires pots. |`],
    ['a heading with text below', `### [Kiln](${u})\n\nFires pots.`],
    ['a paragraph', `[Kiln](${u}) - Fires pots.`],
    ['a quoted paragraph with a break', `> **[Kiln](${u})** <br> Fires pots.`],
    ['an HTML list', `<ul><li><a href="${u}">Kiln</a> - Fires pots.</li></ul>`],
    [
      'an HTML table',
      `<table><tr><th>Name</th><th>About</th></tr><tr><td><a href="${u}"><b>Kiln</b></a></td><td>Fires pots.</td></tr></table>`,
    ],
    [
      'a summary',
      `<details><summary><b><a href="${u}">Kiln</a></b> - Fires pots.</summary>\n\n- [Source](https://s.test)\n\n</details>`,
    ],
    ['HTML lines', `<p>&bull; <a href="${u}"><b>Kiln</b></a> - Fires pots.<br></p>`],
  ])('%s', (_, text) => {
    expect(facts(text)).toEqual([['Kiln', null, u, 'Fires pots.']]);
  });

  test('parentheses as a separator', () => {
    expect(facts(`- [Kiln](${u}) (fires all kinds of pots)`)).toEqual([['Kiln', null, u, '(fires all kinds of pots)']]);
  });

  test('a name alone', () => {
    expect(facts(`- [Kiln](${u})`)).toEqual([['Kiln', null, u, null]]);
  });

  test('the text a wrong charset garbled is still an entry', () => {
    expect(facts(`- [Kiln](${u}) - Fires the potterâ€™s pots.`)[0]?.[0]).toBe('Kiln');
  });
});

describe('the kind of an entry', () => {
  test.each([
    [`- [Glaze (Book)](${u}) - Colours.`, 'Glaze', 'Book'],
    [`- [Glaze (Official Tour)](${u}) - Colours.`, 'Glaze', 'Official Tour'],
    [`- [Glaze](${u}) (Video) - Colours.`, 'Glaze', 'Video'],
    [`- **Glaze (Courses)** - Colours.`, 'Glaze', 'Courses'],
    // Near misses: a parenthesis that says something else stays in the name.
    [`- [Glaze (Stoneware)](${u}) - Colours.`, 'Glaze (Stoneware)', null],
    [`- [Glaze (2nd ed.)](${u}) - Colours.`, 'Glaze (2nd ed.)', null],
  ])('%s', (text, name, kind) => {
    expect(under(text)[0]).toMatchObject({ name, kind });
  });
});

describe('entries without a link', () => {
  test.each([
    ['- **Raku** - Fires fast.', 'Raku', 'bold', 'Fires fast.'],
    ['- **Raku**', 'Raku', 'bold', null],
    ['- **Raku:** fires fast', 'Raku', 'bold', 'fires fast'],
    ['- Slow firing', 'Slow firing', 'plain', null],
    // Bold words inside of others name nothing.
    ['- Slow **and** hot', 'Slow and hot', 'plain', null],
  ])('%s', (text, name, naming, description) => {
    expect(under(text)[0]).toMatchObject({ name, naming, description, url: null });
  });

  test.each([
    ['a sentence', '- Read the manual before you fire.'],
    ['a sentence with a bold word', '- **Never** open a hot kiln.'],
    ['a bold sentence', '- **Wait until the cone bends.**'],
    ['a bold sentence of many words', '- **Wait until the cone bends and then wait for another hour or two**'],
    ['a pointer to another list', `- For a list of clays go [here](${u}).`],
    ['a step of prose', '1. [Glaze](#glaze) the pot and wait'],
    ['a task in a sentence', '- [ ] Build a kiln of your own.'],
  ])('%s is no entry', (_, text) => {
    expect(under(`${text}\n- [Kiln](${u}) - Burns.\n`).map(({ name }) => name)).toEqual(['Kiln']);
  });

  test.each([
    ['a sentence that links to what it recommends', `- Have a look at [Kiln](${u}) before you buy.`],
    ['a link called like a pointer, with its name before', `- **Clay**: [here](${u})`],
    ['a term that is explained in this file', '- [Glaze](#glaze) - A glass.'],
  ])('%s is one', (_, text) => {
    expect(under(text)).toHaveLength(1);
  });

  test.each([
    [`- House: [https://h.test](${u})`, 'House', ''],
    [`- House： [https://h.test](${u})`, 'House', ''],
    [`- House: ${u}`, 'House', ''],
    [`- Raft - [talk](${u})`, 'Raft', ''],
    [`- Handbook ([1st](${u}) [2nd](https://two.test))`, 'Handbook', ''],
    // Near misses: the link names something itself.
    [`- House: [Brick](${u})`, 'Brick', ''],
    [`- Raft - [In search of consensus](${u})`, 'In search of consensus', ''],
  ])('the name of %s', (text, name) => {
    expect(under(text)[0]).toMatchObject({ name, url: u });
  });

  test('what is indented too far for an item below is not its description', () => {
    const [entry] = under(`- [Kiln](${u}) - Burns.\n      - [Oak](https://oak.test) - Wood.\n`);
    expect(entry).toMatchObject({ name: 'Kiln', description: 'Burns.' });
    expect(entry?.links.map(({ url }) => url)).toEqual([u, 'https://oak.test']);
    expect(under(`- [Kiln](${u}) - Burns\n  – and glows.\n`)[0]?.description).toBe('Burns – and glows.');
  });

  test('empty bullets and tabs after bullets', () => {
    expect(under(`-\n- [Kiln](${u}) - Burns.\n-\t[Oven](https://o.test) - Bakes.\n`).map(({ name }) => name)).toEqual([
      'Kiln',
      'Oven',
    ]);
  });

  test('quotes that begin with a bold link and what it is, one after the other', () => {
    const quote = (name: string) =>
      `> **[${name}](https://${name}.test)** <kbd>★ 3.8k</kbd> \`MIT\`<br>Text of ${name}.\n`;
    const text = ['kiln', 'oven', 'pit'].map(quote).join('\n');
    expect(under(text).map(({ name, description }) => [name, description])).toEqual(
      ['kiln', 'oven', 'pit'].map((name) => [name, `Text of ${name}.`]),
    );
    expect(under(`${quote('kiln')}\n- [Oven](https://o.test) - Bakes.\n`)).toHaveLength(2);
    expect(under(`> **[Kiln](${u})** said that pots break.\n\n- [Oven](https://o.test) - Bakes.\n`)).toHaveLength(1);
  });

  test('rows without a link', () => {
    const table = (row: string) =>
      `| Name | Use |\n|---|---|\n| [Kiln](${u}) | Burns |\n${row}\n| [Oven](https://o.test) | Bakes |\n`;
    for (const row of ['| **Wood** | **Use** |', '| Name | Use |', '| Read all of this before you go on. | 2 h |'])
      expect(under(table(row)).map(({ name }) => name)).toEqual(['Kiln', 'Oven']);
    for (const row of ['| Pit | Smokes |', '| **Pit** | Smokes |']) expect(under(table(row))).toHaveLength(3);
  });

  test('a bold name whose description links elsewhere has no link of its own', () => {
    expect(under('- **Raku** - Fires fast, see [Leach](https://l.test).')[0]).toMatchObject({
      name: 'Raku',
      url: null,
    });
  });

  test('a bold label before a link does not hide it', () => {
    expect(under(`- **Kilns:** [Kiln](${u})`)[0]).toMatchObject({ name: 'Kiln', url: u, leads: true });
  });

  test('a link in the middle of a sentence neither separates nor describes', () => {
    expect(under(`- Have a look at [Kiln](${u}) before you buy.`)[0]).toMatchObject({
      naming: 'plain',
      separator: null,
      body: null,
    });
  });

  test('words before a link that says only where it leads are the name', () => {
    expect(under(`- Pots by Leach. [EN](${u}) / [JA](https://ja.test)`)[0]).toMatchObject({
      name: 'Pots by Leach',
      url: u,
    });
  });
});

describe('the parts of an entry', () => {
  test.each([
    [':octocat: [Clay Challenges](https://clay.test) - Fires pots.', 'Clay Challenges'],
    ['Clay: [Challenges](https://clay.test) - Fires pots.', 'Clay'],
  ])('the name of %s, whose last word is a kind', (text, name) => {
    expect(parse(`## Pots\n\n- ${text}\n`).entries[0]).toMatchObject({ name });
  });

  const parts = (text: string): (string | undefined)[] => {
    const list = parse(`## A\n\n${text}`);
    const entry = list.entries[0];
    const cut = (place?: { start: { offset: number }; end: { offset: number } }): string | undefined =>
      place && list.text.slice(place.start.offset, place.end.offset);
    return [cut(entry?.label), entry?.separator?.text, cut(entry?.body?.position)];
  };
  test.each([
    [`- **[Kiln](${u})** - Fires.`, `**[Kiln](${u})**`, ' - ', 'Fires.'],
    [`- [Kiln](${u})  —  *Fires* pots.`, `[Kiln](${u})`, '  —  ', '*Fires* pots.'],
    [`- [Kiln](${u}) [tag] ![b](c) - Fires.`, `[Kiln](${u})`, ' - ', 'Fires.'],
    [`- [Kiln](${u}) - Fires &amp; cools.`, `[Kiln](${u})`, ' - ', 'Fires &amp; cools.'],
  ])('%s', (text, ...expected) => {
    expect(parts(text)).toEqual(expected);
  });

  const prose = (text: string): string => {
    const list = parse(`## A\n\n- [Kiln](${u}) - ${text}`);
    const { body, proseEnd } = list.entries[0] ?? {};
    return body && typeof proseEnd === 'number' ? list.text.slice(body.position.start.offset, proseEnd) : '';
  };
  test.each([
    ['Fires pots.', 'Fires pots.'],
    ['Fires pots 🔥', 'Fires pots'],
    ['Fires pots. ![new](n.svg)', 'Fires pots.'],
    ['Fires pots. `MIT` `Go`', 'Fires pots.'],
    ['Fires pots `MIT` `Go`', 'Fires pots'],
    ['Fires pots ([source](https://s.test))', 'Fires pots'],
    ['Fires pots. [Demo](https://d.test), [Docs](https://o.test)', 'Fires pots.'],
    ['*Fires pots.*', '*Fires pots.'],
    // Near misses: these belong to the sentence.
    ['Fires pots (some of them)', 'Fires pots (some of them)'],
    ['Fires with `gas`', 'Fires with `gas`'],
    ['Fires pots like [Leach](https://l.test)', 'Fires pots like [Leach](https://l.test)'],
  ])('the prose of %s', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});

test('entries nest, and text with a nested list is a group', () => {
  const list = parse(`## A\n\n- [Kiln](${u})\n  - [Part](https://p.test)\n- Glazes\n  - [Ash](https://a.test)\n`);
  expect(list.entries.map((entry) => [entry.name, entry.parent.type])).toEqual([
    ['Kiln', 'section'],
    ['Part', 'entry'],
    ['Ash', 'section'],
  ]);
  expect(list.sections[1]).toMatchObject({ form: 'item', title: 'Glazes', depth: 3, slug: null });
});

test.each([
  ['code', '```\n- [Kiln](https://k.test)\n```'],
  ['comments', '<!-- - [Kiln](https://k.test) -->'],
  ['back-to-top lines', '**[⬆ back to top](#tools)**'],
  ['a line that leads around', '[Site](https://a.test) | [Docs](https://b.test) | [Chat](https://c.test)'],
  ['prose that begins with a link', '[Kiln](https://k.test) is what this section is about, and more.'],
])('no entry stands in %s', (_, text) => {
  expect(under(text)).toEqual([]);
});

test('a paragraph with a picture in its link is a banner, unless text follows a separator', () => {
  const names = (paragraph: string): readonly string[] =>
    parse(`# L\n\n## Kilns\n\n${paragraph}\n\n## Clays\n\n[Loam](https://loam.test) - Red.\n`).entries.map(
      ({ name }) => name,
    );
  expect(names('[![Join us](join.svg)](https://chat.test)')).toEqual(['Loam']);
  expect(
    names('<p><a href="https://jobs.test"><b>Jobs!</b><br><img src="j.png" alt="j"></a><br><i>This pays us</i></p>'),
  ).toEqual(['Loam']);
  expect(names('[![k](k.png) Kiln](https://kiln.test) - Fires pots.')).toEqual(['Kiln', 'Loam']);
  expect(names('[Kiln](https://kiln.test) ![new](new.png)')).toEqual(['Kiln', 'Loam']);
});

test('items of prose that nest are read once each, however deep', () => {
  const nested = (last: string): string =>
    Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- These are words that say nothing more.\n`).join('') +
    `${'  '.repeat(60)}- ${last}\n`;
  // Read twice at each level, they would take more than the age of the universe.
  expect(parse(nested('These are words as well.')).entries).toEqual([]);
  expect(parse(nested('[a](http://b.test)')).entries).toHaveLength(1);
});

test('a paragraph with a link above a list describes the section', () => {
  const names = under(
    '[Ceramics - Encyclopedia](https://e.test)\n\n- [Kiln](https://k.test)\n- [Wheel](https://w.test)',
  ).map((e) => e.name);
  expect(names).toEqual(['Kiln', 'Wheel']);
});
