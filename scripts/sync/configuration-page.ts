import { linkOptionGroups, linkOptionList } from '../../src/model/link-options.js';

/** What the page needs of a JSON Schema. */
export interface SchemaPart {
  readonly type?: string;
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly SchemaPart[];
  readonly items?: SchemaPart;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** The keys for links that are not flags, by the group of those that are. */
const furtherKeys: Readonly<Record<string, readonly string[]>> = {
  'Which links': ['caps'],
  'How links are requested': ['hosts'],
  'Saved results': ['deadAfter'],
};

/** Keys by group; a test holds that each key is in one. */
export const groups: readonly (readonly [string, readonly string[]])[] = [
  [
    'Rules',
    [
      '$schema',
      'preset',
      'rules',
      'except',
      'overrides',
      'plugins',
      'lang',
      'entries',
      'source',
      'pullRequest',
      'prune',
      'refresh',
    ],
  ],
  ['Output', ['reporter', 'verbose', 'quiet', 'progress', 'color', 'maxWarnings', 'stdinFilename', 'cache']],
  ...linkOptionGroups.map((title): [string, readonly string[]] => [
    title,
    [...linkOptionList.filter(([, { group }]) => group === title).map(([name]) => name), ...(furtherKeys[title] ?? [])],
  ]),
];

/** The reference of the configuration: the tables come from its JSON Schema; `reportCard` is the example of a plugin that reads from a service. */
export function configurationPage(schema: SchemaPart, reportCard: string): string {
  const keys = schema.properties ?? {};
  const table = ([title, names]: (typeof groups)[number]): string =>
    [
      `### ${title}\n`,
      '| key | type | default | meaning | example |\n| --- | --- | --- | --- | --- |',
      ...names.flatMap((name) => rows(name, keys[name] ?? {})),
    ].join('\n');
  return `# Configuration

<!-- Made by npm run sync from scripts/sync/configuration-page.ts and src/config/schema.ts; edit there. -->

No configuration is required: the [preset](presets.md) is detected from the list. \`listwright init\` writes a configuration that fits your list.

## Files

listwright uses the first of these that it finds in the folder of the list or the nearest parent folder: a \`listwright\` key in \`package.json\`, \`listwright.config.ts\`, \`.mts\`, \`.js\`, \`.mjs\`, \`.json\`, \`.jsonc\`, \`.yaml\` or \`.yml\`, \`.listwrightrc\` (JSON or YAML), and \`.listwrightrc\` with one of these extensions. JSON may contain comments and trailing commas, except in \`package.json\`. \`--config <file>\` selects another file, \`--no-config\` uses none. Configurations are not merged: each list has only one. Command-line options override it.

The keys for command-line options are in camel case: \`--per-host 2\` is \`perHost: 2\`. An unknown key, an unknown rule or an invalid value ends the run with status 2; the message names the file and the key and suggests a similar name. \`listwright rules --effective README.md\` shows which rules and options apply to a file, including the detected style.

\`\`\`yaml
# listwright.config.yaml
preset: awesome
rules:
  entry-separator: [warning, { style: consistent }]
  toc-sync: off
exclude:
  - ^https://intranet\\.
\`\`\`

Editors that support JSON Schema complete and explain the keys if \`$schema\` points to [the schema](../schema/config.schema.json).

## Keys

${groups.map(table).join('\n\n')}

A duration is a number with \`ms\`, \`s\`, \`m\`, \`h\` or \`d\`. A regular expression may match anywhere in the URL. The [page of each rule](../rules/README.md) lists its options.

## Exceptions

\`\`\`yaml
except:
  - match: Oolong by Hand
    rules: [description-length, no-duplicate-url]
    reason: this is its full name
    until: 2030-12-31
exclude:
  - ^https://intranet\\.
  - pattern: ^https://guild\\.example/
    reason: blocks bots with a 403
    recheck: 30d
accept:
  - 200..299
  - pattern: ^https://shop\\.example/
    status: 403
    until: 2030-12-31
hosts:
  slow.example:
    timeout: 1m
    perHost: 1
\`\`\`

\`except\` accepts findings about an entry. \`match\` is the name or URL of the entry, in which \`*\` matches any characters, or a \`/pattern/\`. \`section\` limits the exception to a section, and \`rules\` to some rules. An item of \`exclude\` or \`accept\` can be an object: \`pattern\` selects URLs, \`status\` or \`verdict\` selects results, and \`reason\` explains why. From the date in \`until\` on, an exception no longer applies. With \`recheck\`, an excluded URL is requested again after that time, and stays excluded while it fails. Expired and unused exceptions are reported at the end of a run. \`listwright lint --explain-exceptions\` prints all exceptions as a table, in Markdown unless the output is a terminal. [Policy](policy.md#exceptions) has more details.

## Overrides

\`\`\`yaml
overrides:
  - files: archive/*.md
    preset: minimal
    rules:
      link-broken: warning
\`\`\`

Globs are relative to the folder of the configuration. All matching overrides apply, from first to last. They can set \`preset\`, \`rules\` and \`entries\`; options for link checks apply to the whole run.

## Plugins

\`plugins\` lists files, relative to the folder of the configuration, or packages. Their default export is a rule, a list of rules, an object with \`rules\`, or a remark-lint plugin, whose findings are named \`remark/<name>\`.

### Custom rules

\`\`\`js
// no-shouting.mjs; in the configuration: "plugins": ["./no-shouting.mjs"], "rules": { "no-shouting": "warning" }
export default {
  id: 'no-shouting',
  summary: 'Do not write names in capitals only',
  why: 'Capitals are hard to read.',
  messages: { loud: '\`{name}\` is all capitals; use lowercase letters' },
  check({ list, report }) {
    for (const entry of list.entries) {
      if (/^[A-Z]{8,}$/.test(entry.name)) report({ message: 'loud', at: entry.label, data: { name: entry.name } });
    }
  },
  examples: [
    { text: '- [WONDERFUL](https://loud.test)\\n', finds: ['1:3 loud'] },
    { text: '- [Wonderful](https://loud.test)\\n', finds: [] },
  ],
};
\`\`\`

\`listwright rules --test no-shouting.mjs\` runs the examples. In TypeScript, \`defineRule\` from \`listwright\` adds types. If a rule throws, or takes longer than five seconds on a list, the run reports it, runs the other rules, and ends with status 2.

### Reading from a service

A rule gets the [facts](health.md) about a link in \`judged\`, as \`verdict.facts\`. For other data, a rule can have a \`prefetch\`, which reads from a service before \`check\` is called:

\`\`\`js
${reportCard}
\`\`\`

- \`key\` returns the name that the service uses for a link. It is called for links that were checked: only new ones in a pull request, and none that are excluded or over \`caps\`.
- \`fetch\` receives the keys in batches (\`batch\`, 50 by default) and returns a \`Map\` of results, each at most 10,000 characters of JSON. \`client.get\` follows the rules for link checks: private addresses are refused, rate limits of hosts apply, \`--connect-to\`, \`--cacert\` and the proxy are used, and no token is sent. It returns \`null\` if there was no response.
- Results are stored in the ledger and reused for \`days\` (7 by default). A key without a result is requested again in the next run. A configuration may have ten prefetches; rules that use the same \`prefetch\` object share its results.
- \`check\` receives the results by key in \`prefetched\`, which is empty if links are not checked (in \`lint\` and in editors). Therefore the rule declares \`reads: 'facts'\`, and reports nothing if there is no result.
- A \`fetch\` that throws, or takes longer than two minutes, is reported like a rule that throws; the other rules run.
- In a pull request, plugins come from the base branch, and a ledger that git tracks is not used.

## Ignoring findings

| comment | effect |
| --- | --- |
| \`<!-- listwright-disable-next-line description-end -->\` | ignores these rules on the next line |
| \`<!-- listwright-disable toc-sync -->\` … \`<!-- listwright-enable -->\` | ignores these rules in between |
| \`<!-- listwright-except description-end until 2030-12-31 -- the author insists -->\` | accepts these findings about the next entry, with a reason and an end date |
| \`<!-- listwright-ignore-link -->\` | does not check the links of the next entry |
| \`<!--lint disable rule-->\` | disables a rule, as in remark-lint and awesome-lint |

Comments that ignore nothing are reported (\`unused-suppression\`).

## Cache

To avoid linting an unchanged list again, lint results are stored in your cache folder, never in the repository. \`--no-cache\` ignores them.

## What runs code

- A configuration in \`.ts\`, \`.mts\`, \`.js\` or \`.mjs\`, and every plugin, runs with your permissions.
- This code is loaded only from the working directory, its subfolders and its parents, or if \`--config\` names the file. For a list on GitHub (\`owner/repo\`), only the configuration of your working directory is used, never one from that repository.
- In a pull request, the configuration and plugins of the base branch are used. See [security](security.md#configuration).
- JSON and YAML run no code, and \`listwright init\` does not run the configuration of other tools.

## Environment

| variable | meaning |
| --- | --- |
| \`GITHUB_TOKEN\`, \`GH_TOKEN\` | a token for the GitHub API; the first one set is used |
| \`GITHUB_API_URL\`, \`GITHUB_GRAPHQL_URL\` | URLs of the GitHub API; the token is sent only to these origins |
| \`HTTPS_PROXY\`, \`HTTP_PROXY\`, \`NO_PROXY\` | proxy for requests, and hosts to reach without it |
| \`npm_config_registry\` | the registry used for npm packages |
| \`NO_COLOR\`, \`FORCE_COLOR\`, \`CI\`, \`TERM\` | whether colors and progress are shown |
| \`COLUMNS\` | width of reports and help without a terminal (default: 80) |
| \`XDG_CACHE_HOME\` | where the ledger and the lint cache are stored; on Windows \`LOCALAPPDATA\` |
| \`GITHUB_ACTIONS\`, \`GITHUB_EVENT_NAME\`, \`GITHUB_BASE_REF\`, \`GITHUB_EVENT_PATH\` | set by GitHub Actions; used for annotations and to find the base of a pull request |

An \`.npmrc\` or \`.env\` in the folder of the list is not read.
`;
}

function rows(name: string, part: SchemaPart): readonly string[] {
  const cells = [
    `\`${name}\``,
    typeOf(part),
    part.default === undefined ? '' : code(part.default),
    part.description ?? '',
    part.examples?.length ? code(part.examples[0]) : '',
  ];
  const inner =
    name === 'rules' ? [] : Object.entries(part.properties ?? {}).filter(([, { description }]) => description);
  return [
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    ...inner.flatMap(([key, below]) => rows(`${name}.${key}`, below)),
  ];
}

function typeOf({ type, $ref, enum: named, const: only, anyOf, items }: SchemaPart): string {
  // A part that the schema names, such as a severity.
  if ($ref !== undefined) return $ref.replace(/^.*\//, '');
  if (named !== undefined) return named.map((each) => `\`${each}\``).join(', ');
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (type === 'array') return items?.type === 'string' ? 'list of strings' : 'list';
  const words: Readonly<Record<string, string>> = { string: 'string', boolean: 'boolean', integer: 'integer' };
  return words[type ?? ''] ?? type ?? '';
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}
