import type { Fix } from '../src/model/finding.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { groupBy } from '../src/text/group-by.js';
import { type FaultKind, headingFaults, many, signedLevels, unspacedIn } from './heading-format/faults.js';
import { options } from './heading-format/options.js';

interface Case {
  readonly kind: FaultKind;
  readonly title: string;
  readonly signs: string;
  readonly at: Position;
  readonly fix: Fix | null;
}

export default defineRule({
  id: 'heading-format',
  topic: 'sections',
  summary: 'Write headings as `#` signs, one space and the name',
  why: 'Without the space, GitHub shows `#` signs instead of a heading; a stray colon or space becomes part of menus and anchors.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'off',
    default: 'warning',
  },
  fix: 'safe',
  changes: ['space', 'final-mark'],
  supersededBy: ['no-trailing-spaces'],
  messages: {
    underlined: 'Heading `{title}` uses an underline (Setext style); start it with `{signs}` instead',
    indented: 'Heading `{title}` is indented; remove the indentation',
    gap: 'More than one space after the `#` signs of `{title}`; use one',
    unspaced: 'No space after the `#` signs of `{title}`, so it is not a heading; add the space',
    closed: 'Heading `{title}` has closing `#` signs; remove them',
    inner: 'Heading `{title}` has several spaces in a row; use one',
    trailing: 'Heading `{title}` has trailing spaces; remove them',
    mark: 'Heading `{title}` ends with `{mark}`; remove it',
    empty: 'This heading has no text; add text or remove the `#` signs',
    many: '{count} headings {what} (first: `{title}`)',
  },
  options,
  presetOptions: {
    awesome: { endings: 'consistent', underlined: 'consistent', spacing: false },
    strict: { endings: 'never', underlined: 'never', spacing: true },
    list: { endings: 'consistent', underlined: 'consistent', spacing: false },
    roadmap: { endings: 'consistent', underlined: 'consistent', spacing: false },
  },
  init: {
    convention: {
      cases: 'headings',
      does: (value) => (value === 'never' ? 'end without punctuation' : 'end with punctuation'),
    },
  },
  learn: {
    endings: ({ headings }) => headings.map(({ text }) => (/[.,;:]\s*$/.test(text) ? 'off' : 'never')),
  },
  examples: [
    {
      text: '# Kites\n\n###  Lashing Your Sail \n\nA.\n',
      finds: ['3:4 gap', '3:23 trailing'],
      fixed: '# Kites\n\n### Lashing Your Sail\n\nA.\n',
    },
    {
      options: { endings: 'never' },
      text: 'Kites\n=====\n\n  ## Sails ##\n\nA.\n\n## Line  and   knots:\n\nB.\n',
      finds: ['1:1 underlined', '4:1 indented', '4:11 closed', '8:8 inner', '8:13 inner', '8:21 mark'],
      fixed: '# Kites\n\n## Sails\n\nA.\n\n## Line  and   knots\n\nB.\n',
      note: 'Each space counts in the anchor of a heading, which other pages may link to.',
    },
    { text: '# Kites\n\n##\n\nA.\n', finds: ['3:1 empty'] },
    { text: '# Kites\n\n##Sails\n\nA.\n', finds: ['3:1 unspaced'] },
    { text: '# Kites\n\n#sails is the channel for cloth.\n\n\\##\n', finds: [], note: 'A channel, and an escape.' },
    {
      text: `# Kites\n${marked('ABCDEFGHIJKLMNOPQRSTU', ':')}`,
      options: { endings: 'never' },
      finds: ['3:10 many'],
      fixed: `# Kites\n${marked('ABCDEFGHIJKLMNOPQRSTU', '')}`,
    },
    {
      text: '# Kites\n\n## Why fly?\n\nA.\n\n## Misc.\n\nB.\n\n## And so on...\n\nC.\n\n## Kite Inc.\n\nD.\n\n## Ready!\n\nE.\n',
      finds: [],
      options: { endings: 'never' },
      note: 'Questions, abbreviations and ellipses.',
    },
    {
      text: '# Kites\n\n## Languages like C#\n\nA.\n\n## `a  b`\n\nB.\n',
      finds: [],
      note: 'Part of a name, and code.',
    },
    {
      text: `# Kites\n${marked('ABCDEFGHIJ', '')}\n## Sails:\n\nA.\n`,
      options: { endings: 'consistent' },
      finds: ['43:9 mark'],
      fixed: `# Kites\n${marked('ABCDEFGHIJ', '')}\n## Sails\n\nA.\n`,
    },
    {
      text: `# Kites\n${marked('ABCDEFGH', '')}${marked('JKL', ':')}`,
      options: { endings: 'consistent' },
      finds: [],
      note: 'This list has no consistent ending.',
    },
    {
      text: `# Kites\n${marked('ABCDEFGHIJKLMNOPQRST', '')}${'\n## Further reading:\n\nA.\n'.repeat(3)}`,
      finds: [],
      note: 'A repeated name.',
    },
    { text: '# Kites\n\n##  Sails  and lines ##\n', options: { spacing: false }, finds: [] },
    {
      text: 'Kites\n=====\n\nSails\n-----\n\nA.\n\nSpars\n-----\n\nB.\n',
      options: { underlined: 'consistent' },
      finds: [],
      note: 'A list of underlined headings.',
    },
    {
      text: 'Kites\n=====\n\n## Sails\n\nA.\n\n## Lines\n\nB.\n\nSpars\n-----\n\nC.\n\n# License\n\nD.\n',
      options: { underlined: 'consistent' },
      finds: ['12:1 underlined'],
      note: 'The title has a style to itself.',
    },
    {
      text: '# Kites\n\n## Sails\n\nA.\n\nSpars\n---\n\nC.\n',
      options: { underlined: 'consistent' },
      finds: ['7:1 underlined'],
      note: 'A rule below a line of text makes a heading of it.',
    },
    { text: '# Kites\n\n<h2 align="center">  Sails: </h2>\n\nA.\n', finds: [], note: 'HTML headings are not checked.' },
    {
      text: '# Kites\n\n[knot](#line--knot)\n\n## Line  knot\n\nA.\n',
      finds: ['5:8 inner'],
      note: 'A link uses the anchor with both hyphens, so the fix is a suggestion.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const targets = new Set(list.links.flatMap(({ url }) => (url.startsWith('#') ? [url.slice(1).toLowerCase()] : [])));
    const marks = options.endings === 'never' ? options.punctuation : '';
    // A repeated name is intended.
    const namesakes = groupBy(list.headings, ({ text }) => text);
    const usual = signedLevels(list);
    // An underline displays the same.
    const mostFor = (kind: Case['kind']) =>
      kind === 'underlined' && options.underlined === 'consistent' ? 'info' : 'error';
    const cases: Case[] = [];
    for (const heading of list.headings) {
      if (heading.form !== 'heading') continue;
      for (const { kind, start, end, edits, renames } of headingFaults(heading, list, marks)) {
        if (kind === 'underlined' && options.underlined === 'off') continue;
        const isUsual = kind !== 'underlined' || options.underlined === 'never';
        if (!isUsual && (heading === list.headings[0] || !usual.has(heading.depth))) continue;
        if (kind !== 'underlined' && kind !== 'mark' && kind !== 'empty' && !options.spacing) continue;
        if (kind === 'mark' && (namesakes.get(heading.text)?.length ?? 0) > 2) continue;
        const safe = isUsual && (!renames || !targets.has(heading.slug.toLowerCase()));
        const fix = edits === null ? null : { safe, edits };
        const signs = '#'.repeat(heading.depth);
        cases.push({ kind, title: heading.text.trim(), signs, at: list.place(start, end), fix });
      }
    }
    for (const { title, start, end } of unspacedIn(list)) {
      const edits = [{ start: end, end, text: ' ' }];
      const signs = '#'.repeat(end - start);
      cases.push({ kind: 'unspaced', title, signs, at: list.place(start, end), fix: { safe: false, edits } });
    }
    for (const [kind, group] of groupBy(cases, (one) => one.kind)) {
      const [first, ...others] = group;
      if (first !== undefined && group.length > foldOver) {
        const isSafe = group.some(({ fix }) => fix?.safe);
        const edits = group.flatMap(({ fix }) => (fix?.safe === isSafe ? fix.edits : []));
        const fix = edits.length === 0 ? null : { safe: isSafe, edits };
        const data = { count: group.length, title: first.title, what: many[kind] };
        report({ message: 'many', at: first.at, places: others.map(({ at }) => at), fix, data, atMost: mostFor(kind) });
        continue;
      }
      for (const { title, signs, at, fix } of group) {
        if (kind === 'empty') report({ message: kind, at });
        else if (kind === 'underlined')
          report({ message: kind, at, fix, data: { title, signs }, atMost: mostFor(kind) });
        else if (kind === 'mark') report({ message: kind, at, fix, data: { title, mark: title.at(-1) ?? '' } });
        else report({ message: kind, at, fix, data: { title } });
      }
    }
  },
});

function marked(letters: string, mark: string): string {
  return [...letters].map((letter) => `\n## Sail ${letter}${mark}\n\nA.\n`).join('');
}
