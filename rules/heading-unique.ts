import * as v from 'valibot';
import type { Heading } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { slugOf } from '../src/text/slug.js';

export default defineRule({
  id: 'heading-unique',
  topic: 'sections',
  summary: 'Give sibling sections different names',
  why: 'Of two headings with the same name, only the first has the expected anchor, and readers do not know which section to look in.',
  severity: { strict: 'warning', awesome: 'info', list: 'info', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  supersededBy: ['no-empty-section'],
  messages: {
    twice: 'The section on line {line} is also named `{title}`; rename one or merge them',
    anchor: 'Heading `{title}` has the same anchor, `#{slug}`, as the heading on line {line}; rename one',
    many: '{count} more headings share the anchor `#{slug}` with the heading on line {line}; make their names distinct',
  },
  options: v.object({
    scope: v.optional(
      v.pipe(
        v.picklist(['siblings', 'document']),
        v.description('`siblings` compares headings under the same heading, `document` all anchors of the file.'),
      ),
      'siblings',
    ),
    ...scopeOptions,
  }),
  examples: [
    { text: '# Kites\n\n## Tools\n\nA.\n\n## Spars\n\nB.\n\n## tools\n\nC.\n', finds: ['11:1 twice'] },
    {
      text: '# Kites\n\n## Sails\n\n### Goal\n\nA.\n\n## Spars\n\n### Goal!\n\nB.\n',
      options: { scope: 'document' },
      finds: ['11:1 anchor'],
    },
    {
      text: '# Kites\n\n## Sails\n\n### Goal\n\nA.\n\n## Spars\n\n### Goal\n\nB.\n\n## Line\n\n### Goal\n\nC.\n\n## Wind\n\n### Goal\n\nD.\n',
      options: { scope: 'document' },
      finds: ['11:1 many'],
    },
    {
      text: '# Kites\n\n## Sails\n\n### Tools\n\nA.\n\n## Spars\n\n### Tools\n\nB.\n',
      finds: [],
      note: 'Under different headings the same name is fine.',
    },
    { text: '# Kites\n\n## C\n\nA.\n\n## C++\n\nB.\n\n## C#\n\nC.\n', finds: [], note: 'Symbols make names distinct.' },
    {
      text: '# Kites\n\n## Sails\n\n### Beginner\n\n- [A](https://a.example/)\n\n### Advanced\n\n- [B](https://b.example/)\n\n## Spars\n\n### Beginner\n\n- [C](https://c.example/)\n\n### Advanced\n\n- [D](https://d.example/)\n',
      options: { scope: 'document' },
      finds: [],
      note: 'Tiers may repeat in every section.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const siblings = new Map<unknown, Map<string, Heading>>();
    const doubled = new Set<Heading>();
    for (const heading of list.headings) {
      const { node, depth, text, position } = heading;
      if (node?.type !== 'section') continue;
      const known = siblings.get(node.parent) ?? new Map<string, Heading>();
      siblings.set(node.parent, known);
      const name = text.trim().replace(/\s+/g, ' ').toLowerCase();
      const key = `${depth} ${name}`;
      const earlier = known.get(key);
      if (name === '') continue;
      if (earlier === undefined) known.set(key, heading);
      else {
        doubled.add(heading);
        const data = { title: text, line: earlier.position.start.line };
        report({ message: 'twice', at: position, either: [earlier.position], data });
      }
    }
    if (options.scope === 'siblings') return;
    const anchors = new Map<string, Heading[]>();
    for (const heading of list.headings) {
      const anchor = slugOf(heading.text);
      if (anchor === '' || heading.node?.type === 'tier' || doubled.has(heading)) continue;
      const group = anchors.get(anchor);
      if (group === undefined) anchors.set(anchor, [heading]);
      else group.push(heading);
    }
    for (const [anchor, [first, second, ...others]] of anchors) {
      if (first === undefined || second === undefined) continue;
      const at = second.position;
      const data = { slug: anchor, line: first.position.start.line };
      const either = [first.position];
      if (others.length < 2 || foldOver === Number.POSITIVE_INFINITY) {
        for (const heading of [second, ...others])
          report({ message: 'anchor', at: heading.position, either, data: { title: heading.text, ...data } });
      } else {
        const places = others.map(({ position }) => position);
        report({ message: 'many', at, places, either, data: { count: others.length + 1, ...data } });
      }
    }
  },
});
