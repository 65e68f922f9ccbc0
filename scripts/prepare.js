/** Builds after an installation from git. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(program, args, env = process.env) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function isHere(name) {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

// `npm install --global git+…`, as pre-commit calls it too, hands `--global` on to the npm that installs the packages for
// development, which then are elsewhere.
if (!isHere('esbuild')) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location|prefix|local_prefix)$/i.test(name)),
  );
  run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], env);
}
run(process.execPath, ['scripts/build.js']);
