import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Ended, environmentIn, type Given } from './command.js';

/** The built command. */
export const built = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built command in a process: for exit statuses, signals, streams and memory. All else is told by `listwright`, much sooner. */
export function runBuilt(cwd: string, args: readonly string[], { input = '', env }: Given = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built, ...args], { cwd, env: environmentIn(cwd, env) });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    // A command that fails early does not read what it is given.
    child.stdin.on('error', () => {}).end(input);
  });
}
