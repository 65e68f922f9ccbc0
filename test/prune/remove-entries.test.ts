import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { removeEntries } from '../../src/prune/remove-entries.js';

const read = (text: string) => parse(text, { path: 'README.md' });

/** What becomes of a list when the entries of some names have ended. */
function removing(text: string, names: readonly string[], moveTo: string | null = null) {
  const list = read(text);
  const ended = list.entries.filter(({ name }) => names.includes(name));
  expect(ended.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  const { text: after, removed, left, emptied } = removeEntries(list, ended, moveTo, read);
  return {
    after,
    removed: removed.map(({ name }) => name),
    left: left.map(({ entry, why }) => `${entry.name}: ${why}`),
    emptied: emptied.map((place) => (place.type === 'section' ? place.title : place.label)),
  };
}

const oolong = '- [Oolong](https://oolong.example/) - Half dark.\n';
const sencha = '- [Sencha](https://sencha.example/) - Green.\n';
const matcha = '- [Matcha](https://matcha.example/) - Powder.\n';
const head = '# Awesome Tea\n\n> Leaves in hot water.\n\n';

describe('an item', () => {
  test('goes with its whole line, and nothing else does', () => {
    const { after, removed, left } = removing(`${head}## Teas\n\n${oolong}${sencha}${matcha}`, ['Sencha']);
    expect(after).toBe(`${head}## Teas\n\n${oolong}${matcha}`);
    expect([removed, left]).toEqual([['Sencha'], []]);
  });

  test('goes with the lines below its first', () => {
    const long = '- [Sencha](https://sencha.example/) - Green,\n  and grown in the sun.\n\n  More of it.\n';
    const { after } = removing(`${head}## Teas\n\n${oolong}${long}${matcha}`, ['Sencha']);
    expect(after).toBe(`${head}## Teas\n\n${oolong}${matcha}`);
  });

  test('of a list with blank lines between items leaves one blank line', () => {
    const { after } = removing(`${head}## Teas\n\n${oolong}\n${sencha}\n${matcha}`, ['Sencha']);
    expect(after).toBe(`${head}## Teas\n\n${oolong}\n${matcha}`);
  });

  test.each([
    ['the first of them, directly below its heading', ['Oolong'], (rest: string) => `## Teas\n${rest}`],
    ['the first two of them', ['Oolong', 'Sencha'], () => `## Teas\n${matcha}\n## Cups\n`],
    ['the last two of them', ['Sencha', 'Matcha'], () => `## Teas\n${oolong}\n## Cups\n`],
    ['all of them', ['Oolong', 'Sencha', 'Matcha'], () => '## Teas\n\n## Cups\n'],
  ])('of a list with blank lines between items leaves the gaps as they were: %s', (_, names, expected) => {
    const text = `${head}## Teas\n${oolong}\n${sencha}\n${matcha}\n## Cups\n`;
    const rest = `${sencha}\n${matcha}\n## Cups\n`;
    expect(removing(text, names).after).toBe(head + expected(rest));
  });

  test('directly above a blank line that ends its list keeps that line', () => {
    const text = `${head}## Teas\n\nGreen:\n${sencha}\nDark:\n${oolong}`;
    expect(removing(text, ['Sencha']).after).toBe(text.replace(sencha, ''));
  });

  test('at the end of the file leaves no blank line behind it', () => {
    const { after } = removing(`${head}## Teas\n\n${oolong}\n${sencha}`, ['Sencha']);
    expect(after).toBe(`${head}## Teas\n\n${oolong}`);
  });

  test('keeps the line endings of the file', () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    const { after } = removing(windows(`${head}## Teas\n\n${oolong}${sencha}`), ['Sencha']);
    expect(after).toBe(windows(`${head}## Teas\n\n${oolong}`));
  });

  test('goes with what is nested in it, if all of that has ended', () => {
    const nested = `${sencha}  - [Gyokuro](https://gyokuro.example/) - Shaded.\n`;
    const text = `${head}## Teas\n\n${oolong}${nested}${matcha}`;
    expect(removing(text, ['Sencha', 'Gyokuro'])).toMatchObject({
      after: `${head}## Teas\n\n${oolong}${matcha}`,
      removed: ['Sencha', 'Gyokuro'],
    });
    expect(removing(text, ['Gyokuro']).after).toBe(`${head}## Teas\n\n${oolong}${sencha}${matcha}`);
    const { after, left } = removing(text, ['Sencha']);
    expect(after).toBe(text);
    expect(left).toEqual(['Sencha: 1 entry on its lines or below it is still alive; remove it manually']);
  });

  test('takes the comments with it that are about it alone', () => {
    const text = `${head}## Teas\n\n${oolong}<!-- listwright-disable-next-line description-end -->\n${sencha}${matcha}`;
    expect(removing(text, ['Sencha']).after).toBe(`${head}## Teas\n\n${oolong}${matcha}`);
    expect(removing(text, ['Matcha']).after).toBe(text.replace(matcha, ''));
    const open = text.replace('disable-next-line', 'disable');
    expect(removing(open, ['Sencha']).after).toBe(open.replace(sencha, ''));
  });
});

describe('numbers', () => {
  const numbered = (...names: readonly string[]): string =>
    names.map((name, index) => `${index + 1}. [${name}](https://${name.toLowerCase()}.example/) - Tea.\n`).join('');
  test('of the items that follow are counted again', () => {
    const { after } = removing(`${head}## Teas\n\n${numbered('Oolong', 'Sencha', 'Matcha')}`, ['Oolong']);
    expect(after).toBe(`${head}## Teas\n\n${numbered('Sencha', 'Matcha')}`);
  });

  test('stay where they did not count', () => {
    const same = `${head}## Teas\n\n${numbered('Oolong', 'Sencha', 'Matcha').replace(/^\d/gm, '1')}`;
    expect(removing(same, ['Oolong']).after).toBe(same.replace(/1\. \[Oolong.*\n/, ''));
  });

  test('in headings, contents and prose follow, with the anchors that they are part of', () => {
    const text = (count: number, all: number, rows: string): string =>
      `# Awesome Tea\n\n> A list of ${all} entries, since 2003.\n\n## Contents\n\n- [Teas (${count})](#teas-${count})\n- [Cups](#cups) (1)\n\n## Teas (${count})\n\n${rows}\n## Cups\n\n- [Gaiwan](https://gaiwan.example/) - With a lid.\n`;
    const { after } = removing(text(3, 4, oolong + sencha + matcha), ['Sencha']);
    expect(after).toBe(text(2, 3, oolong + matcha));
  });

  test('of a heading count the entries below it alone, where they did before', () => {
    const text = (count: number, rows: string): string =>
      `${head}## Teas (${count})\n\n${rows}\n### Green (1)\n\n- [Gyokuro](https://gyokuro.example/) - Shaded.\n`;
    expect(removing(text(2, oolong + sencha), ['Sencha']).after).toBe(text(1, oolong));
    expect(removing(text(3, oolong + sencha), ['Sencha']).after).toBe(text(2, oolong));
    expect(removing(text(4, oolong + sencha), ['Sencha']).after).toBe(text(4, oolong));
  });

  test.each([
    ['A list of 3 fine green tools.', true],
    ['**3** great links.', true],
    ['![](https://badges.example/entries-3-blue.svg)', true],
    ['A 3-step guide.', false],
    ['Learn it in 3 weeks with tools.', false],
    ['Chosen from 3 years of projects.', false],
    ['Version 1.3 entries.', false],
    ['![](https://badges.example/version-3-blue.svg)', false],
  ])('in "%s" follow: %s', (line, follows) => {
    const text = `# Awesome Tea\n\n> Leaves.\n\n${line}\n\n## Teas\n\n${oolong}${sencha}${matcha}`;
    const then = follows ? text.replace(line, line.replace('3', '2')) : text;
    expect(removing(text, ['Sencha']).after).toBe(then.replace(sencha, ''));
  });

  test('that did not count the entries stay', () => {
    const text = `# Awesome Tea\n\n> 3 entries, or 5 tools.\n\n## Teas (7)\n\n${oolong}${sencha}`;
    expect(removing(text, ['Sencha']).after).toBe(text.replace(sencha, ''));
  });
});

describe('a row', () => {
  const table = `${head}## Teas\n\n| Tea | Kind |\n| --- | --- |\n| [Oolong](https://oolong.example/) | dark |\n| [Sencha](https://sencha.example/) | green |\n`;
  test('goes, and the table stays', () => {
    expect(removing(table, ['Sencha']).after).toBe(table.replace(/\| \[Sencha.*\n/, ''));
  });
});

describe('definitions', () => {
  const text = `${head}## Teas\n\n- [Oolong][o] - Half dark.[^1]\n- [Sencha][s] - Green, like [oolong][o].[^2]\n\n[o]: https://oolong.example/\n[s]: https://sencha.example/\n\n[^1]: Both.\n[^2]: Only here.\n`;
  test('that only removed entries used go with them', () => {
    const { after } = removing(text, ['Sencha']);
    expect(after).toBe(
      text
        .replace(/- \[Sencha.*\n/, '')
        .replace('[s]: https://sencha.example/\n', '')
        .replace('[^2]: Only here.\n', ''),
    );
  });

  test('that another entry uses stay', () => {
    expect(removing(text, ['Oolong']).after).toContain('[o]: https://oolong.example/\n');
  });
});

describe('a section', () => {
  test('without entries is reported, and stays', () => {
    const text = `${head}## Teas\n\n${sencha}\n## Cups\n\n${oolong}`;
    const { after, emptied } = removing(text, ['Sencha']);
    expect(after).toBe(`${head}## Teas\n\n## Cups\n\n${oolong}`);
    expect(emptied).toEqual(['Teas']);
  });

  test('that is an item keeps its last entry, since it would become one', () => {
    const text = `${head}## Teas\n\n- Green\n  ${sencha}- Dark\n  ${oolong}  ${matcha}`;
    const { after, left } = removing(text, ['Sencha', 'Oolong']);
    expect(after).toBe(text.replace(`  ${oolong}`, ''));
    expect(left).toEqual(['Sencha: it is the only entry of its section; remove both manually']);
  });
});

const tea = (name: string): string => `<a href="https://${name.toLowerCase()}.example/"><b>${name}</b></a> - Tea.`;

describe('an entry in HTML', () => {
  test.each([
    ['a line', 'p', '&nbsp;&nbsp; ', '<br>'],
    ['an item', 'ul', '  <li>', '</li>'],
    ['a row', 'table', '<tr><td>', '</td></tr>'],
  ])('goes with %s of its own', (_, element, before, after) => {
    const line = (name: string): string => `${before}${tea(name)}${after}\n`;
    const text = (...names: readonly string[]): string =>
      `${head}## Teas\n\n<${element}>\n${names.map(line).join('')}</${element}>\n`;
    expect(removing(text('Oolong', 'Sencha', 'Matcha'), ['Sencha']).after).toBe(text('Oolong', 'Matcha'));
  });
});

describe('what a program should not remove', () => {
  test.each([
    [
      'an entry in HTML on the line where its element begins',
      `## Teas\n\n<p>${tea('Sencha')}<br>\n${tea('Oolong')}</p>\n`,
    ],
    [
      'an entry that is a heading',
      '## Teas\n\n### [Sencha](https://sencha.example/)\n\nGreen.\n\n### [Oolong](https://oolong.example/)\n\nDark.\n',
    ],
    [
      'an element that ends in another entry',
      `## Teas\n\n${oolong}- [Sencha](https://sencha.example/) - Green. <details>\n${matcha}\n</details>\n`,
    ],
  ])('%s', (_, body) => {
    const text = head + body;
    const { after, left } = removing(text, ['Sencha']);
    expect(after).toBe(text);
    expect(left.length).toBe(1);
  });
});

describe('moving', () => {
  const archive =
    '## Archive\n\n- [Lapsang](https://lapsang.example/) - Smoky.\n- [Puer](https://puer.example/) - Old.\n';
  test('puts an entry where the alphabet has it', () => {
    const names = ['Assam', 'Bancha', 'Ceylon', 'Darjeeling', 'Keemun', 'Rooibos', 'Yunnan'];
    const sorted = names.map((name) => `- [${name}](https://${name.toLowerCase()}.example/) - Tea.\n`);
    const text = `${head}## Teas\n\n${oolong}${matcha}${sencha}\n## Archive\n\n${sorted.join('')}`;
    const { after, removed } = removing(text, ['Oolong', 'Matcha'], 'Archive');
    expect(removed).toEqual(['Oolong', 'Matcha']);
    const moved = [...sorted.slice(0, 5), matcha, oolong, ...sorted.slice(5)];
    expect(after).toBe(`${head}## Teas\n\n${sencha}\n## Archive\n\n${moved.join('')}`);
  });

  test('makes a nested entry as deep as those around its new place, with their bullet', () => {
    const text = `${head}## Teas\n\n${oolong}  - [Bao Zhong](https://bao.example/) - Light.\n    More.\n\n${archive.replaceAll('- [', '* [')}`;
    const { after } = removing(text, ['Bao Zhong'], 'Archive');
    expect(after).toContain('* [Bao Zhong](https://bao.example/) - Light.\n  More.\n');
    expect(after).toContain(`## Teas\n\n${oolong}\n## Archive`);
  });

  test('fills a section that has no entries', () => {
    const text = `${head}## Teas\n\n${oolong}${sencha}\n## Archive\n\nNo longer brewed.\n\n## Cups\n\n${matcha}`;
    const { after } = removing(text, ['Sencha'], 'Archive');
    expect(after).toBe(
      `${head}## Teas\n\n${oolong}\n## Archive\n\nNo longer brewed.\n\n${sencha}\n## Cups\n\n${matcha}`,
    );
  });

  test('puts rows into a table that has none yet, if it has as many columns', () => {
    const row = (name: string): string => `| [${name}](https://${name.toLowerCase()}.example/) | green |\n`;
    const table = '| Tea | Kind |\n| --- | --- |\n';
    const text = (teas: string, old: string, columns = table): string =>
      `${head}## Teas\n\n${table}${teas}\n## Archive\n\nNo longer brewed.\n\n${columns}${old}`;
    const before = text(row('Oolong') + row('Sencha'), '');
    expect(removing(before, ['Sencha'], 'Archive').after).toBe(text(row('Oolong'), row('Sencha')));
    const wider = text(row('Oolong') + row('Sencha'), '', '| Tea | Kind | Note |\n| --- | --- | --- |\n');
    expect(removing(wider, ['Sencha'], 'Archive')).toMatchObject({ after: wider, removed: [] });
  });

  test('leaves alone what is there already, and what does not fit', () => {
    const table = '## Tables\n\n| Tea | Kind |\n| --- | --- |\n| [Sencha](https://sencha.example/) | green |\n';
    const text = `${head}${table}\n${archive}`;
    expect(removing(text, ['Lapsang'], 'Archive').after).toBe(text);
    const { after, left } = removing(text, ['Sencha'], 'Archive');
    expect([after, left.length]).toEqual([text, 1]);
  });

  test('needs a section of that name', () => {
    const list = read(`${head}## Teas\n\n${oolong}`);
    expect(() => removeEntries(list, list.entries, 'Graveyard', read)).toThrow('has no section "Graveyard"');
  });
});
