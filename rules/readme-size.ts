import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'readme-size',
  topic: 'list',
  summary: 'Keep the file below the size that GitHub displays',
  why: 'GitHub truncates a README at 512,000 bytes, and readers never see the rest.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'warning', default: 'warning' },
  fix: 'none',
  messages: {
    over: 'GitHub truncates the file here: it is {size} bytes long (maximum {limit}); move sections to other files',
    near: 'The file is {size} bytes, {share}% of the {limit} that GitHub displays; plan to move sections to other files',
  },
  options: v.object({
    limit: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.description('The maximum file size in bytes.')),
      512_000,
    ),
    warnAt: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0),
        v.maxValue(100),
        v.description('The percentage of the limit at which the rule starts to warn.'),
      ),
      90,
    ),
    ...ignoreOption,
  }),
  examples: [
    { text: '# Kites\n\nAll that flies on a line, and more.\n', options: { limit: 24 }, finds: ['3:16 over'] },
    { text: '# Kites\n\nAll that flies.\n', options: { limit: 26 }, finds: ['1:1 near'] },
    {
      text: '# 凧\n\n空を飛ぶ。\n',
      options: { limit: 15 },
      finds: ['3:3 over'],
      note: 'Bytes are counted, not characters.',
    },
    { text: '# Kites\n\nAll that flies.\n', options: { limit: 28 }, finds: [] },
    {
      text: '# Kites\n\nAll that flies.\n',
      options: { limit: 25, warnAt: 100 },
      finds: [],
      note: 'Exactly as much as is displayed.',
    },
    { text: '# Kites\n\nAll that flies.\n', finds: [] },
  ],
  check({ list, options, report }) {
    const { text } = list;
    const { limit, warnAt } = options;
    // No UTF-16 unit takes more than three bytes.
    if (text.length * 3 * 100 < limit * warnAt) return;
    const size = Buffer.byteLength(text);
    const data = { size, limit };
    if (size > limit) {
      const cut = offsetOf(text, limit);
      report({ message: 'over', at: list.place(cut, cut + 1), data });
    } else if (size * 100 > limit * warnAt) {
      report({ message: 'near', at: list.place(0, 1), data: { ...data, share: Math.floor((size * 100) / limit) } });
    }
  },
});

/** The offset of the character in which a byte of the UTF-8 file lies. */
function offsetOf(text: string, bytes: number): number {
  let offset = 0;
  let left = bytes;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    offset += character.length;
  }
  return offset;
}
