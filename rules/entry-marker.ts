import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { groupBy } from '../src/text/group-by.js';
import { type MarkerFault, markerFaults } from './entry-marker/faults.js';

export default defineRule({
  id: 'entry-marker',
  topic: 'entries',
  summary: 'Begin every item with the same bullet, one space behind it',
  why: 'Lists that mix bullets and indents are read as other lists than were meant, and each change of one looks like a change of all.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['space', 'markup'],
  messages: {
    bullet: 'This item begins with `{found}` where `{expected}` is the bullet; write `{expected}`',
    gap: 'There are {found} spaces behind this bullet where one is expected; take the others out',
    indent: 'This item is indented by {found} where the list begins at the margin; take the blanks out',
    nesting:
      'This item is indented by {found} below the one above, where {expected} is usual in this list; indent it alike',
    double: 'Two bullets stand on one line here; keep one',
    many: '{count} items have this fault, this one is the first: {what}; mend them all',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['-', '*', '+', 'consistent', 'off']),
        v.description('The bullet; `consistent` asks for the one that 80 % of at least ten items have.'),
      ),
      '-',
    ),
    nesting: v.optional(
      v.pipe(
        v.picklist(['consistent', 'off']),
        v.description('Ask nested items for the indent that most of them have.'),
      ),
      'off',
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { style: 'consistent' },
    strict: { style: '-' },
    list: { style: 'consistent' },
    roadmap: { style: 'consistent', nesting: 'consistent' },
  },
  learn: { style: (list) => list.items.map(({ marker }) => marker).filter((marker) => marker.length === 1) },
  init: {
    convention: {
      cases: 'items',
      does: (value) =>
        value === '-'
          ? 'begin with a hyphen'
          : value === '*'
            ? 'begin with an asterisk'
            : value === '+'
              ? 'begin with a plus sign'
              : null,
    },
  },
  examples: [
    {
      text: '## Sails\n\n* [Silk](https://silk.test)\n* [Jib](https://jib.test)\n  + [Storm jib](https://storm.test)\n',
      finds: ['3:1 bullet', '4:1 bullet', '5:3 bullet'],
      fixed:
        '## Sails\n\n- [Silk](https://silk.test)\n- [Jib](https://jib.test)\n  - [Storm jib](https://storm.test)\n',
    },
    {
      text: ' -  [Silk](https://silk.test)\n    - [Red](https://red.test)\n',
      finds: ['1:2 gap', '1:2 indent'],
      fixed: '- [Silk](https://silk.test)\n   - [Red](https://red.test)\n',
    },
    { text: '- - [Silk](https://silk.test)\n', finds: ['1:1 double'] },
    { text: `${'- A\n  - B\n'.repeat(10)}- A\n    - C\n`, options: { nesting: 'consistent' }, finds: ['22:5 nesting'] },
    {
      text: '* [Silk](https://silk.test)\n'.repeat(21),
      finds: ['1:1 many'],
      fixed: '- [Silk](https://silk.test)\n'.repeat(21),
    },
    { text: `${'* A\n'.repeat(10)}`, options: { style: 'consistent' }, finds: [] },
    { text: '- A\n  - B\n\n1. One\n   - C\n', finds: [], note: 'Numbers are no bullets, and are wider.' },
    { text: 'Sails.[^1]\n\n[^1]: Such as\n\n    - Silk\n', finds: [], note: 'The list belongs to the footnote.' },
    { text: '> - A quoted item.\n\n-     code\n', finds: [], note: 'Five blanks make code.' },
  ],
  check({ list, options, foldOver, report }) {
    const groups = groupBy(markerFaults(list, options.style, options.nesting === 'consistent'), ({ id }) => id);
    for (const [id, group] of groups) {
      const [first, ...rest] = group;
      if (first === undefined) continue;
      const fixOf = (ones: readonly MarkerFault[]) => {
        const edits = ones.flatMap((one) => one.edits);
        return edits.length === 0 ? null : { safe: true, edits };
      };
      if (group.length > foldOver) {
        const data = { count: group.length, what: said[id](first) };
        report({ message: 'many', at: first.at, places: rest.map((one) => one.at), fix: fixOf(group), data });
        continue;
      }
      for (const one of group) {
        const { at, found, expected } = one;
        if (id === 'double') report({ message: id, at });
        else if (id === 'gap' || id === 'indent') report({ message: id, at, fix: fixOf([one]), data: { found } });
        else report({ message: id, at, fix: fixOf([one]), data: { found, expected } });
      }
    }
  },
});

const said: Readonly<Record<MarkerFault['id'], (one: MarkerFault) => string>> = {
  bullet: ({ found, expected }) => `\`${found}\` where \`${expected}\` is the bullet`,
  gap: () => 'several spaces behind the bullet',
  indent: () => 'blanks before the bullet, where the list begins at the margin',
  nesting: ({ expected }) => `another indent than the usual ${expected}`,
  double: () => 'two bullets on one line',
};
