import type { PresetName, RuleSeverity } from '../model/rule.js';

export type RawRule = RuleSeverity | readonly [RuleSeverity, Readonly<Record<string, unknown>>];

/** Options as they are written, in a configuration file or on the command line; what is left out is undefined. */
export interface RawOptions {
  readonly preset?: PresetName | undefined;
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  readonly overrides?: readonly RawOverride[] | undefined;
  /** Packages and files that bring rules; in a configuration that is code, the rules themselves too. */
  readonly plugins?: readonly unknown[] | undefined;
  /** False: results of lint are not kept between runs. */
  readonly cache?: boolean | undefined;
  readonly reporter?: string | readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly verbose?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly progress?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly maxWarnings?: number | string | undefined;
  readonly stdinFilename?: string | undefined;
  readonly concurrency?: number | string | undefined;
  readonly perHost?: number | string | undefined;
  readonly timeout?: string | undefined;
  readonly retries?: number | string | undefined;
  readonly confirmAfter?: string | undefined;
  readonly include?: string | readonly string[] | undefined;
  readonly exclude?: string | readonly string[] | undefined;
  readonly header?: string | readonly string[] | undefined;
  readonly userAgent?: string | undefined;
  readonly accept?: string | undefined;
  readonly ledger?: string | false | undefined;
  readonly maxAge?: string | undefined;
  readonly allowPrivate?: boolean | undefined;
  readonly connectTo?: string | readonly string[] | undefined;
  readonly cacert?: string | undefined;
  readonly offline?: boolean | undefined;
  readonly archive?: boolean | undefined;
  readonly shard?: string | undefined;
  readonly caps?: { readonly links?: number | undefined; readonly perDomain?: number | undefined } | undefined;
  readonly deadAfter?: { readonly failures?: number | undefined; readonly days?: number | undefined } | undefined;
}

/** Other settings for the files that match. */
export interface RawOverride {
  readonly files: string | readonly string[];
  readonly preset?: PresetName | undefined;
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
}
