import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { talkTo } from './conversation.js';
import { type Packed, readZip } from './zip.js';

/** Bytes that the package may have. */
const most = 1_700_000;

/** Every file that VS Code gets. */
const expected = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/NOTICES.txt',
  'extension/dist/extension.cjs',
  'extension/dist/server/cli.js',
  'extension/dist/server/jiti/LICENSE',
  'extension/dist/server/jiti/dist/babel.cjs',
  'extension/dist/server/jiti/dist/jiti.cjs',
  'extension/dist/server/jiti/lib/jiti.mjs',
  'extension/dist/server/jiti/package.json',
  'extension/icon.png',
  'extension/package.json',
  'extension/readme.md',
];

const list = `# Awesome Pots

- [Pot](https://pot.test) - A pot without a full stop
`;
/** It needs TypeScript to be read, and then silences what is found otherwise. */
const config = `export default { rules: { 'description-end': 'off' } } satisfies { rules: Record<string, string> };\n`;

/** What is wrong with a package for VS Code; empty where all is well. Its server is started from where it was unpacked. */
export async function troubleOfVsix(archive: Buffer, version: string): Promise<readonly string[]> {
  const files = readZip(archive);
  const trouble = [...troubleOfFiles(files), ...troubleOfManifest(files, version)];
  if (archive.length > most) trouble.push(`it has ${archive.length} bytes, at most ${most} are wanted`);
  if (trouble.length > 0) return trouble;
  const folder = mkdtempSync(join(tmpdir(), 'listwright-vsix-'));
  try {
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return await troubleOfServer(folder, version);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function troubleOfFiles(files: readonly Packed[]): readonly string[] {
  const paths = files.map(({ path }) => path);
  return [
    ...expected.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...paths.filter((path) => !expected.includes(path)).map((path) => `${path} is too much`),
  ];
}

function troubleOfManifest(files: readonly Packed[], version: string): readonly string[] {
  const text = files.find(({ path }) => path === 'extension/package.json')?.bytes.toString() ?? '{}';
  const manifest: { readonly version?: unknown } = JSON.parse(text);
  return manifest.version === version ? [] : [`its version is ${manifest.version}, ${version} is released`];
}

async function troubleOfServer(folder: string, version: string): Promise<readonly string[]> {
  const start = [process.execPath, join(folder, 'extension/dist/server/cli.js'), 'lsp', '--stdio'];
  const place = join(folder, 'pots');
  mkdirSync(place);
  writeFileSync(join(place, 'README.md'), list);
  writeFileSync(join(place, 'listwright.config.ts'), config);
  const trouble: string[] = [];
  for (const trusted of [false, true]) {
    const { rules, server } = await talkTo(start, { folder: place, text: list, trusted });
    const which = trusted ? 'trusted' : 'not trusted';
    if (server !== version) trouble.push(`the server is ${server}, not ${version}`);
    if (rules.includes('description-end') === trusted)
      trouble.push(`where it is ${which}, it says ${rules.join(', ')}`);
  }
  return trouble;
}
