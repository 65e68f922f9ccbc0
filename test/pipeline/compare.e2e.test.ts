import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Base, findBase } from '../../src/git/base.js';
import { openBases } from '../../src/pipeline/base-state.js';
import { folderOf, listwright } from '../cli/command.js';
import { bare, repository as newRepository, repositoryWith } from '../git/repository.js';

/** A list of entries with a fault each: `*` bullets, small letters, no full stop. */
const faulty = (count: number): string =>
  `# Awesome Looms\n\nMachines that make cloth.\n\n## Looms\n\n${Array.from(
    { length: count },
    (_, index) =>
      `* [Loom ${String(index).padStart(3, '0')}](http://l${index}.looms.test/)  - makes cloth by hand all day`,
  ).join('\n')}\n`;
const added = [
  '* [Reed]( http://reed.looms.test/)  -  beats the github weft',
  '* [Shed](http://shed.looms.test/)  - opens for the shuttle',
];

/** A repository whose list has two more lines than at its only commit. */
function repository(text: string, more: Readonly<Record<string, string>> = {}) {
  const { root: folder, git } = repositoryWith({ 'README.md': text, ...more });
  const write = (name: string, next: string): void => writeFileSync(join(folder, name), next);
  return { folder, git, write, read: (): string => readFileSync(join(folder, 'README.md'), 'utf8') };
}

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly start: { readonly line: number };
  readonly fix: object | null;
}
async function found(folder: string, ...args: readonly string[]): Promise<readonly Found[]> {
  const { stdout } = await listwright(folder, [...args, '-r', 'json']);
  return (JSON.parse(stdout) as { findings: Found[] }).findings;
}

/** Puts lines before the tenth entry, on lines 16 and 17. */
function withLines(text: string, lines: readonly string[]): string {
  const all = text.split('\n');
  return [...all.slice(0, 15), ...lines, ...all.slice(15)].join('\n');
}

describe('a change of two lines in a list of old faults', () => {
  const base = faulty(60);
  const head = withLines(base, added);

  test('only these lines are reported, in words about them', async () => {
    const { folder, write } = repository(base);
    write('README.md', head);
    const findings = await found(folder, 'lint', '--since', 'HEAD');
    expect(findings.length).toBeGreaterThanOrEqual(3);
    expect(findings.filter(({ start }) => start.line !== 16 && start.line !== 17)).toEqual([]);
    expect(findings.filter(({ message }) => /\b(?:60|61|62)\b/.test(message))).toEqual([]);
    // The near miss: the whole list is one finding for each of its faults.
    expect((await found(folder, 'lint')).some(({ message }) => /\b6[012]\b/.test(message))).toBe(true);
  });

  test.each([['--fix'], ['--fix=unsafe']])('%s changes no other line', async (fix) => {
    const { folder, write, read } = repository(base);
    write('README.md', head);
    await listwright(folder, ['lint', '--preset', 'awesome-strict', '--since', 'HEAD', fix]);
    const [was, now] = [head.split('\n'), read().split('\n')];
    expect(now).toHaveLength(was.length);
    expect(now.flatMap((line, index) => (line === was[index] ? [] : [index + 1]))).toEqual([16, 17]);
    expect(now[15]).toContain('reed.looms.test/) - ');
  });

  test('--fix-dry-run and --staged show the same lines, and write nothing', async () => {
    const { folder, git, write, read } = repository(base);
    write('README.md', head);
    git('add', '-A');
    for (const more of [[], ['--staged']]) {
      const { stdout } = await listwright(folder, [
        'lint',
        '--preset',
        'awesome-strict',
        '--since',
        'HEAD',
        '--fix-dry-run',
        ...more,
      ]);
      expect(stdout.match(/^-[^-].*/gm)?.length).toBe(2);
      expect(read()).toBe(head);
    }
  });

  test('many new places are one finding with their count and the first of them', async () => {
    const { folder, write } = repository(faulty(30));
    const lines = Array.from(
      { length: 25 },
      (_, index) => `* [New ${index}](http://n${index}.test/)  - makes cloth by foot`,
    );
    write('README.md', `${faulty(30)}${lines.join('\n')}\n`);
    const findings = await found(folder, 'lint', '--since', 'HEAD');
    expect(findings.filter(({ start }) => start.line < 37)).toEqual([]);
    expect(findings.filter(({ message }) => /\b55\b/.test(message))).toEqual([]);
  });

  test('a convention that the change turns over is not held against old lines', async () => {
    const dashes = faulty(12).replaceAll('\n* ', '\n- ');
    const { folder, write } = repository(dashes);
    const stars = Array.from({ length: 60 }, (_, index) => `* [New ${index}](http://n${index}.test/) - Weaves.`);
    write('README.md', `${dashes}${stars.join('\n')}\n`);
    const rules = ['--rule', 'entry-marker=error'];
    const findings = await found(folder, 'lint', '--since', 'HEAD', ...rules);
    expect(findings.filter(({ start }) => start.line < 19)).toEqual([]);
  });
});

describe('what a change takes away', () => {
  const linked = (target: string): string =>
    `# Awesome Looms\n\nMachines that make cloth.\n\n## Looms\n\n- [Warp](${target}) - Holds the warp.\n- [Weft](docs/never.md) - Brings the weft.\n`;
  const files = { 'docs/blue.md': '# Blue\n\n## Dye\n', 'docs/keep.md': '# Keep\n' };
  const rulesOf = async (folder: string): Promise<readonly string[]> =>
    (await found(folder, 'lint', '--since', 'HEAD~1')).map(({ rule, start }) => `${start.line} ${rule}`);

  test.each<[string, string, (folder: string) => void, string]>([
    ['a deleted file', 'docs/blue.md', (folder) => rmSync(`${folder}/docs/blue.md`), 'relative-target-exists'],
    [
      'a deleted folder',
      'docs/deep',
      (folder) => rmSync(`${folder}/docs/deep`, { recursive: true }),
      'relative-target-exists',
    ],
    [
      'a heading of another file',
      'docs/blue.md#dye',
      (folder) => writeFileSync(`${folder}/docs/blue.md`, '# Blue\n\n## Paint\n'),
      'fragment-resolves',
    ],
  ])('%s that an old line links to is reported', async (_, target, change, rule) => {
    const { folder, git } = repository(linked(target), { ...files, 'docs/deep/one.md': '# One\n' });
    change(folder);
    git('add', '-A');
    git('commit', '-m', 'Change');
    expect(await rulesOf(folder)).toEqual([`7 ${rule}`]);
  });

  test('a renamed file is, one that was missing before or is added is not', async () => {
    const { folder, git } = repository(linked('docs/blue.md'), files);
    mkdirSync(`${folder}/art`);
    git('mv', 'docs/blue.md', 'art/blue.md');
    writeFileSync(`${folder}/docs/new.md`, '# New\n');
    git('add', '-A');
    git('commit', '-m', 'Rename');
    expect(await rulesOf(folder)).toEqual(['7 relative-target-exists']);
  });
});

describe('line endings that git converts', () => {
  const endings = async (folder: string, ...args: readonly string[]): Promise<readonly string[]> =>
    (await found(folder, 'lint', '--preset', 'awesome-strict', ...args))
      .filter(({ rule, message }) => rule === 'file-encoding' && message.includes('CRLF'))
      .map(({ rule }) => rule);
  const windows = (text: string): string => text.replaceAll('\n', '\r\n');
  const text = '# Looms\n\n- [Warp](http://warp.test/)\n  of wood.\n';

  test.each<[string, readonly string[], string | null]>([
    ['core.autocrlf', ['config', 'core.autocrlf', 'true'], null],
    ['the attribute eol', ['config', 'core.autocrlf', 'false'], '*.md text eol=crlf\n'],
  ])('by %s are not reported, and are no change', async (_, config, attributes) => {
    const { folder, git, write } = repository(text);
    git(...config);
    if (attributes !== null) write('.gitattributes', attributes);
    write('README.md', windows(text));
    expect(await endings(folder)).toEqual([]);
    expect(await found(folder, 'lint', '--preset', 'list', '--since', 'HEAD')).toEqual([]);
    // The near miss: a line that is changed besides.
    write('README.md', windows(text.replace('(http://warp.test/)', '(http://warp.test/?utm_source=a)')));
    const changed = await found(folder, 'lint', '--since', 'HEAD');
    expect(changed.map(({ start }) => start.line)).toContain(3);
    expect(changed.map(({ rule }) => rule)).not.toContain('file-encoding');
  });

  test('that are committed, or that only an editor has written, are reported', async () => {
    const committed = repository(windows(text));
    expect(await endings(committed.folder)).toEqual(['file-encoding']);
    const edited = repository(text);
    edited.git('config', 'core.autocrlf', 'false');
    edited.write('README.md', windows(text));
    expect(await endings(edited.folder)).toEqual(['file-encoding']);
  });
});

describe('findings of the baseline', () => {
  const known = faulty(30);

  test('are neither reported nor fixed, and the dry run says the same', async () => {
    const folder = folderOf({ 'README.md': known });
    await listwright(folder, ['lint', '--update-baseline']);
    const plain = await listwright(folder, ['lint']);
    expect(plain.status).toBe(0);
    const dry = await listwright(folder, ['lint', '--fix-dry-run']);
    expect([dry.status, dry.stdout]).toEqual([0, '']);
    expect(dry.stderr).toBe(`${plain.stderr}listwright: no fixes\n`);
    await listwright(folder, ['lint', '--fix']);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(known);
  });

  test('and a new one beside them is reported and fixed alone', async () => {
    const folder = folderOf({ 'README.md': known });
    await listwright(folder, ['lint', '--update-baseline']);
    writeFileSync(join(folder, 'README.md'), `${known}${added[0]}\n`);
    const findings = await found(folder, 'lint');
    expect(new Set(findings.map(({ start }) => start.line))).toEqual(new Set([37]));
    await listwright(folder, ['lint', '--fix']);
    const text = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(text.startsWith(known)).toBe(true);
    expect(text).not.toBe(`${known}${added[0]}\n`);
  });
});

test.each([
  [500, []],
  [502, [expect.stringMatching(/^500 changed files were compared .* 2 more are treated as unchanged/)]],
])('of %i changed files it is said which are not compared', async (count, said) => {
  const made = newRepository();
  const files = (text: string) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.md`, text]));
  made.commit(files('# A\n'));
  made.write(files('# B\n'));
  const base = await findBase('HEAD', made.root, bare);
  // What each was is no matter here, and would take a thousand calls.
  const nothing = { code: 0, stdout: Buffer.alloc(0), stderr: '' };
  const git: Base['git'] = async (args, settings) => (args[0] === 'ls-tree' ? nothing : base.git(args, settings));
  expect((await openBases({ ...base, git }, null)).notices).toEqual(said);
});
