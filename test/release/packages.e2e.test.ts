import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { archiveNames, packageFiles } from '../../scripts/release/packages.js';

const names = Object.values(archiveNames);
const archives = names.map((name, index) => ({ name, sha256: String(index + 1).repeat(64) }));
const files = packageFiles('1.2.3', archives);
const base = 'https://github.com/listwright/listwright/releases/download/v1.2.3';

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly strategy?: { readonly matrix: { readonly include: readonly { readonly archive: string }[] } } }
    >
  >;
}

describe('the packages of a release', () => {
  test('have the sums of all archives, as sha256sum reads them', () => {
    expect(files.SHA256SUMS?.split('\n').slice(0, -1)).toEqual(
      archives.map(({ name, sha256 }) => `${sha256}  ${name}`),
    );
  });

  test('the formula has an archive and its hash for each of four platforms', () => {
    const pairs = [...(files['listwright.rb'] ?? '').matchAll(/url "(.*)"\n\s+sha256 "(.*)"/g)];
    expect(new Map(pairs.map(([, url, hash]) => [url, hash]))).toEqual(
      new Map(
        archives.filter(({ name }) => name.endsWith('.gz')).map(({ name, sha256 }) => [`${base}/${name}`, sha256]),
      ),
    );
  });

  test.skipIf(spawnSync('ruby', ['--version']).error !== undefined)('the formula is Ruby', () => {
    const { status, stderr } = spawnSync('ruby', ['-c'], { input: files['listwright.rb'], encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('the manifest of Scoop names the executable and how it is updated', () => {
    expect(JSON.parse(files['listwright.json'] ?? '')).toMatchObject({
      version: '1.2.3',
      architecture: { '64bit': { url: `${base}/${archiveNames.windowsX64}`, hash: '5'.repeat(64) } },
      bin: 'listwright.exe',
      autoupdate: {
        architecture: { '64bit': { url: `${base.replace('1.2.3', '$version')}/${archiveNames.windowsX64}` } },
      },
    });
  });

  test.each([
    ['v1.2.3', archives],
    ['1.2.3', archives.slice(1)],
    ['1.2.3', archives.map((each) => ({ ...each, sha256: 'none' }))],
  ])('are refused for version %s with %j', (version, given) => {
    expect(() => packageFiles(version, given)).toThrow();
  });

  test('the release builds each archive', () => {
    const path = fileURLToPath(new URL('../../.github/workflows/release.yml', import.meta.url));
    const { jobs } = parse(readFileSync(path, 'utf8')) as Workflow;
    expect(jobs.binary?.strategy?.matrix.include.map(({ archive }) => archive).sort()).toEqual([...names].sort());
  });
});
