import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderOf, listwright, oneError, oneFault } from './command.js';

const colourMark = String.fromCharCode(27);

describe('the exit status', () => {
  const folder = folderOf({ 'README.md': oneError });
  test.each([
    [['lint'], 1],
    [['lint', '--rule', 'fragment-resolves=warning'], 0],
    [['lint', '--rule', 'fragment-resolves=warning', '--max-warnings', '1'], 0],
    [['lint', '--rule', 'fragment-resolves=warning', '--max-warnings', '0'], 1],
    [['lint', '--rule', 'fragment-resolves=info', '--max-warnings', '0'], 0],
    [['lint', '--rule', 'fragment-resolves=off'], 0],
    [['links', '--offline', '--no-ledger'], 1],
    [['links', '--offline', '--no-ledger', '--rule', 'link-broken=warning', '--rule', 'fragment-resolves=off'], 0],
    [['--version'], 0],
    [['--help'], 0],
    [['lint', '--help'], 0],
    [['lint', '--concurrency', '4'], 1],
  ])('%j ends with %i', async (args, status) => {
    expect(await listwright(folder, args)).toMatchObject({ status, stderr: '' });
  });
});

describe('reports', () => {
  const folder = folderOf({ 'README.md': oneError });

  test('json on standard output, alone', async () => {
    const { stdout, stderr } = await listwright(folder, ['lint', '-r', 'json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      run: { command: 'lint', interrupted: false },
      stats: { files: 1, sections: 1, entries: 3, findings: { error: 1, warning: 0, info: 0, suppressed: 0 } },
      findings: [{ rule: 'fragment-resolves', path: 'README.md', start: { line: 6 }, fix: null }],
      links: [],
    });
  });

  test('json into a file beside pretty on standard output', async () => {
    const { stdout } = await listwright(folder, ['lint', '-r', 'pretty', '-r', 'json=out.json']);
    expect(stdout).toContain('fragment-resolves');
    expect(JSON.parse(readFileSync(`${folder}/out.json`, 'utf8')).findings).toHaveLength(1);
  });

  test('--quiet shows errors only', async () => {
    const quiet = await listwright(folder, ['lint', '-q', '--rule', 'fragment-resolves=warning']);
    expect(quiet.stdout).not.toContain('#shuttle');
    expect((await listwright(folder, ['lint', '-q'])).stdout).toContain('#shuttle');
  });

  test('colour only where it is wanted', async () => {
    const coloured = async (env: NodeJS.ProcessEnv, ...args: string[]) =>
      (await listwright(folder, ['lint', ...args], { env })).stdout.includes(colourMark);
    expect(await coloured({})).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await coloured({ FORCE_COLOR: '0' })).toBe(false);
  });

  test('as wide as it is told without a terminal', async () => {
    const widest = async (env: NodeJS.ProcessEnv): Promise<number> => {
      const { stdout } = await listwright(folder, ['lint', '--preset', 'awesome-strict'], { env });
      return Math.max(...stdout.split('\n').map(({ length }) => length));
    };
    expect(await widest({})).toBeLessThanOrEqual(80);
    expect(await widest({ COLUMNS: '50' })).toBeLessThanOrEqual(50);
    expect(await widest({ COLUMNS: '120' })).toBeGreaterThan(80);
    expect(await widest({ COLUMNS: 'many' })).toBeLessThanOrEqual(80);
  });

  test('standard input under its assumed name', async () => {
    const args = ['lint', '-', '--stdin-filename', 'docs/looms.md', '-r', 'json'];
    const { stdout } = await listwright(folder, args, { input: oneError });
    expect(JSON.parse(stdout).findings[0].path).toBe('docs/looms.md');
  });

  test('several lists, by path, each once', async () => {
    const many = folderOf({ 'b.md': oneError, 'a.md': oneError });
    const { stdout } = await listwright(many, ['lint', 'b.md', '*.md', '-r', 'json']);
    expect(JSON.parse(stdout).findings.map((finding: { path: string }) => finding.path)).toEqual(['a.md', 'b.md']);
  });
});

describe('tree and rules', () => {
  const folder = folderOf({ 'README.md': oneFault });

  test('tree draws, and gives data', async () => {
    expect((await listwright(folder, ['tree'])).stdout).toContain('Warp');
    const tree = JSON.parse((await listwright(folder, ['tree', '--json'])).stdout);
    expect(tree).toMatchObject({
      type: 'list',
      title: 'Awesome Looms',
      children: [{ type: 'section', role: 'content' }],
    });
  });

  test('rules lists, explains, and gives data', async () => {
    expect((await listwright(folder, ['rules'])).stdout).toMatch(/description-end/);
    expect((await listwright(folder, ['rules', 'description-end'])).stdout).toMatch(/style/);
    const all = JSON.parse((await listwright(folder, ['rules', '--json'])).stdout);
    expect(all.length).toBeGreaterThanOrEqual(15);
    expect(JSON.parse((await listwright(folder, ['rules', 'description-end', '--json'])).stdout).id).toBe(
      'description-end',
    );
  });

  test('rules --effective tells the preset and the rules of a file', async () => {
    const { stdout } = await listwright(folder, ['rules', '--effective', 'README.md', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ path: 'README.md', preset: 'awesome' });
  });

  test('a list in tiers gets the preset of roadmaps', async () => {
    const tiers =
      '# Path\n\n## Loom\n\n- **Tier 1: Warp**\n  - [A](https://a.example/)\n- **Tier 2: Weft**\n  - [B](https://b.example/)\n';
    const { stdout } = await listwright(folderOf({ 'README.md': tiers }), ['rules', '--effective', '.', '--json']);
    expect(JSON.parse(stdout).preset).toBe('roadmap');
  });
});
