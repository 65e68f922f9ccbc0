import { afterEach, describe, expect, it, vi } from 'vitest';
import { entryGrammar } from '../../src/grammar/grammar.js';
import { applyEdits } from '../../src/lint/fix.js';
import type { EntriesOptions } from '../../src/model/entry-options.js';
import { shortenLimits } from '../text/short-limits.js';
import { departuresIn, readWith, valuesOf } from './read.js';

const links = '- [{name}]({url}) - {description}.{? ({?[Demo]({demo})}{, }{?[Source]({source})})}{+ `{license}`}';

afterEach(() => vi.restoreAllMocks());

describe('the fields of an entry', () => {
  it.each([
    [
      'all parts',
      '- [Silk](https://silk.test) - Soft. ([Demo](https://d.test), [Source](https://s.test)) `MIT`',
      { demo: ['https://d.test'], source: ['https://s.test'], license: ['MIT'] },
    ],
    [
      'the first of two parts',
      '- [Silk](https://silk.test) - Soft. ([Demo](https://d.test)) `MIT`',
      { demo: ['https://d.test'] },
    ],
    [
      'the second of two parts',
      '- [Silk](https://silk.test) - Soft. ([Source](https://s.test)) `MIT`',
      { source: ['https://s.test'] },
    ],
    ['a repeated part', '- [Silk](https://silk.test) - Soft. `MIT` `0BSD`', { license: ['MIT', '0BSD'] }],
    ['a reference', '- [Silk][s] - Soft. `MIT`\n\n[s]: https://silk.test', { url: ['https://silk.test'] }],
    [
      'HTML',
      '- <a href="https://silk.test">Silk</a> - <b>Soft</b>. <code>MIT</code>',
      { name: ['Silk'], description: ['Soft'] },
    ],
    [
      'escapes and entities',
      '- [S\\*lk](https://silk.test) - Soft &amp; \\[new\\]. `MIT`',
      { name: ['S*lk'], description: ['Soft & [new]'] },
    ],
    ['a wrapped line', '- [Silk](https://silk.test) - Soft\n  &amp; light. `MIT`', { description: ['Soft & light'] }],
    [
      'emoji in a description',
      '- [Silk](https://silk.test) - Soft 👩‍🚀 cloth ⚡️. `MIT`',
      { description: ['Soft 👩‍🚀 cloth ⚡️'] },
    ],
    ['marks of direction', '- [משי](https://silk.test)\u200f - רך\u200f. `MIT`', { name: ['משי'] }],
    [
      'links in a description',
      '- [Silk](https://silk.test) - Like [Hemp](https://hemp.test). `MIT`',
      { description: ['Like Hemp'] },
    ],
    [
      'code in a description',
      '- [Silk](https://silk.test) - With `wax`. `MIT`',
      { description: ['With wax'], license: ['MIT'] },
    ],
    ['another end of a sentence', '- [Silk](https://silk.test) - Is it soft? `MIT`', { description: ['Is it soft?'] }],
    [
      'a quotation at the end',
      '- [Silk](https://silk.test) - Said to be "soft." `MIT`',
      { description: ['Said to be "soft."'] },
    ],
    [
      'an abbreviation at the end',
      '- [Silk](https://silk.test) - Soft, light, etc. `MIT`',
      { description: ['Soft, light, etc'] },
    ],
    ['emphasis around the name', '- **[Silk](https://silk.test)** - *Soft*. `MIT`', { name: ['Silk'] }],
    ['a comment', '- [Silk](https://silk.test)<!-- new --> - Soft. `MIT`', { name: ['Silk'] }],
  ])('reads %s', (_, text, fields) => {
    const list = readWith(text, { format: links });
    expect(list.departures).toEqual([]);
    expect(valuesOf(list.entries[0])).toMatchObject(fields);
  });

  it('are null without a format, and where none applies', () => {
    expect(readWith('- [Silk](https://silk.test)\n', { columns: { A: '{a}', B: '{b}' } }).entries[0]?.fields).toBe(
      null,
    );
  });

  it('are read in the cells of a table, by heading in any order', () => {
    const text = '| Hue | Sail |\n| --- | --- |\n| `Red` | [Jib](https://jib.test) |\n';
    const list = readWith(text, { columns: { Sail: '[{name}]({url})', hue: '`{hue}`' } });
    expect(list.departures).toEqual([]);
    expect(valuesOf(list.entries[0])).toEqual({ name: ['Jib'], url: ['https://jib.test'], hue: ['Red'] });
  });

  it('have the places of their texts', () => {
    const text = '# Kites\n\n- [Silk](https://silk.test) - Soft. `MIT`\n';
    const { license = [], description = [] } = readWith(text, { format: links }).entries[0]?.fields ?? {};
    const cut = ([field]: typeof license) => text.slice(field?.position.start.offset, field?.position.end.offset);
    expect([cut(license), cut(description)]).toEqual(['MIT', 'Soft']);
  });

  it('are those of the first format that an entry follows', () => {
    const options = { format: ['- [{name}]({url}) by {author}', '- [{name}]({url})'] };
    const list = readWith('- [Silk](https://silk.test)\n- [Jib](https://jib.test) by A. Breeze\n', options);
    expect(list.departures).toEqual([]);
    expect(list.entries.map((entry) => valuesOf(entry)?.author ?? null)).toEqual([null, ['A. Breeze']]);
  });
});

it.each([
  ['links and commas', '- Sails [[jib](https://jib.test), [gaff](https://gaff.test)]', 0],
  ['a description', '- Sails [jib](https://jib.test) - Cloth', 1],
])('an item with nested ones and %s is read as an entry only with a description', (_, item, count) => {
  const list = readWith(`${item}\n  - [Silk](https://silk.test) - Soft.\n`, { format: '- [{name}]({url}) - {text}.' });
  expect(list.entries.filter(({ fields }) => fields !== null)).toHaveLength(1 + count);
});

it.each([
  ['- [Silk](https://silk.test) MIT', 'MIT'],
  ['- [Silk](https://silk.test) `No`', '`No`'],
])('the value of %s is reported with its backticks', (text, found) => {
  const list = readWith(text, {
    format: '- [{name}]({url}) {license}',
    fields: { license: { values: ['No', '`MIT`'] } },
  });
  expect(list.departures.map((one) => [one.kind, one.found])).toEqual([['value', found]]);
});

describe('a departure', () => {
  it.each([
    ['another dash', '- [Silk](https://silk.test) – Soft. `MIT`', ['1:29 other  - ']],
    ['no full stop', '- [Silk](https://silk.test) - Soft `MIT`', ['1:35 missing .']],
    ['no code', '- [Silk](https://silk.test) - Soft. MIT', ['1:37 other `license`']],
    ['no description', '- [Silk](https://silk.test)', ['1:27 missing  - description. `license`']],
    ['no link', '- Silk - Soft. `MIT`', ['1:3 other [name](url)']],
    ['an empty pair of brackets', '- [Silk](https://silk.test) - Soft. () `MIT`', ['1:39 missing .']],
    [
      'no comma between parts',
      '- [Silk](https://silk.test) - Soft. ([Demo](https://d.test) [Source](https://s.test)) `MIT`',
      ['1:60 missing , '],
    ],
  ])('is found for %s', (_, text, found) => {
    expect(departuresIn(text, { format: links })).toEqual(found);
  });

  it('takes the section into account, by title or pattern', () => {
    const text =
      '# Kites\n\n## Sails\n\n- [Silk](https://silk.test)\n\n## Old sails\n\n- [Jib](https://jib.test)!\n\n## Books\n\n- Wind\n';
    const scoped = [{ sections: ['/sails$/i'], format: '- [{name}]({url})' }];
    expect(departuresIn(text, scoped)).toEqual(['9:26 unexpected ']);
    expect(departuresIn(text, [...scoped, { sections: 'Old sails', format: false as const }])).toEqual([]);
  });

  it('ends with the time that was given for a pattern that never ends', () => {
    shortenLimits();
    const options = { format: '- [{name}]({url})', fields: { name: { pattern: '^(a+)+$' } } };
    expect(() => readWith(`- [${'a'.repeat(40)}!](https://silk.test)\n`, options)).toThrow(/too slow/);
  });
});

describe('a safe fix', () => {
  const plain = { format: '- [{name}]({url}) - {description}.' };
  const silk = '- [Silk](https://silk.test)';
  const free = { format: '- [{name}]({url}) - {description}' };
  const fixed = (text: string, options: EntriesOptions): string =>
    applyEdits(
      text,
      readWith(text, options).departures.flatMap(({ safe, edits }) => (safe ? edits : [])),
    );

  it.each([
    ['a dash', `${silk} – Soft.`, `${silk} - Soft.`, plain],
    ['a colon', `${silk}: Soft.`, `${silk} - Soft.`, plain],
    ['a dash before a line break', `${silk} –\n  Soft.`, `${silk} -\n  Soft.`, plain],
    ['a space before a dash', `${silk}- Soft.`, `${silk} - Soft.`, plain],
    ['a space after a dash', `${silk} -Soft.`, `${silk} - Soft.`, plain],
    ['a space before code', `${silk} - Soft.\`MIT\``, `${silk} - Soft. \`MIT\``, { format: links }],
    ['two spaces', `${silk} -  Soft.`, `${silk} - Soft.`, plain],
    ['the period at the end', `${silk} - Soft`, `${silk} - Soft.`, plain],
    [
      'a period before a license',
      `${silk} - Soft \`MIT\``,
      `${silk} - Soft. \`MIT\``,
      { format: links, fields: { license: { kind: 'spdx' } } },
    ],
    [
      'a period after a word',
      `${silk} - Soft (new)`,
      `${silk} - Soft (new).`,
      { ...free, fields: { description: { fullStop: true } } },
    ],
    [
      'the case of a value',
      `${silk} - red`,
      `${silk} - Red`,
      { ...free, fields: { description: { values: ['Red'] } } },
    ],
  ] as const)('corrects %s', (_, text, after, options) => {
    expect(fixed(text, options)).toBe(after);
    expect(readWith(after, options).departures).toEqual([]);
  });

  it.each([
    ['a sign at the start of a line, which begins a list', `${silk}\n  – Soft.`, plain],
    ['a space there', `${silk}\n  -Soft.`, plain],
    ['a negative number', `${silk} -5 degrees.`, plain],
    ['an option', `${silk} --help for sails.`, plain],
    ['a compound', `${silk}-based kit.`, plain],
    ['a compound in another format', `${silk}-based kit.`, { format: '- [{name}]({url}) – {description}.' }],
    ['a word with a dash', `${silk} well-known kit`, { format: '- [{name}]({url}) {a} - {b}' }],
    ['a version', `${silk} v1.0`, { format: '- [{name}]({url}) {a} . {b}' }],
    [
      'a word that begins like a value',
      `${silk} - Goodies.`,
      { format: '- [{name}]({url}) - {a} {b}.', fields: { a: { values: ['Go'] } } },
    ],
    ['code that may be no license', `${silk} - A shell for \`npm\``, { format: links }],
    ['code that is none', `${silk} - A shell for \`npm\``, { format: links, fields: { license: { kind: 'spdx' } } }],
    ['a text without a link', '- Read about the spar – it bends', plain],
    ['a comma at the end', `${silk} - Soft,`, { ...free, fields: { description: { fullStop: true } } }],
    ['an emoji at the end', `${silk} - Soft 🪁`, { ...free, fields: { description: { fullStop: true } } }],
    ['code with a period', `${silk} - \`foo.\``, { ...free, fields: { description: { fullStop: false } } }],
    ['a value in code', `${silk} - \`red\``, { ...free, fields: { description: { values: ['`Red`'] } } }],
  ] as const)('does not change %s', (_, text, options) => {
    expect(fixed(text, options)).toBe(text);
    expect(readWith(text, options).departures).not.toEqual([]);
  });
});

describe('a format', () => {
  it.each([
    ['- [{name}]({url', 'entries.format: the target of the link has no `)`'],
    ['- {name', 'entries.format: `{` has no `}`'],
    ['- {na me}', 'is not a field'],
    ['- {constructor}', 'is not a field'],
    ['- {a} }', '`}` has no `{`'],
    ['- {?{?a}}', 'must not be optional as a whole'],
    ['- {?{a}', '`}` is missing'],
    ['- ', 'the format is empty'],
    [`- ${'{?{a}'.repeat(7)}${'}'.repeat(7)}`, 'nested more than 5 deep'],
    [`- ${'x'.repeat(2_001)}`, 'longer than 2000 characters'],
  ])('that is wrong is refused: %s', (format, message) => {
    expect(() => entryGrammar({ format })).toThrow(message);
  });

  it.each([
    [
      { format: ['- {a}', '- {a'] },
      'entries.format[1]: `{` has no `}`; write `\\{` for the character (at character 3 of the format)',
    ],
    [[{ format: '- {a}' }, { sections: 'B', format: '- {b} }' }], 'entries[1].format: `}` has no `{`'],
    [{ columns: { Sail: '[{name}]', Hue: '{hue' } }, 'entries.columns.Hue: `{` has no `}`'],
    [{ columns: { '★': {} } }, 'entries.columns.★: no field can be named after this heading'],
    [
      [{ format: '- {a}' }, { sections: 'B', format: '- {b}', fields: { b: { pattern: '(' } } }],
      'entries[1].fields.b: pattern: `(` is not a valid regular expression',
    ],
    [
      [{ format: '- {a}' }, { fields: { c: { kind: 'url' } } }],
      'entries[1].fields.c: no format contains the field `{c}`',
    ],
    [{ format: '- {a}', sections: '/(/' }, 'entries[0].sections: `/(/` is not a valid regular expression'],
    [{ format: `- ${'{+{+{+{+{a}{, }}{; }}{ / }}{ | }}'.repeat(60)}` }, 'entries.format: the format is too large'],
  ] as const)('that is wrong is refused with its place: %j', (options, message) => {
    expect(() => entryGrammar(options as EntriesOptions)).toThrow(message);
  });

  it('may have one field several times', () => {
    const list = readWith('- [Silk](https://silk.test) by A, B\n', { format: '- [{name}]({url}) by {by}, {by}' });
    expect(valuesOf(list.entries[0])).toMatchObject({ by: ['A', 'B'] });
  });

  it('is refused where it asks of a field that it does not have', () => {
    expect(() => entryGrammar({ format: '- {name}', fields: { url: { kind: 'url' } } })).toThrow(
      'entries.fields.url: no format contains the field `{url}`',
    );
  });

  it('may have braces, brackets and backticks as text', () => {
    const list = readWith('- [Silk](https://silk.test) {new} [v2]\n', {
      format: '- [{name}]({url}) \\{{state}\\} [{version}]',
    });
    expect(valuesOf(list.entries[0])).toMatchObject({ state: ['new'], version: ['v2'] });
  });
});
