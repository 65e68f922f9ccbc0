export { type CheckOptions, check } from './api/check.js';
export { type Fixed, type FixOptions, filesAround, fix, type LintOptions, lint } from './api/lint.js';
export { RuleError } from './api/rule-error.js';
export { type RunOptions, run } from './api/run.js';
export { builtinRules as rules } from './config/builtin-rules.js';
export type {
  BroughtRule,
  RawException as Exception,
  RawOptions as Config,
  RawOverride as Override,
  RawPrune as PruneConfig,
  RawPullRequest as PullRequestConfig,
  RawRefreshField as RefreshConfig,
  RawRule as RuleConfig,
  RawSeverity as SeverityConfig,
} from './config/config-file.js';
export type {
  LinkOptions,
  RawHostSettings as HostSettings,
  RawLinkException as LinkException,
} from './config/raw-link-options.js';
export type { Crash } from './lint/run-rule.js';
export type { Change } from './model/change.js';
export type { ColumnOptions, EntriesOptions, EntryFormat, FieldKind, FieldOptions } from './model/entry-options.js';
export { UserError } from './model/errors.js';
export type { Evidence, EvidenceKind, EvidenceOf } from './model/evidence.js';
export type { ExceptionState, ReportException } from './model/exception.js';
export type { FactDetail, Facts, PackageFacts, Release, RepositoryFacts } from './model/facts.js';
export type { Files } from './model/files.js';
export { noFiles } from './model/files.js';
export type { Edit, Finding, Fix, Severity, Topic } from './model/finding.js';
export type {
  Anchor,
  Contents,
  ContentsItem,
  Coverage,
  Directive,
  Entry,
  EntryField,
  EntryForm,
  FormatDeparture,
  Heading,
  Link,
  LinkForm,
  LinkPlace,
  LinkSort,
  List,
  Role,
  Section,
  SectionForm,
  Tier,
} from './model/list.js';
export type { Block, Definition, Item, Mojibake, Table, Unclosed, Unread, UnreadReason } from './model/markdown.js';
export type { Point, Position, Span } from './model/position.js';
export type { JsonValue, Prefetch, PrefetchClient, PrefetchResponse } from './model/prefetch.js';
export { type PolicyCheck, policyChecks, type ReportPullRequest } from './model/pull-request.js';
export type { Reason } from './model/reasons.js';
export type { LinkStats, Occurrence, Report, ReportLink } from './model/report.js';
export type {
  AnyRule,
  EntryOrder,
  Example,
  Fixing,
  InitFacts,
  OptionsSchema,
  PresetName,
  Problem,
  Rule,
  RuleContext,
  RuleFacts,
  RuleSeverity,
  UnusedDirective,
} from './model/rule.js';
export type { SourceOptions, SourceSections } from './model/source-options.js';
export { type ShownFact, shownFacts } from './model/upkeep.js';
export type { JudgedLink, Redirect, Verdict } from './model/verdict.js';
export type { VerdictName } from './model/verdict-names.js';
export { openReader, type Reader } from './parse/incremental.js';
export { type ParseOptions, parse } from './parse/parse.js';
export { type ExampleFailure, testExamples } from './pipeline/test-rule.js';
export {
  type EntryData,
  type FieldData,
  type LinkData,
  type SectionData,
  type TierData,
  type TreeData,
  treeJson,
} from './report/tree-json.js';
export { defineRule, type RuleDraft } from './rule-kit/define-rule.js';
