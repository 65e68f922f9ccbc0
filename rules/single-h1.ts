import * as v from 'valibot';
import type { Heading, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { textsIn } from '../src/rule-kit/visible-text.js';
import { demotion, isGroup, raise } from './single-h1/levels.js';

export default defineRule({
  id: 'single-h1',
  topic: 'sections',
  summary: 'Use one level-1 heading, the title, at the top',
  why: 'Search engines and screen readers take the level-1 heading as the name of the page.',
  severity: { strict: 'error', awesome: 'info', list: 'off', roadmap: 'off', minimal: 'off', default: 'error' },
  fix: 'suggest',
  messages: {
    missing: 'No title; start the file with a level-1 heading, such as `# Name of the list`',
    level: 'Title `{title}` is a level-{found} heading; make it level 1',
    late: 'Title `{title}` is after {what}; move it to the top',
    second: '`{title}` is a second level-1 heading; make it level 2',
    group: '`{title}` is a second level-1 heading; make it level 2, and its sections level 3',
    many: '{count} level-1 headings besides the title (first: `{title}`); demote each by one level',
  },
  options: v.object({
    first: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Require that the first heading is the title, and do not accept a Markdown image as title.'),
      ),
      false,
    ),
    several: v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          'Report several level-1 headings, which may be the style of the list, and not only a single one.',
        ),
      ),
      true,
    ),
    ...ignoreOption,
  }),
  presetOptions: {
    awesome: { several: false },
    strict: { several: true, first: true },
    list: { several: false },
    roadmap: { several: false },
  },
  examples: [
    { text: '![Kites](kites.svg)\n\n## Sails\n\nA.\n', options: { first: true }, finds: ['1:1 missing'] },
    { text: '## News\n\nB.\n\n# Kites\n\n## Sails\n\nA.\n', options: { first: true }, finds: ['5:1 late'] },
    { text: '## ![](k.svg)\n\n# Kites\n', options: { first: true }, finds: ['3:1 late'] },
    {
      text: '<div align="center"><img src="kites.svg" alt="Kites"></div>\n\n## Sails\n\nA.\n',
      options: { first: true },
      finds: [],
      note: 'A centered picture in HTML is a title for awesome-lint too.',
    },
    {
      text: '# Kites\n\n## Sails\n\nCloth.\n\n# Spars\n\n- [Ash](https://ash.example/)\n\n## Lines\n\nKnots.\n',
      finds: ['7:1 second'],
      fixed: '# Kites\n\n## Sails\n\nCloth.\n\n## Spars\n\n- [Ash](https://ash.example/)\n\n## Lines\n\nKnots.\n',
    },
    {
      text: '# Kites\n\n## Sails\n\nCloth.\n\n# Parts\n\nTo buy.\n\n## Lines\n\nKnots.\n\n## Spars\n\nWood.\n',
      finds: ['7:1 group'],
      fixed: '# Kites\n\n## Sails\n\nCloth.\n\n## Parts\n\nTo buy.\n\n### Lines\n\nKnots.\n\n### Spars\n\nWood.\n',
      note: 'Its sections would be next to it on level 2.',
    },
    {
      text: '# Kites\n\n# Introduction\n\nHow to fly.\n\n## Lines\n\nKnots.\n\n## Spars\n\nWood.\n',
      finds: ['3:1 second'],
      fixed: '# Kites\n\n## Introduction\n\nHow to fly.\n\n## Lines\n\nKnots.\n\n## Spars\n\nWood.\n',
      note: 'No section before it shows that it groups those after it.',
    },
    {
      text: '![Kites](kites.svg)\n\n# Contents\n\n- [Sails](#sails)\n- [Spars](#spars)\n\n# Sails\n\nA.\n\n# Spars\n\nB.\n',
      finds: ['3:1 many'],
      fixed:
        '![Kites](kites.svg)\n\n## Contents\n\n- [Sails](#sails)\n- [Spars](#spars)\n\n## Sails\n\nA.\n\n## Spars\n\nB.\n',
      note: 'The image is the title here, so no heading is.',
    },
    { text: '## Sails\n\nA.\n\n## Spars\n\nB.\n', finds: ['1:1 missing'] },
    {
      text: '## Kites\n\n### Sails\n\nA.\n\n### Spars\n\nB.\n',
      finds: ['1:1 level'],
      fixed: '# Kites\n\n### Sails\n\nA.\n\n### Spars\n\nB.\n',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n# Kites\n',
      finds: ['6:1 late'],
    },
    {
      text: '# Kites\n\n# Table of Contents\n\n- [Sails](#sails)\n- [Spars](#spars)\n\n## Sails\n\nA.\n\n## Spars\n\nB.\n',
      finds: ['3:1 second'],
      fixed:
        '# Kites\n\n## Table of Contents\n\n- [Sails](#sails)\n- [Spars](#spars)\n\n## Sails\n\nA.\n\n## Spars\n\nB.\n',
      note: 'The sections after it are not part of it.',
    },
    {
      text: '# Kites\n\n# Parts\n\n## Sails\n\nA.\n\n# Shops\n\n## 凧屋\n\nB.\n',
      finds: ['3:1 many'],
      fixed: '# Kites\n\n## Parts\n\n### Sails\n\nA.\n\n## Shops\n\n### 凧屋\n\nB.\n',
    },
    {
      text: '# Kites\n\n# Parts\n\n## Sails\n\nA.\n\n# Shops\n\nB.\n',
      options: { several: false },
      finds: [],
      note: 'The style of this list.',
    },
    { text: 'This page was written by many hands over many years.\n\n# Kites\n', finds: ['3:1 late'] },
    {
      text: '<!-- made by hand -->\n<a id="top"></a>\n\n[![build](https://cloth.example/badge.svg)](https://cloth.example/)\n\n*[English](a.md) | [Deutsch](b.md)*\n\n# Kites\n\n## Sails\n',
      finds: [],
      note: 'Badges, anchors and a choice of languages may precede it.',
    },
    {
      text: '<div align="center"><img src="logo.svg" alt="Kites"></div>\n\n## Sails\n\nA.\n\n## Spars\n',
      finds: [],
      note: 'An image may be the title.',
    },
    {
      text: '<h1><img src="logo.svg" alt="Kites"></h1>\n\n# All about kites\n',
      finds: [],
      note: 'The first one only displays an image.',
    },
  ],
  check({ list, options, report }) {
    const all = list.headings.filter((heading) => heading.depth === 1);
    const tops = all.some(isNamed) ? all.filter(isNamed) : all;
    const first = list.headings[0];
    const isPictured = hasPicture(list, first) && (!options.first || /^\s*</.test(list.text));
    const [title] = tops;
    if (title === undefined) {
      if (isPictured || (first === undefined && list.entries.length === 0)) return;
      const lower = titleAtOtherLevel(list);
      if (lower === null) report({ message: 'missing', at: list.place(0, 0) });
      else {
        const data = { title: lower.text, found: lower.depth };
        report({ message: 'level', at: lower.position, fix: raise(lower, list), data });
      }
      return;
    }
    const isFirst = first === title || list.blocks[0]?.position.start.offset !== first?.position.start.offset;
    const what = options.first && !isFirst ? quoted(first?.text ?? '') : isPictured ? null : before(title, list);
    if (what !== null) report({ message: 'late', at: title.position, data: { title: title.text, what } });
    const isOther = title.node?.type === 'section' && title.node.role === 'contents';
    const extra = isPictured && isOther ? tops : tops.slice(1);
    const [second, ...more] = extra;
    if (second === undefined || (more.length > 0 && !options.several)) return;
    const [at, fix] = [second.position, demotion(extra, list)];
    const places = more.map((heading) => heading.position);
    if (more.length === 0)
      report({ message: isGroup(second) ? 'group' : 'second', at, fix, data: { title: second.text } });
    else report({ message: 'many', at, places, fix, data: { count: extra.length, title: second.text } });
  },
});

/** A heading that only displays an image has no name. */
const quoted = (text: string): string => (text.trim() === '' ? 'another heading' : `\`${text}\``);

const isNamed = ({ text }: Heading): boolean => text.trim() !== '';

/** True when an image other than a badge is above the first heading, or in it. */
function hasPicture({ links }: List, first: Heading | undefined): boolean {
  const end = first?.text.trim() === '' ? first.position.end : first?.position.start;
  const after = links.findIndex(({ position }) => end !== undefined && position.start.offset >= end.offset);
  const above = after < 0 ? links : links.slice(0, after);
  return above.some(({ image, url }) => image && !/badge|shields\.io|awesome\.re|travis-ci|codecov/i.test(url));
}

/** The first block, when it is a heading and the only one of its level and above. */
function titleAtOtherLevel({ headings, blocks }: List): Heading | null {
  const [first, ...others] = headings;
  if (others.length < 2 || first?.form !== 'heading') return null;
  if (blocks[0]?.position.start.offset !== first.position.start.offset) return null;
  if (first.node?.type !== 'section' || first.node.role !== 'content') return null;
  return others.every((heading) => heading.depth > first.depth) ? first : null;
}

/** What is above the title that should not be: a section, or a paragraph. */
function before(title: Heading, list: List): string | null {
  const end = title.position.start.offset;
  const section = list.headings.find(({ node }) => {
    return node?.type === 'section' && (node.role === 'contents' || node.children.length > 1);
  });
  if (section !== undefined && section.position.start.offset < end)
    return section.text.trim() === '' ? 'an untitled section' : `\`${section.text}\``;
  for (const block of list.blocks.slice(0, 20)) {
    if (block.position.start.offset >= end) break;
    if (block.kind !== 'paragraph' || block.quoted || block.emphasised || block.items > 0) continue;
    const { start, end: last } = block.position;
    const isLinked = list.links.some(
      ({ position: at }) => at.start.offset >= start.offset && at.end.offset <= last.offset,
    );
    const length = textsIn(list, block.position).reduce((sum, span) => sum + span.text.trim().length, 0);
    if (!isLinked && length >= 40) return 'other text';
  }
  return null;
}
