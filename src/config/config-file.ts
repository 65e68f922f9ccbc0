import type { AnyRule, PresetName, RuleSeverity } from '../model/rule.js';

/** A severity, or a severity with options of the rule. `off` turns the rule off. */
export type RawRule = RuleSeverity | readonly [RuleSeverity, Readonly<Record<string, unknown>>];

/** A rule as a configuration brings it; what it leaves out has a default. */
export type BroughtRule = Partial<AnyRule> & Pick<AnyRule, 'id' | 'summary' | 'why' | 'messages' | 'check'>;

/**
 * How links are asked for, by the names of the configuration. Durations are texts: `500ms`, `15s`, `10m`, `2h`, `7d`. What
 * does not fit is a UserError that names the option.
 */
export interface LinkOptions {
  /** Requests in flight in all. Default: 64. */
  readonly concurrency?: number | undefined;
  /** The most requests in flight to one host; fewer when it slows down. Default: 8. */
  readonly perHost?: number | undefined;
  /** Total time for one request, redirects included. Default: `15s`. */
  readonly timeout?: string | undefined;
  /** Retries of a transient failure. Default: 2. */
  readonly retries?: number | undefined;
  /** A link that seems broken is asked again at least this long after its first failure. Default: `10s`. */
  readonly confirmAfter?: string | undefined;
  /** Regular expressions, bare or as `/pattern/flags`: these URLs are checked whatever `exclude` says. */
  readonly include?: string | readonly string[] | undefined;
  /** Regular expressions: these URLs are `skipped` with the reason `excluded`. */
  readonly exclude?: string | readonly string[] | undefined;
  /** `host=name: value`; a header never goes to another host. */
  readonly header?: string | readonly string[] | undefined;
  /** Default: the name, version and address of this package. */
  readonly userAgent?: string | undefined;
  /** Status codes that count as alive, like `200..299,403`. Default: `200..299`. */
  readonly accept?: string | undefined;
  /** File of the verdicts of earlier runs (JSON Lines), read and written; false for none. */
  readonly ledger?: string | false | undefined;
  /** A verdict of `alive` in the ledger that is younger than this is not asked again. Default: `1d`. */
  readonly maxAge?: string | undefined;
  /** Lets links reach loopback, private and link-local addresses. Default: false. */
  readonly allowPrivate?: boolean | undefined;
  /** `host:port:host2:port2`, as curl's: requests for the first pair go to the second. An empty part matches any. */
  readonly connectTo?: string | readonly string[] | undefined;
  /** File with an extra certificate authority (PEM). */
  readonly cacert?: string | undefined;
  /** Asks for nothing: relative paths, anchors and syntax alone are judged, the rest is `skipped`. Default: false. */
  readonly offline?: boolean | undefined;
  /** Looks up an archived copy of what is broken, for `suggestion`. Default: false. */
  readonly archive?: boolean | undefined;
  /** `i/n`: only the i-th of n parts; all URLs of one host fall into one part. */
  readonly shard?: string | undefined;
  /** An unreachable link is broken after so many failures over so many days, as the ledger knows them. Default: 3 over 7. */
  readonly deadAfter?: { readonly failures?: number | undefined; readonly days?: number | undefined } | undefined;
}

/** What a configuration file may say; every key has the meaning of the command's option of that name. */
export interface RawOptions extends LinkOptions {
  /** Default: `roadmap` for a list whose tiers hold more than half of its entries, else `awesome`. */
  readonly preset?: PresetName | undefined;
  /** By rule name; they win over the preset. */
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  /** Other presets and rules for the files that match; later ones win. */
  readonly overrides?: readonly RawOverride[] | undefined;
  /** Packages and files that bring rules; in a configuration that is code, the rules themselves too. */
  readonly plugins?: readonly (string | BroughtRule)[] | undefined;
  /** False: results of lint are not kept between runs. */
  readonly cache?: boolean | undefined;
  /** `name` or `name=file`. */
  readonly reporter?: string | readonly string[] | undefined;
  /** BCP 47 tag of the language of the list. Default: told from the text. */
  readonly lang?: string | undefined;
  /** Shows everything unfolded. */
  readonly verbose?: boolean | undefined;
  /** Shows errors only. */
  readonly quiet?: boolean | undefined;
  /** Shows progress on a terminal. Default: true. */
  readonly progress?: boolean | undefined;
  /** Uses colour. Default: where it is shown. */
  readonly color?: boolean | undefined;
  /** More warnings than this fail the command. */
  readonly maxWarnings?: number | undefined;
  /** The path that standard input stands for. */
  readonly stdinFilename?: string | undefined;
  /** How many new links one pull request may bring, in all and to one domain. Default: 1000 and 200. */
  readonly caps?: { readonly links?: number | undefined; readonly perDomain?: number | undefined } | undefined;
}

/** Other settings for the files that match. */
export interface RawOverride {
  /** Globs, from the folder of the configuration file. */
  readonly files: string | readonly string[];
  readonly preset?: PresetName | undefined;
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
}
