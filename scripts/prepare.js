/** Builds after an installation from git. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readlinkSync, realpathSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * That npm also links its temporary clone into the global folder, where the package is unpacked later: into the clone, which
 * then is deleted. Puts a folder in the place of that link, and of no other: `npm link` makes one on purpose.
 */
function replaceLinkToClone() {
  const { npm_config_global: isGlobal, npm_config_global_prefix: global, npm_config_prefix: given } = process.env;
  const prefix = global ?? given;
  if (isGlobal !== 'true' || prefix === undefined || !/[\\/]_cacache[\\/]tmp[\\/]/.test(root)) return;
  const link = join(prefix, process.platform === 'win32' ? '' : 'lib', 'node_modules/listwright');
  try {
    readlinkSync(link);
    if (realpathSync(link) !== realpathSync(root)) return;
    unlinkSync(link);
    mkdirSync(link);
  } catch {
    // There is no link.
  }
}
replaceLinkToClone();
