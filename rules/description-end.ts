import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Entry, List } from '../src/model/list.js';
import { type Position, pointAfter } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { separates } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { endsSentence, endsWithFullStop, fullStop } from '../src/text/sentence.js';

export default defineRule({
  id: 'description-end',
  topic: 'descriptions',
  summary: 'End every description as a sentence ends',
  why: 'A description without its end looks cut off, and a reader wonders what is missing.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['final-mark'],
  messages: {
    open: 'Description of `{name}` ends without a full stop; add one',
    many: '{count} descriptions end without a full stop, that of `{name}` the first of them; add one to each',
    closed: 'Description of `{name}` ends with a full stop, which this list leaves out; remove it',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['always', 'never', 'consistent', 'off']),
        v.description('`consistent` asks for what 80 % of at least ten descriptions do.'),
      ),
      'always',
    ),
    ...scopeOptions,
  }),
  learn: {
    style: (list) => list.entries.flatMap((entry) => read(entry, list)).map((one) => (one.ended ? 'always' : 'never')),
  },
  init: {
    deviation: 'have a description that ends in another way',
    convention: {
      cases: 'descriptions',
      does: (value) =>
        value === 'always' ? 'end with a full stop' : value === 'never' ? 'end without a full stop' : null,
    },
  },
  examples: [
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong\n- [Silk](https://silk.example/) - Costly (and *slow*)\n',
      finds: ['3:54 open', '4:53 open'],
      fixed:
        '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) - Costly (and *slow*).\n',
    },
    {
      text: '- [絹](https://a.example/) - 高い\n',
      finds: ['1:30 open'],
      fixed: '- [絹](https://a.example/) - 高い。\n',
    },
    {
      text: `## Sails\n\n${lines(21, 'Cloth `MIT` `Go`')}`,
      finds: ['3:41 many'],
      fixed: `## Sails\n\n${lines(21, 'Cloth. `MIT` `Go`')}`,
      note: 'One cause in more than twenty places is told once.',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/) - Costly.\n- [Nylon](https://nylon.example/) - Threads etc.\n',
      options: { style: 'never' },
      finds: ['3:41 closed'],
      fixed: '## Sails\n\n- [Silk](https://silk.example/) - Costly\n- [Nylon](https://nylon.example/) - Threads etc.\n',
      note: 'The full stop of an abbreviation stays.',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/) - Costly. `MIT` `Go`\n- [Foil](https://foil.example/) - Loud! ![new](new.svg)\n- [Jib](https://jib.example/) - Old. ([shop](https://shop.example/))\n- [Kit](https://kit.example/) - New. **[free]** **[$]**\n- [Gaff](https://gaff.example/) - Loud (but **light.**)\n',
      finds: [],
      note: 'Tags, badges, sources, brackets and emphasis may follow the end.',
    },
    {
      text: '## Sails\n\n- [Nylon](https://nylon.example/) - Sold by:\n  - [Windhaus](https://windhaus.example/) by the sea\n- [Foil](https://foil.example/) - [Shop](https://foil.example/shop)\n',
      finds: [],
      note: 'A colon leads to the entries below; a link alone, or what goes on from the name, is no sentence.',
    },
    { text: `## Sails\n\n${lines(12, 'Cloth')}`, options: { style: 'consistent' }, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const readings = list.entries.flatMap((entry) => read(entry, list));
    if (options.style !== 'always' && options.style !== 'never') return;
    const always = options.style === 'always';
    const wrong = readings.filter((one) => (always ? !one.ended : one.stop));
    const [first, ...rest] = wrong;
    const fixes = wrong.map((one) => (always ? close(one, list) : open(one)));
    if (first !== undefined && always && wrong.length > foldOver) {
      const fix = { safe: true, edits: fixes.flatMap((one) => (one?.safe ? one.edits : [])) };
      const data = { name: first.entry.name, count: wrong.length };
      report({ message: 'many', at: first.at, places: rest.map((one) => one.at), fix, data });
      return;
    }
    for (const [index, { entry, at }] of wrong.entries()) {
      report({ message: always ? 'open' : 'closed', at, fix: fixes[index] ?? null, data: { name: entry.name } });
    }
  },
});

const lastBreak = /<br\s*\/?>$/i;

interface Reading {
  readonly entry: Entry;
  /** What a reader sees last. */
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
  // What only goes on from the name, and what is nothing but a tag in brackets, is no sentence.
  if (entry.separator !== null && !separates(entry)) return [];
  if (/^[([【（〔][^)\]】）〕]*[)\]】）〕]$/u.test(body.text)) return [];
  // Marks that close right behind the prose belong to it.
  const marks = /^(?:[*_~]|<\/\w+>)*/.exec(list.text.slice(proseEnd, proseEnd + 40))?.[0].length ?? 0;
  const source = withoutBreaks(list.text.slice(body.position.start.offset, proseEnd + marks));
  const end = body.position.start.offset + source.length;
  const last = entry.links.find((link) => link.position.end.offset === end);
  const whole = proseEnd + marks >= body.position.end.offset;
  const tail = (whole ? body.text : (last?.text ?? withoutTags(source))).trimEnd();
  if (/^$|\\$/.test(source) || !hasWords(entry, body.text)) return [];
  const from = pointAfter(list.text, body.position.start, Math.max(end - 1, body.position.start.offset));
  return [
    {
      entry,
      tail,
      ended: endsSentence(tail) || (/[:：]$/.test(tail) && entry.children.length > 0),
      stop: endsWithFullStop(source),
      at: { start: from, end: pointAfter(list.text, from, end) },
    },
  ];
}

/** A text without the spaces and line breaks at its end. */
function withoutBreaks(text: string): string {
  let rest = text.trimEnd();
  for (let found = lastBreak.exec(rest.slice(-20)); found !== null; found = lastBreak.exec(rest.slice(-20)))
    rest = rest.slice(0, -found[0].length).trimEnd();
  return rest;
}

/** A text without the HTML tags at its end; a longer run of them than any list has is left. */
function withoutTags(text: string): string {
  const from = Math.max(0, text.length - 500);
  return text.slice(0, from) + text.slice(from).replace(/(?:<\/?[a-z][^<>]*>)+$/i, '');
}

/** False for nothing but links and the words that join them. */
function hasWords(entry: Entry, text: string): boolean {
  const own = entry.links.reduce((rest, link) => (link.text === '' ? rest : rest.replace(link.text, ' ')), text);
  return /\p{L}{2}/u.test(own.replace(/\b(?:and|by|from|in|of|on|or|via|with)\b/giu, ' '));
}

/** Adds the full stop of the script. Other punctuation, and an address whose link would take it in, need a look. */
function close({ entry, tail, at }: Reading, list: List): Fix | null {
  const end = at.end.offset;
  if (/&#?\w+;$/.test(list.text.slice(Math.max(0, end - 12), end))) return null;
  const text = fullStop(tail);
  if (/[,;:，；：、-]/u.test(list.text[end - 1] ?? '')) return { safe: false, edits: [{ start: end - 1, end, text }] };
  const literal = entry.links.some((link) => link.form === 'literal' && link.position.end.offset === end);
  return { safe: !literal, edits: [{ start: end, end, text }] };
}

function open({ at }: Reading): Fix {
  return { safe: true, edits: [{ start: at.start.offset, end: at.end.offset, text: '' }] };
}

function lines(count: number, description: string): string {
  return `- [Sail](https://0.sail.example/) - ${description}\n`.repeat(count);
}
