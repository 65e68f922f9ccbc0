import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

/** What decides which listwright is started. */
export interface ServerFacts {
  readonly trusted: boolean;
  /** The file that `listwright.path` names, absolute; null where it names none. */
  readonly named: string | null;
  /** The command of the workspace's own package; null where it has none. */
  readonly installed: string | null;
  /** The command inside the extension. */
  readonly bundled: string;
}

/** The listwright to start. */
export interface Server {
  readonly from: 'the setting' | 'the workspace' | 'the extension';
  readonly file: string;
}

/** What a workspace brings is started only when it is trusted; then the setting wins, and the workspace's own comes next. */
export function chooseServer({ trusted, named, installed, bundled }: ServerFacts): Server {
  if (trusted && named !== null) return { from: 'the setting', file: named };
  if (trusted && installed !== null) return { from: 'the workspace', file: installed };
  return { from: 'the extension', file: bundled };
}

/** How a server is started. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A JavaScript file runs on the editor's own Node (`node`, which Electron is when it is told to be); any other file is a program. */
export function startOf({ file }: Server, node: string): Start {
  if (!/\.[cm]?js$/i.test(file)) return { command: file, args: ['lsp'], env: {} };
  return { command: node, args: [file, 'lsp'], env: { ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' } };
}

/** The value of `listwright.path` as an absolute path, from the workspace's first folder; null where it is not set. */
export function namedServer(value: unknown, folders: readonly string[]): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const path = value.trim();
  return isAbsolute(path) ? path : resolve(folders[0] ?? '', path);
}

/**
 * The command of the first folder that has the package. It is looked up in the package's manifest: what lies in
 * `node_modules/.bin` is a shell script on Windows and with pnpm, and Node runs none.
 */
export function installedServer(folders: readonly string[]): string | null {
  for (const folder of folders) {
    const base = join(folder, 'node_modules', 'listwright');
    const file = commandOf(base);
    if (file !== null && existsSync(file)) return file;
  }
  return null;
}

function commandOf(base: string): string | null {
  try {
    const { bin }: { readonly bin?: unknown } = JSON.parse(readFileSync(join(base, 'package.json'), 'utf8'));
    const path = typeof bin === 'object' && bin !== null ? (bin as Readonly<Record<string, unknown>>).listwright : bin;
    return typeof path === 'string' ? join(base, path) : null;
  } catch {
    return null;
  }
}
