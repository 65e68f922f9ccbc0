import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormat } from '../../src/grammar/format.js';
import { type FieldValues, renderEntry } from '../../src/grammar/render-entry.js';
import { applyEdits } from '../../src/lint/fix.js';
import { parse } from '../../src/parse/parse.js';
import { readWith, valuesOf } from './read.js';

const word = fc.stringMatching(/^[a-zäöé]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const url = word.map((name) => `https://${name.normalize('NFD').replace(/[^a-z]/g, '')}x.test/a`);
const several = <Value>(value: fc.Arbitrary<Value>, least: number) =>
  fc.array(value, { minLength: least, maxLength: 3 });
const one = <Value>(value: fc.Arbitrary<Value>) => several(value, 1).map((values) => values.slice(0, 1));
const maybe = <Value>(value: fc.Arbitrary<Value>) => several(value, 0).map((values) => values.slice(0, 1));

/** Formats, and values that entries of them may have. */
const cases: readonly (readonly [format: string, values: fc.Arbitrary<FieldValues>])[] = [
  ['- [{name}]({url}) - {description}.', fc.record({ name: one(words), url: one(url), description: one(words) })],
  [
    '- [{name}]({url}) - {description}.{? ({?[Demo]({demo})}{, }{?[Source]({source})}{, }{?[Docs]({docs})})}{+ `{license}`}',
    fc.record({
      ...{ name: one(words), url: one(url), description: one(words), license: several(word, 1) },
      ...{ demo: maybe(url), source: maybe(url), docs: maybe(url) },
    }),
  ],
  [
    '* [{title}]({url}){? - {author}}{? ({+{format}{, }})}{? *{note}*}',
    fc.record({
      ...{ title: one(words), url: one(url), author: maybe(words), note: maybe(words) },
      format: several(fc.constantFrom('PDF', 'HTML', 'EPUB'), 0),
    }),
  ],
  [
    '1. **{name}**: {description} [[{label}](https://kites.test/{path})]{* ![{alt}]({image})}',
    fc.record({
      name: one(words),
      description: one(words),
      label: one(words),
      path: one(word),
      image: fc.constant([]),
    }),
  ],
];

const entry = fc.integer({ min: 0, max: cases.length - 1 }).chain((index) => {
  const [format = '', values = fc.constant({})] = cases[index] ?? [];
  return values.map((given) => {
    const read = readFormat(format, 'format');
    return { format, given, text: `${read.lead}${renderEntry(read, given)}\n` };
  });
});

const withoutEmpty = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([, one]) => one.length > 0));

describe('entries of a format', () => {
  it('are of it, and give the fields that they were written from', () => {
    fc.assert(
      fc.property(entry, ({ format, given, text }) => {
        const list = readWith(text, { format });
        expect(list.departures).toEqual([]);
        expect(valuesOf(list.entries[0])).toEqual(withoutEmpty(given));
      }),
    );
  });

  it('depart from it at or before the place of a slip, or not at all', () => {
    const slip = fc.tuple(entry, fc.nat(), fc.constantFrom('', ' ', '-', '.', '–', ','));
    fc.assert(
      fc.property(slip, ([{ format, text }, at, instead]) => {
        // A slip in a URL makes text of a link, which the description may go on with.
        const signs = [...text.matchAll(/https:[^)]*|[ .,–-]/g)].flatMap(({ 0: sign, index }) =>
          sign.length === 1 && index > 3 ? [index] : [],
        );
        const place = signs[at % signs.length] ?? 4;
        const changed = text.slice(0, place) + instead + text.slice(place + 1);
        const [first] = readWith(changed, { format }).departures;
        // Where a sign is missing, the place is after the spaces that are there.
        const after = changed.slice(place + instead.length).search(/[^ ]/);
        // A description may go on with what follows the slip, and then lacks its period at its new end.
        if (first !== undefined && first.expected !== '.')
          expect(first.position.start.offset).toBeLessThanOrEqual(place + instead.length + after);
      }),
    );
  });

  it('are of it after the fixes of their departures, where all have one', () => {
    const slip = fc.tuple(entry, fc.nat(), fc.constantFrom('', ' ', '-', '.', '–', '  ', ' - '));
    fc.assert(
      fc.property(slip, ([{ format, text }, at, instead]) => {
        const place = 4 + (at % Math.max(1, text.length - 5));
        const changed = text.slice(0, place) + instead + text.slice(place + 1);
        const { departures } = readWith(changed, { format });
        if (departures.length === 0 || departures.some(({ edits }) => edits.length === 0)) return;
        const fixed = applyEdits(
          changed,
          departures.flatMap(({ edits }) => edits),
        );
        expect(readWith(fixed, { format }).departures).toEqual([]);
      }),
    );
  });

  it('never throw, and have places inside of the text, whatever is written', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '[',
        ']',
        '(',
        ')',
        '`',
        '*',
        '<b>',
        '&amp;',
        '\\',
        '\n  ',
        '.',
        ' - ',
        'https://a.test',
        '\u200f',
        '😀',
      ),
    });
    fc.assert(
      fc.property(text, fc.nat({ max: cases.length - 1 }), (line, index) => {
        const whole = `- ${line}\n`;
        const list = parse(whole, { entries: { format: cases[index]?.[0] ?? '' } });
        for (const { position, edits } of list.departures) {
          expect(position.start.offset).toBeGreaterThanOrEqual(0);
          expect(position.end.offset).toBeLessThanOrEqual(whole.length);
          for (const { start, end } of edits) expect(start).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
});
