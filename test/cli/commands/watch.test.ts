import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchCommand } from '../../../src/cli/commands/watch.js';
import { startKeys } from '../../../src/cli/terminal/keys.js';
import { folderOf } from '../command.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A loopback server that notes what it is asked for; `/gone` is not there, `/hangs` never answers. */
async function startServer(): Promise<{ server: Server; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/hangs') return;
    response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'text/html' });
    response.end(`<title>Looms</title><p>${'Warp and weft make cloth. '.repeat(40)}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, asked };
}

/** A list whose entries link to these paths of the server; the last description lacks its full stop. */
function listOf(port: number, paths: readonly string[]): string {
  const entries = paths.map((path) => `- [Loom ${path}](http://127.0.0.1:${port}/${path}) - Makes cloth of yarn`);
  return `# Awesome Looms\n\n## Looms\n\n${entries.join('.\n')}\n`;
}

/** Text that comes bit by bit; `until` gives what came since the last time, up to what matches. */
function listening() {
  let text = '';
  let from = 0;
  const arrived = new EventEmitter();
  return {
    hear(chunk: string) {
      text += chunk;
      arrived.emit('more');
    },
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const match = pattern.exec(text.slice(from));
        if (match !== null) {
          const end = from + match.index + match[0].length;
          const part = text.slice(from, end);
          from = end;
          return part;
        }
        await once(arrived, 'more');
      }
    },
  };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
});

describe('the built command', () => {
  function start(cwd: string, args: readonly string[]) {
    const { CI, FORCE_COLOR, ...env } = process.env;
    const child = spawn(process.execPath, [cli, ...args], { cwd, env });
    stops.push(() => child.kill('SIGKILL'));
    const heard = listening();
    child.stdout.setEncoding('utf8').on('data', heard.hear);
    child.stderr.setEncoding('utf8').on('data', heard.hear);
    return { child, until: heard.until, ended: once(child, 'close') };
  }

  test('lints again what changed, by writing over it and by renaming, and ends with 130', async () => {
    const folder = folderOf({ 'README.md': listOf(1, ['a']) });
    const { child, until, ended } = start(folder, ['lint', '--watch', '--rule', 'description-end=error']);
    expect(await until(/Watching README\.md: Ctrl-C ends\.\n/)).toContain('should end with a period');
    writeFileSync(join(folder, 'README.md'), listOf(1, ['a']).replace(/yarn\n/, 'yarn.\n'));
    expect(await until(/Watching/)).not.toContain('should end with a period');
    writeFileSync(join(folder, '.README.md.new'), listOf(1, ['a', 'b']));
    renameSync(join(folder, '.README.md.new'), join(folder, 'README.md'));
    expect(await until(/Watching/)).toContain('should end with a period');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
  });

  test('takes a configuration that comes, says what is wrong with it, and goes on', async () => {
    const folder = folderOf({ 'README.md': listOf(1, ['a']) });
    const { until } = start(folder, ['lint', '--watch']);
    expect(await until(/Watching/)).toContain('description-end');
    const config = join(folder, 'listwright.config.json');
    writeFileSync(config, '{ "rules": { "description-ends": "off" } }');
    expect(await until(/Watching; .*\n/)).toContain('did you mean "description-end"?');
    writeFileSync(config, '{ "rules": { "description-end": "off" } }');
    expect(await until(/Watching README\.md and the configuration/)).not.toContain('full stop');
  });

  test('rewrites reports in files', async () => {
    const folder = folderOf({ 'README.md': listOf(1, ['a']) });
    const { until } = start(folder, ['lint', '--watch', '-r', 'json=report.json']);
    await until(/Watching/);
    const entries = (): number => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).stats.entries;
    expect(entries()).toBe(1);
    writeFileSync(join(folder, 'README.md'), listOf(1, ['a', 'b']));
    await until(/Watching/);
    expect(entries()).toBe(2);
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
    expect(await until(/so far\./)).toContain('Interrupted, with 1 of 2 links still to ask');
    expect(await ended).toEqual([130, null]);
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).toContain('/fine');
  });
});

describe('at a terminal', () => {
  /** Watches a list in this process, with a keyboard and a screen of ours. */
  async function sit(paths: readonly string[]) {
    const { server, port, asked } = await startServer();
    const folder = folderOf({ 'README.md': listOf(port, paths) });
    const file = join(folder, 'README.md');
    const heard = listening();
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        heard.hear(String(text));
        return true;
      });
    const raw: boolean[] = [];
    const keyboard = Object.assign(new EventEmitter(), {
      isTTY: true,
      setRawMode: (on: boolean) => raw.push(on),
      resume() {},
      pause() {},
    });
    const flags = { ledger: false, config: false, allowPrivate: true, confirmAfter: '20ms', watch: true, color: false };
    const call = { command: 'check', paths: [file], flags, special: { fix: null, since: null } } as const;
    const ended = watchCommand(call, { keyboard, onTerminal: true });
    stops.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const press = (key: string) => keyboard.emit('data', Buffer.from(key));
    return { file, port, asked, raw, ended, press, server, until: heard.until };
  }

  test('what lint says comes first, then the links; only new ones are asked; a asks all, f mends, q quits', async () => {
    const { file, port, asked, raw, ended, press, until } = await sit(['fine', 'other']);
    expect(await until(/Asking 2 links …\n/)).toMatch(/full stop[\s\S]*2 links: 2 still to ask/);
    const first = await until(/q quits, a rechecks all links, f applies the \w+ ?\w* fix(?:es)?/);
    expect(first).toContain('\u001B[H\u001B[2J');
    expect(first).toContain('2 links: 2 alive');
    expect(asked.splice(0).sort()).toEqual(['/fine', '/other']);

    writeFileSync(file, listOf(port, ['fine', 'other', 'gone']));
    await until(/Asking 1 link …/);
    expect(await until(/q quits/)).toContain('the page is not there (404 twice');
    expect(asked.splice(0)).toEqual(['/gone', '/gone']);

    // Words that change ask nobody.
    writeFileSync(file, listOf(port, ['fine', 'other', 'gone']).replaceAll('cloth', 'linen'));
    expect(await until(/q quits/)).not.toContain('Asking');
    expect(asked).toEqual([]);

    press('a');
    await until(/q quits/);
    expect(asked.splice(0).sort()).toEqual(['/fine', '/gone', '/gone', '/other']);

    press('f');
    await until(/fix(?:es)? applied[\s\S]*q quits/);
    expect(readFileSync(file, 'utf8')).toMatch(/yarn\.\n$/);
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
