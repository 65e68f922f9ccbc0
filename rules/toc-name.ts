import * as v from 'valibot';
import type { Edit, Fix } from '../src/model/finding.js';
import type { List, Section } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { mainContents } from '../src/rule-kit/toc.js';
import { slugOf } from '../src/text/slug.js';

/** Other words for contents; a section of another name must be nothing but a table of contents. */
const usual = /^(?:(?:table of |list of |summary of )?contents?|toc|index|table|menu|navigation|outline)\W*$/i;

/** The section that holds the main table of contents; null where there is none, or where the list is in another language. */
function contentsSection(list: List): Section | null {
  const contents = mainContents(list);
  const from = contents?.position.start.offset ?? 0;
  const to = contents?.position.end.offset ?? 0;
  const sections = list.sections.filter((one) => one.role === 'contents' && one.form !== 'item');
  const around = sections.findLast(({ position }) => position.start.offset <= from && position.end.offset >= to);
  const section =
    sections.find((one) => usual.test(one.title)) ??
    around ??
    (contents === null && sections.length === 1 ? sections[0] : undefined);
  if (section === undefined || !/^en\b/.test(list.lang ?? 'en') || /[^\p{ASCII}\p{P}]/u.test(section.title))
    return null;
  // A generated table would get its name back the next time.
  if (section.form === 'bold' && contents?.generated === true) return null;
  if (usual.test(section.title)) return section;
  if (contents === null || section.prose.length > 0 || section.children.length > 0) return null;
  const listed = new Set(contents.items.flatMap(({ heading }) => (heading === null ? [] : [heading])));
  const depth = [...listed].reduce((least, heading) => Math.min(least, heading.depth), 6);
  const level = list.headings.filter((one) => one.depth === depth && one.position.start.offset > from);
  return level.filter((one) => listed.has(one)).length * 3 >= level.length * 2 ? section : null;
}

export default defineRule({
  id: 'toc-name',
  topic: 'contents',
  summary: 'Name the table of contents `Contents`',
  why: 'Readers look for this name, and awesome-lint only recognizes a table of contents that has it.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'error' },
  fix: 'suggest',
  messages: {
    name: 'The table of contents is named `{found}`; rename it to `{expected}`',
    emoji: 'The heading `{found}` of the table of contents has an emoji; use `{expected}`',
  },
  options: v.object({
    names: v.optional(
      v.pipe(v.array(v.string()), v.minLength(1), v.description('Accepted names; a fix uses the first.')),
      ['Contents'],
    ),
    emoji: v.optional(v.pipe(v.boolean(), v.description('Allow an emoji before the name.')), true),
    ...ignoreOption,
  }),
  examples: [
    {
      text: '# Tea\n\n## Table of Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA. [Up](#table-of-contents)\n\n## White\n\nB.\n',
      finds: ['3:4 name'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA. [Up](#contents)\n\n## White\n\nB.\n',
      note: 'Links to the heading are updated.',
    },
    {
      text: '# Tea\n\n## 📌 Index\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nB.\n',
      finds: ['3:4 name'],
      fixed: '# Tea\n\n## 📌 Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nB.\n',
    },
    {
      text: '# Tea\n\n## What is in the pot?\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n',
      finds: ['3:4 name'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n',
      note: 'It is recognized by its links.',
    },
    {
      text: '# Tea\n\n## 📌 Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nB.\n',
      options: { emoji: false },
      finds: ['3:4 emoji'],
      fixed: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nB.\n',
    },
    {
      text: '# Tea\n\n## 📌 Contents <!-- of all -->\n\n- [Green](#green)\n- [White](#white)\n\n## Green\n\nA.\n\n## White\n\nB.\n',
      finds: [],
    },
    {
      text: '# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n',
      finds: [],
      note: 'A table of contents without a heading has no name.',
    },
    {
      text: '# 茶\n\n## 目录\n\n- [绿茶](#绿茶)\n- [白茶](#白茶)\n\n## 绿茶\n\n第一。\n\n## 白茶\n\n第二。\n',
      finds: [],
      note: 'Other languages have other names.',
    },
    {
      text: '# Tea\n\n## Start here\n\nThree kinds are easy to brew.\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n\n## Black\n\nD.\n\n## Blends\n\nE.\n\n## Cups\n\nF.\n\n## Pots\n\nG.\n',
      finds: [],
      note: 'A section that recommends some of the others.',
    },
  ],
  check({ list, options, report }) {
    const section = contentsSection(list);
    const expected = options.names[0] ?? '';
    if (section === null) return;
    const { heading, title, emoji } = section;
    const name = title.replace(/(?<!\s)\s*[:：]\s*$/u, '');
    const known = options.names.includes(name);
    if (known && (emoji === null || options.emoji)) return;
    const found = list.headings.find((one) => one.node === section)?.text ?? name;
    const word = known ? name : expected;
    const right = emoji !== null && options.emoji ? `${emoji} ${word}` : word;
    const place = nameIn(section, list);
    const at = place === null ? heading : list.place(...place);
    report({
      message: known ? 'emoji' : 'name',
      at,
      data: { found, expected: right },
      fix: rename(section, word, emoji !== null && options.emoji, list),
    });
  },
});

/** The name with its emoji, in the source. */
function nameIn(
  { form, heading, title, emoji }: Section,
  { text }: List,
): readonly [start: number, end: number] | null {
  const source = text.slice(heading.start.offset, heading.end.offset);
  const at = form === 'html' ? source.lastIndexOf(title) : source.indexOf(title);
  const mark = emoji === null ? at : source.indexOf(emoji);
  if (at < 0 || mark < 0 || mark > at || /[<[!]/.test(source.slice(mark, at))) return null;
  return [heading.start.offset + mark, heading.start.offset + at + title.length];
}

/** Renames the section and updates the links to it; null where they could lead elsewhere then. */
function rename(section: Section, word: string, keepsEmoji: boolean, list: List): Fix | null {
  const place = nameIn(section, list);
  if (place === null) return null;
  const start = keepsEmoji ? place[1] - section.title.length : place[0];
  const edits: Edit[] = [{ start, end: place[1], text: word }];
  const old = section.slug;
  const found = list.headings.find((one) => one.node === section)?.text ?? section.title;
  const anchor = slugOf(keepsEmoji ? found.replace(section.title, word) : word);
  if (old === null || old === anchor) return { safe: false, edits };
  const taken = list.anchors.some(
    ({ id }) => id === anchor || (id.startsWith(`${old}-`) && /^\d+$/.test(id.slice(old.length + 1))),
  );
  if (taken) return null;
  const seen = new Set<number>();
  for (const link of list.links) {
    const start = link.urlPosition.start.offset;
    if (link.url !== `#${old}` || seen.has(start)) continue;
    seen.add(start);
    edits.push(rewriteUrl(link, `#${anchor}`, list.text));
  }
  return { safe: false, edits };
}
