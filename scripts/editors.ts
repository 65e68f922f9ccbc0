/**
 * Packages the extension for VS Code anew and says what is wrong with it, if anything. Where CODE_SERVER names the `entry.js` of an
 * installed code-server (and CODE_SERVER_NODE a Node that it takes), it is also played in VS Code itself, with CHROMIUM_PATH.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { troubleOfVsix } from './editors/vsix.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const npm = (...args: string[]): void => {
  const shell = process.platform === 'win32';
  execFileSync('npm', args, { cwd: `${root}editors/vscode`, stdio: ['ignore', 2, 2], shell });
};
// Scripts of packages would fetch what packaging does not need.
npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
npm('run', 'package');

const file = `editors/vscode/dist/listwright-${version}.vsix`;
const archive = readFileSync(`${root}${file}`);
const trouble = [...(await troubleOfVsix(archive, version))];
const { CODE_SERVER: entry, CODE_SERVER_NODE: node = process.execPath } = process.env;
const browser = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (entry !== undefined && trouble.length === 0) {
  const { playInWorkbench } = await import('./editors/workbench.js');
  for (const ownPackage of [null, root]) {
    const found = await playInWorkbench({ entry, node, browser }, `${root}${file}`, ownPackage);
    trouble.push(...found.map((each) => `in VS Code${ownPackage === null ? '' : ', with its own package'}: ${each}`));
  }
}
process.stdout.write(trouble.map((each) => `${file}: ${each}\n`).join(''));
const played = entry === undefined ? 'not played in VS Code itself (no CODE_SERVER)' : 'played in VS Code';
if (trouble.length === 0)
  process.stdout.write(`${file}: ${Math.ceil(archive.length / 1000)} kB, its server answers; ${played}\n`);
else process.exitCode = 1;
