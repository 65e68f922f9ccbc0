import { expect, test } from 'vitest';
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

// Four times the text takes sixteen times as long where the time grows with the square; below the floor a machine's noise is all there is.
const floor = 100;
const most = 8;

test.each(names)('reading and linting grow with the length of %s', { timeout: 300_000 }, (name) => {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`no shape is called ${name}`);
  const small = Math.max(floor, cost(shape(16_000)));
  let large = cost(shape(64_000));
  // Something else may have kept the machine busy: once more.
  if (large / small >= most) large = cost(shape(64_000));
  expect(large / small).toBeLessThan(most);
});
