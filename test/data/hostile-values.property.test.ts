import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderChecked } from '../../src/data/check-rendered.js';
import { listData } from '../../src/data/list-data.js';
import { readData } from '../../src/data/load-data.js';
import { readMarked } from '../../src/data/markers.js';
import { cleanValue, fieldsOf } from '../../src/data/write-value.js';
import { UserError } from '../../src/model/errors.js';
import { readWith, valuesOf } from '../grammar/read.js';

const readme =
  '# Pens\n\n## Contents\n\n<!-- listwright:start -->\n<!-- listwright:end -->\n\n## Other\n\n- [Last](https://last.example/) - Last.\n';

/** Pieces of which Markdown, HTML and YAML make something. */
const piece = fc.constantFrom(
  ...['a', 'B', ' ', '1', '.', '# ', '- ', '* ', '+ ', '> ', '[', ']', '](', ')', '(', '![', '`', '```', '**', '_'],
  ...['~~', '|', '<!-- listwright:end -->', '<!--', '-->', '<details>', '<b>', '</a>', '&amp;', '&#10;', '\\', '\\\\'],
  ...[
    '\n',
    '\r\n',
    '\n\n## X\n',
    '\u2028',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    'é',
    '👩‍🚀',
    'https://x.example',
    '@me',
    ': ',
    '$',
    '1. ',
  ],
  ...[
    '<!-- listwright-disable -->',
    '[x]: https://x.example/',
    '---',
    '===',
    '    ',
    '\t',
    '{',
    '}',
    '"',
    "'",
    '=1+1',
    '[^1]',
    '!',
  ],
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const text = hostile.filter((one) => /[\p{L}\p{N}]/u.test(one));
/** Without what GitHub makes a link of, however it is escaped. */
const unlinked = text.filter((one) => !/https?:|www\.|@/.test(one));
const formats = [
  '- [{name}]({url}) - {description}',
  '* **{name}**: {description} [`home`]({url})',
  '- {name} | {description} [link]({url})',
];

describe('values', () => {
  it('are read as the data has them, whatever is in them, or are refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: text, description: text }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...formats),
        text,
        async (entries, format, section) => {
          const records = entries.map((one, index) => ({ ...one, url: `https://e${index}.example/`, section }));
          const file = await readData('data.json', JSON.stringify(records));
          const options = { files: 'data.json', sort: false, contents: false } as const;
          const data = listData(options, [file], [file], fieldsOf({ format }), null);
          let rendered: string;
          try {
            rendered = renderChecked(readMarked('README.md', readme), data, {
              path: 'README.md',
              options,
              entries: { format },
            }).text;
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
            return;
          }
          const list = readWith(rendered, { format });
          expect(list.entries.slice(0, -1).map(valuesOf)).toEqual([
            ...records.map(({ name, url, description }) => ({
              ...{ name: [cleanValue(name)], url: [url] },
              description: [cleanValue(description)],
            })),
          ]);
          expect(list.entries.at(-1)?.name).toBe('Last');
          expect(list.links.filter(({ entry, form }) => entry !== null && form !== 'inline')).toEqual([]);
          expect(list.comments).toHaveLength(2);
          expect(list.headings.map((one) => one.text)).toEqual([
            'Pens',
            'Contents',
            ...cleanValue(section).split(' > '),
            'Other',
          ]);
        },
      ),
    );
  });

  it('are not refused for their punctuation', async () => {
    await fc.assert(
      fc.asyncProperty(unlinked, unlinked, async (name, description) => {
        const record = { name, description, url: 'https://a.example/', section: 'S' };
        const file = await readData('data.json', JSON.stringify([record]));
        const options = { files: 'data.json', contents: false } as const;
        const format = formats[0] ?? '';
        const data = listData(options, [file], [file], fieldsOf({ format }), null);
        const how = { path: 'README.md', options, entries: { format } };
        const { lines } = renderChecked(readMarked('README.md', readme), data, how);
        expect(lines.map(({ line }) => line)).toEqual([7, 9]);
      }),
    );
  });
});
