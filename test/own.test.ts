import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/model/report.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  'rules/README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('our own documents pass our own', () => {
  test.each([['lint'], ['check', '--offline']])('%s %s', (...words) => {
    const text = execFileSync(
      process.execPath,
      ['dist/cli.js', ...words, ...pages, '--preset', 'minimal', '--no-config', '--no-cache', '-r', 'json'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
    );
    const report = JSON.parse(text) as Report;
    expect(report.stats.files).toBe(pages.length);
    expect(report.findings.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`)).toEqual([]);
    // That nothing is wrong says something only where there was something to look at.
    if (words.includes('--offline')) expect(report.stats.links.alive).toBeGreaterThan(100);
  });
});
