import type { LintPlugin } from './run-plugin.js';

/** A text and what the plugin finds in it. */
export interface PluginExample {
  readonly text: string;
  /** Each finding as `line:column`. */
  readonly finds: readonly string[];
  /** The file it is the text of, where the name is what counts. */
  readonly path?: string;
  readonly note?: string;
}

/** One remark-lint plugin of the bundle, as awesome-lint 2.3.0 sets it. */
export interface StyleRow {
  /** The name of the package without `remark-lint-`. */
  readonly name: string;
  readonly load: () => Promise<{ readonly default: LintPlugin }>;
  /** The plugin's own options; left out where awesome-lint sets none. */
  readonly options?: unknown;
  /** One imperative sentence without a period. */
  readonly summary: string;
  readonly why: string;
  /** True where awesome-strict is milder about the same fault in a rule of ours, so that the plugin reports it as well. */
  readonly alsoReported?: boolean;
  readonly wrong: PluginExample;
  readonly right: PluginExample;
}
