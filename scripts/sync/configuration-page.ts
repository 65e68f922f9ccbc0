import { linkOptionGroups, linkOptionList } from '../../src/model/link-options.js';

/** What the page needs of a JSON Schema. */
export interface SchemaPart {
  readonly type?: string;
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
  'Earlier verdicts': ['deadAfter'],
};

/** Keys by group; a test holds that each key is in one. */
export const groups: readonly (readonly [string, readonly string[]])[] = [
  ['Rules', ['$schema', 'preset', 'rules', 'overrides', 'plugins', 'lang']],
  ['Output', ['reporter', 'verbose', 'quiet', 'progress', 'color', 'maxWarnings', 'stdinFilename', 'cache']],
  ...linkOptionGroups.map((title): [string, readonly string[]] => [
    title,
    [...linkOptionList.filter(([, { group }]) => group === title).map(([name]) => name), ...(furtherKeys[title] ?? [])],
  ]),
];

/** The reference of the configuration: the tables come from its JSON Schema. */
export function configurationPage(schema: SchemaPart): string {
  const keys = schema.properties ?? {};
  const table = ([title, names]: (typeof groups)[number]): string =>
    [
      `### ${title}\n`,
      '| key | type | default | meaning | example |\n| --- | --- | --- | --- | --- |',
      ...names.flatMap((name) => rows(name, keys[name] ?? {})),
    ].join('\n');
  return `# Configuration

<!-- Made by npm run sync from scripts/sync/configuration-page.ts and src/config/schema.ts; edit there. -->

None is needed. Without one, the preset is detected from the list: \`roadmap\` for a study plan (tiers, checkboxes, weeks), \`awesome\` for a list that calls itself so (title, badge or repository name), otherwise \`list\`. \`listwright init\` writes one that fits your list.

## Where it stands

The first of these files counts, in the folder of the list or the nearest one above: a \`listwright\` key in \`package.json\`, \`listwright.config.ts\`, \`.mts\`, \`.js\`, \`.mjs\`, \`.json\`, \`.yaml\` or \`.yml\`. \`--config <file>\` names another, \`--no-config\` uses none. Files are not joined: there is one configuration for a list. The command line wins over it.

Each option of the command line has a key, in camel case: \`--per-host 2\` is \`perHost: 2\`. An unknown key, rule or value ends the run with status 2, and the message names the file, the key and the nearest known name. \`listwright rules --effective README.md\` shows what applies to a file.

\`\`\`yaml
# listwright.config.yaml
preset: awesome
rules:
  entry-separator: [warning, { style: consistent }]
  toc-sync: off
exclude:
  - ^https://intranet\\.
\`\`\`

Editors that know JSON Schema complete and explain the keys when \`$schema\` names [its schema](../schema/config.schema.json).

## Keys

${groups.map(table).join('\n\n')}

A duration is a number with \`ms\`, \`s\`, \`m\`, \`h\` or \`d\`. A regular expression may match anywhere in the address. The options of each rule stand in [its section of the rules](../rules/README.md).

## Overrides

\`\`\`yaml
overrides:
  - files: archive/*.md
    preset: minimal
    rules:
      link-broken: warning
\`\`\`

Globs start at the folder of the configuration. All overrides that match apply, from the first to the last. They set rules and presets; how links are asked is one for the run.

## Plugins

\`plugins\` names files, from the folder of the configuration, or packages. The default export is a rule, a list of rules, an object with \`rules\`, or a remark-lint plugin, whose findings become \`remark/<name>\`. A rule of your own that throws, or takes longer than five seconds over a list, is named, the others go on, and the run ends with status 2. [The README](../README.md#rules-of-your-own) has an example.

## What runs code

- A configuration in \`.ts\`, \`.mts\`, \`.js\` or \`.mjs\`, and every plugin, runs with your rights.
- It runs only from the working directory, below or above it, or when \`--config\` names it. For a list on GitHub (\`owner/repo\`), only the configuration of your working directory counts, never one of that repository.
- In a pull request that of the base counts, with the plugins as they are there. [Security](security.md#configuration) says more.
- JSON and YAML run nothing, and \`listwright init\` runs no configuration of other tools.

## Environment

| variable | it says |
| --- | --- |
| \`GITHUB_TOKEN\`, \`GH_TOKEN\` | a token for GitHub's interface; the first wins |
| \`GITHUB_API_URL\`, \`GITHUB_GRAPHQL_URL\` | where that interface is; the token goes to these origins alone |
| \`HTTPS_PROXY\`, \`HTTP_PROXY\`, \`NO_PROXY\` | the proxy for requests |
| \`npm_config_registry\` | the registry that is asked for packages of npm |
| \`NO_COLOR\`, \`FORCE_COLOR\`, \`CI\`, \`TERM\` | whether colour and progress are shown |
| \`COLUMNS\` | how wide the report and the help are where there is no terminal, else 80 |
| \`XDG_CACHE_HOME\` | where the ledger and the results of lint are kept; on Windows \`LOCALAPPDATA\` |
| \`GITHUB_ACTIONS\`, \`GITHUB_EVENT_NAME\`, \`GITHUB_BASE_REF\`, \`GITHUB_EVENT_PATH\` | set by GitHub Actions: annotations, and the base of a pull request |

An \`.npmrc\` or \`.env\` in the list's folder is not read.
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
  const inner = name === 'rules' ? [] : Object.entries(part.properties ?? {});
  return [
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    ...inner.flatMap(([key, below]) => rows(`${name}.${key}`, below)),
  ];
}

function typeOf({ type, enum: named, const: only, anyOf, items }: SchemaPart): string {
  if (named !== undefined) return named.map((each) => `\`${each}\``).join(', ');
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (type === 'array') return items?.type === 'string' ? 'list of texts' : 'list';
  const words: Readonly<Record<string, string>> = { string: 'text', boolean: 'yes or no', integer: 'whole number' };
  return words[type ?? ''] ?? type ?? '';
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}
