import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

/** What `toc-sync` says of a list with a table of contents and sections. */
async function said(contents: string, sections: readonly string[]): Promise<readonly string[]> {
  const body = sections.map((heading) => `${heading}\n\n- [Pot](https://clay.example/${encodeURI(heading)}) - Clay.\n`);
  const findings = await lint(`# Pots\n\n## Contents\n\n${contents}\n${body.join('\n')}`, { preset: 'list' });
  return findings.filter(({ rule }) => rule === 'toc-sync').map(({ message }) => message);
}

const line = (name: string): string => `- [${name}](#${name.toLowerCase()})\n`;

test('names a line of the same level to move another after', async () => {
  const nested = ['Cups', 'Jugs', 'Urns', 'Vats'].map((name) => `  ${line(name)}`).join('');
  const sections = ['## Ware', '### Cups', '### Jugs', '### Urns', '### Vats', '## Books'];
  expect(await said(`${line('Books')}${line('Ware')}${nested}`, sections)).toEqual([
    'The contents entry `Books` is not in the order of the sections; move it after `Ware`',
  ]);
});

test('names a line of the same level that has no section', async () => {
  const nested = ['Cups', 'Jugs', 'Urns', 'Vats'].map((name) => `  ${line(name)}`).join('');
  const sections = ['## Cups', '## Jugs', '## Urns', '## Vats', '## Books'];
  expect(await said(`${line('Books')}${line('Ware')}${nested}`, sections)).toContain(
    'The contents entry `Books` is not in the order of the sections; move it after `Ware`',
  );
});

test('names the section before in contents that are in alphabetical order', async () => {
  const names = ['Bowls', 'Cups', 'Jugs', 'Urns', 'Vats'];
  const sections = ['## Bowls', '## Jugs', '## Urns', '## Vats', '## Cups'];
  expect(await said(names.map(line).join(''), sections)).toEqual([
    'Section `Cups` is not in the alphabetical order of the table of contents; move it after `Bowls`',
  ]);
});

test('moves the line where the contents are in no order of their own', async () => {
  const names = ['Urns', 'Cups', 'Vats', 'Bowls', 'Jugs'];
  const sections = ['## Urns', '## Vats', '## Bowls', '## Jugs', '## Cups'];
  expect(await said(names.map(line).join(''), sections)).toEqual([
    'The contents entry `Cups` is not in the order of the sections; move it after `Jugs`',
  ]);
});
