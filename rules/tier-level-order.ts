import * as v from 'valibot';
import type { Entry, List, Section, Tier } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { append } from '../src/text/append.js';
import { addTo } from '../src/text/group-by.js';
import { longestRun } from '../src/text/longest-increasing.js';

/** English words for how hard something is, in rising order. */
const steps: readonly string[] = [
  'prerequisite prerequisites',
  'basic basics beginner beginners intro introductory elementary novice junior starter newbie newcomers',
  'core intermediate mid-level midlevel medium',
  'advanced senior',
  'expert experts master mastery principal',
];
const ranks = new Map(steps.flatMap((words, index) => words.split(' ').map((word) => [word, index])));

/** Words that add nothing to a word for a level. */
const filler =
  /^(?:level|levels|topic|topics|concept|concepts|stuff|things|track|stage|tier|knowledge|skills?|material)$/;

/** How hard a title says that something is, and what it speaks of apart from that. */
interface Ranked {
  readonly rank: number;
  readonly subject: string;
}

/** Reads a title that begins with a word for a level; null for others. */
function rankOf(title: string): Ranked | null {
  const words = title.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’+#-]*/gu) ?? [];
  const [first = ''] = words;
  const rank = ranks.get(first);
  if (rank === undefined || words.length > 5) return null;
  return {
    rank,
    subject: words
      .slice(1)
      .filter((word) => !filler.test(word))
      .join(' '),
  };
}

/** The rank of a single word for a level, as tags have it; null for other words. */
function rankOfWord(word: string): number | null {
  return ranks.get(word.trim().toLowerCase()) ?? null;
}

export default defineRule({
  id: 'tier-level-order',
  topic: 'tiers',
  summary: 'Put easier levels before harder ones',
  why: 'Readers work from top to bottom; those who reach the advanced part first may give up.',
  severity: { awesome: 'off', list: 'off', roadmap: 'warning', minimal: 'off', default: 'error' },
  fix: 'none',
  messages: {
    early: '`{title}` comes before `{other}`, which is easier; move it after `{other}`',
    late: '`{title}` comes after `{other}`, which is harder; move it before `{other}`',
    entry: '`{name}` is marked `{word}` but is in `{title}`, which is easier; move it to a section of that level',
  },
  options: v.object({
    entries: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Report entries that are marked with a harder level than their section, such as `(advanced)`.'),
      ),
      false,
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Advanced\n\n- [Foil](https://plans.example/foil)\n\n## Beginner\n\n- [Sled](https://plans.example/sled)\n\n## Expert\n\n- [Box](https://plans.example/box)\n',
      finds: ['3:1 early'],
    },
    {
      text: '# Kites\n\n## Basic stunts\n\n- [Loop](https://plans.example/loop)\n\n## Intermediate stunts\n\n- [Axel](https://plans.example/axel)\n\n## Advanced stunts\n\n- [Flic](https://plans.example/flic)\n\n## Beginner stunts\n\n- [Land](https://plans.example/land)\n',
      finds: ['15:1 late'],
    },
    {
      text: '# 风筝\n\n## 高级\n\n- [大](https://plans.example/foil)\n\n## 初级\n\n- [小](https://plans.example/sled)\n',
      finds: ['3:1 early'],
    },
    {
      text: '# Kites\n\n## Beginner\n\n- [Sled](https://plans.example/sled) (basic) - One line.\n- [Foil](https://plans.example/foil) (advanced) - Four lines.\n\n## Advanced\n\n- [Box](https://plans.example/box) (beginner)\n',
      options: { entries: true },
      finds: ['6:3 entry'],
      note: 'Easy entries may be in a hard section.',
    },
    {
      text: '# Kites\n\n## Prerequisites\n\nWind.\n\n## Intro\n\n- [Sled](https://plans.example/sled)\n\n## Core\n\n- [Delta](https://plans.example/delta)\n\n## Advanced\n\n- [Foil](https://plans.example/foil)\n',
      finds: [],
    },
    {
      text: '# Kites\n\n## Advanced weaving\n\n- [Loom](https://cloth.example/loom)\n\n## Basic sewing\n\n- [Hem](https://cloth.example/hem)\n\n## Core spun\n\n- [Yarn](https://cloth.example/yarn)\n',
      finds: [],
      note: 'Levels of different subjects have no order.',
    },
    {
      text: '# Kites\n\n## Introduction\n\nHello.\n\n## Prerequisites\n\nWind.\n\n## Beginner\n\n- [Sled](https://plans.example/sled)\n',
      finds: [],
      note: 'An introduction has no level.',
    },
    {
      text: '# Kites\n\n## Stunts\n\n### Advanced\n\n- [Flic](https://plans.example/flic)\n\n## Sewing\n\n### Basics\n\n- [Hem](https://cloth.example/hem)\n',
      finds: [],
      note: 'Levels of different sections have no order.',
    },
  ],
  check({ list, options, report }) {
    for (const group of groupsOf(list)) {
      // Levels of one rank may stand in any order.
      const values = group.map(({ rank }, index) => rank * group.length + index);
      const kept = longestRun(values);
      const ranks = new Set(group.map(({ rank }) => rank));
      const lastEasier = new Map(Array.from(ranks, (rank) => [rank, group.findLastIndex((one) => one.rank < rank)]));
      const firstHarder = new Map(Array.from(ranks, (rank) => [rank, group.findIndex((one) => one.rank > rank)]));
      for (const [index, { title, node, rank }] of group.entries()) {
        if (kept.has(index)) continue;
        const [easier, harder] = [lastEasier.get(rank) ?? -1, firstHarder.get(rank) ?? -1];
        const other = (place: number): string => group[place]?.title ?? '';
        if (easier > index) report({ message: 'early', at: node.heading, data: { title, other: other(easier) } });
        else if (harder >= 0 && harder < index)
          report({ message: 'late', at: node.heading, data: { title, other: other(harder) } });
      }
    }
    if (!options.entries) return;
    for (const entry of list.entries) {
      const level = levelOf(entry);
      const mark = level === null ? null : markOf(entry, list);
      if (level === null || mark === null || mark.rank <= level.rank) continue;
      report({ message: 'entry', at: entry.label, data: { name: entry.name, word: mark.word, title: level.title } });
    }
  },
});

interface Level {
  readonly node: Section | Tier;
  readonly title: string;
  readonly rank: number;
}

/** Siblings that are levels of one thing, and ladders whose levels are words, each in document order. */
function groupsOf(list: List): readonly (readonly Level[])[] {
  const groups: Level[][] = list.ladders
    .filter((ladder) => ladder.every((tier) => tier.keyword === null))
    .map((ladder) => ladder.map((node) => ({ node, title: node.label, rank: node.level })));
  for (const { children } of [list, ...list.sections, ...list.tiers]) {
    const bySubject = new Map<string, Level[]>();
    for (const node of children) {
      if (node.type === 'entry' || (node.type === 'tier' && node.keyword === null)) continue;
      const ranked = rankOf(node.title ?? '');
      if (ranked === null) continue;
      const level = { node, title: titleOf(node), rank: ranked.rank };
      addTo(bySubject, ranked.subject, level);
    }
    append(groups, bySubject.values());
  }
  return groups;
}

/** The nearest level around an entry. */
function levelOf(entry: Entry): Level | null {
  for (let node: Entry['parent'] = entry.parent; node.type !== 'list'; node = node.parent) {
    const ranked = node.type === 'entry' ? null : rankOf(node.title ?? '');
    if (node.type !== 'entry' && ranked !== null) return { node, title: titleOf(node), rank: ranked.rank };
  }
  return null;
}

const titleOf = (node: Section | Tier): string => (node.type === 'tier' ? node.label : node.title);

/** The level that an entry is marked with, in brackets, code or small print. */
function markOf(
  { position, children }: Entry,
  { text }: List,
): { readonly word: string; readonly rank: number } | null {
  const own = text.slice(position.start.offset, children[0]?.position.start.offset ?? position.end.offset);
  for (const [, word = ''] of own.matchAll(/[([`>]\s?([A-Za-z-]{3,15})\s?[)\]`<]/g)) {
    const rank = rankOfWord(word);
    if (rank !== null) return { word, rank };
  }
  return null;
}
