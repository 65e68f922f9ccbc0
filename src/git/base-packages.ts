import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import type { Base } from './base.js';
import { answered, splitFields } from './git.js';

/**
 * Throws a UserError where the head brings code that the code of the base would import: files in a `node_modules`, or,
 * where a package in `node_modules` lies or imports outside of it, as one of a workspace does, any code of the repository.
 */
export async function assertOwnPackages(base: Base): Promise<void> {
  const answer = await base.git(['diff-tree', '-r', '-z', '--name-only', '--no-renames', base.commit, 'HEAD']);
  const brought = splitFields(answered(answer, `--since ${base.ref}: the packages of the pull request`));
  const refuse = (path: string): UserError =>
    new UserError(
      `${path}: this pull request changes code that the configuration of the base would import; change it in a pull request of its own`,
    );
  const packed = brought.find((path) => /(?:^|\/)node_modules(?:\/|$)/i.test(path));
  if (packed !== undefined) throw refuse(packed);
  const code = brought.find(mayBeCode);
  const gitDir = answered(
    await base.git(['rev-parse', '--absolute-git-dir']),
    `--since ${base.ref}: the packages here`,
  );
  const places = [base.root, gitDir.toString('utf8').trim()].flatMap(withParents);
  for await (const way of waysOut(base.root, new Set(places), code !== undefined)) {
    // What is next to a linked package may be data that its code relies on.
    const reached = brought.find((path) => path === way || path.startsWith(`${way}/`)) ?? code;
    if (reached !== undefined) throw refuse(reached);
  }
}

/** Lists, data and pictures are not imported as code; what has another ending, or none, may be. */
function mayBeCode(path: string): boolean {
  const isData = /\.(?:md|markdown|mkdn?|mdown|txt|rst|adoc|csv|tsv|ya?ml|toml|json|png|jpe?g|gif|svg|webp|ico|pdf)$/i;
  return !isData.test(path) || /(?:^|\/)package\.json$/i.test(path);
}

/** A folder and all that it is in: packages are looked for in each of them. */
function withParents(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

/**
 * Files and folders of the work tree that packages in the `node_modules` of these places lead to, from the root and with forward
 * slashes: by a link, and with `imported` by a relative import.
 */
async function* waysOut(root: string, places: ReadonlySet<string>, imported: boolean): AsyncGenerator<string> {
  const outside = (path: string): string | null => {
    const parts = relative(root, path).split(sep);
    return parts[0] === '..' || isAbsolute(parts.join(sep)) || parts.includes('node_modules') ? null : parts.join('/');
  };
  const folders = [...places].map((place) => ({ folder: join(place, 'node_modules'), depth: 1 }));
  const linked = await Promise.all(folders.map(({ folder }) => realpath(folder).catch(() => folder)));
  yield* linked.map(outside).filter((way) => way !== null);
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const { folder, depth } = next;
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      // Of what is deeper only imports of code matter.
      if (entry.isDirectory() && (imported || (depth === 1 && entry.name.startsWith('@'))))
        folders.push({ folder: path, depth: depth + 1 });
      const targets = entry.isSymbolicLink()
        ? [await realpath(path).catch(() => path)]
        : imported && entry.isFile() && importing.has(extname(path))
          ? await importsUpwards(path, folder, depth)
          : [];
      yield* targets.map(outside).filter((way) => way !== null);
    }
  }
}

const importing = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '']);

/** What a module imports from `levels` folders above it or more, and is there. */
async function importsUpwards(file: string, folder: string, levels: number): Promise<readonly string[]> {
  const bytes = await readFile(file);
  if (!bytes.includes(`..${'/..'.repeat(levels - 1)}`)) return [];
  const specifiers = bytes.toString('utf8').matchAll(/\b(?:from|import|require)\s*\(?\s*['"`](\.\.[^'"`\n]*)['"`]/g);
  const targets = [...specifiers].map(([, specifier = '']) => resolve(folder, specifier.replace(/[?#].*$/, '')));
  return targets.filter((target) =>
    ['', '.js', '.mjs', '.cjs', '.ts', '.json'].some((end) => existsSync(target + end)),
  );
}
