import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseServer, installedServer, namedServer, type Server, startOf } from '../../editors/vscode/src/server.js';
import { toldOf } from '../../editors/vscode/src/settings.js';

const [named, installed, bundled] = ['/named/cli.js', '/pots/node_modules/listwright/dist/cli.js', '/extension/cli.js'];

describe('which server is started in VS Code', () => {
  test.each<{ trusted: boolean; named: string | null; installed: string | null; from: Server['from']; file: string }>([
    { trusted: true, named, installed, from: 'the setting', file: named },
    { trusted: true, named, installed: null, from: 'the setting', file: named },
    { trusted: true, named: null, installed, from: 'the workspace', file: installed },
    { trusted: true, named: null, installed: null, from: 'the extension', file: bundled },
    { trusted: false, named, installed, from: 'the extension', file: bundled },
    { trusted: false, named, installed: null, from: 'the extension', file: bundled },
    { trusted: false, named: null, installed, from: 'the extension', file: bundled },
    { trusted: false, named: null, installed: null, from: 'the extension', file: bundled },
  ])('trusted $trusted, named $named, installed $installed: $from', ({ from, file, ...facts }) => {
    expect(chooseServer({ ...facts, bundled })).toEqual({ from, file });
  });

  test.each([
    ['/a/cli.js', '/usr/bin/node', ['/a/cli.js', 'lsp'], '1'],
    ['/a/cli.MJS', '/usr/bin/node', ['/a/cli.MJS', 'lsp'], '1'],
    ['/usr/bin/listwright', '/usr/bin/listwright', ['lsp'], undefined],
    ['/usr/bin/listwright.json', '/usr/bin/listwright.json', ['lsp'], undefined],
  ])('%s is started by %s', (file, command, args, asNode) => {
    const start = startOf({ from: 'the setting', file }, '/usr/bin/node');
    expect(start).toMatchObject({ command, args });
    expect(start.env.ELECTRON_RUN_AS_NODE).toBe(asNode);
  });

  test.each([
    [null, null],
    ['', null],
    ['  ', null],
    [7, null],
    ['tools/cli.js', resolve('/pots/tools/cli.js')],
    [resolve('/elsewhere/cli.js'), resolve('/elsewhere/cli.js')],
  ])('the setting %j is %j', (value, path) => {
    expect(namedServer(value, [resolve('/pots'), resolve('/other')])).toBe(path);
  });
});

describe("the workspace's own listwright", () => {
  let root = '';
  const lay = (folder: string, manifest: string, files: readonly string[] = []): string => {
    const base = join(root, folder, 'node_modules/listwright');
    mkdirSync(join(base, 'dist'), { recursive: true });
    writeFileSync(join(base, 'package.json'), manifest);
    for (const file of files) writeFileSync(join(base, file), '');
    return join(root, folder);
  };
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'listwright-editors-'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('is what its manifest names, in the first folder that has it', () => {
    const none = join(root, 'none');
    const good = lay('good', '{"bin": {"listwright": "dist/cli.js", "other": "x.js"}}', ['dist/cli.js']);
    const short = lay('short', '{"bin": "cli.js"}', ['cli.js']);
    expect(installedServer([none, good, short])).toBe(join(good, 'node_modules/listwright/dist/cli.js'));
    expect(installedServer([short, good])).toBe(join(short, 'node_modules/listwright/cli.js'));
  });

  test('is none where there is no package, no file, or a manifest that says nothing', () => {
    const folders = [
      lay('unbuilt', '{"bin": {"listwright": "dist/cli.js"}}'),
      lay('broken', '{"bin": '),
      lay('empty', '{}'),
      lay('odd', '{"bin": {"listwright": 7}}'),
      lay('list', '[]'),
      lay('nothing', 'null'),
    ];
    expect(installedServer([])).toBeNull();
    for (const folder of folders) expect(installedServer([folder])).toBeNull();
  });
});

test('the server is told what is set, and whether the workspace is trusted', () => {
  const settings = new Map<string, unknown>([
    ['links', 'off'],
    ['linkBudget', 7],
    ['path', '/secret'],
    ['config', 'lists.json'],
  ]);
  const told = toldOf((name) => settings.get(name), false);
  expect(told).toEqual({ trusted: false, links: 'off', linkBudget: 7, preset: null, config: 'lists.json' });
  expect(toldOf(() => undefined, true)).toEqual({
    trusted: true,
    links: null,
    linkBudget: null,
    preset: null,
    config: null,
  });
});
