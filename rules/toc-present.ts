import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Heading, List, Section, Tier } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { mainContents } from '../src/rule-kit/toc.js';

/** The headings of the first level of content: of the list itself, or of the one section that holds all others. */
function chaptersOf(list: List): readonly Heading[] {
  const headings = new Map(list.headings.map((heading) => [heading.node, heading]));
  const within = (parent: List | Section | Tier): readonly Heading[] => {
    const nodes = parent.children.filter(isContent);
    const [only] = nodes;
    if (nodes.length === 1 && only !== undefined) {
      const inner = within(only);
      if (inner.length > 1) return inner;
    }
    return nodes.flatMap((node) => headings.get(node) ?? []);
  };
  const found = within(list);
  // A deeper heading before the first chapter is no chapter.
  const depths = new Map<number, number>();
  for (const { depth } of found) depths.set(depth, (depths.get(depth) ?? 0) + 1);
  const usual = [...depths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  return found.filter((heading) => heading.depth === usual);
}

function isContent(node: List['children'][number]): node is Section | Tier {
  return node.type === 'tier' || (node.type === 'section' && node.role === 'content');
}

export default defineRule({
  id: 'toc-present',
  topic: 'contents',
  summary: 'Start a long list with a table of contents',
  why: 'Without one, readers have to scroll through the whole list to learn what is in it.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    missing: '{count} sections but no table of contents; add one before the first section',
    late: 'The table of contents is after section `{title}`; move it before the first section',
  },
  options: v.object({
    minSections: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description('The number of sections from which a list needs one.'),
      ),
      5,
    ),
    ...ignoreOption,
  }),
  examples: [
    {
      text: `# Tea\n\nLeaves and water.\n\n${sections('Green', 'White', 'Red [old]', 'Black', 'Blends')}`,
      finds: ['5:1 missing'],
      fixed: `# Tea\n\nLeaves and water.\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red \\[old\\]](#red-old)\n- [Black](#black)\n- [Blends](#blends)\n\n${sections('Green', 'White', 'Red [old]', 'Black', 'Blends')}`,
    },
    {
      text: `# Tea\n\n<a id="start"></a>\n${sections('Why this list', 'Green', 'White')}`,
      options: { minSections: 2 },
      finds: ['4:1 missing'],
      fixed: `# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n\n<a id="start"></a>\n${sections('Why this list', 'Green', 'White')}`,
      note: 'Sections about the list are not listed; an anchor is kept with its heading.',
    },
    {
      text: `# Tea\n\n${sections('Green')}\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Black](#black)\n- [Blends](#blends)\n\n${sections('White', 'Red', 'Black', 'Blends')}`,
      finds: ['7:1 late'],
    },
    {
      text: `# 茶\n\n${sections('绿茶', '白茶')}`,
      options: { minSections: 2 },
      lang: 'zh',
      finds: ['3:1 missing'],
      fixed: `# 茶\n\n## 目录\n\n- [绿茶](#绿茶)\n- [白茶](#白茶)\n\n${sections('绿茶', '白茶')}`,
    },
    { text: `# Tea\n\n${sections('Green', 'White', 'Red', 'Black')}`, finds: [], note: 'Four sections need none.' },
    {
      text: `# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n${sections('Green', 'White', 'Red', 'Black', 'Blends')}`,
      finds: [],
      note: 'It needs no heading; toc-sync reports what is missing.',
    },
    {
      text: `# Tea\n\n[Green](#green) • [White](#white) • [Red](#red)\n\n${sections('Green', 'White', 'Red', 'Black', 'Blends')}`,
      finds: [],
      note: 'It need not be a list.',
    },
    {
      text: `# Tea\n\n${sections('About this list')}\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Black](#black)\n- [Blends](#blends)\n\n${sections('Green', 'White', 'Red', 'Black', 'Blends')}`,
      finds: [],
      note: 'An introduction may come first.',
    },
  ],
  check({ list, options, report }) {
    const chapters = chaptersOf(list);
    const [first] = chapters;
    if (first === undefined || chapters.length < options.minSections) return;
    if (!isListed(list, chapters)) {
      const at = opening(list, first);
      const fix = at === null ? null : generate(list, chapters, at);
      report({ message: 'missing', at: (at ?? first).position, data: { count: chapters.length }, fix });
      return;
    }
    const contents = mainContents(list);
    const named = list.sections.find(
      ({ role, position }) => role === 'contents' && contents !== null && holds(position, contents.position),
    );
    if (named === undefined || contents === null) return;
    const before = list.entries.find((entry) => entry.link?.sort === 'web' && entry.parent.type !== 'list');
    const title = chapters.findLast((one) => one.position.start.offset < named.position.start.offset)?.text;
    if (before === undefined || title === undefined || before.position.start.offset > named.position.start.offset)
      return;
    report({ message: 'late', at: named.heading, data: { title } });
  },
});

/** What the heading is called, by language. */
const names: Readonly<Record<string, string>> = {
  ...{
    zh: '目录',
    ja: '目次',
    es: 'Índice',
    pt: 'Índice',
    de: 'Inhalt',
    fr: 'Sommaire',
    ru: 'Содержание',
    fa: 'فهرست',
  },
};

/** True when something lists the chapters: a table of contents of any kind, or links to half of them. */
function isListed(list: List, chapters: readonly Heading[]): boolean {
  if (list.contents.length > 0 || list.sections.some(({ role }) => role === 'contents')) return true;
  const targets = new Set(list.links.map(({ url }) => url.slice(url.indexOf('#') + 1).toLowerCase()));
  return chapters.filter(({ slug }) => targets.has(slug)).length * 2 >= chapters.length;
}

/** The first heading other than the chapters, which an introduction may have; null where nothing can be put before it. */
function opening(list: List, first: Heading): Heading | null {
  const parent = first.node?.parent;
  const peers = list.headings.filter(({ node, depth }) => depth === first.depth && node?.parent === parent);
  return peers.find(({ form, position }) => form === 'heading' && position.start.column === 1) ?? null;
}

/** Writes the list of chapters before a heading, with the bullet that the entries have. */
function generate(list: List, chapters: readonly Heading[], before: Heading): Fix | null {
  // Names that are to be repaired are copied when they are.
  if (list.mojibake.length > 0 || list.unclosed.length > 0) return null;
  const counts = new Map<string, number>();
  for (const { marker } of list.entries) if (marker !== null) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  const bullet = [...counts].filter(([one]) => /^[-*+]$/.test(one)).sort((a, b) => b[1] - a[1])[0]?.[0] ?? '-';
  const above = list.text.slice(0, before.position.start.offset);
  const anchor = /(?<=^|\n)<a\s[^<>]{1,200}>(?:\s*<\/a>)?\s*$/i.exec(above.slice(-300))?.[0].length ?? 0;
  const at = above.length - anchor;
  const line = /\r\n/.test(list.text) ? '\r\n' : '\n';
  const gap = at === 0 || /\n[ \t]*\r?\n$/.test(above.slice(0, at)) ? '' : line;
  const listed = chapters.filter(({ position }) => position.start.offset >= before.position.start.offset);
  const lines = listed.map(({ text, slug }) => `${bullet} [${text.replace(/[\\`*_[\]<]/g, '\\$&')}](#${slug})`);
  const text = [
    `${'#'.repeat(before.depth)} ${names[list.lang?.slice(0, 2) ?? 'en'] ?? 'Contents'}`,
    '',
    ...lines,
    '',
    '',
  ].join(line);
  return { safe: false, edits: [{ start: at, end: at, text: gap + text }] };
}

const holds = (outer: Position, inner: Position): boolean =>
  outer.start.offset <= inner.start.offset && outer.end.offset >= inner.end.offset;

function sections(...titles: readonly string[]): string {
  return titles.map((title) => `## ${title}\n\n- [Leaf](https://leaf.example/)\n`).join('\n');
}
