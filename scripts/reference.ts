/** Writes docs/api.md from what the package exports; `npm run reference` installs typedoc in its own folder first. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './reference/digest.js';
import { arrange } from './reference/page.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (program: string, args: readonly string[]): void => {
  const { status } = spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} failed`);
};

// The digest is of the declarations as they are built.
run('scripts/build.js', []);
const out = await mkdtemp(join(tmpdir(), 'listwright-reference-'));
try {
  const options = ['--options', 'scripts/reference/typedoc.json', '--treatWarningsAsErrors', '--logLevel', 'Warn'];
  run('scripts/reference/node_modules/typedoc/bin/typedoc', [...options, '--out', out]);
  const folder = join(root, 'test/api/examples');
  const examples = new Map<string, string>();
  for (const file of await readdir(folder))
    if (file.endsWith('.ts')) examples.set(file, await readFile(join(folder, file), 'utf8'));
  const page = arrange(await readFile(join(out, 'reference.md'), 'utf8'), examples, digestOf(root));
  await writeFile(join(root, 'docs/api.md'), page);
  process.stdout.write('wrote docs/api.md\n');
} finally {
  await rm(out, { recursive: true });
}
