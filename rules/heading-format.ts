import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldName } from '../src/text/fold-name.js';
import { groupBy } from '../src/text/group-by.js';
import { examples } from './heading-format/examples.js';
import { type FaultKind, headingFaults, isDrawn, many, signedLevels, unspacedIn } from './heading-format/faults.js';
import { options } from './heading-format/options.js';

interface Case {
  readonly kind: FaultKind;
  readonly title: string;
  readonly signs: string;
  readonly at: Position;
  readonly fix: Fix | null;
  /** Links that lead nowhere because of it. */
  readonly explains?: readonly Position[];
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
  supersededBy: ['no-trailing-spaces', 'no-conflict-markers'],
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
  examples,
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
        if (!isUsual && (heading === list.headings[0] || !usual.has(heading.depth) || isDrawn(heading, list))) continue;
        if (kind !== 'underlined' && kind !== 'mark' && kind !== 'empty' && !options.spacing) continue;
        if (kind === 'mark' && (namesakes.get(heading.text)?.length ?? 0) > 2) continue;
        const safe = isUsual && (!renames || !targets.has(heading.slug.toLowerCase()));
        const fix = edits === null ? null : { safe, edits };
        const signs = '#'.repeat(heading.depth);
        cases.push({ kind, title: heading.text.trim(), signs, at: list.place(start, end), fix });
      }
    }
    const unspaced = unspacedIn(list);
    const leading = unspaced.length === 0 ? null : groupBy(list.links.filter(isFragment), ({ url }) => foldName(url));
    for (const { title, start, end } of unspaced) {
      const edits = [{ start: end, end, text: ' ' }];
      const signs = '#'.repeat(end - start);
      const explains = (leading?.get(foldName(title)) ?? []).map(({ position }) => position);
      cases.push({ kind: 'unspaced', title, signs, at: list.place(start, end), fix: { safe: false, edits }, explains });
    }
    for (const [kind, group] of groupBy(cases, (one) => one.kind)) {
      const [first, ...others] = group;
      if (first !== undefined && group.length > foldOver) {
        const isSafe = group.some(({ fix }) => fix?.safe);
        const edits = group.flatMap(({ fix }) => (fix?.safe === isSafe ? fix.edits : []));
        const fix = edits.length === 0 ? null : { safe: isSafe, edits };
        const data = { count: group.length, title: first.title, what: many[kind] };
        const places = others.map(({ at }) => at);
        const explains = group.flatMap((one) => one.explains ?? []);
        report({ message: 'many', at: first.at, places, fix, data, explains, atMost: mostFor(kind) });
        continue;
      }
      for (const { title, signs, at, fix, explains = [] } of group) {
        if (kind === 'empty') report({ message: kind, at });
        else if (kind === 'underlined')
          report({ message: kind, at, fix, data: { title, signs }, atMost: mostFor(kind) });
        else if (kind === 'mark') report({ message: kind, at, fix, data: { title, mark: title.at(-1) ?? '' } });
        else report({ message: kind, at, fix, explains, data: { title } });
      }
    }
  },
});

const isFragment = ({ sort }: Link): boolean => sort === 'fragment';
