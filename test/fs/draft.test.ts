import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeText } from '../../src/fs/write.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'draft-'));
/** No process has this id. */
const gone = 2 ** 22 + 1;

test('a file is replaced, keeps its mode, and nothing is left next to it', async () => {
  const at = folder();
  const file = join(at, 'list.md');
  writeFileSync(file, 'before');
  chmodSync(file, 0o640);
  await writeText(file, 'after');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['after', 0o640]);
  await writeText(join(at, 'new.md'), 'new');
  expect(readdirSync(at).sort()).toEqual(['list.md', 'new.md']);
});

test('a link stays one, and its target is replaced', async () => {
  const at = folder();
  writeFileSync(join(at, 'list.md'), 'before');
  symlinkSync('list.md', join(at, 'link.md'));
  await writeText(join(at, 'link.md'), 'after');
  expect(readFileSync(join(at, 'list.md'), 'utf8')).toBe('after');
  expect(readdirSync(at).sort()).toEqual(['link.md', 'list.md']);
});

test('what a killed run has left of the file is removed, and nothing else', async () => {
  const at = folder();
  const others = [
    `.list.md.${process.ppid}-0123abcd.part`,
    `.other.md.${gone}-0123abcd.part`,
    `list.md.${gone}`,
    '.list.md.part',
  ];
  for (const name of [...others, `.list.md.${gone}-0123abcd.part`]) writeFileSync(join(at, name), 'half');
  await writeText(join(at, 'list.md'), 'whole');
  expect(readdirSync(at).sort()).toEqual([...others, 'list.md'].sort());
});
