import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { List } from '../src/model/list.js';
import type { Block } from '../src/model/markdown.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { textsIn } from '../src/rule-kit/visible-text.js';
import { firstFrom } from '../src/text/document-order.js';
import { partitionPoint } from '../src/text/partition-point.js';

export default defineRule({
  id: 'no-emphasis-heading',
  topic: 'sections',
  summary: 'Use headings instead of bold lines',
  why: 'A bold line has no anchor and is not in the outline, so readers cannot link or jump to it.',
  severity: { strict: 'warning', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    hidden: 'Bold line `{title}` is used as a heading; make it a level-{depth} heading',
    many: '{count} bold lines are used as headings (first: `{title}`); make them headings',
  },
  options: v.object({
    allowGroups: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Allow bold lines directly above a heading, and labels that end with a colon.'),
      ),
      true,
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n\n**Tools**\n\n- [Hem](https://hem.example/)\n',
      finds: ['7:1 hidden'],
      fixed: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n\n### Tools\n\n- [Hem](https://hem.example/)\n',
    },
    {
      text: '# Kites\n\n## Sails\n\nA.\n\n__Tools:__\n\n- [Hem](https://hem.example/)\n',
      options: { allowGroups: false },
      finds: ['7:1 hidden'],
      fixed: '# Kites\n\n## Sails\n\nA.\n\n### Tools\n\n- [Hem](https://hem.example/)\n',
    },
    {
      text: `# Kites\n\n## Sails\n${'\n**Tools**\n\n- [Hem](https://hem.example/)\n'.repeat(21)}`,
      finds: ['5:1 many'],
      fixed: `# Kites\n\n## Sails\n${'\n### Tools\n\n- [Hem](https://hem.example/)\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\n**Table of Contents**\n\n- [Sails](#sails)\n\n## Sails\n\nA.\n',
      finds: [],
      note: 'A label that a tool generated.',
    },
    {
      text: '# Kites\n\n## Sails\n\n*Cloth that holds the wind*\n\n- [Silk](https://silk.example/)\n',
      finds: [],
      note: 'Italics below a heading describe the section.',
    },
    {
      text: '# Kites\n\n**Makers**\n\n## Sails\n\n**Tools:**\n\n- [Hem](https://hem.example/)\n\n**[⬆ back to top](#kites)**\n\n- [Silk](https://silk.example/)\n',
      finds: [],
      note: 'A group of sections, a label, and a link back.',
    },
    {
      text: '# Kites\n\n## Contents\n\n**Cloth**\n\n- [Sails](#sails)\n- [Lines](#lines)\n\n## Sails\n\nA.\n\n## Lines\n\n**Do knots slip?**\n\nSome do.\n',
      finds: [],
      note: 'A group in the table of contents, and a question.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- Cloth\n\n  **Tools**\n\n  - [Hem](https://hem.example/)\n\n> **Note**\n>\n> Mind the wind.\n',
      finds: [],
    },
  ],
  check({ list, options, foldOver, report }) {
    const found = list.blocks.flatMap((block, index) => {
      const [before, after] = [list.blocks[index - 1], list.blocks[index + 1]];
      if (!block.emphasised || block.items > 0 || block.quoted || after === undefined) return [];
      return isHidden(block, before, after, list, options.allowGroups) ? [block] : [];
    });
    const titled = found.flatMap((block) => {
      const depth = depthAt(block, list);
      return depth === null ? [] : [{ block, depth, title: titleOf(block, list), fix: rewrite(block, depth, list) }];
    });
    const [first, ...others] = titled;
    if (first !== undefined && titled.length > foldOver) {
      const places = others.map(({ block }) => block.position);
      const edits = titled.flatMap(({ fix }) => fix.edits);
      const data = { count: titled.length, title: first.title };
      report({ message: 'many', at: first.block.position, places, fix: { safe: false, edits }, data });
      return;
    }
    for (const { block, depth, title, fix } of titled)
      report({ message: 'hidden', at: block.position, fix, data: { title, depth } });
  },
});

/** The label of a table of contents, as programs write it. */
const contentsLabel = /^(?:table of )?contents$/i;

/** True for a short bold name on a line of its own with something of the same section below it. */
function isHidden(block: Block, before: Block | undefined, after: Block, list: List, allowGroups: boolean): boolean {
  const { start, end } = block.position;
  const title = titleOf(block, list);
  const isBold = /^(?:\*\*|__)/.test(list.text.slice(start.offset, start.offset + 2));
  if (!isBold || start.line !== end.line || !/\p{L}/u.test(title) || title.length > 60) return false;
  if (contentsLabel.test(title)) return false;
  if (
    before?.kind === 'html' &&
    isTocComment(list.text.slice(before.position.start.offset, before.position.end.offset))
  )
    return false;
  if (/\]\(|\]\[|<a\b|https?:/i.test(list.text.slice(start.offset, end.offset))) return false;
  // A sentence, a question or a remark is no name.
  if (/[.!?,;…]["')\]]*$|[。！？；]/u.test(title) || /[:：]\s*\S/u.test(title)) return false;
  if (allowGroups && (/[:：]$/u.test(title) || after.kind === 'heading')) return false;
  if (after.kind === 'paragraph' && after.items === 0) {
    // Above text only what is set off from a paragraph before it, and not the line of a header.
    if (title.split(/\s+/).length > 5 || before === undefined || before.kind === 'heading' || after.emphasised)
      return false;
  } else if (after.items === 0 && after.kind !== 'table' && after.kind !== 'heading') return false;
  return true;
}

/** True for HTML with a comment by which a program finds the table of contents, whose label it wrote. */
function isTocComment(html: string): boolean {
  return html.split('\n').some((line) => line.includes('<!--') && /toc/i.test(line.slice(line.indexOf('<!--'))));
}

/** One deeper than the heading above; null in the table of contents, in sections about the list, and below level 6. */
function depthAt({ position }: Block, { headings, contents }: List): number | null {
  const { line, offset } = position.start;
  const above = headings[firstFrom(headings, offset) - 1];
  if (above === undefined) return 2;
  const next = partitionPoint(contents.length, (index) => (contents[index]?.position.end.offset ?? 0) <= offset);
  const isGroup = (contents[next]?.position.start.line ?? Number.POSITIVE_INFINITY) <= line + 2;
  if (isGroup && above.node !== null) return null;
  const isAside = above.node?.type === 'section' && above.node.role !== 'content';
  return isAside || above.depth > 5 ? null : above.depth + 1;
}

function titleOf({ position }: Block, list: List): string {
  const spans = textsIn(list, position);
  return spans
    .map(({ text }) => text)
    .join('')
    .trim();
}

function rewrite({ position: { start, end } }: Block, depth: number, { text }: List): Fix {
  const source = text.slice(start.offset, end.offset);
  const marks = /^[*_]+/.exec(source)?.[0].length ?? 0;
  const name = source.slice(marks, source.length - marks).replace(/(?<!\s)\s*(?:[:：]\s*)?$/u, '');
  return { safe: false, edits: [{ start: start.offset, end: end.offset, text: `${'#'.repeat(depth)} ${name}` }] };
}
