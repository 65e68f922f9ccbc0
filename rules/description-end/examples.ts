import type { Example } from '../../src/model/rule.js';

/** The examples of the rule. */
export const examples: readonly Example[] = [
  {
    text: '- [Foil](https://foil.test) - طائرة ورقية جميلة،\n- [Jib](https://jib.test) - طائرة ورقية جميلة\n',
    options: { style: 'always' },
    finds: ['1:48 open', '2:45 open'],
    fixed: '- [Foil](https://foil.test) - طائرة ورقية جميلة،\n- [Jib](https://jib.test) - طائرة ورقية جميلة.\n',
    note: 'A comma of any script at the end needs a look.',
  },
  {
    text: '- [Foil](https://foil.test) - Sails by Weaver™\n- [Jib](https://jib.test) - For the wind and 🪁\n- [Gaff](https://gaff.test) - Sails for all 🪁\n- [Kit](https://kit.test) - Cloth by\n  Weft &amp;\n',
    options: { style: 'always' },
    finds: ['1:46 open', '3:43 open', '5:12 open'],
    fixed:
      '- [Foil](https://foil.test) - Sails by Weaver™.\n- [Jib](https://jib.test) - For the wind and 🪁\n- [Gaff](https://gaff.test) - Sails for all. 🪁\n- [Kit](https://kit.test) - Cloth by\n  Weft &amp;\n',
    note: 'A trademark belongs to its word, and an emoji may be a word.',
  },
  {
    options: { style: 'always' },
    text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong\n- [Silk](https://silk.example/) - Costly (and *slow*)\n',
    finds: ['3:54 open', '4:53 open'],
    fixed:
      '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) - Costly (and *slow*).\n',
  },
  {
    text: '- [絹](https://a.example/) - 高い\n- [帆](https://b.example/) - 軽い布の API\n- [凧](https://c.example/) - 安いセーラー\n- [Silk](https://d.example/) - Cloth of 絹\n- [باد](https://e.example/) - سبک و محکم\n',
    options: { style: 'always' },
    finds: ['1:30 open', '2:36 open', '3:34 open', '4:41 open', '5:40 open'],
    fixed:
      '- [絹](https://a.example/) - 高い。\n- [帆](https://b.example/) - 軽い布の API。\n- [凧](https://c.example/) - 安いセーラー。\n- [Silk](https://d.example/) - Cloth of 絹.\n- [باد](https://e.example/) - سبک و محکم.\n',
    note: 'The period of the script that most of the description is in.',
  },
  {
    text: `## Sails\n\n${lines(21, 'Cloth `MIT` `Go`')}`,
    options: { style: 'always' },
    finds: ['3:41 many'],
    fixed: `## Sails\n\n${lines(21, 'Cloth. `MIT` `Go`')}`,
    note: 'More than five are one finding.',
  },
  {
    text: '## Sails\n\n- [Silk](https://silk.example/) - Costly.\n- [Nylon](https://nylon.example/) - Threads etc.\n',
    options: { style: 'never' },
    finds: ['3:41 closed'],
    fixed: '## Sails\n\n- [Silk](https://silk.example/) - Costly\n- [Nylon](https://nylon.example/) - Threads etc.\n',
    note: 'The period of an abbreviation is kept.',
  },
  {
    text: '## Sails\n\n- [Silk](https://silk.example/) - Costly. `MIT` `Go`\n- [Foil](https://foil.example/) - Loud! ![new](new.svg)\n- [Jib](https://jib.example/) - Old. ([shop](https://shop.example/))\n- [Kit](https://kit.example/) - New. **[free]** **[$]**\n- [Gaff](https://gaff.example/) - Loud (but **light.**)\n',
    finds: [],
    options: { style: 'always' },
    note: 'Tags, badges, sources, brackets and emphasis may follow the end.',
  },
  {
    text: '## Sails\n\n- [Nylon](https://nylon.example/) - Sold by:\n  - [Windhaus](https://windhaus.example/) by the sea\n- [Foil](https://foil.example/) - [Shop](https://foil.example/shop)\n',
    finds: [],
    options: { style: 'always' },
    note: 'A colon introduces the entries below; a link alone, or words that continue the name, are not a sentence.',
  },
  {
    text: `## Sails\n\n${lines(12, 'Cloth')}`,
    options: { style: 'consistent' },
    finds: [],
    note: 'This list has no periods.',
  },
  {
    text: `## Sails\n\n${lines(7, 'Cloth')}${lines(7, 'Cloth.')}`,
    options: { style: 'consistent' },
    finds: [],
    note: 'This list has no consistent ending.',
  },
  {
    text: `${lines(9, 'Cloth.')}- [Jib](https://jib.example/) - Small\n`,
    options: { style: 'consistent' },
    finds: ['10:37 open'],
    fixed: `${lines(9, 'Cloth.')}- [Jib](https://jib.example/) - Small.\n`,
  },
  {
    text: `${lines(40, 'Cloth')}- [Jib](https://jib.example/) - Small.\n- [Kit](https://kit.example/) - New. It flies.\n`,
    options: { style: 'consistent' },
    finds: ['41:38 closed'],
    fixed: `${lines(40, 'Cloth')}- [Jib](https://jib.example/) - Small\n- [Kit](https://kit.example/) - New. It flies.\n`,
    note: 'Of several sentences the last keeps its period.',
  },
  {
    text: `${lines(20, 'Ann Gale')}- [Jib](https://jib.example/) - Collects the plans of sails for boats of all sizes.\n- [Kit](https://kit.example/) - Bo Breeze and Cy Wind.\n`,
    options: { style: 'consistent' },
    finds: ['22:54 closed'],
    note: 'A sentence in a list of authors keeps its period.',
  },
  {
    text: '- [Jib](https://jib.example/) - It flies! (╯°□°)╯︵ ┻━┻\n- [Kit](https://kit.example/) - Sews. *\n- [Foil](https://foil.example/) - Loud‼\n- [Gaff](https://gaff.example/) - Old ┻━┻\n',
    options: { style: 'always' },
    finds: ['4:41 open'],
    fixed:
      '- [Jib](https://jib.example/) - It flies! (╯°□°)╯︵ ┻━┻\n- [Kit](https://kit.example/) - Sews. *\n- [Foil](https://foil.example/) - Loud‼\n- [Gaff](https://gaff.example/) - Old ┻━┻.\n',
    note: 'Signs may follow the end.',
  },
  {
    text: `${lines(18, 'Cloth.')}${lines(2, 'Cloth')}`,
    options: { style: 'consistent' },
    finds: ['19:41 open', '20:41 open'],
    note: 'Where less than 95% agree, the fix is a suggestion.',
  },
  {
    text: `${lines(700, 'Cloth')}${lines(21, 'Cloth.')}`,
    options: { style: 'consistent' },
    finds: ['701:42 manyClosed'],
    fixed: lines(721, 'Cloth'),
  },
  {
    text: '- [Silk](https://silk.example/) - Costly cloth (LGPL-2.0-only)\n- [Jib](https://jib.example/) - Small sail [MIT]\n- [Kit](https://kit.example/) - New plan (PDF, EPUB)\n- [Foil](https://foil.example/) - Comes in:\n',
    options: { style: 'always' },
    finds: [],
    note: 'A license, a format or another tag in brackets may end a line.',
  },
  {
    text: '- [Silk](https://silk.example/) - Costly.<sup><a href="#1">1</a></sup>\n- [Jib](https://jib.example/) - Small <sub>sail</sub>\n',
    options: { style: 'always' },
    finds: ['2:53 open'],
    fixed:
      '- [Silk](https://silk.example/) - Costly.<sup><a href="#1">1</a></sup>\n- [Jib](https://jib.example/) - Small <sub>sail</sub>.\n',
    note: 'A footnote comes after the period.',
  },
  {
    text: '<ul>\n<li><a href="https://silk.example/">Silk</a> - Costly <b>cloth</b></li>\n<li><p><a href="https://jib.example/">Jib</a> - Small sail</p></li>\n<li><a href="https://kit.example/">Kit</a> - New <em>plan.</em></li>\n</ul>\n',
    options: { style: 'always' },
    finds: ['2:66 open', '3:58 open'],
    fixed:
      '<ul>\n<li><a href="https://silk.example/">Silk</a> - Costly <b>cloth</b>.</li>\n<li><p><a href="https://jib.example/">Jib</a> - Small sail.</p></li>\n<li><a href="https://kit.example/">Kit</a> - New <em>plan.</em></li>\n</ul>\n',
    note: 'Before the end of an item in HTML.',
  },
  {
    text: '- [Silk](https://silk.example/) - Sews with `hem`, `seam`\n- [Jib](https://jib.example/) - Runs `fly`\n',
    options: { style: 'always' },
    finds: ['1:57 open', '2:42 open'],
    fixed: '- [Silk](https://silk.example/) - Sews with `hem`, `seam`.\n- [Jib](https://jib.example/) - Runs `fly`.\n',
    note: 'Code with a comma belongs to the sentence.',
  },
  {
    text: '  - [the `jib` tool](https://jib.example/33\n  <br>\n\t- ![[tag] Sail](https://sail.example/9) - It’s light `MIT` `Go`\n',
    options: { style: 'always' },
    finds: [],
    note: 'A link that is never closed.',
  },
  {
    text: '- [Jib](https://jib.example/) - Sewn with [hem](https://hem.example/.)\n- [Kit](https://kit.example/) - Cut with [saw](https://saw.example/)\n',
    options: { style: 'always' },
    finds: ['1:70 open', '2:68 open'],
    fixed:
      '- [Jib](https://jib.example/) - Sewn with [hem](https://hem.example/.)\n- [Kit](https://kit.example/) - Cut with [saw](https://saw.example/).\n',
    note: 'The period may be in the URL.',
  },
  {
    text: '- [Jib](https://jib.example/) - Small |\n| --- |\n- [Kit](https://kit.example/) - New\n',
    options: { style: 'always' },
    finds: ['3:35 open'],
    fixed: '- [Jib](https://jib.example/) - Small |\n| --- |\n- [Kit](https://kit.example/) - New.\n',
    note: 'What may be a table is not a sentence.',
  },
  {
    text: '- [Jib](https://jib.example/) - Small and\n  light sail\n- [Kit](https://kit.example/) - A plan for sale\n{% if sold %}\n',
    options: { style: 'always' },
    finds: ['2:12 open'],
    fixed:
      '- [Jib](https://jib.example/) - Small and\n  light sail.\n- [Kit](https://kit.example/) - A plan for sale\n{% if sold %}\n',
    note: 'A template tag is not the end of a description.',
  },
];

function lines(count: number, description: string): string {
  return `- [Sail](https://0.sail.example/) - ${description}\n`.repeat(count);
}
