/** Checks the Action and the workflows that users get: linters, then act on real repositories, with stand-ins for what others wrote. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scenarios } from './actions/scenarios.js';
import { find, type Program, programs, run } from './actions/tools.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'listwright-actions-'));
const print = (text: string): void => void process.stdout.write(`${text}\n`);
let failed = false;

function fail(text: string): void {
  failed = true;
  print(`FAILED ${text}`);
}

async function lint(program: Program, args: readonly string[], cwd: string): Promise<void> {
  const path = find(program);
  if (path === null) return print(`without ${program.name}: it is not here; ${program.install}`);
  const { status, text } = await run(path, args, cwd);
  if (status === 0) print(`ok ${program.name}`);
  else fail(`${program.name}\n${text}`);
}

try {
  // Workflows are linted where GitHub looks for them, with the placeholder filled in.
  const shipped = join(folder, 'shipped', '.github', 'workflows');
  mkdirSync(shipped, { recursive: true });
  for (const name of readdirSync(join(root, 'templates')).filter((each) => each.startsWith('listwright'))) {
    const text = readFileSync(join(root, 'templates', name), 'utf8').replaceAll('$default-branch', 'main');
    writeFileSync(join(shipped, name), text);
  }
  const own = readdirSync(join(root, '.github/workflows')).map((name) => join(root, '.github/workflows', name));
  const all = [...readdirSync(shipped).map((name) => join(shipped, name)), ...own];
  await lint(programs.actionlint, all, folder);
  await lint(programs.zizmor, ['--offline', '--no-progress', '--pedantic', ...all, join(root, 'action.yml')], folder);

  const act = find(programs.act);
  if (act === null) print(`without act: it is not here; ${programs.act.install}`);
  else {
    const wanted = process.argv[2];
    for (const { name, play } of await scenarios({ root, folder, act, workflows: shipped })) {
      if (wanted !== undefined && !name.includes(wanted)) continue;
      const wrong = await play();
      if (wrong.length === 0) print(`ok ${name}`);
      else fail(`${name}\n  ${wrong.join('\n  ')}`);
    }
  }
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  else print(`kept ${folder}`);
}
// The small web would go on for ever.
process.exit(failed ? 1 : 0);
