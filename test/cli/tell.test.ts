import { expect, test } from 'vitest';
import { tell } from '../../src/cli/tell.js';

const sentence = `unknown option --reportr (did you mean --reporter?); see \`listwright check --help\` for what this command takes
source:
  file: ${'long/'.repeat(20)}list.yaml`;

function linesOn(stream: { readonly isTTY?: boolean; readonly columns?: number }): readonly string[] {
  let text = '';
  tell(sentence, { stderr: { ...stream, write: (part) => (text += part) } });
  return text.split('\n');
}

test('a sentence wraps at the width of a terminal, and lines to copy stay whole', () => {
  expect(linesOn({ isTTY: true, columns: 60 }).slice(0, 4)).toEqual([
    'listwright: unknown option --reportr (did you mean',
    '  --reporter?); see `listwright check --help` for what this',
    '  command takes',
    'source:',
  ]);
  expect(linesOn({ isTTY: true, columns: 60 })[4]).toBe(sentence.split('\n')[2]);
});

test('a terminal of unknown width has 80 columns', () => {
  expect(linesOn({ isTTY: true })[0]).toBe('listwright: unknown option --reportr (did you mean --reporter?); see');
});

test('a sentence stays on one line where it is not a terminal', () => {
  expect(linesOn({})).toEqual(`listwright: ${sentence}\n`.split('\n'));
  expect(linesOn({ columns: 60 })).toEqual(linesOn({}));
});
