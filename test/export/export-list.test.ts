import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { exportList } from '../../src/export/export-list.js';
import { exportJson } from '../../src/export/json.js';
import { parse } from '../../src/parse/parse.js';
import { attacks } from '../report/hostile.js';
import { entry, exported, health, listWith } from './exported.js';

const text = `# Awesome Pens

> Things to write with.

## 🖋 Tools

### Inks

- **Level 1**
  - [Blue (Book)](https://blue.example/) - A book. [Notes](notes.md)
    - [Second part](https://blue.example/2)
- **Level 2**
  - [Red](https://red.example/) - Red.

## Contributing

See [the rules](https://rules.example/).
`;

const wrongWith = (() => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/export.schema.json', import.meta.url), 'utf8'));
  const valid = new Ajv({ strict: false }).compile(schema);
  return (json: string) => (valid(JSON.parse(json)) ? null : valid.errors);
})();

describe('an exported list', () => {
  const list = exported(text, {
    additionOf: (url) => (url.includes('red') ? { commit: 'c'.repeat(40), date: Date.UTC(2025, 1, 3) } : null),
    healthOf: (url) => (url.includes('red') ? health({ verdict: 'broken', reason: 'http-404' }) : null),
  });

  test('has each entry with its place, and what is known of it', () => {
    expect(list.entries).toMatchObject([
      {
        ...{ name: 'Blue', kind: 'Book', url: 'https://blue.example/', section: ['Tools', 'Inks'], sectionIndex: 1 },
        ...{ parent: null, tier: { level: 1, label: 'Level 1' }, links: [{ url: 'notes.md', text: 'Notes' }] },
        ...{ added: null, health: null, fields: null },
      },
      { name: 'Second part', parent: 0 },
      {
        ...{ name: 'Red', tier: { level: 2 }, added: { at: '2025-02-03T00:00:00.000Z', commit: 'c'.repeat(40) } },
        health: { verdict: 'broken', reason: 'http-404' },
      },
    ]);
  });

  test('has the sections with entries, counted with those below', () => {
    expect(list.sections).toEqual([
      { titles: ['Tools'], emoji: '🖋', slug: '-tools', entries: 3 },
      { titles: ['Tools', 'Inks'], emoji: null, slug: 'inks', entries: 3 },
    ]);
  });

  test('fits the schema, with fields and without, and is the same each time', () => {
    expect(wrongWith(exportJson(list))).toBe(null);
    expect(exportJson(exported(text))).toBe(exportJson(exported(text)));
    const fields = { stars: 12, license: 'MIT', archived: false, note: null };
    expect(wrongWith(exportJson(listWith([entry({ fields })])))).toBe(null);
    expect(wrongWith(exportJson(listWith([{ ...entry(), name: 1 as unknown as string }])))).not.toBe(null);
  });

  test('has the description that the format has, without the fields after it', () => {
    const entries = { format: '- [{name}]({url}) - {description}.{* `{license}`}' };
    const read = parse('# Pens\n\n## Inks\n\n- [Red](https://red.example/) - Red ink. `MIT`\n', { entries });
    const facts = { repository: null, additionOf: () => null, healthOf: () => null };
    expect(exportList(read, facts).entries[0]).toMatchObject({ description: 'Red ink', fields: { license: 'MIT' } });
    expect(exportList(parse(read.text), facts).entries[0]?.description).toBe('Red ink. MIT');
  });

  test('has the fields of a format besides those of any entry, numbers as numbers', () => {
    const { entries } = parse('- [Ink](https://ink.example/)\n');
    const [one] = entries;
    const position = one?.position ?? expect.fail('no entry');
    const field = (...values: string[]) => values.map((value) => ({ value, position }));
    const fields = {
      name: field('Ink'),
      stars: field('1,234'),
      license: field('MIT', 'BSD'),
      version: field('1.20'),
      code: field('007'),
    };
    const list = { ...parse(''), entries: [{ ...(one ?? expect.fail('no entry')), fields }] };
    const facts = { repository: null, additionOf: () => null, healthOf: () => null };
    expect(exportList(list, facts).entries[0]?.fields).toEqual({
      stars: 1234,
      license: 'MIT, BSD',
      version: '1.20',
      code: '007',
    });
  });

  describe('has numbers or texts in a field, the same for all entries', () => {
    const valuesOf = (format: object, ...years: string[]) => {
      const rows = years.map((year, index) => `- [E${index}](https://e${index}.example/) - Red. (${year})\n`);
      const entries = { format: '- [{name}]({url}) - {description}. ({year})', ...format };
      const list = parse(`# A\n\n## B\n\n${rows.join('')}`, { path: 'README.md', entries });
      const none = { repository: null, additionOf: () => null, healthOf: () => null };
      return exportList(list, { ...none, options: entries }).entries.map(({ fields }) => fields?.year);
    };
    test.each([
      ['a date', { fields: { year: { kind: 'date' } } }, ['2026', '2026-09'], ['2026', '2026-09']],
      ['a text', { fields: { year: { kind: 'text' } } }, ['7', '8'], ['7', '8']],
      ['a number', { fields: { year: { kind: 'number' } } }, ['2026', '1,234'], [2026, 1234]],
      ['nothing, of which some are', {}, ['12', 'many'], ['12', 'many']],
      ['nothing, of which all are', {}, ['12', '1,234'], [12, 1234]],
      ['nothing, of which all are years', {}, ['1999', '2026'], ['1999', '2026']],
    ] as const)('that is declared as %s', (_, format, written, values) => {
      expect(valuesOf(format, ...written)).toEqual(values);
    });
  });

  test.each(attacks)('keeps %s on one line without what a terminal obeys', (_, words) => {
    const { entries } = exported(`## A\n\n- [x](https://x.example/) - ${words.replace(/[\r\n]/g, ' ')}\n`);
    for (const { description } of entries)
      expect(description ?? '').not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/);
    expect(exportJson(listWith(entries))).not.toMatch(/[\u007F-\u009F\u202A-\u202E]/);
  });
});
