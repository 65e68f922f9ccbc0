import { linkOptionList } from '../../model/link-options.js';
import type { PresetName } from '../../model/rule.js';
import type { RawOptions } from '../config-file.js';
import { type ReporterFlags, reportersOf } from './reporters.js';

/** Options as commander gives them: `config`, `ledger`, `color` and `progress` are false when they were negated. */
export interface Flags extends ReporterFlags {
  readonly config?: string | boolean;
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly fixDryRun?: boolean;
  readonly explainExceptions?: boolean;
  readonly stdinFilename?: string;
  readonly color?: boolean;
  readonly progress?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly [name: string]: unknown;
}

const passed: readonly string[] = [
  ...['lang', 'verbose', 'quiet', 'maxWarnings', 'stdinFilename'],
  ...linkOptionList.map(([name]) => name),
];

/** The flags that have a key in the configuration, in its words. A flag that commander set by default is left out. */
export function rawFlags(flags: Flags): RawOptions {
  const raw: Record<string, unknown> = {};
  for (const name of passed) if (flags[name] !== undefined) raw[name] = flags[name];
  const reporters = reportersOf(flags);
  if (reporters !== undefined) raw.reporter = reporters;
  if (flags.cache === false) raw.cache = false;
  if (flags.color === false) raw.color = false;
  if (flags.progress === false) raw.progress = false;
  if (flags.preset !== undefined) raw.preset = flags.preset as PresetName;
  return raw;
}
