/** Draws what commands print, for the documentation; with --check writes nothing and fails when a picture is stale. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drawTerminal } from './pictures/svg.js';

interface Picture {
  readonly path: string;
  readonly title: string;
  /** What a person types. */
  readonly typed: string;
  /** What node runs, from the folder of the repository. */
  readonly runs: readonly string[];
  /** Lines that are shown from the top; the summary follows. */
  readonly most?: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const command = `${root}dist/cli.js`;
const tea = 'fixtures/tea/README.md';
const alone = ['--no-config', '--no-cache'];

const pictures: readonly Picture[] = [
  {
    path: 'docs/demo.svg',
    title: 'Output of listwright check for a short list about pottery',
    typed: 'listwright check',
    runs: [`${root}node_modules/jiti/lib/jiti-cli.mjs`, `${root}scripts/demo.ts`, 'fixtures/demo/short.md'],
  },
  {
    path: 'docs/pictures/lint.svg',
    title: 'What listwright lint prints for a list of tea',
    typed: 'listwright lint',
    runs: [command, 'lint', tea, ...alone],
  },
  {
    path: 'docs/pictures/fix.svg',
    title: 'What listwright lint --fix-dry-run prints for a list of tea',
    typed: 'listwright lint --fix-dry-run',
    runs: [command, 'lint', tea, '--fix-dry-run', ...alone],
  },
  {
    path: 'docs/pictures/add.svg',
    title: 'What listwright add prints for a list of tea',
    typed:
      'listwright add https://cellar.example/cakes --offline \\\n    --name "Puerh Cellar" --description "keeps cakes for years" --section Leaves',
    runs: [
      ...[command, 'add', 'https://cellar.example/cakes', tea, '--offline', '--section', 'Leaves', '--no-config'],
      ...['--name', 'Puerh Cellar', '--description', 'keeps cakes for years'],
    ],
  },
  {
    path: 'docs/pictures/tree.svg',
    title: 'What listwright tree prints for a list of tea',
    typed: 'listwright tree',
    runs: [command, 'tree', tea],
  },
];

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const { path, title, typed, runs, most } of pictures) {
  const lines = (await output(runs)).trimEnd().split('\n');
  const summary = lines.lastIndexOf('');
  const shown = most === undefined ? lines : [...lines.slice(0, most), '…', ...lines.slice(summary + 1)];
  const svg = drawTerminal(title, [...`$ ${typed}`.split('\n'), '', ...shown]);
  const old = await readFile(root + path, 'utf8').catch(() => null);
  if (old?.replace(/\r\n/g, '\n') === svg) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(`${root}docs/pictures`, { recursive: true });
  await writeFile(root + path, svg);
}
if (stale.length === 0) process.stdout.write('every picture is fresh\n');
else if (!check) process.stdout.write(`${stale.map((path) => `drew ${path}`).join('\n')}\n`);
else {
  process.stderr.write(`stale: ${stale.join(', ')}; run npm run build && npm run pictures\n`);
  process.exitCode = 1;
}

/** What a command prints in a terminal that nothing else is known of. */
async function output(runs: readonly string[]): Promise<string> {
  const { PATH, SystemRoot, HOME } = process.env;
  const env = { PATH, SystemRoot, HOME, FORCE_COLOR: '1', LANG: 'en_GB.UTF-8' };
  const child = spawn(process.execPath, [...runs], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.setEncoding('utf8');
  let text = '';
  child.stdout.on('data', (chunk: string) => {
    text += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return text;
}
