import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { everyRule } from '../rules/every-rule.js';
import { everySetting, fixWith, strictest } from './fixing.js';

const markdown = new MarkdownIt({ html: true });

/** Each of the words `w1`, `w2`, … with the lists and items that a reader sees it in, or with the code or heading. */
function nestingOf(text: string): readonly string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const token of markdown.parse(text, {})) {
    if (token.nesting === 1 && token.type !== 'paragraph_open') open.push(token.tag);
    if (token.nesting === -1 && token.type !== 'paragraph_close') open.pop();
    const kind = /code|fence/.test(token.type) ? ' code' : '';
    for (const [word] of token.content.matchAll(/\bw\d+\b/gi))
      found.push(`${word.toLowerCase()} ${open.join('>')}${kind}`);
  }
  return found;
}

const indent = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 }).map((count) => ' '.repeat(count)) },
  { weight: 1, arbitrary: fc.constantFrom('\t', ' \t', '\t ', '\t\t') },
);
const start = fc.constantFrom('- ', '* ', '+ ', '-  ', '*   ', '-    ', '-\t', '1. ', '2) ', '10.  ', '', '> ', '- - ');
const line = fc.tuple(indent, start, fc.boolean(), fc.constantFrom('\n', '\n', '\n', '\n\n'));
const nested = fc.array(line, { minLength: 2, maxLength: 9 }).map((lines) =>
  lines
    .map(([lead, marker, isLink, end], at) => {
      const text = isLink ? `[w${at}](https://w.test/${at}) - Kite w${at}.` : `w${at} text`;
      return `${lead}${marker}${text}${end}`;
    })
    .join(''),
);

/** True where both parsers read the same items: they differ in what is indented by four and is no child. */
function isClear(text: string): boolean {
  const { items } = parse(text, { path: 'README.md' });
  return items.length === markdown.parse(text, {}).filter(({ type }) => type === 'list_item_open').length;
}

const count = Number(process.env.NESTING_RUNS ?? 200);

describe('safe fixes', () => {
  it('keep what is nested in what with all rules on', () => {
    fc.assert(
      fc.property(nested, (text) => {
        fc.pre(isClear(text));
        expect(nestingOf(fixWith(text, everySetting).text)).toEqual(nestingOf(text));
      }),
      { numRuns: count },
    );
  });

  it.each(['entry-marker', 'no-trailing-spaces', 'entry-one-line', 'entry-missing-space'].map((id) => ({ id })))(
    'keep it with $id alone',
    ({ id }) => {
      const settings = everyRule.filter((rule) => String(rule.id) === id).map(strictest);
      fc.assert(
        fc.property(nested, (text) => {
          fc.pre(isClear(text));
          expect(nestingOf(fixWith(text, settings).text)).toEqual(nestingOf(text));
        }),
        { numRuns: count },
      );
    },
  );
});
