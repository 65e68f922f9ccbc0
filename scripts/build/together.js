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
 * A plugin that keeps modules in one file that are loaded together. esbuild makes a file of the modules that the same entries share,
 * and each dynamic import is an entry, so that a lint would be loaded from a hundred files, and take a tenth longer. With it, what
 * needs a module of a group imports the whole group. `groups` are paths from `root`, of modules without side effects.
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
  const needs = new Map(
    [...new Set(entries.map(({ path }) => path))]
      .filter((path) => path.endsWith('.ts'))
      .map((path) => {
        const own = [...closure([path])];
        return [path, groups.map((_, group) => group).filter((group) => own.some((each) => whole[group].has(each)))];
      }),
  );
  return {
    name: 'together',
    setup(bundler) {
      bundler.onResolve({ filter: /^together:\d+$/ }, ({ path }) => ({ path, namespace: 'together' }));
      bundler.onLoad({ filter: /.*/, namespace: 'together' }, ({ path }) => ({
        contents: groups[Number(path.replace('together:', ''))].map((each) => `import './${each}';`).join(''),
        resolveDir: root,
      }));
      bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const groupsOfIt = needs.get(relative(root, path).replaceAll('\\', '/')) ?? [];
        if (groupsOfIt.length === 0) return undefined;
        // On the first line, so that line numbers stay.
        const first = groupsOfIt.map((group) => `import 'together:${group}';`).join('');
        return { contents: first + (await readFile(path, 'utf8')), loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}
