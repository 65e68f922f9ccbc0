import { EventEmitter, once } from 'node:events';
import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startWatcher } from '../../src/fs/watcher.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-')));
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A watcher whose changes can be waited for. */
function watching(options: Parameters<typeof startWatcher>[1] = {}) {
  const changes = new EventEmitter();
  const told: string[][] = [];
  const watcher = startWatcher((files) => {
    told.push(files.map((file) => file.slice(folder.length + 1)));
    changes.emit('change');
  }, options);
  stops.push(watcher.close);
  return { watcher, told, next: () => once(changes, 'change') };
}

const slow = { quiet: 10, away: 50, poll: 100_000 };
const polling = {
  times: { quiet: 5, away: 20, poll: 20 },
  watchFolder: (() => {
    throw Object.assign(new Error(), { code: 'ENOSPC' });
  }) as never,
};

describe.each([
  ['with the events of the system', { times: slow }],
  ['by looking, where there are none', polling],
])('%s', (name, options) => {
  const file = join(folder, `${name.slice(0, 4)}.md`);

  test('a file that is written, put in place of another, taken away and made again has changed', async () => {
    writeFileSync(file, 'one');
    const { watcher, told, next } = watching(options);
    await watcher.watch([file]);
    const steps = [
      () => writeFileSync(file, 'two, longer'),
      () => {
        writeFileSync(`${file}.new`, 'three');
        renameSync(`${file}.new`, file);
      },
      () => rmSync(file),
      () => writeFileSync(file, 'four, again'),
    ];
    for (const [index, step] of steps.entries()) {
      const changed = next();
      step();
      await changed;
      expect(told).toHaveLength(index + 1);
    }
  });

  test('a file that is not there yet, and not one beside it', async () => {
    const coming = join(folder, `${name.slice(0, 4)}.coming`);
    const { watcher, told, next } = watching(options);
    await watcher.watch([coming]);
    const changed = next();
    writeFileSync(`${coming}.other`, 'x');
    writeFileSync(coming, 'x');
    await changed;
    expect(told).toEqual([[`${name.slice(0, 4)}.coming`]]);
  });

  test('what was accepted is known, whenever it is looked at', async () => {
    writeFileSync(file, 'a');
    const { watcher, told } = watching({ ...options, times: { quiet: 1, away: 1, poll: 1 } });
    await watcher.watch([file]);
    for (let length = 2; length < 200; length++) {
      writeFileSync(file, 'a'.repeat(length));
      await watcher.accept();
    }
    expect(told).toEqual([]);
  });

  test('what was accepted is known, and the next change is not', async () => {
    const other = join(folder, `${name.slice(0, 4)}.other`);
    writeFileSync(file, 'a');
    writeFileSync(other, 'a');
    const { watcher, told, next } = watching({ ...options, times: { ...options.times, quiet: 100 } });
    await watcher.watch([file, other]);
    const changed = next();
    writeFileSync(file, 'changed by ourselves');
    await watcher.accept();
    writeFileSync(other, 'changed by another');
    await changed;
    expect(told).toEqual([[`${name.slice(0, 4)}.other`]]);
  });
});
