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

/** The content of a configuration file; each key means the same as the option of that name. */
export interface RawOptions extends LinkOptions {
  /** Default: `roadmap` for a list whose tiers hold more than half of its entries, `awesome` for one that calls itself awesome, `minimal` for a file that does not look like a list, otherwise `list`. */
  readonly preset?: PresetName | undefined;
  /** By rule name; they win over the preset. */
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  /** Other presets and rules for the files that match; later ones win. */
  readonly overrides?: readonly RawOverride[] | undefined;
  /** How entries are written. */
  readonly entries?: EntriesOptions | undefined;
  /** The data that the list is written from. */
  readonly source?: SourceOptions | undefined;
  /** Findings that are accepted, each with its reason. */
  readonly except?: readonly RawException[] | undefined;
  /** Requirements for pull requests. */
  readonly pullRequest?: RawPullRequest | undefined;
  /** What `prune` removes. */
  readonly prune?: RawPrune | undefined;
  /** The fields of entries that `refresh` rewrites, each with its fact. */
  readonly refresh?: Readonly<Record<string, number | RawRefreshField>> | undefined;
  /** Packages and files that bring rules; in a configuration that is code, the rules themselves too. */
  readonly plugins?: readonly (string | BroughtRule)[] | undefined;
  /** False: results of lint are not kept between runs. */
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

/** Findings about an entry that are accepted. */
export interface RawException {
  /** The name or URL of an entry, with `*` for any characters, or `/pattern/flags`. */
  readonly match: string;
  /** The rules that it is for. Default: all. */
  readonly rules?: string | readonly string[] | undefined;
  /** Title or /pattern/ of the section that the entry is in. */
  readonly section?: string | undefined;
  /** Why it is accepted. */
  readonly reason: string;
  /** The day from which it no longer applies, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
}

/** Requirements for pull requests; a missing key is not checked. */
export interface RawPullRequest {
  /** The maximum number of entries that it adds. */
  readonly entries?: number | undefined;
  /** Globs of the files that it may change, from the root of the repository. */
  readonly files?: string | readonly string[] | undefined;
  /** A regular expression that its title matches. */
  readonly title?: string | undefined;
  /** Regular expressions of URLs that its description must link, by name. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  /** Labels of checkboxes that must be checked in its description. */
  readonly checkboxes?: string | readonly string[] | undefined;
  /** The minimum number of entries in a section that it adds. */
  readonly section?: number | undefined;
  /** Report entries that were removed from the list before. */
  readonly removed?:
    | boolean
    | { readonly days?: number | undefined; readonly commits?: number | undefined }
    | undefined;
  /** Severity of all findings, or by the name of the check. Default: `warning`. */
  readonly severity?: RawSeverity | { readonly [Check in PolicyCheck]?: RawSeverity | undefined } | undefined;
  /** Labels for a pull request with findings, by the name of the check; `passed` for one without. */
  readonly labels?: { readonly [Check in PolicyCheck | 'passed']?: string | undefined } | undefined;
}

/** Which entries `prune` removes, and where they go. */
export interface RawPrune {
  /** Default: true. */
  readonly broken?: boolean | undefined;
  /** True, or the weeks for which it has been archived. Default: false. */
  readonly archived?: boolean | number | undefined;
  /** Days since the last push. Default: never. */
  readonly silent?: number | undefined;
  /** Weeks for which rules have reported an entry. */
  readonly rules?: Readonly<Record<string, number>> | undefined;
  /** Title of the section that entries are moved to. Default: they are removed. */
  readonly moveTo?: string | undefined;
  /** File that records what was removed. Default: none. */
  readonly record?: string | undefined;
  readonly limit?: number | undefined;
  readonly keepDays?: number | undefined;
}

/** How a field of entries follows a fact. */
export interface RawRefreshField {
  /** Default: the name of the field. */
  readonly fact?: ShownFact | undefined;
  readonly change?: number | undefined;
}

/** Other settings for the files that match. */
export interface RawOverride {
  /** Globs, from the folder of the configuration file. */
  readonly files: string | readonly string[];
  readonly preset?: PresetName | undefined;
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  readonly entries?: EntriesOptions | undefined;
}
