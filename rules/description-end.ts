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
  summary: 'End descriptions with a period, or none of them',
  why: 'A description that ends unlike the others looks cut off.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['final-mark'],
  messages: {
    open: 'Description of `{name}` should end with a period',
    many: '{count} descriptions do not end with a period (first: `{name}`)',
    closed: 'Description of `{name}` ends with a period, unlike the others; remove it',
    manyClosed: '{count} descriptions end with a period, unlike the others (first: `{name}`); remove it',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['always', 'never', 'consistent', 'off']),
        v.description('Whether descriptions end with a period; `consistent` is what 80 % of at least ten do.'),
      ),
      'always',
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { style: 'consistent' },
    strict: { style: 'always' },
    list: { style: 'consistent' },
    roadmap: { style: 'consistent' },
  },
  init: {
    deviation: 'have a description that ends in another way',
    convention: {
      cases: 'descriptions',
      does: (value) =>
        value === 'always' ? 'end with a full stop' : value === 'never' ? 'end without a full stop' : null,
    },
  },
  learn: {
    style: (list) => list.entries.flatMap((entry) => read(entry, list)).map((one) => (one.ended ? 'always' : 'never')),
  },
  examples: [
    {
      options: { style: 'always' },
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong\n- [Silk](https://silk.example/) - Costly (and *slow*)\n',
      finds: ['3:54 open', '4:53 open'],
      fixed:
        '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) - Costly (and *slow*).\n',
    },
    {
      text: '- [絹](https://a.example/) - 高い\n- [帆](https://b.example/) - 軽い布の API\n- [凧](https://c.example/) - 安いセーラー\n- [Silk](https://d.example/) - Cloth of 絹\n- [باد](https://e.example/) - سبک و محکم\n',
      options: { style: 'always' },
      finds: ['1:30 open', '2:36 open', '3:34 open', '4:41 open', '5:40 open'],
      fixed:
        '- [絹](https://a.example/) - 高い。\n- [帆](https://b.example/) - 軽い布の API。\n- [凧](https://c.example/) - 安いセーラー。\n- [Silk](https://d.example/) - Cloth of 絹.\n- [باد](https://e.example/) - سبک و محکم.\n',
      note: 'The period of the script that most of the description is in.',
    },
    {
      text: `## Sails\n\n${lines(21, 'Cloth `MIT` `Go`')}`,
      options: { style: 'always' },
      finds: ['3:41 many'],
      fixed: `## Sails\n\n${lines(21, 'Cloth. `MIT` `Go`')}`,
      note: 'More than twenty are one finding.',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/) - Costly.\n- [Nylon](https://nylon.example/) - Threads etc.\n',
      options: { style: 'never' },
      finds: ['3:41 closed'],
      fixed: '## Sails\n\n- [Silk](https://silk.example/) - Costly\n- [Nylon](https://nylon.example/) - Threads etc.\n',
      note: 'The period of an abbreviation is kept.',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/) - Costly. `MIT` `Go`\n- [Foil](https://foil.example/) - Loud! ![new](new.svg)\n- [Jib](https://jib.example/) - Old. ([shop](https://shop.example/))\n- [Kit](https://kit.example/) - New. **[free]** **[$]**\n- [Gaff](https://gaff.example/) - Loud (but **light.**)\n',
      finds: [],
      options: { style: 'always' },
      note: 'Tags, badges, sources, brackets and emphasis may follow the end.',
    },
    {
      text: '## Sails\n\n- [Nylon](https://nylon.example/) - Sold by:\n  - [Windhaus](https://windhaus.example/) by the sea\n- [Foil](https://foil.example/) - [Shop](https://foil.example/shop)\n',
      finds: [],
      options: { style: 'always' },
      note: 'A colon introduces the entries below; a link alone, or words that continue the name, are not a sentence.',
    },
    {
      text: `## Sails\n\n${lines(12, 'Cloth')}`,
      options: { style: 'consistent' },
      finds: [],
      note: 'This list has no periods.',
    },
    {
      text: `## Sails\n\n${lines(7, 'Cloth')}${lines(7, 'Cloth.')}`,
      options: { style: 'consistent' },
      finds: [],
      note: 'This list has no usual end.',
    },
    {
      text: `${lines(9, 'Cloth.')}- [Jib](https://jib.example/) - Small\n`,
      options: { style: 'consistent' },
      finds: ['10:37 open'],
      fixed: `${lines(9, 'Cloth.')}- [Jib](https://jib.example/) - Small.\n`,
    },
    {
      text: `${lines(12, 'Cloth')}- [Jib](https://jib.example/) - Small.\n- [Kit](https://kit.example/) - New. It flies.\n`,
      options: { style: 'consistent' },
      finds: ['13:38 closed'],
      fixed: `${lines(12, 'Cloth')}- [Jib](https://jib.example/) - Small\n- [Kit](https://kit.example/) - New. It flies.\n`,
      note: 'Of several sentences the last keeps its period.',
    },
    {
      text: `${lines(105, 'Cloth')}${lines(21, 'Cloth.')}`,
      options: { style: 'consistent' },
      finds: ['106:42 manyClosed'],
      fixed: lines(126, 'Cloth'),
    },
    {
      text: '- [Silk](https://silk.example/) - Costly cloth (LGPL-2.0-only)\n- [Jib](https://jib.example/) - Small sail [MIT]\n- [Kit](https://kit.example/) - New plan (PDF, EPUB)\n- [Foil](https://foil.example/) - Comes in:\n',
      options: { style: 'always' },
      finds: [],
      note: 'A license, a format or another tag in brackets may end a line.',
    },
    {
      text: '- [Silk](https://silk.example/) - Sews with `hem`, `seam`\n- [Jib](https://jib.example/) - Runs `fly`\n',
      options: { style: 'always' },
      finds: ['1:57 open', '2:42 open'],
      fixed:
        '- [Silk](https://silk.example/) - Sews with `hem`, `seam`.\n- [Jib](https://jib.example/) - Runs `fly`.\n',
      note: 'Code with a comma belongs to the sentence.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const readings = list.entries.flatMap((entry) => read(entry, list));
    if (options.style !== 'always' && options.style !== 'never') return;
    const always = options.style === 'always';
    const wrong = readings.filter((one) => (always ? !one.ended : one.stop));
    const [first, ...rest] = wrong;
    const fixes = wrong.map((one) => (always ? close(one, list) : open(one)));
    if (first !== undefined && wrong.length > foldOver) {
      const fix = { safe: true, edits: fixes.flatMap((one) => (one?.safe ? one.edits : [])) };
      const data = { name: first.entry.name, count: wrong.length };
      const message = always ? 'many' : 'manyClosed';
      report({ message, at: first.at, places: rest.map((one) => one.at), fix, data });
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
  if (entry.naming !== 'link') return [];
  // What only goes on from the name, and what is nothing but a tag in brackets, is no sentence.
  if (entry.separator !== null && !separates(entry)) return [];
  if (/^[([【（〔][^)\]】）〕]*[)\]】）〕]$/u.test(body.text)) return [];
  if (/[:：]$/u.test(body.text) || endsWithTag(body.text)) return [];
  // Code with commas between belongs to the sentence; other code after it is a tag.
  const rest = list.text.slice(proseEnd, body.position.end.offset);
  const proseTo = /`\s*(?:,|and|or)\s*`/.test(rest) ? body.position.end.offset : proseEnd;
  // Marks that close right after the prose belong to it.
  const marks = /^(?:[*_~]|<\/\w+>)*/.exec(list.text.slice(proseTo, proseTo + 40))?.[0].length ?? 0;
  const source = withoutBreaks(list.text.slice(body.position.start.offset, proseTo + marks));
  const end = body.position.start.offset + source.length;
  const last = entry.links.find((link) => link.position.end.offset === end);
  const whole = proseTo + marks >= body.position.end.offset;
  const tail = (whole ? body.text : (last?.text ?? withoutTags(source))).trimEnd();
  if (/^$|\\$/.test(source) || !hasWords(entry, body.text)) return [];
  const from = pointAfter(list.text, body.position.start, Math.max(end - 1, body.position.start.offset));
  return [
    {
      entry,
      tail,
      ended: endsSentence(tail),
      stop: endsWithFullStop(source) && !/[.!?。！？]\s*\S/u.test(tail.replace(/\b\p{L}\.|\w\.\w/gu, '').slice(0, -1)),
      at: { start: from, end: pointAfter(list.text, from, end) },
    },
  ];
}

/** True for a license, a format or a price in brackets at the end. */
function endsWithTag(text: string): boolean {
  const inner = /[([（【]([^()[\]（）【】]{1,40})[)\]）】]$/u.exec(text)?.[1]?.split(/[\s,/|·&]+/) ?? [];
  return inner.length > 0 && inner.every((word) => tag.test(word));
}

const tag = /^(?:and|or|\p{Lu}[\p{Lu}\d.+-]{1,}(?:-\w+)*|\p{Lu}\p{Ll}+-\d[\w.-]*|\$+|free|paid|\d+)$/u;

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
  const text = fullStop(entry.body?.text ?? tail);
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
