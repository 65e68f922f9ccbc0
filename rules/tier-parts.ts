import * as v from 'valibot';
import type { List, Section, Tier } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { nodesIn } from '../src/text/document-order.js';
import { foldName } from '../src/text/fold-name.js';
import { replaceComments } from '../src/text/html-comments.js';

const when = (what: string) =>
  v.optional(
    v.pipe(
      v.picklist(['group', 'always', 'never']),
      v.description(`Require ${what} in each tier; \`group\`: where at least half of the tiers of the group have one.`),
    ),
    'group',
  );

export default defineRule({
  id: 'tier-parts',
  topic: 'tiers',
  summary: 'Give every tier the same parts',
  why: 'Readers who finish a tier expect the next one to have the same parts: what it is for, and what to read.',
  severity: { awesome: 'off', list: 'off', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'none',
  supersededBy: ['no-empty-section'],
  messages: {
    empty: 'Tier `{label}` is empty; fill or remove it',
    prose: 'Tier `{label}` has no introduction; say what it is for',
    entry: 'Tier `{label}` has no entries; add one',
    heading: 'Tier `{label}` has no section `{heading}`; add it',
  },
  options: v.object({
    prose: when('an introduction'),
    entry: when('an entry'),
    headings: v.optional(
      v.pipe(v.array(v.string()), v.description('Titles of sections that every tier must have, in any case.')),
      [],
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Tier 1: Launch\n\nLearn to start in a light wind.\n\n- [Sled](https://plans.example/sled)\n\n## Tier 2: Loops\n\n---\n\n- [Foil](https://plans.example/foil)\n\n## Tier 3: Teams\n\nMeet others.\n',
      finds: ['9:4 prose', '15:4 entry'],
    },
    {
      text: '# Kites\n\n## Step 1: Sew\n\nCut.\n\n## Step 2: Knot\n\nTie.\n\n- A bowline.\n\n## Step 3: Launch\n\nRun.\n',
      finds: [],
      note: 'Most of these steps have no entries.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Sled](https://plans.example/sled)\n- **Tier 2: Loops**\n  - [Foil](https://plans.example/foil)\n- **Tier 3: Teams**\n',
      finds: ['9:3 empty'],
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\n### Goal\n\nStart.\n\n### Plans\n\n- [Sled](https://plans.example/sled)\n\n## Tier 2: Loops\n\n### Goals\n\nTurn.\n\n### Plans\n\n- [Foil](https://plans.example/foil)\n',
      options: { headings: ['goal'] },
      finds: ['13:4 heading'],
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\n- [Sled](https://plans.example/sled)\n\n## Tier 2: Loops\n\n- [Foil](https://plans.example/foil)\n',
      options: { prose: 'always' },
      finds: ['3:4 prose', '7:4 prose'],
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\n- [Sled](https://plans.example/sled)\n\n## Tier 2: Loops\n\n- [Foil](https://plans.example/foil)\n',
      finds: [],
      note: 'All tiers have the same parts.',
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\nLearn to start.\n\n- [Sled](https://plans.example/sled)\n\n## Tier 2: Loops\n\nRead [the book of loops](https://loops.example/) and turn.\n',
      finds: [],
      note: 'A paragraph may recommend something.',
    },
    {
      text: '# Kites\n\n## Step 1: Sew\n\nFold the hem.\n\n## Step 2: Tie\n\nTwo knots will do.\n',
      finds: [],
      note: 'Steps with text only.',
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\n### Goal\n\nStart.\n\n### Plans\n\n- [Sled](https://plans.example/sled)\n\n## Tier 2: Loops\n\nTurn.\n\n| Plan | Lines |\n| --- | --- |\n| [Foil](https://plans.example/foil) | 4 |\n',
      finds: [],
      note: 'Sections of the tier and rows of a table count.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Sled](https://plans.example/sled)\n- **Tier 2: Loops**\n  - Fly with friends.\n',
      finds: [],
      note: 'A task without a link is an entry.',
    },
  ],
  check({ list, options, report }) {
    for (const ladder of list.ladders) {
      const parts = ladder.map((tier) => {
        const { prose, entry } = partsOf(tier, list);
        return { tier, prose, entry: entry || recommends(tier, list) };
      });
      const needs = (option: 'group' | 'always' | 'never', has: readonly boolean[]): boolean =>
        option === 'always' || (option === 'group' && has.filter(Boolean).length * 2 >= Math.max(2, has.length));
      const proseNeeded = needs(
        options.prose,
        parts.map((one) => one.prose),
      );
      const entryNeeded = needs(
        options.entry,
        parts.map((one) => one.entry),
      );
      for (const { tier, prose, entry } of parts) {
        const data = { label: tier.label };
        const at = tier.labelSpan.position;
        if (!prose && !entry && tier.children.length === 0) {
          report({ message: 'empty', at, data });
          continue;
        }
        if (proseNeeded && !prose) report({ message: 'prose', at, data });
        if (entryNeeded && !entry) report({ message: 'entry', at, data });
        const titles = new Set(titlesIn(tier));
        for (const heading of options.headings) {
          if (!titles.has(foldName(heading))) report({ message: 'heading', at, data: { ...data, heading } });
        }
      }
    }
  },
});

interface Parts {
  readonly prose: boolean;
  readonly entry: boolean;
}

/** What a tier holds, directly or in sections below it. */
function partsOf(node: Section | Tier, list: List): Parts {
  let prose = node.prose.some((place) => says(place, list));
  let entry = false;
  for (const child of node.children) {
    if (child.type === 'entry') entry = true;
    else {
      const inner = partsOf(child, list);
      prose ||= inner.prose;
      entry ||= inner.entry;
    }
  }
  return { prose, entry };
}

/** True when a paragraph or a table of the tier links to something. */
function recommends({ position }: Tier, { links }: List): boolean {
  return nodesIn(links, position).some(({ sort, image }) => (sort === 'web' || sort === 'local') && !image);
}

/** A thematic break or a comment is not text. */
function says({ start, end }: Position, { text }: List): boolean {
  return /[\p{L}\p{N}]/u.test(replaceComments(text.slice(start.offset, end.offset), () => ''));
}

function titlesIn({ children }: Tier): readonly string[] {
  return children.flatMap((child) => (child.type === 'section' ? [foldName(child.title)] : []));
}
