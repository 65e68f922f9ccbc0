import * as v from 'valibot';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { proseRanges } from '../src/rule-kit/prose.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { repeatsIn } from './no-repeats/repeats.js';

export default defineRule({
  id: 'no-repeats',
  topic: 'text',
  summary: 'Do not repeat a word or a punctuation mark',
  why: 'A repeated word or mark is a typo that makes readers stop.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'info', default: 'warning' },
  fix: 'safe',
  changes: ['doubled-word', 'space'],
  messages: {
    word: 'Repeated word `{text}`; remove one',
    mark: 'Repeated punctuation `{text}`; use `{once}`',
  },
  options: v.object({
    words: v.optional(v.pipe(v.boolean(), v.description('Report repeated words.')), true),
    punctuation: v.optional(v.pipe(v.boolean(), v.description('Report repeated punctuation marks.')), true),
    allow: v.optional(
      v.pipe(v.array(v.string()), v.description('Words and marks that may be repeated, such as `..`.')),
      [],
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Foil](https://foil.example/) - Kite of the the tail.. Loud.\n- [Silk](https://silk.example/) - Costly!! The the cloth.\n',
      finds: ['1:43 word', '1:55 mark', '2:44 word'],
      fixed:
        '- [Foil](https://foil.example/) - Kite of the tail. Loud.\n- [Silk](https://silk.example/) - Costly!! The cloth.\n',
      note: 'Several exclamation marks are emphasis.',
    },
    {
      text: 'Fly the\nthe kite, a **loud** loud one.\n',
      finds: ['1:5 word', '2:15 word'],
      note: 'Nothing is removed across lines and emphasis.',
    },
    {
      text: '- [絹](https://silk.example/) - 軽い。。\n',
      lang: 'ja',
      finds: ['1:34 mark'],
      fixed: '- [絹](https://silk.example/) - 軽い。\n',
    },
    { text: 'A kite kite.\n', options: { allow: ['Kite'] }, finds: [] },
    {
      text: 'Had she had had that that kite, Duran Duran had sung... It costs 1..3 in `to to` from ../here, ?!\n',
      finds: [],
      note: 'Names, an ellipsis, a range, code and paths.',
    },
    {
      text: '- [Where is it??](https://film.example/) - Film by [Wham!!](https://wham.example/).\n- [to](https://to.example/) to fly.\n- [Kite](https://kite.example/) kite for all.\n',
      finds: [],
      note: 'Names and titles are ignored.',
    },
    {
      text: 'Lines: pilot wing, pilot pilot, and a pilot pilot line.\n',
      finds: ['1:39 word'],
      note: 'The first is one pair of several.',
    },
    { text: 'Die, die die Drachen bauen, sehen weit.\n', lang: 'de', finds: [] },
    {
      text: 'Yavaş yavaş uçar.\n',
      lang: 'tr',
      finds: [],
      note: 'In some languages a repeated word means something else.',
    },
  ],
  check({ list, options, report }) {
    const allowed = new Set(options.allow.map((each) => each.toLowerCase()));
    const linked = linkFinder(list.links);
    for (const { text, place, exact } of proseRanges(list)) {
      for (const one of repeatsIn(text, list.lang)) {
        const { kind, start, end, once } = one;
        if (!(kind === 'word' ? options.words : options.punctuation)) continue;
        if (allowed.has(once.toLowerCase()) || allowed.has(one.text.toLowerCase())) continue;
        const from = place(start, end);
        const to = place(end - 1, end);
        if (from === null || to === null) continue;
        const link = linked(from.start.offset);
        if (link !== linked(to.start.offset) || (kind === 'mark' && link !== null)) continue;
        const at = list.place(from.start.offset, Math.max(from.end.offset, to.end.offset));
        const whole = exact(start, end) && at.end.offset - at.start.offset === end - start;
        // Emphasis of their own sets the words off, as quotation marks do.
        if (kind === 'word' && isEmphasized(list.text, at.start.offset, at.end.offset)) continue;
        const edits = [{ start: at.start.offset, end: at.end.offset, text: once }];
        // The name of a heading is changed together with the heading, whose anchor changes.
        const safe = one.sure && link?.url.startsWith('#') !== true;
        const fix = whole && !/\n/.test(one.text) ? { safe, edits } : null;
        if (kind === 'word') report({ message: 'word', at, fix, data: { text: once } });
        else report({ message: 'mark', at, fix, data: { text: one.text, once } });
      }
    }
  },
});

function isEmphasized(text: string, start: number, end: number): boolean {
  return /[*_]/.test(text.charAt(start - 1)) && /[*_]/.test(text.charAt(end));
}

/** Gives the link that contains an offset; called in document order. */
function linkFinder(links: readonly Link[]): (offset: number) => Link | null {
  const sorted = links.filter((link) => !link.image).sort((a, b) => a.position.start.offset - b.position.start.offset);
  let index = 0;
  return (offset) => {
    while ((sorted[index]?.position.end.offset ?? Number.POSITIVE_INFINITY) <= offset) index += 1;
    const link = sorted[index];
    return link !== undefined && link.position.start.offset <= offset ? link : null;
  };
}
