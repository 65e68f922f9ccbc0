import type { EntriesOptions } from '../model/entry-options.js';
import type { PolicyCheck } from '../model/pull-request.js';
import type { AnyRule, PresetName, RuleSeverity } from '../model/rule.js';
import type { SourceOptions } from '../model/source-options.js';
import type { ShownFact } from '../model/upkeep.js';
import type { LinkOptions } from './raw-link-options.js';

/** A severity; `warn` is `warning`, `false` is `off`, and `true` is the severity that the preset gives the rule. */
export type RawSeverity = RuleSeverity | 'warn' | boolean;

/** A severity, or a severity with options of the rule. `off` turns the rule off. */
export type RawRule = RawSeverity | readonly [RawSeverity] | readonly [RawSeverity, Readonly<Record<string, unknown>>];

/** A rule from a configuration; whatever it omits has a default. */
export type BroughtRule = Partial<AnyRule> & Pick<AnyRule, 'id' | 'summary' | 'why' | 'messages' | 'check'>;

/** The content of a configuration file; each key has the meaning of the option with the same name. */
export interface RawOptions extends LinkOptions {
  /** Default: `roadmap` for a list whose tiers hold more than half of its entries, `awesome` for one that calls itself awesome, `minimal` for a file that does not look like a list, otherwise `list`. */
  readonly preset?: PresetName | undefined;
  /** By rule name; they override the preset. */
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  /** Other presets and rules for matching files; later overrides win. */
  readonly overrides?: readonly RawOverride[] | undefined;
  /** The format of entries. */
  readonly entries?: EntriesOptions | undefined;
  /** The data from which the list is written. */
  readonly source?: SourceOptions | undefined;
  /** Accepted findings, each with its reason. */
  readonly except?: readonly RawException[] | undefined;
  /** Requirements for pull requests. */
  readonly pullRequest?: RawPullRequest | undefined;
  /** What `prune` removes. */
  readonly prune?: RawPrune | undefined;
  /** The fields of entries that `refresh` rewrites, each with its fact. */
  readonly refresh?: Readonly<Record<string, number | RawRefreshField>> | undefined;
  /** Packages and files with rules; a configuration that is code may also contain the rules themselves. */
  readonly plugins?: readonly (string | BroughtRule)[] | undefined;
  /** False: lint results are not cached between runs. */
  readonly cache?: boolean | undefined;
  /** `name` or `name=file`. */
  readonly reporter?: string | readonly string[] | undefined;
  /** BCP 47 tag of the language of the list. Default: detected from the text. */
  readonly lang?: string | undefined;
  /** Shows every finding. */
  readonly verbose?: boolean | undefined;
  /** Shows errors only. */
  readonly quiet?: boolean | undefined;
  /** Shows progress on a terminal. Default: true. */
  readonly progress?: boolean | undefined;
  /** Uses colors. Default: if the terminal supports them. */
  readonly color?: boolean | undefined;
  /** More warnings than this fail the command. */
  readonly maxWarnings?: number | undefined;
  /** Path to assume for standard input. */
  readonly stdinFilename?: string | undefined;
  /** Maximum number of new links to check in a pull request, in total and per domain. Default: 1000 and 200. */
  readonly caps?: { readonly links?: number | undefined; readonly perDomain?: number | undefined } | undefined;
}

/** Accepted findings about an entry. */
export interface RawException {
  /** The name or URL of an entry, with `*` for any characters, or `/pattern/flags`. */
  readonly match: string;
  /** The rules to which it applies. Default: all. */
  readonly rules?: string | readonly string[] | undefined;
  /** Title or /pattern/ of the section that contains the entry. */
  readonly section?: string | undefined;
  /** Why it is accepted. */
  readonly reason: string;
  /** The first day on which it no longer applies, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
}

/** Requirements for pull requests; a missing key is not checked. */
export interface RawPullRequest {
  /** The maximum number of entries that a pull request may add. */
  readonly entries?: number | undefined;
  /** Globs of the files that a pull request may change, relative to the root of the repository. */
  readonly files?: string | readonly string[] | undefined;
  /** A regular expression that the title of a pull request must match. */
  readonly title?: string | undefined;
  /** Regular expressions for URLs that the description of a pull request must contain, by name. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  /** Labels of checkboxes that must be checked in the description of a pull request. */
  readonly checkboxes?: string | readonly string[] | undefined;
  /** The minimum number of entries in a new section. */
  readonly section?: number | undefined;
  /** Report entries that were removed from the list before. */
  readonly removed?:
    | boolean
    | { readonly days?: number | undefined; readonly commits?: number | undefined }
    | undefined;
  /** Severity of all findings, or of each check by its name. Default: `warning`. */
  readonly severity?: RawSeverity | { readonly [Check in PolicyCheck]?: RawSeverity | undefined } | undefined;
  /** Labels for a pull request with findings, by the name of the check; `passed` for one without findings. */
  readonly labels?: { readonly [Check in PolicyCheck | 'passed']?: string | undefined } | undefined;
}

/** Which entries `prune` removes or moves. */
export interface RawPrune {
  /** Default: true. */
  readonly broken?: boolean | undefined;
  /** True, or the weeks for which it has been archived. Default: false. */
  readonly archived?: boolean | number | undefined;
  /** Days since the last push. Default: never. */
  readonly silent?: number | undefined;
  /** Weeks for which a rule must have reported an entry. */
  readonly rules?: Readonly<Record<string, number>> | undefined;
  /** Title of the section that entries are moved to. Default: they are removed. */
  readonly moveTo?: string | undefined;
  /** File that records what was removed. Default: none. */
  readonly record?: string | undefined;
  readonly limit?: number | undefined;
  readonly keepDays?: number | undefined;
}

/** How `refresh` updates a field of entries. */
export interface RawRefreshField {
  /** Default: the name of the field. */
  readonly fact?: ShownFact | undefined;
  readonly change?: number | undefined;
}

/** Other settings for matching files. */
export interface RawOverride {
  /** Globs, relative to the folder of the configuration file. */
  readonly files: string | readonly string[];
  readonly preset?: PresetName | undefined;
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  readonly entries?: EntriesOptions | undefined;
}
