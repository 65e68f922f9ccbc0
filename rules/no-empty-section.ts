import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { ContentsItem, List, Section, Tier } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
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
      report({ message: 'empty', at: node.heading, data: { title }, fix: { safe: false, edits: removal(list, node) } });
    }
  },
});

/** Lists of links to sections, which are neither entries nor prose. */
function contentsOf(list: List, { position }: Section | Tier): readonly Position[] {
  const within = ({ start, end }: Position) =>
    start.offset >= position.start.offset && end.offset <= position.end.offset;
  return list.contents.map((contents) => contents.position).filter(within);
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

/** Removes the section and the line of the table of contents that leads to it. */
function removal({ text, contents }: List, node: Section | Tier): readonly Edit[] {
  const end = node.position.end.offset + blankLines(text.slice(node.position.end.offset));
  const before =
    /(?:\r?\n[ \t]*)*$/.exec(
      text.slice(Math.max(0, node.position.start.offset - 99), node.position.start.offset),
    )?.[0] ?? '';
  // At the end of the file the blank lines above the heading go as well.
  const surplus = end === text.length ? before.length - (/\r?\n/.exec(before)?.[0].length ?? 0) : 0;
  const edits: Edit[] = [{ start: node.position.start.offset - surplus, end, text: '' }];
  for (const { items, plain } of contents) {
    const index = node.slug === null ? undefined : indexByFragment(items).get(node.slug);
    const item = index === undefined ? undefined : items[index];
    if (index === undefined || item === undefined || !plain || (items[index + 1]?.depth ?? 0) > item.depth) continue;
    const start = item.position.start.offset - (item.position.start.column - 1);
    const rest = /^[ \t]*(?:\r?\n)?/.exec(text.slice(item.position.end.offset));
    edits.push({ start, end: item.position.end.offset + (rest?.[0].length ?? 0), text: '' });
  }
  return edits;
}

const indices = new WeakMap<readonly ContentsItem[], ReadonlyMap<string, number>>();

/** The first item that leads to each fragment. */
function indexByFragment(items: readonly ContentsItem[]): ReadonlyMap<string, number> {
  const known = indices.get(items);
  if (known !== undefined) return known;
  const byFragment = new Map<string, number>();
  for (const [index, { fragment }] of items.entries())
    if (fragment !== null && !byFragment.has(fragment)) byFragment.set(fragment, index);
  indices.set(items, byFragment);
  return byFragment;
}

function blankLines(text: string): number {
  return /^(?:[ \t]*\r?\n)*/.exec(text)?.[0].length ?? 0;
}
