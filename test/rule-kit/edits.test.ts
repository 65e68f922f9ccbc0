import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/lint/fix.js';
import { parse } from '../../src/parse/parse.js';
import { rewriteUrl } from '../../src/rule-kit/edits.js';

/** The first link of a text with another address, and what the text then links to. */
function rewritten(text: string, url: string) {
  const link = parse(text).links[0];
  const after = link === undefined ? text : applyEdits(text, [rewriteUrl(link, url)]);
  return { after, url: parse(after).links[0]?.url };
}

describe('rewriteAddress', () => {
  it.each([
    ['- [A](https://a.example/)\n', 'https://b.example/x_(y)'],
    ['- [A](<https://a.example/> "title")\n', 'https://b.example/'],
    ['- <https://a.example/>\n', 'https://b.example/?a=1&b=2'],
    ['- https://a.example/ and on\n', 'https://b.example/c'],
    ['- [A][1]\n\n[1]: https://a.example/ "title"\n', 'https://b.example/'],
    ['- <a href="https://a.example/">A</a>\n', 'https://b.example/?a=1&copy=2'],
    ["- <a href='https://a.example/'>A</a>\n", 'https://b.example/'],
    ['- ![A](https://a.example/a.png)\n', 'https://b.example/a.png'],
    ['- [A](https://a.example/x\\)&b=1 "title")\n', 'https://b.example/x)'],
    ['- [A](https://a.example/&amp;copy;)\n', 'https://b.example/&copy;=1&#35;'],
    ['- <https://a.example/>\n', 'https://b.example/x)'],
    ['- [A](https://a.example/)\n', 'https://b.example/x\\_y'],
    ['- <a href="https://a.example/">A</a>\n', 'https://b.example/x\\_y'],
    ['- [A][1]\n\n[1]: https://a.example/x_\\(y\\) "title"\n', 'https://b.example/x_(y)'],
  ])('writes what the link then reads: %s', (text, url) => {
    expect(rewritten(text, url).url).toBe(url);
  });

  it.each([
    ['- [A](https://a.example/)\n', 'https://b.example/x|)', 'https://b.example/x%7C)'],
    ['- https://a.example/ and on\n', 'https://b.example/x)', 'https://b.example/x%29'],
    ['| [A](https://a.example/) |\n|---|\n', 'https://b.example/a|b', 'https://b.example/a%7Cb'],
    ["- <a href='https://a.example/'>A</a>\n", "https://b.example/it's", 'https://b.example/it%27s'],
  ])('escapes what would end the address: %s', (text, url, escaped) => {
    expect(rewritten(text, url).url).toBe(escaped);
  });
});
