import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../rules/index.js';
import { lint } from '../../src/lint/lint.js';
import { actionsAt } from '../../src/lsp/code-actions.js';
import { foldsOf, symbolsOf } from '../../src/lsp/symbols.js';
import { noFiles } from '../../src/model/files.js';
import type { List } from '../../src/model/list.js';
import type { AnyRule, Example } from '../../src/model/rule.js';
import { parse } from '../../src/parse/parse.js';

const uri = 'file:///README.md';

function hear(rule: AnyRule, { options = {}, lang }: Example, text: string) {
  const list = parse(text, { ...(lang === undefined ? {} : { lang }), root: rule.reads === 'markdown' });
  const setting = { rule, severity: 'error' as const, options: v.parse(rule.options, options) as object };
  return { list, findings: lint(list, { rules: [setting], files: noFiles }).findings };
}

const shape = ({ entries, sections, tiers }: List): unknown => [
  entries.map(({ name, url, description }) => [name, url, description]),
  sections.map(({ title }) => title),
  tiers.map(({ label }) => label),
];

const cases = rules
  .filter(({ reads }) => reads === 'list')
  .flatMap((rule: AnyRule) =>
    rule.examples
      .filter(({ finds, files, path }) => finds.length > 0 && files === undefined && path === undefined)
      .map((example, index) => [`${rule.id}, example ${index}`, rule, example] as const),
  );

describe('passing over a finding with a comment', () => {
  test.each(cases)('%s', (_, rule, example) => {
    const { list, findings } = hear(rule, example, example.text);
    const [finding] = findings;
    if (finding === undefined) return;
    const document = TextDocument.create(uri, 'markdown', 1, example.text);
    const actions = actionsAt(document, { list, findings }, finding.start.offset, finding.start.offset);
    const pass = actions.find(({ title }) => title.startsWith('Pass over'));
    if (pass === undefined) return;
    const after = TextDocument.applyEdits(document, pass.edit?.changes?.[uri] ?? []);
    const now = hear(rule, example, after);
    expect(shape(now.list)).toEqual(shape(list));
    const same = now.findings.filter(
      ({ message, start }) => message === finding.message && start.line === finding.start.line + 1,
    );
    expect(same.map(({ message }) => message)).toEqual([]);
  });
});

describe('mending', () => {
  test.each(cases.filter(([, rule]) => rule.fix === 'safe'))('%s', (_, rule, example) => {
    const { list, findings } = hear(rule, example, example.text);
    const finding = findings.find(({ fix }) => fix?.safe === true);
    if (finding === undefined) return;
    const document = TextDocument.create(uri, 'markdown', 1, example.text);
    const actions = actionsAt(document, { list, findings }, finding.start.offset, finding.start.offset);
    const fixes = actions.filter(({ title }) => !title.startsWith('Pass over'));
    expect(fixes.length).toBeGreaterThan(0);
    for (const { title, edit } of fixes) {
      expect(title.length).toBeLessThan(160);
      const after = TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []);
      expect(after).not.toBe(example.text);
    }
  });

  test('one of many places, or all of them', () => {
    const text = `## Sails\n\n${Array.from({ length: 24 }, (_, i) => `- [Sail ${i}](https://sail${i}.test) - Cloth`).join('\n')}\n`;
    const rule = rules.find(({ id }) => id === 'description-end') as AnyRule;
    const { list, findings } = hear(rule, { text, finds: [] }, text);
    expect(findings).toHaveLength(1);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    const at = text.indexOf('Cloth', 400) + 4;
    const [here, all] = actionsAt(document, { list, findings }, at, at);
    expect(here?.title).toBe('Fix this place (description-end)');
    expect(here?.edit?.changes?.[uri]).toHaveLength(1);
    expect(all?.edit?.changes?.[uri]).toHaveLength(24);
  });
});

describe('the outline for editors', () => {
  test.each(cases)('%s', (_, rule, example) => {
    const list = parse(example.text);
    const inside = (inner: { start: object; end: object }, outer: { start: object; end: object }): boolean => {
      const key = (point: object): number => {
        const { line, character } = point as { line: number; character: number };
        return line * 100_000 + character;
      };
      return key(outer.start) <= key(inner.start) && key(inner.end) <= key(outer.end);
    };
    const walk = (symbols: ReturnType<typeof symbolsOf>): void => {
      for (const { name, range, selectionRange, children = [] } of symbols) {
        expect(name.trim()).not.toBe('');
        expect(inside(selectionRange, range)).toBe(true);
        for (const child of children) expect(inside(child.range, range)).toBe(true);
        walk(children);
      }
    };
    walk(symbolsOf(list));
    for (const { startLine, endLine } of foldsOf(list)) expect(endLine).toBeGreaterThan(startLine);
    expect(rule.id).not.toBe('');
  });
});
