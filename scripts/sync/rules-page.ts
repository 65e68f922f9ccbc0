import type { AnyRule, Example } from '../../src/model/rule.js';
import { changesOf, optionsOf } from '../../src/report/rule-page.js';

/** `rules/README.md`, the table of all rules: what GitHub shows when someone opens the folder. */
export function rulesPage(rules: readonly AnyRule[]): string {
  const rows = rules.map(({ id, summary, severity, fix }) => {
    const column = (value: string): string => (value === 'off' ? '–' : value);
    const cells = [
      `[${id}](../docs/rules/${id}.md)`,
      summary,
      column(severity.list),
      column(severity.awesome),
      column(severity.strict ?? severity.awesome),
      column(severity.roadmap),
      column(severity.minimal),
      fix === 'none' ? '–' : fix,
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return `${[
    '<!-- Written by `npm run sync` from the files in this folder. -->',
    '',
    '# Rules',
    '',
    'Each file is one rule. The columns show its severity in each [preset](../docs/presets.md). Rules named `style/…` are remark-lint plugins. `--fix` applies `safe` fixes; `--fix=unsafe` also applies `suggest` fixes. `listwright rules <name>` explains a rule in the terminal.',
    '',
    '| rule | what it requires | list | awesome | awesome-strict | roadmap | minimal | fix |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

/** A page for each rule, by path: what it requires and why, its severities, options, messages and examples. */
export function rulePages(rules: readonly AnyRule[]): Record<string, string> {
  return Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, `${page(rule).join('\n')}\n`]));
}

/** Longer examples are left to the tests. */
const mostLines = 14;

const fixes: Readonly<Record<AnyRule['fix'], string>> = {
  safe: '`--fix` fixes it.',
  suggest: '`--fix=unsafe` fixes it; review the result.',
  none: 'It has to be fixed manually.',
};

function page(rule: AnyRule): string[] {
  const { severity } = rule;
  const strict = severity.strict ?? severity.awesome;
  const source = rule.id.startsWith('style/') ? 'src/remark-lint/bundle.ts' : `rules/${rule.id}.ts`;
  const up = rule.id.includes('/') ? '../../../' : '../../';
  const lines = [
    `<!-- Written by \`npm run sync\` from ${source}. -->`,
    ...(garbled.has(rule.id)
      ? [`<!-- listwright-disable ${rule.id} -- its examples contain mojibake on purpose -->`]
      : []),
    '',
    `# ${rule.id}`,
    '',
    `${rule.summary}. ${rule.why}`,
    '',
    '| list | awesome | awesome-strict | roadmap | minimal | when turned on |',
    '| --- | --- | --- | --- | --- | --- |',
    `| ${severity.list} | ${severity.awesome} | ${strict} | ${severity.roadmap} | ${severity.minimal} | ${severity.default} |`,
    '',
    `${fixes[rule.fix]} ${changesOf(rule)}`.trimEnd(),
  ];
  const options = optionsOf(rule);
  if (options.length > 0) {
    lines.push('', '## Options', '', '| option | default | meaning |', '| --- | --- | --- |');
    for (const option of options)
      lines.push(`| \`${option.name}\` | \`${JSON.stringify(option.default)}\` | ${cell(option.means)} |`);
  }
  lines.push('', '## Messages', '');
  lines.push(...Object.values(rule.messages as Record<string, string>).map((message) => `- ${code(message)}`));
  // A long example shows what a short one does; tests need it, readers do not.
  const examples = rule.examples.filter(({ text }) => text.split('\n').length <= mostLines);
  if (examples.length > 0) lines.push('', '## Examples');
  for (const example of examples) lines.push(...shown(example));
  lines.push('', `[All rules](${up}rules/README.md)`);
  return lines;
}

function shown({ text, finds, fixed, note, options, facts }: Example): string[] {
  const lines = ['', finds.length > 0 ? `Incorrect, at ${finds.map((find) => `\`${find}\``).join(', ')}:` : 'Correct:'];
  if (note !== undefined) lines.push('', note);
  if (options !== undefined) lines.push('', `With \`${JSON.stringify(options)}\`:`);
  for (const [url, known] of Object.entries(facts ?? {}))
    lines.push('', `If \`${url}\` has the facts \`${JSON.stringify(known)}\`:`);
  lines.push('', ...fenced(text));
  if (fixed !== undefined) lines.push('', 'Fixed:', '', ...fenced(fixed));
  return lines;
}

/** Rules whose examples cannot be shown without breaking them. */
const garbled = new Set(['no-mojibake']);

function fenced(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return [
    `${fence}markdown`,
    text
      .replace(/\uFEFF/g, '')
      .replace(/\r/g, '')
      .trimEnd(),
    fence,
  ];
}

/** A code span that holds backticks (CommonMark 0.31, section 6.1). */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const ticks = '`'.repeat(longest + 1);
  return longest === 0 ? `${ticks}${text}${ticks}` : `${ticks} ${text} ${ticks}`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
