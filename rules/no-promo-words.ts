import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { describedIn } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { promoWords } from './no-promo-words/promo-words.js';

export default defineRule({
  id: 'no-promo-words',
  topic: 'descriptions',
  summary: 'Describe what a resource does, without promotional words',
  why: 'Everything on a list is there because it is good; praise tells readers nothing and sounds like an advertisement.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    praise: 'The description of `{name}` is promotional (`{word}`); describe what it does',
    many: '{count} promotional words in descriptions (first: `{word}` in `{name}`); state facts instead',
  },
  options: v.object({
    words: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Promotional words and phrases; case is ignored, and a hyphen matches a space.'),
      ),
      [
        'amazing',
        'amazingly',
        'awesome',
        'awesomest',
        'best',
        'best ever',
        'best in class',
        'blazing fast',
        'blazingly fast',
        'breathtaking',
        'cutting edge',
        'game changer',
        'game changing',
        'gorgeous',
        'incredible',
        'incredibly',
        'insanely fast',
        'jaw dropping',
        'mind blowing',
        'must have',
        'next level',
        'powerful',
        'revolutionary',
        'second to none',
        'super fast',
        'unmatched',
        'unparalleled',
        'unrivaled',
        'unrivalled',
        'world class',
      ],
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Foil](https://foil.example/) - The best, blazing fast kite.\n- [Silk](https://silk.example/) - Kite sails, a Must-Have.\n',
      finds: ['1:39 praise', '1:45 praise', '2:49 praise'],
    },
    { text: '- [Foil](https://foil.example/) - Powerful kite.\n'.repeat(21), finds: ['1:35 many'] },
    {
      text: '- [Foil](https://foil.example/) - A stellar kite.\n',
      options: { words: ['stellar'] },
      finds: ['1:37 praise'],
    },
    {
      text: '- [Best Kites](https://best.example/) - Best Kites sells bestsellers and Font Awesome patterns.\n- [Amazing](https://amazing.example/) - See [the best of wind](https://wind.example/).\n',
      finds: [],
      note: 'Names are not praise, and longer words are different words.',
    },
    {
      text: '- [Foil](https://foil.example/) - Kite with the motto "the best wind ever", set as `powerful`.\n',
      finds: [],
      note: 'Quotations and code are ignored.',
    },
    {
      text: '- [Awesome Kites](https://kites.example/awesome) - A list of awesome kites.\n',
      finds: [],
      note: 'Some kinds of lists have this name.',
    },
    {
      text: '- [Knots](https://knots.example/) - Best practices, and how to find the best wind.\n- [Sums](https://sums.example/) - Searches for the best fit, best-effort, more efficient and powerful than fins.\n',
      finds: [],
      note: '`best` can be part of the task.',
    },
    {
      text: '- [Foil](https://foil.example/) the amazing\n',
      finds: [],
      note: 'Text right after the name may be part of the title.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const find = promoWords(options.words);
    const hits = describedIn(list).flatMap((one) =>
      find(one, list).map(({ at, word }) => ({ at, data: { name: one.entry.name, word } })),
    );
    const [first, ...rest] = hits;
    if (first !== undefined && hits.length > foldOver) {
      const data = { ...first.data, count: hits.length };
      report({ message: 'many', at: first.at, places: rest.map((hit) => hit.at), data });
      return;
    }
    for (const hit of hits) report({ message: 'praise', ...hit });
  },
});
