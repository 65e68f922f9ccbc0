/**
 * Runs the built command against a small web, 200 times two at a time, and kills 30 more at random moments:
 * `npm run endure -- [--runs 200] [--kills 30] [--seed 1]`. Prints what a ledger has lost, and what was left next to it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startWeb } from '../test/web/server.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const [runs, kills] = [Number(values.runs), Number(values.kills)];
let state = Number(values.seed);
/** Numbers from 0 to 1 (Park and Miller). */
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
const command = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'endure-'));
const ledger = join(folder, 'memory', 'ledger.jsonl');
const web = await startWeb({
  'looms.test': ({ response }) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Loom</title>'),
});
const answered = new Set<string>();

/** Starts a run over ten pages of its own; null for the status of one that was killed. */
async function run(index: number, killAfter: number | null): Promise<number | null> {
  const name = `list-${index}.md`;
  const urls = Array.from({ length: 10 }, (_, page) => `http://looms.test/${index}/${page}`);
  const items = urls.map((url) => `- [${url.slice(-1)}](${url}) - Holds the yarn.\n`).join('');
  writeFileSync(join(folder, name), `# Awesome Looms\n\n## Looms\n\n${items}`);
  const args = ['links', name, '--ledger', ledger, '--connect-to', `looms.test:80:127.0.0.1:${web.http}`];
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: 'ignore' });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [status] = (await once(child, 'exit')) as [number | null];
  if (timer !== null) clearTimeout(timer);
  if (status !== null) for (const url of urls) answered.add(url);
  return status;
}

const rowsOf = (file: string): readonly { readonly url: string }[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));

try {
  const failed: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < runs) {
      const index = next++;
      if ((await run(index, null)) !== 0) failed.push(index);
    }
  };
  await Promise.all([worker(), worker()]);
  const started = performance.now();
  await run(runs, null);
  const whole = performance.now() - started;
  let killed = 0;
  for (let kill = 1; kill <= kills; kill++) if ((await run(runs + kill, random() * whole * 1.1)) === null) killed++;
  await run(runs + kills + 1, null);
  const known = new Set(rowsOf(ledger).map(({ url }) => url));
  const lost = [...answered].filter((url) => !known.has(url));
  process.stdout.write(
    `${runs} runs two at a time, ${failed.length} with another status than 0; ${killed} of ${kills} killed; ${answered.size} rows due, ${known.size} there, ${lost.length} lost; left: ${readdirSync(join(folder, 'memory')).join(', ')}\n`,
  );
  process.exitCode = failed.length + lost.length > 0 ? 1 : 0;
} finally {
  await web.stop();
  rmSync(folder, { recursive: true, force: true });
}
