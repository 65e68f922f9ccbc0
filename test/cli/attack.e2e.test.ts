import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pullRequestTo, type Repository, repository } from '../git/repository.js';
import { type Sites, startWeb, type Web } from '../web/server.js';
import { folderOf, listwright } from './command.js';

const base = `# Awesome Looms

> Machines that make cloth out of yarn.

## Looms

- [Warp](https://warp.example/) - Holds the warp.
`;
const head = `${base}- [Weft](https://weft.example/) - The best amazing weft ever.\n`;
const strict = '{"rules":{"no-promo-words":"error"}}';
const lax = '{"rules":{"no-promo-words":"off"}}';
const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', CI: 'true' };

/** A repository whose base has these files, on the branch of a pull request that has the new entry. */
function pullRequest(files: Readonly<Record<string, string>>, list = 'README.md'): Repository {
  const made = pullRequestTo({ [list]: base, ...files });
  made.write({ [list]: head });
  return made;
}

/** Ids of the rules that a run in a pull request reports as errors. */
async function errorsIn({ root, commit }: Repository, args: readonly string[] = []) {
  commit();
  const ended = await listwright(root, ['lint', '--no-cache', '--since', 'auto', '-r', 'json', ...args], {
    env: event,
  });
  const { findings } = JSON.parse(ended.stdout || '{"findings":[]}') as {
    findings: readonly { readonly rule: string; readonly severity: string }[];
  };
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return { ...ended, errors: [...new Set(errors)] };
}

describe('the configuration of the base counts', () => {
  test.each<[string, (made: Repository) => void]>([
    ['changes nothing else', () => {}],
    ['adds a package.json with an empty key', ({ write }) => write({ 'package.json': '{"listwright":{}}' })],
    ['adds a package.json that is not JSON', ({ write }) => write({ 'package.json': '{"listwright":' })],
    ['adds a module', ({ write }) => write({ 'listwright.config.ts': 'throw new Error("code of the head ran");' })],
    ['changes it', ({ write }) => write({ 'listwright.config.json': lax })],
    ['deletes it', ({ root }) => rmSync(join(root, 'listwright.config.json'))],
    [
      'renames other JSON over it',
      ({ root }) => renameSync(join(root, 'other.json'), join(root, 'listwright.config.json')),
    ],
    [
      'makes it a link to other JSON',
      ({ root }) => {
        rmSync(join(root, 'listwright.config.json'));
        symlinkSync('other.json', join(root, 'listwright.config.json'));
      },
    ],
  ])('when a pull request %s', async (_, change) => {
    const made = pullRequest({ 'listwright.config.json': strict, 'other.json': lax });
    change(made);
    const { errors, stderr } = await errorsIn(made);
    expect(errors).toEqual(['no-promo-words']);
    expect(stderr).not.toContain('code of the head ran');
  });

  test.each<[string, (made: Repository) => void]>([
    ['deletes the nested one', ({ root }) => rmSync(join(root, 'docs/listwright.config.json'))],
    ['adds a nearer one', ({ write }) => write({ 'docs/package.json': `{"listwright":${lax}}` })],
    ['removes the key of the outer one', ({ write }) => write({ 'package.json': '{"name":"looms"}' })],
  ])('in a nested folder when a pull request %s', async (_, change) => {
    const files = { 'docs/listwright.config.json': strict, 'package.json': `{"listwright":${lax}}` };
    const made = pullRequest(files, 'docs/list.md');
    change(made);
    expect((await errorsIn(made, ['docs/list.md'])).errors).toEqual(['no-promo-words']);
  });

  test('when a pull request removes the key of package.json', async () => {
    const made = pullRequest({ 'package.json': `{"listwright":${strict}}` });
    made.write({ 'package.json': '{"name":"looms"}' });
    expect((await errorsIn(made)).errors).toEqual(['no-promo-words']);
  });

  test('where the base has none, the defaults count', async () => {
    const made = pullRequest({});
    made.write({ 'listwright.config.json': strict });
    expect((await errorsIn(made)).errors).toEqual([]);
  });

  test('for the baseline too, whatever is renamed over it', async () => {
    const made = pullRequest({ 'listwright.config.json': strict });
    made.commit();
    const own = { CI: '', GITHUB_EVENT_NAME: '' };
    await listwright(made.root, ['lint', '--update-baseline'], { env: own });
    renameSync(join(made.root, '.listwright-baseline.json'), join(made.root, 'seed.json'));
    made.git('add', 'seed.json');
    made.git('commit', '-q', '-m', 'Seed');
    made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    made.write({ 'README.md': `${head}- [Reed](https://reed.example/) - The best amazing reed ever.\n` });
    renameSync(join(made.root, 'seed.json'), join(made.root, '.listwright-baseline.json'));
    expect((await errorsIn(made)).errors).toEqual(['no-promo-words']);
  });
});

test('the preset is the one that fits the base', async () => {
  const weeks = [1, 2, 3, 4, 5].map((week) => `\n## Week ${week}\n\n- [ ] Weave.\n- [ ] Rest.\n`).join('');
  const copy = '- [Warp](https://warp.example/) - Holds the warp.\n';
  const made = pullRequest({});
  made.write({ 'README.md': `${base}${copy}${weeks}` });
  expect((await errorsIn(made)).errors).toContain('no-duplicate-url');
});

describe('an exception by a comment', () => {
  const rule = `export default { id: 'too-young', reads: 'facts', summary: 'Be old', why: 'Young looms break.',
    messages: { young: '{name} is young' },
    check({ list, report }) { for (const entry of list.entries) report({ message: 'young', at: entry.label, data: { name: entry.name } }); } };`;
  const configuration = {
    'young.mjs': rule,
    'listwright.config.json': '{"plugins":["./young.mjs"],"rules":{"too-young":"error","no-promo-words":"error"}}',
  };
  const warp = '- [Warp](https://warp.example/) - Holds the warp.\n';
  const weft = '- [Weft](https://weft.example/) - The best amazing weft ever.\n';
  const granted = (entry: string, words = 'too-young: it is a classic') =>
    `<!-- listwright-except ${words} -->\n${entry}`;
  const listOf = (...entries: readonly string[]): string => base.replace(warp, entries.join(''));

  test.each<[string, string, string, readonly string[]]>([
    ['none', listOf(warp), listOf(warp, weft), ['Weft']],
    ['one at the entry that it adds', listOf(warp), listOf(warp, granted(weft)), ['Weft']],
    [
      'one on the line of the entry',
      listOf(warp),
      listOf(warp, `${weft.trimEnd()} <!-- listwright-except too-young: so -->\n`),
      ['Weft'],
    ],
    [
      'another comment for its entry',
      listOf(warp),
      listOf(warp, `<!-- listwright-disable-next-line too-young -->\n${weft}`),
      ['Weft'],
    ],
    ['its entry below the exception of another', listOf(granted(warp)), listOf(granted(weft), warp), ['Warp', 'Weft']],
    [
      'its entry into a part where the rule is off',
      listOf(`<!-- listwright-disable too-young -->\n${warp}`),
      listOf(`<!-- listwright-disable too-young -->\n${warp}`, weft),
      ['Weft'],
    ],
    [
      'another URL to an entry with an exception',
      listOf(granted(warp)),
      listOf(granted(warp.replace('warp.example', 'weft.example'))),
      ['Warp'],
    ],
    [
      'a later day for an exception that has ended',
      listOf(granted(warp, 'too-young until 2001-01-01: so')),
      listOf(granted(warp.replace('Holds', 'Carries'), 'too-young until 2999-01-01: so')),
      [],
    ],
    [
      'another description of an entry with an exception',
      listOf(granted(warp)),
      listOf(granted(warp.replace('Holds', 'Carries'))),
      [],
    ],
  ])('does not count where a pull request adds %s', async (_, before, after, names) => {
    const made = pullRequest({ ...configuration, 'README.md': before });
    made.write({ 'README.md': after });
    const { stdout } = await errorsIn(made);
    const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; message: string }[] };
    const young = findings.filter(({ rule: id }) => id === 'too-young').map(({ message }) => message.split(' ')[0]);
    expect(young.sort()).toEqual([...names].sort());
  });

  test('counts where a pull request says how a line is written, and on the machine of a maintainer', async () => {
    const made = pullRequest(configuration);
    made.write({ 'README.md': listOf(warp, granted(weft, 'too-young, no-promo-words: so')) });
    expect((await errorsIn(made)).errors).toEqual(['too-young']);
    const here = await listwright(made.root, ['lint', '--since', 'main', '-r', 'json'], { env: { CI: '' } });
    expect(JSON.parse(here.stdout)).toMatchObject({
      stats: { findings: { error: 0 } },
      exceptions: [{ option: 'comment', match: 'Weft', state: 'used', applied: 3 }],
    });
  });

  test('of the base counts where the whole list is checked, and none of the pull request does', async () => {
    const made = pullRequest({ ...configuration, 'README.md': listOf(granted(warp)) });
    made.write({ 'README.md': listOf(granted(warp), granted(weft)) });
    made.commit();
    const ended = await listwright(made.root, ['lint', '-r', 'json'], { env: event });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      exceptions: [
        { match: 'Warp', state: 'used', applied: 1 },
        { match: 'Weft', state: 'refused', applied: 0 },
      ],
    });
  });

  test('says why it does not count', async () => {
    const made = pullRequest(configuration);
    made.write({ 'README.md': listOf(warp, granted(weft)) });
    const report = JSON.parse((await errorsIn(made)).stdout) as { findings: readonly { message: string }[] };
    expect(report.findings.map(({ message }) => message)).toContain(
      'An exception that this pull request adds does not apply to it; ask a maintainer to merge the exception first',
    );
    expect(report).toMatchObject({ exceptions: [{ state: 'refused' }] });
  });

  describe('about a link that is broken', () => {
    let web: Web;
    beforeAll(async () => {
      const site: Sites[string] = ({ response }) => response.writeHead(404).end();
      web = await startWeb({ 'gone.test': site, 'lost.test': site });
    });
    afterAll(() => web.stop());

    const gone = '- [Gone](http://gone.test/) - Holds the weft.\n';
    const lost = 'See [lost](http://lost.test/).\n\n';
    const disabled = '<!-- listwright-disable -->\n';
    const excepted = '<!-- listwright-except link-broken: its server is slow -->\n';
    const prose = (text: string): string => base.replace('## Looms', `${text}## Looms`);

    test.each<[string, string, string, readonly string[]]>([
      ['no comment', base, `${base}${gone}`, ['http://gone.test/']],
      ['a comment that disables all rules', base, `${base}${disabled}${gone}`, ['http://gone.test/']],
      ['a comment at the top of the file', base, `${disabled}${base}${gone}`, ['http://gone.test/']],
      ['a comment for that rule', base, `${base}${excepted}${gone}`, ['http://gone.test/']],
      [
        'a comment on the line of the entry',
        base,
        `${base}${gone.trimEnd()} <!-- listwright-ignore-link -->\n`,
        ['http://gone.test/'],
      ],
      [
        'a comment that was there',
        `${base}${excepted}${gone}`,
        `${base}${excepted}${gone.replace('Holds', 'Has')}`,
        [],
      ],
      ['a link in the text below a comment', base, prose(`${disabled}${lost}`), ['http://lost.test/']],
      [
        'words next to a link in the text below a comment that was there',
        prose(`${disabled}${lost}`),
        prose(`${disabled}${lost.replace('See', 'Read')}`),
        [],
      ],
      [
        'another link in the text below a comment that was there',
        prose(`${disabled}See.\n\n`),
        prose(`${disabled}${lost}`),
        ['http://lost.test/'],
      ],
    ])('does not count where a pull request adds it: %s', async (_, before, after, urls) => {
      const made = pullRequest({ 'README.md': before });
      made.write({ 'README.md': after });
      made.commit();
      const targets = ['gone.test', 'lost.test'].flatMap((host) => [
        '--connect-to',
        `${host}:80:127.0.0.1:${web.http}`,
      ]);
      const args = ['check', '--since', 'auto', '-r', 'json', '--no-ledger', '--confirm-after', '1ms', ...targets];
      const { stdout } = await listwright(made.root, args, { env: event });
      const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; url: string | null }[] };
      expect(findings.filter(({ rule: id }) => id === 'link-broken').map(({ url }) => url)).toEqual(urls);
    });
  });

  test('of the configuration is that of the base', async () => {
    const entry = '{"match":"Weft","rules":"no-promo-words","reason":"so"}';
    const grants = `{"rules":{"no-promo-words":"error"},"except":[${entry}]}`;
    const own = pullRequest({ 'listwright.config.json': strict });
    own.write({ 'listwright.config.json': grants });
    expect((await errorsIn(own)).errors).toEqual(['no-promo-words']);
    const merged = pullRequest({ 'listwright.config.json': grants });
    expect((await errorsIn(merged)).errors).toEqual([]);
  });
});

describe('code of the head', () => {
  const rule = (said: string): string =>
    `export default { id: 'no-looms', summary: 'Be calm', why: 'Noise.', messages: { loud: '${said}' },
      check({ list, report }) { report({ message: 'loud', at: list.entries[1].label }); } };`;
  const configuration = { 'listwright.config.json': '{"plugins":["own"],"rules":{"no-looms":"error"}}' };
  const packaged = (said: string) => ({
    'node_modules/own/package.json': '{"name":"own","type":"module","exports":"./index.js"}',
    'node_modules/own/index.js': rule(said),
  });

  test('in node_modules does not run', async () => {
    const made = pullRequest(configuration);
    made.write(packaged('code of the head ran'));
    const { status, stdout, stderr } = await errorsIn(made);
    expect(status).toBe(2);
    expect(stdout + stderr).not.toContain('code of the head ran');
    expect(stderr).toContain('node_modules/own');
  });

  test('behind a link in node_modules does not run', async () => {
    const made = pullRequest({ ...configuration, '.gitignore': 'node_modules\n' });
    made.write({
      'packages/own/package.json': '{"name":"own","type":"module","exports":"./index.js"}',
      'packages/own/index.js': rule('code of the head ran'),
    });
    mkdirSync(join(made.root, 'node_modules'));
    symlinkSync('../packages/own', join(made.root, 'node_modules/own'));
    const { status, stdout, stderr } = await errorsIn(made);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('packages/own');
  });

  describe('that a package outside of node_modules imports', () => {
    const shared = '../../lib/said.mjs';
    const importing = `import { said } from '${shared}';\n${rule('x').replace("'x'", 'said')}`;
    const files = {
      ...{
        ...configuration,
        '.gitignore': 'node_modules\n',
        'lib/said.mjs': "export const said = 'as at the base';\n",
      },
      'packages/own/package.json': '{"name":"own","type":"module","exports":"./index.js"}',
      'packages/own/index.js': importing,
    };
    const link = (root: string, name: string): void => {
      mkdirSync(join(root, name, '..'), { recursive: true });
      symlinkSync(join(root, 'packages/own'), join(root, name));
    };
    const evil = { 'lib/said.mjs': "export const said = 'code of the head ran';\n" };

    test('does not run where the package is linked', async () => {
      const made = pullRequest(files);
      made.write(evil);
      link(made.root, 'node_modules/own');
      const { status, stdout, stderr } = await errorsIn(made);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('lib/said.mjs: this pull request changes code');
    });

    test('does not run where another package links it', async () => {
      const made = pullRequest(files);
      const wrapped = { ...packaged(''), 'node_modules/own/index.js': "export { default } from 'inner';\n" };
      made.write({ ...evil, ...wrapped });
      link(made.root, 'node_modules/own/node_modules/inner');
      const { status, stdout } = await errorsIn(made);
      expect([status, stdout]).toEqual([2, '']);
    });

    test('does not run where the package is a copy', async () => {
      const made = pullRequest(files);
      made.write({ ...evil, ...packaged(''), 'node_modules/own/index.js': importing });
      const { status, stdout } = await errorsIn(made);
      expect([status, stdout]).toEqual([2, '']);
    });

    test('is that of the base where the pull request changes no code', async () => {
      const made = pullRequest(files);
      link(made.root, 'node_modules/own');
      expect((await errorsIn(made)).errors).toEqual(['no-looms']);
    });

    test('is no reason against code that no package imports', async () => {
      const made = pullRequest(files);
      made.write({ ...evil, ...packaged('as installed') });
      expect((await errorsIn(made)).errors).toEqual(['no-looms']);
    });
  });

  test('does not keep what the workflow installed from running', async () => {
    const made = pullRequest({ ...configuration, '.gitignore': 'node_modules\n' });
    made.write(packaged('as installed'));
    expect((await errorsIn(made)).errors).toEqual(['no-looms']);
  });

  test('says nothing of how the files of the base are written', async () => {
    const files = {
      'listwright.config.mjs': "import { own } from './own.mjs';\nexport default { rules: own };",
      'own.mjs': "export const own = { 'no-promo-words': 'error' };\n",
    };
    const made = pullRequest(files);
    made.commit();
    // Not added, since git itself refuses to encode the files of the base so.
    made.write({ '.gitattributes': '*.mjs text eol=crlf working-tree-encoding=UTF-16 ident\n' });
    const args = ['lint', '--no-cache', '--since', 'auto', '-r', 'json'];
    const { stdout, stderr } = await listwright(made.root, args, { env: event });
    expect([stderr, stdout]).toEqual(['', expect.stringContaining('"rule": "no-promo-words"')]);
    expect(stdout).toContain('"severity": "error"');
    expect(readdirSync(join(made.root, '.git')).filter((name) => name.startsWith('listwright'))).toEqual([]);
  });
});

describe('files outside of the repository', () => {
  test.skipIf(process.platform === 'win32').each(['/etc/passwd', '.git/config', '/dev/zero', '/nowhere'])(
    'are neither read nor told apart when a list is a link to %s',
    async (target) => {
      const made = pullRequest({});
      rmSync(join(made.root, 'README.md'));
      symlinkSync(target, join(made.root, 'README.md'));
      const { status, stdout, stderr } = await errorsIn(made, ['README.md']);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('README.md: ');
      expect(stderr).not.toMatch(/root:|repositoryformatversion/);
    },
  );

  describe.skipIf(process.platform === 'win32')('are not written', () => {
    const reporting = (made: Repository, args: readonly string[], env: NodeJS.ProcessEnv = event) =>
      listwright(made.root, ['lint', '--no-cache', ...args], { env });

    test.each<[string, string, (made: Repository, outside: string) => void]>([
      ['a link', 'r.json', ({ root }, outside) => symlinkSync(join(outside, 'victim'), join(root, 'r.json'))],
      ['a link to nothing', 'r.json', ({ root }, outside) => symlinkSync(join(outside, 'new'), join(root, 'r.json'))],
      ['a linked folder', 'out/victim', ({ root }, outside) => symlinkSync(outside, join(root, 'out'))],
      [
        'a link to a link',
        'r.json',
        ({ root }, outside) => {
          symlinkSync(join(outside, 'victim'), join(root, 'second'));
          symlinkSync('second', join(root, 'r.json'));
        },
      ],
      ["a link into git's folder", 'r.json', ({ root }) => symlinkSync('.git/config', join(root, 'r.json'))],
      ['a link to another file of it', 'r.json', ({ root }) => symlinkSync('README.md', join(root, 'r.json'))],
    ])('where the report of a pull request is %s', async (_, file, link) => {
      const outside = folderOf({ victim: 'kept' });
      const made = pullRequest({});
      link(made, outside);
      made.commit();
      const before = readFileSync(join(made.root, '.git/config'), 'utf8');
      for (const args of [
        ['-r', `json=${file}`],
        ['-r', `json=${join(made.root, file)}`],
        ['--update-baseline', '--baseline', file],
      ]) {
        const { status, stderr } = await reporting(made, args);
        expect([status, stderr]).toEqual([2, expect.stringContaining(file)]);
      }
      const exported = await listwright(made.root, ['export', '--to', `csv=${file}`], { env: event });
      expect([exported.status, exported.stderr]).toEqual([2, expect.stringContaining(file)]);
      expect(readdirSync(outside)).toEqual(['victim']);
      expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('kept');
      expect(readFileSync(join(made.root, '.git/config'), 'utf8')).toBe(before);
      expect(readFileSync(join(made.root, 'README.md'), 'utf8')).toBe(head);
    });

    test('but are where the workflow made the link, where git is not in a pull request, and without a link', async () => {
      const outside = folderOf();
      const made = pullRequest({});
      made.commit();
      symlinkSync(outside, join(made.root, 'out'));
      await reporting(made, ['-r', 'json=out/one.json', '-r', 'json=two.json']);
      made.git('add', 'out');
      await reporting(made, ['-r', 'json=out/three.json'], { CI: '' });
      expect(readdirSync(outside).sort()).toEqual(['one.json', 'three.json']);
      expect(readdirSync(made.root)).toContain('two.json');
    });
  });

  test('a link inside of the repository is read', async () => {
    const made = pullRequest({ 'listwright.config.json': strict });
    symlinkSync('README.md', join(made.root, 'list.md'));
    expect((await errorsIn(made, ['list.md'])).status).not.toBe(2);
  });

  test.skipIf(process.platform === 'win32')('a package.json that is a device is not read', async () => {
    const made = pullRequest({});
    symlinkSync('/dev/zero', join(made.root, 'package.json'));
    expect((await listwright(made.root, ['lint', '--no-cache'])).status).not.toBe(2);
  });

  test.skipIf(process.platform === 'win32')('a report that is a device is read up to a limit', async () => {
    const { status, stderr } = await listwright(folderOf(), ['merge', '/dev/zero']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('/dev/zero: larger than 300 MB')]);
    const none = await listwright(folderOf(), ['merge', '/dev/null']);
    expect([none.status, none.stderr]).toEqual([2, expect.not.stringContaining('larger')]);
  });

  test.skipIf(process.platform === 'win32')(
    'a report is written into a pipe only where a program reads it',
    async () => {
      const folder = folderOf({ 'README.md': base });
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      const args = ['lint', '--no-cache', '-r', 'json=pipe'];
      const { status, stderr } = await listwright(folder, args);
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining('pipe: cannot be written: no program reads this pipe'),
      ]);
      const reading = promisify(execFile)('cat', [join(folder, 'pipe')]);
      expect((await listwright(folder, args)).status).not.toBe(2);
      expect(JSON.parse((await reading).stdout)).toHaveProperty('findings');
    },
  );

  test.skipIf(process.platform === 'win32')('relative targets tell nothing of where a link leads', async () => {
    const made = repository();
    symlinkSync('/etc', join(made.root, 'out'));
    symlinkSync('gone.md', join(made.root, 'dangling.md'));
    const targets = [
      'out/passwd',
      'out/PASSWD',
      'out/nothing',
      '.git/config',
      '.git/nothing',
      'dangling.md',
      'README.md',
    ];
    // One list for each: many that are missing from one list are one finding.
    const lists = targets.map((target, at) => [`list-${at}.md`, `${base}- [A](${target}) - A thing.\n`]);
    made.commit({ 'README.md': base, ...Object.fromEntries(lists) });
    const names = lists.map(([name = '']) => name);
    const { stdout } = await listwright(made.root, ['lint', '--no-cache', '-r', 'json', ...names]);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; url: string | null; message: string }[] };
    const missing = findings.filter(({ rule }) => rule === 'relative-target-exists');
    expect(JSON.stringify(missing)).not.toContain('did you mean');
    expect(new Set(missing.map(({ message }) => message.replace(/`[^`]*`/, '')))).toHaveProperty('size', 1);
    expect(missing).toHaveLength(targets.length - 1);
  });
});

describe('a ledger in the checkout', () => {
  test('is not used in a pull request when git tracks it or what lies next to it', async () => {
    const made = pullRequest({});
    made.write({ '.listwright/ledger.jsonl.7.journal': '' });
    made.commit();
    const run = (env: NodeJS.ProcessEnv) =>
      listwright(made.root, ['links', '--offline', '--ledger', '.listwright/ledger.jsonl'], { env });
    expect((await run(event)).stderr).toContain('is tracked by git, so it is not used in a pull request');
    expect((await run({})).stderr).toBe('');
    writeFileSync(join(made.root, '.gitignore'), '.listwright\n');
    made.git('rm', '-rq', '--cached', '.listwright');
    expect((await run(event)).stderr).not.toContain('is tracked by git');
  });
});

test.skipIf(process.platform === 'win32')('--fix keeps a hard link and the mode of a list', async () => {
  const made = repository();
  const file = made.write({ 'README.md': base.replace('- [Warp]', '-  [Warp]').replace('the warp.', 'the warp.  \n') });
  linkSync(file, join(made.root, 'copy.md'));
  chmodSync(file, 0o754);
  await listwright(made.root, ['lint', '--fix', '--no-cache', '--preset', 'awesome-strict', 'README.md']);
  const [one, other] = ['README.md', 'copy.md'].map((name) => statSync(join(made.root, name)));
  expect([one?.ino, (one?.mode ?? 0) & 0o777]).toEqual([other?.ino, 0o754]);
  expect(readFileSync(file, 'utf8')).not.toContain('-  [Warp]');
});
