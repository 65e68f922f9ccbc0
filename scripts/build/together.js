import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { build } from 'esbuild';

/** What the command loads before it knows its subcommand, for help and wrong options too; and what checking a list takes. */
export const startGroups = [
  [
    'src/cli/run-command.ts',
    'src/fs/cache-folder.ts',
    'src/pipeline/exit-guard.ts',
    'src/cli/program.ts',
    'src/cli/terminal/colors.ts',
    'src/config/command-line/usage-errors.ts',
  ],
  ['src/cli/commands/check.ts', 'src/report/terminal/pretty.ts'],
];

/**
 * What is imported lazily and may be in one file with its like, by the paths of the modules: what a run needs of a kind, it mostly
 * needs together, and npm takes longer to write four hundred small files than a few large ones.
 */
export const lazyGroups = [
  /^node_modules\/remark-lint-/,
  /^src\/report\/(?!terminal\/)/,
  /^src\/links\/(?!http\/)/,
  /^src\/(?:add|admit|cli\/commands|doctor|export|prune|refresh)\/(?!(?:check|completion|extract|init|render)\.ts$)/,
  /^src\/(?:data|init)\/|^src\/cli\/commands\/(?:completion|extract|init|render)\.ts$/,
  /^src\/(?:config|diff|fs|git|github|history|lint|pipeline|policy)\/(?!heap-limit\.ts$)/,
];

/** What needs less of a group than this share of its bytes does without the rest: help shows colors, as a report does. */
const leastShare = 0.01;

/**
 * A plugin that keeps modules in one file that are loaded together. esbuild makes a file of the modules that the same entries share,
 * and each dynamic import is an entry, so that a lint would be loaded from a hundred files, and take a tenth longer. With it, what
 * needs much of a group imports all of it. `groups` are paths from `root`, of modules without side effects. What is imported
 * lazily and in one of `lazyGroups` is imported with the others of its group.
 */
export async function together(options, root, groups) {
  const { metafile } = await build({ ...options, write: false, metafile: true });
  const imports = (path) => (metafile.inputs[path]?.imports ?? []).filter(({ external }) => !external);
  const isDynamic = ({ kind }) => kind === 'dynamic-import';
  const closure = (paths, known = new Set()) => {
    for (const path of paths.filter((each) => !known.has(each))) {
      known.add(path);
      const next = imports(path).filter((each) => !isDynamic(each));
      closure(
        next.map((each) => each.path),
        known,
      );
    }
    return known;
  };
  // What two groups share belongs to the first.
  const taken = new Set();
  const whole = groups.map((paths) => {
    const own = [...closure(paths)].filter((path) => !taken.has(path));
    for (const path of own) taken.add(path);
    return new Set(own);
  });
  const entries = Object.keys(metafile.inputs).flatMap((path) => imports(path).filter(isDynamic));
  const bytesOf = (paths) => [...paths].reduce((sum, path) => sum + metafile.inputs[path].bytes, 0);
  const needs = new Map(
    [...new Set(entries.map(({ path }) => path))]
      .filter((path) => path.endsWith('.ts'))
      .map((path) => {
        const own = [...closure([path])];
        const isNeeded = (group) =>
          bytesOf(own.filter((each) => whole[group].has(each))) > bytesOf(whole[group]) * leastShare;
        return [path, groups.map((_, group) => group).filter(isNeeded)];
      }),
  );
  const lazy = lazyGroups.map((pattern) =>
    [...new Set(entries.map(({ path }) => path))].filter((path) => pattern.test(path)),
  );
  // A lazy import of a member of a group becomes one of the group, of which it takes the member.
  const withLazyGroups = (text, path) =>
    text.replace(/(?<!typeof )\bimport\('([^']+)'\)/g, (whole, specifier) => {
      const target = imports(path).find((each) => isDynamic(each) && each.original === specifier)?.path;
      const group = lazy.findIndex((members) => members.length > 1 && members.includes(target));
      return group < 0 ? whole : `import('lazy:${group}').then((group) => group.m${lazy[group].indexOf(target)})`;
    });
  return {
    name: 'together',
    setup(bundler) {
      bundler.onResolve({ filter: /^lazy:\d+$/ }, ({ path }) => ({ path, namespace: 'lazy' }));
      bundler.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
        contents: lazy[Number(path.replace('lazy:', ''))]
          .map((each, index) => `export * as m${index} from './${each}';`)
          .join(''),
        resolveDir: root,
      }));
      bundler.onResolve({ filter: /^together:\d+$/ }, ({ path }) => ({ path, namespace: 'together' }));
      bundler.onLoad({ filter: /.*/, namespace: 'together' }, ({ path }) => ({
        contents: groups[Number(path.replace('together:', ''))].map((each) => `import './${each}';`).join(''),
        resolveDir: root,
      }));
      bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const own = relative(root, path).replaceAll('\\', '/');
        // On the first line, so that line numbers stay.
        const first = (needs.get(own) ?? []).map((group) => `import 'together:${group}';`).join('');
        const text = withLazyGroups(await readFile(path, 'utf8'), own);
        return { contents: first + text, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}
