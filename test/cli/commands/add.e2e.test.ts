import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWeb, type Web } from '../../web/server.js';
import { folderOf, listwright } from '../command.js';

const list = `# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Machines that make cloth out of yarn.

## Looms

- [Heddle](https://heddle.test/) - Lifts every other thread.
- [Warp](https://warp.test/) - Holds the warp.
- [Weft](https://weft.test/) - Brings the weft.

## Yarns

- [Wool](https://wool.test/) - Warm yarn from sheep.
`;

let web: Web;
let flags: readonly string[];
beforeAll(async () => {
  web = await startWeb({
    'shuttle.test': ({ path, response }) => {
      const found = path === '/' || path === '/pro';
      const page =
        '<title>Shuttle | Looms for everyone</title><meta name="description" content="carries the weft through the warp on looms">';
      response
        .writeHead(found ? 200 : 404, { 'content-type': 'text/html' })
        .end(found ? page : '<title>Not found</title>');
    },
    'api.github.com': ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/vnd.github.raw+json' }).end(list);
    },
  });
  flags = ['--cacert', web.ca, '--confirm-after', '50ms', ...web.connectTo().flatMap((each) => ['--connect-to', each])];
});
afterAll(() => web.stop());

const add = (folder: string, ...args: string[]) => listwright(folder, ['add', ...args]);

describe('listwright add', () => {
  test('asks the page, prints the line, its place and a diff, and writes nothing', async () => {
    const folder = folderOf({ 'README.md': list });
    const { status, stdout, stderr } = await add(folder, 'https://shuttle.test/', ...flags);
    expect(stderr).toBe('listwright: nothing was written; add --write to insert the line\n');
    expect(stdout).toContain(
      '- [Shuttle](https://shuttle.test/) - Carries the weft through the warp on looms.\n\nIn "Looms", after "Heddle", alphabetically (new line README.md:8)',
    );
    expect(stdout).toContain('The section is a guess');
    expect(stdout).toContain('+- [Shuttle](https://shuttle.test/) - Carries');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(list);
    expect(status).toBe(0);
  });

  test('says that the record of the list has the page as removed', async () => {
    const record =
      '- 2024-05-01 [Shuttle](https://shuttle.test): it was sold.\n- 2024-06-01 [Pro](https://shuttle.test/pro/x): no.\n';
    const config = JSON.stringify({ prune: { record: 'REMOVED.md' } });
    const folder = folderOf({ 'README.md': list, 'REMOVED.md': record, 'listwright.config.json': config });
    const removed = await listwright(folder, ['add', 'https://shuttle.test/', ...flags, '--section', 'Looms']);
    expect(removed.stderr).toContain('this page was removed from the list on 2024-05-01: it was sold.');
    const other = await listwright(folder, ['add', 'https://shuttle.test/pro', ...flags, '--section', 'Looms']);
    expect(other.stderr).not.toContain('was removed');
  });

  test('--write writes it, and a second time it is a duplicate', async () => {
    const folder = folderOf({ 'README.md': list });
    const args = ['https://shuttle.test/', '--section', 'Yarns', '--name', 'Bobbin', '--write', ...flags];
    expect((await add(folder, ...args)).status).toBe(0);
    const text = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(text).toContain(
      '- [Wool](https://wool.test/) - Warm yarn from sheep.\n- [Bobbin](https://shuttle.test/) - Carries',
    );
    expect((await listwright(folder, ['lint', '--max-warnings', '0'])).status).toBe((await lintOf(list)).status);
    const again = await add(folder, ...args);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('already listed: "Bobbin"');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(text);
  });

  test('--json says all of it, absent facts as null', async () => {
    const folder = folderOf({ 'README.md': list });
    const { stdout } = await add(folder, 'https://shuttle.test/', '--section', 'looms', '--json', ...flags);
    const { verdict, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      version: 1,
      entry: {
        name: 'Shuttle',
        url: 'https://shuttle.test/',
        description: 'Carries the weft through the warp on looms.',
        kind: null,
        line: '- [Shuttle](https://shuttle.test/) - Carries the weft through the warp on looms.',
      },
      section: 'Looms',
      tier: null,
      path: 'README.md',
      line: 8,
      written: false,
      duplicates: [],
      findings: [],
      candidates: [],
    });
    expect(verdict).toMatchObject({ url: 'https://shuttle.test/', verdict: 'alive', reason: null });
    const offline = await add(
      folder,
      'https://shuttle.test/x',
      '--offline',
      '--name',
      'X',
      '--section',
      'looms',
      '--json',
    );
    expect(JSON.parse(offline.stdout)).toMatchObject({ verdict: null, entry: { description: null } });
  });

  test('a dead link is refused with its evidence', async () => {
    const folder = folderOf({ 'README.md': list });
    const { status, stdout, stderr } = await add(
      folder,
      'https://shuttle.test/gone',
      '--section',
      'Looms',
      '--write',
      ...flags,
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/the link is broken: .*404/);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(list);
  });

  test('a list on GitHub is read, and cannot be written', async () => {
    const folder = folderOf();
    const { stdout } = await add(folder, 'https://shuttle.test/', 'looms/list', '--section', 'Yarns', ...flags);
    expect(stdout).toContain('(new line looms/list/README.md:14)');
    const { status, stderr } = await add(folder, 'https://shuttle.test/', 'looms/list', '--write', ...flags);
    expect([status, stderr]).toEqual([2, expect.stringContaining('looms/list/README.md cannot be modified')]);
  });

  test.each([
    [['not a url'], 'is not a web URL'],
    [['https://a.ink/', '--offline', '--name', 'A', '--section', 'Yarn'], 'did you mean "Yarns"?'],
    [['https://a.ink/', '--offline', '--name', 'A', '--section', 'Yarns', '--tier', '2'], 'no tier found'],
    [['https://a.ink/', '--offline', '--section', 'Yarns'], 'pass --name'],
    [['https://a.ink/', '--offline', '--name', 'Zz'], '--section'],
    [['http://127.0.0.1:1/', '--section', 'Yarns', '--wirte'], '--write'],
    [[], 'url'],
  ])('%j is a wrong call', async (args, words) => {
    const { status, stderr } = await add(folderOf({ 'README.md': list }), ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('a private address needs --allow-private', async () => {
    const folder = folderOf({ 'README.md': list });
    const { status, stderr } = await add(folder, 'http://127.0.0.1:1/', '--section', 'Yarns', '--name', 'A');
    expect([status, stderr]).toEqual([1, expect.stringContaining('private')]);
  });
});

async function lintOf(text: string) {
  const folder = folderOf();
  writeFileSync(join(folder, 'README.md'), text);
  return listwright(folder, ['lint', '--max-warnings', '0']);
}

describe('--json keeps to its schema', () => {
  const file = new URL('../../../schema/proposal.schema.json', import.meta.url);
  const valid = new Ajv({ strict: false, validateSchema: false }).compile(JSON.parse(readFileSync(file, 'utf8')));

  test.each([
    ['a proposal', ['https://shuttle.test/', '--section', 'looms'], { line: expect.any(Number) }],
    ['one that is listed', ['https://wool.test/', '--offline', '--name', 'Wool'], { entry: null }],
    [
      'a guess without the network',
      ['https://new.test/', '--offline', '--name', 'New', '--description', 'Yarn.'],
      { verdict: null },
    ],
  ])('%s', async (_, args, shown) => {
    const { stdout } = await listwright(folderOf({ 'README.md': list }), ['add', ...args, '--json', ...flags]);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject(shown);
    valid(said);
    expect(valid.errors).toBe(null);
    expect(valid({ ...said, more: 1 })).toBe(false);
    expect(valid({ ...said, findings: [{}] })).toBe(false);
  });
});
