import { describe, expect, it } from 'vitest';
import { fix } from '../../../src/api/lint.js';
import { parse } from '../../../src/parse/parse.js';

const commentsIn = (text: string): readonly string[] => parse(text).comments.map((comment) => comment.text);

describe('comments in HTML', () => {
  it.each([
    ['<div>\n<!-- a\n\nText\n\n<p>--> b</p>\n', [' a\n\nText\n\n<p>'], 'the next block of HTML closes it'],
    ['<div>\n<!-- a\n\nText <!-- b --> c\n', [' a\n\nText <!-- b '], 'a comment in a paragraph closes it'],
    ['<div>\n<!-- a\n\n`-->` and -->\n', [' a\n\n`-->` and -->\n'], 'text and code do not'],
    ['<div>\n<!-- a\n\n<p>--><!-- b\n\nText\n', [' a\n\n<p>', ' b\n\nText\n'], 'and another begins'],
    ['<div>\n<!-- a -->\n\nText <!-- b --> c\n', [' a ', ' b '], 'both are closed'],
    ['<div>\n<!-->\n\nText <!-- b -->\n', ['', ' b '], 'an empty one is closed'],
  ])('%j: %j, as %s', (text, comments) => {
    expect(commentsIn(text)).toEqual(comments);
  });

  it('is reported where nothing closes it', () => {
    const unclosed = (text: string) => parse(text).unclosed.map(({ what, position }) => [what, position.start.line]);
    expect(unclosed('# Kites\n\n<div>\n<!-- a\n\nText\n')).toEqual([['comment', 4]]);
    expect(unclosed('# Kites\n\n<div>\n<!-- a\n\n<p>--></p>\n')).toEqual([]);
  });

  it('keeps what it hides from safe fixes', async () => {
    const hidden = '<div>\n<!-- old\n\n- [Foil] (https://foil.test/) - Loud.\n';
    const result = await fix(`- [Silk] (https://silk.test/) - Costly.\n\n${hidden}`, { preset: 'minimal' });
    expect(result.text).toBe(`- [Silk](https://silk.test/) - Costly.\n\n${hidden}`);
  });
});
