import { beforeAll, expect, test } from 'vitest';
import { everySetting, linted } from './fixing.js';
import { shapes } from './shapes.js';

/** The shapes that were found to take long, and of the others one of each kind; `npm run bench growth` measures all. */
const others = [
  ...['quotes that deepen and flatten', 'emphasis that nests', 'brackets in brackets', 'links whose title has no end'],
  ...['backticks of growing length', 'single backticks', 'entities', 'autolinks', 'tags without an end'],
  ...['details that are closed', 'directives that enable', 'a table of many columns', 'definitions that are used'],
  ...[
    'uses of one definition',
    'footnotes',
    'mail addresses',
    'combining marks',
    'zero-width spaces',
    'headings of one name',
  ],
  ...[
    'entries in no order',
    'entries of almost one name',
    'tiers that count on',
    'query parameters',
    'contents that nest',
  ],
];
const names = [...Object.keys(shapes).slice(0, Object.keys(shapes).indexOf('quotes in quotes')), ...others];

/** CPU time of reading and of linting with all rules, in milliseconds. */
function cost(text: string): number {
  const before = process.cpuUsage();
  linted(text, everySetting);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// What takes less is a machine's noise.
const floor = 25;
/** Longer lines than these are not read by all rules, which would hide what they cost; of lines there may be more. */
const [line, text] = [
  [5_000, 20_000],
  [25_000, 100_000],
] as const;
// Four times the text takes sixteen times as long where the time grows with the square.
const most = 5;
/** Something else may keep the machine busy, which only ever makes the time longer. */
const attempts = 10;

beforeAll(() => {
  // What is compiled on the way is not measured.
  for (let round = 0; round < 3; round++) cost(shapes['four levels of items']?.(5_000) ?? '');
});

test.each(names)('reading and linting grow with the length of %s', { timeout: 300_000 }, (name) => {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`no shape is called ${name}`);
  const [short, long] = shape(line[0]).split('\n').length < 50 ? line : text;
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < attempts; attempt++) {
    large = Math.min(large, cost(shape(long)));
    if (large < floor * most) return;
    small = Math.min(small, cost(shape(short)));
    if (large / Math.max(floor, small) < most) return;
  }
  expect(large / Math.max(floor, small)).toBeLessThan(most);
});
