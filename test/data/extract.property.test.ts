import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderChecked } from '../../src/data/check-rendered.js';
import { extractList } from '../../src/data/extract-list.js';
import { listData } from '../../src/data/list-data.js';
import { readData } from '../../src/data/load-data.js';
import { readMarked } from '../../src/data/markers.js';
import { dataFormats } from '../../src/data/write-data.js';
import { fieldsOf } from '../../src/data/write-value.js';
import { UserError } from '../../src/model/errors.js';
import { escaped } from '../../src/text/escape-markdown.js';
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
  ...{ name: words, description: words, more: markedUp, note: fc.option(words) },
  licenses: fc.array(fc.constantFrom('MIT', 'Apache-2.0'), { maxLength: 2 }),
});
type Made = {
  readonly name: string;
  readonly description: string;
  readonly more: string;
  readonly note: string | null;
  readonly licenses: readonly string[];
};
const format = '- [{name}]({url}) - {description}{? ({note})}{* `{license}`}';
const columns = { Name: '[{name}]({url})', About: '{description}', License: { format: '{license}', optional: true } };
const grammar = { format, columns };

const last: Made = { name: 'Last', description: 'Last one', more: '', note: null, licenses: [] };
let count = 0;
const lineOf = ({ name, description, more, note, licenses }: Made): string =>
  `[${name}](https://e${count++}.example/) - ${description}${more}${note === null ? '' : ` (${note})`}${licenses.map((one) => ` \`${one}\``).join('')}`;

/** What a section may have, each a block with one empty line around it; nested lines are as deep as the text around them. */
type Block =
  | { readonly kind: 'list'; readonly items: readonly Nested[] }
  | { readonly kind: 'table'; readonly rows: readonly Made[]; readonly turned: boolean }
  | { readonly kind: 'text'; readonly text: string };
interface Nested {
  readonly label: string | null;
  readonly entry: Made;
  readonly below: readonly Nested[];
  readonly after: string | null;
}
const nestedIn = (below: fc.Arbitrary<readonly Nested[]>): fc.Arbitrary<Nested> =>
  fc.record({
    label: fc.option(fc.constantFrom('Tools', 'More *of* it', 'Level 1: Beginner'), { freq: 6 }),
    ...{ entry, below },
    after: fc.option(fc.constantFrom('A paragraph.', '> A quote.', '```sh\nx  y\n\n# no\n```'), { freq: 6 }),
  });
const innermost = nestedIn(fc.constant([]));
const nested = nestedIn(fc.array(nestedIn(fc.array(innermost, { maxLength: 1 })), { maxLength: 2 }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('list' as const), items: fc.array(nested, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    ...{ kind: fc.constant('table' as const), rows: fc.array(entry, { minLength: 1, maxLength: 3 }) },
    turned: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.constantFrom(
      ...['*Things* to use.', 'One.\n\nTwo  \nlines.', '---', '**Bold**', '<!-- a note -->', '> Quote.\n> More.'],
      ...['1. A number.\n2. Another.', '<p align="center">\n  <b>HTML</b>\n</p>', '```sh\n\n# code\n```', '![](a.png)'],
    ),
  }),
);
const section = fc.record({
  ...{ title: words, emoji: fc.constantFrom('', '🎵 '), depth: fc.constantFrom(2, 3, 3, 4, 5) },
  marked: fc.constantFrom('', ' *now*', ' `code`', ' [top](#things)'),
  blocks: fc.array(block, { maxLength: 4 }),
});

function written(one: Block): string {
  if (one.kind === 'text') return one.text;
  if (one.kind === 'list') return itemsOf(one.items, '');
  const bars = (text: string): string => text.replaceAll('|', '\\|');
  const rows = one.rows.map((made) => {
    const name = `[${bars(made.name)}](https://r${count++}.example/)`;
    const [license = ''] = made.licenses;
    const cells = [name, bars(made.description + made.more), license];
    return `| ${(one.turned ? cells.toReversed() : cells).join(' | ')} |`.replace(/\| {2}(?=\|)/g, '| ');
  });
  const head = one.turned ? ['License', 'About', 'Name'] : ['Name', 'About', 'License'];
  return [`| ${head.join(' | ')} |`, one.turned ? '|:--|:-:|--:|' : '| --- | --- | --- |', ...rows].join('\n');
}

function itemsOf(items: readonly Nested[], indent: string): string {
  return items
    .flatMap(({ label, entry: own, below, after }) => {
      // A label without entries below it would be an entry.
      const first = label !== null && below.length > 0 ? label : lineOf(own);
      const deep = `${indent}  `;
      const text = after === null ? [] : after.split('\n').map((line) => (line === '' ? '' : deep + line));
      const gap = after?.startsWith('A') ? [''] : [];
      return [`${indent}- ${first}`, ...(below.length > 0 ? [itemsOf(below, deep)] : []), ...gap, ...text];
    })
    .join('\n');
}

/** Blocks of which no two lists follow one another, which would be one, and no list or table follows a table, whose rows it would be. */
function apart(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }, index) => {
    const above = blocks[index - 1]?.kind;
    return kind === 'text' || (kind !== above && above !== 'table');
  });
}

describe('extract, then render', () => {
  it('is the same list, byte for byte, in each format that takes it', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(section, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...dataFormats),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async (sections, dataFormat, contents, eol) => {
          const parts = sections.flatMap(({ title, emoji, depth, marked, blocks }, index) => [
            `${'#'.repeat(index === 0 ? 2 : depth)} ${emoji}${title} ${index}${marked}`,
            ...apart(blocks).map(written),
          ]);
          const body = `${[...parts, '## Last', `- ${lineOf(last)}`].join('\n\n')}\n`;
          const toc = contents
            ? `## Contents\n\n${readWith(body, grammar)
                .headings.map(({ text, slug, depth }) => `${'  '.repeat(depth - 2)}- [${escaped(text)}](#${slug})\n`)
                .join('')}\n`
            : '';
          const whole = `# Awesome Things\n\n> About things.\n\n${toc}${body}\n## License\n\nFree.\n`.replaceAll(
            '\n',
            eol,
          );
          const list = readWith(whole, grammar);
          fc.pre(list.departures.every(({ entry: own }) => own?.marker === '1.' || own?.marker === '2.'));
          const file = `entries.${dataFormat}`;
          const extraction = await extractList(list, grammar, dataFormat, file).catch((error: unknown) => {
            if (dataFormat === 'csv' && error instanceof UserError && error.message.includes('CSV cannot hold'))
              return null;
            throw error;
          });
          fc.pre(extraction !== null);
          if (extraction === null) return;
          kept++;
          const { data, readme, options, respaced } = extraction;
          expect(
            readme.replace(/<!-- listwright:(?:start -->(?:\r\n|\n){2}|end -->(?:\r\n|\n){1,2})/g, '').trimEnd(),
          ).toBe(whole.trimEnd());
          expect(respaced).toBe(0);
          const read = await readData(file, data);
          const marked = readMarked('README.md', readme);
          const again = renderChecked(marked, listData(options, [read], [read], fieldsOf(grammar), null), {
            ...{ path: 'README.md', options, entries: grammar },
          });
          expect(again.text).toBe(readme);
        },
      ),
      { numRuns: 60 },
    );
    expect(kept).toBeGreaterThan(30);
  });
});
