import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
const rows = [...read('docs/security.md').matchAll(/^\| .+ \| `(test\/[^`]+)`: (.+) \|$/gm)].map(
  ([, file = '', name = '']) => [file, name] as const,
);

describe('what docs/security.md promises', () => {
  test('is held by tests that it names', () => expect(rows.length).toBeGreaterThan(8));

  test.each(rows)('%s has a test that says: %s', (file, name) => {
    expect(read(file)).toContain(name);
  });
});
