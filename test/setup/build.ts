import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the command when it is missing or older than a source: tests run what users run. */
export default function buildCommand(): void {
  const built = statSync(join(root, 'dist/cli.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(...['src', 'rules', 'scripts/build', 'scripts/build.js', 'package.json'].map(newestOf));
  if (built > newest) return;
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.js')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}

function newestOf(path: string): number {
  const facts = statSync(join(root, path));
  if (!facts.isDirectory()) return facts.mtimeMs;
  const files = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.[jt]s$/.test(name),
  );
  return Math.max(...files.map((name) => statSync(join(root, path, name)).mtimeMs));
}
