import type { AnyRule, Example } from '../model/rule.js';
import { aliases } from '../rule-kit/rule-aliases.js';
import { blockRows } from './blocks.js';
import { markRows } from './emphasis.js';
import { fileRows } from './files.js';
import { headingRows } from './headings.js';
import { itemRows } from './items.js';
import { referenceRows } from './references.js';
import { remarkRule } from './rule.js';
import type { LintPlugin } from './run-plugin.js';
import type { PluginExample, StyleRow } from './table.js';
import { tableRows } from './tables.js';

/** The remark-lint plugins that the configuration of awesome-lint 2.3.0 turns on, by name; its own rules are not among them. */
export const styleRows: readonly StyleRow[] = [
  ...blockRows,
  ...fileRows,
  ...headingRows,
  ...itemRows,
  ...markRows,
  ...referenceRows,
  ...tableRows,
].sort((a, b) => (a.name < b.name ? -1 : 1));

const loaded = new Map<string, LintPlugin>();

/** The rules `style/<plugin>`, by name: on in `awesome-strict` alone. They can be checked when `loadStyle` has loaded them. */
export const styleRules: readonly AnyRule[] = styleRows.map((row) =>
  remarkRule(idOf(row), () => pluginOf(row), row.options, {
    summary: row.summary,
    why: row.why,
    supersededBy: row.alsoReported ? [] : (aliases[row.name] ?? []),
    severity: { awesome: 'off', strict: 'error', list: 'off', roadmap: 'off', minimal: 'off', default: 'error' },
    examples: [row.wrong, row.right].map(exampleOf),
  }),
);

/** Loads the plugins of the rules with these ids, each once; ids of other rules are passed over. */
export async function loadStyle(ids: Iterable<string>): Promise<void> {
  const wanted = new Set(ids);
  await Promise.all(
    styleRows
      .filter((row) => wanted.has(idOf(row)) && !loaded.has(row.name))
      .map(async (row) => loaded.set(row.name, (await row.load()).default)),
  );
}

function idOf(row: StyleRow): string {
  return `style/${row.name}`;
}

function pluginOf(row: StyleRow): LintPlugin {
  const plugin = loaded.get(row.name);
  if (plugin === undefined) throw new Error(`${idOf(row)}: its plugin was not loaded; call loadStyle first`);
  return plugin;
}

function exampleOf(sample: PluginExample): Example {
  return { ...sample, finds: sample.finds.map((place) => `${place} found`) };
}
