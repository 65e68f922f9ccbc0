import type { Example } from '../../src/model/rule.js';

/** The examples of the rule. */
export const examples: readonly Example[] = [
  {
    text: '# Kites\n\n###  Lashing Your Sail \n\nA.\n',
    finds: ['3:4 gap', '3:23 trailing'],
    fixed: '# Kites\n\n### Lashing Your Sail\n\nA.\n',
  },
  {
    options: { endings: 'never' },
    text: 'Kites\n=====\n\n  ## Sails ##\n\nA.\n\n## Line  and   knots:\n\nB.\n',
    finds: ['1:1 underlined', '4:1 indented', '4:11 closed', '8:8 inner', '8:13 inner', '8:21 mark'],
    fixed: '# Kites\n\n## Sails\n\nA.\n\n## Line  and   knots\n\nB.\n',
    note: 'Each space counts in the anchor of a heading, which other pages may link to.',
  },
  { text: '# Kites\n\n##\n\nA.\n', finds: ['3:1 empty'] },
  { text: '# Kites\n\n##Sails\n\nA.\n', finds: ['3:1 unspaced'] },
  {
    text: `# Kites\n\n- [A1](#a1)\n\n${Array.from({ length: 21 }, (_, index) => `##A${index}\n\nB.\n`).join('\n')}`,
    finds: ['5:1 many'],
  },
  { text: '# Kites\n\n#sails is the channel for cloth.\n\n\\##\n', finds: [], note: 'A channel, and an escape.' },
  {
    text: `# Kites\n${marked('ABCDEFGHIJKLMNOPQRSTU', ':')}`,
    options: { endings: 'never' },
    finds: ['3:10 many'],
    fixed: `# Kites\n${marked('ABCDEFGHIJKLMNOPQRSTU', '')}`,
  },
  {
    text: '# Kites\n\n## Why fly?\n\nA.\n\n## Misc.\n\nB.\n\n## And so on...\n\nC.\n\n## Kite Inc.\n\nD.\n\n## Ready!\n\nE.\n',
    finds: [],
    options: { endings: 'never' },
    note: 'Questions, abbreviations and ellipses.',
  },
  {
    text: '# Kites\n\n## Languages like C#\n\nA.\n\n## `a  b`\n\nB.\n',
    finds: [],
    note: 'Part of a name, and code.',
  },
  {
    text: `# Kites\n${marked('ABCDEFGHIJ', '')}\n## Sails:\n\nA.\n`,
    options: { endings: 'consistent' },
    finds: ['43:9 mark'],
    fixed: `# Kites\n${marked('ABCDEFGHIJ', '')}\n## Sails\n\nA.\n`,
  },
  {
    text: `# Kites\n${marked('ABCDEFGH', '')}${marked('JKL', ':')}`,
    options: { endings: 'consistent' },
    finds: [],
    note: 'This list has no consistent ending.',
  },
  {
    text: `# Kites\n${marked('ABCDEFGHIJKLMNOPQRST', '')}${'\n## Further reading:\n\nA.\n'.repeat(3)}`,
    finds: [],
    note: 'A repeated name.',
  },
  { text: '# Kites\n\n##  Sails  and lines ##\n', options: { spacing: false }, finds: [] },
  {
    text: 'Kites\n=====\n\nSails\n-----\n\nA.\n\nSpars\n-----\n\nB.\n',
    options: { underlined: 'consistent' },
    finds: [],
    note: 'A list of underlined headings.',
  },
  {
    text: 'Kites\n=====\n\n## Sails\n\nA.\n\n## Lines\n\nB.\n\nSpars\n---\n\nC.\n\nLoops\n-----\n\nToC\n---\n\nD.\n\n# License\n\nE.\n\n## Knots\n\nF.\n',
    options: { underlined: 'consistent' },
    finds: ['12:1 underlined'],
    note: 'The title has a style to itself, and a line as long as its text was drawn on purpose.',
  },
  {
    text: '# Kites\n\n## Sails\n\nA.\n\nSpars\n---\n\nC.\n',
    options: { underlined: 'consistent' },
    finds: ['7:1 underlined'],
    note: 'A rule below a line of text makes a heading of it.',
  },
  { text: '# Kites\n\n<h2 align="center">  Sails: </h2>\n\nA.\n', finds: [], note: 'HTML headings are not checked.' },
  {
    text: '# Kites\n\n[knot](#line--knot)\n\n## Line  knot\n\nA.\n',
    finds: ['5:8 inner'],
    note: 'A link uses the anchor with both hyphens, so the fix is a suggestion.',
  },
];

function marked(letters: string, mark: string): string {
  return [...letters].map((letter) => `\n## Sail ${letter}${mark}\n\nA.\n`).join('');
}
