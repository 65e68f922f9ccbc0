/**
 * Measures against a floor in the same run and prints ratios; absolute times differ from machine to machine.
 *
 *     npm run bench                          parse, cold, links, editor and peers [folder of lists]; each may be named alone
 *     npm run bench links [folder] [scale] [cases]
 *                                            the command beside link checkers that are installed in a folder (see bench/tools.ts):
 *                                            zero, single, tail, github, large; a comma between them
 *     npm run bench verdicts [folder]        false alarms on the sample list, with lychee where the folder has it
 *     npm run bench page                     scrolling and filtering the exported page of 5,000 entries, in Chromium
 *     npm run bench install                  npx from an empty cache, against awesome-lint
 *     npm run bench binary                   the single executable against node dist/cli.js
 *     npm run bench growth [shape]           how each stage grows with texts that were made to take long
 *     npm run bench shards                   what shards do to long lists: a simulation, no network
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compareBinary } from './bench/binary.js';
import { timeEditor } from './bench/editor.js';
import { measureGrowth } from './bench/growth.js';
import { compareInstalls } from './bench/install.js';
import { compareLinks } from './bench/links.js';
import { makeList } from './bench/list.js';
import { type Measure, median, runProcess, tellTale } from './bench/measure.js';
import { timePage } from './bench/page.js';
import { comparePeers } from './bench/peers.js';
import { simulateShards } from './bench/shards.js';
import { compareVerdicts } from './bench/verdicts.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
// Bundles find their packages beside them.
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const bundle = async (name: string, text: string, external: string[] = []): Promise<string> => {
  const outfile = join(folder, `${name}.mjs`);
  const stdin = { contents: text, resolveDir: root, loader: 'ts' } as const;
  const banner = { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" };
  await build({ stdin, outfile, bundle: true, format: 'esm', platform: 'node', external, banner, logLevel: 'error' });
  return outfile;
};
const node = (script: string, ...args: string[]): Promise<Measure> =>
  runProcess(process.execPath, ['--import', tellTale, script, ...args]);
const ratio = (a: number, b: number): string => (a / b).toFixed(2);
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

try {
  const wanted = process.argv[2];
  if (wanted === undefined || wanted === 'parse') await parseAndLint();
  if (wanted === undefined || wanted === 'cold') await coldStart();
  if (wanted === undefined || wanted === 'links')
    await compareLinks(
      { root, folder, bundle, print },
      {
        peers: wanted === undefined ? undefined : process.argv[3],
        scale: Number(process.argv[4] ?? 1),
        only: process.argv[5]?.split(',') ?? ['zero', 'single', 'tail', 'github'],
      },
    );
  if (wanted === undefined || wanted === 'editor') await timeEditor(root, folder, print);
  if (wanted === 'page') await timePage(folder, print);
  if (wanted === 'install') await compareInstalls(root, folder, print);
  if (wanted === 'binary') await compareBinary(root, write, print);
  if (wanted === 'shards') simulateShards(print);
  if (wanted === 'growth') await measureGrowth(print, process.argv[3]);
  if (wanted === 'verdicts') await compareVerdicts(root, process.argv[3], print);
  if (wanted === undefined || wanted === 'peers') {
    print('whole lints beside other linters, medians of four runs side by side');
    await comparePeers(root, process.argv[3], print);
  }
} finally {
  if (process.env.KEEP_BENCH === undefined) rmSync(folder, { recursive: true, force: true });
  else print(folder);
}

async function parseAndLint(): Promise<void> {
  const list = write('big.md', makeList(5000));
  const script = await bundle(
    'parse',
    `import { readFileSync } from 'node:fs';
     import { parse } from './src/parse/parse.ts';
     import remarkGfm from 'remark-gfm';
     import remarkParse from 'remark-parse';
     import { unified } from 'unified';
     import { lint } from './src/lint/lint.ts';
     import { noFiles } from './src/model/files.ts';
     import { builtinRules as rules } from './src/config/builtin-rules.ts';
     import { resolveSettings } from './src/config/resolve.ts';
     const text = readFileSync(process.argv[2], 'utf8');
     const settings = await resolveSettings({}, {}, [], { rules, configFile: null, cwd: '.', reporters: [], userAgent: '', ledger: '', vantage: 'local' });
     const on = settings.rulesFor('README.md', 'awesome').rules;
     const plain = unified().use(remarkParse).use(remarkGfm).freeze();
     const floor = [], ours = [];
     for (let round = 0; round < 9; round++) {
       let at = performance.now(); plain.parse(text); floor.push(performance.now() - at);
       at = performance.now(); lint(parse(text), { rules: on, files: noFiles }); ours.push(performance.now() - at);
     }
     console.log(JSON.stringify({ floor: floor.slice(2), ours: ours.slice(2) }));`,
    ['jiti'],
  );
  const { output, megabytes } = await node(script, list);
  const { floor, ours } = JSON.parse(output) as { floor: number[]; ours: number[] };
  print('parse and lint of 5,000 entries, against remark-parse with gfm alone');
  print(
    `  floor ${median(floor).toFixed(0)} ms, listwright ${median(ours).toFixed(0)} ms, ratio ${ratio(median(ours), median(floor))} (goal 1.30), peak ${megabytes.toFixed(0)} MB`,
  );
}

async function coldStart(): Promise<void> {
  const list = write('README.md', makeList(8).split('\n').slice(0, 20).join('\n'));
  const floor = await bundle(
    'cold',
    `import { readFileSync } from 'node:fs';
     import { unified } from 'unified'; import remarkParse from 'remark-parse'; import remarkGfm from 'remark-gfm';
     unified().use(remarkParse).use(remarkGfm).parse(readFileSync(process.argv[2], 'utf8'));`,
  );
  const pairs: [number, number][] = [];
  for (let round = 0; round < 15; round++) {
    const a = await runProcess(process.execPath, [floor, list]);
    const b = await runProcess(process.execPath, [join(root, 'dist/cli.js'), 'lint', list]);
    if (round > 1) pairs.push([a.wall, b.wall]);
  }
  const [a, b] = [median(pairs.map(([x]) => x)), median(pairs.map(([, y]) => y))];
  print('cold command on a short list, against a bundled process that imports remark-parse and gfm and parses it');
  print(
    `  floor ${(a * 1000).toFixed(0)} ms, listwright ${(b * 1000).toFixed(0)} ms, ratio ${ratio(b, a)} (goal 1.40)`,
  );
}
