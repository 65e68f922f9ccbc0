import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import { type Entry, type Link, sectionOf, tierOf } from '../src/model/list.js';
import { defineRule } from '../src/model/rule.js';
import { removeLine } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { samePage } from '../src/url/same-page.js';
export default defineRule({
  id: 'no-duplicate-url',
  summary: 'List each address once',
  why: 'Readers who meet a thing twice wonder what they missed, and the two descriptions drift apart.',
  severity: { awesome: 'error', list: 'error', roadmap: 'off', minimal: 'warning', default: 'error' },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    duplicate: '`{name}` has the address that `{earlier}` has in line {line}; keep one of the two',
  },
  options: v.object({
    scope: v.optional(
      v.pipe(v.picklist(['section', 'tier', 'document']), v.description('Where two entries must differ.')),
      'document',
    ),
    crossList: v.optional(
      v.pipe(v.boolean(), v.description('Accept the same name in another section, where it is listed on purpose.')),
      false,
    ),
    ...scopeOptions,
  }),
  presetOptions: { awesome: { crossList: true }, minimal: { scope: 'section' } },
  examples: [
    {
      text: '## A\n\n- [Pot](https://pot.test/) - Clay.\n- [Cup](https://cup.test) - Clay.\n- [The pot](http://www.pot.test) - Iron.\n',
      finds: ['5:3 duplicate'],
    },
    {
      text: '## A\n\n- [Pot](https://github.com/Kiln/Pot.git) - Clay.\n- [Pot again](https://github.com/kiln/pot#readme) - Clay.\n',
      finds: ['4:3 duplicate'],
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Pot](https://pot.test) - Clay.\n',
      finds: ['4:3 duplicate'],
      fixed: '## A\n\n- [Pot](https://pot.test) - Clay.\n',
      note: 'A line that stands twice can go.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Of clay.\n',
      options: { crossList: true },
      finds: [],
      note: 'Listed in two sections under the same name: meant so.',
    },
    {
      text: '## A\n\n- [One](https://v.test/?v=1)\n- [Two](https://v.test/?v=2)\n- [Part](https://v.test/#p)\n',
      finds: [],
      note: 'Queries and fragments tell pages apart.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Cup](https://cup.test) - Like [Pot](https://pot.test).\n',
      finds: [],
      note: 'A description may point to another entry.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Urn](https://pot.test) - Iron.\n',
      options: { scope: 'section' },
      finds: [],
    },
  ],
  check({ list, options, report }) {
    const seen = new Map<string, { readonly entry: Entry; readonly link: Link }>();
    for (const entry of list.entries) {
      const { link } = entry;
      // A sentence with a link in it, or a back-to-top line, does not list what it links to.
      if (link === null || entry.naming === 'plain' || (link.sort !== 'web' && link.sort !== 'local')) continue;
      const key = `${scopeOfEntry(entry, options.scope)} ${samePage(link.url)}`;
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, { entry, link });
        continue;
      }
      const same = earlier.entry.name === entry.name && earlier.entry.description === entry.description;
      const apart = sectionOf(earlier.entry) !== sectionOf(entry) || tierOf(earlier.entry) !== tierOf(entry);
      if (options.crossList && earlier.entry.name === entry.name && apart) continue;
      report({
        message: 'duplicate',
        at: link.position,
        link,
        either: [earlier.link.position],
        data: { name: entry.name, earlier: earlier.entry.name, line: earlier.link.position.start.line },
        fix: same && !apart ? removal(entry, list.text) : null,
      });
    }
  },
});

/** Numbers for sections and tiers, so that a key can name them. */
const numbers = new WeakMap<object, number>();
let next = 1;

function scopeOfEntry(entry: Entry, where: 'section' | 'tier' | 'document'): number {
  const place = where === 'document' ? null : where === 'tier' ? (tierOf(entry) ?? sectionOf(entry)) : sectionOf(entry);
  if (place === null) return 0;
  const known = numbers.get(place) ?? next++;
  numbers.set(place, known);
  return known;
}

/** A copy to the letter can go, unless something hangs on it. */
function removal(entry: Entry, text: string): Fix | null {
  const edit = entry.form === 'item' && entry.children.length === 0 ? removeLine(entry.position, text) : null;
  return edit === null ? null : { safe: false, edits: [edit] };
}
