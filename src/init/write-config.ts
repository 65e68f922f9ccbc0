import { wrap } from '../report/terminal/wrap.js';
import { countText, plural } from '../text/plural.js';
import type { InferredFormat } from './infer-format.js';
import type { ConfigProposal, Line } from './propose-config.js';

/** The JSON Schema of configurations, for editors. */
const schema = 'https://raw.githubusercontent.com/listwright/listwright/main/schema/config.schema.json';

/** The name of the configuration that is written: YAML carries comments. */
export const configName = 'listwright.config.yaml';

/** The text of a configuration: what differs from the preset, each line with the reason above it. */
export function writeConfig(
  { preset, rules, options }: ConfigProposal,
  asides: readonly string[],
  format: InferredFormat | null = null,
): string {
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    ...comments(['Written by `listwright init`; `listwright rules --effective README.md` shows all settings'], ''),
    '',
    ...comments(preset.why, ''),
    `preset: ${preset.value}`,
  ];
  if (rules.length > 0 || asides.length > 0) lines.push('');
  lines.push(...comments(asides, ''));
  if (rules.length > 0) lines.push('rules:');
  for (const [index, line] of rules.entries()) lines.push(...ruleLines(line, same(line, rules[index - 1])));
  for (const [index, line] of options.entries()) lines.push(...optionLines(line, same(line, options[index - 1])));
  if (format !== null) lines.push('', ...formatLines(format));
  return `${lines.join('\n')}\n`;
}

/** The format of entries; as comments where it would report some of them today. */
function formatLines({ entries, agree, of }: InferredFormat): readonly string[] {
  const body = ['entries:', ...nestedLines(entries, '  ')];
  const how = 'https://github.com/listwright/listwright/blob/main/docs/entry-format.md';
  return agree === of
    ? [
        ...comments([`The format below applies to ${plural(of, 'entry', 'entries')}, and all match it (${how})`], ''),
        ...body,
      ]
    : [
        ...comments(
          [
            `The format below applies to ${plural(of, 'entry', 'entries')}, and ${countText(agree)} of them match it. To report the others, uncomment these lines (${how})`,
          ],
          '',
        ),
        ...body.map((line) => `# ${line}`),
      ];
}

/** The keys of an object, two levels deep. */
function nestedLines(value: object, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([key, one]): readonly string[] =>
    key === 'columns'
      ? [`${indent}${key}:`, ...nestedLines(one as object, `${indent}  `)]
      : [`${indent}${scalar(key)}: ${flow(one)}`],
  );
}

function ruleLines({ key, value, why }: Line, again: boolean): readonly string[] {
  return [...(again ? [] : comments(why, '  ')), `  ${key}: ${flow(value)}`];
}

function optionLines({ key, value, why }: Line, again: boolean): readonly string[] {
  const body = Array.isArray(value)
    ? [`${key}:`, ...value.map((one: unknown) => `  - ${flow(one)}`)]
    : [`${key}: ${flow(value)}`];
  return [...(again ? [] : ['', ...comments(why, '')]), ...body];
}

/** One reason for lines that follow each other is said once. */
function same({ why }: Line, before: Line | undefined): boolean {
  return before !== undefined && before.why.join('\n') === why.join('\n');
}

/** Comments wrap at this many columns. */
const widest = 80;

function comments(sentences: readonly string[], indent: string): readonly string[] {
  return sentences.flatMap((sentence) => {
    const plain = sentence.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
    const text = `${plain.replace(/^(?:- )?[a-z]/, (start) => start.toUpperCase())}${/[.!?:]$/.test(plain) ? '' : '.'}`;
    const lead = plain.startsWith('- ') ? '  ' : '';
    return wrap(text, widest - indent.length - lead.length - 2).map(
      (line, index) => `${indent}# ${index === 0 ? '' : lead}${line}`,
    );
  });
}

/** A value on one line (YAML 1.2, section 7.4). */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([name, one]) => `${flow(name)}: ${flow(one)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' ? scalar(value) : JSON.stringify(value ?? null);
}

/** Words of ours stay bare, but for those that older readers of YAML take for true or false. */
function scalar(text: string): string {
  if (/^[a-z][a-zA-Z-]*$/.test(text) && !/^(?:y|n|on|off|yes|no|true|false|null)$/.test(text)) return text;
  if (/^\d+(?:ms|s|m|h|d)$/.test(text)) return text;
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  // In double quotes YAML has every escape of JSON; what it does not take unescaped gets one.
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
