import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/lint/unified-diff.js';

const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'listwright-diff-'));
  await run('git', ['init', '-q', folder]);
  await run('git', ['-C', folder, 'config', 'core.autocrlf', 'false']);
});
afterAll(() => rm(folder, { recursive: true }));

/** What real git makes of the diff. */
async function applied(path: string, before: string, after: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, before);
  await writeFile(join(folder, 'change.patch'), await unifiedDiff(path, before, after));
  await run('git', ['-C', folder, 'apply', 'change.patch']);
  return readFile(file, 'utf8');
}

describe('unifiedDiff', () => {
  it.each([
    ['a plain change', 'README.md', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['Windows line endings', 'README.md', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['line endings that change', 'README.md', 'a\r\nb\r\n', 'a\nb\n'],
    ['a missing final newline', 'README.md', 'a\nb', 'a\nB'],
    ['a final newline that is added', 'README.md', 'a\nb', 'a\nb\n'],
    ['a final newline that is taken', 'README.md', 'a\nb\n', 'a\nb'],
    ['a byte order mark', 'README.md', '\ufeff# A\n', '\ufeff# B\n'],
    ['a byte order mark that is taken', 'README.md', '\ufeff# A\n', '# A\n'],
    ['a path with spaces', 'my lists/read me 1.md', 'a\n', 'b\n'],
    ['a path with quotes and other scripts', 'é/列"表.md', 'a\n', 'b\n'],
    ['a path from here', './docs/a.md', 'a\n', 'b\n'],
    ['lone carriage returns and line separators', 'README.md', 'a\rb\u2028c\nd\n', 'a\rb\u2028C\nd\n'],
    ['lines that look like a patch', 'README.md', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n', '--- a/x\n+++ b/y\n@@ -1 +1 @@\n'],
  ])('is applied by git: %s', async (_, path, before, after) => {
    expect(await applied(path, before, after)).toBe(after);
  });

  it('is empty when nothing changes', async () => {
    expect(await unifiedDiff('README.md', 'a\n', 'a\n')).toBe('');
  });

  it('is applied by git whatever changes', async () => {
    const line = fc.constantFrom('', 'a', 'b', '- [c](d)', '# e', '+', '-', '\\ No newline at end of file');
    const text = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, eol, final]) => lines.join(eol) + (final ? eol : ''))
      .filter((one) => one !== '');
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        fc.pre(before !== after);
        expect(await applied('README.md', before, after)).toBe(after);
      }),
      { numRuns: 40 },
    );
  });
});
