import * as v from 'valibot';
import type { PresetName } from '../../model/rule.js';
import type { PresetReason, RuleSetting } from '../../model/settings.js';
import { jsonText, logText } from '../escape.js';
import { presetReasons } from '../preset-reasons.js';
import type { Colors } from './colors.js';
import { widthOf } from './text-width.js';

/** A rule that applies to a file, with what was learnt for its options that are `consistent`; null where the list has no convention. */
export interface Effective extends RuleSetting {
  readonly learnt: Readonly<Record<string, string | number | null>>;
}

/** The preset of a file, and why it got this one; null where it was named. */
export interface EffectivePreset {
  readonly name: PresetName;
  readonly detected: PresetReason | null;
}

const plain = (text: string): string => text;

/** What applies to a file, as data. */
export function effectiveData(path: string, preset: EffectivePreset, rules: readonly Effective[]): object {
  const data = rules.map(({ rule, severity, options, learnt }) => ({ rule: rule.id, severity, options, learnt }));
  return { path, preset: preset.name, detected: preset.detected !== null, why: preset.detected, rules: data };
}

/** Which rules apply to a file, and how; options are named where they differ from their defaults. */
export function effectiveTable(
  path: string,
  { name, detected }: EffectivePreset,
  rules: readonly Effective[],
  { bold, dim, cyan }: Colors,
  width: number,
): string {
  const wide = Math.max(...rules.map(({ rule }) => rule.id.length), 0) + 2;
  const why = detected === null ? '' : ` (${presetReasons[detected]})`;
  const rows = rules.map(({ rule, severity, options, learnt }) => {
    // Filled in, as the options of a run are.
    const filled = v.safeParse(rule.options, {});
    const usual = (filled.success ? filled.output : {}) as Readonly<Record<string, unknown>>;
    const set = Object.entries(options).filter(
      ([option, value]) => option in learnt || JSON.stringify(value) !== JSON.stringify(usual[option]),
    );
    const words = set.map(([option, value]) => {
      if (!(option in learnt)) return { text: `${option}: ${jsonText(JSON.stringify(value))}`, paint: plain };
      const found = learnt[option] ?? null;
      const detected = found === null ? 'no convention in this list' : `detected ${jsonText(JSON.stringify(found))}`;
      return { text: `${option}: ${detected}`, paint: cyan };
    });
    const head = `  ${rule.id.padEnd(wide)}${severity.padEnd(9)}`;
    const inline = words.map(({ text }) => text).join(', ');
    if (widthOf(head + inline) <= width)
      return (head + words.map(({ text, paint }) => paint(text)).join(', ')).trimEnd();
    // Options that do not fit have a line each.
    return [head.trimEnd(), ...words.map(({ text, paint }) => `    ${paint(text)}`)].join('\n');
  });
  return [`${bold(logText(path))}  ${dim(`preset: ${name}${why}`)}`, ...rows].join('\n');
}
