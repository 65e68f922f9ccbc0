import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Entry, List } from '../src/model/list.js';
import { type Position, pointAfter } from '../src/model/place.js';
import { defineRule } from '../src/model/rule.js';
import { scope } from '../src/model/scope.js';

/** More places than this of one cause become one finding. */
const most = 20;

/** Sentence ends of Latin, CJK, Indic, Arabic, Armenian, Ethiopic and Khmer text, and what may close behind them. */
const ended = /[.!?…。．｡！？।॥؟۔։።។]["'”’»›」』）)\]}》】*_`~]*$/u;
/** Scripts that end sentences with a space. */
const unended = /[\p{Script=Thai}\p{Script=Lao}][)"'”’]*$/u;
const abbreviated = /(?:\b(?:etc|inc|ltd|co|corp|vs|no|al|jr|sr|st)|\b\p{L}|\.)\.$/iu;

export default defineRule({
  id: 'description-end',
  summary: 'End every description as a sentence ends',
  why: 'A description without its end looks cut off, and a reader wonders what is missing.',
  severity: { awesome: 'error', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'safe',
  messages: {
    open: 'Description of `{name}` ends without a full stop; add one',
    openMany: '{count} descriptions end without a full stop, that of `{name}` the first of them; add one to each',
    closed: 'Description of `{name}` ends with a full stop, which this list leaves out; remove it',
    closedMany:
      '{count} descriptions end with a full stop, which this list leaves out, that of `{name}` the first of them; remove them',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['always', 'never', 'consistent']),
        v.description('`consistent` asks for what 80 % of at least ten descriptions do.'),
      ),
      'always',
    ),
    ...scope,
  }),
  examples: [
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong\n- [Silk](https://silk.example/) - Costly (and *slow*)\n',
      finds: ['5:52 open', '6:51 open'],
      fixed:
        '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) - Costly (and *slow*).\n',
    },
    {
      text: '# 凧\n\n## 布\n\n- [絹](https://silk.example/) - 軽くて高い\n',
      finds: ['5:36 open'],
      fixed: '# 凧\n\n## 布\n\n- [絹](https://silk.example/) - 軽くて高い。\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n',
      options: { style: 'never' },
      finds: ['5:53 closed'],
      fixed: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Light. `MIT` `Go`\n- [Silk](https://silk.example/) - Costly! ![new](new.svg)\n- [Foil](https://foil.example/) - Loud. ([source](https://src.example/))\n',
      finds: [],
      note: 'Tags, badges and sources may follow the end.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - The maker says "it lasts."\n- [Silk](https://silk.example/) - Costly (but **light.**)\n',
      finds: [],
      note: 'Quotes, brackets and emphasis may close behind the end.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Sold by:\n  - [Windhaus](https://windhaus.example/) - By the metre.\n- [Silk](https://silk.example/)\n- [Foil](https://foil.example/) - [Shop](https://foil.example/shop)\n',
      finds: [],
      note: 'A colon leads to the entries below; without words there is no sentence.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Ripstop](https://cloth.example/) - Nylon, polyester etc.\n',
      options: { style: 'never' },
      finds: [],
      note: 'The full stop of an abbreviation stays.',
    },
  ],
  check({ list, options, report }) {
    const readings = list.entries.flatMap((entry) => read(entry, list));
    const style = options.style === 'consistent' ? majority(readings) : options.style;
    if (style === null) return;
    const wrong = readings.filter((one) => (style === 'always' ? !one.ended : one.stop));
    const message = style === 'always' ? ('open' as const) : ('closed' as const);
    const fixes = wrong.map((one) => (style === 'always' ? close(one, list) : open(one)));
    const [first, ...rest] = wrong;
    if (first !== undefined && wrong.length > most) {
      report({
        message: `${message}Many`,
        at: first.at,
        places: rest.map((one) => one.at),
        fix: { safe: true, edits: fixes.flatMap((fix) => (fix.safe ? fix.edits : [])) },
        data: { name: first.entry.name, count: wrong.length },
      });
      return;
    }
    for (const [index, { entry, at }] of wrong.entries()) {
      report({ message, at, fix: fixes[index] ?? null, data: { name: entry.name } });
    }
  },
});

interface Reading {
  readonly entry: Entry;
  /** The last characters that a reader sees. */
  readonly tail: string;
  readonly ended: boolean;
  /** True when it ends with a full stop that could be left out. */
  readonly stop: boolean;
  /** The last character of the prose in the file. */
  readonly at: Position;
}

function read(entry: Entry, list: List): readonly Reading[] {
  const { body, proseEnd } = entry;
  if (body === null || proseEnd === null || entry.form === 'row' || entry.form === 'heading') return [];
  const source = list.text.slice(body.position.start.offset, proseEnd).replace(/(?:\s|<br\s*\/?>|\\(?=\s*$))+$/i, '');
  const end = body.position.start.offset + source.length;
  const last = entry.links.find((link) => link.position.end.offset === end);
  const whole = proseEnd >= body.position.end.offset;
  const tail = (whole ? body.text : (last?.text ?? source.replace(/(?:<\/?[a-z][^<>]*>)+$/i, ''))).trimEnd();
  if (source === '' || !hasWords(entry, body.text) || unended.test(tail)) return [];
  const leadsOn = /[:：]$/.test(tail) && entry.children.length > 0;
  const from = pointAfter(list.text, body.position.start, Math.max(end - 1, body.position.start.offset));
  return [
    {
      entry,
      tail,
      ended: leadsOn || ended.test(tail),
      stop: /[.。]$/.test(source) && !abbreviated.test(source),
      at: { start: from, end: pointAfter(list.text, from, end) },
    },
  ];
}

/** False for a description of nothing but links and the words that join them. */
function hasWords(entry: Entry, text: string): boolean {
  const own = entry.links.reduce((rest, link) => (link.text === '' ? rest : rest.replace(link.text, ' ')), text);
  return /\p{L}{2}/u.test(own.replace(/\b(?:and|by|from|in|of|on|or|via|with)\b/giu, ' '));
}

function majority(readings: readonly Reading[]): 'always' | 'never' | null {
  const share = readings.filter((one) => one.ended).length / readings.length;
  if (readings.length < 10 || (share < 0.8 && share > 0.2)) return null;
  return share >= 0.8 ? 'always' : 'never';
}

/** Adds the full stop of the script. Other punctuation, and an address whose link would take it in, need a look. */
function close({ entry, tail, at }: Reading, list: List): Fix {
  const stop = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][」』）)”"]*$/u.test(tail) ? '。' : '.';
  const end = at.end.offset;
  if (/[,;:，；：、-]$/u.test(list.text.slice(0, end).slice(-1))) {
    return { safe: false, edits: [{ start: end - 1, end, text: stop }] };
  }
  const literal = entry.links.some((link) => link.form === 'literal' && link.position.end.offset === end);
  return { safe: !literal, edits: [{ start: end, end, text: stop }] };
}

function open({ at }: Reading): Fix {
  return { safe: true, edits: [{ start: at.start.offset, end: at.end.offset, text: '' }] };
}
