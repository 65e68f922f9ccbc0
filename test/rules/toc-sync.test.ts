import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

/** What `toc-sync` says of a list with a table of contents and sections. */
async function said(contents: string, sections: readonly string[]): Promise<readonly string[]> {
  const body = sections.map((heading) => `${heading}\n\n- [Pot](https://clay.example/${encodeURI(heading)}) - Clay.\n`);
  const findings = await lint(`# Pots\n\n## Contents\n\n${contents}\n${body.join('\n')}`, { preset: 'list' });
  return findings.filter(({ rule }) => rule === 'toc-sync').map(({ message }) => message);
}

const line = (name: string): string => `- [${name}](#${name.toLowerCase()})\n`;
const nested = (names: readonly string[]): string => names.map((name) => `  ${line(name)}`).join('');

test('names a line of the same level to move another after', async () => {
  const below = nested(['Cups', 'Jugs', 'Urns', 'Vats']);
  const sections = ['## Ware', '### Cups', '### Jugs', '### Urns', '### Vats', '## Books'];
  expect(await said(`${line('Books')}${line('Ware')}${below}`, sections)).toEqual([
    'Table of contents entry `Books` is out of order; move it after `Ware` to match the sections',
  ]);
});

test('names a line of the same level that has no section', async () => {
  const below = nested(['Cups', 'Jugs', 'Urns', 'Vats']);
  const sections = ['## Cups', '## Jugs', '## Urns', '## Vats', '## Books'];
  expect(await said(`${line('Books')}${line('Ware')}${below}`, sections)).toContain(
    'Table of contents entry `Books` is out of order; move it after `Ware` to match the sections',
  );
});

test('names the section before in contents that are in alphabetical order', async () => {
  const names = ['Bowls', 'Cups', 'Jugs', 'Urns', 'Vats'];
  const sections = ['## Bowls', '## Jugs', '## Urns', '## Vats', '## Cups'];
  expect(await said(names.map(line).join(''), sections)).toEqual([
    'Section `Cups` is out of alphabetical order; move it after `Bowls`, as in the table of contents',
  ]);
});

test('moves the line where the contents are in no order of their own', async () => {
  const names = ['Urns', 'Cups', 'Vats', 'Bowls', 'Jugs'];
  const sections = ['## Urns', '## Vats', '## Bowls', '## Jugs', '## Cups'];
  expect(await said(names.map(line).join(''), sections)).toEqual([
    'Table of contents entry `Cups` is out of order; move it after `Jugs` to match the sections',
  ]);
});

test('reports sections that change places with others once', async () => {
  const contents = `${line('Bowls')}${line('Ware')}${nested(['Cups', 'Jugs'])}${line('Books')}${nested(['Clay', 'Glaze'])}`;
  const sections = ['## Bowls', '## Books', '### Clay', '### Glaze', '## Ware', '### Cups', '### Jugs'];
  expect(await said(contents, sections)).toEqual([
    'Table of contents entry `Ware` is out of order; move it after `Books` to match the sections',
  ]);
});

test('reports each section that moves to another place', async () => {
  const names = ['Bowls', 'Cups', 'Jugs', 'Pans', 'Urns', 'Vats'];
  const sections = ['## Bowls', '## Jugs', '## Cups', '## Urns', '## Pans', '## Vats'];
  expect(await said(names.map(line).join(''), sections)).toHaveLength(2);
});

test('leaves a line that repeats one below another section', async () => {
  const names = ['Bowls', 'Cups', 'Jugs', 'Pans', 'Urns', 'Vats'];
  const contents = names.map((name) => line(name) + (name === 'Pans' ? nested(['Cups', 'Lids']) : '')).join('');
  const sections = ['## Bowls', '## Jugs', '## Pans', '### Cups', '### Lids', '## Urns', '## Vats'];
  expect(await said(contents, sections)).toEqual([]);
});

test('reports a line of contents without levels', async () => {
  const names = ['Urns', 'Cups', 'Vats', 'Bowls', 'Lids', 'Jugs'];
  const sections = ['## Urns', '## Vats', '## Bowls', '### Lids', '### Cups', '## Jugs'];
  expect(await said(names.map(line).join(''), sections)).toEqual([
    'Table of contents entry `Cups` is out of order; move it after `Lids` to match the sections',
  ]);
});

test('does not take links within a section for the table of contents', async () => {
  const sections = [
    `# Ware\n\n${line('Bowls')}${line('Cups')}${line('Jugs')}`,
    ...['## Bowls', '## Cups', '## Jugs', '## Praise'],
    '# Books',
  ];
  const text = (contents: string): string =>
    `# Contents\n\n${contents}\n${sections.join('\n\nOf clay.\n\n')}\n\nTwo.\n`;
  const missing = async (contents: string): Promise<readonly string[]> =>
    (await lint(text(contents), { preset: 'list' })).flatMap(({ rule, message }) =>
      rule === 'toc-sync' ? [message] : [],
    );
  expect(await missing(`${line('Ware')}${line('Books')}`)).toEqual([]);
  expect(await missing('')).toEqual(['Section `Praise` is missing from the table of contents; add it']);
});
