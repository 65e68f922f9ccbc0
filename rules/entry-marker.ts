import { defineRule } from '../src/rule-kit/define-rule.js';
import { groupBy } from '../src/text/group-by.js';
import { gapOf, type MarkerFault, markerFaults } from './entry-marker/faults.js';
import { marginOf } from './entry-marker/moves.js';
import { options } from './entry-marker/options.js';

export default defineRule({
  id: 'entry-marker',
  topic: 'entries',
  summary: 'Use one bullet character, followed by one space',
  why: 'Changing the bullet starts a new list in Markdown, and mixed indentation can nest items under the wrong parent.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['space', 'markup'],
  messages: {
    bullet: 'This item uses the bullet `{found}`; use `{expected}`',
    gap: 'More than one space after the bullet; use one',
    indent: 'This item is indented, although it is not nested; remove the indentation',
    nesting: 'This item is indented by {found} instead of {expected}',
    double: 'Two bullets on one line; keep one',
    many: '{count} items {what}',
  },
  options,
  presetOptions: { strict: { style: '-', nested: 'same', spacing: 'single', margin: 'none' } },
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
  learn: {
    style: (list) => list.items.flatMap(({ marker, depth }) => (depth === 1 && marker.length === 1 ? [marker] : [])),
    spacing: (list) => list.items.map((item) => (gapOf(item, list) === 1 ? 'single' : 'off')),
    margin: (list) =>
      list.items.flatMap((item) => (item.depth > 1 ? [] : [marginOf(item, list) === '' ? 'none' : 'off'])),
  },
  examples: [
    {
      text: 'Silk[^1]\n\n[^1]: Costly.\n\n    - [Silk](https://silk.test)\n\n## Sails\n\n  - [Jib](https://jib.test)\n',
      options: { style: '-', margin: 'none', nested: 'same' },
      finds: ['9:3 indent'],
      fixed: 'Silk[^1]\n\n[^1]: Costly.\n\n    - [Silk](https://silk.test)\n\n## Sails\n\n- [Jib](https://jib.test)\n',
      note: 'Items of a footnote are indented.',
    },
    {
      text: '## Sails\n\n* [Silk](https://silk.test)\n* [Jib](https://jib.test)\n  + [Storm jib](https://storm.test)\n',
      options: { style: '-', nested: 'same' },
      finds: ['3:1 bullet', '4:1 bullet', '5:3 bullet'],
      fixed:
        '## Sails\n\n- [Silk](https://silk.test)\n- [Jib](https://jib.test)\n  - [Storm jib](https://storm.test)\n',
    },
    {
      text: '* A\n* B\n\n- C\n* D\n',
      options: { style: '-', nested: 'same' },
      finds: ['1:1 bullet', '2:1 bullet', '5:1 bullet'],
      fixed: '* A\n* B\n\n- C\n- D\n',
      note: 'With one bullet the first two lists would be one.',
    },
    {
      text: `${'- A\n'.repeat(9)}* B\n`,
      finds: ['10:1 bullet'],
      fixed: `${'- A\n'.repeat(9)}- B\n`,
    },
    {
      text: `${'- A\n'.repeat(9)}\nBe kind.\n\n* B\n`,
      finds: [],
      note: 'A separate list.',
    },
    {
      text: ' -  [Silk](https://silk.test)\n    - [Red](https://red.test)\n',
      options: { nested: 'same', spacing: 'single', margin: 'none' },
      finds: ['1:2 gap', '1:2 indent'],
      fixed: '- [Silk](https://silk.test)\n   - [Red](https://red.test)\n',
    },
    {
      text: '- [Silk](https://silk.test)\n\nB\n\n  - [Jib](https://jib.test)\n   ---\n',
      options: { margin: 'none', nested: 'same' },
      finds: ['5:3 indent'],
      note: 'The rule below would become part of the item.',
    },
    {
      text: '  - Silk,\nsoft\n  - Jib\n\nB\n\n  - Gaff\n  - Kit\n',
      options: { margin: 'none', nested: 'same' },
      finds: ['1:3 indent', '3:3 indent', '7:3 indent', '8:3 indent'],
      fixed: '  - Silk,\nsoft\n  - Jib\n\nB\n\n- Gaff\n- Kit\n',
      note: 'Items of one list are moved together or not at all.',
    },
    {
      text: '-    Silk\n   - Jib\n\nB\n\n-    Gaff\n     - Kit\n',
      options: { spacing: 'single', margin: 'off', nested: 'same' },
      finds: ['1:1 gap', '6:1 gap'],
      fixed: '-    Silk\n   - Jib\n\nB\n\n- Gaff\n     - Kit\n',
      note: 'With one space the second item would become a child of the first.',
    },
    { text: '- - [Silk](https://silk.test)\n', finds: ['1:1 double'] },
    { text: `${'- A\n  - B\n'.repeat(10)}- A\n    - C\n`, options: { nesting: 'consistent' }, finds: ['22:5 nesting'] },
    {
      text: '* [Silk](https://silk.test)\n'.repeat(21),
      options: { style: '-', nested: 'same' },
      finds: ['1:1 many'],
      fixed: '- [Silk](https://silk.test)\n'.repeat(21),
      note: 'More than five of one kind are one finding.',
    },
    { text: `${'* A\n'.repeat(10)}`, finds: [], note: 'The bullet of this list.' },
    { text: `${'- A\n'.repeat(6)}\n${'* A\n'.repeat(6)}`, finds: [], note: 'No bullet is used consistently.' },
    {
      text: `${'- A\n  * B\n'.repeat(10)}`,
      finds: [],
      note: 'Nested items may have a bullet that differs from the one above.',
    },
    {
      text: `${'- A\n  * B\n'.repeat(21)}- A\n  + B\n`,
      options: { style: '-', nested: 'same' },
      finds: ['2:3 many', '44:3 bullet'],
      fixed: `${'- A\n  - B\n'.repeat(22)}`,
    },
    {
      text: `${'- A\n'.repeat(10)}\nB\n\n  - C\n  - D\n`,
      finds: [],
      note: 'A list that is indented as a whole.',
    },
    {
      text: `B\n\n - C\n${'- A\n'.repeat(10)}`,
      finds: ['3:2 indent'],
      fixed: `B\n\n- C\n${'- A\n'.repeat(10)}`,
    },
    { text: ` *  A\n *  B\n`.repeat(5), finds: [], note: 'Wide bullets and a margin throughout are a style.' },
    { text: '- A\n  - B\n\n1. One\n   - C\n', finds: [], note: 'Numbers are not bullets, and need more space.' },
    {
      text: '> - A quoted item.\n\n-     code\n',
      options: { spacing: 'single' },
      finds: [],
      note: 'Five spaces make code.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const faults = markerFaults(list, options);
    for (const group of groupBy(
      faults,
      ({ id, found, expected }) => `${id} ${id === 'bullet' ? found : ''} ${expected}`,
    ).values()) {
      const [first, ...rest] = group;
      if (first === undefined) continue;
      const fixOf = (ones: readonly MarkerFault[]) => {
        // Items that are moved together share their edits.
        const edits = [...new Set([...new Set(ones.map((one) => one.edits))].flat())];
        return edits.length === 0 ? null : { safe: true, edits };
      };
      const { id } = first;
      if (group.length > foldOver) {
        const places = rest.map((one) => one.at);
        report({
          message: 'many',
          at: first.at,
          places,
          fix: fixOf(group),
          data: { count: group.length, what: many[id](first) },
        });
        continue;
      }
      for (const one of group) {
        const { at, found, expected } = one;
        if (id === 'bullet' || id === 'nesting')
          report({ message: id, at, fix: fixOf([one]), data: { found, expected } });
        else report({ message: id, at, fix: fixOf([one]) });
      }
    }
  },
});

const many: Readonly<Record<MarkerFault['id'], (one: MarkerFault) => string>> = {
  bullet: ({ found, expected }) => `use the bullet \`${found}\`; use \`${expected}\``,
  gap: () => 'have more than one space after the bullet; use one',
  indent: () => 'are indented, although they are not nested; remove the indentation',
  nesting: ({ expected }) => `are not indented by ${expected}, as other nested items are`,
  double: () => 'have two bullets on one line; keep one',
};
