import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { samePage } from '../src/url/same-page.js';
import { repeatedLinks } from './no-duplicate-url/all-links.js';
import { pairsIn, removal } from './no-duplicate-url/entries.js';
import { options } from './no-duplicate-url/options.js';
import {
  areApart,
  crossLists,
  differenceOf,
  gradeOf,
  isCopiedUrl,
  isSameThing,
} from './no-duplicate-url/same-thing.js';

/** More entries than this in a second section are one question for the whole list. */
const mostAgain = 2;

export default defineRule({
  id: 'no-duplicate-url',
  topic: 'entries',
  summary: 'List each resource once',
  why: 'Readers who find the same entry twice wonder what they missed, and its two descriptions drift apart.',
  severity: { strict: 'error', awesome: 'error', list: 'error', roadmap: 'off', minimal: 'error', default: 'error' },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    duplicate: 'Same URL as `{earlier}` {where}; remove one of them',
    copied: 'Same URL as `{earlier}` {where}; correct one of the URLs, or remove one of the entries',
    elsewhere:
      '`{name}` is also listed on line {line}, in another section; keep one of them, or allow both with the rule option `crossList`',
    again:
      '{count} entries are listed again in another section (first: `{name}`, also on line {line}); keep one of each, or allow them with the rule option `crossList`',
    redirect: 'Redirects to the same page as `{earlier}` {where}; remove one of them',
  },
  options,
  presetOptions: {
    awesome: { graded: true },
    strict: { crossList: false, names: 'any', among: 'links', graded: false },
    list: { graded: true },
    minimal: { scope: 'section', graded: true },
  },
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
      text: '## A\n\n- [One](https://v.test/?v=1)\n- [Two](https://v.test/?v=2) - As [One](https://v.test/?v=1).\n- [Part](https://v.test/#p)\n',
      finds: [],
      note: 'Different queries and fragments are different pages, and a description may link to another entry.',
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Iron.\n',
      options: { scope: 'section' },
      finds: [],
    },
    {
      text: '## A\n\n- [Pot](https://pot.test) - Clay.\n\n## B\n\n- [Pot](https://pot.test) - Clay.\n',
      options: { graded: true },
      finds: ['7:3 elsewhere'],
      note: 'It may belong in both sections.',
    },
    {
      text: crossListed(21, 'Iron', 700),
      finds: ['727:3 again'],
      note: 'Each has a description for its section, which may be on purpose.',
    },
    { text: crossListed(10), finds: [], note: 'With this many repeats, the list repeats on purpose.' },
    {
      text: '## A\n\n- [Glaze](https://github.com/kiln/glaze) - Library.\n\n## B\n\n- [Glaze Colors](https://github.com/kiln/glaze) - Its palette.\n',
      finds: [],
      note: 'A part of a repository is another thing.',
    },
    {
      text: '## A\n\n- [Throwing](https://clay.test/course) - A course.\n  - [Lesson 1](https://clay.test/course) - Wedging.\n- [Pot 1](https://pot.test/news) - [Plan](https://pot.test/1)\n- [Pot 2](https://pot.test/news) - [Plan](https://pot.test/2)\n\n## B\n\n- [Throwing](https://clay.test/course) - See [above](#a).\n',
      finds: [],
      note: 'A course and its first lesson, two releases with one announcement, and a reference.',
    },
    {
      text: '## Overview\n\n- [Pot](https://pot.test)\n- [Cup](https://cup.test)\n- [Urn](https://urn.test)\n- [Jug](https://jug.test)\n\n## Pot\n\n- [Pot](https://pot.test) - Clay.\n\n## [Cup](https://cup.test)\n\nGlass.\n\n## More\n\n- [Urn](https://urn.test) - Already mentioned above.\n- [Jug](https://jug.test) - Seen from above.\n',
      finds: ['19:3 duplicate'],
      note: 'An overview whose entries have sections for themselves, and an entry that refers to an earlier one.',
    },
    {
      text: '## A\n\n- [Throwing Clay](https://clay.test/course) - A course.\n- [Wheel Lessons](https://clay.test/course) - Wedging.\n',
      finds: ['4:3 copied'],
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
  check({ list, judged, options, foldOver, report }) {
    const moved = new Map(
      judged.flatMap(({ link, verdict: { verdict, finalUrl } }) =>
        verdict === 'moved' && finalUrl !== null ? [[link, finalUrl] as const] : [],
      ),
    );
    const pairs = pairsIn(list, options.scope, moved);
    const reported = new Set<Link>();
    const entries = pairs.map(([one, other]) => [one.entry, other.entry] as const);
    const crossList = options.crossList === 'consistent' ? crossLists(entries, list) : options.crossList;
    const found = pairs.filter(([{ entry }, { entry: other }]) => {
      if (areApart(entry, other) && crossList) return false;
      return options.names === 'any' || isSameThing(entry, other);
    });
    // One question for all that come back in another section, maybe on purpose.
    const again = new Set(found.filter(([{ entry }, { entry: other }]) => areApart(entry, other)));
    const [first, ...rest] = again;
    const most = options.graded ? Math.min(foldOver, mostAgain) : foldOver;
    const isFolded = first !== undefined && again.size > (foldOver === Number.POSITIVE_INFINITY ? foldOver : most);
    if (isFolded) {
      const [earlier, { entry, link }] = first;
      report({
        message: 'again',
        at: link.position,
        atMost: options.graded ? 'info' : 'error',
        url: link.url,
        places: rest.map(([, other]) => other.link.position),
        data: { count: again.size, name: entry.name, line: earlier.link.position.start.line },
      });
    }
    for (const pair of found) {
      if (isFolded && again.has(pair)) continue;
      const [earlier, { entry, link }] = pair;
      const isSame = samePage(earlier.link.url) === samePage(link.url);
      const isApart = areApart(earlier.entry, entry);
      const isCopied = isSame && isCopiedUrl(earlier.entry, entry);
      const isCopy = earlier.entry.name === entry.name && earlier.entry.description === entry.description;
      const common = {
        at: link.position,
        link,
        atMost: options.graded ? gradeOf(earlier.entry, entry) : 'error',
        either: [earlier.link.position],
        fix: isSame && isCopy && !isApart ? removal(entry, list.text) : null,
      } as const;
      if (isSame && isApart && !isCopied && options.graded) {
        const data = { name: entry.name, line: earlier.link.position.start.line };
        report({ message: 'elsewhere', ...common, data });
      } else {
        const data = { earlier: earlier.entry.name, where: placed(earlier.link, differenceOf(earlier.entry, entry)) };
        report({ message: isCopied ? 'copied' : isSame ? 'duplicate' : 'redirect', ...common, data });
      }
      reported.add(link);
    }
    if (options.among !== 'links') return;
    for (const [earlier, link] of repeatedLinks(list)) {
      if (reported.has(link)) continue;
      const data = { earlier: earlier.text || earlier.url, where: placed(earlier, '') };
      report({ message: 'duplicate', at: link.position, link, either: [earlier.position], data });
    }
  },
});

/** Where a link is, and how its entry differs, which decides how much the duplicate hurts. */
function placed({ position }: Link, difference: string): string {
  return `on line ${position.start.line}${difference}`;
}

function crossListed(count: number, again = 'Clay', others = 0): string {
  const pots = (name: string, many: number, said: string): string =>
    Array.from({ length: many }, (_, index) => `- [${name} ${index}](https://${name}.test/${index}) - ${said}.\n`).join(
      '',
    );
  return `## A\n\n${pots('pot', count, 'Clay')}${pots('cup', others, 'Clay')}\n## B\n\n${pots('pot', count, again)}`;
}
