import type { Example } from '../../src/model/rule.js';

/** The examples of the rule. */
export const examples: readonly Example[] = [
  {
    text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) — Light and strong.\n- [Silk](https://silk.example/): Costly.\n',
    options: { style: ' - ' },
    finds: ['5:36 other', '6:32 other'],
    fixed:
      '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) - Costly.\n',
  },
  {
    text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\u00a0- Costly.\n- [Paper](https://paper.example/)  -  Cheap.\n- [Foil](https://foil.example/) -Loud.\n',
    options: { style: ' - ' },
    finds: ['5:32 other', '6:34 other', '7:32 other'],
    fixed:
      '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - Costly.\n- [Paper](https://paper.example/) - Cheap.\n- [Foil](https://foil.example/) -Loud.\n',
    note: 'A hyphen at a word may belong to it, as in `-Werror`.',
  },
  {
    text: '- [Silk](https://silk.example/) -A cloth.\n- [Foil](https://foil.example/) -Foil is loud.\n- [Jib](https://jib.example/) -Jibs are small.\n',
    options: { style: ' - ' },
    finds: ['1:32 other', '2:32 other', '3:30 other'],
    fixed:
      '- [Silk](https://silk.example/) - A cloth.\n- [Foil](https://foil.example/) - Foil is loud.\n- [Jib](https://jib.example/) -Jibs are small.\n',
    note: 'An article or the name follows the hyphen of a separator.',
  },
  {
    text: '# Kites\n\n## Sails\n\n- [Flags](https://flags.example/) -O3 is loud.\n- [Ice](https://ice.example/) -40 degrees.\n- [Snow](https://snow.example/) –40 degrees.\n- [Cold](https://cold.example/) −40 degrees.\n- [Set](https://set.example/) --fast is loud.\n- [Kit](https://kit.example/)-based cloth.\n- [Foil](https://foil.example/) –Loud.\n- [Jib](https://jib.example/)—Small.\n',
    options: { style: ' - ' },
    finds: ['11:32 other', '12:30 other'],
    fixed:
      '# Kites\n\n## Sails\n\n- [Flags](https://flags.example/) -O3 is loud.\n- [Ice](https://ice.example/) -40 degrees.\n- [Snow](https://snow.example/) –40 degrees.\n- [Cold](https://cold.example/) −40 degrees.\n- [Set](https://set.example/) --fast is loud.\n- [Kit](https://kit.example/)-based cloth.\n- [Foil](https://foil.example/) - Loud.\n- [Jib](https://jib.example/) - Small.\n',
    note: 'A sign, a flag and the end of a word separate nothing.',
  },
  {
    text: '- [Silk](https://silk.example/) -> Costly.\n- [Foil](https://foil.example/) — Loud.\n',
    options: { style: ' - ' },
    finds: ['2:32 other'],
    fixed: '- [Silk](https://silk.example/) -> Costly.\n- [Foil](https://foil.example/) - Loud.\n',
    note: 'An arrow is no hyphen.',
  },
  {
    text: `# Kites\n\n## Sails\n\n${lines(9, ': ')}- [Silk](https://silk.example/) - Costly.\n`,
    finds: ['14:32 other'],
    fixed: `# Kites\n\n## Sails\n\n${lines(9, ': ')}- [Silk](https://silk.example/): Costly.\n`,
    note: 'Nine of ten entries have a colon.',
  },
  {
    text: `# Kites\n\n## Sails\n\n${lines(27, ': ')}- [Wind](https://wind.example/) - Ada Breeze. On kites.\n- [Sky](https://sky.example/) - A. van der Gale (talk)\n- [Air](https://air.example/) - Big Kites and more.\n`,
    finds: ['34:30 other'],
    note: 'An author after a dash is not a description.',
  },
  {
    text: `# Kites\n\n## Sails\n\n${lines(21, ' – ')}`,
    options: { style: ' - ' },
    finds: ['5:32 many'],
    fixed: `# Kites\n\n## Sails\n\n${lines(21, ' - ')}`,
  },
  {
    text: `# Kites\n\n## Sails\n\n${lines(3, ' – ')}${lines(3, ': ')}`,
    options: { style: ' - ' },
    finds: ['5:32 several'],
    fixed: `# Kites\n\n## Sails\n\n${lines(6, ' - ')}`,
  },
  {
    text: `# Kites\n\n## Sails\n\n${lines(6, ' ')}`,
    options: { style: ' - ' },
    finds: ['5:32 manyBare'],
  },
  {
    text: `# Kites\n\n## Sails\n\n${lines(6, ': ')}${lines(5, ' - ')}`,
    finds: [],
    note: 'This list has no consistent separator.',
  },
  {
    text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) ![new](new.svg) - Light.\n- [Delta](https://plans.example/) (PDF) - One spar.\n',
    options: { style: ' - ' },
    finds: [],
    note: 'Badges and tags may come before the separator.',
  },
  {
    text: '# Kites\n\n## Books\n\n- [On Wind](https://wind.example/) by A. Breeze\n- [Wind](https://wind2.example/), second edition\n- [Sky](https://sky.example/) _In French_ - On clouds.\n- [Air](https://air.example/) By Ann Gale\n- [Gust](https://gust.example/) Par Léa\n- [Gale](https://gale.example/) Türkçe\n- [Sea](https://sea.example/) Byways of the sea.\n',
    options: { style: ' - ' },
    finds: ['11:30 bare'],
    note: 'Words that continue the name are not a description; nor is an author or a language.',
  },
  {
    text: '- [Silk](https://silk.example/)\n-[Foil](https://foil.example/): Loud.\n- [Jib](https://jib.example/)\n  : Small.\n',
    options: { style: ' - ' },
    finds: ['3:30 other'],
    fixed:
      '- [Silk](https://silk.example/)\n-[Foil](https://foil.example/): Loud.\n- [Jib](https://jib.example/) - Small.\n',
    note: 'A bullet without a space is not a separator.',
  },
  {
    text: '- [Silk](https://silk.example/) 🪁 Costly.\n- [Foil](https://foil.example/)\n  🪁 Loud.\n',
    options: { style: ' - ' },
    finds: ['1:35 bare'],
    note: 'A description on the next line needs no separator.',
  },
  {
    text: '- Cloth: Sew good cloth ([Silk](https://silk.example/) [Foil](https://foil.example/)).\n- Cloth ([Silk](https://silk.example/)) Costly.\n- **[Jib](https://jib.example/)** Small.\n',
    options: { style: ' - ' },
    finds: ['3:34 bare'],
    note: 'A sentence with links in it has no separator.',
  },
  {
    text: '- [Silk](https://silk.example/)  -  Costly.\n- [Foil](https://foil.example/)-Loud.\n',
    options: { style: ' - ', exact: false },
    finds: ['2:32 other'],
    fixed: '- [Silk](https://silk.example/)  -  Costly.\n- [Foil](https://foil.example/)-Loud.\n',
    note: 'Repeated spaces are displayed as one.',
  },
  { text: '- [Silk](https://silk.example/) – Costly.\n', options: { style: ' - ', accept: [' – '] }, finds: [] },
  {
    text: `${lines(9, ' - ')}- [Kit](https://kit.example/) - Parts.\n${lines(3, ': ').replace(/^/gm, '  ').trimEnd()}\n- [Jib](https://jib.example/) - Parts.\n${lines(2, ': ').replace(/^/gm, '  ').trimEnd()}\n`,
    options: { style: ' - ' },
    finds: ['15:34 other', '16:34 other'],
    fixed: `${lines(9, ' - ')}- [Kit](https://kit.example/) - Parts.\n${lines(3, ': ').replace(/^/gm, '  ').trimEnd()}\n- [Jib](https://jib.example/) - Parts.\n${lines(2, ' - ').replace(/^/gm, '  ').trimEnd()}\n`,
    note: 'Three or more parts of an entry that are written alike may differ from the list.',
  },
  {
    text: '- [絹](https://silk.example/)： 高い。\n- [凧](https://foil.example/): 軽い。\n',
    options: { style: '：', exact: false },
    finds: ['2:29 other'],
    fixed: '- [絹](https://silk.example/)： 高い。\n- [凧](https://foil.example/)：軽い。\n',
    note: 'A full-width mark looks the same with a space.',
  },
];

function lines(count: number, separator: string): string {
  return `- [Sail](https://sail.example/)${separator}Cloth.\n`.repeat(count);
}
