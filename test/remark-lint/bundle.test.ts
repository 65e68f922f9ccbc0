import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { AnyRule } from '../../src/model/rule.js';
import { parse } from '../../src/parse/parse.js';
import { loadStyle, styleRows, styleRules } from '../../src/remark-lint/bundle.js';
import { check, listen, places } from './listen.js';

/** What config.js of awesome-lint 2.3.0 turns on, its own rules left out. */
const enabled = [
  ...['blockquote-indentation', 'checkbox-character-style', 'checkbox-content-indent', 'code-block-style'],
  ...['definition-case', 'definition-spacing', 'emphasis-marker', 'fenced-code-marker', 'file-extension'],
  ...['final-newline', 'hard-break-spaces', 'heading-style', 'link-title-style', 'list-item-bullet-indent'],
  ...['list-item-indent', 'no-blockquote-without-marker', 'no-emphasis-as-heading', 'no-file-name-articles'],
  ...['no-file-name-consecutive-dashes', 'no-file-name-irregular-characters', 'no-file-name-mixed-case'],
  ...['no-file-name-outer-dashes', 'no-heading-content-indent', 'no-heading-indent', 'no-heading-punctuation'],
  ...['no-multiple-toplevel-headings', 'no-repeat-punctuation', 'no-shell-dollars', 'no-table-indentation'],
  ...['no-undefined-references', 'no-unneeded-full-reference-image', 'no-unneeded-full-reference-link'],
  ...['no-unused-definitions', 'ordered-list-marker-style', 'ordered-list-marker-value', 'rule-style'],
  ...['strong-marker', 'table-cell-padding', 'table-pipe-alignment', 'table-pipes', 'unordered-list-marker-style'],
];

/** The options that it sets. */
const options = {
  'blockquote-indentation': 2,
  'checkbox-character-style': 'consistent',
  'code-block-style': 'fenced',
  'emphasis-marker': 'consistent',
  'fenced-code-marker': '`',
  'heading-style': 'atx',
  'link-title-style': "'",
  'list-item-indent': 'one',
  'no-multiple-toplevel-headings': 1,
  'no-repeat-punctuation': '！!~～,，·?？',
  'ordered-list-marker-style': 'consistent',
  'ordered-list-marker-value': 'ordered',
  'rule-style': '---',
  'strong-marker': 'consistent',
  'table-cell-padding': 'consistent',
  'unordered-list-marker-style': 'consistent',
};

const ruleOf = (name: string): AnyRule => {
  const rule = styleRules.find((each) => each.id === `style/${name}`);
  if (rule === undefined) throw new Error(`there is no style/${name}`);
  return rule;
};

test('a plugin is loaded when its rule is asked for, and not before', async () => {
  // Other tests of this process have loaded plugins: this one gets modules of its own.
  vi.resetModules();
  const fresh = await import('../../src/remark-lint/bundle.js');
  const freshRule = (name: string) => fresh.styleRules.find((each) => each.id === `style/${name}`) ?? ruleOf('');
  const list = parse('*a*\n\n_b_\n', { root: true });
  expect(() => check(freshRule('emphasis-marker'), list)).toThrow('style/emphasis-marker: its plugin was not loaded');
  await fresh.loadStyle(['style/emphasis-marker', 'description-end']);
  expect(() => check(freshRule('emphasis-marker'), list)).not.toThrow();
  expect(() => check(freshRule('strong-marker'), list)).toThrow('style/strong-marker: its plugin was not loaded');
});

describe('the bundle', () => {
  beforeAll(() => loadStyle(styleRules.map((rule) => rule.id)));

  test('holds every plugin that awesome-lint turns on, as it is set there', () => {
    expect(styleRows.map((row) => row.name)).toEqual([...enabled].sort());
    const set = styleRows.filter((row) => row.options !== undefined && row.name !== 'no-undefined-references');
    expect(Object.fromEntries(set.map((row) => [row.name, row.options]))).toEqual(options);
  });

  test('is on in awesome-strict alone', () => {
    for (const { severity, reads } of styleRules) {
      const off = { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off' };
      expect({ severity, reads }).toEqual({
        severity: { ...off, strict: 'error', default: 'error' },
        reads: 'markdown',
      });
    }
  });

  test('can be written down: configurations are JSON', () => {
    for (const { options: own } of styleRows) {
      if (own !== undefined) expect(JSON.parse(JSON.stringify(own))).toEqual(own);
    }
  });

  test.each(styleRows)('$name tells wrong from right', ({ name, wrong, right, summary, why }) => {
    const rule = ruleOf(name);
    expect(wrong.finds).not.toEqual([]);
    for (const { text, path, finds } of [wrong, right]) {
      expect(places(listen([rule], text, path))).toEqual(finds);
      const rows = finds.map((place) => Number(place.split(':')[0]));
      const below = places(listen([rule], `\uFEFF${text.replaceAll('\n', '\r\n')}`, path));
      expect(below.map((place) => Number(place.split(':')[0]))).toEqual(rows);
    }
    expect(rule.examples.map((example) => example.finds.length > 0)).toEqual([true, false]);
    expect(summary).toMatch(/^[A-Z].*[^.]$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
  });

  test('lets alerts and footnotes pass as references', () => {
    const text = '> [!TIP]\n> Warm the pot.[^1]\n\n[^1]: It helps.\n\n[MIT]\n';
    expect(places(listen([ruleOf('no-undefined-references')], text))).toEqual(['6:1']);
  });

  test('takes other options', () => {
    const rule = ruleOf('emphasis-marker');
    expect(places(listen([rule], '*a* _b_\n', 'readme.md', { options: '_' }))).toEqual(['1:1']);
    expect(places(listen([rule], '*a* _b_\n', 'readme.md', { options: '*' }))).toEqual(['1:5']);
  });

  test('passes over what `ignore` names', () => {
    const text = '# Tea\n\n- [Sencha](https://a.example) - *Green*.\n- [Assam](https://b.example) - _Black_.\n';
    expect(listen([ruleOf('emphasis-marker')], text)).toHaveLength(1);
    expect(listen([ruleOf('emphasis-marker')], text, 'readme.md', { ignore: ['Assam'] })).toEqual([]);
  });
});
