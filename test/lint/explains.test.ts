import { expect, it } from 'vitest';
import { lint } from '../../src/index.js';

const said = async (text: string, preset: 'awesome' | 'minimal' = 'awesome'): Promise<readonly string[]> =>
  (await lint(text, { preset })).map(({ rule, start }) => `${start.line} ${rule}`);

const kites = (heading: string): string =>
  `# Awesome Kites [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> All that flies.\n\n## Contents\n\n- [Sails](#sails)\n- [Lines](#lines)\n- [Spars](#spars)\n\n## Sails\n\n- [Silk](https://silk.example/) - Thin.\n- [Hemp](https://hemp.example/) - See [lines](#lines).\n\n${heading}\n\n- [Cord](https://cord.example/) - Long.\n\n## Spars\n\n- [Ash](https://ash.example/) - Bends.\n`;

it('reports a heading without a space once, not each link that leads to it', async () => {
  expect(await said(kites('##Lines'))).toEqual(['16 heading-format']);
  expect(await said(kites('## Lines'))).toEqual([]);
  expect(await said(kites('##Ropes'))).toEqual(['8 toc-sync', '14 fragment-resolves', '16 heading-format']);
  expect(await said(kites('##Lines'), 'minimal')).toEqual(['8 toc-sync', '14 fragment-resolves']);
});

it('reports an unresolved conflict once, not what its two sides repeat', async () => {
  const side = '- [Twine](https://twine.example/) - Thin.\n';
  const conflict = `## Lines\n\n<<<<<<< HEAD\n${side}=======\n${side}-[Rope](https://rope.example/)\n>>>>>>> ropes`;
  expect(await said(kites(conflict))).toEqual(['18 no-conflict-markers']);
  expect(await said(kites(`## Lines\n\n${side}${side}`))).toEqual(['19 no-duplicate-url']);
});
