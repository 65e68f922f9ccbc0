import { describe, expect, it } from 'vitest';
import { continuesSentence } from '../../src/text/wrapped-line.js';

describe('continuesSentence', () => {
  it.each(['and red.', 'Red cloth', 'a sail', "l'été", 'tail-first', '布。', 'و محکم.', 'élan'])(
    'takes `%s` for words',
    (line) => expect(continuesSentence(line)).toBe('yes'),
  );

  it.each([
    '"old" cloth',
    '`fly` it',
    '(or not)',
    '**very** old',
    '10 of them',
    '[Jib](https://jib.test), too',
    'o [Jib](u)',
  ])('is not sure about `%s`', (line) => expect(continuesSentence(line)).toBe('perhaps'));

  it.each(
    '・[X](u)|◦ [X](u)|○ x|➤ x|☐ x|✅ x|ℹ️ x|ㆍ[X](u)|(2) x|(a) x|２．x|①x|&bull; x|_-_ x|\u200B- x|2. x|a) x|iv. x|一、x|https://x.test|[X](u)|[X](u) - Text|[x] done|[^1]: x|$$|\\[ x|::: warning|{% if x %}|{{ x }}|%% x|@ann|#tag|+++|~~~|<b>x</b>|![x](u)|Price: 9|**Price:** 9|价格：9|> x|— x|=='.split(
      '|',
    ),
  )('takes `%s` for something of its own', (line) => expect(continuesSentence(line)).toBe('no'));

  it('takes a row of a table for one', () => expect(continuesSentence('Color | Price')).toBe('no'));
});
