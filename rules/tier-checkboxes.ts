import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Entry, List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

/** The box at the start of a task. */
interface Box {
  readonly start: number;
  readonly end: number;
  /** How many spaces follow it. */
  readonly gap: number;
  readonly done: boolean;
}

/** An entry with its box, if it has one. */
interface Boxed {
  readonly entry: Entry;
  readonly box: Box | null;
}

/** Entries that follow one another under one parent with nothing in between. */
function boxedGroups(list: List): readonly (readonly Boxed[])[] {
  const byParent = new Map<Entry['parent'], Boxed[][]>();
  for (const entry of list.entries) {
    if (entry.form !== 'item') continue;
    const groups = byParent.get(entry.parent) ?? [];
    byParent.set(entry.parent, groups);
    const group = groups.at(-1);
    const before = group?.at(-1)?.entry.position.end.offset ?? 0;
    const one = { entry, box: boxOf(entry, list) };
    if (group !== undefined && list.text.slice(before, entry.position.start.offset).trim() === '') group.push(one);
    else groups.push([one]);
  }
  return [...byParent.values()].flat();
}

/** The checkbox of an entry, one that is glued to the text (and so is none to GitHub) included. */
function boxOf({ position, task, links }: Entry, { text }: List): Box | null {
  const start = position.start.offset;
  const source = text.slice(start, start + 500);
  const read = /^((?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\]([ \t]*)(\[[^[\]\n]*\]\(|[^\s([:])?/.exec(source);
  if (read === null || (task === null && (read[3] !== '' || read[4] === undefined))) return null;
  const from = start + (read[1]?.length ?? 0);
  if (links.some((link) => link.position.start.offset === from)) return null;
  return { start: from, end: from + 3, gap: read[3]?.length ?? 0, done: read[2] !== ' ' };
}

export default defineRule({
  id: 'tier-checkboxes',
  topic: 'tiers',
  summary: 'Use checkboxes for all entries in a group or for none, and publish them unchecked',
  why: 'Readers check off entries in their own copy; with a missing or already checked box, their count is wrong.',
  severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['check-mark', 'space'],
  messages: {
    done: '`{name}` is already checked; uncheck it',
    doneMany: '{count} entries are already checked (first: `{name}`); uncheck them',
    missing: '`{name}` has no checkbox, unlike most entries of its group; add `[ ]`',
    odd: '`{name}` has a checkbox, unlike most entries of its group; remove it',
    spaces: '{count} spaces after the checkbox of `{name}`; use one',
    spacesMany: '{count} checkboxes have more than one space after them (first: `{name}`); use one',
    glued: 'No space after the checkbox of `{name}`, so GitHub shows it as text; add the space',
  },
  options: v.object({
    allowDone: v.optional(v.pipe(v.boolean(), v.description('Allow checked boxes.')), false),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Flying\n\n- [x] [Sled](https://plans.example/sled)\n- [ ] [Delta](https://plans.example/delta)\n- [X] [Foil](https://plans.example/foil)\n',
      finds: ['5:3 done', '7:3 done'],
      fixed:
        '# Kites\n\n## Flying\n\n- [ ] [Sled](https://plans.example/sled)\n- [ ] [Delta](https://plans.example/delta)\n- [ ] [Foil](https://plans.example/foil)\n',
    },
    {
      text: '# Kites\n\n## Flying\n\n- [ ] [Sled](https://plans.example/sled)\n- [Delta](https://plans.example/delta)\n- [ ]   [Foil](https://plans.example/foil)\n- [ ][Box](https://plans.example/box)\n',
      finds: ['6:3 missing', '7:6 spaces', '8:3 glued'],
      fixed:
        '# Kites\n\n## Flying\n\n- [ ] [Sled](https://plans.example/sled)\n- [Delta](https://plans.example/delta)\n- [ ] [Foil](https://plans.example/foil)\n- [ ] [Box](https://plans.example/box)\n',
      note: 'Whether `Delta` is a task needs review.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- [Sled](https://plans.example/sled)\n- [Delta](https://plans.example/delta)\n- [ ] [Foil](https://plans.example/foil)\n',
      finds: ['7:3 odd'],
    },
    {
      text: `# Kites\n\n## Flying\n\n${'- [ ]  [Sled](https://plans.example/sled)\n'.repeat(21)}`,
      finds: ['5:6 spacesMany'],
      fixed: `# Kites\n\n## Flying\n\n${'- [ ] [Sled](https://plans.example/sled)\n'.repeat(21)}`,
    },
    {
      text: `# Kites\n\n## Flying\n\n${'- [x] [Sled](https://plans.example/sled)\n'.repeat(21)}`,
      finds: ['5:3 doneMany'],
      fixed: `# Kites\n\n## Flying\n\n${'- [ ] [Sled](https://plans.example/sled)\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\n## Flying\n\n- [ ] [Sled](https://plans.example/sled)\n  - [Plans](https://plans.example/sled/plans)\n- [ ] [Delta](https://plans.example/delta)\n\n## Reading\n\n- [Wind](https://wind.example/)\n',
      finds: [],
      note: 'Nested entries and other sections are separate groups.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- [x](https://plans.example/x) - A cross.\n- [x][plans]\n\n[plans]: https://plans.example/\n',
      finds: [],
      note: 'A link may be named x.',
    },
    {
      text: '# Kites\n\n## Why this list\n\n- [x] Free\n- [x] Short\n\n## Flying\n\n- [Sled](https://plans.example/sled)\n',
      finds: [],
      note: 'Features of the list are not tasks.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- [x] [Sled](https://plans.example/sled)\n',
      options: { allowDone: true },
      finds: [],
    },
  ],
  check({ list, options, foldOver, report }) {
    const done: Ticked[] = [];
    const wide: (Ticked & { readonly gap: number })[] = [];
    for (const group of boxedGroups(list)) {
      const boxed = group.filter((one) => one.box !== null).length;
      if (boxed === 0) continue;
      for (const { entry, box } of group) {
        const { name } = entry;
        if (box === null) {
          if (boxed * 2 < group.length || boxed < 2) continue;
          const from = entry.position.start.offset + (entry.marker?.length ?? 0) + 1;
          report({
            message: 'missing',
            at: entry.label,
            data: { name },
            fix: put(false, from, from, '[ ] '),
          });
          continue;
        }
        const { start, end, gap } = box;
        const at = list.place(start, end);
        if (boxed * 2 < group.length || (boxed === 1 && group.length > 1)) {
          report({ message: 'odd', at, data: { name }, fix: put(false, start, end + gap, '') });
          continue;
        }
        if (gap === 0) report({ message: 'glued', at, data: { name }, fix: put(true, end, end, ' ') });
        else if (gap > 1) {
          const fix = put(true, end, end + gap, ' ');
          wide.push({ name, gap, at: list.place(end, end + gap), fix });
        }
        if (box.done && !options.allowDone) done.push({ name, at, fix: put(true, start + 1, end - 1, ' ') });
      }
    }
    const [firstWide, ...otherWide] = wide;
    if (firstWide !== undefined && wide.length > foldOver) {
      const { at, name } = firstWide;
      const fix = { safe: true, edits: wide.flatMap((one) => one.fix.edits) };
      const places = otherWide.map((one) => one.at);
      report({ message: 'spacesMany', at, places, data: { count: wide.length, name }, fix });
    } else
      for (const { name, gap, at, fix } of wide) report({ message: 'spaces', at, data: { name, count: gap }, fix });
    const [first] = done;
    if (first === undefined || done.length <= foldOver) {
      for (const { name, at, fix } of done) report({ message: 'done', at, data: { name }, fix });
      return;
    }
    const fix = { safe: true, edits: done.flatMap((one) => one.fix.edits) };
    const places = done.slice(1).map((one) => one.at);
    report({ message: 'doneMany', at: first.at, places, data: { count: done.length, name: first.name }, fix });
  },
});

interface Ticked {
  readonly name: string;
  readonly at: Position;
  readonly fix: Fix;
}

function put(safe: boolean, start: number, end: number, text: string): Fix {
  return { safe, edits: [{ start, end, text }] };
}
