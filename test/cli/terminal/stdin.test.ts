import { closeSync, openSync } from 'node:fs';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readStdin } from '../../../src/cli/terminal/stdin.js';

const stderr = { write: () => true } as never;
const from = (fd: number, text: string) => ({
  stdin: Object.assign(Readable.from([Buffer.from(text)]), { fd }) as never,
  stderr,
});

test('a folder as standard input is an error', async () => {
  const fd = openSync(import.meta.dirname, 'r');
  await expect(readStdin(from(fd, ''))).rejects.toThrow('standard input is a folder; pass a file');
  closeSync(fd);
});

test('a file as standard input is read', async () => {
  const fd = openSync(import.meta.filename, 'r');
  expect(Buffer.from(await readStdin(from(fd, '# Looms\n'))).toString()).toBe('# Looms\n');
  closeSync(fd);
});
