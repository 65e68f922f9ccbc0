import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import type { Document } from '../../src/pipeline/read-list.js';
import { dropTexts } from '../../src/pipeline/read-list.js';

test('what no rule about links reads is let go, also where the tree leads to it', () => {
  const list = parse('# Awesome Looms\n\n## Looms\n\n- [Ada](https://ada.example/) - Weaves.\n');
  const parent = list.sections[0]?.parent;
  if (parent?.type !== 'list') throw new Error('a section is in a list');
  expect([parent.texts.length > 0, parent.blocks.length > 0, parent.items.length]).toEqual([true, true, 1]);
  dropTexts({ list } as Document);
  expect([parent.texts, parent.blocks, parent.items]).toEqual([[], [], []]);
  expect(list.links.map(({ url, entry }) => [url, entry?.description])).toEqual([['https://ada.example/', 'Weaves.']]);
});
