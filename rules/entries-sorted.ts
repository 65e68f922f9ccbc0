import * as v from 'valibot';
import type { Entry, List } from '../src/model/list.js';
import { defineRule } from '../src/model/rule.js';
import { misplacedIn, type Run, runsOf, sortRun } from '../src/model/run.js';
import { scope } from '../src/model/scope.js';

const texts = (means: string) => v.optional(v.pipe(v.array(v.string()), v.description(means)), []);

export default defineRule({
  id: 'entries-sorted',
  summary: 'Keep the entries of each section in order',
  why: 'In a list that is in order readers find a name at once, and two people who add the same thing notice.',
  severity: { awesome: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  messages: {
    before: '`{name}` is out of order; move it before `{other}` (line {line})',
    end: '`{name}` is out of order; move it to the end, behind `{other}` (line {line})',
    many: '{count} of these {all} entries are out of order, `{name}` the first of them; sort them',
  },
  options: v.object({
    key: v.optional(
      v.pipe(
        v.picklist(['name', 'url', 'consistent', 'off']),
        v.description(
          'What is compared; `consistent` asks for it where at least 80 % of at least ten groups are in order.',
        ),
      ),
      'name',
    ),
    strip: texts('Words that do not count at the start of a name, as `the` or `awesome`.'),
    pinned: texts('Names that stay where they are.'),
    target: v.optional(
      v.pipe(v.array(v.picklist(['items', 'rows'])), v.description('What is kept in order: list items, table rows.')),
      ['items', 'rows'],
    ),
    ...scope,
  }),
  learn: {
    key: (list) =>
      runsOf(list).map((run) => (misplacedIn(run, comparing(list, 'name', [])).length === 0 ? 'name' : 'off')),
  },
  examples: [
    {
      text: '## Sails\n\n- [Foil](https://foil.test)\n- [Silk](https://silk.test)\n  - [Red](https://red.test)\n- [Gaff](https://gaff.test)\n- [Zephyr](https://zephyr.test)\n',
      finds: ['4:3 before'],
      fixed:
        '## Sails\n\n- [Foil](https://foil.test)\n- [Gaff](https://gaff.test)\n- [Silk](https://silk.test)\n  - [Red](https://red.test)\n- [Zephyr](https://zephyr.test)\n',
    },
    {
      text: '- [Silk](https://silk.test)\n<!-- of the best -->\n- [Foil](https://foil.test)\n- [Gaff](https://gaff.test)\n',
      finds: ['1:3 end'],
      fixed:
        '<!-- of the best -->\n- [Foil](https://foil.test)\n- [Gaff](https://gaff.test)\n- [Silk](https://silk.test)\n',
      note: 'A comment moves with the entry below it.',
    },
    {
      text: Array.from({ length: 30 }, (_, index) => `- [S${99 - index}](https://s${index}.test)\n`).join(''),
      finds: ['1:3 many'],
      fixed: Array.from({ length: 30 }, (_, index) => `- [S${70 + index}](https://s${29 - index}.test)\n`).join(''),
    },
    {
      text: '- [alpha](https://a.test)\n- [Álvaro 2](https://b.test)\n- [Álvaro 10](https://c.test)\n- [🪁 Beta](https://d.test)\n',
      finds: [],
      note: 'Case, accents and leading signs do not count, numbers do.',
    },
    {
      text: '- [The Jib](https://jib.test)\n- [Kit](https://kit.test)\n- [Always first](https://a.test)\n',
      options: { strip: ['the'], pinned: ['Always first'] },
      finds: [],
    },
    { text: '## Sails\n\n<!-- unsorted -->\n\n- [Silk](https://silk.test)\n- [Foil](https://foil.test)\n', finds: [] },
    {
      text: '- [Silk](https://silk.test)\n\nWords.\n\n- [Foil](https://foil.test)\n',
      finds: [],
      note: 'Two lists, each in order.',
    },
  ],
  check({ list, options, report }) {
    const { key } = options;
    if (key === 'off' || key === 'consistent') return;
    const compare = comparing(list, key, options.strip);
    const pinned = new Set(options.pinned.map((name) => name.toLowerCase()));
    const marks = list.comments
      .filter(({ text }) => /^\s*unsorted\s*$/i.test(text))
      .map(({ position }) => position.start.offset);
    for (const run of runsOf(list)) {
      const form = run.entries[0]?.form === 'row' ? 'rows' : 'items';
      if (!options.target.includes(form) || isExempt(run, marks)) continue;
      const movable = { ...run, entries: run.entries.filter(({ name }) => !pinned.has(name.toLowerCase())) };
      const misplaced = misplacedIn(movable, compare);
      const [first, ...rest] = misplaced;
      if (first === undefined) continue;
      const fix = movable.entries.length === run.entries.length ? sortRun(run, compare, list) : null;
      if (misplaced.length > 20) {
        const data = { name: first.entry.name, count: misplaced.length, all: run.entries.length };
        report({ message: 'many', at: first.entry.label, places: rest.map(({ entry }) => entry.label), fix, data });
        continue;
      }
      const last = run.entries.findLast((entry) => misplaced.every((one) => one.entry !== entry));
      for (const { entry, before } of misplaced) {
        const other = before ?? last;
        const data = { name: entry.name, other: other?.name ?? '', line: other?.position.start.line ?? 0 };
        report({ message: before === null ? 'end' : 'before', at: entry.label, fix, data });
      }
    }
  },
});

/** Compares entries as readers of the list's language would; leading signs and emoji do not count (Unicode TR 10). */
function comparing(list: List, key: 'name' | 'url', strip: readonly string[]): (a: Entry, b: Entry) => number {
  const collator = new Intl.Collator(list.lang ?? 'en', { sensitivity: 'base', numeric: true });
  const words = strip.map((word) => word.toLowerCase());
  const keys = new Map<Entry, string>();
  const keyOf = (entry: Entry): string => {
    const known = keys.get(entry);
    if (known !== undefined) return known;
    const written = key === 'url' ? (entry.url ?? entry.name).replace(/^https?:\/\/(?:www\.)?/i, '') : entry.name;
    let bare = written.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, '');
    const lead = words.find((word) => bare.toLowerCase().startsWith(`${word} `));
    if (lead !== undefined) bare = bare.slice(lead.length).trimStart();
    keys.set(entry, bare);
    return bare;
  };
  return (a, b) => collator.compare(keyOf(a), keyOf(b));
}

/** True in a section that says so by a comment of its own. */
function isExempt({ parent }: Run, marks: readonly number[]): boolean {
  let node = parent;
  while (node.type === 'entry') node = node.parent;
  const { start, end } = node.position;
  const inner = node.children.find((child) => child.type !== 'entry')?.position.start.offset ?? end.offset;
  return marks.some((mark) => start.offset <= mark && mark < inner);
}
