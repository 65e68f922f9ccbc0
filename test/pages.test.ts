import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { groups } from '../scripts/sync/configuration-page.js';
import { configSchema } from '../src/config/schema.js';
import { reasonWords, remedies } from '../src/model/reasons.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

test('every picture is what the command prints today, and small', () => {
  const jiti = join(root, 'node_modules', 'jiti', 'lib', 'jiti-cli.mjs');
  const { status, stderr } = spawnSync(process.execPath, [jiti, 'scripts/pictures.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const pictures = ['docs/demo.svg', ...globSync('docs/pictures/*.svg', { cwd: root })];
  expect(pictures.filter((path) => statSync(join(root, path)).size > 60_000)).toEqual([]);
  const pages = globSync(['README.md', 'docs/*.md'], { cwd: root }).map(textOf).join('\n');
  for (const path of pictures) expect(pages).toContain(path.replace(/\\/g, '/').replace(/^docs\//, ''));
});

describe('the page on verdicts', () => {
  const explained = remedies.flatMap(({ reasons }) => reasons);

  test('explains each reason that has words, once', () => {
    expect([...explained].sort()).toEqual(Object.keys(reasonWords).sort());
  });

  test('knows every reason that the code gives', () => {
    const files = globSync('src/links/**/*.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(50);
    const given = files.flatMap((path) =>
      [
        ...textOf(path).matchAll(/\breason: '([a-z0-9-]+)'/g),
        ...textOf(path).matchAll(/\b(?:gone|missing)\(\s*'([a-z0-9-]+)'/g),
        ...textOf(path).matchAll(/'(?:broken|moved|suspect|unreachable|unverifiable|skipped)',\s*'([a-z0-9-]+)'/g),
      ].map((match) => match[1] ?? ''),
    );
    expect(given).toContain('http-5xx');
    // A list of verdicts has the same form as a verdict with its reason; the first is told from the code of failures.
    const verdicts = [
      'broken',
      'moved',
      'suspect',
      'unreachable',
      'unverifiable',
      'skipped',
      'alive',
      'tls-incomplete',
    ];
    const unknown = new Set(given.filter((reason) => !explained.includes(reason) && !verdicts.includes(reason)));
    expect([...unknown]).toEqual([]);
  });

  test('shows each of them', () => {
    const page = textOf('docs/verdicts.md');
    for (const reason of explained) expect(page).toContain(`- \`${reason}\`: ${reasonWords[reason]}`);
  });
});

test('the reference of the configuration has each key in one group', () => {
  const named = groups.flatMap(([, keys]) => keys);
  expect([...named].sort()).toEqual(Object.keys(configSchema([]).entries).sort());
});

test('each page of docs is named by their index', () => {
  const index = textOf('docs/README.md');
  for (const path of globSync('docs/*.md', { cwd: root })) {
    const name = path.replace(/^docs[\\/]/, '');
    if (name !== 'README.md') expect(index, name).toContain(`(${name})`);
  }
});
