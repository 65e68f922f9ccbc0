/** A part of the reference: what a reader wants to do, programs that do it, and the names that they need for it. */
export interface Chapter {
  readonly title: string;
  /** Markdown. */
  readonly words: string;
  /** Files of test/api/examples, which the tests compile and run. */
  readonly examples: readonly string[];
  /** Exported names, in the order of the page. */
  readonly names: readonly string[];
}

/** What the page says before the first chapter. */
export const opening = `\`\`\`sh
npm install listwright
\`\`\`

An ES module for Node 20.19 or newer, with types. Nothing here prints, ends the process or listens to its signals, and nothing is remembered or written unless you name the file. What takes time takes a \`signal\`. Options have the names and the meaning of the [configuration](../README.md#configuration); durations are texts like \`500ms\`, \`15s\` or \`7d\`.

Lines and columns are 1-based, offsets 0-based; all count UTF-16 units of the decoded text, a BOM included. An absent fact is \`null\`.`;

/** The program that follows it. */
export const firstExample = 'in-short.ts';

/** In the order of what people do first. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Lint a list',
    words: 'No network, no files: a text goes in, findings come out. Their fixes are edits, which `fix` applies.',
    examples: ['lint-a-text.ts'],
    names: [
      ...['lint', 'fix', 'LintOptions', 'FixOptions', 'Fixed', 'Finding', 'Fix', 'Edit', 'Severity', 'PresetName'],
      ...['RuleConfig', 'RuleSeverity', 'filesAround', 'Files', 'noFiles'],
    ],
  },
  {
    title: 'Check links',
    words:
      'Verdicts come as they stand, each with its evidence; [How links are checked](links.md) explains the reasons. Handed to `lint`, they become findings.',
    examples: ['stream-verdicts.ts', 'first-broken.ts'],
    names: [
      ...[
        'check',
        'CheckOptions',
        'LinkOptions',
        'LinkException',
        'HostSettings',
        'ReportLink',
        'Verdict',
        'VerdictName',
        'Redirect',
        'Occurrence',
      ],
      ...['Reason', 'Evidence', 'EvidenceKind', 'EvidenceOf', 'Facts', 'RepositoryFacts', 'PackageFacts', 'Release'],
      ...['FactDetail'],
    ],
  },
  {
    title: 'Run as the command does',
    words: 'Files, folders or repositories, with their configuration; the report is that of `--reporter json`.',
    examples: ['run-and-report.ts'],
    names: ['run', 'RunOptions', 'Report', 'LinkStats', 'ReportException', 'ExceptionState', 'ReportPullRequest'],
  },
  {
    title: 'Read a list',
    words:
      'A list is a tree of sections, tiers and entries, and a set of facts about the file. All of it is read only, and shared.',
    examples: ['walk-the-tree.ts'],
    names: [
      ...['parse', 'ParseOptions', 'openReader', 'Reader', 'List', 'Section', 'Tier', 'Entry', 'Link'],
      ...['Position', 'Point', 'Span', 'treeJson', 'TreeData', 'SectionData', 'TierData', 'EntryData', 'LinkData'],
      ...['FieldData', 'EntriesOptions', 'EntryFormat', 'ColumnOptions', 'FieldOptions'],
      ...['SourceOptions', 'SourceSections'],
      ...['FieldKind', 'EntryField', 'FormatDeparture'],
    ],
  },
  {
    title: 'Write a rule',
    words:
      'A rule reads the list and reports. Its examples are its tests. In a configuration file, `plugins` names the file or package that exports it.',
    examples: ['rule-of-your-own.ts'],
    names: [
      ...['defineRule', 'RuleDraft', 'Rule', 'RuleContext', 'Problem', 'Example', 'testExamples', 'ExampleFailure'],
      ...['JudgedLink', 'UnusedDirective', 'rules', 'AnyRule', 'BroughtRule', 'OptionsSchema', 'Topic'],
      ...['Prefetch', 'PrefetchClient', 'PrefetchResponse', 'JsonValue'],
      ...['EntryOrder', 'InitFacts', 'Fixing', 'RuleFacts', 'Change'],
    ],
  },
  {
    title: 'When something is wrong',
    words:
      'A wrong list gives findings, a wrong world gives verdicts; neither throws. A wrong call is a `UserError`. Anything else that is thrown is a bug.',
    examples: [],
    names: ['UserError', 'RuleError', 'Crash'],
  },
  {
    title: 'Type a configuration',
    words: '`export default { … } satisfies Config` in a `listwright.config.ts` tells slips while they are typed.',
    examples: ['configuration.ts'],
    names: [
      'Config',
      'Override',
      'Exception',
      'PullRequestConfig',
      'PruneConfig',
      'RefreshConfig',
      'ShownFact',
      'shownFacts',
      'PolicyCheck',
      'SeverityConfig',
      'policyChecks',
    ],
  },
  {
    title: 'What else a list knows',
    words: 'Facts that rules need and programs seldom do.',
    examples: [],
    names: [
      ...['Heading', 'Anchor', 'Contents', 'ContentsItem', 'Directive', 'Block', 'Item', 'Table', 'Definition'],
      ...[
        'Unclosed',
        'Unread',
        'UnreadReason',
        'Coverage',
        'Mojibake',
        'Role',
        'SectionForm',
        'EntryForm',
        'LinkPlace',
        'LinkForm',
        'LinkSort',
      ],
    ],
  },
];
