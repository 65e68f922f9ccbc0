import * as v from 'valibot';
import { type Entry, sectionOf } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
export default defineRule({
  id: 'description-required',
  topic: 'descriptions',
  summary: 'Describe every entry',
  why: 'With a name alone, readers have to open the page to learn what it is.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  yieldsToFormat: true,
  messages: {
    missing: '`{name}` has no description; add one',
    many: '{count} entries have no description (first: `{name}`); add one to each',
  },
  options: v.object({
    everywhere: v.optional(
      v.pipe(v.boolean(), v.description('Require descriptions even where most entries have none.')),
      false,
    ),
    titleWords: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.description('A name of at least this many words is a title that needs no description; 0 exempts none.'),
      ),
      5,
    ),
    ...scopeOptions,
  }),
  init: { deviation: 'have no description' },
  examples: [
    {
      text: `## Sails\n\n${lines(19, ' - Light.')}- [Silk](https://silk.example/)\n`,
      finds: ['22:3 missing'],
    },
    { text: `## Sails\n\n${lines(420, ' - Light.')}${lines(21, '')}`, finds: ['423:3 many'] },
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/)\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/)\n',
      options: { everywhere: true },
      finds: ['3:3 missing', '4:3 missing', '5:3 missing'],
    },
    {
      text: `## Sails\n\n${lines(80, ' - Light.')}\n## Films\n\n${lines(3, '')}`,
      finds: [],
      note: 'Sections without any description are left alone.',
    },
    {
      text: `## Sails\n\n${lines(17, ' - Light.')}${lines(3, '')}`,
      finds: [],
      note: 'Too many have none.',
    },
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light.\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/) - Loud.\n',
      finds: [],
      note: 'Too few entries to have a convention.',
    },
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light.\n- [How to sew a sail at home](https://sew.example/)\n- [Foil](https://foil.example/) - Loud.\n',
      finds: [],
      note: 'A title of several words needs no description.',
    },
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light.\n  - [Shop](https://shop.example/)\n- [Silk](https://silk.example/) by A. Breeze\n- [Foil](https://foil.example/)\n  - [Red foil](https://red.example/)\n\n| Kite | Price |\n| --- | --- |\n| [Delta](https://delta.example/) | 9 |\n',
      finds: [],
      note: 'Nested entries, groups, tables, and an author as description.',
    },
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light.\n- [Silk](https://silk.example/) - Costly.\n\n## Related\n\n- [Boats](https://boats.example/)\n',
      finds: [],
      note: 'Related lists.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const entries = list.entries.filter(counts);
    const shares = options.everywhere ? null : sharesOf(entries);
    const wrong = entries.filter((entry) => {
      if (entry.description !== null || entry.children.length > 0) return false;
      if (options.titleWords > 0 && wordsIn(entry.name) >= options.titleWords) return false;
      return shares === null || isUsual(shares, entry);
    });
    const [first, ...rest] = wrong;
    if (first !== undefined && wrong.length > foldOver) {
      const data = { count: wrong.length, name: first.name };
      report({ message: 'many', at: first.label, places: rest.map((entry) => entry.label), data });
      return;
    }
    for (const entry of wrong) report({ message: 'missing', at: entry.label, data: { name: entry.name } });
  },
});

/** Sections of lists that are only pointed to. */
const elsewhere = /^(?:related|see also|similar|(?:other|more) (?:awesome|lists?))\b/i;

/** A linked item of its own in a section that recommends things. */
function counts(entry: Entry): boolean {
  if (entry.form !== 'item' || entry.naming !== 'link' || !entry.leads || entry.parent.type === 'entry') return false;
  const sort = entry.link?.sort;
  if ((sort !== 'web' && sort !== 'local') || /^(?:and )?more\P{L}*$/iu.test(entry.name)) return false;
  const section = sectionOf(entry);
  return section === null || (section.role === 'content' && !elsewhere.test(section.title));
}

interface Share {
  all: number;
  described: number;
}

/** How many entries there are and how many have a description: by what they stand in, and for the whole list under null. */
function sharesOf(entries: readonly Entry[]): ReadonlyMap<unknown, Share> {
  const shares = new Map<unknown, Share>();
  for (const entry of entries) {
    for (const key of [entry.parent, null]) {
      const share = shares.get(key) ?? { all: 0, described: 0 };
      share.all += 1;
      if (entry.description !== null) share.described += 1;
      shares.set(key, share);
    }
  }
  return shares;
}

/** True when 95% of at least ten entries of the list have a description, and two in three of those in the same place. */
function isUsual(shares: ReadonlyMap<unknown, Share>, { parent }: Entry): boolean {
  const [whole, around] = [shares.get(null), shares.get(parent)];
  if (whole === undefined || whole.all < 10 || whole.described * 20 < whole.all * 19) return false;
  return around === undefined || around.all < 3 || around.described * 3 >= around.all * 2;
}

/** Words of a name; two signs of a script without blanks are one. */
function wordsIn(name: string): number {
  const signs = name.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = name.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return Math.max(words, Math.floor(signs / 2));
}

function lines(count: number, rest: string): string {
  return `- [Sail](https://sail.example/)${rest}\n`.repeat(count);
}
