import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  defineRule,
  filesAround,
  fix,
  type LintOptions,
  lint,
  noFiles,
  openReader,
  parse,
  RuleError,
  UserError,
} from '../../src/index.js';
import { folderOf, listwright, oneFault } from '../cli/command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ids = async (text: Parameters<typeof lint>[0], options?: LintOptions) =>
  (await lint(text, options)).map(({ rule }) => rule);

describe('lint', () => {
  test('finds what the command finds', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    const { stdout } = await listwright(folder, ['lint', '-r', 'json']);
    const alone = await lint(oneFault, { files: filesAround(join(folder, 'README.md')) });
    expect(alone).toEqual(JSON.parse(stdout).findings);
    expect(alone).toHaveLength(1);
  });

  test.each(['awesome', 'awesome-strict', 'roadmap', 'minimal'] as const)(
    'of a text and of a list that was read before is the same, with %s',
    async (preset) => {
      const text = readFileSync(join(root, 'fixtures/demo/README.md'), 'utf8');
      const findings = await lint(text, { preset });
      expect(await lint(parse(text), { preset })).toEqual(findings);
      expect(await lint(parse(text, { root: true }), { preset })).toEqual(findings);
      expect(await lint(openReader().read(text), { preset })).toEqual(findings);
    },
  );

  test('tells the language and the preset as the command does, and obeys who names them', async () => {
    const tier = '## Loom\n\n- **Tier 1: Warp**\n  - **A** - Do a.\n- **Tier 2: Weft**\n  - **B** - Do b.\n';
    expect(await ids(tier)).toEqual(await ids(tier, { preset: 'roadmap' }));
    expect(await ids(tier)).not.toEqual(await ids(tier, { preset: 'awesome' }));
  });

  test('severities and options win over the preset', async () => {
    const [finding] = await lint(oneFault, { rules: { 'description-end': 'info' } });
    expect(finding).toMatchObject({ rule: 'description-end', severity: 'info' });
    expect(await ids(oneFault, { rules: { 'description-end': 'off' } })).toEqual([]);
    const never = { 'description-end': ['warning', { style: 'never' }] } as const;
    const [many] = await lint(oneFault, { rules: never });
    expect([many?.rule, many?.places?.length]).toEqual(['description-end', 9]);
  });

  test('a path is what findings call it, and what rules about files see', async () => {
    const [finding] = await lint(oneFault, { path: 'docs/looms.md' });
    expect(finding?.path).toBe('docs/looms.md');
    const [again] = await lint(parse(oneFault, { path: 'a.md' }), { rules: { 'description-end': 'error' } });
    expect(again?.path).toBe('a.md');
  });

  test('relative links are judged where files are known, and only there', async () => {
    const text = '# Looms\n\n- [Reed](docs/reed.md) - Parts the warp.\n- [Comb](docs/comb.md) - Combs.\n';
    const folder = folderOf({ 'README.md': text, 'docs/comb.md': '' });
    const here = { preset: 'minimal', files: filesAround(join(folder, 'README.md')) } as const;
    expect((await lint(text, here)).map(({ rule, url }) => `${rule} ${url}`)).toEqual([
      'relative-target-exists docs/reed.md',
    ]);
    expect(await lint(text, { preset: 'minimal' })).toEqual([]);
    expect(await lint(text, { preset: 'minimal', files: noFiles })).toEqual([]);
  });

  test('a signal that was aborted rejects with its reason', async () => {
    const reason = new Error('enough');
    await expect(lint(oneFault, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test.each([
    [
      { rules: { 'descripton-end': 'off' } },
      /^lint: rules\.descripton-end: unknown rule .*did you mean "description-end"/,
    ],
    [{ rules: { 'description-end': 'loud' } }, /^lint: rules\.description-end: unknown severity "loud"/],
    [{ rules: { 'description-end': ['error', { stile: 'never' }] } }, /^lint: .*stile: unknown option/],
    [{ preset: 'awsome' }, /^lint: preset: unknown preset "awsome" \(did you mean "awesome"\?\)/],
    [{ presett: 'awesome' }, /^lint: presett: unknown option \(did you mean "preset"\?\)/],
    [
      { plugins: ['./rules.mjs'] },
      /^lint: plugins: the plugin ".\/rules.mjs" runs code, which is not allowed here; import it/,
    ],
    [{ plugins: [{ id: 'half-a-rule' }] }, /^lint: plugins: the rule half-a-rule has no summary/],
    [{ lang: '??' }, /^lint: lang: /],
  ])('the error for %j is one sentence', async (options, sentence) => {
    // What the compiler refuses comes from JavaScript all the same.
    const wrong = await lint(oneFault, options as LintOptions).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(UserError);
    expect((wrong as Error).message).toMatch(sentence);
  });

  test('a text that nests too deeply', async () => {
    const found = await lint(`${'> '.repeat(5000)}a\n`);
    expect(found.filter(({ rule }) => rule === 'no-swallowed-content')).toMatchObject([{ start: { column: 201 } }]);
  });
});

const told = { summary: 'Say it', why: 'It is read.', messages: { found: 'Found `{name}`' } } as const;

describe('rules of your own', () => {
  const loud = defineRule({
    ...{ id: 'no-loud-name', ...told },
    check({ list, report }) {
      for (const { name, label } of list.entries)
        if (name === 'Weft') report({ message: 'found', at: label, data: { name } });
    },
  });
  const on = { 'no-loud-name': 'error', 'description-end': 'off' } as const;

  test('speak when they are turned on, and only then', async () => {
    expect(await ids(oneFault, { plugins: [loud], rules: on })).toEqual(['no-loud-name']);
    expect(await ids(oneFault, { plugins: [loud], rules: { 'description-end': 'off' } })).toEqual([]);
  });

  test('speak unasked where their severity says so', async () => {
    const eager = defineRule({ ...loud, severity: { awesome: 'info' } });
    const [finding] = await lint(oneFault, { plugins: [eager], rules: { 'description-end': 'off' } });
    expect(finding).toMatchObject({ rule: 'no-loud-name', severity: 'info' });
  });

  test('obey `ignore`, and comments of the list', async () => {
    const options = { plugins: [loud], rules: { ...on, 'no-loud-name': ['error', { ignore: ['Weft'] }] } } as const;
    expect(await ids(oneFault, options)).toEqual([]);
    const silenced = oneFault.replace('- [Weft]', '<!-- listwright-disable-next-line no-loud-name -->\n- [Weft]');
    expect(await ids(silenced, { plugins: [loud], rules: on })).toEqual([]);
  });

  test('that throw are named, and nothing that the others found is lost', async () => {
    const broken = defineRule({
      ...{ id: 'broken', ...told },
      check() {
        throw new TypeError('of no use');
      },
    });
    const wrong = await lint(oneFault, { plugins: [broken], rules: { broken: 'error' } }).catch((error) => error);
    expect(wrong).toBeInstanceOf(RuleError);
    expect(wrong).toMatchObject({
      message: 'the rule broken failed on README.md: of no use',
      crashes: [{ rule: 'broken', path: 'README.md', why: 'of no use' }],
      findings: [{ rule: 'description-end' }],
      report: null,
    });
  });

  test('may not take a name that there is', async () => {
    const twin = { ...loud, id: 'description-end' };
    await expect(lint(oneFault, { plugins: [twin] })).rejects.toThrow(
      'lint: a plugin defines the rule description-end, which already exists',
    );
  });
});

describe('fix', () => {
  test('fixes what is safe, and says what is left by the new text', async () => {
    const fixed = await fix(oneFault);
    expect(fixed).toEqual({ text: oneFault.replace('weft\n', 'weft.\n'), applied: 1, findings: [] });
    expect(await fix(fixed.text)).toEqual({ ...fixed, applied: 0 });
  });

  test('fixes what needs a look only where that is asked for', async () => {
    const text = '# Looms\n\n## Looms\n\n- [Warp](https://warp.example/) - Teh warp.\n';
    const rule = defineRule({
      ...{ id: 'no-teh', ...told },
      fix: 'suggest',
      check({ list, report }) {
        const start = list.text.indexOf('Teh');
        const fix = { safe: false, edits: [{ start, end: start + 3, text: 'The' }] };
        if (start >= 0) report({ message: 'found', at: list.place(start, start + 3), data: { name: 'Teh' }, fix });
      },
    });
    const options = { preset: 'minimal', plugins: [rule], rules: { 'no-teh': 'error' } } as const;
    expect(await fix(text, options)).toMatchObject({ text, applied: 0, findings: [{ rule: 'no-teh' }] });
    expect(await fix(text, { ...options, unsafe: true })).toMatchObject({
      ...{ text: text.replace('Teh', 'The'), applied: 1, findings: [] },
    });
  });
});
