import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { List, Section, Tier } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { mainContents } from '../src/rule-kit/toc.js';

/** What may follow the content, in the order that readers know. */
const kinds = [
  { name: 'Related', titles: /^related(?: (?:awesome )?(?:lists?|projects?))?$/i },
  { name: 'Contributing', titles: /^(?:contribut(?:e|ing|ions?)|how to contribute|contribution guidelines)$/i },
  { name: 'Footnotes', titles: /^footnotes?$/i },
];

interface Placed {
  readonly section: Section;
  /** Its place among `kinds`, 0 to 2. */
  readonly rank: number;
  readonly index: number;
}

export default defineRule({
  id: 'meta-sections',
  topic: 'sections',
  summary: 'Put sections about the list itself at the end, in the usual order',
  why: 'Readers look for related lists, contribution guidelines and footnotes at the end, not between recommendations.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    between: 'Section `{title}` is between content sections; move it after `{last}`',
    order: 'Section `{title}` is after `{other}`; the usual order is Related, Contributing, Footnotes',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Contributing\n\nWrite to us.\n\n## Spars\n\n- [Ash](https://ash.example/)\n- [Reed](https://reed.example/)\n',
      finds: ['8:1 between'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Spars\n\n- [Ash](https://ash.example/)\n- [Reed](https://reed.example/)\n\n## Contributing\n\nWrite to us.\n',
    },
    {
      text: '# Kites\n\n## Footnotes\n\nWind is air.\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Contributing\n\nWrite to us.\n',
      finds: ['3:1 between'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Contributing\n\nWrite to us.\n\n## Footnotes\n\nWind is air.\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Contributing\n\nWrite to us.\n\n## Related\n\n- [Balloons](https://balloon.example/)\n',
      finds: ['12:1 order'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Related\n\n- [Balloons](https://balloon.example/)\n\n## Contributing\n\nWrite to us.\n',
    },
    {
      text: '# Kites\n\n## Contributing\n\nWrite to us.\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Related\n\n- [Balloons](https://balloon.example/)\n',
      finds: [],
      note: 'Contributing may also come first.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n\n## Contributing\n\nWrite to us.\n\n## Sponsors\n\nNobody yet.\n',
      finds: [],
      note: 'The section after it has no entries.',
    },
    {
      text: '# Kites\n\n## Sails\n\n### Related\n\n- [Silk](https://silk.example/)\n\n### Cloth\n\n- [Foil](https://foil.example/)\n\n## Contributing to science\n\n- [Wind](https://wind.example/)\n\n## Spars\n\n- [Ash](https://ash.example/)\n- [Reed](https://reed.example/)\n',
      finds: [],
      note: 'Nested, or as part of a longer name, it is another kind of section.',
    },
  ],
  check({ list, report }) {
    const from = mainContents(list)?.position.start.offset ?? 0;
    for (const group of groupsOf(list)) {
      const placed = group.flatMap((section, index): Placed[] => {
        const title = section.title.replace(/(?<![\s:.!])[\s:.!]+$/u, '');
        const rank = section.form === 'heading' ? kinds.findIndex(({ titles }) => titles.test(title)) : -1;
        return rank < 0 ? [] : [{ section, rank, index }];
      });
      const special = new Set(placed.map(({ section }) => section));
      // What comes before the table of contents introduces the list.
      const entries = group.map((section) => {
        const count = special.has(section) || section.position.start.offset < from ? 0 : recommended(section);
        return count > 1 ? count : 0;
      });
      const firstIndex = entries.findIndex((count) => count > 0);
      const lastIndex = entries.findLastIndex((count) => count > 0);
      const last = group[lastIndex];
      if (last === undefined) continue;
      let after = entries.reduce((sum, count) => sum + count, 0);
      let passed = 0;
      // Those of the usual end that stand right already, by rank.
      const ends = kinds.map((_, rank) => placed.findLast((one) => one.index > lastIndex && one.rank <= rank));
      const behind: (Placed | undefined)[] = kinds.map(() => undefined);
      for (const one of placed) {
        const { section, rank, index } = one;
        const at = section.heading;
        const { title } = section;
        if (index < lastIndex) {
          for (; passed <= index; passed++) after -= entries[passed] ?? 0;
          if ((rank === 1 && index < firstIndex) || after * 20 < list.entries.length) continue;
          report({
            message: 'between',
            at,
            fix: move(index, ends[rank]?.index ?? lastIndex, group, list),
            data: { title, last: last.title },
          });
        } else {
          const other = behind.slice(rank + 1).find((earlier) => earlier !== undefined);
          if (other === undefined) behind[rank] ??= one;
          else {
            const fix = move(index, other.index - 1, group, list);
            report({ message: 'order', at, fix, data: { title, other: other.section.title } });
          }
        }
      }
    }
  },
});

/** The sibling sections: those of the list, and those below each heading of level 1. */
function groupsOf({ children }: List): readonly (readonly Section[])[] {
  const top = children.filter((child): child is Section => child.type === 'section');
  const below = top.filter(({ depth }) => depth === 1).map((part) => part.children);
  return [top, ...below.map((group) => group.filter((child): child is Section => child.type === 'section'))];
}

function recommended({ children }: Section | Tier): number {
  return children.reduce((sum, child) => sum + (child.type === 'entry' ? 1 : recommended(child)), 0);
}

/** Moves a section of a group behind another; null where there is none, or where HTML runs over its ends. */
function move(index: number, behind: number, group: readonly Section[], { text }: List): Fix | null {
  const [section, target] = [group[index], group[behind]];
  if (section === undefined || target === undefined) return null;
  const start = section.position.start.offset;
  const next = group[index + 1]?.position.start.offset ?? text.length;
  const after = group[behind + 1]?.position.start.offset ?? text.length;
  const block = text.slice(start, section.position.end.offset).trimEnd();
  const outer = text.slice(section.position.end.offset, next) + text.slice(target.position.end.offset, after);
  if (outer.trim() !== '' || /<\/?(?:details|div|section|table|center|td|tr)\b/i.test(block)) return null;
  const at = target.position.end.offset;
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const begin =
    next === text.length ? start - (/\s*$/.exec(text.slice(Math.max(0, start - 99), start))?.[0].length ?? 0) : start;
  const to = next === text.length ? section.position.end.offset : next;
  return {
    safe: false,
    edits: [
      { start: begin, end: to, text: '' },
      { start: at, end: at, text: line + line + block },
    ].sort((a, b) => a.start - b.start),
  };
}
