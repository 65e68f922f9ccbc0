import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';

test('elements of code are code, and what is in them is no text', () => {
  const list = parse(
    'A <code>b `c`</code> d <kbd>e <b>f</b></kbd> <i>g</i>\n\n<pre>\nh\n- [i](j)\n</pre>\n\n<p>k <tt>l</tt></p>\n',
  );
  const codes = list.codes.map(({ start, end }) => list.text.slice(start.offset, end.offset));
  expect(codes).toEqual(['<code>b `c`</code>', '<kbd>e <b>f</b></kbd>', '<pre>\nh\n- [i](j)\n</pre>', '<tt>l</tt>']);
  expect(list.texts.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['A', 'd', 'g', 'k']);
});
