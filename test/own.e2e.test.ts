import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Report } from '../src/model/report.js';
import { listwright } from './cli/command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const below = (folder: string): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const guides = ['ARCHITECTURE.md', 'AGENTS.md', 'CONTRIBUTING.md'];
const files = ['README.md', ...guides, 'CHANGELOG.md', 'rules/README.md', 'editors/vscode/README.md'];
const documents = [...files, ...below('docs')];
let report: Report;
beforeAll(async () => {
  const args = ['check', ...documents, '--offline', '--no-ledger', '--preset', 'minimal', '-r', 'json'];
  report = JSON.parse((await listwright(root, args)).stdout) as Report;
});

test('our own documents pass our own linter, links to files and anchors included', () => {
  expect(documents.length).toBeGreaterThan(100);
  expect(report.findings).toEqual([]);
  expect(report.links.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
});

test('each page is led to from the README or from a page that is', () => {
  const targets = new Map<string, string[]>(documents.map((path) => [path, []]));
  for (const { url, occurrences } of report.links)
    for (const { path } of URL.canParse(url) ? [] : occurrences)
      targets.get(path)?.push(posix.normalize(posix.join(posix.dirname(path), url.replace(/#.*/, ''))));
  const seen = new Set<string>();
  const follow = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const target of targets.get(path) ?? []) follow(target);
  };
  follow('README.md');
  expect(below('docs').filter((path) => !seen.has(path))).toEqual([]);
});
