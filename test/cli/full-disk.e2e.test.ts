import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built, runner } from './built.js';
import { folderOf } from './command.js';

/** A limit to the size of files has the system take a part of a write, as a disk that is nearly full does. */
const limited = 'ulimit -f 40; exec "$0" "$@"';
/** Without a listener the signal that comes with it ends the process. */
const NODE_OPTIONS = "--import=data:text/javascript,process.on('SIGXFSZ',()=>{})";
const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- [Tea ${index}](https://t${index}.test/) - Tea, green  leaf.\n`).join(
    '',
  );

test.skipIf(process.platform === 'win32' || process.env.LISTWRIGHT_BINARY !== undefined).each([
  ['longer than the system takes', 2000, 2, false],
  ['shorter than that', 20, 0, true],
] as const)('a list that is %s is written whole or not at all', (_, count, status, isWritten) => {
  const text = `# Teas\n\n> Leaves of all colors.\n\n## Green\n\n${lines(count)}* [Oolong](https://oolong.test/) - Tea.\n`;
  const folder = folderOf({ 'README.md': text });
  const args = ['lint', '--preset', 'awesome-strict', '--fix', '--no-cache', '-r', 'json'];
  const run = spawnSync('sh', ['-c', limited, runner, built, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const after = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(after === text).toBe(!isWritten);
  expect(after.length).toBeGreaterThan(text.length - 200);
  expect(run.status === 2).toBe(status === 2);
  expect(run.stderr.includes('cannot be written')).toBe(!isWritten);
  expect(readdirSync(folder)).toEqual(['README.md']);
});
