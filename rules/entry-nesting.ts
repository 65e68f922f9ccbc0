import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { nodeAround } from '../src/text/document-order.js';

export default defineRule({
  id: 'entry-nesting',
  topic: 'entries',
  summary: 'Limit how deeply lists are nested',
  why: 'Deeply nested lists are squeezed on a phone and hard to follow.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    deep: 'This list is nested {depth} levels deep (maximum {most}); turn its parent item into a section, or remove a level',
    many: '{count} lists are nested deeper than {most} levels; turn their parent items into sections, or remove a level',
  },
  options: v.object({
    max: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description('The maximum number of list levels, including the first.'),
      ),
      2,
    ),
    ...scopeOptions,
  }),
  presetOptions: { roadmap: { max: 3 } },
  examples: [
    {
      text: '## Sails\n\n- Silk\n  - Red\n    - [Dark](https://dark.test)\n    - [Light](https://light.test)\n',
      finds: ['5:5 deep'],
    },
    { text: '- Silk\n  - [Red](https://red.test)\n', options: { max: 1 }, finds: ['2:3 deep'] },
    { text: '- A\n  - B\n    - C\n\n\n'.repeat(21), finds: ['3:5 many'] },
    { text: '- Silk\n  - [Red](https://red.test)\n- Jib\n  - [Blue](https://blue.test)\n', finds: [] },
    { text: '- Silk\n  - Red\n    - [Dark](https://dark.test)\n', options: { max: 3 }, finds: [] },
    {
      text: '## Contents\n\n- [A](#a)\n  - [B](#b)\n    - [C](#c)\n\n## A\n\n### B\n\n#### C\n\n- [Silk](https://silk.test)\n',
      finds: [],
      note: 'A table of contents is as deep as the sections.',
    },
  ],
  check({ list, options, foldOver, report }) {
    // The first item of each list that is too deep represents it.
    const lists: (typeof list.items)[number][] = [];
    let above = 0;
    for (const item of list.items) {
      const isContents = nodeAround(list.contents, item.position.start.offset) !== undefined;
      if (item.depth === options.max + 1 && above <= options.max && !isContents) lists.push(item);
      above = item.depth;
    }
    const [first, ...rest] = lists;
    if (first !== undefined && lists.length > foldOver) {
      const places = rest.map((item) => lineOf(item.position, list.text));
      report({
        message: 'many',
        at: lineOf(first.position, list.text),
        places,
        data: { count: lists.length, most: options.max },
      });
      return;
    }
    for (const { depth, position } of lists) {
      report({ message: 'deep', at: lineOf(position, list.text), data: { depth, most: options.max } });
    }
  },
});

type NestedItem = {
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: NestedItem['start'];
};

/** The first line of an item. */
function lineOf({ start, end }: NestedItem, text: string): NestedItem {
  const line = /^[^\r\n]*/.exec(text.slice(start.offset, end.offset))?.[0].length ?? 0;
  return { start, end: { line: start.line, column: start.column + line, offset: start.offset + line } };
}
