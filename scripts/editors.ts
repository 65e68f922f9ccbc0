/** Packages the extension for VS Code anew and says what is wrong with it, if anything. */
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
const trouble = await troubleOfVsix(archive, version);
process.stdout.write(trouble.map((each) => `${file}: ${each}\n`).join(''));
if (trouble.length === 0) process.stdout.write(`${file}: ${Math.ceil(archive.length / 1000)} kB, its server answers\n`);
else process.exitCode = 1;
