import * as v from 'valibot';
import type { List } from '../model/list.js';
import type { AnyRule, Rule } from '../model/rule.js';
import { majority } from '../text/majority.js';

/** What most of a list does, for one option of a rule. */
export interface InferredOption {
  readonly rule: AnyRule;
  readonly option: string;
  readonly value: string | number;
  /** Cases that do so, of `of` cases. */
  readonly agree: number;
  readonly of: number;
  /** Every value that a case has. */
  readonly values: readonly (string | number)[];
}

/** The conventions of a list, by what at least 90% of at least ten cases do; rules without a convention have no fact. */
export function inferredOptions(rules: readonly AnyRule[], list: List): readonly InferredOption[] {
  return rules.flatMap((rule) =>
    Object.entries(rule.learn ?? {}).flatMap(([option, casesOf]) => {
      const cases = (casesOf as (list: List) => readonly (string | number)[])(list);
      const value = majority(cases);
      if (value === null) return [];
      const agree = cases.filter((one) => one === value).length;
      return [{ rule, option, value, agree, of: cases.length, values: [...new Set(cases)] }];
    }),
  );
}

/** The default of an option. */
export function defaultOf(rule: AnyRule, option: string): unknown {
  return (v.getDefaults(rule.options) as Readonly<Record<string, unknown>>)[option];
}

/** A fact as a clause: `93% of descriptions end without a period`, `all descriptions …`. */
export function factSentence({ rule, option, value, agree, of }: InferredOption): string {
  const convention = (rule as Rule).init?.convention;
  const does = convention?.does(value) ?? null;
  const all = agree === of ? 'all' : `${Math.floor((100 * agree) / of)}% of`;
  if (convention !== undefined && does !== null) return `${all} ${convention.cases} ${does}`;
  return `${option} is ${JSON.stringify(value)} in ${all} cases`;
}
