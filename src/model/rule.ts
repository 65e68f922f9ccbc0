import type { BaseIssue, BaseSchema, InferOutput } from 'valibot';
import type { Change } from './change.js';
import type { EntriesOptions } from './entry-options.js';
import type { FactDetail, PackageFacts, RepositoryFacts } from './facts.js';
import type { Files } from './files.js';
import type { Fix, Severity, Topic } from './finding.js';
import type { Directive, Link, List } from './list.js';
import type { Position } from './position.js';
import type { JsonValue, Prefetch } from './prefetch.js';
import type { JudgedLink, Verdict } from './verdict.js';
import type { VerdictName } from './verdict-names.js';

/** The severities that a configuration may set for a rule. */
export type RuleSeverity = Severity | 'off';
/** `minimal`: only problems that break the page for readers; `list`: any curated list; `awesome`: a list that calls itself awesome; `awesome-strict`: what awesome-lint requires, Markdown style included; `roadmap`: study plans and lists in tiers. */
export type PresetName = 'minimal' | 'list' | 'awesome' | 'awesome-strict' | 'roadmap';

/** A valibot schema of an object. */
export type OptionsSchema = BaseSchema<unknown, object, BaseIssue<unknown>>;

/** `{name}` placeholders of a message. */
type Words<Text extends string> = Text extends `${string}{${infer Word}}${infer Rest}` ? Word | Words<Rest> : never;
type Data<Text extends string> = [Words<Text>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: { readonly [Word in Words<Text>]: string | number } };

/** A problem at one place. */
export type Problem<Messages extends Record<string, string>> = {
  [Id in keyof Messages & string]: {
    readonly message: Id;
    readonly at: Position;
    readonly fix?: Fix | null;
    readonly url?: string | null;
    /** Further places of the same cause. */
    readonly places?: readonly Position[];
    /** The highest severity of this finding, whatever the rule's is: for what is less than its other findings. */
    readonly atMost?: Severity;
    /** The other copies of one defect: a directive or an `ignore` that covers any of them silences the finding. */
    readonly either?: readonly Position[];
    /** Where this defect causes others: findings of other rules that are only there are dropped. */
    readonly explains?: readonly Position[];
    /** The link that is at fault; findings of rules that yield to this one are dropped where they name the same link. */
    readonly link?: Link;
  } & Data<Messages[Id]>;
}[keyof Messages & string];

/** A directive, or part of it, that does nothing. */
export interface UnusedDirective {
  /** The comment. */
  readonly directive: Directive;
  /** `idle` suppresses nothing; `unknown` names a rule that does not exist; `unmatched` enables a rule that is not disabled; `expired` is over; `undated` has no date after `until`; `refused` was added by a pull request for itself. */
  readonly why: 'idle' | 'unknown' | 'unmatched' | 'expired' | 'undated' | 'refused';
  /** The unneeded names, as written; empty if the whole directive is unneeded. */
  readonly rules: readonly string[];
}

/** The data that a rule reads, and the function with which it reports. */
export interface RuleContext<Options, Messages extends Record<string, string>> {
  readonly list: List;
  /** What is next to the list. */
  readonly files: Files;
  /** As validated by the schema, with defaults filled in. */
  readonly options: Options;
  /** Links with their verdicts, and the facts in them, in document order; empty when no link was checked. */
  readonly judged: readonly JudgedLink[];
  /** The time of the run, in epoch milliseconds: ages count from it. */
  readonly now: number;
  /** The results of the rule's `prefetch` by key; empty if the rule has none, or if no link was checked. */
  readonly prefetched: ReadonlyMap<string, JsonValue>;
  /** Empty except for rules that read directives, which run after all others. */
  readonly unusedDirectives: readonly UnusedDirective[];
  /** More places of one kind than this are reported as one finding with `places`; infinite if each finding is compared separately. */
  readonly foldOver: number;
  /** Reports a finding, unless a comment in the list suppresses it. */
  report(problem: Problem<Messages>): void;
}

/** A text, what the rule finds in it, and the text after its fix. */
export interface Example {
  /** Markdown; a BOM and line endings count. */
  readonly text: string;
  /** Each finding as `line:column message id`, in order; empty for a correct text. */
  readonly finds: readonly string[];
  /** The text after safe fixes (or unsafe ones, for a rule whose fix is `suggest`); omitted if nothing changes. */
  readonly fixed?: string;
  /** Why this is correct or incorrect, if it is not obvious. */
  readonly note?: string;
  /** Options of the rule; the others have their defaults. */
  readonly options?: object;
  /** `entries` of the configuration. */
  readonly entries?: EntriesOptions;
  /** The path of the text. Default: `README.md`. */
  readonly path?: string;
  /** The file before the pull request, whose comments grant exceptions. Left out: all comments count. */
  readonly base?: string;
  /** BCP 47 tag of the language of the list. */
  readonly lang?: string;
  /** Paths that exist next to the list; Markdown ones with their text. */
  readonly files?: Readonly<Record<string, string>>;
  /** False for a text outside of a work tree of git. Default: true where `files` is given. */
  readonly tracked?: boolean;
  /** Made-up verdicts by URL, for rules that read them; the rest is filled in. */
  readonly verdicts?: Readonly<Record<string, Partial<Verdict>>>;
  /** Made-up facts by URL, for rules that read them, of a repository unless `kind` says otherwise; the rest is null. */
  readonly facts?: Readonly<Record<string, Partial<RepositoryFacts> | (Partial<PackageFacts> & { kind: 'package' })>>;
  /** The time at which it is linted, ISO 8601. Default: the first of January 2030. */
  readonly now?: string;
  /** Made-up results of the rule's `prefetch`, by key. */
  readonly prefetched?: Readonly<Record<string, JsonValue>>;
}

/** Whether a rule has fixes, and what they may change. */
export type Fixing =
  | {
      /** Its fixes are applied by `--fix`. */
      readonly fix: 'safe';
      /** Everything that a safe fix may change in the rendered document. */
      readonly changes: readonly [Change, ...Change[]];
    }
  | {
      /** Its fixes need review (`suggest`), or it has none. */
      readonly fix: 'suggest' | 'none';
      /** What its fixes change if a verdict makes them safe. */
      readonly changes?: readonly Change[];
    };

/** How entries are sorted. */
export interface EntryOrder {
  readonly key: 'name' | 'url';
  /** Words that are ignored at the start of a name. */
  readonly strip: readonly string[];
  /** Names of entries that are not sorted. */
  readonly pinned: readonly string[];
}

/** Data about a rule that `listwright init` needs. */
export interface InitFacts {
  /** What the reported entries do, such as `have no description`. If most entries do it, `init` proposes to turn the rule off. */
  readonly deviation?: string;
  /** The reason to turn the rule off although it reports something; null for none. `names` are those of the list, its repository and its folder. */
  readonly unneeded?: (names: string) => string | null;
  /** The cases of `learn`, and what is true of those with a value: `descriptions`, `end with a period`. Null for a value without words. */
  readonly convention?: { readonly cases: string; readonly does: (value: string | number) => string | null };
}

/** A rule: its documentation, messages, examples and check. */
export type Rule<
  Schema extends OptionsSchema = OptionsSchema,
  Messages extends Record<string, string> = Record<string, string>,
> = RuleFacts<Schema, Messages> & Fixing;

/** All properties of a rule except its fixes. */
export interface RuleFacts<Schema extends OptionsSchema, Messages extends Record<string, string>> {
  /** A kebab-case name; for a built-in rule, the name of its file. */
  readonly id: string;
  readonly topic: Topic;
  /** The verdict that the rule reports, if any. */
  readonly verdict?: VerdictName;
  /** False if a comment for one line cannot suppress findings of the rule. */
  readonly suppressibleByLine?: false;
  /** One imperative sentence without a period. */
  readonly summary: string;
  /** Why it matters to readers of the list; one or two sentences. */
  readonly why: string;
  /** Severity in each preset; `strict` (for `awesome-strict`) defaults to `awesome`. `default` applies if the rule is turned on without a severity. */
  readonly severity: {
    readonly awesome: RuleSeverity;
    readonly strict?: RuleSeverity;
    readonly list: RuleSeverity;
    readonly roadmap: RuleSeverity;
    readonly minimal: RuleSeverity;
    readonly default: Severity;
  };
  /**
   * `verdict` and `facts` rules report only when links were checked, `directives` rules after all others, `markdown` rules need
   * `List.root`. If a `facts` rule is on, facts that are missing or older than seven days are read again.
   */
  readonly reads: 'list' | 'markdown' | 'verdict' | 'facts' | 'directives';
  /** The facts that require more API calls and that the rule needs with these options. */
  readonly needs?: (options: InferOutput<Schema>) => readonly FactDetail[];
  /** A note of verdicts that the report omits if the rule is on, because the rule reports the same problem. */
  readonly replacesNote?: string;
  /** Data to read from a service before `check`, for a plugin rule; rules with the same `prefetch` object share its results. */
  readonly prefetch?: Prefetch;
  /** True for a rule about the format of entries: it does not see entries for which the configuration has a format. */
  readonly yieldsToFormat?: true;
  /** Rules whose findings replace those of this rule for the same link or place. */
  readonly supersededBy: readonly string[];
  /** By id, with `{name}` placeholders: what is wrong, and what to do about it. */
  readonly messages: Messages;
  /** Valibot schema of the options; every option has a default. Options named `ignore` and `sections` are applied automatically (see `src/rule-kit/shared-options.ts`). */
  readonly options: Schema;
  /** Options that differ from the defaults in a preset. */
  readonly presetOptions?: {
    readonly awesome?: object;
    /** In addition to those of `awesome`. */
    readonly strict?: object;
    readonly list?: object;
    readonly roadmap?: object;
    readonly minimal?: object;
  };
  /**
   * For each option that may be `consistent`: the value in every case in the list. Before `check` is called, the option is set to
   * the value of at least 90% of at least ten cases, or to `off` if the list has no convention.
   */
  readonly learn?: Readonly<Record<string, (list: List) => readonly (string | number)[]>>;
  /** The order of entries that its options require, which `listwright add` keeps; null for none. */
  readonly entryOrder?: (options: InferOutput<Schema>) => EntryOrder | null;
  readonly init?: InitFacts;
  /** They run as tests: `testExamples`, or `listwright rules --test`. */
  readonly examples: readonly Example[];
  /** Checks one list and reports problems. If it throws, the rule is reported as failed, and other rules still run. */
  check(context: RuleContext<InferOutput<Schema>, Messages>): void;
}

/** A rule with any messages and options. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where rules of every shape meet
export type AnyRule = Rule<any, any>;

/** True for rules about what a check of links found: verdicts, or the facts that came with them. */
export const isAboutChecks = ({ reads }: Pick<AnyRule, 'reads'>): boolean => reads === 'verdict' || reads === 'facts';
