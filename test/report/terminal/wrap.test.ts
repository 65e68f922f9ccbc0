import { expect, test } from 'vitest';
import { wrap } from '../../../src/report/terminal/wrap.js';

test.each([
  ['Separator ` – ` after `Kettles`; use ` - `', 41, ['Separator ` – ` after `Kettles`; use', '` - `']],
  ['after `A Long Name of Some Kettles`; use ` - `', 43, ['after `A Long Name of Some Kettles`; use', '` - `']],
  ['use `a name of many words in here`', 16, ['use `a name of', 'many words in', 'here`']],
  ['a lone ` breaks as before, whatever follows', 20, ['a lone ` breaks as', 'before, whatever', 'follows']],
])('%s', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});
