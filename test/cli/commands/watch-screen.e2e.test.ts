import { EventEmitter, once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/cli/host.js';
import { runCommand } from '../../../src/cli/run-command.js';
import { startKeys } from '../../../src/cli/terminal/keys.js';
import { environmentIn, folderOf } from '../command.js';
import { listening, listOf, startServer } from './watching.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Watches in this process, with a keyboard of ours; reports go to a screen or to a pipe. */
function watch(cwd: string, args: readonly string[], onTerminal: boolean) {
  const heard = listening();
  const raw: boolean[] = [];
  const keyboard = Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode: (on: boolean) => raw.push(on),
    resume() {},
    pause() {},
    async *[Symbol.asyncIterator]() {},
  });
  const host: Host = {
    ...{ cwd, env: environmentIn(cwd), stdin: keyboard },
    stdout: { isTTY: onTerminal, write: heard.hear },
    stderr: { write: heard.hear },
  };
  const ended = runCommand(args, host);
  const press = (key: string) => keyboard.emit('data', Buffer.from(key));
  // What a test that fails leaves running keeps the process alive.
  stops.push(() => press('q'));
  return { raw, ended, press, until: heard.until };
}

describe('where reports go to a pipe', () => {
  function start(folder: string, flags: readonly string[]) {
    const { until, press, ended } = watch(folder, ['lint', '--watch', ...flags], false);
    const quit = (): Promise<number> => {
      press('q');
      return ended;
    };
    return { until, quit };
  }

  test('takes a configuration that comes, says what is wrong with it, and goes on', async () => {
    const folder = folderOf({ 'README.md': listOf(1, ['a']) });
    const { until, quit } = start(folder, []);
    expect(await until(/Watching/)).toContain('no-repeats');
    const config = join(folder, 'listwright.config.json');
    writeFileSync(config, '{ "rules": { "no-repeat": "off" } }');
    expect(await until(/Watching; .*\n/)).toContain('did you mean "no-repeats"?');
    writeFileSync(config, '{ "rules": { "no-repeats": "off" } }');
    expect(await until(/Watching README\.md and the configuration/)).not.toContain('Repeated word');
    await quit();
  });

  test('rewrites reports in files', async () => {
    const folder = folderOf({ 'README.md': listOf(1, ['a']) });
    const { until, quit } = start(folder, ['-r', `json=${join(folder, 'report.json')}`]);
    await until(/Watching/);
    const entries = (): number => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).stats.entries;
    expect(entries()).toBe(1);
    writeFileSync(join(folder, 'README.md'), listOf(1, ['a', 'b']));
    await until(/Watching/);
    expect(entries()).toBe(2);
    await quit();
  });
});

describe('at a terminal', () => {
  /** Watches a list that links to a server, with all that a terminal has. */
  async function sit(paths: readonly string[]) {
    const { server, port, asked } = await startServer();
    const folder = folderOf({ 'README.md': listOf(port, paths) });
    stops.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const flags = ['--no-ledger', '--no-config', '--allow-private', '--confirm-after', '20ms', '--no-color'];
    const file = join(folder, 'README.md');
    return { ...watch(folder, ['check', '--watch', ...flags, file], true), file, port, asked, server };
  }

  test('what lint says comes first, then the links; only new ones are asked; a asks all, f fixes, q quits', async () => {
    const { file, port, asked, raw, ended, press, until } = await sit(['fine', 'other']);
    expect(await until(/Checking 2 links …\n/)).toMatch(/Repeated word[\s\S]*2 links: 2 not checked yet/);
    const first = await until(/q quits, a rechecks all links, f applies the \w+ ?\w* fix(?:es)?/);
    expect(first).toContain('\u001B[H\u001B[2J');
    expect(first).toContain('2 links: 2 alive');
    expect(asked.splice(0).sort()).toEqual(['/fine', '/other']);

    writeFileSync(file, listOf(port, ['fine', 'other', 'gone']));
    await until(/Checking 1 link …/);
    expect(await until(/q quits/)).toContain('the page does not exist (404 twice');
    expect(asked.splice(0)).toEqual(['/gone', '/gone']);

    // Words that change ask nobody.
    writeFileSync(file, listOf(port, ['fine', 'other', 'gone']).replaceAll('cloth', 'linen'));
    expect(await until(/q quits/)).not.toContain('Checking');
    expect(asked).toEqual([]);

    press('a');
    await until(/q quits/);
    expect(asked.splice(0).sort()).toEqual(['/fine', '/gone', '/gone', '/other']);

    press('f');
    await until(/fix(?:es)? applied[\s\S]*q quits/);
    expect(readFileSync(file, 'utf8')).toMatch(/linen of yarn\.\n$/);
    expect(asked).toEqual([]);

    press('x');
    press('\u001B[A');
    press('q');
    expect(await ended).toBe(1);
    expect(raw).toEqual([true, false]);
  });

  test('a change cuts a check short: the new text is linted at once', async () => {
    const { file, port, asked, ended, press, until, server } = await sit(['fine', 'hangs']);
    while (!asked.includes('/hangs')) await once(server, 'request');
    writeFileSync(file, listOf(port, ['fine']));
    expect(await until(/q quits/)).toContain('1 link: 1 alive');
    press('q');
    await ended;
  });
});

describe('keys', () => {
  const keyboardOf = (isTTY: boolean) => {
    const raw: boolean[] = [];
    const events = new EventEmitter();
    return Object.assign(events, { isTTY, raw, setRawMode: (on: boolean) => raw.push(on), resume() {}, pause() {} });
  };

  test.each([
    ['q', ['quit']],
    ['\u0004', ['quit']],
    ['A', ['all']],
    ['f', ['fix']],
    ['\u0003', ['interrupt']],
    ['z', []],
    ['qaf', []],
    ['constructor', []],
  ])('%j means %j', (key, expected) => {
    const heard: string[] = [];
    const keyboard = keyboardOf(true);
    const keys = startKeys(
      keyboard,
      (meaning) => heard.push(meaning),
      () => heard.push('interrupt'),
    );
    keyboard.emit('data', Buffer.from(key));
    keys.stop();
    keyboard.emit('data', Buffer.from(key));
    expect(heard).toEqual(expected);
    expect(keyboard.raw).toEqual([true, false]);
  });

  test('are not listened for where standard input is no terminal', () => {
    const keyboard = keyboardOf(false);
    expect(startKeys(keyboard, () => {}).listening).toBe(false);
    expect(keyboard.raw).toEqual([]);
    expect(keyboard.listenerCount('data')).toBe(0);
  });
});
