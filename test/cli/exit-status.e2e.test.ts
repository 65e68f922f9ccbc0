import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { exitStatus } from '../../src/pipeline/exit-status.js';
import { saturatedIn } from '../../src/pipeline/run-notices.js';
import { folderOf, listwright, oneError } from './command.js';
import { commandNames, filesFor, list, listCalls } from './every-command.js';

const clean = oneError.replace(', [as a shuttle](#shuttle) does', '');
const warned = `${clean}- [Reed](https://reed.example/) - Parts the the warp.\n`;
const binary = new Uint8Array([35, 32, 0, 1]);
const rule = (code: string): string => `export default { id: 'loom', summary: 'Weave', why: 'Cloth.', fix: 'none',
  messages: { loud: 'Loud' }, examples: [{ text: '# Looms\\n', finds: [] }], check() { ${code} } };`;
const plugged = (code: string) => ({
  'loom.mjs': code,
  'listwright.config.json': '{ "plugins": ["./loom.mjs"], "rules": { "loom": "error" } }',
});
const own = { preset: ['--preset', 'minimal'], quiet: ['--no-cache'], offline: ['--offline', '--no-ledger'] };
const partOf = async (text: string, shard: string): Promise<string> =>
  (
    await listwright(folderOf({ 'README.md': text }), [
      'check',
      ...own.preset,
      ...own.quiet,
      ...own.offline,
      '--shard',
      shard,
      '-r',
      'json',
    ])
  ).stdout;
const reports = {
  'clean-1.json': await partOf(clean, '1/2'),
  'clean-2.json': await partOf(clean, '2/2'),
  'error-1.json': await partOf(oneError, '1/2'),
  'error-2.json': await partOf(oneError, '2/2'),
};
const add = ['add', 'https://reed.example/', '--offline', '--name', 'Reed', '--description', 'Parts the warp.'];

/** What a command is called with in each of the situations; null where it has nothing to do with it. */
const calls = {
  check: ['check', ...own.preset, ...own.quiet, ...own.offline],
  lint: ['lint', ...own.preset, ...own.quiet],
  links: ['links', ...own.preset, ...own.offline],
  tree: ['tree'],
  rules: ['rules', '--effective', 'README.md'],
  add,
  init: ['init', '--dry-run'],
  stats: ['stats'],
  doctor: ['doctor', '--offline'],
  export: ['export'],
  render: ['render', '--check'],
  extract: ['extract'],
  prune: ['prune'],
  refresh: ['refresh'],
} as const;
/** Commands that read neither a list nor a configuration of a folder; each has a test of its own below. */
const others = ['merge', 'admit', 'completion', 'lsp'];
type Command = keyof typeof calls;

interface Row {
  readonly situation: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Words after those of the command. */
  readonly more?: readonly string[];
  readonly expected: Readonly<Partial<Record<Command, 0 | 1 | 2>>>;
  /** What standard error says where the status is 2. */
  readonly says?: RegExp;
}

/** The same status for every command. */
const every = (status: 0 | 1 | 2) =>
  Object.fromEntries(Object.keys(calls).map((name) => [name, status])) as Record<Command, 0 | 1 | 2>;

const rows: readonly Row[] = [
  {
    situation: 'nothing is wrong',
    files: { 'README.md': clean },
    expected: { ...every(0), render: 2, extract: 2, refresh: 2 },
    says: /needs `entries\.format`|no `source`|no fields to refresh/,
  },
  {
    situation: 'an error is found',
    files: { 'README.md': oneError },
    expected: { ...every(0), check: 1, lint: 1, links: 1, render: 2, extract: 2, refresh: 2 },
    says: /needs `entries\.format`|no `source`|no fields to refresh/,
  },
  {
    situation: 'a list is written from data',
    files: filesFor(listCalls.render),
    expected: { ...every(0), prune: 2, refresh: 2, init: 2 },
    says: /rendered from data|no fields to refresh|already present/,
  },
  {
    situation: 'a list and its data differ',
    files: { ...filesFor(listCalls.render), 'README.md': list.replace('Holds', 'Has') },
    expected: { render: 1 },
  },
  {
    situation: 'facts can be refreshed',
    files: filesFor(listCalls.refresh),
    expected: { refresh: 0, extract: 0 },
  },
  {
    situation: 'there are as many warnings as there may be',
    files: { 'README.md': warned },
    more: ['--rule', 'no-repeats=warning', '--max-warnings', '1'],
    expected: { check: 0, lint: 0 },
  },
  {
    situation: 'there are more warnings than there may be',
    files: { 'README.md': warned },
    more: ['--rule', 'no-repeats=warning', '--max-warnings', '0'],
    expected: { check: 1, lint: 1 },
  },
  {
    situation: 'a rule throws',
    files: { 'README.md': oneError, ...plugged(rule("throw new Error('thread broke')")) },
    expected: { check: 2, lint: 2, links: 1, tree: 0, rules: 0, add: 0, stats: 0, doctor: 0, export: 0, prune: 0 },
    says: /the rule loom failed on README\.md: thread broke/,
  },
  {
    situation: 'a plugin throws while it is loaded',
    files: { 'README.md': clean, ...plugged("throw new Error('thread broke')") },
    expected: { ...every(2), doctor: 1, init: 2 },
    says: /\.\/loom\.mjs.*thread broke|already present|conflicts/,
  },
  {
    situation: 'a configuration is wrong',
    files: { 'README.md': clean, 'listwright.config.json': '{ "rules": { "lom": "error" } }' },
    expected: { ...every(2), doctor: 1 },
    says: /listwright\.config\.json: rules\.lom: unknown rule|already present|conflicts/,
  },
  {
    situation: 'the list cannot be read',
    files: { 'README.md': binary },
    expected: { ...every(2), doctor: 1 },
    says: /README\.md: binary file|needs `entries\.format`|no `source`|no fields to refresh/,
  },
  {
    situation: 'one of two lists cannot be read',
    files: { 'README.md': clean, 'bad.md': binary },
    more: ['README.md', 'bad.md'],
    expected: { check: 2, lint: 2, links: 2 },
    says: /bad\.md: binary file/,
  },
  {
    situation: 'a report cannot be written',
    files: { 'README.md': clean },
    more: ['-r', 'json=README.md/report.json'],
    expected: { check: 2, lint: 2, links: 2 },
    says: /report\.json: cannot be written/,
  },
  {
    situation: 'a ledger cannot be written',
    files: { 'README.md': clean },
    more: ['--ledger', 'README.md/ledger.jsonl'],
    expected: { check: 2, links: 2 },
    says: /ledger\.jsonl: cannot be written/,
  },
  {
    situation: 'an option is wrong',
    files: { 'README.md': clean },
    more: ['--lom'],
    expected: every(2),
    says: /unknown option --lom/,
  },
];

test('every command is in the table, or has a test of its own', () => {
  expect([...Object.keys(calls), ...others].sort()).toEqual([...commandNames].sort());
});

describe.each(rows)('where $situation', ({ files, more = [], expected, says }) => {
  test.each(Object.entries(expected))('%s ends with %i', async (command, status) => {
    const ended = await listwright(folderOf(files), [...calls[command as Command], ...more]);
    expect(ended).toMatchObject({ status });
    if (status === 2) expect(ended.stderr).toMatch(says ?? /^listwright: /);
    // A report that says nothing of 2 findings and another that says all are told apart by the status alone.
    else expect(ended.stderr).not.toContain('This is a bug');
  });
});

test.each([
  [0, ['completion', 'bash']],
  [2, ['completion', 'basic']],
  [2, ['admit', 'loom/list', '--offline']],
  [2, ['admit', 'not a repository']],
  [2, ['lsp', '--lom']],
] as const)('%i is the status of %j', async (status, args) => {
  expect(await listwright(folderOf(), args)).toMatchObject({ status });
});

describe('merge ends with', () => {
  test.each([
    [0, 'reports without errors', ['clean-1.json', 'clean-2.json']],
    [1, 'a report with an error', ['error-1.json', 'error-2.json']],
    [2, 'a file that is no report', ['clean-1.json', 'README.md']],
    [2, 'a file that is missing', ['clean-1.json', 'gone.json']],
    [2, 'a report that cannot be written', ['clean-1.json', '-r', 'json=README.md/report.json']],
    [2, 'no file', []],
  ] as const)('%i for %s', async (status, _, args) => {
    const folder = folderOf({ 'README.md': clean, ...reports });
    expect(await listwright(folder, ['merge', ...args])).toMatchObject({ status });
  });
});

test('rules --test ends with 1 for an example that fails, and with 2 for a file that cannot be loaded', async () => {
  const folder = folderOf({
    'good.mjs': rule(''),
    'wrong.mjs': rule("arguments[0].report({ message: 'loud', at: arguments[0].list.position })"),
    'throws.mjs': rule("throw new Error('thread broke')"),
    'broken.mjs': "throw new Error('thread broke')",
  });
  const statusOf = async (name: string) => (await listwright(folder, ['rules', '--test', name])).status;
  expect([await statusOf('good.mjs'), await statusOf('wrong.mjs')]).toEqual([0, 1]);
  expect([await statusOf('throws.mjs'), await statusOf('broken.mjs')]).toEqual([1, 2]);
});

test('an entry that init or add cannot write ends with 2', async () => {
  const folder = folderOf({ 'README.md': clean, '.github': 'a file' });
  expect((await listwright(folder, ['init'])).status).toBe(2);
  expect((await listwright(folder, [...add, 'gone.md', '--write'])).status).toBe(2);
});

test('a ledger that a run could not save ends it with 2, and one that no one named does not', async () => {
  const server = createServer((_, response) => {
    // The folder is gone by the time the run wants to save.
    rmFolder();
    response.end('<title>Warp</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = folderOf({
    'README.md': '# Awesome Looms\n\n## Looms\n\n- [Warp](http://warp.test/) - Holds the warp.\n',
  });
  const memory = join(folder, 'memory');
  const { rmSync, writeFileSync } = await import('node:fs');
  function rmFolder(): void {
    rmSync(memory, { recursive: true, force: true });
    writeFileSync(memory, 'a file');
  }
  const run = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    rmSync(memory, { recursive: true, force: true });
    mkdirSync(memory);
    return listwright(
      folder,
      ['links', ...own.preset, '--connect-to', `warp.test:80:127.0.0.1:${port}`, '-r', 'json', ...args],
      { env },
    );
  };
  try {
    const named = await run(['--ledger', 'memory/ledger.jsonl']);
    expect([named.status, JSON.parse(named.stdout).stats.links.alive]).toEqual([2, 1]);
    expect(named.stderr).toMatch(/^listwright: ledger: .*ledger\.jsonl cannot be written .*reported but not stored\n$/);
    const other = await run([], { XDG_CACHE_HOME: memory });
    expect([other.status, JSON.parse(other.stdout).findings]).toEqual([0, []]);
    expect(other.stderr).toMatch(/^listwright: ledger: .*reported but not stored\n$/);
  } finally {
    server.close();
  }
});

test('links that were not checked for want of file descriptors end a run with 2', () => {
  const rows = ['saturated', null, 'saturated'].map((reason) => ({ reason }));
  const said = saturatedIn(rows as unknown as Parameters<typeof saturatedIn>[0]);
  expect(said.map(({ message }) => message)).toEqual([expect.stringMatching(/^2 links were not checked: .*ulimit -n/)]);
  expect(saturatedIn([])).toEqual([]);
});

test('no network, a rule that failed and an unwritten fix weigh more than findings', () => {
  const counts = { error: 1, warning: 2, info: 3, suppressed: 0 };
  const outcome = { report: { stats: { findings: counts } }, offline: false, crashes: [], failures: [] };
  const status = (more: object, maxWarnings: number | null = null, written = true) =>
    exitStatus({ ...outcome, ...more } as unknown as Parameters<typeof exitStatus>[0], { maxWarnings }, written);
  expect(status({})).toBe(1);
  expect([status({ offline: true }), status({ crashes: [{}] }), status({ failures: [{}] })]).toEqual([2, 2, 2]);
  expect(status({}, null, false)).toBe(2);
  const mild = { report: { stats: { findings: { ...counts, error: 0 } } } };
  expect([status(mild), status(mild, 2), status(mild, 1)]).toEqual([0, 0, 1]);
});

describe('an interrupt', () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['check', 'SIGINT', 130],
    ['links', 'SIGTERM', 143],
    ['add', 'SIGINT', 130],
  ] as const)('ends %s with the status of %s, %i; a second one at once', async (command, signal, status) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const text = clean.replaceAll(/https:\/\/(\w+)\.example\//g, 'http://$1.test/');
    const folder = folderOf({ 'README.md': text });
    const words = command === 'add' ? ['add', 'http://reed.test/', '--write'] : [command, ...own.preset, '--no-ledger'];
    const exits: unknown[] = [];
    vi.spyOn(process, 'exit').mockImplementation(((code: number) => void exits.push(code)) as typeof process.exit);
    const running = listwright(folder, [...words, '--connect-to', `:80:127.0.0.1:${port}`]);
    await once(server, 'request');
    process.emit(signal);
    process.emit(signal);
    server.closeAllConnections();
    server.close();
    expect((await running).status).toBe(status);
    expect(exits).toEqual([status]);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(text);
    expect(existsSync(join(folder, 'README.md.lock'))).toBe(false);
  });
});
