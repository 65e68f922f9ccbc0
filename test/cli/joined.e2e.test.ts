import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, listwright, oneError } from './command.js';

test('a report that a shell has marked as Unicode is read; one that holds more than a mark in front is not', async () => {
  const folder = folderOf({ 'README.md': oneError });
  await listwright(folder, ['lint', '-r', 'json=one.json']);
  const text = readFileSync(join(folder, 'one.json'), 'utf8');
  writeFileSync(join(folder, 'marked.json'), `\uFEFF${text}`);
  writeFileSync(join(folder, 'odd.json'), `?${text}`);
  const { status, stdout } = await listwright(folder, ['merge', 'marked.json']);
  expect(stdout).toBe(text);
  expect(status).toBe(1);
  expect((await listwright(folder, ['merge', 'odd.json'])).stderr).toContain('odd.json: not valid JSON');
});
