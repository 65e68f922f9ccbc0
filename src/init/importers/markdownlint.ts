import { isObject, readJson, readYaml } from './config-formats.js';
import { type ImportedRule, type Importer, type ImportSource, joined, notImported, quotableName } from './importer.js';
import { type MarkdownlintRow, markdownlintRows } from './markdownlint-rules.js';

const byName = new Map<string, MarkdownlintRow>(
  markdownlintRows.flatMap((row) => row.name.split(' ').map((name) => [name.toLowerCase(), row] as const)),
);

/** markdownlint and markdownlint-cli2: the rules that have a counterpart here. */
export const markdownlint: Importer = {
  name: 'markdownlint',
  source: 'https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md',
  files: [
    ...['jsonc', 'json', 'yaml', 'yml', 'cjs', 'mjs'].map((ending) => `.markdownlint.${ending}`),
    ...['jsonc', 'yaml', 'cjs', 'mjs'].map((ending) => `.markdownlint-cli2.${ending}`),
    '.markdownlintrc',
    '.mdlrc',
  ],
  rows: markdownlintRows,
  async read(text, file) {
    if (/\.[cm]js$/.test(file))
      return notImported('it is code, which init does not run; copy its settings to the configuration manually');
    if (file.endsWith('.mdlrc'))
      return notImported('it belongs to the Ruby version of markdownlint, whose style files are code');
    const parsed = /\.ya?ml$/.test(file) ? await readYaml(text) : readJson(text);
    if (typeof parsed === 'string') return notImported(parsed);
    return file.includes('-cli2') ? readCli2(parsed) : readRules(parsed);
  },
};

function readCli2(parsed: Readonly<Record<string, unknown>>): ImportSource {
  const read = isObject(parsed.config) ? readRules(parsed.config) : { settings: {}, took: [], left: [] };
  const rest = ['customRules', 'globs', 'ignores', 'markdownItPlugins'].filter((name) => Object.hasOwn(parsed, name));
  if (rest.length === 0) return read;
  const why = `${rest.map((name) => `\`${name}\``).join(', ')}: lists are named on the command line, and custom rules are loaded with \`plugins\``;
  return { ...read, left: [...read.left, why] };
}

/** Reads the object of rules; of a rule that is named twice, by its number and its name, the last counts, as there. */
function readRules(config: Readonly<Record<string, unknown>>): ImportSource {
  let settings: ImportSource['settings'] = {};
  const took: string[] = [];
  const left: string[] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(config).slice(0, 500)) {
    const label = `\`${quotableName(name)}\``;
    const row = byName.get(name.toLowerCase());
    if (name === '$schema' || name === 'default') continue;
    if (name === 'extends')
      left.push(`${label}: extended files are not read; only the settings of this file were imported`);
    else if (row === undefined || row.becomes === null) {
      // A rule that is off there and not here asks for nothing.
      if (value !== false) unknown.push(label);
    } else if (row.covers && value === false)
      left.push(`${label}: \`${row.becomes}\` checks more than that, so it stays on`);
    else {
      const wish = wishOf(row, value);
      if (wish === null) left.push(`${label}: its value is not supported`);
      else if (wish !== undefined) {
        settings = joined({ rules: { [row.becomes]: wish } }, settings);
        took.push(`${label} as \`${row.becomes}\``);
      }
    }
  }
  if (unknown.length > 0)
    left.push(
      `${unknown.slice(0, 12).join(', ')}${unknown.length > 12 ? ` and ${unknown.length - 12} more` : ''}: no rule corresponds to it`,
    );
  return { settings, took, left };
}

/** What a value asks for; undefined for nothing, null for what is no value of a rule. */
function wishOf({ options, covers }: MarkdownlintRow, value: unknown): ImportedRule | null | undefined {
  if (value === false) return 'off';
  if (value === true || value === 'error' || value === 'warning') return covers ? undefined : 'on';
  if (!isObject(value)) return null;
  return options?.(value) ?? (covers ? undefined : 'on');
}
