/** Builds what is shipped: `dist/extension.cjs`, and in `dist/server/` the command with its packages inside. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from '../../../scripts/build/notices.js';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
if (!existsSync(`${root}dist/cli.js`))
  throw new Error('the command is not built; run npm ci in the root of the repository');
rmSync(`${here}dist`, { recursive: true, force: true });

/** VS Code 1.101, the oldest that is supported, brings Node 22.15. */
const options = {
  bundle: true,
  platform: 'node',
  target: 'node22.15',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
const client = await build({
  ...options,
  absWorkingDir: here,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  external: ['vscode'],
});

/** jiti loads files of its own, so it is laid beside the bundle. The editor's Node reads no TypeScript without it. */
const jitiBeside = {
  name: 'jiti-beside',
  setup(bundler) {
    bundler.onResolve({ filter: /^jiti$/ }, () => ({ path: './jiti/lib/jiti.mjs', external: true }));
  },
};
const server = await build({
  ...options,
  absWorkingDir: root,
  entryPoints: { cli: 'dist/cli.js' },
  outdir: `${here}dist/server`,
  format: 'esm',
  // In pieces, a CommonJS package that is imported late would lose the names of its exports; so it is one file.
  // What is written for CommonJS asks for Node's own modules by `require`, and for the name of its file.
  banner: {
    js: `import { createRequire as requireHere } from 'node:module';
const require = requireHere(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`,
  },
  plugins: [jitiBeside],
});
for (const path of ['package.json', 'LICENSE', 'lib/jiti.mjs', 'dist/jiti.cjs', 'dist/babel.cjs'])
  cpSync(`${root}node_modules/jiti/${path}`, `${here}dist/server/jiti/${path}`);

const inputs = (folder, { metafile }) => Object.keys(metafile.inputs).map((path) => resolve(folder, path));
const jiti = `${root}node_modules/jiti/package.json`;
const bundled = [...inputs(here, client), ...inputs(root, server), jiti];
writeFileSync(`${here}dist/NOTICES.txt`, `${noticesOf(bundled)}\n${readFileSync(`${root}dist/NOTICES.txt`, 'utf8')}`);
