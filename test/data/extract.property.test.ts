import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderChecked } from '../../src/data/check-rendered.js';
import { extractList } from '../../src/data/extract-list.js';
import { listData } from '../../src/data/list-data.js';
import { readData } from '../../src/data/load-data.js';
import { readMarked } from '../../src/data/markers.js';
import { dataFormats } from '../../src/data/write-data.js';
import { fieldsOf } from '../../src/data/write-value.js';
import { readWith } from '../grammar/read.js';

const word = fc.constantFrom(
  'alpha',
  'Beta',
  'gamma',
  'naïve',
  '日本',
  'C++',
  '1.10',
  'true',
  'null',
  'a_b',
  "it's",
  '"q"',
  'x: y',
  '# no',
  '; c',
  'a,b',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const markedUp = fc.constantFrom(
  '',
  ' `code`',
  ' *soft*',
  ' [more](https://more.example/)',
  ' &amp; co',
  ' \\[1\\]',
  ' 🎉',
);
const entry = fc.record({
  ...{ name: words, path: fc.nat(), description: words, more: markedUp, note: fc.option(words) },
  licenses: fc.array(fc.constantFrom('MIT', 'Apache-2.0'), { maxLength: 2 }),
});
const entries = fc.array(entry, { minLength: 1, maxLength: 3 });
const section = fc.record({
  ...{
    title: words,
    emoji: fc.constantFrom('', '🎵 '),
    about: fc.constantFrom('', '*Things* to use.', 'One.\n\nTwo.'),
  },
  ...{ entries, inner: fc.option(entries) },
});
const format = '- [{name}]({url}) - {description}{? ({note})}{* `{license}`}';

type Entries = readonly {
  readonly name: string;
  readonly path: number;
  readonly description: string;
  readonly more: string;
  readonly note: string | null;
  readonly licenses: readonly string[];
}[];
const itemsOf = (all: Entries, prefix: string): string =>
  all
    .map(
      ({ name, path, description, more, note, licenses }, index) =>
        `- [${name}](https://${prefix}${index}.example/${path}) - ${description}${more}${note === null ? '' : ` (${note})`}${licenses.map((one) => ` \`${one}\``).join('')}\n`,
    )
    .join('');

describe('extract, then render', () => {
  it('is the same list, in each format that takes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(section, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...dataFormats),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async (sections, dataFormat, contents, eol) => {
          const parts = sections.map(({ title, emoji, about, entries: own, inner }, index) =>
            [
              `## ${emoji}${title} ${index}\n`,
              ...(about === '' || dataFormat === 'csv' ? [] : [`${about}\n`]),
              itemsOf(own, `s${index}-`),
              ...(inner === null ? [] : ['### Inner\n', itemsOf(inner, `i${index}-`)]),
            ].join('\n'),
          );
          const body = parts.join('\n');
          const toc = contents
            ? `## Contents\n\n${readWith(body, { format })
                .headings.map(({ text, slug, depth }) => `${'  '.repeat(depth - 2)}- [${text}](#${slug})\n`)
                .join('')}\n`
            : '';
          const whole = `# Awesome Things\n\n> About things.\n\n${toc}${body}\n## License\n\nFree.\n`.replaceAll(
            '\n',
            eol,
          );
          const list = readWith(whole, { format });
          fc.pre(list.departures.length === 0);
          const file = `entries.${dataFormat}`;
          const { data, readme, options } = await extractList(list, { format }, dataFormat, file);
          expect(
            readme.replace(/<!-- listwright:(?:start -->(?:\r\n|\n){2}|end -->(?:\r\n|\n){1,2})/g, '').trimEnd(),
          ).toBe(whole.trimEnd());
          const read = await readData(file, data);
          const marked = readMarked('README.md', readme);
          const again = renderChecked(marked, listData(options, [read], [read], fieldsOf({ format }), null), {
            ...{ path: 'README.md', options, entries: { format } },
          });
          expect(again.text).toBe(readme);
        },
      ),
      { numRuns: 40 },
    );
  });
});
