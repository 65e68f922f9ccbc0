import * as v from 'valibot';
import type { List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { itemRuns, type RunMember, rowRuns, runsOf } from '../src/rule-kit/runs.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { movesOf, sortEdits, sorted, sortingKey, urlSortKey } from '../src/rule-kit/sorting.js';

const words = (means: string) => v.optional(v.pipe(v.array(v.string()), v.description(means)), []);

export default defineRule({
  id: 'entries-sorted',
  topic: 'entries',
  summary: 'Sort the entries of each section alphabetically',
  why: 'In a sorted section, readers find names quickly, and contributors know where to add one.',
  severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['order'],
  messages: {
    before: '`{name}` is not in {order}; move it before `{other}` on line {line}',
    after: '`{name}` is not in {order}; move it after `{other}` on line {line}',
    many: '{count} of {total} entries are not in {order} (first: `{name}`); sort them',
  },
  options: v.object({
    order: v.optional(
      v.pipe(
        v.picklist(['alphabetical', 'consistent', 'none', 'off']),
        v.description('`consistent` requires an order where 90% of at least ten groups of entries have it.'),
      ),
      'alphabetical',
    ),
    key: v.optional(
      v.pipe(v.picklist(['name', 'url']), v.description('What entries are sorted by: their names or their URLs.')),
      'name',
    ),
    target: v.optional(
      v.pipe(
        v.array(v.picklist(['entries', 'rows', 'sections', 'contents'])),
        v.description('What is sorted: list items, table rows, sections, contents entries.'),
      ),
      ['entries', 'rows'],
    ),
    strip: words('Words to ignore at the start of a name, such as `the` or `awesome`.'),
    pinned: words('Names to leave in place, such as `Other`; case is ignored.'),
    ...scopeOptions,
  }),
  entryOrder: ({ order, key, strip, pinned }) => (order === 'alphabetical' ? { key, strip, pinned } : null),
  init: {
    convention: {
      cases: 'groups of entries',
      does: (value) => (value === 'alphabetical' ? 'are in alphabetical order' : null),
    },
  },
  learn: {
    order: (list) =>
      [...itemRuns(list), ...rowRuns(list)]
        .filter(({ members }) => members.length > 2)
        .map(({ members }) => (isSorted(members, list) ? 'alphabetical' : 'none')),
  },
  examples: [
    {
      text: '# Tea\n\n## Leaves\n\n- [Assam](https://a.example/)\n- [Yunnan](https://y.example/)\n  - [Dark](https://d.example/)\n- [Zhejiang](https://z.example/)\n- [Ceylon](https://c.example/)\n',
      finds: ['9:3 before'],
      fixed:
        '# Tea\n\n## Leaves\n\n- [Assam](https://a.example/)\n- [Ceylon](https://c.example/)\n- [Yunnan](https://y.example/)\n  - [Dark](https://d.example/)\n- [Zhejiang](https://z.example/)\n',
    },
    {
      text: '# Tea\n\n## Leaves\n\n- [Yunnan](https://y.example/)\n  Dark.\n- [Assam](https://a.example/)\n<!-- Of the hills. -->\n- [Ceylon](https://c.example/)\n- [Darjeeling](https://d.example/)',
      finds: ['5:3 after'],
      fixed:
        '# Tea\n\n## Leaves\n\n- [Assam](https://a.example/)\n<!-- Of the hills. -->\n- [Ceylon](https://c.example/)\n- [Darjeeling](https://d.example/)\n- [Yunnan](https://y.example/)\n  Dark.',
    },
    {
      text: '# Tea\n\n## Leaves\n\n| Name | Taste |\n| --- | --- |\n| [Oolong](https://o.example/) | Soft |\n| [Assam](https://a.example/) | Full |\n',
      finds: ['7:3 after'],
      fixed:
        '# Tea\n\n## Leaves\n\n| Name | Taste |\n| --- | --- |\n| [Assam](https://a.example/) | Full |\n| [Oolong](https://o.example/) | Soft |\n',
    },
    {
      text: `# Tea\n\n## Leaves\n\n${lines(25, (index) => 25 - index)}`,
      finds: ['5:3 many'],
      fixed: `# Tea\n\n## Leaves\n\n${lines(25, (index) => index + 1)}`,
    },
    {
      text: '# Tea\n\n## Pots\n\n- [Clay](https://clay.example/)\n<!-- listwright-disable-next-line entry-name -->\n- [Brass](https://brass.example/)\n\n## Leaves\n\n- [A](https://a.example/)\n',
      options: { target: ['entries', 'sections'] },
      finds: ['3:1 after', '5:3 after'],
      note: 'Sections, and entries next to a directive, are not moved.',
    },
    {
      text: '# Tea\n\n## Leaves\n\n- [🍵 assam](https://a.example/)\n- [The Ceylon](https://c.example/)\n- [Émeraude](https://e.example/)\n- [No. 2](https://n2.example/)\n- [No. 10](https://n10.example/)\n- [Other](https://o.example/)\n- [Zhejiang](https://z.example/)\n- [All](https://all.example/)\n',
      options: { strip: ['the'], pinned: ['all'] },
      finds: [],
      note: 'Case, accents and emoji are ignored, and numbers are compared by value.',
    },
    {
      text: '# Tea\n\n## Leaves\n\n<!-- unsorted -->\n\n- [Yunnan](https://y.example/)\n- [Assam](https://a.example/)\n\n## Steps\n\n1. [Warm](https://w.example/)\n2. [Brew](https://b.example/)\n',
      finds: [],
      note: 'Numbered items are already in order.',
    },
    {
      text: '# Tea\n\n## Leaves\n\n- [Yunnan](https://y.example/)\n\nFrom India:\n\n- [Assam](https://a.example/)\n- [Ceylon](https://c.example/)\n\n* [Boil](https://b.example/)\n',
      finds: [],
      note: 'Separate lists are sorted separately.',
    },
    {
      text: '# Tea\n\n## Leaves\n\n- [Yunnan](https://y.example/)\n- [Assam](https://a.example/)\n',
      options: { order: 'consistent' },
      finds: [],
    },
  ],
  check({ list, options, foldOver, report }) {
    if (options.order !== 'alphabetical') return;
    const { target, key } = options;
    const order = key === 'url' ? 'the order of URLs' : 'alphabetical order';
    const strip = options.strip.map((word) => word.toLowerCase());
    const pinned = new Set(options.pinned.map((name) => name.toLowerCase()));
    for (const run of runsOf(list, target)) {
      const compared = run.members.filter(
        ({ name, url, leads }) => leads && !pinned.has(name.toLowerCase()) && (key === 'name' || url !== null),
      );
      const keys = compared.map(({ name, url }) => (key === 'name' ? sortingKey(name, strip) : urlSortKey(url ?? '')));
      const moves = movesOf(compared, sorted(keys, list.lang));
      const [first, ...others] = moves;
      if (first === undefined) continue;
      const edits = run.kind === 'entries' || run.kind === 'rows' ? sortEdits(run, moves, list) : null;
      const fix = edits === null ? null : { safe: true, edits };
      if (moves.length > foldOver) {
        const data = { count: moves.length, total: compared.length, name: first.member.name, order };
        const places = others.map(({ member }) => member.label);
        report({ message: 'many', at: first.member.label, places, fix, data });
        continue;
      }
      // The moves of a run are one fix, as each may go where another leaves.
      for (const { member, side, neighbour } of moves) {
        const data = { name: member.name, order, other: neighbour.name, line: neighbour.label.start.line };
        report({ message: side, at: member.label, fix, data });
      }
    }
  },
});

function isSorted(members: readonly RunMember[], { lang }: List): boolean {
  const keys = members.map(({ name }) => sortingKey(name, []));
  return sorted(keys, lang).kept.size === keys.length;
}

function lines(count: number, number: (index: number) => number): string {
  return Array.from({ length: count }, (_, index) => `- [Tea ${number(index)}](https://tea.example/)\n`).join('');
}
