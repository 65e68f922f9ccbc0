import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRepositoryPath, readArtifact } from '../../src/github/artifact.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artifact-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('only a regular file of UTF-8 and of a fair size is read', async () => {
  await writeFile(join(folder, 'good.json'), '{"ä":1}');
  await writeFile(join(folder, 'latin.json'), Buffer.from([0x22, 0xe4, 0x22]));
  await writeFile(join(folder, 'big.json'), '');
  await truncate(join(folder, 'big.json'), 10 * 1024 * 1024 + 1);
  await symlink(join(folder, 'good.json'), join(folder, 'link.json'));
  expect(await readArtifact(folder, 'good.json')).toEqual({ text: '{"ä":1}' });
  for (const name of ['latin.json', 'big.json', 'link.json', 'none.json', '../good.json']) {
    expect(await readArtifact(folder, name), name).toHaveProperty('refused');
  }
});

test.each([
  ['docs/a..b.md', true],
  ['docs/../b.md', false],
  ['/etc/x', false],
  ['C:\\x', false],
  ['a\\..\\b', false],
  ['readme.md', true],
])('%s inside: %s', (path, inside) => {
  expect(isRepositoryPath(path)).toBe(inside);
});
