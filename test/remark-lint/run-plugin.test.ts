import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import { beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { parse } from '../../src/parse/parse.js';
import { loadStyle, styleRules } from '../../src/remark-lint/bundle.js';
import { wrapPlugin } from '../../src/remark-lint/wrap-plugin.js';
import { check, listen, places } from './listen.js';

type Speaker = Parameters<typeof lintRule<Root>>[1];

const made = (rule: Speaker) => wrapPlugin('remark-lint-made', lintRule<Root>('remark-lint:made', rule));

describe('a message', () => {
  const rules = (...names: string[]) => styleRules.filter((rule) => names.includes(rule.id.slice('style/'.length)));
  beforeAll(() => loadStyle(styleRules.map((rule) => rule.id)));

  test('has its rule', () => {
    const [finding] = listen(rules('emphasis-marker'), '*a* _b_\n');
    expect(finding?.message).toBe('This emphasis is marked with `_`; use `*`');
    expect(finding?.rule).toBe('style/emphasis-marker');
  });

  test('keeps braces that it quotes', () => {
    const rule = made((_, file) => void file.message('Unexpected `{reason}`'));
    expect(listen([rule], 'a\n')[0]?.message).toBe('Unexpected `{reason}`');
  });

  test('stands where its words stand, whatever the line ends with', () => {
    const text = '*a*\n\nb _c_\n';
    for (const [given, expected] of [
      [text, '_c_'],
      [text.replaceAll('\n', '\r\n'), '_c_'],
      [text.replaceAll('\n', '\r'), '_c_'],
      [`\uFEFF${text}`, '_c_'],
      [`\uFEFF${text.replaceAll('\n', '\r\n')}`, '_c_'],
    ] as const) {
      const [finding] = listen(rules('emphasis-marker'), given);
      expect(finding && given.slice(finding.start.offset, finding.end.offset)).toBe(expected);
      expect(finding && [finding.start.line, finding.start.column]).toEqual([3, 3]);
    }
  });

  test('counts the BOM in the first line', () => {
    expect(places(listen(rules('emphasis-marker'), '*a* _b_\n'))).toEqual(['1:5']);
    expect(places(listen(rules('emphasis-marker'), '\uFEFF*a* _b_\n'))).toEqual(['1:6']);
  });

  test('at line and column alone is found, and stays in its line', () => {
    const at = (line: number, column: number, text: string) =>
      places(listen([made((_, file) => void file.message('Here', { line, column }))], text))[0];
    expect(at(2, 3, 'one\ntwo\n')).toBe('2:3');
    expect(at(2, 99, 'one\r\ntwo\r\nthree\r\n')).toBe('2:4');
    expect(at(99, 1, 'one\ntwo')).toBe('2:4');
    expect(at(1, 2, '\uFEFFone\n')).toBe('1:3');
    expect(at(1, 1, '')).toBe('1:1');
  });

  test('at a point that says nothing stands at the beginning', () => {
    const place = { start: { line: undefined, column: undefined }, end: { line: 2, column: 1 } };
    const rule = made((_, file) => void file.message('Here', place as never));
    expect(places(listen([rule], 'one\ntwo\n'))).toEqual(['1:1']);
  });

  test('with an offset of another line stays in the line that it names', () => {
    const point = { line: 2, column: 2, offset: 0 };
    expect(places(listen([made((_, file) => void file.message('Here', point))], 'one\ntwo\n'))).toEqual(['2:2']);
  });

  test('of several lines is counted right by a plugin that counts for itself', () => {
    const text = '> Drink &amp; enjoy!\n> It is good!!\n';
    const [finding] = listen(rules('no-repeat-punctuation'), text);
    expect(finding?.start.line).toBe(2);
  });

  test('without a place stands at the beginning', () => {
    const [finding] = listen([made((_, file) => void file.message('All of it'))], '# Tea\n');
    expect(finding && [finding.start, finding.end]).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 1, column: 1, offset: 0 },
    ]);
  });
});

describe('a plugin', () => {
  test('that throws becomes an error that names it', () => {
    const rule = made(() => {
      throw new TypeError('leaf is undefined');
    });
    const checking = () => check(rule, parse('a', { root: true }));
    expect(checking).toThrow('remark/made: the plugin fails: leaf is undefined');
    expect(checking).not.toThrow(UserError);
  });

  test('that is asynchronous becomes one too', () => {
    const rule = made(async () => {});
    expect(() => check(rule, parse('a', { root: true }))).toThrow(/^remark\/made: /);
  });

  test('that does not take its options blames the user', async () => {
    await loadStyle(['style/emphasis-marker']);
    const rule = styleRules.filter((each) => each.id === 'style/emphasis-marker');
    const listening = () => listen(rule, 'a\n', 'readme.md', { options: '+' });
    expect(listening).toThrow(UserError);
    expect(listening).toThrow(/^style\/emphasis-marker: Unexpected value `\+` for `options`/);
  });

  test('that fails the file at a place has found something', () => {
    const rule = made((tree, file) => file.fail('Bad', tree.children[0]?.position));
    expect(places(listen([rule], '\n\nTea\n'))).toEqual(['3:1']);
  });

  test('asks for the Markdown tree', () => {
    const rule = made((_, file) => void file.message('Here'));
    expect(() => check(rule, parse('a'))).toThrow('remark/made: the list was read without its Markdown tree');
  });

  test('leaves the tree as it was to the next one, whatever it does to it', () => {
    const spoiler = made((tree) => void tree.children.splice(0));
    const counter = wrapPlugin(
      'remark-lint-counter',
      lintRule<Root>('remark-lint:counter', (tree, file) => void file.message(`${tree.children.length} blocks`)),
    );
    expect(listen([spoiler, counter], 'a\n\nb\n')[0]?.message).toBe('2 blocks');
  });
});

describe('a plugin that the user names', () => {
  const nothing = lintRule('remark-lint:nothing', () => {});

  test('is called by its own name', () => {
    const idOf = (name: string) => wrapPlugin(name, nothing).id;
    expect(idOf('remark-lint-no-html')).toBe('remark/no-html');
    expect(idOf('@tea/remark-lint-no-milk')).toBe('remark/no-milk');
    expect(idOf('Our House_rule')).toBe('remark/our-house-rule');
  });

  test('is off until it is turned on, and then warns', () => {
    const off = { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off' };
    expect(wrapPlugin('remark-lint-no-html', nothing).severity).toEqual({ ...off, default: 'warning' });
  });

  test('gets the options that it is given, and none else', () => {
    const echo = wrapPlugin(
      'remark-lint-echo',
      lintRule<Root, unknown>(
        'remark-lint:echo',
        (_, file, options) => void file.message(`${JSON.stringify(options)}`),
      ),
    );
    expect(listen([echo], 'a\n')[0]?.message).toBe('undefined');
    expect(listen([echo], 'a\n', 'a.md', { options: ['off', 2] })[0]?.message).toBe('["off",2]');
  });
});
