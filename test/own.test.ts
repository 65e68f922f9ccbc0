import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('our own documents pass our own linter', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'rules/README.md',
    'docs/api.md',
    'docs/links.md',
    'docs/coming-from.md',
    'docs/editors.md',
    'editors/vscode/README.md',
  ];
  const text = execFileSync(process.execPath, ['dist/cli.js', 'lint', ...files, '--preset', 'minimal', '-r', 'json'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(JSON.parse(text).findings).toEqual([]);
});
