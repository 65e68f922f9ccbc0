import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { brands } from './brand-spelling/brands.js';
import { type Misspelling, misspellingOf, termsByWord } from './brand-spelling/misspellings.js';
import { names } from './brand-spelling/names.js';
import { typos } from './brand-spelling/typos.js';
import { wordsIn } from './brand-spelling/words.js';

const flag = (means: string) => v.optional(v.pipe(v.boolean(), v.description(means)), true);
const term = (means: string) => v.pipe(v.string(), v.regex(/[\p{L}\p{N}]/u), v.description(means));

export default defineRule({
  id: 'brand-spelling',
  topic: 'text',
  summary: 'Spell brands and words correctly',
  why: 'A search for one spelling misses the others, and misspelled words make a list look neglected.',
  severity: { strict: 'warning', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['spelling', 'case'],
  messages: {
    brand: 'Use the official spelling `{expected}` instead of `{found}`',
    typo: '`{found}` is misspelled; did you mean `{expected}`?',
    preferred: 'Use `{expected}`, the preferred term in this list, instead of `{found}`',
    forbidden: '`{found}` is a forbidden term in this list; use another word',
    many: '`{found}` is written in {count} places; the usual spelling is `{expected}`',
    several: 'Misspelled names in {count} places ({names}); use the official spellings',
    manyForbidden: '`{found}`, a forbidden term in this list, appears {count} times; use another word',
  },
  options: v.object({
    brands: flag('Check the case of well-known brands.'),
    names: v.optional(
      v.pipe(v.boolean(), v.description('Report well-known names in any other case, including `docker`.')),
      false,
    ),
    typos: flag('Report common misspellings of English words.'),
    terms: v.optional(
      v.pipe(
        v.object({
          preferred: v.optional(
            v.pipe(
              v.array(v.object({ from: term('What to replace.'), to: term('What to write instead, in this case.') })),
              v.description('Words and phrases, in any case, and what this list uses instead.'),
            ),
            [],
          ),
          forbidden: v.optional(
            v.pipe(
              v.array(term('A word or phrase.')),
              v.description('Words and phrases, in any case, not to be used.'),
            ),
            [],
          ),
        }),
        v.description('The terms of this list: `preferred` ones with what they replace, and `forbidden` ones.'),
      ),
      {},
    ),
    allow: v.optional(
      v.pipe(v.array(v.string()), v.description('Spellings that this list accepts, in exactly this case.')),
      [],
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { names: true } },
  examples: [
    {
      text: '## Tea\n\n- [Pot](https://pot.example/) - Brews on Github, says Javascript.\n',
      finds: ['3:42 brand', '3:55 brand'],
      fixed: '## Tea\n\n- [Pot](https://pot.example/) - Brews on GitHub, says JavaScript.\n',
    },
    {
      text: '## Tea\n\n- [Pot](https://pot.example/) - A lightweigth pot in NodeJS.\n',
      finds: ['3:35 typo', '3:54 brand'],
      note: 'A fix that changes more than case needs review.',
    },
    {
      text: '## Tea\n\n- [Pot](https://pot.example/) - Tea for E-Mail, with mugs.\n',
      options: { terms: { preferred: [{ from: 'e-mail', to: 'email' }], forbidden: ['mugs'] } },
      finds: ['3:41 preferred', '3:54 forbidden'],
    },
    {
      text: `## Tea\n\n${'Found on Github.\n\nFor Javascript.\n\n'.repeat(11)}`,
      finds: ['3:10 several'],
      fixed: `## Tea\n\n${'Found on GitHub.\n\nFor JavaScript.\n\n'.repeat(11)}`,
    },
    {
      text: `## Tea\n\n${'All mugs.\n\n'.repeat(21)}`,
      options: { terms: { forbidden: ['mugs'] } },
      finds: ['3:5 manyForbidden'],
    },
    {
      text: `## Tea\n\n${'Found on Github.\n\n'.repeat(21)}`,
      finds: ['3:10 many'],
      fixed: `## Tea\n\n${'Found on GitHub.\n\n'.repeat(21)}`,
    },
    {
      text: '## Tea\n\n- [Javascript Teas](https://teas.example/) - See `Javascript`, https://tea.example/Github and Github@tea.example.\n- [Cup](https://cup.example/) - Goes with [jquery](https://www.npmjs.com/package/jquery) and Github-like wordpress-tea.\n',
      finds: [],
      note: 'Entry names, code, URLs, packages and slugs are ignored.',
    },
    {
      text: '# Tea\n\n- [Typescript Pots](#typescript-pots)\n- [Typescript Cups](#typescript-cups)\n- [Leaves](#leaves)\n\n## Typescript Pots\n\n- [Typescript Pots](https://pot.example/) - Clay. [Youtube Channel](https://tube.example/).\n\n## Typescript Cups\n\n- [Cup](https://cup.example/) - Glass. [Youtube](https://tube.example/).\n\n## Leaves\n\n- [Leaf](https://leaf.example/) - Green.\n',
      finds: ['4:4 brand', '11:4 brand', '13:41 brand'],
      fixed:
        '# Tea\n\n- [Typescript Pots](#typescript-pots)\n- [TypeScript Cups](#typescript-cups)\n- [Leaves](#leaves)\n\n## Typescript Pots\n\n- [Typescript Pots](https://pot.example/) - Clay. [Youtube Channel](https://tube.example/).\n\n## TypeScript Cups\n\n- [Cup](https://cup.example/) - Glass. [YouTube](https://tube.example/).\n\n## Leaves\n\n- [Leaf](https://leaf.example/) - Green.\n',
      note: 'A name of several words may contain a brand in another spelling.',
    },
    {
      text: '## Tea\n\nBy the NodeJS Academy, seen at VueJS Live, in NodeJS and Github Radio.\n',
      finds: ['3:47 brand', '3:58 brand'],
      fixed: '## Tea\n\nBy the NodeJS Academy, seen at VueJS Live, in NodeJS and GitHub Radio.\n',
      note: 'Schools and events have their own spelling of names with a dot.',
    },
    { text: '## Tea\n\nAsk on GitHub, in TypeScript, or the github.com of tea.\n', finds: [] },
    { text: '## Tea\n\nA git repository of graphs with a notion of brackets.\n', finds: [], note: 'Ordinary words.' },
    {
      text: '## Tea\n\n- [Pot](https://pot.example/) - Tea in docker, on mac os X and stackoverflow, in MYSQL.\n',
      options: { names: true },
      finds: ['3:40 brand', '3:51 brand', '3:64 brand', '3:82 brand'],
    },
    {
      text: '## Tea\n\n- [docker](https://docker.example/) - The docker of tea, in Docker, `mysql` or docker-tea, with GitHub Actions.\n',
      options: { names: true },
      finds: [],
      note: 'The name of an entry, code and slugs.',
    },
    {
      text: '## Tea\n\n- [Pot](https://pot.example/) - Tea in docker on linux.\n',
      finds: [],
      note: 'These may be commands.',
    },
    { text: '## Tea\n\nWe say Github.\n', options: { allow: ['Github'] }, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const { preferred = [], forbidden = [] } = options.terms;
    const known = options.names ? names.map((name) => ({ ...name, brand: true })) : [];
    const terms = termsByWord([...known, ...preferred, ...forbidden.map((from) => ({ from, to: null }))]);
    const isWanted = (text: string): boolean =>
      terms.has(text.toLowerCase()) ||
      (options.brands && brands.has(text)) ||
      (options.typos && typos.has(text.toLowerCase()));
    const entryNames = new Set(list.entries.map(({ name }) => name));
    const allowed = new Set(options.allow);
    const groups = new Map<string, Misspelling[]>();
    for (const word of wordsIn(list, isWanted)) {
      const slip = misspellingOf(word, terms, entryNames);
      if (slip === null || allowed.has(slip.found) || !isAsked(slip, options)) continue;
      const same = groups.get(slip.found);
      if (same === undefined) groups.set(slip.found, [slip]);
      else same.push(slip);
    }
    const all = [...groups.values()].flat().sort((a, b) => a.at.start.offset - b.at.start.offset);
    const cased = all.filter((one) => fixOf([one])?.safe === true);
    const [firstCased] = cased;
    if (firstCased !== undefined && cased.length > foldOver && new Set(cased.map(({ found }) => found)).size > 1) {
      const pairs = new Set(cased.map(({ found, expected }) => `\`${found}\` for \`${expected}\``));
      const places = cased.slice(1).map(({ at }) => at);
      const names = `${pairs.size > 3 ? 'such as ' : ''}${[...pairs].slice(0, 3).join(', ')}`;
      const data = { count: cased.length, names };
      report({ message: 'several', at: firstCased.at, places, fix: fixOf(cased), data });
      for (const [found, slips] of groups)
        groups.set(
          found,
          slips.filter((one) => !cased.includes(one)),
        );
    }
    for (const [found, slips] of groups) {
      const [first, ...others] = slips;
      if (first === undefined) continue;
      if (slips.length > foldOver) {
        const where = { at: first.at, places: others.map(({ at }) => at), fix: fixOf(slips) };
        const data = { found, count: slips.length };
        if (first.expected === null) report({ message: 'manyForbidden', ...where, data });
        else report({ message: 'many', ...where, data: { ...data, expected: first.expected } });
        continue;
      }
      for (const slip of slips) {
        const { message, at, expected } = slip;
        const fix = fixOf([slip]);
        if (message === 'forbidden') report({ message, at, fix, data: { found } });
        else report({ message, at, fix, data: { found, expected: expected ?? '' } });
      }
    }
  },
});

function isAsked({ message }: Misspelling, options: { readonly brands: boolean; readonly typos: boolean }): boolean {
  return (message !== 'brand' || options.brands) && (message !== 'typo' || options.typos);
}

/** Another case of letters changes no word. */
function fixOf(slips: readonly Misspelling[]): Fix | null {
  const edits = slips.flatMap(({ edit }) => edit ?? []);
  const safe = slips.every(({ message, found, expected }) => {
    return message === 'brand' && brands.get(found) === expected && found.toLowerCase() === expected?.toLowerCase();
  });
  return edits.length === 0 ? null : { safe, edits };
}
