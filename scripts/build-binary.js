/** Builds the command as a single executable, from Node's own support for it, with the code compiled ahead. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions, withoutPrograms } from './build/options.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The first Node whose executables hold compiled modules. */
const needed = [26, 2];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  // npm has the executables of Node as packages that run no script when they are installed.
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@26`;
  process.stderr.write(`Node ${process.versions.node} cannot build the executable; using ${name} from npm\n`);
  const words = ['--yes', `--package=${name}`, '--', 'node', fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status } = spawnSync('npx', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(status ?? 1);
}

const folder = `${root}dist-binary`;
const output = `${folder}/listwright${process.platform === 'win32' ? '.exe' : ''}`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** What is embedded cannot import files by itself; the loader of the main context can, and reads TypeScript. */
const importFiles = {
  name: 'import-files',
  setup(bundler) {
    const contents = `import vm from 'node:vm';
const load = vm.runInThisContext('(url) => import(url)', {
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
export const importModule = (url) => load(url);
export const createJiti = () => ({
  import: async (file) => (await load((await import('node:url')).pathToFileURL(file).href)).default,
});`;
    bundler.onResolve({ filter: /^jiti$|\/import-module\.js$/ }, () => ({ path: 'import', namespace: 'import-files' }));
    bundler.onLoad({ filter: /^import$/, namespace: 'import-files' }, () => ({ contents }));
  },
};
await build({
  ...bundleOptions(root),
  entryPoints: { listwright: `${root}src/cli/main.ts` },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  splitting: false,
  external: [],
  minify: true,
  target: 'node26',
  define: { ...bundleOptions(root).define, SINGLE_FILE: 'true', __filename: 'process.execPath' },
  plugins: [withoutPrograms, importFiles],
});
/** Symbols for debuggers are a quarter of Node; null where nothing here can take them off. */
function strippedNode() {
  const copy = `${folder}/node`;
  if (process.platform !== 'linux') return null;
  cpSync(process.execPath, copy);
  return spawnSync('strip', [copy]).status === 0 ? copy : null;
}
const config = {
  main: `${folder}/listwright.mjs`,
  mainFormat: 'module',
  output,
  executable: strippedNode() ?? process.execPath,
  useCodeCache: true,
  disableExperimentalSEAWarning: true,
  // The loader that reads configurations is experimental, and so are parts that plugins use; users cannot act on that.
  execArgv: ['--disable-warning=ExperimentalWarning'],
  // NODE_OPTIONS work as they do for the command of the package.
  execArgvExtension: 'env',
};
writeFileSync(`${folder}/sea.json`, JSON.stringify(config));
const { status } = spawnSync(process.execPath, ['--build-sea', `${folder}/sea.json`], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
chmodSync(output, 0o755);
for (const name of ['node', 'sea.json', 'listwright.mjs']) rmSync(`${folder}/${name}`, { force: true });
// macOS runs nothing whose signature does not fit; an ad-hoc one is enough.
if (process.platform === 'darwin') spawnSync('codesign', ['--sign', '-', '--force', output], { stdio: 'inherit' });
process.stdout.write(`${output}\n`);
