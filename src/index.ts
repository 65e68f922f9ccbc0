export { catalogue as rules } from './catalogue.js';
export { type CheckOptions, check } from './checking.js';
export type {
  BroughtRule,
  LinkOptions,
  RawOptions as Config,
  RawOverride as Override,
  RawRule as RuleConfig,
} from './config/raw.js';
export { type ExampleFailure, testExamples } from './examples.js';
export type { Crash } from './lint/speak.js';
export { type Fixed, type FixOptions, filesAround, fix, type LintOptions, lint } from './linting.js';
export type { Files } from './model/files.js';
export { noFiles } from './model/files.js';
export type { Edit, Finding, Fix, Severity } from './model/finding.js';
export type {
  Anchor,
  Block,
  Contents,
  ContentsItem,
  Definition,
  Directive,
  Entry,
  EntryForm,
  Garble,
  Heading,
  Item,
  Link,
  LinkForm,
  LinkPlace,
  LinkSort,
  List,
  Role,
  Section,
  SectionForm,
  Table,
  Tier,
  Unclosed,
} from './model/list.js';
export type { Point, Position, Span } from './model/place.js';
export type { LinkStats, Occurrence, Report, ReportLink } from './model/report.js';
export type {
  AnyRule,
  Example,
  IdleDirective,
  OptionsSchema,
  PresetName,
  Problem,
  Rule,
  RuleContext,
  RuleSeverity,
} from './model/rule.js';
export { UserError } from './model/trouble.js';
export type { JudgedLink, Redirect, Verdict, VerdictName } from './model/verdict.js';
export { type ParseOptions, parse } from './parse/parse.js';
export { openReader, type Reader } from './parse/reader.js';
export {
  type EntryData,
  type LinkData,
  type SectionData,
  type TierData,
  type TreeData,
  treeJson,
} from './report/tree.js';
export { defineRule, type RuleDraft } from './rule.js';
export { RuleError } from './rule-error.js';
export { type RunOptions, run } from './running.js';
