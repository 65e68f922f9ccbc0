import type { EntriesOptions } from './entry-options.js';
import type { RuleException } from './exception.js';
import type { HostSettings, LinkException, LinkOptionValues } from './link-options.js';
import type { PullRequestPolicy } from './pull-request.js';
import type { AnyRule, PresetName, RuleSeverity } from './rule.js';
import type { Source } from './source-options.js';
import type { PruneSettings, RefreshField } from './upkeep.js';

/** Severity and validated options of a rule that is on. */
export interface RuleSetting {
  readonly rule: AnyRule;
  readonly severity: Exclude<RuleSeverity, 'off'>;
  readonly options: object;
  /** True for a rule that the configuration brought: it runs under a time limit. */
  readonly brought?: boolean;
}

/** Where services are that can say more than pages, from the environment. Addresses have no slash at their end. */
export interface ServiceSettings {
  readonly githubRest: string;
  readonly githubGraphql: string;
  /** Sent to the origins of the two above, and to no other; null for none. */
  readonly githubToken: string | null;
  /** What the environment names; null where npm's own configuration counts. */
  readonly npmRegistry: string | null;
  /** The user's npm configuration file, where the environment names one; null for the usual place. */
  readonly npmConfig: string | null;
  /** Origins that the environment names: they may be private. */
  readonly trusted: readonly string[];
}

/** How many links one pull request may have asked. */
export interface Caps {
  readonly links: number;
  /** To one registrable domain, with all hosts below it. */
  readonly perDomain: number;
}

/** How links are checked: the options for links, with defaults filled in, and what depends on where the run is. Times are milliseconds. */
export interface LinkSettings extends Omit<LinkOptionValues, 'header' | 'userAgent' | 'ledger'> {
  readonly headers: LinkOptionValues['header'];
  readonly userAgent: string;
  /** The User-Agent of the request that confirms: servers that answer only browsers answer it, and it names this tool as well. */
  readonly confirmingUserAgent: string;
  /** Path of the ledger; null for none. */
  readonly ledger: string | null;
  /** True where the ledger was named: then a run that cannot write it does not begin. */
  readonly ledgerNamed: boolean;
  /** The entries of `exclude` and `accept` that are for some URLs. */
  readonly exceptions: readonly LinkException[];
  /** By host name, in lower case. */
  readonly hosts: ReadonlyMap<string, HostSettings>;
  readonly deadAfter: { readonly failures: number; readonly days: number };
  readonly vantage: 'ci' | 'local';
  readonly services: ServiceSettings;
  /** Request what fixes rely on: whether https gives the page of a plain http link, and whether a permanent redirect leads to the same target again. Set where fixes are made, since it doubles those requests. */
  readonly upgrade: boolean;
  /** Null outside of pull requests, where all links are checked. */
  readonly caps: Caps | null;
}

/**
 * Why a list got its preset: most entries are in tiers, most items are checkboxes, most headings are numbered weeks; it calls
 * itself awesome in its title, by a badge or by the name of its repository; or none of these.
 */
export type PresetReason = 'tiers' | 'check-boxes' | 'weeks' | 'title' | 'badge' | 'repository' | 'neither' | 'no-list';

/** What applies to one file: the preset it got, why, and the rules that are on. */
export interface FileSettings {
  readonly preset: PresetName;
  /** What in the list speaks for the preset; null where the preset was named. */
  readonly detected: PresetReason | null;
  readonly rules: readonly RuleSetting[];
  /** What is accepted of these rules. */
  readonly exceptions: readonly RuleException[];
}

/** `-r name=file`; a null file prints to standard output. */
export interface ReporterSetting {
  readonly name: string;
  readonly file: string | null;
}

/** The resolved configuration of a run, command line included. */
export interface Settings {
  /** The configuration file that was used; null for none. */
  readonly configFile: string | null;
  /** Null means: detected from the list. */
  readonly preset: PresetName | null;
  readonly reporters: readonly ReporterSetting[];
  readonly maxWarnings: number | null;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly lang: string | null;
  readonly links: LinkSettings;
  /** Findings that are accepted. */
  readonly exceptions: readonly RuleException[];
  /** What pull requests are checked for; null for nothing. */
  readonly pullRequest: PullRequestPolicy | null;
  /** What `prune` removes. */
  readonly prune: PruneSettings;
  /** What `refresh` rewrites; empty for nothing. */
  readonly refresh: readonly RefreshField[];
  /** The data that lists are written from; null for none. */
  readonly source: Source | null;
  /** The rules that apply to a file, by its path, the preset detected for it and the reason for that. */
  rulesFor(path: string, preset: PresetName, why?: PresetReason | null): FileSettings;
  /** How the entries of a file are written, by its path; null where the configuration does not say. */
  entriesFor(path: string): EntriesOptions | null;
}
