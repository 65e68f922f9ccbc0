import * as v from 'valibot';
import type { Entry, Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { samePage } from '../src/url/same-page.js';
import { repeatedLinks } from './no-duplicate-url/all-links.js';
import { removal, scopeOfEntry } from './no-duplicate-url/entries.js';
import { areApart, crossLists, isSameThing } from './no-duplicate-url/same-thing.js';

export default defineRule({
  id: 'no-duplicate-url',
  topic: 'entries',
  summary: 'List each resource once',
  why: 'Readers who find the same entry twice wonder what they missed, and its two descriptions drift apart.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'off',
    minimal: 'warning',
    default: 'error',
  },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    duplicate: 'Same URL as `{earlier}` on line {line}; remove one of them',
    redirect: 'Redirects to the same page as `{earlier}` on line {line}; remove one of them',
  },
  options: v.object({
    scope: v.optional(
      v.pipe(v.picklist(['section', 'tier', 'document']), v.description('Where two entries must differ.')),
      'document',
    ),
    crossList: v.optional(
      v.pipe(
        v.union([v.boolean(), v.literal('consistent')]),
        v.description(
          'Accept the same entry in another section; `consistent`: where so many are repeated that the list does so on purpose.',
        ),
      ),
      'consistent',
    ),
    names: v.optional(
      v.pipe(
        v.picklist(['alike', 'any']),
        v.description('Report entries whose names fit the same thing, or `any` entries with the same URL.'),
      ),
      'alike',
    ),
    among: v.optional(
      v.pipe(
        v.picklist(['entries', 'links']),
        v.description('`links` compares all links of the file but those in descriptions, fragments and files too.'),
      ),
      'entries',
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { crossList: false, names: 'any', among: 'links' }, minimal: { scope: 'section' } },
  examples: [
    {
      text: '## A\n\n- [Pot](https://pot.test/) - Clay.\n- [Cup](https://cup.test) - Clay.\n- [The pot](http://www.pot.test) - Iron.\n',
      finds: ['5:3 duplicate'],
    },
    {
      text: '## A\n\n- [Pot](https://github.com/Kiln/Pot.git) - Clay.\n- [Kiln Pot](https://github.com/kiln/pot#readme) - Clay.\n',
      finds: ['4:3 duplicate'],
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Pot](https://pot.test) - Clay.\n',
      finds: ['4:3 duplicate'],
      fixed: '## A\n\n- [Pot](https://pot.test) - Clay.\n',
      note: 'An identical line can be removed.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Of clay.\n',
      options: { crossList: true },
      finds: [],
      note: 'Listed in two sections under the same name, on purpose.',
    },
    {
      text: '## A\n\n- [One](https://v.test/?v=1)\n- [Two](https://v.test/?v=2)\n- [Part](https://v.test/#p)\n',
      finds: [],
      note: 'Different queries and fragments are different pages.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Cup](https://cup.test) - Like [Pot](https://pot.test).\n',
      finds: [],
      note: 'A description may point to another entry.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Iron.\n',
      options: { scope: 'section' },
      finds: [],
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [pot](https://pot.test) - Iron.\n',
      finds: ['7:3 duplicate'],
      note: 'Few entries come back, so that this one is a slip.',
    },
    { text: crossListed(10), finds: [], note: 'So many come back that the list does so on purpose.' },
    {
      text: '## A\n\n- [Glaze](https://github.com/kiln/glaze) - Library.\n\n## B\n\n- [Glaze Colors](https://github.com/kiln/glaze) - Its palette.\n',
      finds: [],
      note: 'A part of a repository is another thing.',
    },
    {
      text: '## A\n\n- [Glaze](https://github.com/kiln/glaze) - Library.\n\n## B\n\n- [Glaze Colors](https://github.com/kiln/glaze) - Its palette.\n',
      options: { names: 'any' },
      finds: ['7:3 duplicate'],
    },
    {
      text: '## A\n\n- [Throwing](https://clay.test/course) - A course.\n  - [Lesson 1](https://clay.test/course) - Wedging.\n- [Pot 1](https://pot.test/news) - [Plan](https://pot.test/1)\n- [Pot 2](https://pot.test/news) - [Plan](https://pot.test/2)\n',
      finds: [],
      note: 'A course and its first lesson, and two releases with one announcement.',
    },
    {
      text: '## A\n\n- [Throwing Clay](https://clay.test/course) - A course.\n- [Wheel Lessons](https://clay.test/course) - Wedging.\n',
      finds: ['4:3 duplicate'],
      note: 'One of the two URLs may be a copy.',
    },
    {
      text: '## A\n\n- [Pot](https://old.test/pot) - Clay.\n- [Pot](https://pot.test/) - Clay.\n',
      verdicts: {
        'https://old.test/pot': { verdict: 'moved', reason: 'permanent-redirect', finalUrl: 'https://pot.test/' },
      },
      finds: ['4:3 redirect'],
    },
    {
      text: '# Pots\n\nBuy a [pot](https://pot.test/?a=1&b=2), see [below](#a) and [again](#a).\n\n## A\n\n- [Pot](https://pot.test/?b=2&a=1) - Clay.\n\n| Cup |\n| --- |\n| [Cup](https://cup.test/index.html) and [mug](https://cup.test) |\n',
      options: { among: 'links' },
      finds: ['3:61 duplicate', '7:3 duplicate', '11:42 duplicate'],
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n- [Cup](https://cup.test) - Like [Pot](https://pot.test).\n- ![Pot](https://pot.test)\n- [Urn][pot]\n\n[pot]: https://pot.test\n',
      options: { among: 'links', names: 'alike' },
      finds: [],
      note: 'Links in descriptions, images and references may repeat a URL.',
    },
  ],
  check({ list, judged, options, report }) {
    const moved = new Map(
      judged.flatMap(({ link, verdict: { verdict, finalUrl } }) =>
        verdict === 'moved' && finalUrl !== null ? [[link, finalUrl] as const] : [],
      ),
    );
    const seen = new Map<string, Named>();
    const pairs: (readonly [Named, Named])[] = [];
    const reported = new Set<Link>();
    for (const entry of list.entries) {
      const { link } = entry;
      // A sentence with a link in it, or a back-to-top line, does not list what it links to.
      if (link === null || entry.naming === 'plain' || (link.sort !== 'web' && link.sort !== 'local')) continue;
      const key = `${scopeOfEntry(entry, options.scope)} ${samePage(moved.get(link) ?? link.url)}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, { entry, link });
      else pairs.push([earlier, { entry, link }]);
    }
    const crossList =
      options.crossList === 'consistent'
        ? crossLists(
            pairs.map(([one, other]) => [one.entry, other.entry]),
            list,
          )
        : options.crossList;
    for (const [earlier, { entry, link }] of pairs) {
      const apart = areApart(earlier.entry, entry);
      if (apart && crossList) continue;
      if (options.names === 'alike' && !isSameThing(earlier.entry, entry)) continue;
      const isSame = samePage(earlier.link.url) === samePage(link.url);
      const same = isSame && earlier.entry.name === entry.name && earlier.entry.description === entry.description;
      report({
        message: isSame ? 'duplicate' : 'redirect',
        at: link.position,
        link,
        either: [earlier.link.position],
        data: { earlier: earlier.entry.name, line: earlier.link.position.start.line },
        fix: same && !apart ? removal(entry, list.text) : null,
      });
      reported.add(link);
    }
    if (options.among !== 'links') return;
    for (const [earlier, link] of repeatedLinks(list)) {
      if (reported.has(link)) continue;
      const data = { earlier: earlier.text || earlier.url, line: earlier.position.start.line };
      report({ message: 'duplicate', at: link.position, link, either: [earlier.position], data });
    }
  },
});

interface Named {
  readonly entry: Entry;
  readonly link: Link;
}

function crossListed(count: number): string {
  const pots = Array.from({ length: count }, (_, index) => `- [Pot ${index}](https://pot.test/${index}) - Clay.\n`);
  return `## A\n\n${pots.join('')}\n## B\n\n${pots.join('')}`;
}
