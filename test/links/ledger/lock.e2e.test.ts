import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processSpace, readClaim, withLock } from '../../../src/links/ledger/lock.js';
import { contend } from './contend.js';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, 'ledger.jsonl.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** No process has this id. */
const gone = 2 ** 22 + 1;
const longAgo = (file: string): void => utimesSync(file, new Date(1e12), new Date(1e12));

describe('a lock', () => {
  test('has one holder at a time, whatever it finds there, and leaves nothing', async () => {
    expect(await contend(lock, 24, 4, { utimes: longAgo })).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['an empty file', ''],
    ['half a file', '{"pid":'],
    ['a file that names nobody', '{"at":1}'],
    ['the file of a process that is gone', JSON.stringify({ pid: gone, at: Date.now() })],
    ['that of one of this container', JSON.stringify({ pid: gone, at: Date.now(), host: processSpace() })],
    ['a file of this process from long ago', JSON.stringify({ pid: process.pid, at: Date.now() - 3_600_000 })],
    ['a file from the future', JSON.stringify({ pid: process.pid, at: Date.now() + 3_600_000 })],
    ['an id that is no process', JSON.stringify({ pid: -1, at: Date.now() })],
  ])('replaces %s at once', async (_, text) => {
    writeFileSync(lock, text);
    longAgo(lock);
    let held = false;
    await withLock(lock, Date.now, async () => {
      held = true;
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    });
    expect([held, readdirSync(folder)]).toEqual([true, []]);
  });

  test.each([
    ['a living process', { pid: process.ppid, at: Date.now(), host: processSpace() }],
    ['another container of this name', { pid: gone, at: Date.now(), host: `${hostname()} pid:[1]` }],
    ['another machine', { pid: gone, at: Date.now(), host: 'elsewhere.test' }],
  ])('waits for %s and takes nothing of it', async (_, holder) => {
    const text = JSON.stringify(holder);
    writeFileSync(lock, text);
    let entered = false;
    const waiting = withLock(lock, Date.now, async () => {
      entered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([entered, readFileSync(lock, 'utf8')]).toEqual([false, text]);
    rmSync(lock);
    await waiting;
    expect(entered).toBe(true);
  });

  test.skipIf(process.platform === 'win32').each([
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link to another file', (path: string) => symlinkSync('other', path)],
    ['a link to itself', (path: string) => symlinkSync('ledger.jsonl.lock', path)],
  ])('is refused in one sentence where %s has its name, which stays', async (_, make) => {
    writeFileSync(join(folder, 'other'), '');
    longAgo(join(folder, 'other'));
    make(lock);
    const entering = withLock(lock, Date.now, () => Promise.reject(new Error('entered')));
    await expect(entering).rejects.toThrow(`ledger: ${lock} is not a regular file; delete it`);
    expect(readdirSync(folder).sort()).toEqual(['ledger.jsonl.lock', 'other']);
  });

  test.skipIf(process.platform === 'win32')('passes over leftovers that are no files', async () => {
    const leftovers = [`${lock}.a.next`, `${lock}.b.new`];
    for (const path of leftovers) execFileSync('mkfifo', [path]);
    let held = false;
    await withLock(lock, Date.now, async () => {
      held = true;
    });
    expect([held, readdirSync(folder)]).toEqual([true, leftovers.map((path) => basename(path))]);
  });

  test('of a few bytes is all that is read of a large file', async () => {
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, at: Date.now() }).padEnd(1_000_000));
    expect((await readClaim(lock))?.text).toHaveLength(4096);
  });

  test('is not removed by a process that it was taken from', async () => {
    const other = JSON.stringify({ pid: process.ppid, at: Date.now() });
    const working = withLock(lock, Date.now, async (held) => {
      await held.assert();
      writeFileSync(`${lock}.other`, other);
      rmSync(lock);
      writeFileSync(lock, other);
      await held.assert();
    });
    await expect(working).rejects.toThrow('another run has taken over');
    expect(readFileSync(lock, 'utf8')).toBe(other);
  });

  test('is released when the work fails', async () => {
    const failing = withLock(lock, Date.now, () => Promise.reject(new Error('the disk is gone')));
    await expect(failing).rejects.toThrow('the disk is gone');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is taken over past the claim of a process that was killed while it took over', async () => {
    writeFileSync(lock, JSON.stringify({ pid: gone, at: Date.now() }));
    // The claim gets its name from the lock, which only the lock itself knows: a first taker makes it, and dies.
    let claim = '';
    await withLock(lock, Date.now, async () => {});
    writeFileSync(lock, JSON.stringify({ pid: gone, at: Date.now() }));
    const { claimOf, readClaim } = await import('../../../src/links/ledger/lock.js');
    const seen = await readClaim(lock);
    claim = claimOf(lock, seen ?? { id: '', text: '', modified: 0 });
    writeFileSync(claim, JSON.stringify({ pid: gone, at: Date.now() }));
    await withLock(lock, Date.now, async () => {});
    expect(readdirSync(folder)).toEqual([]);
  });
});
