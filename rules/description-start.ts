import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { type Described, describedIn } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { isName, lowerCaseNames } from './description-start/names.js';
import { ordinaryWords } from './description-start/words.js';

/** Verbs that go on from the name: a capital does not make such a description a sentence. */
const goesOn = ['is', 'are', 'was', 'were', 'has', 'can'];

export default defineRule({
  id: 'description-start',
  topic: 'descriptions',
  summary: 'Start descriptions with a capital letter',
  why: 'Descriptions that start alike look like one list.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['case'],
  messages: {
    lower: 'Description of `{name}` starts with a lowercase letter; write `{wanted}`',
    many: '{count} descriptions start with a lowercase letter (first: `{name}`)',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['capital', 'consistent', 'off']),
        v.description('`consistent` asks for a capital where 80 % of at least ten descriptions start with one.'),
      ),
      'capital',
    ),
    allow: v.optional(
      v.pipe(v.array(v.string()), v.description('Words that stay in lowercase, such as names of programs.')),
      [],
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { style: 'consistent', allow: goesOn },
    strict: { style: 'capital' },
    list: { style: 'consistent', allow: goesOn },
    roadmap: { style: 'consistent', allow: goesOn },
  },
  init: { deviation: 'have a description that begins in another way' },
  learn: {
    style: (list) =>
      describedIn(list).flatMap(({ body }) => {
        const letter = /^[^\p{L}]*(\p{Lu}|\p{Ll})/u.exec(body.text)?.[1];
        return letter === undefined ? [] : [/\p{Lu}/u.test(letter) ? 'capital' : 'off'];
      }),
  },
  examples: [
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - light and strong.\n- [Silk](https://silk.example/) – **simple** cloth for all.\n- [Foil](https://foil.example/) - [zero-wind flying](https://zero.example/) for all.\n',
      options: { style: 'capital' },
      finds: ['3:39 lower', '4:37 lower'],
      fixed:
        '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) – **Simple** cloth for all.\n- [Foil](https://foil.example/) - [zero-wind flying](https://zero.example/) for all.\n',
      note: 'A link may be a name that is written so.',
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
    const wrong = describedIn(list).flatMap((one) => read(one, list, allowed));
    const [first, ...rest] = wrong;
    if (first !== undefined && wrong.length > foldOver) {
      const edits = wrong.flatMap((one) => (one.fix.safe ? one.fix.edits : []));
      const fix = edits.length === 0 ? null : { safe: true, edits };
      const data = { count: wrong.length, name: first.name };
      report({ message: 'many', at: first.at, places: rest.map((one) => one.at), fix, data });
      return;
    }
    for (const { at, fix, name, wanted } of wrong) {
      report({ message: 'lower', at, fix, data: { name, wanted } });
    }
  },
});

interface Lower {
  readonly at: Position;
  readonly fix: Fix;
  readonly name: string;
  readonly wanted: string;
}

function read({ entry, body }: Described, list: List, allowed: ReadonlySet<string>): readonly Lower[] {
  const [word] = /^[^\s,;:!?…—–]+/u.exec(body.text.trimStart()) ?? [''];
  const core = word.replace(/[.'"’”)]+$/u, '');
  if (!/^(?=\p{Ll})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u.test(core)) return [];
  if (/[^\p{L}\p{M}'’-]|\p{Lu}/u.test(core)) return [];
  // Two words may be an author or a publisher.
  if (body.text.trim().split(/\s+/).length < 3) return [];
  if (entry.naming !== 'link' || /^[:：@#/]\S/u.test(body.text.trimStart().slice(word.length))) return [];
  // Between East Asian words Latin ones are names, and a single word, perhaps before others, is that of an author.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(body.text)) return [];
  if (/^\s*\S+(?:\s*\([^()]*\))*\s*$|^\s*\p{L}+(?:,| and) \p{Lu}|^\s*(?:by|from) [\p{Lu}@]/u.test(body.text)) return [];
  const stem = core.replace(/['’]s$/u, '');
  if (!stem.split('-').every((part) => ordinaryWords.has(part))) return [];
  if (lowerCaseNames.has(stem) || allowed.has(stem.toLowerCase()) || isName(stem, entry.name, entry.url)) return [];
  const from = body.position.start.offset;
  const marks = /^(?:\s|[*_~]|<\w{1,10}>)*/.exec(list.text.slice(from, from + 80))?.[0].length ?? 0;
  const offset = from + marks;
  // What begins with code, an image or a character reference has no first letter to change.
  if (list.text.slice(offset, offset + word.length) !== word) return [];
  const at = list.place(offset, offset + word.length);
  if (entry.links.some(({ position: { start, end } }) => start.offset <= offset && offset < end.offset)) return [];
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const capital = /^(?:az|tr)\b/.test(list.lang ?? '') ? letter.toLocaleUpperCase('tr') : letter.toUpperCase();
  if (capital === letter || [...capital].length !== 1) return [];
  // A verb goes on from the name: a capital alone does not make it a sentence.
  const safe = !/^(?:is|are|was|were|has|can|by|from|with|and|or|vs)$/.test(core);
  const fix = { safe, edits: [{ start: offset, end: offset + letter.length, text: capital }] };
  return [{ at, fix, name: entry.name, wanted: capital + word.slice(letter.length) }];
}

function lines(count: number, description: string): string {
  return `- [Sail](https://0.sail.example/) - ${description}\n`.repeat(count);
}
