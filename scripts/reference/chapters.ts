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

An ES module for Node 20.19 or newer, with types. No function prints, ends the process or handles its signals, and none writes a file unless you name it. Long-running functions accept a \`signal\`. Options have the names and meanings of the [configuration](configuration.md); durations are strings such as \`500ms\`, \`15s\` or \`7d\`.

Lines and columns are 1-based, offsets 0-based; all count UTF-16 units of the decoded text, including a BOM. An absent fact is \`null\`.`;

/** The program that follows it. */
export const firstExample = 'in-short.ts';

/** In the order of what people do first. */
export const chapters: readonly Chapter[] = [
  {
    title: 'Lint a list',
    words:
      '`lint` takes a text and returns findings, without using the network or files. Fixes are edits, and `fix` applies them.',
    examples: ['lint-a-text.ts'],
    names: [
      ...['lint', 'fix', 'LintOptions', 'FixOptions', 'Fixed', 'Finding', 'Fix', 'Edit', 'Severity', 'PresetName'],
      ...['RuleConfig', 'RuleSeverity', 'filesAround', 'Files', 'noFiles'],
    ],
  },
  {
    title: 'Check links',
    words:
      '`check` yields verdicts one by one, each with its evidence; [verdicts and reasons](verdicts.md) explains them. Pass verdicts to `lint` to get findings.',
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
    title: 'Run the whole check',
    words:
      '`run` does the same as the command: it reads files, folders or repositories with their configuration, and returns the report that `--reporter json` prints.',
    examples: ['run-and-report.ts'],
    names: ['run', 'RunOptions', 'Report', 'LinkStats', 'ReportException', 'ExceptionState', 'ReportPullRequest'],
  },
  {
    title: 'Read a list',
    words:
      'A list is a tree of sections, tiers and entries, with facts about the file. Do not modify it, because parts of it are shared.',
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
      'A rule reads the list and reports findings. Its examples are its tests. To use the rule, add the file or package that exports it to `plugins` in the configuration.',
    examples: ['rule-of-your-own.ts'],
    names: [
      ...['defineRule', 'RuleDraft', 'Rule', 'RuleContext', 'Problem', 'Example', 'testExamples', 'ExampleFailure'],
      ...['JudgedLink', 'UnusedDirective', 'rules', 'AnyRule', 'BroughtRule', 'OptionsSchema', 'Topic'],
      ...['Prefetch', 'PrefetchClient', 'PrefetchResponse', 'JsonValue'],
      ...['EntryOrder', 'InitFacts', 'Fixing', 'RuleFacts', 'Change'],
    ],
  },
  {
    title: 'Handle errors',
    words:
      'Problems of a list are findings, and problems of links are verdicts; neither throws. A wrong call throws a `UserError`. Anything else that is thrown is a bug.',
    examples: [],
    names: ['UserError', 'RuleError', 'Crash'],
  },
  {
    title: 'Type a configuration',
    words:
      'With `export default { … } satisfies Config` in a `listwright.config.ts`, your editor reports mistakes as you type.',
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
    title: 'Other types',
    words: 'Types that are useful in rules, but rarely in other programs.',
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
