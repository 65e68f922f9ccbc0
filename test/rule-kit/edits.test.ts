import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/lint/fix.js';
import { parse } from '../../src/parse/parse.js';
import { rewriteUrl } from '../../src/rule-kit/edits.js';

/** The first link of a text with another address, and what the text then links to. */
function rewritten(text: string, url: string) {
  const link = parse(text).links[0];
  const after = link === undefined ? text : applyEdits(text, [rewriteUrl(link, url, text)]);
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
    ['- [A][1]\n\n[1]: https://a.example/x_\\(y\\) "title"\n', 'https://b.example/x_(y)'],
  ])('writes what the link then reads: %s', (text, url) => {
    expect(rewritten(text, url).url).toBe(url);
  });

  it.each([
    ['- [A](https://a.example/)\n', 'https://b.example/<x>', 'https://b.example/%3Cx%3E'],
    ['- <https://a.example/>\n', 'https://b.example/a|b', 'https://b.example/a%7Cb'],
    ['- `a <https://a.example/>\n', 'https://b.example/a?`b', 'https://b.example/a?%60b'],
  ])('escapes what would end the address: %s', (text, url, escaped) => {
    expect(rewritten(text, url).url).toBe(escaped);
  });

  it('escapes no more than the form needs', () => {
    const written = (text: string, url: string) => rewritten(text, url).after;
    expect(written('- [A](https://a.example/)\n', "https://b.example/x_(y)?a=1&b='")).toBe(
      "- [A](https://b.example/x_(y)?a=1&b=')\n",
    );
    expect(written('- [A](<https://a.example/>)\n', 'https://b.example/x)')).toBe('- [A](<https://b.example/x)>)\n');
    expect(written('- [A](https://a.example/)\n', 'https://b.example/x)')).toBe('- [A](https://b.example/x\\))\n');
    expect(written('- See https://a.example/, too\n', 'https://b.example/x?a=1&b=2')).toBe(
      '- See https://b.example/x?a=1&b=2, too\n',
    );
    expect(written('- See https://a.example/, too\n', 'https://b.example/Yahoo!')).toBe(
      '- See <https://b.example/Yahoo!>, too\n',
    );
    expect(written('- <a href=https://a.example/>A</a>\n', 'https://b.example/x')).toBe(
      '- <a href=https://b.example/x>A</a>\n',
    );
    expect(written('- <a href=https://a.example/>A</a>\n', 'https://b.example/?x=1')).toBe(
      '- <a href="https://b.example/?x=1">A</a>\n',
    );
  });
});

const forms: readonly (readonly [form: string, text: string])[] = [
  ['inline', '- [A](https://a.example/) - Pots.\n'],
  ['inline in brackets', '- [A](<https://a.example/>) - Pots.\n'],
  ['inline with a title', '- [A](https://a.example/ "kiln") - Pots.\n'],
  ['image', '- An ![A](https://a.example/) image.\n'],
  ['reference', '- [A][a] - Pots.\n\n[a]: https://a.example/\n'],
  ['autolink', '- A - See <https://a.example/> for pots.\n'],
  ['bare', '- A - See https://a.example/ for pots.\n'],
  ['bare in parentheses', '- A - Pots (see https://a.example/).\n'],
  ['bare in emphasis', '- A - *See https://a.example/*, **too**.\n'],
  ['attribute', '- <a href="https://a.example/">A</a> - Pots.\n'],
  ['attribute in apostrophes', "- <a href='https://a.example/'>A</a> - Pots.\n"],
  ['attribute without quotes', '- <a href=https://a.example/>A</a> - Pots.\n'],
  ['attribute without quotes before another', '- <a href=https://a.example/ rel=nofollow>A</a> - Pots.\n'],
  ['table', '| a | b |\n|---|---|\n| [A](https://a.example/) | `kiln` |\n'],
  ['table with a bare URL', '| a | b |\n|---|---|\n| https://a.example/ | `kiln` |\n'],
  ['after a backtick', '- A ` tick and [A](https://a.example/) - Pots.\n'],
];
const ends =
  "?a=1&amp;b=2 ?x&copy;y ?x&#65;y ?x&#x41;y ?x&copy=1 x&lt; (c c) c(d)e ((c) \"c' it's _b_c_d_ *b*c* c|d ?c`d` ?c\\d [c] ~c~ b! b, b. b; b:) b? b* b_ b~ b' b: q=:smile: @c %7C %5B %20 {{c}} $c$ ?u=http://x.com #a_b_ #top c^ %C3%A9 Yahoo! x. - -- = a/"
    .split(' ')
    .map((end) => `https://b.example/${end}`);

describe.each(forms)('a URL that is written into a link of the form %s', (_, text) => {
  it.each(ends)('leads to %s', (url) => {
    const { after, url: read } = rewritten(text, url);
    const percents = [url, url.replaceAll('|', '%7C').replaceAll('`', '%60')];
    expect(percents, after).toContain(read);
    expect(parse(after).links).toHaveLength(1);
    expect(parse(after).links[0]?.text, after).toMatch(/^A$|^https:/);
  });
});
