import type { AnyRule } from '../../src/model/rule.js';
import { optionsOf } from '../../src/report/rules.js';

/** `rules/README.md`: what GitHub shows when someone opens the folder. */
export function rulesPage(rules: readonly AnyRule[]): string {
  const rows = rules.map(({ id, summary, severity, fix }) => {
    const column = (value: string): string => (value === 'off' ? '–' : value);
    const cells = [
      // GitHub leaves the slash out of an anchor.
      `[${id}](#${id.replace('/', '')})`,
      summary,
      column(severity.awesome),
      column(severity.roadmap),
      column(severity.minimal),
      fix === 'none' ? '–' : fix,
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return `${[
    '<!-- Written by `npm run sync` from the files beside this one. -->',
    '<!-- listwright-disable no-mojibake -- the examples of that rule are garbled on purpose -->',
    '',
    '# Rules',
    '',
    'One file, one rule. The columns are the severities in the presets; `awesome-strict` is as `awesome`, and turns on those called `style/…`, which are plugins of remark-lint. A `safe` fix is applied by `--fix`, a `suggest` one by `--fix=unsafe`.',
    '',
    '| rule | what it asks | awesome | roadmap | minimal | fix |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    ...rules.flatMap(section),
  ].join('\n')}\n`;
}

function section(rule: AnyRule): string[] {
  const lines = ['', `## ${rule.id}`, '', `${rule.summary}. ${rule.why}`];
  const options = optionsOf(rule);
  if (options.length > 0) {
    lines.push('', '| option | default | meaning |', '| --- | --- | --- |');
    for (const option of options)
      lines.push(`| \`${option.name}\` | \`${JSON.stringify(option.default)}\` | ${cell(option.means)} |`);
  }
  lines.push(
    '',
    'What it says:',
    '',
    ...Object.values(rule.messages as Record<string, string>).map((message) => `- ${code(message)}`),
  );
  const wrong = rule.examples.find((example) => example.finds.length > 0);
  const right = rule.examples.find((example) => example.finds.length === 0);
  if (wrong) lines.push('', 'Wrong:', '', ...fenced(wrong.text));
  if (wrong?.fixed !== undefined) lines.push('', 'Mended:', '', ...fenced(wrong.fixed));
  if (right) lines.push('', 'Right:', '', ...fenced(right.text));
  return lines;
}

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
