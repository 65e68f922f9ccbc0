import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, environmentIn, type Given } from './command.js';

const binary = process.env.LISTWRIGHT_BINARY;

/**
 * The built command, started as `runner built …`: Node and `dist/cli.js`, or the single executable that `LISTWRIGHT_BINARY`
 * names (`env` replaces itself by the program that it starts, so that signals reach it).
 */
export const [runner, built]: readonly [string, string] =
  binary === undefined
    ? [process.execPath, fileURLToPath(new URL('../../dist/cli.js', import.meta.url))]
    : ['/usr/bin/env', resolve(binary)];

/** Runs the built command in a process: for exit statuses, signals, streams and memory. All else is told by `listwright`, much sooner. */
export function runBuilt(cwd: string, args: readonly string[], { input = '', env }: Given = {}): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(runner, [built, ...args], { cwd, env: environmentIn(cwd, env) });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => settle({ status, stdout, stderr }));
    // A command that fails early does not read what it is given.
    child.stdin.on('error', () => {}).end(input);
  });
}
