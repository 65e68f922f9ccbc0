import { describe, expect, it } from 'vitest';
import { plainFormat, readFormat } from '../../src/grammar/format.js';
import { applyEdits } from '../../src/lint/fix.js';
import type { EntriesOptions } from '../../src/model/entry-options.js';
import { readWith } from './read.js';

const silk = '- [Silk](https://silk.test)';
const plain = { format: '- [{name}]({url}) - {description}.' };
const colon = { format: '- [{name}]({url}): {description}' };
const quoted = { format: '- [{name}]({url}) - "{quote}" ({year})' };
const crates = { format: '- [{name}]({url}){? [{+[{crate}]({package}){, }}]} - {description}' };
const linked = {
  format: '- [{name}]({url}) - {description}.{? ({?[Demo]({demo})}{, }{?[Source Code]({code})})}{+ `{license}`}',
};

/** Departures: column, what is there, what the format has, and how far a fix may go. */
function departures(text: string, entries: EntriesOptions): readonly (readonly [number, string, string, string])[] {
  return readWith(`${text}\n`, entries).departures.map(({ position, found, expected, edits, safe }) => [
    position.start.column,
    found,
    expected,
    safe ? 'safe' : edits.length > 0 ? 'suggestion' : 'none',
  ]);
}

function applied(text: string, entries: EntriesOptions): string {
  return applyEdits(
    text,
    readWith(`${text}\n`, entries).departures.flatMap(({ edits }) => edits),
  );
}

describe('a slip is one departure, at its character, with the form of the format', () => {
  it.each([
    [
      'spaces before a fixed part',
      `${silk} - Fine.  ([Demo](https://d.test)) \`MIT\``,
      linked,
      [[36, ' ', '', 'safe']],
    ],
    [
      'spaces around a dash',
      `${silk}   -   Fine.`,
      plain,
      [
        [28, '  ', '', 'safe'],
        [33, '  ', '', 'safe'],
      ],
    ],
    ['spaces inside of brackets', `${silk} [ [a](https://a.test)] - Fine`, crates, [[30, ' ', '', 'safe']]],
    ['a space before a colon', `${silk} : Fine`, colon, [[28, ' ', '', 'safe']]],
    ['a no-break space', `${silk} -\u00a0Fine.`, plain, [[30, ' -\u00a0', ' - ', 'safe']]],
    ['a no-break space too much', `${silk} - \u00a0Fine.`, plain, [[31, '\u00a0', '', 'safe']]],
    [
      'another case of fixed words',
      `${silk} - Fine. ([source code](https://s.test)) \`MIT\``,
      linked,
      [[39, 'source code', 'Source Code', 'safe']],
    ],
    [
      'capitals instead of fixed words',
      `${silk} - Fine. ([DEMO](https://d.test)) \`MIT\``,
      linked,
      [[40, 'DEMO', 'Demo', 'safe']],
    ],
    ['a dash of two', `${silk} -- Fine.`, plain, [[29, ' -- ', ' - ', 'safe']]],
    ['a dash instead of a colon', `${silk} - Fine`, colon, [[28, ' - ', ': ', 'safe']]],
    ['a full-width colon', `${silk}：好`, colon, [[28, '：', ': ', 'safe']]],
    ['full-width parentheses', `${silk} - "Fine" （2020）`, quoted, [[38, '（2020）', '(year)', 'suggestion']]],
    ['brackets instead of parentheses', `${silk} - "Fine" [2020]`, quoted, [[38, '[2020]', '(year)', 'suggestion']]],
    ['no parentheses', `${silk} - "Fine" 2020`, quoted, [[38, '2020', '(year)', 'suggestion']]],
    ['one parenthesis', `${silk} - "Fine" (2020`, quoted, [[42, '', ')', 'suggestion']]],
    ['curly quotes', `${silk} - “Fine” (2020)`, quoted, [[31, '“Fine”', '"quote"', 'suggestion']]],
    ['quotes of another language', `${silk} - „Fine“ (2020)`, quoted, [[31, '„Fine“', '"quote"', 'suggestion']]],
    ['no quotes', `${silk} - Fine (2020)`, quoted, [[31, 'Fine', '"quote"', 'suggestion']]],
    [
      'a Chinese comma',
      `${silk} - Fine. ([Demo](https://d.test)、[Source Code](https://s.test)) \`MIT\``,
      linked,
      [[60, '、', ', ', 'suggestion']],
    ],
    [
      'a comma without a space',
      `${silk} [[a](https://a.test),[b](https://b.test)] - Fine`,
      crates,
      [[50, ',', ', ', 'safe']],
    ],
    ['a dash without a space', `${silk} [[a](https://a.test)]- Fine`, crates, [[50, '- ', ' - ', 'safe']]],
    [
      'brackets around the name',
      '- [[Silk](https://silk.test)] - Fine.',
      plain,
      [[3, '[[Silk](https://silk.test)]', '[name](url)', 'suggestion']],
    ],
    [
      'quotes around the name',
      '- "[Silk](https://silk.test)" - Fine.',
      plain,
      [[3, '"[Silk](https://silk.test)"', '[name](url)', 'suggestion']],
    ],
    [
      'no brackets around a link',
      `${silk} [silk](https://s.test) - Fine`,
      crates,
      [[29, '[silk](https://s.test)', '[[crate](package)]', 'suggestion']],
    ],
    [
      'parentheses around a link',
      `${silk} ([silk](https://s.test)) - Fine`,
      crates,
      [[29, '([silk](https://s.test))', '[[crate](package)]', 'suggestion']],
    ],
    ['no code', `${silk} - Fine. MIT`, linked, [[37, 'MIT', '`license`', 'suggestion']]],
    ['parentheses instead of code', `${silk} - Fine. (MIT)`, linked, [[37, '(MIT)', '`license`', 'none']]],
    [
      'a URL after the name',
      '- Silk (https://silk.test) - Fine.',
      plain,
      [[3, 'Silk (https://silk.test)', '[name](url)', 'none']],
    ],
    [
      'a badge before the dash',
      `${silk} [![Build](https://i.test/b.svg)](https://b.test) - Fine.`,
      plain,
      [[29, '[![Build](https://i.test/b.svg)](https://b.test)', '', 'none']],
    ],
    [
      'badges before the dash',
      `${silk} ![a](https://i.test/a.svg) ![b](https://i.test/b.svg) - Fine.`,
      plain,
      [[29, '![a](https://i.test/a.svg) ![b](https://i.test/b.svg)', '', 'none']],
    ],
    ['a remark before the dash', `${silk} (Go) - Fine.`, plain, [[29, '(Go)', '', 'suggestion']]],
    ['code before the colon', `${silk} \`Go\`: Fine`, colon, [[29, '`Go`', '', 'none']]],
    ['no dash', `${silk} Fine - of silk.`, plain, [[28, '', ' - ', 'suggestion']]],
    ['an option instead of a dash', `${silk} --help.`, plain, [[29, ' --', ' - ', 'none']]],
    ['a period after an emoji', `${silk} - Fine 🪁`, plain, [[36, '', '.', 'suggestion']]],
    ['a remark after a sentence', `${silk} - Fine. (Old ones too)`, plain, [[50, '', '.', 'none']]],
    ['a period in a URL', `${silk} - See [it](https://i.test/.)`, plain, [[56, '', '.', 'none']]],
    ['a period after a URL', `${silk} - See [it](https://i.test/)`, plain, [[55, '', '.', 'suggestion']]],
  ] as const)('%s', (_, text, entries, expected) => {
    expect(departures(text, entries)).toEqual(expected);
    if (expected.every(([, , , fix]) => fix !== 'none'))
      expect(readWith(`${applied(text, entries)}\n`, entries).departures).toEqual([]);
  });

  it.each([
    ['a separator in the description', `${silk} - Fine - of silk.`, plain],
    ['remarks in the description', `${silk} - (Go) Fine [new] cloth.`, plain],
    ['an emoji after the sentence', `${silk} - Fine. 🪁`, plain],
    ['spaces around the text of a link', '- [ Silk ](https://silk.test) - Fine.', plain],
    ['two links in the brackets', `${silk} [[a](https://a.test), [b](https://b.test)] - Fine`, crates],
    ['a link back to the top on the next line', `${silk} - Fine.\n**[⬆ back to top](#contents)**`, plain],
    ['one after a hard break', `${silk} - Fine.  \n[⬆ back to top](#contents)`, plain],
    ['a link to another part of the page', '- [Silk](#silk)', plain],
    ['one that says where', '- [Silk](#silk), [Foil](#foil)', plain],
  ] as const)('%s is none', (_, text, entries) => {
    expect(departures(text, entries)).toEqual([]);
  });

  it.each([
    ['words on the next line', `${silk} - Fine.\n[More](#more) in short`, plain],
    ['a link to another part of the page with a description', '- [Silk](#silk) - Fine', plain],
    ['letters after the sentence', `${silk} - Fine. 🪁 new`, plain],
  ] as const)('%s is one', (_, text, entries) => {
    expect(departures(text, entries)).toHaveLength(1);
  });
});

it('the place of a departure splits no character', () => {
  const [departure] = readWith(`${silk} - Fine 🪁\n`, plain).departures;
  expect(departure?.position.start.offset).toBe(`${silk} - Fine `.length);
});

describe('a value that is not allowed', () => {
  const auth = (value: string) => `- [Silk](https://silk.test) ${value}`;
  const options = {
    format: '- [{name}]({url}) {auth}',
    fields: { auth: { values: ['No', '`apiKey`', '`OAuth`', 'Unknown'] } },
  };

  it.each([
    ['without its backticks', 'apiKey', '`apiKey`', '`apiKey`', 'suggestion'],
    ['with backticks', '`No`', 'No', 'No', 'suggestion'],
    ['in another case', 'unknown', 'Unknown', 'Unknown', 'safe'],
    ['in another case and code', '`apikey`', '`apiKey`', '`apiKey`', 'suggestion'],
    ['with a wrong letter', 'Unkown', 'Unknown', 'Unknown', 'suggestion'],
  ])('%s is one of them with a slip', (_, value, expected, fixed, fix) => {
    expect(departures(auth(value), options)).toEqual([[29, value, expected, fix]]);
    expect(applied(auth(value), options)).toBe(auth(fixed));
  });

  it.each(['Maybe', 'N', 'Key'])('%s is none of them', (value) => {
    expect(departures(auth(value), options).map(([, , expected, fix]) => [expected, fix])).toEqual([
      [options.fields.auth.values.join('\n'), 'none'],
    ]);
  });

  it('that may be one of two is not corrected', () => {
    const two = { ...options, fields: { auth: { values: ['Abcd', 'Abce'] } } };
    expect(departures(auth('Abcf'), two)[0]?.[3]).toBe('none');
  });
});

it.each([
  ['- [{name}]({url}){? [{+[{crate}]({package}){, }}]} - {text}', '[name](url) [[crate](package), …] - text'],
  [
    '* **{name}**{? ({? }{+{format}{, }})}{+ `{tag}`} ![{alt}](https://i.test/{image}.png)',
    '**name** (format, …) `tag` ![alt](https://i.test/image.png)',
  ],
  ['- ({?[A]({a})}{, }{?[B]({b})}) \\{x\\}', '([A](a), [B](b)) {x}'],
])('messages show %s without braces', (format, shown) => {
  expect(plainFormat(readFormat(format, 'format'))).toBe(shown);
});
