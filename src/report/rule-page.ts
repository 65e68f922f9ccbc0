import { type Change, changes } from '../model/change.js';
import type { AnyRule } from '../model/rule.js';
import type { Colors } from './terminal/colors.js';
import { cut, wrap } from './terminal/wrap.js';

/** A rule as data: what `rules --json` prints. */
export function ruleData(rule: AnyRule): object {
  const { id, summary, why, severity, fix, changes: kinds = [], reads, messages, examples } = rule;
  return { id, summary, why, severity, fix, changes: kinds, reads, options: optionsOf(rule), messages, examples };
}

/** What the safe fixes of a rule may change, as a sentence; empty for a rule that has none. */
export function changesOf({ changes: kinds = [] }: AnyRule): string {
  if (kinds.length === 0) return '';
  const named = (kinds as readonly Change[]).map((kind) => changes[kind] ?? kind);
  return `Safe fixes only ${new Intl.ListFormat('en').format(named)}.`;
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

/** Rules in a table: name, severities, whether it fixes, what it asks. The many of the style bundle are one line unless they are requested. */
export function ruleTable(all: readonly AnyRule[], painter: Colors, width: number, withStyle: boolean): string {
  const rules = all.filter((rule) => withStyle || !rule.id.startsWith('style/'));
  const nameWidth = Math.max(...rules.map((rule) => rule.id.length));
  const head = `${'rule'.padEnd(nameWidth)}  list     awesome  roadmap  minimal  fix      description`;
  const rows = rules.map(({ id, severity, fix, summary }) => {
    const column = (value: string): string => (value === 'off' ? '-' : value).padEnd(9);
    const facts =
      column(severity.list) +
      column(severity.awesome) +
      column(severity.roadmap) +
      column(severity.minimal) +
      (fix === 'none' ? '-' : fix).padEnd(9);
    return `${painter.bold(id.padEnd(nameWidth))}  ${facts}${cut(summary, Math.max(20, width - nameWidth - 47))}`;
  });
  const folded = all.length - rules.length;
  const aside = `${folded} Markdown style rules are on in awesome-strict; run listwright rules style to list them.`;
  const footer = ['Run listwright rules <name> for details of one.', ...(folded > 0 ? wrap(aside, width) : [])];
  return [painter.dim(head), ...rows, '', ...footer.map((line) => painter.dim(line))].join('\n');
}

/** One rule explained: what it asks and why, its options, its words, and its examples. */
export function rulePage(rule: AnyRule, painter: Colors, width: number): string {
  const { bold, dim, green, red } = painter;
  const { awesome, roadmap, minimal, default: when } = rule.severity;
  const fix = { safe: 'fixable with --fix', suggest: 'fixable with --fix=unsafe', none: 'fixed manually' }[rule.fix];
  const lines = [bold(rule.id), '', ...wrap(`${rule.summary}.`, width), '', ...wrap(rule.why, width), ''];
  lines.push(`awesome ${awesome}, roadmap ${roadmap}, minimal ${minimal}; ${when} when turned on; ${fix}`);
  lines.push(...(changesOf(rule) === '' ? [] : wrap(changesOf(rule), width)));
  const options = optionsOf(rule);
  if (options.length > 0) lines.push('', bold('Options'));
  for (const option of options) {
    lines.push(
      ...wrap(`${option.name} (${JSON.stringify(option.default)}): ${option.means}`, width - 2).map(
        (line) => `  ${line}`,
      ),
    );
  }
  for (const example of rule.examples) {
    const right = example.finds.length === 0;
    lines.push(
      '',
      (right ? green : red)(right ? 'Correct' : 'Incorrect') +
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
