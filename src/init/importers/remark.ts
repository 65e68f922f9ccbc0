import { isObject, readJson, readYaml } from './config-formats.js';
import {
  type ImportedRule,
  type Importer,
  type ImporterRow,
  type ImportSource,
  joined,
  notImported,
  quotableName,
} from './importer.js';

const row = (name: string, becomes: string, note: string): ImporterRow => ({ name, becomes, note });

/**
 * Plugins with a counterpart of another name, from the list of rules of remarkjs/remark-lint and the configuration of
 * sindresorhus/awesome-lint. Those that run here themselves keep their options as `style/<name>`.
 */
const rows: readonly ImporterRow[] = [
  row('remark-lint-<name>, where there is a rule style/<name>', 'style/<name>', 'the plugin itself, with its options'),
  row('remark-lint-no-trailing-spaces', 'no-trailing-spaces', 'same check'),
  row('remark-lint-no-duplicate-headings', 'heading-unique', 'in the whole file'),
  row('remark-lint-no-duplicate-headings-in-section', 'heading-unique', 'below the same heading'),
  row('remark-lint-heading-increment', 'heading-increment', 'same check'),
  row('remark-lint-no-literal-urls', 'url-no-bare', 'same check'),
  row('remark-lint-no-emphasis-as-heading', 'no-emphasis-heading', 'same check'),
  row('remark-lint-alphabetize-lists', 'entries-sorted', 'same check, for entries'),
  row('remark-lint-match-punctuation', 'balanced-punctuation', 'same check'),
  row('remark-lint-double-link', 'no-duplicate-url', 'same check'),
  row(
    'remark-lint-no-dead-urls',
    'link-broken',
    'links are always checked; the rule stays on even if it was off in remark, because it checks twice and shows evidence',
  ),
  row('remark-validate-links', 'relative-target-exists', 'paths and fragments are always checked'),
  row('remark-lint-no-empty-url', 'no-placeholder', 'part of this rule, which stays on even if it was off in remark'),
  row(
    'remark-lint-no-undefined-references',
    'references-resolve',
    'part of this rule, which stays on even if it was off in remark',
  ),
];

/** Ours look at more: switching theirs off does not switch ours off. */
const parts = new Set(['link-broken', 'no-placeholder', 'references-resolve', 'relative-target-exists']);

/** remark: the plugins of `remarkConfig` and of `.remarkrc` in JSON and YAML. */
export const remark: Importer = {
  name: 'remark',
  source: 'https://github.com/remarkjs/remark-lint#rules',
  files: [
    '.remarkrc',
    ...['json', 'yml', 'yaml', 'js', 'cjs', 'mjs'].map((ending) => `.remarkrc.${ending}`),
    'package.json',
  ],
  rows,
  async read(text, file, rules) {
    if (/\.[cm]?js$/.test(file))
      return notImported('it is code, which init does not run; copy its settings to the configuration manually');
    const parsed = /\.ya?ml$/.test(file) ? await readYaml(text) : readJson(text);
    if (!file.endsWith('package.json'))
      return typeof parsed === 'string' ? notImported(parsed) : readPlugins(parsed.plugins, rules);
    const field = typeof parsed === 'string' ? undefined : parsed.remarkConfig;
    return isObject(field) ? readPlugins(field.plugins, rules) : null;
  },
};

/** Plugins stand in a list, as names or pairs of a name and options, or as keys of an object (unified-engine, "Schema"). */
function readPlugins(plugins: unknown, rules: ReadonlySet<string>): ImportSource {
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(plugins)
    ? plugins.slice(0, 500).map((each: unknown) => (Array.isArray(each) ? [each[0], each[1]] : [each, undefined]))
    : Object.entries(isObject(plugins) ? plugins : {}).slice(0, 500);
  let settings: ImportSource['settings'] = {};
  const took: string[] = [];
  const left: string[] = [];
  const unknown: string[] = [];
  for (const [name, value] of pairs) {
    if (typeof name !== 'string') continue;
    const label = `\`${quotableName(name)}\``;
    const bare = name.replace(/^remark-/, '');
    if (bare === 'lint') continue;
    if (/^(?:@[^/]+\/)?(?:remark-)?preset-/.test(name)) {
      left.push(
        `${label}: a preset is code, which init does not run; \`awesome-strict\` has the plugins of awesome-lint`,
      );
      continue;
    }
    const rule = counterpart(bare, rules);
    const wish = wishOf(value, rule?.startsWith('style/') ?? false);
    if (rule === null) {
      if (wish !== 'off') unknown.push(label);
    } else if (wish === 'off' && parts.has(rule))
      left.push(`${label}: \`${rule}\` checks more than that, so it stays on`);
    else {
      const scope = bare === 'lint-no-duplicate-headings' && wish === 'on' ? { scope: 'document' } : wish;
      settings = joined({ rules: { [rule]: scope } }, settings);
      took.push(`${label} as \`${rule}\``);
      // Options of a plugin that is not the same as ours have no meaning here.
      if (optionsIn(value) !== undefined && !rule.startsWith('style/'))
        left.push(`${label}: its options, which \`${rule}\` does not have`);
    }
  }
  if (unknown.length > 0)
    left.push(
      `${unknown.slice(0, 12).join(', ')}${unknown.length > 12 ? ` and ${unknown.length - 12} more` : ''}: no rule corresponds to it; \`plugins\` can load a remark-lint plugin`,
    );
  return { settings, took, left };
}

function counterpart(bare: string, rules: ReadonlySet<string>): string | null {
  const known = rows.find(({ name }) => name === `remark-${bare}`)?.becomes;
  if (known !== undefined && known !== null) return known;
  const style = bare.startsWith('lint-') ? `style/${bare.slice('lint-'.length)}` : '';
  return rules.has(style) ? style : null;
}

/** `false`, `0` and `off` switch a plugin off; `[severity, options]` or bare options set it (unified-lint-rule). */
function wishOf(value: unknown, keeps: boolean): ImportedRule {
  const head: unknown = Array.isArray(value) && isSeverity(value[0]) ? value[0] : value;
  if (head === false || head === 0 || head === 'off') return 'off';
  const options = optionsIn(value);
  if (options !== undefined && keeps) return { options };
  return head === 2 || head === 'error' ? 'error' : 'on';
}

function optionsIn(value: unknown): unknown {
  if (Array.isArray(value) && isSeverity(value[0])) return value[1];
  return isSeverity(value) || value === undefined || value === null ? undefined : value;
}

function isSeverity(value: unknown): boolean {
  return (
    typeof value === 'boolean' ||
    value === 0 ||
    value === 1 ||
    value === 2 ||
    ['on', 'off', 'warn', 'error'].includes(value as string)
  );
}
