import * as v from 'valibot';
import type { Edit, Fix } from '../src/model/finding.js';
import type { Link, Tier } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { groupBy } from '../src/text/group-by.js';

export default defineRule({
  id: 'tier-sequence',
  topic: 'tiers',
  summary: 'Number tiers in order, without gaps or repeats',
  why: 'Readers look for a missing tier, and take two tiers with the same number for one.',
  severity: { awesome: 'off', list: 'off', roadmap: 'warning', minimal: 'off', default: 'error' },
  fix: 'suggest',
  messages: {
    start: 'The first tier is `{label}`; start with number {expected}',
    gap: '`{label}` follows `{previous}`; expected number {expected}',
    repeat: '`{label}` has the same number as `{previous}`; expected number {expected}',
    order: '`{label}` comes after `{previous}`; reorder the tiers',
  },
  options: v.object({
    start: v.optional(
      v.pipe(
        v.union([v.literal('any'), v.literal(0), v.literal(1)]),
        v.description('The number of the first tier; `any`: 0 or 1.'),
      ),
      'any',
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Single line**\n  - [Sled](https://plans.example/sled)\n- **Tier 3: Four lines**\n  - [Foil](https://plans.example/foil)\n',
      finds: ['7:5 gap'],
      fixed:
        '# Kites\n\n## Flying\n\n- **Tier 1: Single line**\n  - [Sled](https://plans.example/sled)\n- **Tier 2: Four lines**\n  - [Foil](https://plans.example/foil)\n',
    },
    {
      text: '# Kites\n\n- [Three](#level-3-stunts)\n\n## Level 2: Steering\n\n- [Delta](https://plans.example/delta)\n\n## Level 2: Landing\n\n- [Sled](https://plans.example/sled)\n\n## Level 3: Stunts\n\n- [Foil](https://plans.example/foil)\n',
      finds: ['5:4 start', '9:4 repeat'],
      fixed:
        '# Kites\n\n- [Three](#level-3-stunts)\n\n## Level 1: Steering\n\n- [Delta](https://plans.example/delta)\n\n## Level 2: Landing\n\n- [Sled](https://plans.example/sled)\n\n## Level 3: Stunts\n\n- [Foil](https://plans.example/foil)\n',
    },
    {
      text: '# Kites\n\n## Flying\n\n### Tier 1\n\nRun.\n\n### Tier 3\n\nLoop.\n\n### Tier 2\n\nSteer.\n',
      finds: ['13:5 order'],
      note: 'Two that are swapped are one finding.',
    },
    {
      text: '# Kites\n\n## Flying\n\n### Tier 0: Safety\n\nGloves.\n\n### Tier 1: Launch\n\nRun.\n',
      finds: [],
      note: 'Tiers may start with 0.',
    },
    {
      text: '# Kites\n\n## Wind\n\n- **Tier 1: Breeze**\n  - [Sled](https://plans.example/sled)\n\n## Storm\n\n- **Tier 2: Gale**\n  - [Foil](https://plans.example/foil)\n',
      finds: [],
      note: 'A section may continue where the previous one ended.',
    },
    {
      text: '# Kites\n\n## Weeks\n\n### Week 1-2: Sewing\n\nSeams.\n\n### Week 3: Flying\n\nRun.\n',
      finds: [],
      note: 'A label may cover several numbers.',
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\nRun.\n\n## Tier 2: Steering\n\n### Tier 2 - Option A\n\nLeft.\n\n### Tier 2 - Option B\n\nRight.\n\n## Tier 3: Loops\n\nTurn.\n',
      finds: [],
      note: 'Alternatives of one tier.',
    },
    {
      text: '# Kites\n\n## Tier 1 - Launch\n\nRun.\n\n## Tier 2 - Option 1 - Delta\n\nLeft.\n\n## Tier 2 - Option 2 - Sled\n\nRight.\n',
      finds: [],
    },
    {
      text: '# Kites\n\n## Flying\n\n### Beginner\n\n- [Sled](https://plans.example/sled)\n\n### Advanced\n\n- [Foil](https://plans.example/foil)\n',
      finds: [],
      note: 'Level words have no numbers.',
    },
  ],
  check({ list, options, report }) {
    const linksTo = groupBy(list.links, ({ url }) => url);
    for (const ladder of list.ladders) {
      const rungs = ladder.flatMap((tier) => read(tier));
      if (rungs.length < ladder.length || areAlternatives(rungs)) continue;
      const first = rungs[0]?.first ?? 0;
      const right = options.start === 'any' ? first <= 1 : first === options.start;
      const start = right ? first : options.start === 'any' ? 1 : options.start;
      let fix: Fix | null = renumber(rungs, start, list.text, linksTo);
      const once = (): Fix | null => {
        const whole = fix;
        fix = null;
        return whole;
      };
      const lastPlace = new Map(rungs.map((rung, index) => [rung.first, index]));
      for (const [index, { tier, first: number }] of rungs.entries()) {
        const previous = rungs[index - 1];
        const data = { label: tier.label, expected: previous === undefined ? start : previous.last + 1 };
        const at = tier.labelSpan.position;
        if (previous === undefined) {
          if (!right) report({ message: 'start', at, data, fix: once() });
          continue;
        }
        const follows = (lastPlace.get(data.expected) ?? -1) > index;
        if (number === data.expected || (number > data.expected && follows)) continue;
        if (number === previous.first && isAlternative(tier) && isAlternative(previous.tier)) continue;
        const named = { previous: previous.tier.label, label: data.label };
        if (number < previous.first) report({ message: 'order', at, data: named });
        else if (number > previous.last) report({ message: 'gap', at, data: { ...named, ...data }, fix: once() });
        else report({ message: 'repeat', at, data: { ...named, ...data }, fix: once() });
      }
    }
  },
});

/** Ways to do one tier, as `Tier 2 - Option A`. */
const isAlternative = ({ title }: Tier): boolean =>
  /^\W*(?:options?|alternatives?|variants?|choices?|paths?|tracks?|[a-z])(?![\p{L}])/iu.test(title ?? '');

/** True for alternatives below a tier of the same number. */
function areAlternatives(rungs: readonly Rung[]): boolean {
  return rungs.every(({ tier, first }) => {
    const above = tier.parent.type === 'section' ? tier.parent.parent : tier.parent;
    return above.type === 'tier' && above.number === first;
  });
}

interface Rung {
  readonly tier: Tier;
  readonly first: number;
  /** Greater than `first` in a label like `Week 1-2`. */
  readonly last: number;
}

function read(tier: Tier): readonly Rung[] {
  if (tier.number === null) return [];
  const range = /(?<!\d)\d{1,9}\s{0,9}[-–—]\s{0,9}(\d{1,9})(?=\s{0,9}(?:[:：]|$))/.exec(tier.label);
  return [{ tier, first: tier.number, last: Math.max(tier.number, Number(range?.[1] ?? 0)) }];
}

/** Numbers the ladder from its start, and turns the links that lead to its headings. */
function renumber(
  rungs: readonly Rung[],
  start: number,
  text: string,
  linksTo: ReadonlyMap<string, readonly Link[]>,
): Fix | null {
  const edits: Edit[] = [];
  for (const [index, { tier, first, last }] of rungs.entries()) {
    const { position } = tier.labelSpan;
    const source = text.slice(position.start.offset, position.end.offset);
    const written = new RegExp(`(?<!\\d)0*${first}(?!\\d)`).exec(source);
    if (written === null || last !== first) return null;
    if (start + index === first) continue;
    const at = position.start.offset + written.index;
    edits.push({ start: at, end: at + written[0].length, text: String(start + index) });
    for (const link of tier.slug === null ? [] : (linksTo.get(`#${tier.slug}`) ?? [])) {
      const number = link.url.indexOf(String(first));
      if (number < 0) continue;
      const from = link.urlPosition.start.offset + number;
      edits.push({ start: from, end: from + String(first).length, text: String(start + index) });
    }
  }
  return { safe: false, edits };
}
