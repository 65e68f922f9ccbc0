import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RepositoryFacts } from '../../../src/model/facts.js';
import { repository as gitRepository } from '../../git/repository.js';
import { ago, alive, repository, writeLedger } from '../../prune/ledger.js';
import { listwright } from '../command.js';

const url = (name: string): string => `https://github.com/tea/${name.toLowerCase()}`;
const row = (name: string, stars: string, license = 'MIT', mark = ''): string =>
  `- ${mark}[${name}](${url(name)}) - A kind of tea with ${stars} leaves. (${stars}★, \`${license}\`)\n`;
const listOf = (rows: readonly string[]): string =>
  `# Awesome Tea\n\n> Leaves in hot water.\n\n## Teas\n\n${rows.join('')}`;
const entries = {
  format: '- {?{status} }[{name}]({url}) - {description}. ({stars}★, `{license}`)',
  fields: { status: { values: ['🗄️'] }, stars: { kind: 'number' }, license: { kind: 'spdx' } },
};

function tea(text: string, facts: Readonly<Record<string, Partial<RepositoryFacts>>>, more: object = {}) {
  const made = gitRepository();
  const refresh = { stars: 10, license: {}, status: { fact: 'archived' } };
  made.commit({ 'README.md': text, 'listwright.config.json': JSON.stringify({ entries, refresh, ...more }) });
  const ledger = writeLedger(
    join(`${made.root}-ledger`, 'ledger.jsonl'),
    Object.entries(facts).map(([name, each]) => alive(url(name), { facts: repository(each) })),
  );
  const run = (...args: string[]) => listwright(made.root, ['refresh', '--ledger', ledger, ...args]);
  return { ...made, run, read: () => readFileSync(join(made.root, 'README.md'), 'utf8') };
}

const before = listOf([
  row('Assam', '120'),
  row('Bancha', '1.2k'),
  row('Ceylon', '40'),
  row('Dianhong', '40'),
  row('Earl', '40', 'MIT', '🗄️ '),
  row('Fuding', '40'),
]);
const facts = {
  Assam: { stars: 130 },
  Bancha: { stars: 3_456 },
  Ceylon: { stars: 41, license: 'Apache-2.0' },
  Dianhong: { stars: 40, isArchived: true },
  Earl: { stars: 40 },
  Fuding: { stars: 900, readAt: ago(9) },
};

test('rewrites the fields whose facts have changed enough, and nothing else', async () => {
  const { root, run, read } = tea(before, facts);
  const { status, stdout, stderr } = await run();
  expect([status, read()]).toEqual([0, before]);
  const day = ago(1).slice(0, 10);
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    `listwright: Bancha (README.md:8): stars 1.2k → 3.5k, read on ${day}`,
    `listwright: Ceylon (README.md:9): license MIT → Apache-2.0, read on ${day}`,
  ]);
  execFileSync('git', ['apply', '-'], { cwd: root, input: stdout });
  const after = before
    .replace('(1.2k★', '(3.5k★')
    .replace('(40★, `MIT`)\n- [Dianhong]', '(40★, `Apache-2.0`)\n- [Dianhong]')
    .replace('- [Dianhong]', '- 🗄️ [Dianhong]')
    .replace('- 🗄️ [Earl]', '- [Earl]');
  expect(read()).toBe(after);
  expect((await run()).stdout).toBe('');
});

test('a mark and other facts of one entry are rewritten in one run', async () => {
  const rows = [row('Assam', '120', 'MIT', '🗄️ '), row('Bancha', '40')];
  const { run, read } = tea(listOf(rows), {
    Assam: { stars: 300, license: 'Apache-2.0' },
    Bancha: { stars: 900, license: 'ISC', isArchived: true },
  });
  expect((await run('--write')).status).toBe(0);
  expect(read()).toBe(
    listOf([
      row('Assam', '120', 'Apache-2.0').replace('(120★', '(300★'),
      row('Bancha', '40', 'ISC', '🗄️ ').replace('(40★', '(900★'),
    ]),
  );
});

test('writes the list and the message of a commit', async () => {
  const { root, run, read } = tea(before, { Bancha: facts.Bancha });
  const { status, stdout } = await run('--write', '--message', `${root}-message`);
  expect([status, read()]).toEqual([0, before.replace('(1.2k★', '(3.5k★')]);
  expect(stdout).toBe(
    `Refresh 1 fact of entries\n\n- Bancha (README.md:8): stars 1.2k → 3.5k, read on ${ago(1).slice(0, 10)}\n`,
  );
  expect(readFileSync(`${root}-message`, 'utf8')).toBe(stdout);
});

test('leaves entries alone that an exception keeps', async () => {
  const except = [{ match: 'Bancha', rules: 'refresh', reason: 'They count themselves.' }];
  const text = before.replace(
    row('Ceylon', '40'),
    row('Ceylon', '40').replace('\n', ' <!-- listwright-except refresh: both -->\n'),
  );
  const { stdout } = await tea(text, { Bancha: facts.Bancha, Ceylon: facts.Ceylon }, { except }).run();
  expect(stdout).toBe('');
});

test.each([
  ['no fields', { refresh: {} }, 'refresh: no fields to refresh'],
  ['no format', { entries: undefined }, 'has no entry format'],
  ['a field that is no fact', { refresh: { price: 5 } }, '"price" is not the name of one'],
  ['an unknown fact', { refresh: { stars: { fact: 'moons' } } }, 'refresh.stars.fact: unknown value "moons"'],
])('says what is wrong with %s', async (_, more, message) => {
  const { status, stderr } = await tea(before, facts, more).run();
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
