import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeList } from '../../scripts/bench/list.js';
import { folderOf } from '../cli/command.js';
import { startEditor } from './editor.js';

test('a list of 400 KB: an edit is answered from its section, and then from the whole list, with the same words', async () => {
  const folder = folderOf();
  const text = makeList(3300);
  expect(text.length).toBeGreaterThan(400_000);
  writeFileSync(join(folder, 'README.md'), text);
  const editor = await startEditor({ folder });
  const page = await editor.open(join(folder, 'README.md'));
  const before = await page.found();
  const answers = () => {
    const from = page.published.length;
    return async () => {
      while (page.published.length < from + 2) await page.next();
      return page.published.slice(from).map(({ diagnostics }) => diagnostics);
    };
  };
  for (const bench of [40, 2500, 41]) {
    const at = page.text.indexOf('A bench by', page.text.indexOf(`/bench/${bench})`));
    const right = page.text.slice(page.text.lastIndexOf('\n', at) + 1, at + 10);
    const wrong = `${right.slice(0, -10)}the bench by`;
    const told = answers();
    page.type(right, wrong);
    const [quick = [], full] = await told();
    expect(quick.length).toBe(before.length + 1);
    expect(quick.map(({ code }) => code)).toContain('description-start');
    expect(full).toEqual(quick);
    const again = answers();
    page.type(wrong, right);
    expect(await again()).toEqual([before, before]);
  }
  // One version has two answers: the quick one and the full one.
  const versions = page.published.map(({ version }) => version);
  expect(versions).toEqual([1, ...Array.from({ length: 6 }, (_, edit) => [edit + 2, edit + 2]).flat()]);
  editor.stop();
});

test('a list of more than 5 MB is not read, and its first line says so', async () => {
  const folder = folderOf({ 'README.md': `# Awesome Looms\n\n${'a'.repeat(5_000_000)}\n` });
  const editor = await startEditor({ folder });
  const page = await editor.open(join(folder, 'README.md'));
  const [first, ...others] = await page.found();
  expect(others).toEqual([]);
  expect(first?.message).toBe(
    'README.md: too large for the language server (maximum 5 MB); run `listwright lint` instead',
  );
  page.type('a'.repeat(5_000_000), 'Machines that make cloth.');
  expect((await page.found()).map(({ message }) => message)).not.toContain(first?.message);
  editor.stop();
});
