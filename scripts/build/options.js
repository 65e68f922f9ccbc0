/** What all bundles have in common: ESM for Node, with `require` for what was written for CommonJS. */
export function bundleOptions(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Its CommonJS form has no named exports where it is bundled and imported lazily.
    alias: { yaml: `${root}node_modules/yaml/browser/index.js`, 'node:assert': `${root}scripts/build/assert.cjs` },
    chunkNames: 'chunks/[name]-[hash]',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    // A release pins the workflows that it writes to the commit of its Action.
    define: { ACTION_COMMIT: JSON.stringify(process.env.LISTWRIGHT_ACTION_COMMIT ?? '') },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  };
}

/** commander starts programs for subcommands that are files of their own; there are none, and loading the module takes 5 ms. */
export const withoutPrograms = {
  name: 'without-programs',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'none', namespace: 'without-programs' }
        : undefined,
    );
    bundler.onLoad({ filter: /^none$/, namespace: 'without-programs' }, () => ({ contents: 'module.exports = {};' }));
  },
};
