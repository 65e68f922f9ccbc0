import type { Example } from '../../src/model/rule.js';

/** What the rule finds and what it leaves alone. */
export const examples: readonly Example[] = [
  {
    text: '- [ Silk ](https://silk.test) - Costly.\n- [Jib:](https://jib.test) - Small.\n',
    finds: ['1:4 spaces', '2:4 stop'],
    fixed: '- [Silk](https://silk.test) - Costly.\n- [Jib](https://jib.test) - Small.\n',
  },
  {
    text: '- [Foil ](https://foil.test)is fast.\n- [Gaff ](https://gaff.test)[Demo](https://demo.test)\n- **[Kit ](https://kit.test)**is new.\n- [Luff ](https://luff.test), and more.\n- [Reef ](https://reef.test) - Old.\n',
    options: { emphasis: 'any' },
    finds: ['1:4 spaces', '2:4 spaces', '3:6 spaces', '4:4 spaces', '5:4 spaces'],
    fixed:
      '- [Foil](https://foil.test) is fast.\n- [Gaff](https://gaff.test) [Demo](https://demo.test)\n- **[Kit ](https://kit.test)**is new.\n- [Luff](https://luff.test), and more.\n- [Reef](https://reef.test) - Old.\n',
    note: 'A space that is needed goes out of the link.',
  },
  {
    text: '- [Jib:](https://jib.test) books about sails.\n- [Gaff:](https://gaff.test)\n  - [Kit:](https://kit.test)\n- [Silk,](https://silk.test): Costly.\n',
    options: { emphasis: 'never' },
    finds: ['1:4 stop', '2:4 stop', '3:6 stop', '4:4 stop'],
    fixed:
      '- [Jib](https://jib.test): books about sails.\n- [Gaff](https://gaff.test):\n  - [Kit](https://kit.test)\n- [Silk](https://silk.test): Costly.\n',
    note: 'A colon that separates is moved out of the link.',
  },
  {
    text: '- [https://silk.test](https://silk.test) - Costly.\n- [here](https://jib.test) - Small.\n',
    finds: ['1:4 address', '2:4 hollow'],
  },
  {
    text: '- **[Silk](https://silk.test)** - Costly.\n- [**Jib**](https://jib.test) - Small.\n',
    options: { emphasis: 'never' },
    finds: ['1:3 emphasis', '2:3 emphasis'],
    fixed: '- [Silk](https://silk.test) - Costly.\n- [Jib](https://jib.test) - Small.\n',
  },
  {
    text: '- **[Silk](https://silk.test)**\n'.repeat(21),
    options: { emphasis: 'never' },
    finds: ['1:3 emphasisMany'],
    fixed: '- [Silk](https://silk.test)\n'.repeat(21),
  },
  { text: '- [A sail of silk](https://silk.test) - Costly.\n', options: { max: 10 }, finds: ['1:4 long'] },
  {
    text: '- [Silk & Co.](https://silk.test)\n- [Yahoo!](https://y.test)\n- [What now?](https://what.test)\n- [Sails, vol. 2](https://two.test)\n',
    finds: [],
  },
  {
    text: '- <https://silk.test> - Costly.\n- https://jib.test\n',
    finds: [],
    note: 'Another rule reports bare URLs.',
  },
  {
    text: '- Silk: [https://silk.test](https://silk.test)\n- 帆：[https://jib.test](https://jib.test)\n- **Kit**: [link](https://kit.test)\n',
    finds: [],
    note: 'The name is the label before the link.',
  },
  {
    text: '| Task | Link |\n| --- | --- |\n| Sew a sail | [https://silk.test](https://silk.test) |\n| [https://jib.test](https://jib.test) | Small |\n',
    finds: ['4:4 address'],
  },
  {
    text: '- 🪁 [https://silk.test](https://silk.test)\n- [ ] [link](https://jib.test)\n',
    finds: ['1:7 address', '2:8 hollow'],
    note: 'An emoji or a checkbox is not a name.',
  },
  {
    text: '- [Learning to sew.](https://sew.test)\n- [絹：](https://silk.test)\n',
    finds: [],
    note: 'A title may end with a period.',
  },
  {
    text: `${'- [Silk](https://silk.test)\n'.repeat(9)}- **[Jib](https://jib.test)**\n`,
    finds: ['10:3 emphasis'],
    fixed: `${'- [Silk](https://silk.test)\n'.repeat(9)}- [Jib](https://jib.test)\n`,
  },
  {
    text: `${'- [Silk](https://silk.test)\n'.repeat(8)}${'- **[Jib](https://jib.test)**\n'.repeat(4)}`,
    finds: [],
    note: 'Some names are in bold on purpose here.',
  },
  {
    text: '- [Here Be Sails](https://here.test)\n- [Link](https://link.test/hero) - A hero.\n',
    options: { ignore: ['Link'] },
    finds: [],
  },
  {
    text: '- **[Silk](https://silk.test)** - Costly.\n- [silk.test](https://silk.test) - A shop called by its address.\n',
    finds: [],
  },
];
