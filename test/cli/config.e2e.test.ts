import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, listwright, oneError } from './command.js';

const lintWith = (file: string, text: string, ...args: string[]) =>
  listwright(folderOf({ 'README.md': oneError, [file]: text }), ['lint', ...args]);

describe('a configuration that is right', () => {
  test.each([
    ['listwright.config.json', '{ "rules": { "fragment-resolves": "off" } }'],
    ['listwright.config.json', '\uFEFF{ "overrides": [{ "files": "*.md", "rules": { "fragment-resolves": "off" } }] }'],
    ['listwright.config.yaml', 'rules:\n  fragment-resolves: off\n'],
    ['listwright.config.yml', 'rules: { fragment-resolves: [off, {}] }\n'],
    ['listwright.config.mjs', 'export default { rules: { "fragment-resolves": "off" } };\n'],
    ['listwright.config.ts', 'const end: string = "off";\nexport default { rules: { "fragment-resolves": end } };\n'],
    ['package.json', '{ "name": "looms", "listwright": { "rules": { "fragment-resolves": "off" } } }'],
  ])('%s %s', async (file, text) => {
    expect(await lintWith(file, text)).toMatchObject({ status: 0, stderr: '' });
    expect((await lintWith(file, text, '--no-config')).status).toBe(1);
    expect((await lintWith(file, text, '--rule', 'fragment-resolves=error')).status).toBe(1);
  });

  test('a package.json that does not speak of it, and overrides for other files, change nothing', async () => {
    expect((await lintWith('package.json', '{ "name": "looms" }')).status).toBe(1);
    const other = '{ "overrides": [{ "files": "docs/**", "rules": { "fragment-resolves": "off" } }] }';
    expect((await lintWith('listwright.config.json', other)).status).toBe(1);
  });

  test('is found above the list, and globs count from its folder', async () => {
    const config = '{ "overrides": [{ "files": "docs/*.md", "rules": { "fragment-resolves": "off" } }] }';
    const folder = folderOf({ 'listwright.config.json': config, 'docs/list.md': oneError, 'list.md': oneError });
    expect((await listwright(`${folder}/docs`, ['lint', 'list.md'])).status).toBe(0);
    expect((await listwright(folder, ['lint', 'list.md'])).status).toBe(1);
  });

  test('counts for the lists below its folder, each list has its own', async () => {
    const off = JSON.stringify({ rules: { 'fragment-resolves': 'off' } });
    const folder = folderOf({ 'a/README.md': oneError, 'b/README.md': oneError, 'b/listwright.config.json': off });
    for (const paths of [['a', 'b'], ['b', 'a'], ['*/README.md']]) {
      const { stdout } = await listwright(folder, ['lint', '-r', 'json', ...paths]);
      const { findings } = JSON.parse(stdout) as { findings: { path: string }[] };
      expect(findings.map(({ path }) => path)).toEqual(['a/README.md']);
    }
  });

  test('one that can run code is not loaded from outside the working directory', async () => {
    const far = folderOf({ 'README.md': oneError, 'listwright.config.mjs': 'throw new Error("it ran");\n' });
    const { status, stderr } = await listwright(folderOf(), ['lint', `${far}/README.md`]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/can run code and is outside the working directory/);
    expect(stderr).not.toMatch(/it ran/);
  });
});

describe('a configuration that is wrong stops the run', () => {
  const json = 'listwright.config.json';
  test.each([
    [json, '{ "rulez": {} }', 'rulez: unknown option (did you mean "rules"?)'],
    [json, '{ "rules": { "descripton-end": "off" } }', '(did you mean "description-end"?)'],
    [json, '{ "rules": { "description-end": "loud" } }', 'unknown severity "loud"; use off, info, warning or error'],
    [json, '{ "rules": { "description-end": ["error", { "stile": 1 }] } }', '(did you mean "style"?)'],
    [json, '{ "rules": { "description-end": ["error", { "style": "x" }] } }', 'unknown value "x"; use always, never'],
    [json, '{ "overrides": [{ "files": "*", "rulez": {} }] }', 'overrides[0].rulez: unknown option'],
    [json, '{ "deadAfter": { "fails": 1 } }', 'deadAfter.fails: unknown option'],
    [
      json,
      '{ "rules": { "repo-license": ["error", { "allow": ["osi", "MITT"] }] } }',
      'rules.repo-license[1].allow[1]: expected an SPDX license ID, `osi` or `fsf`, found "MITT" (did you mean "MIT"?)',
    ],
    [
      json,
      '{ "rules": { "repo-license": ["error", { "overrides": [{ "sections": ["A"], "allow": ["ossi"] }] }] } }',
      'did you mean "osi"?',
    ],
    [json, '{ "maxWarnings": 1.5 }', 'maxWarnings: expected an integer, found 1.5'],
    [json, '{ "quiet": "yes" }', 'quiet: expected true or false, found "yes"'],
    [json, '{ "except": [{ "match": "Alto" }] }', 'except[0].reason: this key is required'],
    [json, '{ "except": [{ "match": "Alto", "reason": 1 }] }', 'except[0].reason: expected a string, found 1'],
    [json, '{ "rules": { "no-kites": "off" } }', 'unknown rule "no-kites"; run `listwright rules` to list all rules'],
    [json, '{ "timeout": "15" }', 'timeout: invalid duration "15"'],
    [json, '{ "__proto__": { "quiet": true } }', '__proto__: unknown option'],
    [json, '{ "rules": { "__proto__": "off" } }', 'rules.__proto__: unknown rule "__proto__"'],
    [json, '{ "constructor": 1 }', 'constructor: unknown option'],
    [json, '{', 'cannot load this configuration: invalid JSON at line 1, column 2: Expected'],
    [json, '{"preset": list}\n', `invalid JSON: Unexpected token 'l' near "{"preset": list}"`],
    [json, '{\n  "quiet": true,,\n}', 'invalid JSON at line 3, column 1: Expected'],
    [json, '[]', 'the configuration must be an object; found an array'],
    [json, '['.repeat(200_000), 'cannot load this configuration'],
    [json, JSON.stringify({ lang: 'x'.repeat(10_000_000) }), 'the configuration is larger than 1 MB'],
    ['listwright.config.yaml', 'preset: [a', 'cannot load this configuration: invalid YAML at line 1, column 11: '],
    ['listwright.config.yaml', `a: ${'['.repeat(30_000)}`, 'cannot load this configuration'],
    ['listwright.config.mjs', 'throw new Error("boom");', 'cannot load this configuration: boom'],
    ['listwright.config.ts', 'export default {', 'cannot load this configuration'],
    [
      'package.json',
      '{ "listwright": { "preset": "awsome" } }',
      'preset: unknown preset "awsome" (did you mean "awesome"?); use minimal',
    ],
  ])('%s %.60s', async (file, text, sentence) => {
    const { status, stdout, stderr } = await lintWith(file, text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^listwright: ${file.replaceAll('.', '\\.')}: `));
    expect(stderr).toContain(sentence);
  });

  test('that is above the working directory is named with its whole path', async () => {
    const folder = folderOf({ [json]: '{ "rulez": {} }', 'lists/README.md': '# Pots\n' });
    const { stderr } = await listwright(join(folder, 'lists'), ['lint']);
    expect(stderr).toContain(`listwright: ${join(folder, json)}: rulez`);
  });
});
