import * as v from 'valibot';
import type { RawRule } from '../config/config-file.js';
import { type LinkOption, linkOptions } from '../model/link-options.js';
import type { AnyRule, PresetName, Rule } from '../model/rule.js';
import type { RuleSetting } from '../model/settings.js';
import type { ImportedRule, ImportedSettings } from './importers/importer.js';
import type { ImportResult } from './importers/importers.js';
import { defaultOf, factSentence, type InferredOption } from './inferred-options.js';

/** A line of the configuration, and why it is there: sentences without a period. */
export interface Line<Value = unknown> {
  readonly key: string;
  readonly value: Value;
  readonly why: readonly string[];
}

/** A configuration that is about to be written. */
export interface ConfigProposal {
  readonly preset: Line<PresetName>;
  readonly rules: readonly Line<RawRule>[];
  readonly options: readonly Line[];
}

/** What a configuration is proposed from. */
export interface ProposalFacts {
  readonly preset: Line<PresetName>;
  /** Every rule there is. */
  readonly catalogue: readonly AnyRule[];
  /** The rules that are on with that preset alone. */
  readonly usual: readonly RuleSetting[];
  readonly learnt: readonly InferredOption[];
  readonly foreign: readonly ImportResult[];
  /** Rules that the list has another style than, by id, with the reason. */
  readonly otherwise: ReadonlyMap<string, string>;
}

/** Options in the order in which they are written. */
const order = [
  'exclude',
  'include',
  'accept',
  'timeout',
  'retries',
  'concurrency',
  'perHost',
  'maxAge',
  'userAgent',
  'header',
  'offline',
  'archive',
] as const;

/** Proposes a configuration: only what differs from the preset. Other tools' settings go before what was learnt. */
export function proposeConfig(facts: ProposalFacts): ConfigProposal {
  const usual = new Map(facts.usual.map((setting) => [String(setting.rule.id), setting]));
  const lines = new Map<string, Line<RawRule>>();
  const add = (line: Line<RawRule> | null): void => {
    if (line !== null && !lines.has(line.key)) lines.set(line.key, line);
  };
  for (const rule of facts.catalogue) add(fromForeign(rule, usual.get(String(rule.id)), facts.foreign));
  for (const fact of facts.learnt) add(fromLearnt(fact, usual.get(fact.rule.id)));
  for (const [key, why] of facts.otherwise) if (usual.has(key)) add({ key, value: 'off', why: [why] });
  const sorted = [...lines.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { preset: facts.preset, rules: sorted, options: order.flatMap((key) => optionLine(key, facts.foreign)) };
}

/** A list that is not what the preset asks for is taken at its word, and one in order stays so. */
function fromLearnt(fact: InferredOption, usual: RuleSetting | undefined): Line<RawRule> | null {
  const { rule, option, value } = fact;
  const key: string = rule.id;
  const why = [factSentence(fact)];
  if (usual === undefined)
    return isOptIn(rule) && defaultOf(rule, option) === value ? { key, value: rule.severity.default, why } : null;
  const asked = (usual.options as Record<string, unknown>)[option];
  return asked !== value && opposite(asked, fact) ? { key, value: [usual.severity, { [option]: value }], why } : null;
}

/** True for a rule that no preset turns on: a list that keeps it anyway wants it kept. */
function isOptIn({ severity: { default: _, ...presets } }: Rule): boolean {
  return Object.values(presets).every((severity) => severity === 'off');
}

/** True where what is checked is something that lists do, not a word such as `consistent`, `any` or `off`. */
function opposite(asked: unknown, { values }: InferredOption): boolean {
  return asked === 'always' || asked === 'never' || /^[-*+]$/.test(String(asked)) || values.includes(asked as string);
}

function fromForeign(
  rule: AnyRule,
  usual: RuleSetting | undefined,
  foreign: readonly ImportResult[],
): Line<RawRule> | null {
  const key = String(rule.id);
  const wishes = foreign.flatMap(({ settings, file }) => {
    const wish = settings.rules !== undefined && Object.hasOwn(settings.rules, key) ? settings.rules[key] : undefined;
    return wish === undefined ? [] : [{ wish, file }];
  });
  const [first] = wishes;
  if (first === undefined) return null;
  const value = ruleValue(rule, usual, first.wish);
  return value === null ? null : { key, value, why: [`From ${first.file}`] };
}

/** What a wish comes to next to the preset; null where it changes nothing, or its options are none of ours. */
function ruleValue(rule: AnyRule, usual: RuleSetting | undefined, wish: ImportedRule): RawRule | null {
  if (wish === 'off') return usual === undefined ? null : 'off';
  const severity = usual?.severity ?? rule.severity.default;
  if (wish === 'on') return usual === undefined ? severity : null;
  if (typeof wish === 'string') return usual?.severity === wish ? null : wish;
  if (!v.safeParse(rule.options, wish).success) return null;
  const now = (usual?.options ?? {}) as Record<string, unknown>;
  const differs =
    usual === undefined ||
    Object.entries(wish).some(([name, value]) => JSON.stringify(now[name]) !== JSON.stringify(value));
  return differs ? [severity, wish] : null;
}

function optionLine(key: (typeof order)[number], foreign: readonly ImportResult[]): readonly Line[] {
  const said = foreign.filter(({ settings }) => settings[key] !== undefined);
  const [first] = said;
  if (first === undefined) return [];
  const isList = key === 'exclude' || key === 'include' || key === 'header';
  const value = isList ? [...new Set(said.flatMap(({ settings }) => settings[key] as string[]))] : first.settings[key];
  const files = [...new Set((isList ? said : [first]).map(({ file }) => file))];
  return JSON.stringify(value) === JSON.stringify(defaultValue(linkOptions[key]))
    ? []
    : [{ key, value, why: [`From ${files.join(', ').replace(/, ([^,]*)$/, ' and $1')}`] }];
}

/** Where two files of other tools disagree on a single value, the sentence that says which one counts. */
export function disagreements(foreign: readonly ImportResult[]): readonly string[] {
  const keys = [
    'timeout',
    'retries',
    'accept',
    'concurrency',
    'perHost',
    'maxAge',
    'userAgent',
  ] as const satisfies readonly (keyof ImportedSettings)[];
  return keys.flatMap((key) => {
    const said = foreign.filter(({ settings }) => settings[key] !== undefined);
    const other = said.find(({ settings }) => settings[key] !== said[0]?.settings[key]);
    return other === undefined ? [] : [`\`${key}\`: the value of ${said[0]?.file} is used, not that of ${other.file}`];
  });
}

function defaultValue(option: LinkOption): unknown {
  return option.default;
}
