import type { List } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';
import { majority } from '../text/majority.js';

/** What most of a list does, for one option of a rule. */
export interface InferredOption {
  readonly rule: string;
  readonly option: string;
  readonly value: string | number;
  /** Cases that do so, of `of` cases. */
  readonly agree: number;
  readonly of: number;
  /** Every value that a case has. */
  readonly values: readonly (string | number)[];
}

/** The conventions of a list, by what at least 80 % of at least ten cases do; rules without a convention have no fact. */
export function inferredOptions(rules: readonly AnyRule[], list: List): readonly InferredOption[] {
  return rules.flatMap((rule) =>
    Object.entries(rule.learn ?? {}).flatMap(([option, casesOf]) => {
      const cases = (casesOf as (list: List) => readonly (string | number)[])(list);
      const value = majority(cases);
      if (value === null) return [];
      const agree = cases.filter((one) => one === value).length;
      return [{ rule: String(rule.id), option, value, agree, of: cases.length, values: [...new Set(cases)] }];
    }),
  );
}

/** What the cases of a rule are, and what a value says of them. */
const words: Readonly<Record<string, { readonly cases: string; readonly does: Readonly<Record<string, string>> }>> = {
  'description-end': {
    cases: 'descriptions',
    does: { always: 'end with a full stop', never: 'end without a full stop' },
  },
  'entry-marker': {
    cases: 'items',
    does: { '-': 'begin with a hyphen', '*': 'begin with an asterisk', '+': 'begin with a plus sign' },
  },
  'entries-sorted': { cases: 'groups of entries', does: { alphabetical: 'are in alphabetical order' } },
  'heading-case': { cases: 'headings', does: { title: 'are in title case', sentence: 'are in sentence case' } },
  'entry-name': { cases: 'names', does: { always: 'are emphasised', never: 'are not emphasised' } },
};

/** A fact as a sentence: `41 of 44 descriptions end without a full stop`. */
export function factSentence({ rule, option, value, agree, of }: InferredOption): string {
  const known = Object.hasOwn(words, rule) ? words[rule] : undefined;
  const does = known?.does[String(value)];
  if (known !== undefined && does !== undefined) return `${agree} of ${of} ${known.cases} ${does}`;
  if (rule === 'entry-separator') return `"${value}" stands between name and description in ${agree} of ${of} entries`;
  return `${option} is ${JSON.stringify(value)} in ${agree} of ${of} cases`;
}
