import { expect, test } from 'vitest';
import { lint } from '../../src/api/lint.js';
import { parse } from '../../src/parse/parse.js';

const item = (text: string): string => `- [a](http://b.test) - ${text}.\n`;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Texts of about `size` characters that took a time that grows with the square of their length. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  'closing brackets': (size) => item('a]'.repeat(size / 2)),
  'processing instructions': (size) => `${'a <?'.repeat(size / 4)}\n`,
  declarations: (size) => `${'a <!A'.repeat(size / 5)}\n`,
  'comments that nothing closes': (size) => `${'a <!--'.repeat(size / 6)}\n`,
  'lazy lines': (size) => `> a\n${'a\n'.repeat(size / 2)}`,
  'underlined headings': (size) => 'a\n=\n'.repeat(size / 4),
  'headings underlined with a hyphen': (size) => 'a\n-\n'.repeat(size / 4),
  'four levels of items': (size) => '- a\n  - a\n    - a\n      - a\n'.repeat(size / 32),
  'a long link text': (size) => `[${'a '.repeat(size / 2)}](http://b.test)\n`,
  'spaces in an item': (size) => item(`a${' '.repeat(size)}b`),
  'tabs in an item': (size) => item(`a${'\t'.repeat(size)}b`),
  'no-break spaces in an item': (size) => item(`a${'\u00a0'.repeat(size)}b`),
  emoji: (size) => item('😀'.repeat(size / 2)),
  'joined emoji': (size) => item('👩\u200d'.repeat(size / 3)),
  'parentheses after a URL': (size) => item(`www.a.b${')'.repeat(size)}`),
  'lines that end in a space': (size) => 'a \n'.repeat(size / 3),
  'signs in a heading': (size) => `# a ${'#'.repeat(size)} b\n`,
  'exclamation marks': (size) => item(`A${'!'.repeat(size)}x`),
  'contents that lead nowhere': (size) =>
    `## Contents\n\n${lines(size / 16, (at) => `- [a${at}](#b${at})\n`)}\n## A\n\n## B\n`,
  'contents line for line': (size) =>
    `## Contents\n\n${lines(size / 30, (at) => `- [a${at}](#a${at})\n`)}\n${lines(size / 30, (at) => `## A${at}\n\n`)}`,
  'anchors above headings': (size) =>
    `- [a](#b1)\n- [b](#b2)\n- [c](#b3)\n\n${lines(size / 40, (at) => `<a name="b${at}"></a>\n\n## A${at}\n\n`)}`,
  'items of HTML': (size) => `${'<ul><li>'.repeat(size / 8)}\n`,
  'links of HTML': (size) => `${'<a href="b"><img src="c">'.repeat(size / 25)}\n`,
};

/** CPU time of reading and linting, in milliseconds. */
async function cost(text: string): Promise<number> {
  const before = process.cpuUsage();
  await lint(parse(text));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// Four times the text takes sixteen times as long where the time grows with the square; below the floor a machine's noise is all there is.
const floor = 250;
const most = 10;

test.each(Object.entries(shapes))(
  'reading and linting grow with the length of %s',
  { timeout: 300_000 },
  async (_, shape) => {
    const small = Math.max(floor, await cost(shape(8_000)));
    let large = await cost(shape(32_000));
    // Something else may have kept the machine busy: once more.
    if (large / small >= most) large = await cost(shape(32_000));
    expect(large / small).toBeLessThan(most);
  },
);
