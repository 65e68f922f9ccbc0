import { type Change, changes } from '../model/change.js';
import type { AnyRule, RuleSeverity } from '../model/rule.js';
import type { Colors } from './terminal/colors.js';
import { wrap } from './terminal/wrap.js';

/** A rule as data: what `rules --json` prints. */
export function ruleData(rule: AnyRule): object {
  const { id, summary, why, severity, fix, changes: kinds = [], reads, messages, examples } = rule;
  return { id, summary, why, severity, fix, changes: kinds, reads, options: optionsOf(rule), messages, examples };
}

/** `a, b and c`. */
const andList = new Intl.ListFormat('en-GB');

/** What the safe fixes of a rule may change, as a sentence; empty for a rule that has none. */
export function changesOf({ changes: kinds = [] }: AnyRule): string {
  if (kinds.length === 0) return '';
  const named = (kinds as readonly Change[]).map((kind) => changes[kind] ?? kind);
  return `Safe fixes only ${andList.format(named)}.`;
}

/** One option of a rule, as its documentation names it. */
export interface OptionFacts {
  readonly name: string;
  readonly means: string;
  readonly default: unknown;
}

interface Schema {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly default?: unknown;
  readonly wrapped?: Schema;
  readonly pipe?: readonly { readonly type: string; readonly description?: string }[];
  readonly options?: readonly unknown[];
}

/** The options of a rule, read from its schema. */
export function optionsOf(rule: AnyRule): readonly OptionFacts[] {
  const { entries } = rule.options as Schema;
  return Object.entries(entries ?? {}).map(([name, schema]) => ({
    name,
    means: described(schema) ?? '',
    default: schema.default ?? null,
  }));
}

function described(schema: Schema | undefined): string | undefined {
  if (schema === undefined) return undefined;
  return schema.pipe?.find((step) => step.type === 'description')?.description ?? described(schema.wrapped);
}

/** Presets as `severity` of a rule names them, with the letter of their column. */
const presets = [
  ['list', 'list', 'L'],
  ['awesome', 'awesome', 'A'],
  ['strict', 'awesome-strict', 'S'],
  ['roadmap', 'roadmap', 'R'],
  ['minimal', 'minimal', 'M'],
] as const;

/** `awesome-strict` is as `awesome` unless the rule says otherwise. */
function severityIn(severity: AnyRule['severity'], preset: (typeof presets)[number][0]): RuleSeverity {
  return severity[preset] ?? severity.awesome;
}

const severityLetters = { error: 'E', warning: 'W', info: 'i', off: '-' } as const;
const fixWords = { safe: 'safe', suggest: 'review', none: 'manual' } as const;

/** Rules in a table: name, severities, whether it fixes, what it asks. The many of the style bundle are one line unless they are requested. */
export function ruleTable(all: readonly AnyRule[], painter: Colors, width: number, withStyle: boolean): string {
  const rules = all.filter((rule) => withStyle || !rule.id.startsWith('style/'));
  const nameWidth = Math.max(...rules.map((rule) => rule.id.length));
  const letters = presets.map(([, , letter]) => letter).join(' ');
  const head = `${'rule'.padEnd(nameWidth)}  ${letters}  fix     what it requires`;
  const indent = nameWidth + letters.length + 12;
  const rows = rules.flatMap(({ id, severity, fix, summary }) => {
    const cells = presets.map(([key]) => severityLetters[severityIn(severity, key)]).join(' ');
    const [first = '', ...more] = wrap(summary, Math.max(20, width - indent));
    return [
      `${painter.bold(id.padEnd(nameWidth))}  ${cells}  ${fixWords[fix].padEnd(8)}${first}`,
      ...more.map((line) => ' '.repeat(indent) + line),
    ];
  });
  const legend = `${presets.map(([, name, letter]) => `${letter}=${name}`).join(', ')}. E = error, W = warning, i = info, - = off. The column "fix": safe (\`--fix\` fixes all or most findings), review (\`--fix=unsafe\`) or manual.`;
  const folded = all.length - rules.length;
  const aside = `${folded} Markdown style rules are on in awesome-strict; run \`listwright rules style\` to list them.`;
  const footer = ['Run `listwright rules <name>` for details about a rule.', ...(folded > 0 ? [aside] : [])];
  return [
    ...wrap(legend, width).map(painter.dim),
    '',
    painter.dim(head),
    ...rows,
    '',
    ...footer.flatMap((text) => wrap(text, width)).map(painter.dim),
  ].join('\n');
}

/** `error in awesome-strict; off in list and awesome; error if you enable it without a severity`: the severities of a rule by preset, and its own. */
function severityText({ severity }: AnyRule): string {
  const groups = (['error', 'warning', 'info', 'off'] as const).flatMap((level) => {
    const names = presets.flatMap(([key, name]) => (severityIn(severity, key) === level ? [name] : []));
    if (names.length === 0) return [];
    return [`${level} in ${names.length === presets.length ? 'all presets' : andList.format(names)}`];
  });
  return `Severity: ${groups.join('; ')}; ${severity.default} if you enable it without a severity`;
}

/** One rule explained: what it asks and why, its options, its words, and its examples. */
export function rulePage(rule: AnyRule, painter: Colors, width: number): string {
  const { bold, dim, green, red } = painter;
  const fix = {
    safe: '--fix applies the safe fixes; others, if any, need --fix=unsafe',
    suggest: 'needs review (--fix=unsafe)',
    none: 'manual',
  }[rule.fix];
  const lines = [bold(rule.id), '', ...wrap(`${rule.summary}.`, width), '', ...wrap(rule.why, width), ''];
  lines.push(...wrap(severityText(rule), width), ...wrap(`Fix: ${fix}`, width));
  lines.push(...(changesOf(rule) === '' ? [] : wrap(changesOf(rule), width)));
  const options = optionsOf(rule);
  if (options.length > 0) lines.push('', bold('Options'));
  for (const option of options) {
    lines.push(
      ...wrap(`${option.name} (default: ${JSON.stringify(option.default)}): ${option.means}`, width - 4).map(
        (line, index) => `${index === 0 ? '  ' : '    '}${line}`,
      ),
    );
  }
  for (const example of rule.examples) {
    const right = example.finds.length === 0;
    lines.push(
      '',
      (right ? green : red)(right ? 'Correct' : 'Incorrect') +
        (example.options === undefined ? '' : dim(`  with ${JSON.stringify(example.options)}`)) +
        dim(example.note === undefined ? '' : `  ${example.note}`),
    );
    lines.push(
      ...example.text
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    );
    if (example.fixed !== undefined) {
      lines.push(
        '',
        green('Fixed'),
        ...example.fixed
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
      );
    }
  }
  return lines.join('\n');
}
