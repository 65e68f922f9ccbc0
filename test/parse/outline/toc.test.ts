import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/parse/parse.js';

const entries = '- [a](https://a.test) - A.\n- [b](https://b.test) - B.\n';
const sections = ['Sails', 'Lines', 'Tails'].map((name) => `## ${name}\n\n${entries}`).join('\n');
const lines = '- [Sails](#sails)\n- [Lines](#lines)\n- [Tails](#tails)\n';
const headingsOf = (text: string) => parse(text).contents[0]?.items.map(({ heading }) => heading?.text ?? null);

describe('where the lines of a table of contents lead', () => {
  test.each([
    ['as written', '#sails', 'Sails'],
    ['in another case', '#Sails', 'Sails'],
    ['with the prefix of GitHub', '#user-content-sails', 'Sails'],
    ['with a text directive', '#sails:~:text=a', 'Sails'],
    ['to nothing', '#sail', null],
  ])('a fragment %s', (_, fragment, heading) => {
    expect(headingsOf(`## Contents\n\n- [x](${fragment})\n\n${sections}`)).toEqual([heading]);
  });

  const anchored = (between: string) =>
    headingsOf(`## Contents\n\n- [x](#x)\n\n## Sails\n\n${entries}\n## Lines\n${between}## Tails\n\n${entries}`)?.[0];
  test.each([
    ['with a blank line on both sides', '\n<a name="x"></a>\n\n', 'Tails'],
    ['right above a heading', '\nText.\n\n<a id="x"></a>\n', 'Tails'],
    ['a blank line above a heading', '\nText.\n\n<a name="x"></a>\n\n', 'Tails'],
    ['right below a heading', '<a id="x"></a>\n\n', 'Lines'],
    ['in the text of a section', '\nText <a id="x"></a> text.\n\n', 'Lines'],
  ])('an anchor set by hand %s', (_, between, heading) => {
    expect(anchored(between)).toBe(heading);
  });

  test('an anchor in a heading is that heading', () => {
    expect(headingsOf(`## Contents\n\n- [x](#x)\n\n## <a id="x"></a>Sails\n\n## Lines\n\n${entries}`)).toEqual([
      'Sails',
    ]);
  });
});

test('a heading of the contents leads to the section of that name, not to itself', () => {
  const list = parse(
    `# L\n\n## Contents\n\n### [Sails](#sails)\n\n- [Hem](#hem)\n\n### [Lines](#lines)\n\n- [Knot](#knot)\n\n## <a name="sails"></a>Sails ↑\n\n### Hem\n\n${entries}\n## <a name="lines"></a>Lines ↑\n\n### Knot\n\n${entries}`,
  );
  expect(list.contents[0]?.items.map(({ heading }) => heading?.position.start.line)).toEqual([13, 15, 20, 22]);
});

describe('what is a table of contents', () => {
  test.each([
    ['steps of which one links to a section are no lines', '1. Open [the sails](#sails) first.\n2. Sew.\n3. Fly.\n', 2],
    ['lines below names without links are', '- Cloth\n  - [Tails](#tails)\n- Wood\n', 5],
  ])('below its heading: %s', (_, below, count) => {
    const list = parse(`# L\n\n## Contents\n\n- [Sails](#sails)\n- [Lines](#lines)\n\n${below}\n${sections}`);
    expect(list.contents.flatMap(({ items }) => items)).toHaveLength(count);
  });

  test('headings with links below its heading are lines of it', () => {
    const list = parse(
      `# L\n\n## Contents\n\n### [Sails](#sails)\n\n- [Lines](#lines)\n\n### [Tails](#tails)\n\n${sections}`,
    );
    expect(list.contents).toHaveLength(1);
    expect(list.contents[0]?.items.map(({ text, depth }) => [text, depth])).toEqual([
      ['Sails', 1],
      ['Lines', 2],
      ['Tails', 1],
    ]);
    expect(list.sections.filter(({ role }) => role === 'content').map(({ title }) => title)).toEqual([
      'Sails',
      'Lines',
      'Tails',
    ]);
    expect(list.entries).toHaveLength(6);
  });

  test('headings without links below it are tiers of nothing', () => {
    const list = parse(
      `# L\n\n## Contents\n\n### Level 1\n\n- [Sails](#sails)\n\n### Level 2\n\n- [Lines](#lines)\n\n${sections}`,
    );
    expect(list.tiers).toEqual([]);
    expect(list.contents).toHaveLength(1);
  });

  test('a section that leads back is none, one that leads on is', () => {
    const back = parse(`# L\n\n${sections}\n## See Also\n\n${lines}`);
    expect(back.contents).toEqual([]);
    expect(back.entries).toHaveLength(6);
    expect(back.links.filter(({ sort }) => sort === 'fragment').map(({ place }) => place)).toEqual([
      'prose',
      'prose',
      'prose',
    ]);
    expect(parse(`# L\n\n${lines}\n${sections}`).contents).toHaveLength(1);
    expect(parse(`# L\n\n${sections}\n## Contents\n\n${lines}`).contents).toHaveLength(1);
  });
});

test('how many links are in entries', () => {
  const prose = 'See [one](https://one.test) and [two](https://two.test).\n';
  expect(parse(`# L\n\n${prose}\n## Sails\n\n${entries}`).coverage).toEqual({ links: 4, inEntries: 2 });
  expect(parse('# L [![b](b.svg)](https://b.test)\n').coverage).toEqual({ links: 0, inEntries: 0 });
});
