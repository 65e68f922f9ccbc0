import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeList } from './list.js';
import { type Measure, median, runProcess } from './measure.js';

/** Linters that are measured beside ours; they are installed into a folder of their own when they are first wanted. */
const peers = { 'awesome-lint': '2.3.0', 'markdownlint-cli2': '0.22.1', rumdl: '0.2.75' } as const;

/** Compares whole lints, process start and all, on lists of the given folder (or on made ones): wall and processor time. */
export async function comparePeers(
  root: string,
  folder: string | undefined,
  print: (text: string) => void,
): Promise<void> {
  const tools = install(print);
  const work = mkdtempSync(join(tmpdir(), 'bench-peers-'));
  const lists = listsFor(folder, work);
  const cli = join(root, 'dist/cli.js');
  const cache = join(work, 'cache');
  const env = { XDG_CACHE_HOME: cache, NODE_EXTRA_CA_CERTS: '' };
  const bin = (name: string): string => join(tools, 'node_modules/.bin', name);
  const commands: readonly (readonly [string, (file: string) => readonly string[]])[] = [
    ['listwright', (file) => [process.execPath, cli, 'lint', '--preset', 'awesome', '--no-cache', file]],
    ['listwright, warm cache', (file) => [process.execPath, cli, 'lint', '--preset', 'awesome', file]],
    ['listwright, strict', (file) => [process.execPath, cli, 'lint', '--preset', 'awesome-strict', '--no-cache', file]],
    ['awesome-lint', (file) => [process.execPath, bin('awesome-lint'), file]],
    ['markdownlint-cli2', (file) => [process.execPath, bin('markdownlint-cli2'), file]],
    ['rumdl', (file) => [bin('rumdl'), 'check', '--no-cache', file]],
  ];
  for (const file of lists) {
    print(
      `${basename(join(file, '..'))}, ${Math.round(statSync(file).size / 1000)} KB: wall and processor seconds, ratio to awesome-lint`,
    );
    const rows = new Map<string, Measure[]>();
    for (let round = 0; round < 5; round++) {
      for (const [name, command] of commands) {
        const measured = await timed(command(file), env);
        // The first round warms the disk, and the cache.
        if (round > 0) rows.set(name, [...(rows.get(name) ?? []), measured]);
      }
    }
    const middle = (name: string, of: 'wall' | 'cpu'): number => median((rows.get(name) ?? []).map((one) => one[of]));
    for (const [name] of commands) {
      const ratio = (of: 'wall' | 'cpu'): string => (middle(name, of) / middle('awesome-lint', of)).toFixed(2);
      print(
        `  ${name.padEnd(24)} ${middle(name, 'wall').toFixed(2)} / ${middle(name, 'cpu').toFixed(2)}  ratio ${ratio('wall')} / ${ratio('cpu')}`,
      );
    }
  }
}

/** Runs a command under `time`, so that the processor time of what it starts counts. */
async function timed([command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<Measure> {
  const script = 'TIMEFORMAT="%U %S"; { time "$0" "$@" >/dev/null 2>/dev/null; } 2>&1';
  const measured = await runProcess('bash', ['-c', script, command, ...args], env);
  const [user = 0, system = 0] = measured.output
    .trim()
    .split(/\s+/)
    .map((text) => Number(text.replace(',', '.')));
  return { ...measured, cpu: user + system };
}

/** A list in a folder of its own, as awesome-lint asks for a repository with a licence around it. */
function listsFor(folder: string | undefined, work: string): readonly string[] {
  const place = (name: string): string => {
    const home = join(work, name);
    mkdirSync(home, { recursive: true });
    spawnSync('git', ['init', '-q', home]);
    return join(home, 'readme.md');
  };
  if (folder === undefined) {
    return [200, 3000].map((entries) => {
      const file = place(`made-${entries}`);
      writeFileSync(file, makeList(entries));
      return file;
    });
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const bySize = files.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  return [bySize[0], bySize[Math.floor(bySize.length / 4)], bySize[Math.floor(bySize.length / 2)]].flatMap((name) => {
    if (name === undefined) return [];
    const file = place(name.replace(/\.md$/, ''));
    copyFileSync(join(folder, name), file);
    return [file];
  });
}

function install(print: (text: string) => void): string {
  const tools = join(tmpdir(), 'listwright-bench-peers');
  const wanted = Object.entries(peers).map(([name, version]) => `${name}@${version}`);
  if (!existsSync(join(tools, 'node_modules/.bin/awesome-lint'))) {
    print(`installing ${wanted.join(', ')} into ${tools}`);
    mkdirSync(tools, { recursive: true });
    const { status } = spawnSync('npm', ['install', '--prefix', tools, '--no-audit', '--no-fund', ...wanted], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('the peers could not be installed');
  }
  return tools;
}
