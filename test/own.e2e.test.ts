import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from '../src/parse/parse.js';
import { listwright } from './cli/command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const below = (folder: string): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

test('our own documents pass our own linter, links to files and anchors included', async () => {
  const guides = ['ARCHITECTURE.md', 'AGENTS.md', 'CONTRIBUTING.md'];
  const files = ['README.md', ...guides, 'CHANGELOG.md', 'rules/README.md', 'editors/vscode/README.md'];
  const documents = [...files, ...below('docs')];
  expect(documents.length).toBeGreaterThan(100);
  const args = ['check', ...documents, '--offline', '--no-ledger', '--preset', 'minimal', '-r', 'json'];
  const { findings, links } = JSON.parse((await listwright(root, args)).stdout);
  expect(findings).toEqual([]);
  expect(links.filter(({ verdict }: { verdict: string }) => verdict === 'broken')).toEqual([]);
});

test('each page is led to from the README or from a page that is', () => {
  const seen = new Set<string>();
  const follow = (path: string): void => {
    if (seen.has(path) || !path.endsWith('.md')) return;
    seen.add(path);
    const text = readFileSync(root + path, 'utf8');
    for (const { sort, url } of parse(text).links)
      if (sort === 'local') follow(posix.normalize(posix.join(posix.dirname(path), url.replace(/#.*/, ''))));
  };
  follow('README.md');
  expect(below('docs').filter((path) => !seen.has(path))).toEqual([]);
});
