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

// What takes less is a machine's noise. Longer lines than these are not read by all rules, which would hide what they cost.
const floor = 25;
const [short, long] = [5_000, 20_000];
// Four times the text takes sixteen times as long where the time grows with the square.
const most = 8;

beforeAll(() => {
  // What is compiled on the way is not measured.
  for (let round = 0; round < 3; round++) cost(shapes['four levels of items']?.(short) ?? '');
});

test.each(names)('reading and linting grow with the length of %s', { timeout: 300_000, retry: 2 }, (name) => {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`no shape is called ${name}`);
  const text = shape(long);
  let large = cost(text);
  if (large < floor * most) return;
  const small = Math.max(floor, cost(shape(short)));
  // Something else may have kept the machine busy: once more.
  if (large / small >= most) large = Math.min(large, cost(text));
  expect(large / small).toBeLessThan(most);
});
