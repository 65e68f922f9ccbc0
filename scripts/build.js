/** Bundles the command, the library and the remark plugins into `dist/`; what is loaded lazily stays in chunks of its own. */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const options = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // These load files of their own at run time, or are only reached lazily: they stay packages.
  external: ['undici', 'jiti', 'lilconfig', 'yaml', 'write-file-atomic'],
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
};
// The command is bundled on its own and without white space: the fewer and smaller its files, the sooner it starts.
await build({ ...options, entryPoints: { cli: 'src/cli/main.ts' }, minifyWhitespace: true, minifySyntax: true });
await build({ ...options, entryPoints: { index: 'src/index.ts', remark: 'src/remark.ts' } });
chmodSync(`${root}dist/cli.js`, 0o755);

const types = spawnSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.build.json`],
  {
    stdio: 'inherit',
  },
);
process.exitCode = types.status ?? 1;
