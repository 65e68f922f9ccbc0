import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { paletteCommands, serverCommands, trustNotification } from '../../editors/vscode/src/commands.js';
import { startSettings, toldSettings, traceSetting } from '../../editors/vscode/src/settings.js';
import { defaultClientSettings, readClientSettings } from '../../src/lsp/client-settings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Git on Windows lays files down with other ends of lines. */
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8').replaceAll('\r\n', '\n');

interface Property {
  readonly default: unknown;
  readonly description: string;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
}
const manifest = JSON.parse(read('editors/vscode/package.json')) as {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
};
const { properties } = manifest.contributes.configuration;
const code = readdirSync(`${root}editors/vscode/src`).map((name) => read(`editors/vscode/src/${name}`));
const all = [...startSettings, ...toldSettings, traceSetting].map((name) => `listwright.${name}`).sort();

describe('the manifest for VS Code', () => {
  test('has the settings that the code reads, and no others', () => {
    expect(Object.keys(properties).sort()).toEqual(all);
    const literals = code.flatMap((text) =>
      [...text.matchAll(/\.get(?:<[^>]*>)?\('([^']+)'/g)].map((match) => match[1]),
    );
    expect(literals.length).toBeGreaterThan(0);
    for (const name of literals) expect(all).toContain(`listwright.${name}`);
  });

  test('has the commands that the code registers, and no others', () => {
    const known = manifest.contributes.commands.map(({ command }) => command);
    expect(known.toSorted()).toEqual(Object.values(paletteCommands).toSorted());
    const text = code.join('\n');
    for (const name of Object.keys(paletteCommands)) expect(text).toContain(`registerCommand(paletteCommands.${name}`);
    // The client's library registers the server's commands itself, and VS Code refuses a name that is taken.
    expect(known.filter((command) => Object.values<string>(serverCommands).includes(command))).toEqual([]);
  });

  test('speaks of what the server knows', () => {
    const server = read('src/lsp/server.ts');
    for (const command of Object.values(serverCommands)) expect(server).toContain(`'${command}'`);
    expect(server).toContain(`'${trustNotification}'`);
    expect(Object.keys(defaultClientSettings).sort()).toEqual(['trusted', ...toldSettings].sort());
  });

  test('has the defaults of the server, which takes each value that it offers', () => {
    for (const name of toldSettings)
      expect(properties[`listwright.${name}`]?.default).toEqual(defaultClientSettings[name]);
    const offered = toldSettings.flatMap((name) =>
      (properties[`listwright.${name}`]?.enum ?? []).map((value) => ({ name, value })),
    );
    expect(offered.length).toBeGreaterThan(5);
    for (const { name, value } of offered) {
      const before = { ...defaultClientSettings, links: 'off', preset: 'other' } as const;
      expect(readClientSettings({ [name]: value }, before)[name]).toBe(value);
    }
  });

  test('describes each setting and each value', () => {
    for (const [name, property] of Object.entries(properties)) {
      expect(property.description, name).toMatch(/\.$/);
      expect(property.enumDescriptions?.length, name).toBe(property.enum?.length);
    }
  });

  test('lets a workspace that is not trusted name nothing that is run', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(restrictedConfigurations).toEqual(['listwright.path', 'listwright.config']);
    for (const name of restrictedConfigurations) expect(Object.keys(properties)).toContain(name);
  });

  test('has the version of the command, and the types of the oldest VS Code', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(manifest.version).toBe(version);
    expect(read('editors/zed/extension.toml')).toContain(`\nversion = "${version}"\n`);
    expect(read('editors/zed/Cargo.toml')).toContain(`\nversion = "${version}"\n`);
    expect(read('editors/vscode/CHANGELOG.md')).toContain(`\n## ${version}\n`);
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  });

  test('has a lock that names no address to fetch from', () => {
    const lock = JSON.parse(read('editors/vscode/package-lock.json')) as {
      readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });
});

test.each(['docs/editors.md', 'editors/vscode/README.md'])('%s has each setting with its default', (path) => {
  const rows = [...read(path).matchAll(/^\| `(listwright\.[^`]+)`\s*\| `([^`]+)`\s*\|/gm)];
  const found = rows.map(([, name = '', value = '']) => [name, JSON.parse(value)] as const);
  const wanted = Object.entries(properties).map(([name, property]) => [name, property.default] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  expect(found.length).toBe(wanted.length);
});
