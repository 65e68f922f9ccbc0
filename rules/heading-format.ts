import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { type FaultKind, headingFaults, unspacedIn } from './heading-format/faults.js';

interface Case {
  readonly title: string;
  readonly at: Position;
  readonly fix: Fix | null;
}

/** What more than twenty headings do, and what they should. */
const many: Readonly<Record<FaultKind, readonly [what: string, advice: string]>> = {
  underlined: ['are underlined', 'write them with `#` signs in front'],
  indented: ['are indented', 'begin them at the start of the line'],
  gap: ['have more than one space after their `#` signs', 'leave one'],
  closed: ['are closed with `#` signs', 'take those at the end out'],
  inner: ['have more than one space between words', 'leave one'],
  trailing: ['have spaces at their end', 'take them out'],
  mark: ['end with a punctuation mark', 'take it out'],
  unspaced: ['have no space behind their `#` signs, and so are none', 'add one'],
  empty: ['have no text', 'write one, or take the `#` signs out'],
};

export default defineRule({
  id: 'heading-format',
  topic: 'sections',
  summary: 'Write every heading as `#` signs, one space and a trimmed name',
  why: 'Headings that are built alike are found by every search and every program; a stray colon or space shows in menus and anchors.',
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
    underlined: 'Heading `{title}` is underlined; write it with `#` signs in front',
    indented: 'Heading `{title}` is indented; begin it at the start of the line',
    gap: 'Heading `{title}` has more than one space after its `#` signs; leave one',
    unspaced: 'No space follows the `#` signs of `{title}`, so it is no heading; add one',
    closed: 'Heading `{title}` is closed with `#` signs; take those at the end out',
    inner: 'Heading `{title}` has more than one space between words; leave one',
    trailing: 'Heading `{title}` has spaces at its end; take them out',
    mark: 'Heading `{title}` ends with `{mark}`; take it out',
    empty: 'The heading has no text; write one, or take the `#` signs out',
    many: '{count} headings {what}, `{title}` the first of them; {advice}',
  },
  options: v.object({
    punctuation: v.optional(
      v.pipe(v.string(), v.description('The marks that no heading may end with, one after the other.')),
      '.,;:',
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n###  Mending Your Sail \n\nA.\n',
      finds: ['3:4 gap', '3:23 trailing'],
      fixed: '# Kites\n\n### Mending Your Sail\n\nA.\n',
    },
    {
      text: 'Kites\n=====\n\n  ## Sails ##\n\nA.\n\n## Line  and   knots:\n\nB.\n',
      finds: ['1:1 underlined', '4:1 indented', '4:11 closed', '8:8 inner', '8:13 inner', '8:21 mark'],
      fixed: '# Kites\n\n## Sails\n\nA.\n\n## Line and knots\n\nB.\n',
    },
    { text: '# Kites\n\n##\n\nA.\n', finds: ['3:1 empty'] },
    { text: '# Kites\n\n##Sails\n\nA.\n', finds: ['3:1 unspaced'] },
    { text: '# Kites\n\n#sails is the channel for cloth.\n\n\\##\n', finds: [], note: 'A channel, and an escape.' },
    {
      text: `# Kites\n${'\n## Sail:\n\nA.\n'.repeat(21)}`,
      finds: ['3:8 many'],
      fixed: `# Kites\n${'\n## Sail\n\nA.\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\n## Why fly?\n\nA.\n\n## Misc.\n\nB.\n\n## And so on...\n\nC.\n\n## Kite Inc.\n\nD.\n\n## Ready!\n\nE.\n',
      finds: [],
      note: 'Questions, abbreviations and dots that trail off.',
    },
    {
      text: '# Kites\n\n## Languages like C#\n\nA.\n\n## `a  b`\n\nB.\n',
      finds: [],
      note: 'Part of a name, and code.',
    },
    { text: '# Kites\n\n<h2 align="center">  Sails: </h2>\n\nA.\n', finds: [], note: 'HTML has its own rules.' },
    {
      text: '# Kites\n\n[knot](#line--knot)\n\n## Line  knot\n\nA.\n',
      finds: ['5:8 inner'],
      note: 'A link goes to the anchor that has both spaces, so they stay until someone looks.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const targets = new Set(list.links.flatMap(({ url }) => (url.startsWith('#') ? [url.slice(1).toLowerCase()] : [])));
    const groups = new Map<FaultKind, Case[]>();
    const add = (kind: FaultKind, one: Case): void => {
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [one]);
      else group.push(one);
    };
    for (const heading of list.headings) {
      if (heading.form !== 'heading') continue;
      for (const { kind, start, end, edits, renames } of headingFaults(heading, list, options.punctuation)) {
        const safe = !renames || !targets.has(heading.slug.toLowerCase());
        const fix = edits === null ? null : { safe, edits };
        add(kind, { title: heading.text.trim(), at: list.place(start, end), fix });
      }
    }
    for (const { title, start, end } of unspacedIn(list)) {
      const edits = [{ start: end, end, text: ' ' }];
      add('unspaced', { title, at: list.place(start, end), fix: { safe: false, edits } });
    }
    for (const [kind, group] of groups) {
      const [first, ...others] = group;
      if (first !== undefined && group.length > foldOver) {
        const [what, advice] = many[kind];
        const isSafe = group.some(({ fix }) => fix?.safe);
        const edits = group.flatMap(({ fix }) => (fix?.safe === isSafe ? fix.edits : []));
        const fix = edits.length === 0 ? null : { safe: isSafe, edits };
        const data = { count: group.length, title: first.title, what, advice };
        report({ message: 'many', at: first.at, places: others.map(({ at }) => at), fix, data });
        continue;
      }
      for (const { title, at, fix } of group) {
        if (kind === 'empty') report({ message: kind, at });
        else if (kind === 'mark') report({ message: kind, at, fix, data: { title, mark: title.at(-1) ?? '' } });
        else report({ message: kind, at, fix, data: { title } });
      }
    }
  },
});
