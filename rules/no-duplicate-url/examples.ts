import type { Example } from '../../src/model/rule.js';

/** The examples of the rule. */
export const examples: readonly Example[] = [
  {
    text: '## A\n\n- [Pot](https://pot.test/) - Clay.\n- [Cup](https://cup.test) - Clay.\n- [The pot](http://www.pot.test) - Iron.\n',
    finds: ['5:3 copied'],
  },
  {
    text: '## A\n\n- [Pot](https://github.com/Kiln/Pot.git) - Clay.\n- [Kiln Pot](https://github.com/kiln/pot#readme) - Clay.\n',
    finds: ['4:3 copied'],
  },
  {
    text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Pot](https://pot.test) - Clay.\n',
    finds: ['4:3 duplicate'],
    fixed: '## A\n\n- [Pot](https://pot.test) - Clay.\n',
    note: 'An identical line can be removed.',
  },
  {
    text: `## A\n\n${'- [Pot](https://pot.test) - Clay.\n'.repeat(3)}- [Cup](https://cup.test) - Thin.\n\n- [Cup](https://cup.test) - Tall.\n- [cup](http://cup.test) - Old.\n`,
    finds: ['4:3 copies', '8:3 copies'],
    fixed:
      '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Cup](https://cup.test) - Thin.\n\n- [Cup](https://cup.test) - Tall.\n- [cup](http://cup.test) - Old.\n',
    note: 'All copies of an entry are one finding.',
  },
  {
    text: `## A\n\n${twice(21)}`,
    finds: ['4:3 doubled'],
    fixed: `## A\n\n${twice(21, 1)}`,
  },
  {
    text: '## A\n\n- [One](https://v.test/?v=1)\n- [Two](https://v.test/?v=2) - As [One](https://v.test/?v=1).\n- [Part](https://v.test/#p)\n',
    finds: [],
    note: 'Different queries and fragments are different pages, and a description may link to another entry.',
  },
  {
    text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Iron.\n',
    options: { scope: 'section' },
    finds: [],
  },
  {
    text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Clay.\n',
    options: { graded: true },
    finds: ['7:3 elsewhere'],
    note: 'It may belong in both sections.',
  },
  {
    text: crossListed(21, 'Iron', 620),
    finds: ['647:3 again'],
    note: 'Each has a description for its section, which may be on purpose.',
  },
  {
    text: crossListed(5, 'Iron', 139),
    options: { graded: true },
    finds: [],
    note: 'With this many repeats, the list repeats on purpose.',
  },
  { text: crossListed(5, 'Iron', 140), options: { graded: true }, finds: ['151:3 manyElsewhere'] },
  {
    text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Clay.\n',
    options: { graded: true, crossList: false },
    finds: ['7:3 duplicate'],
    note: 'This list accepts no entry in two sections.',
  },
  {
    text: '## Highlights\n\n- [Pot](https://pot.test)\n- [Cup](https://cup.test)\n- [Urn](https://urn.test)\n\n## Clay\n\n- [Pot](https://pot.test) - Round.\n\n## Glass\n\n- [Cup](https://cup.test) - Thin.\n- [Urn](https://urn.test) - Tall.\n- [urn](https://urn.test/) - Old.\n',
    finds: ['15:3 duplicate'],
    note: 'A section that comes first and shares much with the others is a selection, whatever its name. Two copies in one other section are still duplicates.',
  },
  {
    text: '## Clay\n\n- [Pot](https://pot.test)\n- [Cup](https://cup.test)\n- [Jar](https://jar.test)\n\n## Glass\n\n- [Cup](https://cup.test) - Thin.\n- [Urn](https://urn.test) - Tall.\n\n## Iron\n\n- [Urn](https://urn.test) - Tall.\n',
    finds: ['9:3 duplicate', '14:3 duplicate'],
    note: 'No section here is a selection.',
  },
  {
    text: `## Clay\n\n- [Clay and glass pots](https://pot.test)\n- [Kiln](https://kiln.test) - Burns clay.\n- [Wheel](https://wheel.test) - Turns.\n- [Sieve](https://sieve.test)\n${others(20)}\n## Glass\n\n- [Clay and glass pots](https://pot.test)\n- [Kiln](https://kiln.test) - Melts glasses.\n- [Wheel](https://wheel.test) - Cuts glass.\n\n## Iron\n\n- [Sieve](https://sieve.test)\n\n## Wood\n\n- [Sieve](https://sieve.test)\n${others(200)}`,
    finds: ['32:3 duplicate'],
    note: 'On purpose: a name with words of both sections, descriptions with words of their own sections, and an entry in three sections.',
  },
  {
    text: `## Must-read books\n\n- [Pot](https://pot.test) - Round.\n${others(20)}\n## Clay\n\n- [Pot](https://pot.test) - Old.\n- [Lids](https://cap.test) - Of clay or iron.\n- [Rims](https://rim.test) - Of clay.\n\n## Iron\n\n- [Lids](https://cap.test) - Of clay or iron.\n- [Rims](https://rim.test) - Of clay.\n`,
    finds: ['34:3 duplicate'],
    note: 'A section of highlights, and a description about both sections.',
  },
  {
    text: `${crossListed(4, 'Clay', 140)}\n## C\n\n- [Lid](https://lid140.test/9)\n`,
    finds: [],
    note: 'A list that copies whole lines to another section does so on purpose.',
  },
  { text: crossListed(3, 'Clay', 140), options: { graded: true }, finds: ['149:3 manyElsewhere'] },
  {
    text: '## A\n\n- [Bits of glaze](https://github.com/kiln/wheelwork)\n- [All the Wheelwork](https://github.com/kiln/wheelwork)\n\n- [Jug](https://github.com/kiln/pottery)\n- [Jar](https://github.com/kiln/pottery)\n- [Wheelwork colors](https://github.com/kiln/wheelwork)\n',
    finds: ['4:3 copied'],
    note: 'One of two neighbors has the name of the repository; several parts of one have not.',
  },
  {
    text: `## Clay\n\n- [Clay and glass pots](https://pot.test)\n- [Cup](https://cup.test)\n${others(20)}\n## Glass\n\n- [Jug](https://jug.test)\n\n## Clay\n\n- [Clay and glass pots](https://pot.test)\n- [Cup](https://cup.test)\n`,
    finds: ['32:3 duplicate', '33:3 duplicate'],
    note: 'A section that is written twice.',
  },
  {
    text: '## A\n\n- [Glaze](https://github.com/kiln/glaze) - Library.\n\n## B\n\n- [Glaze Colors](https://github.com/kiln/glaze) - Its palette.\n',
    finds: [],
    note: 'A part of a repository is another thing.',
  },
  {
    text: '## A\n\n- [Throwing](https://clay.test/course) - A course.\n  - [Lesson 1](https://clay.test/course) - Wedging.\n- [Pot 1](https://pot.test/news) - [Plan](https://pot.test/1)\n- [Pot 2](https://pot.test/news) - [Plan](https://pot.test/2)\n\n## B\n\n- [Throwing](https://clay.test/course) - See [above](#a).\n',
    finds: [],
    note: 'A course and its first lesson, two releases with one announcement, and a reference.',
  },
  {
    text: '## Overview\n\n- [Pot](https://pot.test)\n- [Cup](https://cup.test)\n- [Urn](https://urn.test)\n\n## Pot\n\n- [Pot](https://pot.test) - Clay.\n- [Jug](https://jug.test) - Red.\n- [Jar](https://jar.test) - Red.\n\n## [Cup](https://cup.test)\n\nGlass.\n\n## More\n\n- [Jar](https://jar.test) - Already mentioned above.\n- [Jug](https://jug.test) - Seen from above.\n',
    options: { crossList: false },
    finds: ['20:3 duplicate'],
    note: 'An overview whose entries have sections for themselves, and an entry that refers to an earlier one.',
  },
  {
    text: '## A\n\n- [Throwing Clay](https://clay.test/course) - A course.\n- [Wheel Lessons](https://clay.test/course) - Wedging.\n',
    finds: ['4:3 copied'],
    note: 'One of the two URLs may be a copy.',
  },
  {
    text: '## A\n\n- [Pot](https://old.test/pot) - Clay.\n- [Pot](https://pot.test/) - Clay.\n',
    verdicts: {
      'https://old.test/pot': { verdict: 'moved', reason: 'permanent-redirect', finalUrl: 'https://pot.test/' },
    },
    finds: ['4:3 redirect'],
  },
  {
    text: '# Pots\n\nBuy a [pot](https://pot.test/?a=1&b=2), see [below](#a) and [again](#a).\n\n## A\n\n- [Pot](https://pot.test/?b=2&a=1) - Clay.\n\n| Cup |\n| --- |\n| [Cup](https://cup.test/index.html) and [mug](https://cup.test) |\n',
    options: { among: 'links' },
    finds: ['3:61 target', '7:3 duplicate', '11:42 duplicate'],
  },
  {
    text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Cup](https://cup.test) - Like [Pot](https://pot.test).\n- ![Pot](https://pot.test)\n- [Urn][pot]\n\n[pot]: https://pot.test\n',
    options: { among: 'links', names: 'alike' },
    finds: [],
    note: 'Links in descriptions, images and references may repeat a URL.',
  },
];

/** Entries that nothing else repeats. */
function others(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `- [Lid ${count}-${index}](https://lid${count}.test/${index})\n`,
  ).join('');
}

/** Entries, each of them so many times. */
function twice(count: number, times = 2): string {
  return Array.from({ length: count }, (_, index) =>
    `- [Urn ${index}](https://urn.test/${index}) - Clay.\n`.repeat(times),
  ).join('');
}

function crossListed(count: number, again = 'Clay', others = 0): string {
  const pots = (name: string, many: number, said: string): string =>
    Array.from({ length: many }, (_, index) => `- [${name} ${index}](https://${name}.test/${index}) - ${said}.\n`).join(
      '',
    );
  return `## A\n\n${pots('pot', count, 'Clay')}${pots('cup', others, 'Clay')}\n## B\n\n${pots('pot', count, again)}`;
}
