import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { describedIn } from '../src/rule-kit/description.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { read } from './description-start/reading.js';

/** Verbs that go on from the name: a capital does not make such a description a sentence. */
const goesOn = ['is', 'are', 'was', 'were', 'has', 'can'];

export default defineRule({
  id: 'description-start',
  topic: 'descriptions',
  summary: 'Start descriptions with a capital letter',
  why: 'Consistent capitalization makes a list easier to scan.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['case'],
  messages: {
    lower: 'The description of `{name}` starts with a lowercase letter; write `{wanted}`',
    many: '{count} descriptions start with a lowercase letter (first: `{name}`); capitalize them',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['capital', 'consistent', 'off']),
        v.description('`consistent` requires a capital where 90% of at least ten descriptions start with one.'),
      ),
      'capital',
    ),
    allow: v.optional(
      v.pipe(v.array(v.string()), v.description('Words to leave in lowercase, such as names of commands.')),
      [],
    ),
    anyWord: v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          'Report every lowercase first word, not only common English words that start a text of three words or more.',
        ),
      ),
      false,
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { style: 'consistent', allow: goesOn },
    strict: { style: 'capital', anyWord: true },
    list: { style: 'consistent', allow: goesOn },
    roadmap: { style: 'consistent', allow: goesOn },
  },
  init: {
    deviation: 'have a description that starts with a lowercase letter',
    convention: {
      cases: 'descriptions',
      does: (value) => (value === 'capital' ? 'start with a capital letter' : 'start with a lowercase letter'),
    },
  },
  learn: {
    style: (list) =>
      describedIn(list).flatMap(({ body }) => {
        const letter = /^[^\p{L}]*(\p{Lu}|\p{Ll})/u.exec(body.text)?.[1];
        return letter === undefined ? [] : [/\p{Lu}/u.test(letter) ? 'capital' : 'off'];
      }),
  },
  examples: [
    {
      text: '- [Foil](https://foil.test) - a > b for all kites.\n- [Jib](https://jib.test) - a kite for all.\n',
      finds: ['2:29 lower'],
      fixed: '- [Foil](https://foil.test) - a > b for all kites.\n- [Jib](https://jib.test) - A kite for all.\n',
      note: 'A formula.',
    },
    {
      text: '- [Foil](https://foil.test) -fast kites for all.\n- [Jib](https://jib.test) - fast kites for all.\n',
      finds: ['2:29 lower'],
      fixed: '- [Foil](https://foil.test) -fast kites for all.\n- [Jib](https://jib.test) - Fast kites for all.\n',
      note: 'A hyphen without a space may begin a flag.',
    },
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - light and strong.\n- [Silk](https://silk.example/) – **simple** cloth for all.\n- [Foil](https://foil.example/) - [zero-wind flying](https://zero.example/) for all.\n',
      options: { style: 'capital' },
      finds: ['3:39 lower', '4:37 lower'],
      fixed:
        '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) – **Simple** cloth for all.\n- [Foil](https://foil.example/) - [zero-wind flying](https://zero.example/) for all.\n',
      note: 'A link may be a name in lowercase.',
    },
    {
      text: `## Sails\n\n${lines(21, 'simple to fly with.')}`,
      options: { style: 'capital' },
      finds: ['3:37 many'],
      fixed: `## Sails\n\n${lines(21, 'Simple to fly with.')}`,
    },
    {
      text: '- [Silk](https://silk.example/) - is a cloth.\n',
      options: { style: 'capital' },
      finds: ['1:35 lower'],
      note: 'The fix is a suggestion: a sentence that continues the name needs other words.',
    },
    {
      text: '- [A](https://a.example/) - npm for kites.\n- [B](https://b.example/) - iOS app.\n- [C](https://c.example/) - v2 of it.\n- [D](https://d.example/) - node.js port.\n- [E](https://e.example/) - `spar` files.\n- [F](https://f.example/) - (old) cloth.\n- [g](https://g.example/) - g with wings.\n- [H](https://github.com/kites/hoist) - hoist as a service.\n- [I](https://i.example/) - i/o kites.\n',
      finds: [],
      options: { style: 'capital' },
      note: 'Names of programs, and words with digits, inner capitals or dots.',
    },
    {
      text: '- [Silk](https://silk.example/) by a weaver\n- [Foil](https://foil.example/), loud\n- [Delta](https://delta.example/) for beginners\n',
      finds: [],
      options: { style: 'capital' },
      note: 'Words that continue the name do not start a description.',
    },
    {
      text: '- [絹](https://silk.example/) - 高い。\n- [ქარი](https://wind.example/) - ძლიერი.\n- [باد](https://persian.example/) - سبک.\n',
      finds: [],
      options: { style: 'capital' },
      note: 'Scripts without capital letters.',
    },
    {
      text: '- [Silk](https://silk.example/) - simple And red\n- [Foil](https://foil.example/) - simple and red\n',
      options: { style: 'capital' },
      finds: ['2:35 lower'],
      fixed: '- [Silk](https://silk.example/) - simple And red\n- [Foil](https://foil.example/) - Simple and red\n',
      note: 'A name in lowercase.',
    },
    {
      text: '- [Silk](https://silk.example/) - weaver (PDF)\n',
      options: { style: 'capital' },
      finds: [],
      note: 'A single word may be an author.',
    },
    {
      text: '- [Silk](https://silk.example/) - simple cloth.\n',
      options: { style: 'capital', allow: ['Simple'] },
      finds: [],
    },
    {
      text: '- [Silk](https://silk.example/) - hoists kites.\n- [Foil](https://foil.example/) - brew for kites.\n',
      options: { style: 'capital', anyWord: true },
      finds: ['1:35 lower'],
      note: 'A word that is not known may be a name: the fix is a suggestion.',
    },
    {
      text: '- [A](https://a.example/) - rc file manager.\n- [B](https://b.example/) - fsck for kites.\n- [C](https://c.example/) - ttyrec player.\n- [D](https://d.example/) - grpc client.\n- [E](https://e.example/) - isatty for all.\n- [F](https://f.example/) - z with wings.\n- [G](https://g.example/) - una cometa.\n',
      options: { style: 'capital' },
      finds: [],
      note: 'Commands, identifiers and words of other languages; only ordinary English words are changed.',
    },
    {
      text: '- [A](https://a.example/) - cross-platform kite for all.\n- [B](https://b.example/) - sub-par kite for all.\n',
      options: { style: 'capital' },
      finds: ['1:29 lower'],
      fixed:
        '- [A](https://a.example/) - Cross-platform kite for all.\n- [B](https://b.example/) - sub-par kite for all.\n',
    },
    {
      text: `${lines(9, 'Red.')}- [Jib](https://jib.example/) - small and red.\n`,
      options: { style: 'consistent' },
      finds: ['10:33 lower'],
      fixed: `${lines(9, 'Red.')}- [Jib](https://jib.example/) - Small and red.\n`,
    },
    {
      text: `${lines(9, 'small and red.')}- [Jib](https://jib.example/) - Small.\n`,
      options: { style: 'consistent' },
      finds: [],
      note: 'This list has no capitals.',
    },
    {
      text: lines(9, 'small and red.'),
      options: { style: 'consistent' },
      finds: [],
      note: 'Too few descriptions to have a style.',
    },
  ],
  check({ list, options, foldOver, report }) {
    if (options.style !== 'capital') return;
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    const wrong = describedIn(list).flatMap((one) => read(one, list, allowed, options.anyWord));
    const [first, ...rest] = wrong;
    if (first !== undefined && wrong.length > foldOver) {
      const fix = foldedFix(wrong.map((one) => one.fix));
      const data = { count: wrong.length, name: first.name };
      report({ message: 'many', at: first.at, places: rest.map((one) => one.at), fix, data });
      return;
    }
    for (const { at, fix, name, wanted } of wrong) {
      report({ message: 'lower', at, fix, data: { name, wanted } });
    }
  },
});

function lines(count: number, description: string): string {
  return `- [Sail](https://0.sail.example/) - ${description}\n`.repeat(count);
}
