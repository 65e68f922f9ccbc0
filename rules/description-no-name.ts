import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { type Described, describedIn } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { foldName } from '../src/text/fold-name.js';

const isArticle = /^(?:an?|the)$/i;

export default defineRule({
  id: 'description-no-name',
  topic: 'descriptions',
  summary: 'Do not repeat the name in the description',
  why: 'The name is right before the description, so readers read it twice.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  supersededBy: ['no-placeholder'],
  messages: {
    repeats: 'The description of `{name}` begins with {what}; remove {part}',
    compound: 'The description of `{name}` begins with the name; reword it',
    same: 'The description of `{name}` only repeats the name; say what it is',
    sameMany: '{count} descriptions only repeat the name (first: `{name}`); say what each entry is',
    many: '{count} descriptions begin with the name of the entry (first: `{name}`); remove the name',
  },
  options: v.object({
    mode: v.optional(
      v.pipe(
        v.picklist(['sentence', 'strict']),
        v.description('`sentence` finds the name before a verb or a colon, `strict` before anything.'),
      ),
      'sentence',
    ),
    verbs: v.optional(v.pipe(v.array(v.string()), v.description('The verbs that may follow the name.')), [
      'is',
      'are',
      'was',
      'provides',
      'lets',
    ]),
    ...scopeOptions,
  }),
  presetOptions: { strict: { mode: 'strict' } },
  init: { deviation: 'have a description that repeats the name' },
  examples: [
    {
      text: '## Sails\n\n- [Foil](https://foil.example/) - Foil is a loud kite.\n- [Silk](https://silk.example/) - **Silk** lets you fly.\n- [kites/hoist](https://hoist.example/) - Hoist: winch for kites.\n- [Windhaus](https://wh.example/) - WindHaus.\n- [Jib](https://jib.example/) - Jib provides lift.\n',
      finds: ['3:35 repeats', '4:35 repeats', '5:43 repeats', '6:37 same', '7:33 repeats'],
      fixed:
        '## Sails\n\n- [Foil](https://foil.example/) - Loud kite.\n- [Silk](https://silk.example/) - **Silk** lets you fly.\n- [kites/hoist](https://hoist.example/) - Winch for kites.\n- [Windhaus](https://wh.example/) - WindHaus.\n- [Jib](https://jib.example/) - Provides lift.\n',
    },
    {
      text: '- [Foil](https://foil.example/) - Foil with two lines.\n',
      options: { mode: 'strict' },
      finds: ['1:35 repeats'],
    },
    {
      text: '- [Foil](https://foil.example/) - Foil is a kite.\n'.repeat(21),
      finds: ['1:35 many'],
      fixed: '- [Foil](https://foil.example/) - Kite.\n'.repeat(21),
    },
    {
      text: '- [delay](https://delay.example/) - Delay a promise.\n- [wind](https://wind.example/) - Wind is what it measures.\n',
      finds: [],
      note: 'A name that is an ordinary word may be used as that word.',
    },
    {
      text: '- [A](https://a.example/) - A kite.\n- [B](https://b.example/) - B is a kite.\n',
      options: { mode: 'strict' },
      finds: ['2:29 repeats'],
      fixed: '- [A](https://a.example/) - A kite.\n- [B](https://b.example/) - Kite.\n',
      note: 'An article is no name.',
    },
    {
      text: '- [Foil](https://foil.example/) - Foils are its parts.\n- [Silk](https://silk.example/) - Silk-like cloth.\n- [Delta](https://delta.example/) - Delta kites for beginners.\n',
      finds: [],
      note: 'Longer words, and a name that continues, are not a repetition.',
    },
    { text: '- [Delta](https://delta.example/)\n- [Delta](https://d.example/): is a kite.\n', finds: [] },
    { text: '- [Foil](https://foil.example/) - Foil.\n'.repeat(21), finds: ['1:35 sameMany'] },
    { text: '- [Foil](https://foil.example/) - Foils only.\n', options: { mode: 'strict' }, finds: [] },
    {
      text: '- [Foil](https://foil.example/) - Foil-like kite.\n',
      options: { mode: 'strict' },
      finds: ['1:35 compound'],
    },
    {
      text: '- [Foil](https://foil.example/) - Foil - a kite.\n',
      options: { mode: 'strict' },
      finds: ['1:35 repeats'],
    },
  ],
  check({ list, options, foldOver, report }) {
    const verbs = new Set(options.verbs.map((verb) => verb.toLowerCase()));
    const repeats: Repeat[] = [];
    const same: Pick<Repeat, 'at' | 'name'>[] = [];
    for (const one of describedIn(list)) {
      const { entry, body, description } = one;
      const from = body.position.start.offset;
      const name = namesOf(entry.name).find((each) => !isArticle.test(each) && opens(description, each));
      if (name === undefined || entry.naming === 'plain') continue;
      const rest = description.slice(name.length);
      const at = list.place(from, Math.max(from + 1, body.position.end.offset));
      if (foldName(rest) === '') {
        same.push({ at, name: entry.name });
        continue;
      }
      const [verb = ''] = /^\s*[:：]|^\s+\p{L}+/u.exec(rest) ?? [];
      const word = verb.trim().toLowerCase();
      const colon = /[:：]/.test(word);
      const sentence = (colon || verbs.has(word)) && !isWord(entry.name, description);
      if (options.mode === 'sentence' && !sentence) continue;
      if (options.mode === 'strict' && !sentence && /^[\p{L}\p{N}]/u.test(rest)) continue;
      const words = sentence ? description.slice(0, name.length + verb.length) : name;
      const isCompound = /^[-‐‑][\p{L}\p{N}]/u.test(rest);
      const part = isCompound ? null : colon || !sentence ? 'it' : being.test(word) ? 'these words' : 'the name';
      repeats.push({ at, name: entry.name, words, part, fix: sentence ? removal(one, name, word, list) : null });
    }
    const [copy, ...copies] = same;
    if (copy !== undefined && same.length > foldOver) {
      const places = copies.map((one) => one.at);
      report({ message: 'sameMany', at: copy.at, places, data: { count: same.length, name: copy.name } });
    } else for (const { at, name } of same) report({ message: 'same', at, data: { name } });
    const [first, ...rest] = repeats;
    if (first !== undefined && repeats.length > foldOver) {
      const edits = repeats.flatMap((one) => one.fix?.edits ?? []);
      const fix = edits.length === 0 ? null : { safe: false, edits };
      const data = { count: repeats.length, name: first.name };
      report({ message: 'many', at: first.at, places: rest.map((one) => one.at), fix, data });
      return;
    }
    for (const { at, fix, name, words, part } of repeats)
      if (part === null) report({ message: 'compound', at, data: { name } });
      else
        report({
          message: 'repeats',
          at,
          fix,
          data: { name, part, what: words === name ? 'the name' : `\`${words}\`` },
        });
  },
});

const being = /^(?:is|are|was|were)$/;

interface Repeat {
  readonly at: Position;
  readonly name: string;
  readonly words: string;
  /** What of them to remove; null where the name is part of another word. */
  readonly part: string | null;
  readonly fix: Fix | null;
}

/** The name as written, and without the owner of a repository. */
function namesOf(name: string): readonly string[] {
  const short = /^[\w.-]+\/([\w.-]+)$/.exec(name)?.[1];
  return short === undefined ? [name] : [name, short];
}

function opens(description: string, name: string): boolean {
  return (
    name !== '' &&
    description.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
    !/^[\p{L}\p{N}_]/u.test(description.slice(name.length))
  );
}

/** One word in small letters that the description writes with a capital: the word it is may be meant. */
function isWord(name: string, description: string): boolean {
  return /^\p{Ll}+$/u.test(name) && !description.startsWith(name);
}

/** Removes the name, and with a form of `to be` the verb and its article too. */
function removal({ entry, body }: Described, name: string, word: string, list: List): Fix | null {
  const from = body.position.start.offset;
  const source = list.text.slice(from, Math.min(body.position.end.offset, from + name.length + 80));
  if (source.slice(0, name.length).toLowerCase() !== name.toLowerCase()) return null;
  const isBeing = being.test(word);
  const rest = isBeing ? /^ +\p{L}+ +(?:(?:an?|the) +)?/iu : /^ *[:：] *|^ +(?=\p{L}+ )/u;
  const gone = rest.exec(source.slice(name.length))?.[0].length ?? 0;
  const start = from + name.length + gone;
  const letter = list.text[start] ?? '';
  if (
    gone === 0 ||
    !/\p{L}/u.test(letter) ||
    entry.links.some((link) => link.position.start.offset < start && link.position.end.offset > from)
  )
    return null;
  const next = /^[\p{L}\p{N}.]+/u.exec(list.text.slice(start, start + 60))?.[0] ?? letter;
  const plain = /^\p{Ll}+\.?$/u.test(next);
  const text = plain ? letter.toUpperCase() : letter;
  return { safe: false, edits: [{ start: from, end: start + letter.length, text }] };
}
