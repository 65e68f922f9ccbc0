import { toJsonSchema } from '@valibot/to-json-schema';
import { configShape } from '../../src/config/shape.js';

interface Property {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Property[];
  readonly items?: Property;
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Property>>;
}

/** Keys by what they are about, in the order of the page; what is named nowhere comes last. */
const groups: readonly (readonly [title: string, keys: readonly string[]])[] = [
  ['Rules', ['preset', 'rules', 'overrides', 'plugins', 'lang', 'maxWarnings', 'cache']],
  ['Which links', ['include', 'exclude', 'offline', 'shard', 'caps', 'archive']],
  [
    'How they are asked',
    [
      'concurrency',
      'perHost',
      'timeout',
      'retries',
      'confirmAfter',
      'userAgent',
      'header',
      'accept',
      'connectTo',
      'cacert',
      'allowPrivate',
    ],
  ],
  ['What is remembered', ['ledger', 'maxAge', 'deadAfter']],
  ['What is shown', ['reporter', 'quiet', 'verbose', 'progress', 'color', 'stdinFilename']],
];

/** The reference of the configuration, from its schema. */
export function configurationPage(): string {
  const { properties = {} } = toJsonSchema(configShape([]), { errorMode: 'ignore', typeMode: 'input' }) as Property;
  const named = new Set(groups.flatMap(([, keys]) => keys));
  const others = Object.keys(properties).filter((key) => !named.has(key) && key !== '$schema');
  const all = others.length === 0 ? groups : [...groups, ['Others', others] as const];
  const tables = all.map(([title, keys]) => {
    const rows = keys.map((key) => {
      const property = properties[key];
      if (property === undefined) throw new Error(`the configuration has no key ${key}`);
      return `| \`${key}\` | ${typeOf(key, property)} | ${cell(meaning(property))} |`;
    });
    return `### ${title}\n\n| key | value | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Configuration

<!-- Made by npm run sync from scripts/sync/configuration-page.ts and src/config/shape.ts; edit there. -->

None is needed. \`listwright init\` writes one with the reason for each line.

## Where it is looked for

In the folder of each list and upwards: \`listwright.config\` with the ending \`.ts\`, \`.mts\`, \`.js\`, \`.mjs\`, \`.json\`, \`.yaml\` or \`.yml\`, or the key \`listwright\` of a \`package.json\`. The nearest one counts, alone. \`--config\` names another, \`--no-config\` uses none. Each option of the command line has a key of the same name in camel case, and wins over it.

An unknown key, an unknown rule and a value that does not fit stop the run with exit status 2 and a sentence that names the file, the key and the nearest name there is. Editors help with \`$schema\`:

\`\`\`json
{
  "$schema": "https://raw.githubusercontent.com/listwright/listwright/main/schema/config.schema.json",
  "preset": "awesome",
  "rules": {
    "description-end": ["warning", { "style": "consistent" }],
    "entries-sorted": "off"
  },
  "overrides": [{ "files": "translations/**", "rules": { "brand-spelling": "off" } }],
  "exclude": ["^https://intranet\\\\."],
  "deadAfter": { "failures": 3, "days": 7 }
}
\`\`\`

## Keys

${tables.join('\n')}
Durations are written \`500ms\`, \`15s\`, \`10m\`, \`12h\` or \`1d\`. Regular expressions are JavaScript's, and are ended when they take too long.

The names of rules, and their options: [rules](../rules/README.md). Which rules apply to a file, and what was learnt from it: \`listwright rules --effective README.md\`.

## Rules of your own

\`plugins\` names files (from the folder of the configuration) or packages. A rule that is brought is off until \`rules\` turns it on:

\`\`\`json
{ "plugins": ["./no-shouting.mjs"], "rules": { "no-shouting": "warning" } }
\`\`\`

[The README](../README.md#rules-of-your-own) shows one. \`listwright rules --test no-shouting.mjs\` runs its examples.

## When a configuration may run code

One that ends in \`.ts\` or \`.js\`, and plugins, are programs. They run where you have chosen to work: in the working directory, above it, or where \`--config\` names the file. For a list on GitHub (\`listwright owner/repo\`) no configuration is read. In a pull request the configuration of its base counts. In an editor they run in a trusted workspace alone. An \`.npmrc\` or \`.env\` in the folder of a list is never read.

## Environment

| variable | meaning |
| --- | --- |
| \`GITHUB_TOKEN\`, \`GH_TOKEN\` | asks GitHub's interface; sent to the origins of the next two and to no other |
| \`GITHUB_API_URL\`, \`GITHUB_GRAPHQL_URL\` | where GitHub's interfaces are |
| \`npm_config_registry\` | where packages of npm are looked up |
| \`HTTPS_PROXY\`, \`HTTP_PROXY\`, \`NO_PROXY\` | the proxy for links; the small names count too |
| \`NO_COLOR\`, \`FORCE_COLOR\` | no colour, or colour in any case |
| \`CI\` | no progress, and verdicts are noted as seen from there |
| \`GITHUB_BASE_REF\`, \`GITHUB_EVENT_PATH\` | the base of a pull request, for \`--since auto\` |
| \`XDG_CACHE_HOME\` | where the ledger and the results of lint are kept |
`;
}

function typeOf(key: string, property: Property): string {
  if (key === 'rules') return 'name → severity, or `[severity, options]`';
  if (key === 'overrides') return 'list of `{ files, preset, rules }`';
  if (key === 'plugins') return 'list of names, or rules';
  return kind(property);
}

function kind({ type, enum: names, anyOf, items, const: value, properties }: Property): string {
  if (value !== undefined) return `\`${String(value)}\``;
  if (names !== undefined) return names.map((name) => `\`${String(name)}\``).join(', ');
  if (anyOf !== undefined) return anyOf.map(kind).join(' or ');
  if (type === 'array') return `list of ${items === undefined ? 'values' : `${kind(items)}s`}`;
  if (properties !== undefined) return `\`{ ${Object.keys(properties).join(', ')} }\``;
  if (type === 'string') return 'text';
  if (type === 'boolean') return '`true` or `false`';
  return type === 'integer' ? 'number' : String(type);
}

function meaning({ description = '', properties = {} }: Property): string {
  const parts = Object.entries(properties).map(([key, one]) => `\`${key}\`: ${one.description ?? ''}`);
  return [description, ...parts].join(' ').trim();
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
