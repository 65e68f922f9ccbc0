import * as v from 'valibot';
import type { Entry, Section } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { plural } from '../src/text/plural.js';

export default defineRule({
  id: 'section-size',
  topic: 'sections',
  summary: 'Keep sections neither too small nor too large',
  why: 'A section of one entry hardly needs a heading, and a very long one is hard to choose from.',
  severity: { strict: 'info', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'info' },
  fix: 'none',
  supersededBy: ['no-empty-section'],
  messages: {
    few: 'Section `{title}` has only {entries} (minimum {min}); add more, or merge it with another section',
    fewMany: '{count} sections have fewer than {min} entries (first: `{title}`); add more, or merge sections',
    many: 'Section `{title}` has {entries} (maximum {max}); split it',
    manyMany: '{count} sections have more than {max} entries (first: `{title}`); split them',
  },
  options: v.object({
    min: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.description('The minimum number of entries; 0 for no minimum.')),
      3,
    ),
    max: v.optional(
      v.nullable(
        v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1),
          v.description('The maximum number of entries; null for no maximum.'),
        ),
      ),
      null,
    ),
    ...scopeOptions,
  }),
  presetOptions: { roadmap: { max: 8 } },
  examples: [
    {
      text: `# Kites\n\n## Sails\n\n${entries(2)}\n## Spars\n\n${entries(3)}`,
      finds: ['3:1 few'],
    },
    {
      text: `# Kites\n\n## Sails\n\n${entries(9)}\n## Spars\n\n${entries(8)}`,
      options: { max: 8 },
      finds: ['3:1 many'],
    },
    {
      text: `# Kites\n\n## Sails\n\n| Name | Use |\n| --- | --- |\n| [Silk](https://silk.example/) | Cloth |\n| [Ash](https://ash.example/) | Spar |\n`,
      finds: ['3:1 few'],
      note: 'Rows are entries.',
    },
    {
      text: `# Kites\n\n${`## Sails\n\n${entries(1)}\n`.repeat(21)}${`## Spars\n\n${entries(4)}\n`.repeat(21)}`,
      options: { max: 3 },
      finds: ['3:1 fewMany', '87:1 manyMany'],
    },
    {
      text: `# Kites\n\n## Parts\n\n${entries(1)}\n### Sails\n\n${entries(3)}\n### Spars\n\n${entries(3)}`,
      finds: [],
      note: 'A section with subsections may itself have few entries.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/)\n  - [White](https://cloth.example/white)\n  - [Red](https://cloth.example/red)\n',
      finds: [],
      note: 'Entries below an entry count as well.',
    },
    {
      text: `# Kites\n\n## Sewing\n\nFold the hem twice.\n\nThen sew along the fold.\n\n${entries(1)}`,
      finds: [],
      note: 'A section of prose is not a list.',
    },
    { text: `# Kites\n\n## Contributing\n\n${entries(1)}\n## Sails\n\nNone yet.\n`, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const { min, max } = options;
    const few: Sized[] = [];
    const many: Sized[] = [];
    for (const section of list.sections) {
      const size = sizeOf(section);
      if (size === null) continue;
      if (size.all < min && section.prose.length < 2) few.push({ section, count: size.all });
      else if (max !== null && size.own > max) many.push({ section, count: size.own });
    }
    const places = (group: readonly Sized[]) => group.slice(1).map(({ section }) => section.heading);
    for (const [index, { section, count }] of few.entries()) {
      const { title, heading: at } = section;
      if (few.length <= foldOver)
        report({ message: 'few', at, data: { title, entries: plural(count, 'entry', 'entries'), min } });
      else if (index === 0)
        report({ message: 'fewMany', at, places: places(few), data: { title, count: few.length, min } });
    }
    for (const [index, { section, count }] of many.entries()) {
      const { title, heading: at } = section;
      if (many.length <= foldOver)
        report({ message: 'many', at, data: { title, entries: plural(count, 'entry', 'entries'), max: max ?? 0 } });
      else if (index === 0)
        report({ message: 'manyMany', at, places: places(many), data: { title, count: many.length, max: max ?? 0 } });
    }
  },
});

interface Sized {
  readonly section: Section;
  readonly count: number;
}

/** How many entries a section has itself and with what is nested; null for one that is no leaf, or that lists nothing. */
function sizeOf({ role, form, children }: Section): { readonly own: number; readonly all: number } | null {
  if (role !== 'content' || form === 'item') return null;
  const entries = children.filter((child) => child.type === 'entry');
  if (entries.length === 0 || entries.length < children.length || entries.every((entry) => entry.link === null))
    return null;
  const count = (nodes: readonly Entry[]): number =>
    nodes.reduce((sum, { children: inner }) => sum + 1 + count(inner), 0);
  return { own: entries.length, all: count(entries) };
}

function entries(count: number): string {
  return '- [Sail](https://sail.example/) - Cloth.\n'.repeat(count);
}
