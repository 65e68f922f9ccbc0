import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { built, runner } from '../built.js';
import { folderOf } from '../command.js';
import { listening, listOf, startServer } from './watching.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('the built command', () => {
  function start(cwd: string, args: readonly string[]) {
    const { CI, FORCE_COLOR, ...env } = process.env;
    const child = spawn(runner, [built, ...args], { cwd, env });
    stops.push(() => child.kill('SIGKILL'));
    const heard = listening();
    child.stdout.setEncoding('utf8').on('data', heard.hear);
    child.stderr.setEncoding('utf8').on('data', heard.hear);
    return { child, until: heard.until, ended: once(child, 'close') };
  }

  test('lints again what changed, by writing over it and by renaming, and ends with 130', async () => {
    const folder = folderOf({ 'README.md': listOf(1, ['a']) });
    const { child, until, ended } = start(folder, ['lint', '--watch', '--rule', 'no-repeats=error']);
    expect(await until(/Watching README\.md: Ctrl-C ends\.\n/)).toContain('Repeated word');
    writeFileSync(join(folder, 'README.md'), listOf(1, ['a']).replace('of of', 'of'));
    expect(await until(/Watching/)).not.toContain('Repeated word');
    writeFileSync(join(folder, '.README.md.new'), listOf(1, ['a', 'b']));
    renameSync(join(folder, '.README.md.new'), join(folder, 'README.md'));
    expect(await until(/Watching/)).toContain('Repeated word');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
  });

  test('interrupted in the middle of a check says what was found, saves the ledger and ends with 130', async () => {
    const { server, port, asked } = await startServer();
    stops.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const folder = folderOf({ 'README.md': listOf(port, ['fine', 'hangs']) });
    const args = ['check', '--watch', '--allow-private', '--ledger', 'ledger.jsonl', '--per-host', '1'];
    const { child, until, ended } = start(folder, args);
    while (!asked.includes('/hangs')) await once(server, 'request');
    child.kill('SIGINT');
    expect(await until(/incomplete\./)).toContain('Interrupted with 1 of 2 links not checked');
    expect(await ended).toEqual([130, null]);
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).toContain('/fine');
  });
});
