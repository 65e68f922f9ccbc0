import * as v from 'valibot';
import { UserError } from '../src/model/errors.js';
import { type Entry, type Link, type Tier, tierOf } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { samePage } from '../src/url/same-page.js';
export default defineRule({
  id: 'tier-no-repeat',
  topic: 'tiers',
  summary: 'Recommend each resource in only one tier',
  why: 'Readers who see it again cannot tell whether they should work through it twice.',
  severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  supersededBy: ['no-placeholder', 'url-wellformed', 'no-duplicate-url'],
  messages: {
    again:
      '`{name}` in `{tier}` is already in `{earlier}` on line {line}; remove one, or mark this one with `(revisit)`',
    twice: '`{name}` is already in `{tier}` on line {line}; remove one',
  },
  options: v.object({
    allowRepeat: v.optional(
      v.pipe(
        v.string(),
        v.regex(/\S/),
        v.description('A regular expression for the text of entries that are repeated on purpose.'),
      ),
      '\\b(?:revisit|again|re-?read|second time|\\d+ more|the rest|remaining|hard(?:er)? ones)\\b',
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/) - Read it.\n- **Tier 2: Loops**\n  - [On wind](http://www.wind.example) - Read it.\n',
      finds: ['8:5 again'],
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/)\n  - [Wind](https://wind.example/)\n- **Tier 2: Loops**\n  - [Loops](https://loops.example/)\n',
      finds: ['7:5 twice'],
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/) - Read it.\n- **Tier 2: Loops**\n  - [Wind](https://wind.example/) (revisit) - Read it with a kite in hand.\n',
      finds: [],
      note: 'Marked as repeated on purpose.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/?v=1) - The film.\n- **Tier 2: Loops**\n  - [Loops](https://wind.example/?v=2) - The sequel.\n',
      finds: [],
      note: 'Different queries are different pages.',
    },
    {
      text: '# Kites\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Drills](https://drills.example/) - The easy ones.\n- **Tier 2: Loops**\n  - [Drills](https://drills.example/) - 5 more, the hard ones.\n',
      finds: [],
      note: 'A task that returns to a site.',
    },
    {
      text: '# Kites\n\n## Books\n\n- [Wind](https://wind.example/)\n\n## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/)\n- **Tier 2: Loops**\n  - [Loops](https://loops.example/)\n',
      finds: [],
      note: 'Only one of them is in a tier.',
    },
  ],
  check({ list, options, report }) {
    const meant = patternOf(options.allowRepeat);
    const seen = new Map<string, { readonly link: Link; readonly entry: Entry; readonly tier: Tier }>();
    for (const entry of list.entries) {
      const { link } = entry;
      const tier = link === null ? null : tierOf(entry);
      if (link === null || tier === null || (link.sort !== 'web' && link.sort !== 'local')) continue;
      const key = samePage(link.url);
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, { link, entry, tier });
        continue;
      }
      const source = list.text.slice(
        entry.position.start.offset,
        entry.children[0]?.position.start.offset ?? entry.position.end.offset,
      );
      if (meant.test(source)) continue;
      const data = { name: entry.name, tier: tier.label, line: earlier.entry.position.start.line };
      const found = { at: link.position, link, either: [earlier.link.position] };
      if (earlier.tier === tier) report({ ...found, message: 'twice', data });
      else report({ ...found, message: 'again', data: { ...data, earlier: earlier.tier.label } });
    }
  },
});

function patternOf(source: string): RegExp {
  try {
    return new RegExp(source, 'iu');
  } catch {
    throw new UserError(`allowRepeat of the rule tier-no-repeat, ${source}, is not a regular expression; correct it.`);
  }
}
