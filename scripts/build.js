/** Bundles the command, the library and the remark plugins into `dist/`; what is loaded lazily stays in chunks of its own. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { prune } from './build/declarations.js';
import { noticesOf } from './build/notices.js';
import { bundleOptions, withoutPrograms } from './build/options.js';
import { startGroups, together } from './build/together.js';

const root = fileURLToPath(new URL('..', import.meta.url));
// Built aside and moved into place at the end, so that nobody meets half a build.
// A folder as deep as the one it becomes: maps name their sources from there.
const aside = `.dist-${process.pid}`;
mkdirSync(`${root}${aside}`, { recursive: true });
const options = {
  ...bundleOptions(root),
  outdir: aside,
  // It loads files of its own at run time.
  external: ['jiti'],
  // What is written for CommonJS asks for the name of its file.
  define: {
    ...bundleOptions(root).define,
    __filename: 'import.meta.filename',
    __dirname: 'import.meta.dirname',
  },
};
const commandOptions = {
  ...options,
  entryPoints: { cli: 'src/cli/main.ts' },
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  plugins: [withoutPrograms],
};
// The command is bundled on its own and small: the fewer and smaller its files, the sooner it starts.
const command = await build({
  ...commandOptions,
  plugins: [withoutPrograms, await together(commandOptions, root, startGroups)],
});
const libraryOptions = { ...options, entryPoints: { index: 'src/index.ts', remark: 'src/remark.ts' } };
const library = await build({ ...libraryOptions, plugins: [await together(libraryOptions, root, [])] });
chmodSync(`${root}${aside}/cli.js`, 0o755);
/** The Action runs on a Node that reads TypeScript by itself. */
const withoutJiti = {
  name: 'without-jiti',
  setup(bundler) {
    bundler.onResolve({ filter: /^jiti$/ }, () => ({ path: 'jiti', namespace: 'without-jiti' }));
    bundler.onLoad({ filter: /^jiti$/, namespace: 'without-jiti' }, () => ({
      contents: `import { pathToFileURL } from 'node:url';
export const createJiti = () => ({ import: async (file) => (await import(pathToFileURL(file).href)).default });`,
    }));
  },
};
/** No editor speaks to the Action. */
const withoutServer = {
  name: 'without-server',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\.\/lsp\/main\.js$/ }, () => ({ path: 'lsp', namespace: 'without-server' }));
    bundler.onLoad({ filter: /^lsp$/, namespace: 'without-server' }, () => ({ contents: 'export {};' }));
  },
};
// GitHub runs the Action as it lies in the repository, without its packages: all of it is one file.
const action = await build({
  ...options,
  entryPoints: { action: 'src/action/main.ts' },
  splitting: false,
  external: [],
  minify: true,
  plugins: [withoutPrograms, withoutJiti, withoutServer],
});

const bundled = [command, library, action].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(`${root}${aside}/NOTICES.txt`, noticesOf(bundled.map((path) => root + path)));

const tsc = `${root}node_modules/typescript/bin/tsc`;
const project = [`${root}tsconfig.build.json`, '--outDir', `${root}${aside}/types`];
const types = spawnSync(process.execPath, [tsc, '-p', ...project], { stdio: 'inherit' });
process.exitCode = types.status ?? 1;
prune(`${root}${aside}/types`, ['src/index.d.ts', 'src/remark.d.ts']);

rmSync(`${root}dist`, { recursive: true, force: true });
renameSync(`${root}${aside}`, `${root}dist`);
