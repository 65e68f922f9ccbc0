import * as v from 'valibot';
import type { Block } from '../src/model/markdown.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { textsIn } from '../src/rule-kit/visible-text.js';

/** More headings than this are one habit of the list. */
const mostMarked = 2;

export default defineRule({
  id: 'no-heading-in-list',
  topic: 'sections',
  summary: 'Keep headings out of list items',
  why: 'A heading inside an item breaks the outline, and many renderers display it too large or not at all.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    inside: 'Heading `{title}` is inside a list item; move it out of the list or make it plain text',
    underlined: '`{title}` becomes a heading because of the line below it; add an empty line between them',
    many: '{count} headings are inside list items (first: `{title}`); move them out of the list',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    { text: '# Kites\n\n- ### Sails\n  - [Silk](https://silk.example/)\n', finds: ['3:3 inside'] },
    {
      text: '# Kites\n\n1. Sew\n   1. # Hem\n2. Fly\n\n   #### With a friend\n',
      finds: ['4:7 inside', '7:4 inside'],
    },
    { text: '# Kites\n\n- [Silk](https://silk.example/)\n  ---\n', finds: ['3:3 underlined'] },
    { text: '# Kites\n\n- # Sails\n- # Spars\n- # Lines\n- Foil\n  ---\n', finds: ['3:3 many', '6:3 underlined'] },
    { text: `# Kites\n\n${'- ### Sails\n'.repeat(21)}`, finds: ['3:3 many'] },
    { text: '# Kites\n\n- [Silk](https://silk.example/)\n\n### Spars\n\n- [Ash](https://ash.example/)\n', finds: [] },
    { text: '# Kites\n\n- #sails is the channel for cloth\n- \\# is a number sign\n', finds: [] },
    { text: '# Kites\n\n- Sew it:\n\n  ```sh\n  # thread first\n  sew\n  ```\n', finds: [], note: 'Code.' },
    { text: '# Kites\n\n- [Silk](https://silk.example/)\n---\n', finds: [], note: 'A line that ends the list.' },
  ],
  check({ list, foldOver, report }) {
    const inside = list.blocks.filter(({ kind, items, quoted }) => kind === 'heading' && items > 0 && !quoted);
    const titleOf = ({ position }: Block): string =>
      textsIn(list, position)
        .map(({ text }) => text)
        .join('')
        .trim();
    const isMarked = ({ position }: Block): boolean => list.text[position.start.offset] === '#';
    const marked = inside.filter(isMarked);
    const [first, ...others] = marked;
    // GitHub shows the heading all the same, and a list may have all of its sections so.
    const atMost = 'info';
    if (first !== undefined && foldOver !== Number.POSITIVE_INFINITY && marked.length > mostMarked) {
      const places = others.map(({ position }) => position);
      const data = { count: marked.length, title: titleOf(first) };
      report({ message: 'many', at: first.position, places, atMost, data });
    } else {
      for (const block of marked)
        report({ message: 'inside', at: block.position, atMost, data: { title: titleOf(block) } });
    }
    for (const block of inside.filter((one) => !isMarked(one))) {
      report({ message: 'underlined', at: block.position, data: { title: titleOf(block) } });
    }
  },
});
