/** Runs awesome-lint and the preset `awesome-strict` on the same fixtures; `npm run check:awesome-lint` installs awesome-lint in its own folder first. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesAround, lint } from '../src/index.js';
import { bases } from '../test/awesome-lint/bases.js';
import { fixtures } from '../test/awesome-lint/cases/all.js';
import { type Fixture, writeFixture } from '../test/awesome-lint/fixture.js';

interface Message {
  readonly rule: string;
  readonly reason: string;
  readonly line: number | null;
  readonly fails: boolean;
}

type Case = Omit<Fixture, 'theirs'> & { readonly theirs: string | null };

const repository = { description: 'Bees', topics: ['awesome', 'awesome-list'], license: { key: 'cc0-1.0' } };
const clean = Object.keys(bases).map(
  (base): Case => ({ name: `clean-${base}`, base: base as keyof typeof bases, theirs: null, ours: [] }),
);
const cases: readonly Case[] = [...clean, ...fixtures];

function git(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

/** Writes the folder of each case as a repository with a remote; returns the paths of the lists. */
async function writeAll(root: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const [index, one] of cases.entries()) {
    const folder = join(root, String(index));
    paths.push(await writeFixture(folder, one));
    git(folder, 'init', '--quiet', '--initial-branch', 'main');
    if (one.remote === null) continue;
    git(folder, 'remote', 'add', 'origin', one.remote ?? 'https://github.com/bees/awesome-beekeeping.git');
    git(folder, 'config', 'branch.main.remote', 'origin');
  }
  return paths;
}

function theirMessages(paths: readonly string[]): readonly (readonly Message[])[] {
  const input = paths.map((path, index) => ({ path, github: { ...repository, ...cases[index]?.github } }));
  const script = fileURLToPath(new URL('awesome-lint/messages.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(`awesome-lint failed: ${stderr}`);
  return JSON.parse(stdout) as readonly (readonly Message[])[];
}

/** What is wrong with a case; null for nothing. */
async function problemOf(one: Case, path: string, messages: readonly Message[]): Promise<string | null> {
  const all = await lint(await readFile(path, 'utf8'), {
    preset: 'awesome-strict',
    path,
    files: filesAround(path),
  });
  const findings = all.filter(({ severity }) => severity !== 'info');
  const theirs = messages.filter(({ fails }) => fails || one.warns === true);
  const ours = findings.filter(({ severity }) => severity === 'error' || one.warns === true);
  const said = `\n    awesome-lint: ${messages.map(({ rule, line, reason }) => `${line} ${rule} ${reason}`).join('; ') || 'nothing'}\n    listwright:   ${findings.map(({ rule, severity, start }) => `${start.line} ${severity} ${rule}`).join('; ') || 'nothing'}`;
  if (one.theirs === null) return messages.length + findings.length > 0 ? `is not clean${said}` : null;
  if (!theirs.some(({ rule }) => rule === one.theirs)) return `awesome-lint does not report ${one.theirs}${said}`;
  if (one.exception !== undefined) return ours.length > 0 ? `is no exception${said}` : null;
  const expected = ours.some(({ rule }) => one.ours.includes(rule));
  return expected ? null : `misses ${one.theirs} (expected ${one.ours.join(' or ')})${said}`;
}

const root = await mkdtemp(join(tmpdir(), 'listwright-awesome-lint-'));
try {
  const paths = await writeAll(root);
  const messages = theirMessages(paths);
  let failed = 0;
  for (const [index, one] of cases.entries()) {
    const problem = await problemOf(one, paths[index] ?? '', messages[index] ?? []);
    if (problem === null) continue;
    failed += 1;
    process.stdout.write(`${one.name} ${problem}\n`);
  }
  const excepted = cases.filter(({ exception }) => exception !== undefined);
  const reached = new Set(cases.flatMap(({ theirs }) => theirs ?? []));
  process.stdout.write(
    `${cases.length - clean.length} fixtures of ${reached.size} rules: ${cases.length - failed} as expected, ${failed} not; ${excepted.length} exceptions\n`,
  );
  for (const { name, exception } of excepted) process.stdout.write(`  ${name}: ${exception}\n`);
  if (failed > 0) process.exitCode = 1;
} finally {
  await rm(root, { recursive: true });
}
