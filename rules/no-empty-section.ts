import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { List, Section, Tier } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { nodesIn } from '../src/text/document-order.js';
import { addTo } from '../src/text/group-by.js';
import { replaceComments } from '../src/text/html-comments.js';

export default defineRule({
  id: 'no-empty-section',
  topic: 'sections',
  summary: 'Fill or remove empty sections',
  why: 'Readers who open the section find nothing.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'off',
    default: 'error',
  },
  fix: 'suggest',
  messages: {
    empty: 'Section `{title}` is empty; add an entry or remove the heading',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n<!-- Entries will follow. -->\n\n## Spars\n\n<!-- - [Ash](https://ash.example/) -->\n',
      finds: ['7:1 empty'],
      fixed: '# Kites\n\n## Sails\n\n<!-- Entries will follow. -->\n',
      note: 'A comment that says so keeps a section; a disabled entry does not.',
    },
    {
      text: '# Kites\n\n## Sails\n\n## Spars\n\n- [Ash](https://ash.example/) - Bends well.\n',
      finds: ['3:1 empty'],
      fixed: '# Kites\n\n## Spars\n\n- [Ash](https://ash.example/) - Bends well.\n',
    },
    {
      text: '# Kites\n\n## Contents\n\n- [Sails](#sails)\n- [Spars](#spars)\n\n## Sails\n\nCloth.\n\n## Spars\n\n---\n',
      finds: ['12:1 empty'],
      fixed: '# Kites\n\n## Contents\n\n- [Sails](#sails)\n\n## Sails\n\nCloth.\n',
      note: 'A thematic break is not content.',
    },
    { text: '# Kites\n\n## Sails\n\nSewn by hand, mostly.\n\n## Spars\n\n- [Ash](https://ash.example/)\n', finds: [] },
    {
      text: '# Kites\n\n## Parts\n\n### Sails\n\n- [Ripstop](https://cloth.example/) - Light.\n',
      finds: [],
      note: 'Content in a subsection counts.',
    },
    { text: '# Kites\n\n## Gallery\n\n![A red delta](delta.png)\n', finds: [], note: 'So does an image.' },
    {
      text: '# Kites\n\n## Before you start\n\n- [Sails](#sails)\n- [Spars](#spars)\n- [Line](#line)\n\n## Sails\n\nA.\n\n## Spars\n\nB.\n\n## Line\n\nC.\n',
      finds: [],
      note: 'Links to other sections are content.',
    },
    { text: '# Kites\n', finds: [], note: 'The title is not a section.' },
    { text: '# Kites\n\n#### Please read this before you add one!\n', finds: [], note: 'Nor is a sentence.' },
  ],
  check({ list, report }) {
    const lines = contentsLines(list);
    for (const node of [...list.sections, ...list.tiers]) {
      if (node.children.length > 0 || [...node.prose, ...contentsOf(list, node)].some((place) => says(list, place)))
        continue;
      if (node.type === 'section' && (node.role === 'contents' || node.form === 'item')) continue;
      if (node.type === 'tier' && node.form === 'item') continue;
      if (isKept(list, node)) continue;
      const title = node.type === 'section' ? node.title : node.label;
      // A whole sentence written as a heading is prose.
      const third = /\s\S+\s(.*)/u.exec(title)?.[1] ?? '';
      if (/[.!?。！？](?:\s|["')]*$)/u.test(third)) continue;
      const edits = removal(list.text, node, lines);
      report({ message: 'empty', at: node.heading, data: { title }, fix: { safe: false, edits } });
    }
  },
});

/** Lists of links to sections, which are neither entries nor prose. */
function contentsOf(list: List, { position }: Section | Tier): readonly Position[] {
  return nodesIn(list.contents, position).map((contents) => contents.position);
}

/** A line across the page or a comment says nothing. */
function says(list: List, { start, end }: Position): boolean {
  const source = replaceComments(list.text.slice(start.offset, end.offset), () => '');
  return !/^[\s>*_-]*$/.test(source);
}

/** True where a comment below the heading has words, other than a directive or a disabled link: the section is to be filled. */
function isKept({ text }: List, { heading }: Section | Tier): boolean {
  const after = text.slice(heading.end.offset, heading.end.offset + 500);
  const words = /^\s*<!--(.*?)-->/s.exec(after)?.[1] ?? '';
  if (/\]\(|:\/\/|^\s*(?:lint|listwright|markdownlint|prettier)\b/i.test(words)) return false;
  return /\p{L}{2}.*\s.*\p{L}{2}|\p{Script=Han}{2}/su.test(words);
}

/** Removes the section and the lines of tables of contents that lead to it. */
function removal(text: string, node: Section | Tier, lines: ReadonlyMap<string, readonly Edit[]>): readonly Edit[] {
  const end = node.position.end.offset + blankLines(text.slice(node.position.end.offset));
  const before =
    /(?:\r?\n[ \t]*)*$/.exec(
      text.slice(Math.max(0, node.position.start.offset - 99), node.position.start.offset),
    )?.[0] ?? '';
  // At the end of the file the blank lines above the heading go as well.
  const surplus = end === text.length ? before.length - (/\r?\n/.exec(before)?.[0].length ?? 0) : 0;
  const section = { start: node.position.start.offset - surplus, end, text: '' };
  return [section, ...(node.slug === null ? [] : (lines.get(node.slug) ?? []))];
}

/** Removes, of each table of contents, the first line that leads to a fragment; lines with others below them stay. */
function contentsLines({ text, contents }: List): ReadonlyMap<string, readonly Edit[]> {
  const lines = new Map<string, Edit[]>();
  for (const { items, plain } of contents) {
    const seen = new Set<string>();
    for (const [index, { fragment, depth, position }] of items.entries()) {
      if (!plain || fragment === null || seen.has(fragment)) continue;
      seen.add(fragment);
      if ((items[index + 1]?.depth ?? 0) > depth) continue;
      const rest = /^[ \t]*(?:\r?\n)?/.exec(text.slice(position.end.offset))?.[0] ?? '';
      const start = position.start.offset - (position.start.column - 1);
      addTo(lines, fragment, { start, end: position.end.offset + rest.length, text: '' });
    }
  }
  return lines;
}

function blankLines(text: string): number {
  return /^(?:[ \t]*\r?\n)*/.exec(text)?.[0].length ?? 0;
}
