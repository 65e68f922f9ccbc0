import type { Example } from '../../src/model/rule.js';
import { lines, orderExamples } from './order-examples.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÅØÑÇÉÈÊ';

const ware = '- [Ware](#ware)\n  - [Pots](#pots)\n  - [Cups](#cups)\n  - [Urns](#urns)\n- [Leaves](#leaves)\n';
const tea = ['## Ware', '### Pots', '### Cups', '### Jugs', '### Urns', '### Bowls', '## Leaves']
  .map((heading) => `${heading}\n\n- [Tea](https://tea.example/${heading.length})\n\n`)
  .join('');

/** What the rule finds and what it leaves alone. */
export const examples: readonly Example[] = [
  {
    text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## Black\n\nB.\n\n## White\n\nC.\n',
    finds: ['12:1 missing'],
    fixed:
      '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Black](#black)\n- [White](#white)\n\n## Green\n\nA.\n\n## Black\n\nB.\n\n## White\n\nC.\n',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Herbal](#herbal)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nC.\n',
    finds: ['6:1 extra'],
    note: 'Removing the line is only a suggestion.',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [White](#white)\n- [Green](#green)\n- [Red](#red)\n- [Blends](#blends)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Black\n\nD.\n\n## Red\n\nE.\n\n## Blends\n\nF.\n',
    finds: ['5:1 moved', '18:1 missing'],
    note: 'Where the order differs, the position of the new line is only a suggestion.',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [White](#white)\n- [Green](#green)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
    finds: ['5:1 moved'],
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Sencha](#white)\n- [Red](#red)\n\n## Green\n\n### Sencha\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
    finds: ['6:1 renamed'],
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [Sencha](#white)\n- [Red](#red)\n- [About](#about)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
    finds: ['8:1 extra'],
    note: 'A section may have another name in the table of contents.',
  },
  {
    text: '# Tea\n\n**Leaves**\n\n- [Green](#green)\n- [Red](#red)\n\n# Leaves\n\n### Green\n\nA.\n\n### Red\n\nD.\n\n# Reading\n\n### Books\n\nE.\n\n### Films\n\nF.\n',
    finds: [],
    note: 'It lists none of the sections below one.',
  },
  {
    text: '# Tea\n\n## About\n\nOf tea.\n\n## Contents\n\n- [Green](#green)\n- [Red](#red)\n- [About](#about)\n\n## Green\n\nA.\n\n## Red\n\nD.\n',
    finds: [],
    note: 'The order of what is above the table of contents is free.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABC', '- [$](#$)\n')}\n${lines('ABC', '## $\n\n- [Tea](https://tea.example/$)\n\n')}## D\n\n> Moved to [A](#a).\n\n## E\n\n- [Tea](https://tea.example/e)\n`,
    finds: ['25:1 missing'],
    fixed: `# Tea\n\n## Contents\n\n${lines('ABC', '- [$](#$)\n')}- [E](#e)\n\n${lines('ABC', '## $\n\n- [Tea](https://tea.example/$)\n\n')}## D\n\n> Moved to [A](#a).\n\n## E\n\n- [Tea](https://tea.example/e)\n`,
    note: 'A section that only refers to another need not be listed if the others have entries.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${'ABCDEFGH'.replace(/./g, '- [$&](#$&)\n').replace(/#./g, (at) => at.toLowerCase())}\n${'HGFEDCBA'.replace(/./g, '## $&\n\nOf tea.\n\n')}`,
    finds: ['5:1 shuffled'],
    note: 'A table of contents that is in another order throughout is one finding.',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Green (Raw)](#green-raw)\n- [White](#white)\n\n## Black\n\nA.\n\n## Green\n\nB.\n\n## White\n\nC.\n',
    finds: ['6:17 reworded'],
    fixed:
      '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Green (Raw)](#green)\n- [White](#white)\n\n## Black\n\nA.\n\n## Green\n\nB.\n\n## White\n\nC.\n',
    note: 'The only unlisted section at this position.',
  },
  {
    text: '# 茶\n\n## 目次\n\n- [紅茶](#紅茶)\n- [緑茶の入れ方](#緑茶の入れ方)\n- [白茶](#白茶)\n\n## 紅茶\n\nA\n\n## 緑茶を入れ方\n\nB\n\n## 白茶\n\nC\n',
    finds: ['6:12 reworded'],
    fixed:
      '# 茶\n\n## 目次\n\n- [紅茶](#紅茶)\n- [緑茶の入れ方](#緑茶を入れ方)\n- [白茶](#白茶)\n\n## 紅茶\n\nA\n\n## 緑茶を入れ方\n\nB\n\n## 白茶\n\nC\n',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Sewing + Glue](#sewing--glue)\n- [White](#white)\n- [Red](#red)\n\n## Black\n\nA.\n\n## Sewing and Gluing Tools\n\nB.\n\n## Sewing Kits\n\nB.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
    finds: ['6:19 reworded', '18:1 missing'],
    fixed:
      '# Tea\n\n## Contents\n\n- [Black](#black)\n- [Sewing + Glue](#sewing-and-gluing-tools)\n- [Sewing Kits](#sewing-kits)\n- [White](#white)\n- [Red](#red)\n\n## Black\n\nA.\n\n## Sewing and Gluing Tools\n\nB.\n\n## Sewing Kits\n\nB.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
    note: 'Of two unlisted sections, the nearest is suggested until the other is listed.',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Images](#images)\n- [Image](#image)\n- [White](#white)\n\n## Images\n\nA.\n\n## White\n\nC.\n',
    finds: ['6:1 extra'],
    note: 'The section is listed already.',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Green](#Green)\n- [White](#user-content-white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n',
    finds: [],
    note: 'GitHub ignores case, and adds this prefix itself.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCDEFGHIJKLMNOPQRSTUVWX', '- [$](#$)\n')}\n${lines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '## $\n\nOf tea.\n\n### Sources\n\nBooks.\n\n')}`,
    finds: ['222:1 missing', '230:1 missing'],
    fixed: `# Tea\n\n## Contents\n\n${lines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '- [$](#$)\n')}\n${lines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', '## $\n\nOf tea.\n\n### Sources\n\nBooks.\n\n')}`,
    note: 'A heading that is repeated in each section need not be listed.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines(letters, '- [$](#$)\n')}\n${lines(`${letters}αβγδεζηθικλμνξοπρστυφ`, '## $\n\nOf tea.\n\n')}`,
    finds: ['186:1 missingMany'],
  },
  {
    text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n\n## Black\n\nE.\n\n## Blends\n\nF.\n',
    finds: ['21:1 missing', '25:1 missing'],
    fixed:
      '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Black](#black)\n- [Blends](#blends)\n\n## Green\n\nA.\n\n## White\n\nC.\n\n## Red\n\nD.\n\n## Black\n\nE.\n\n## Blends\n\nF.\n',
    note: 'It lists three of five.',
  },
  {
    text: '# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n### Silver\n\nC.\n\n## Red\n\nD.\n\n## License\n\nE.\n',
    finds: [],
    note: 'It lists one level, and sections about the list itself are optional.',
  },
  {
    text: '# Tea\n\n## Contents\n\n- [🍵 Green](#-green)\n- [White](#white)\n- [Red](#red)\n\n## 🍵 Green\n\nA.\n\n## White teas\n<a id="white"></a>\n\n## Red\n\nD.\n',
    finds: [],
    note: 'An anchor in HTML counts.',
  },
  {
    text: '# Tea\n\n## See also\n\n- [One](#a)\n- [Two](#b)\n- [Three](#c)\n\n## Green\n\nA.\n\n## White\n\nC.\n',
    finds: [],
    note: 'A list of links to something other than sections.',
  },
  ...orderExamples,
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCDE', '- [$](#$)\n')}\n${lines('ABCZDE', '## $\n\nOf tea.\n\n')}`,
    finds: ['23:1 missing'],
    note: 'A line that would break the alphabetical order of the others is only a suggestion.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('AB', '- [$](#tea-$)\n')}\n${lines('ABC', '## Tea: $\n\nOf tea.\n\n')}`,
    finds: ['16:1 missing'],
    fixed: `# Tea\n\n## Contents\n\n${lines('ABC', '- [$](#tea-$)\n')}\n${lines('ABC', '## Tea: $\n\nOf tea.\n\n')}`,
    note: 'The new line leaves out the word that the others leave out.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('AB', '- [Tea: $](#tea-$)\n')}\n${lines('ABC', '## Tea: $\n\nOf tea.\n\n')}`,
    finds: ['16:1 missing'],
    fixed: `# Tea\n\n## Contents\n\n${lines('ABC', '- [Tea: $](#tea-$)\n')}\n${lines('ABC', '## Tea: $\n\nOf tea.\n\n')}`,
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('AB', '- [$](#$)\n')}- [C](c.md)\n\n${lines('ABC', '## $\n\nOf tea.\n\n')}`,
    files: { 'c.md': '# C\n' },
    finds: [],
    note: 'The contents lead to the file where the section is now.',
  },
  {
    text: '# Kites\n\n## Contents\n\n- [Plans](#Plans "Plans")\n- [Big Sails](#Big-Sails "Big Sails")\n\n## Plans\n\nA.\n\n## Big Sails\n\nB.\n\n## Wind Meters\n\nC.\n',
    finds: ['16:1 missing'],
    fixed:
      '# Kites\n\n## Contents\n\n- [Plans](#Plans "Plans")\n- [Big Sails](#Big-Sails "Big Sails")\n- [Wind Meters](#Wind-Meters "Wind Meters")\n\n## Plans\n\nA.\n\n## Big Sails\n\nB.\n\n## Wind Meters\n\nC.\n',
    note: 'Written as the line before, with its title and capitals.',
  },
  {
    text: '# Kites\n\n## Contents\n\n- [Plans](#plans)\n- [Sails](#sails "Cloth") (new)\n\n## Plans\n\nA.\n\n## Sails\n\nB.\n\n## Meters\n\nC.\n',
    finds: ['16:1 missing'],
    note: 'How this line would continue is not known.',
  },
  {
    text: `# Tea\n\n<!-- START doctoc -->\n${ware}<!-- END doctoc -->\n\n${tea}`,
    finds: ['23:1 missing', '31:1 missing'],
    fixed: `# Tea\n\n<!-- START doctoc -->\n${ware.replace('- [Urns](#urns)', '- [Jugs](#jugs)\n  - [Urns](#urns)\n  - [Bowls](#bowls)')}<!-- END doctoc -->\n\n${tea}`,
    note: 'Generated contents should have each heading of their levels.',
  },
  {
    text: `# Tea\n\n${ware}\n${tea}`,
    finds: [],
    note: 'Contents that someone keeps may leave out the half of a level.',
  },
  {
    text: `# Tea\n\n<!-- START doctoc -->\n${ware.replace('  - [Cups](#cups)\n', '')}<!-- END doctoc -->\n\n${tea}`,
    finds: [],
    note: 'Someone has edited the generated contents.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCD', '- [$](#$)\n')}\n## Premium\n\n[![Sponsor](banner.png)](https://loom.example/)\n\n${lines('ABCD', '## $\n\n- [Tea](https://tea.example/$)\n\n')}`,
    finds: [],
    note: 'A section with the banner of a sponsor.',
  },
  {
    text: `# Tea\n\n## Contents\n\n${lines('ABCD', '- [$](#$)\n')}\n## Premium\n\n[![Sponsor](banner.png)](https://loom.example/)\n\n- [Gyokuro](https://tea.example/) - From the shade.\n\n${lines('ABCD', '## $\n\n- [Tea](https://tea.example/$)\n\n')}`,
    finds: ['10:1 missing'],
    note: 'A section with described entries is not only a banner.',
  },
  {
    text: `# Awesome C++ ![Badge](badge.svg)\n\n## Contents\n\n- [Awesome C++](#awesome-cpp)\n${lines('ABC', '- [$](#$)\n')}- [Graph drawing](#graph-drawing)\n\n${lines('ABC', '## $\n\n- [Tea](https://tea.example/$)\n\n')}### Other Awesome Projects\n\n- [Tea](https://tea.example/d)\n\n### Image drawing\n\n- [Tea](https://tea.example/e)\n`,
    finds: ['5:17 reworded', '9:1 extra'],
    fixed: `# Awesome C++ ![Badge](badge.svg)\n\n## Contents\n\n- [Awesome C++](#awesome-c-)\n${lines('ABC', '- [$](#$)\n')}- [Graph drawing](#graph-drawing)\n\n${lines('ABC', '## $\n\n- [Tea](https://tea.example/$)\n\n')}### Other Awesome Projects\n\n- [Tea](https://tea.example/d)\n\n### Image drawing\n\n- [Tea](https://tea.example/e)\n`,
    note: 'A name that half of the letters of another are in is not meant.',
  },
  {
    text: '# Tea\n\n<!-- START doctoc -->\n- [Green](#green)\n- [[White](https://white.example/)](#whitehttpswhiteexample)\n- [Red](#red)\n<!-- END doctoc -->\n\n## Green\n\nA.\n\n## [White](https://white.example/)\n\nB.\n\n## Red\n\nC.\n',
    finds: [],
    note: 'A line that leads out of the file names the section all the same.',
  },
];
