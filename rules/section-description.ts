import * as v from 'valibot';
import { type List, type Section, sectionOf } from '../src/model/list.js';
import type { Block } from '../src/model/markdown.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { textsIn } from '../src/rule-kit/visible-text.js';
export default defineRule({
  id: 'section-description',
  topic: 'sections',
  summary: 'Start every section with a description',
  why: 'A title alone does not tell newcomers what the entries have in common, or whom they are for.',
  severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'info' },
  fix: 'none',
  supersededBy: ['no-empty-section'],
  messages: {
    missing: 'Section `{title}` has no description; add one below its heading',
    many: '{count} sections have no description (first: `{title}`); add one below each heading',
    style: 'The description of section `{title}` is {found} instead of {expected}',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['any', 'italic', 'plain']),
        v.description('Whether descriptions are in italics: `italic`, `plain` or `any`.'),
      ),
      'any',
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\nCloth that holds the wind.\n\n- [Silk](https://silk.example/)\n\n## Spars\n\n- [Ash](https://ash.example/)\n',
      finds: ['9:1 missing'],
    },
    {
      text: '# Kites\n\n## Sails\n\n_Cloth that holds the wind._\n\n- [Silk](https://silk.example/)\n\n## Spars\n\nWhat keeps the cloth in shape.\n\n- [Ash](https://ash.example/)\n',
      options: { style: 'italic' },
      finds: ['11:1 style'],
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n\n## Spars\n\n![](spar.png)\n\n- [Ash](https://ash.example/)\n',
      finds: ['3:1 many'],
      note: 'A list without any is one finding.',
    },
    {
      text: '# Kites\n\n## Parts\n\nAll that a kite is made of.\n\n### Sails\n\n- [Silk](https://silk.example/)\n\n### Spars\n\n- [Ash](https://ash.example/)\n',
      finds: [],
      note: 'The description of a section covers its subsections.',
    },
    {
      text: '# Kites\n\n## Sails\n\n> Cloth that holds the wind.\n\n- [Silk](https://silk.example/)\n\n## More\n\n### Spars\n\nWhat keeps the cloth in shape.\n\n- [Ash](https://ash.example/)\n\n## License\n\n- [MIT](https://mit.example/)\n',
      finds: [],
      note: 'A section that only holds other sections, and one about the list itself, need none.',
    },
    {
      text: '# 风筝\n\n## 风筝布\n\n迎风的布料。\n\n- [丝](https://silk.example/)\n',
      finds: [],
    },
  ],
  check({ list, options, foldOver, report }) {
    const paragraphs = new Map<number, Block>();
    for (const block of list.blocks) if (block.kind === 'paragraph') paragraphs.set(block.position.start.offset, block);
    const described = new Map<Section, Block | null>();
    for (const section of list.sections) described.set(section, descriptionOf(section, paragraphs, list));
    const judged = list.sections.filter((section) => isJudged(section));
    const missing = judged.filter((section) => !isCovered(section, described));
    const [first] = missing;
    if (
      first !== undefined &&
      missing.length > 1 &&
      foldOver !== Number.POSITIVE_INFINITY &&
      (missing.length > foldOver || missing.length * 5 >= judged.length * 4)
    ) {
      const places = missing.slice(1).map((section) => section.heading);
      report({ message: 'many', at: first.heading, places, data: { title: first.title, count: missing.length } });
    } else {
      for (const { title, heading } of missing) report({ message: 'missing', at: heading, data: { title } });
    }
    if (options.style === 'any') return;
    const [found, expected] = options.style === 'italic' ? ['plain', 'in italics'] : ['in italics', 'plain'];
    for (const section of judged) {
      const block = described.get(section) ?? null;
      if (block === null || block.emphasised === (options.style === 'italic')) continue;
      report({ message: 'style', at: block.position, data: { title: section.title, found, expected } });
    }
  },
});

/** Sections under a heading that hold entries or tiers themselves. */
function isJudged({ role, form, children }: Section): boolean {
  return (
    role === 'content' && (form === 'heading' || form === 'html') && children.some((child) => child.type !== 'section')
  );
}

/** True when the section or one around it is described. */
function isCovered(section: Section, described: ReadonlyMap<Section, Block | null>): boolean {
  for (let one: Section | null = section; one !== null; one = sectionOf(one)) {
    if ((described.get(one) ?? null) !== null) return true;
  }
  return false;
}

/** The first paragraph with words of its own before everything else in the section. */
function descriptionOf({ prose, children }: Section, paragraphs: ReadonlyMap<number, Block>, list: List): Block | null {
  const end = children[0]?.position.start.offset ?? Number.POSITIVE_INFINITY;
  for (const position of prose) {
    if (position.start.offset >= end) return null;
    const block = paragraphs.get(position.start.offset);
    const words = textsIn(list, position)
      .map((span) => span.text)
      .join('');
    if (block !== undefined && (words.match(/\p{L}/gu)?.length ?? 0) > 3) return block;
  }
  return null;
}
