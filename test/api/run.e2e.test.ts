import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineRule, type Report, RuleError, run, UserError } from '../../src/index.js';
import { folderOf, listwright, oneFault } from '../cli/command.js';
import { startWeb, type Web } from '../web/server.js';
import { readExample } from './consumer.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.stop());

const list = `# Pots

- [Pot](http://plain.test/a) - Holds.
- [Jar](http://moved.test/old) - Holds more.
- [Jug](http://status.test/404) - Pours.
`;
const quick = () => ({ connectTo: web.connectTo(), confirmAfter: '100ms', env: {} });

/** A report without what differs from run to run. */
function timeless({ run: { startedAt, durationMs, ...rest }, links, ...report }: Report): unknown {
  return {
    ...report,
    run: rest,
    links: links.map(({ durationMs: ms, firstFailedAt, evidence, ...link }) => ({
      ...link,
      evidence: evidence.length,
    })),
  };
}

describe('run', () => {
  test('gives the report of the command, in the shape of its schema', async () => {
    const config = { preset: 'minimal', exclude: ['excluded'] };
    const cwd = folderOf({ 'README.md': list, 'listwright.config.json': JSON.stringify(config) });
    const args = [...web.connectTo().flatMap((to) => ['--connect-to', to]), '--confirm-after', '100ms', '--no-ledger'];
    const { stdout } = await listwright(cwd, ['check', '-r', 'json', ...args]);
    const report = await run({ cwd, ...quick() });
    expect(timeless(JSON.parse(JSON.stringify(report)))).toEqual(timeless(JSON.parse(stdout)));
    expect(report.stats.links).toMatchObject({ alive: 1, moved: 1, broken: 1 });
    const schema = JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8'));
    expect(new Ajv({ strict: false, validateSchema: false }).validate(schema, report)).toBe(true);
  });

  test('lint asks for nothing, links lints nothing', async () => {
    const cwd = folderOf({ 'README.md': list });
    const from = web.log.length;
    expect(await run({ cwd, ...quick(), command: 'lint' })).toMatchObject({ links: [], run: { command: 'lint' } });
    expect(web.log.length).toBe(from);
    const { findings } = await run({ cwd, ...quick(), command: 'links' });
    expect(findings.map(({ rule }) => rule)).toEqual(['link-moved', 'link-broken']);
  });

  test('options of the caller win over the file, and each list has the file of its folder', async () => {
    const off = JSON.stringify({ rules: { 'description-end': 'off' } });
    const cwd = folderOf({ 'a/README.md': oneFault, 'b/README.md': oneFault, 'b/listwright.config.json': off });
    const paths = ['a', 'b'];
    const found = async (options: Parameters<typeof run>[0]) =>
      (await run({ cwd, paths, command: 'lint', ...options })).findings.map(
        ({ path, severity }) => `${severity} ${path}`,
      );
    expect(await found({})).toEqual(['info a/README.md']);
    expect(await found({ config: false })).toEqual(['info a/README.md', 'info b/README.md']);
    expect(await found({ config: 'b/listwright.config.json' })).toEqual([]);
    expect(await found({ rules: { 'description-end': 'warning' } })).toEqual([
      'warning a/README.md',
      'warning b/README.md',
    ]);
  });

  test('hands out each verdict, and the ledger counts from its folder', async () => {
    const cwd = folderOf({ 'README.md': list });
    const told: string[] = [];
    const options = {
      cwd,
      ...quick(),
      ledger: 'ledger.jsonl',
      onVerdict: ({ url }: { url: string }) => told.push(url),
    };
    const { links } = await run(options);
    expect(told.sort()).toEqual(links.map(({ url }) => url));
    expect(existsSync(join(cwd, 'ledger.jsonl'))).toBe(true);
    expect((await run(options)).links.filter(({ cached }) => cached)).toHaveLength(2);
  });

  test('what onVerdict throws ends the run and is thrown', async () => {
    const cwd = folderOf({ 'README.md': list });
    const error = new Error('full');
    const onVerdict = () => {
      throw error;
    };
    await expect(run({ cwd, ...quick(), onVerdict })).rejects.toBe(error);
  });

  test('a signal ends it with what there is', async () => {
    const cwd = folderOf({ 'README.md': list, 'b.md': oneFault });
    const abort = new AbortController();
    const options = { ...quick(), cwd, concurrency: 1, onVerdict: () => abort.abort(), signal: abort.signal };
    const { run: facts, links } = await run(options);
    expect(facts.interrupted).toBe(true);
    expect(links).toHaveLength(3);
    expect(links.some(({ reason }) => reason === 'interrupted')).toBe(true);
    const before = await run({ ...quick(), cwd, paths: ['README.md', 'b.md'], signal: AbortSignal.abort() });
    expect(before).toMatchObject({ run: { interrupted: true }, stats: { files: 0 }, links: [] });
  });

  test('a rule that fails is thrown with the report of the others', async () => {
    const rule = defineRule({
      ...{ id: 'broken', summary: 'Break', why: 'To see.', messages: { found: 'Found' } },
      check() {
        throw new Error('of no use');
      },
    });
    const cwd = folderOf({ 'README.md': oneFault });
    const options = { cwd, command: 'lint', plugins: [rule], rules: { broken: 'error' } } as const;
    const wrong = await run(options).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(RuleError);
    expect(wrong).toMatchObject({ crashes: [{ rule: 'broken' }], report: { findings: [{ rule: 'description-end' }] } });
  });
});

describe('a call that is wrong', () => {
  test.each([
    [{ command: 'tree' }, /^run: unknown command "tree"; use check, lint or links$/],
    [{ paths: ['-'] }, /^run: paths: "-" \(standard input\) is not read; pass its text to lint or check$/],
    [{ paths: ['nope.md'] }, /^nope\.md: no such file or directory/],
    [{ config: 'nope.json' }, /nope\.json: no such configuration file/],
    [{ timeout: 'soon' }, /^run: timeout: invalid duration "soon"; use a number with a unit/],
    [{ path: ['README.md'] }, /^run: path: unknown option/],
    [{ rules: { nope: 'off' } }, /^run: rules\.nope: unknown rule "nope"/],
  ])('the error for %j is one sentence', async (options, sentence) => {
    const cwd = folderOf({ 'README.md': oneFault });
    // What the compiler refuses comes from JavaScript all the same.
    const wrong = await run({ cwd, ...options } as Parameters<typeof run>[0]).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(UserError);
    expect((wrong as Error).message).toMatch(sentence);
  });
});

describe('code of a configuration', () => {
  const code = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('ran', import.meta.url), '');
export default { rules: { 'description-end': 'off' } };
`;
  const plugin = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('ran', import.meta.url), '');
export default { id: 'a-b', summary: 'Do', why: 'So', messages: {}, check() {} };
`;
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
    ['that is found', { 'listwright.config.mjs': code }, undefined],
    ['that is named', { 'other.mjs': code }, 'other.mjs'],
    [
      'that it names',
      { 'listwright.config.json': '{"plugins":["./a.mjs"],"rules":{"description-end":"off"}}', 'a.mjs': plugin },
      undefined,
    ],
  ];

  test.each(cases)('%s runs only where the caller trusts it', async (_, files, config) => {
    const cwd = folderOf({ 'README.md': oneFault, ...files });
    const options = { cwd, command: 'lint', config } as const;
    await expect(run(options)).rejects.toThrow(/runs code, which is not allowed here; pass trusted: true to run it$/);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
    expect((await run({ ...options, config: false })).findings).toHaveLength(1);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
    expect((await run({ ...options, trusted: true })).findings).toEqual([]);
    expect(existsSync(join(cwd, 'ran'))).toBe(true);
  });

  test('that is data needs no trust', async () => {
    const cwd = folderOf({ 'README.md': oneFault, 'listwright.config.yaml': 'rules:\n  description-end: off\n' });
    expect((await run({ cwd, command: 'lint' })).findings).toEqual([]);
  });

  test('the example of a typed configuration is one', async () => {
    const cwd = folderOf({ 'README.md': oneFault });
    writeFileSync(join(cwd, 'listwright.config.mjs'), (await readExample('configuration.ts')).code);
    const { findings } = await run({ cwd, command: 'lint', trusted: true });
    expect(findings).toMatchObject([{ rule: 'description-end', severity: 'warning' }]);
  });
});
