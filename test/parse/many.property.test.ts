import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { everySetting, linted } from '../properties/fixing.js';

/** More than fit among the arguments of a call, which overflow the stack from about 120,000 on. */
const many = 130_000;

test('as many pieces in one block of HTML are read to the last', { timeout: 300_000 }, () => {
  const { texts } = parse(`# A\n\n<div>${'<b>a</b>'.repeat(many)}</div>\n`);
  expect(texts).toHaveLength(many + 1);
});

test('as many items under one heading are read and linted to the last', { timeout: 300_000 }, () => {
  const { list, findings } = linted(`# A\n\n## B\n\n${'- [a](b)\n'.repeat(many)}`, everySetting);
  expect(list.entries).toHaveLength(many);
  expect(Math.max(...findings.slice(-9).map(({ start }) => start.line))).toBe(many + 4);
});
