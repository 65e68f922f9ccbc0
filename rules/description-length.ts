import * as v from 'valibot';
import type { Entry, List } from '../src/model/list.js';
import type { Point, Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { hasSeparator } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { graphemes } from '../src/text/graphemes.js';

const bound = (means: string, value: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.description(means)), value);

export default defineRule({
  id: 'description-length',
  topic: 'descriptions',
  summary: 'Keep descriptions within a readable length',
  why: 'A single word does not say what an entry is for, and a long text hides the entries around it.',
  severity: { strict: 'info', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    long: 'The description of `{name}` is {count} characters long (maximum {max}); shorten it',
    short: 'The description of `{name}` is only {count} characters long (minimum {min}); expand it',
    manyLong: '{count} descriptions are longer than {max} characters (first: `{name}`); shorten them',
    manyShort: '{count} descriptions are shorter than {min} characters (first: `{name}`); expand them',
  },
  options: v.object({
    min: bound(
      'The minimum number of visible characters; a Chinese, Japanese or Korean one counts as three. 0 for no minimum.',
      10,
    ),
    max: bound('The maximum number of visible characters; 0 for no maximum.', 200),
    ...scopeOptions,
  }),
  init: { deviation: 'have a longer or shorter description' },
  examples: [
    {
      text: `- [Silk](https://silk.example/) - Cloth.\n- [Foil](https://foil.example/) - ${'Wind. '.repeat(40)}\n`,
      finds: ['1:35 short', '2:35 long'],
    },
    { text: lines(22, 'Cloth.'), finds: ['1:37 manyShort'] },
    { text: lines(22, 'Woven by hand.'), options: { max: 12 }, finds: ['1:37 manyLong'] },
    {
      text: '- [絹](https://silk.example/) - 軽くて丈夫。\n- [Foil](https://foil.example/) - Loud kite.\n',
      finds: [],
      note: 'Three Chinese characters say as much as ten letters.',
    },
    {
      text: `- [Flags](https://flags.example/) - ${'👩‍👩‍👧‍👦'.repeat(30)} in the wind.\n`,
      finds: [],
      note: 'A sequence of emoji that is displayed as one is one character.',
    },
    {
      text: `- [Silk](https://silk.example/) - Light cloth. ([Source Code](https://silk.example/src)) \`MIT\` \`Go\`\n- [Jib](https://jib.example/) - Cloth. ([Source Code](https://jib.example/src)) \`MIT\`\n`,
      options: { max: 14 },
      finds: ['2:33 short'],
      note: 'Tags and sources after the prose do not count.',
    },
    {
      text: `- [Flags](https://flags.example/) - Flags: ${'🏴'.repeat(3_000)} in the wind.\n`,
      finds: ['1:37 long'],
    },
    { text: '- [Silk](https://silk.example/) (old)\n- [Foil](https://foil.example/) by A. Breeze\n', finds: [] },
    {
      text: `- [Silk](https://silk.example/) - See [the shop](https://shop.example/${'x'.repeat(300)}).\n`,
      finds: [],
      note: 'URLs of links are not visible.',
    },
    {
      text: '- [Silk](https://silk.example/) - [Shop](https://shop.example/)\n- [Jib](https://jib.example/) - A. Gust\n',
      finds: [],
      note: 'A link alone, and an author, are not descriptions.',
    },
  ],
  check({ list, options, foldOver, report }) {
    const { min, max } = options;
    const measures = list.entries.flatMap((entry) => measure(entry, list));
    const long = measures.filter(({ text }) => max > 0 && text.length > max && graphemes(text) > max);
    const short = measures.filter((one) => min > 0 && one.entry.form !== 'row' && weight(one.text) < min && says(one));
    const at = (one: Measure) => measuredPosition(one, list);
    for (const group of [short, long]) {
      const [first, ...rest] = group;
      if (first === undefined || group.length <= foldOver) continue;
      const found = { at: at(first), places: rest.map(at) };
      const data = { count: group.length, name: first.entry.name };
      if (group === long) report({ ...found, message: 'manyLong', data: { ...data, max } });
      else report({ ...found, message: 'manyShort', data: { ...data, min } });
    }
    for (const one of long.length > foldOver ? [] : long) {
      report({ message: 'long', at: at(one), data: { name: one.entry.name, count: graphemes(one.text), max } });
    }
    for (const one of short.length > foldOver ? [] : short) {
      report({ message: 'short', at: at(one), data: { name: one.entry.name, count: graphemes(one.text), min } });
    }
  },
});

interface Measure {
  readonly entry: Entry;
  readonly text: string;
  readonly start: Point;
}

/** What only goes on from the name, and prose below a heading, has no length of its own. */
function measure(entry: Entry, list: List): readonly Measure[] {
  const { body, description, separator, form, proseEnd } = entry;
  if (body === null || description === null || form === 'heading') return [];
  if (separator !== null && !hasSeparator(entry)) return [];
  // Tags and sources after the prose, such as `MIT`, are not part of it.
  const source = list.text.slice(body.position.start.offset, body.position.end.offset);
  const tag = tagsAt(source);
  const prose = (proseEnd ?? body.position.end.offset) - body.position.start.offset;
  const tail = source.slice(tag < 0 ? prose : Math.min(tag, prose));
  const visible = tail.replace(/!\[[^[\]]*\]\([^()]*\)|\]\([^()]*\)|[`*_[\]]|<[^<>]*>/g, '');
  const text = description
    .slice(0, description.length - visible.length)
    .trim()
    .replace(/\s+/g, ' ');
  return [{ entry, text, start: body.position.start }];
}

/** Where the tags and sources that end a text start, right after a sentence; -1 without any. */
function tagsAt(source: string): number {
  const tags = /(?:\s*(?:`[^`]*`|\((?:\[[^[\]]*\]\([^()]*\)(?:, ?)?)+\)))+$/uy;
  for (const { index } of source.matchAll(/[.!?。！？]/gu)) {
    tags.lastIndex = index + 1;
    if (tags.test(source)) return index + 1;
  }
  return -1;
}

/** The length by which a text is too short: a sign that means a word or a syllable says more than a letter. */
function weight(text: string): number {
  if (text.length > 80) return text.length;
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return graphemes(text) + signs * 2;
}

/** False for a link alone, for what leads to the entries below, and for a word or capitalised words without an end, such as an author or a publisher. */
function says({ entry, text }: Measure): boolean {
  if (
    text === '' ||
    entry.children.length > 0 ||
    entry.links.some((link) => link !== entry.link && link.text !== '' && text.includes(link.text))
  )
    return false;
  const words = text.split(' ');
  return /[.。！？]$/u.test(text) || (words.length > 1 && words.some((word) => /^\p{Ll}/u.test(word)));
}

function measuredPosition({ entry, start }: Measure, list: List): Position {
  const end = entry.proseEnd ?? entry.body?.position.end.offset ?? start.offset;
  return list.place(start.offset, Math.max(end, start.offset));
}

function lines(count: number, description: string): string {
  return `- [Sail](https://0.sail.example/) - ${description}\n`.repeat(count);
}
