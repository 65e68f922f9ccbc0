import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { serverCommands } from '../../editors/vscode/src/commands.js';
import { executable } from '../../src/config/find.js';
import { defaultClientSettings, readClientSettings } from '../../src/lsp/client-settings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}editors/${path}`, 'utf8').replaceAll('\r\n', '\n');
const json = (path: string): unknown => JSON.parse(read(path));

/** The value at a path of keys; undefined where there is none. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : undefined,
    value,
  );
}

/** What `{ a = b, … }` of Lua or `(:a b …)` of Lisp says, as far as these files write it. */
function pairsOf(text: string): unknown {
  const words = { true: true, false: false, ':json-false': false } as const;
  const pairs = [...text.matchAll(/:?(\w+)(?: = | )('[^']*'|"[^"]*"|:?[\w-]+)/g)].map(([, key = '', value = '']) => [
    key,
    /^['"]/.test(value) ? value.slice(1, -1) : value in words ? words[value as keyof typeof words] : Number(value),
  ]);
  return Object.fromEntries(pairs);
}

describe('the settings for other editors', () => {
  const lua = read('neovim/lsp/listwright.lua');
  const lisp = read('emacs/listwright.el');
  const helix = parse(read('helix/languages.toml'));
  test.each([
    ['Neovim', pairsOf(/init_options = \{([^}]*)\}/.exec(lua)?.[1] ?? '')],
    ['Emacs', pairsOf(/:initializationOptions \(([^)]*)\)/.exec(lisp)?.[1] ?? '')],
    ['Helix', at(helix, 'language-server', 'listwright', 'config')],
    ['Zed', at(json('zed/settings.json'), 'lsp', 'listwright', 'initialization_options')],
    ['Kate', at(json('kate/settings.json'), 'servers', 'listwright', 'initializationOptions')],
    ['Sublime Text', at(json('sublime/LSP.sublime-settings'), 'clients', 'listwright', 'initializationOptions')],
  ])('%s trusts nothing until it is told to, and says what counts otherwise', (_, options) => {
    expect(options).toEqual({ trusted: false, links: 'save', linkBudget: 50 });
    const other = { ...defaultClientSettings, trusted: true, links: 'off', linkBudget: 1 } as const;
    expect(readClientSettings(options, other)).toEqual(defaultClientSettings);
  });

  test.each([
    ['Neovim', lua, "cmd = { 'listwright', 'lsp' }"],
    ['Emacs', lisp, '("listwright" "lsp"'],
    ['Helix', read('helix/languages.toml'), 'command = "listwright"\nargs = ["lsp"]'],
    ['Zed', read('zed/src/lib.rs'), 'vec!["lsp".to_string()]'],
    ['Kate', read('kate/settings.json'), '"command": ["listwright", "lsp"]'],
    ['Sublime Text', read('sublime/LSP.sublime-settings'), '"command": ["listwright", "lsp"]'],
  ])('%s starts the server', (_, text, start) => {
    expect(text).toContain(start);
  });

  test('Helix takes it beside its own servers', () => {
    expect(at(helix, 'language')).toEqual([
      { name: 'markdown', 'language-servers': ['marksman', 'markdown-oxide', 'listwright'] },
    ]);
  });

  test('Zed knows its language', () => {
    const manifest = parse(read('zed/extension.toml'));
    expect(at(manifest, 'id')).toBe('listwright');
    expect(at(manifest, 'language_servers', 'listwright')).toEqual({ name: 'listwright', languages: ['Markdown'] });
  });

  test('Neovim knows each configuration that the command finds, and the commands of the server', () => {
    for (const extension of [...executable, '.json', '.yaml', '.yml'])
      expect(lua).toContain(`'listwright.config${extension}'`);
    for (const command of Object.values(serverCommands)) expect(lua).toContain(`'${command}'`);
    for (const command of Object.values(serverCommands)) expect(lisp).toContain(`"${command}"`);
  });
});
