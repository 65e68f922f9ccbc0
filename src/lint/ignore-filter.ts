import type { List } from '../model/list.js';
import type { RuleSetting } from '../model/settings.js';
import { isPattern, matcherOf } from '../text/name-patterns.js';
import { type PatternTest, withPatterns } from '../text/regex-timeout.js';
import { entryAt, titlesAt } from './match-place.js';
import type { RawFinding } from './run-rule.js';

/** What the `ignore` and `sections` options of one rule let through. */
interface Filter {
  readonly lets: (spoken: RawFinding, test: PatternTest) => boolean;
  /** True when it tries regular expressions. */
  readonly tries: boolean;
}

/** Drops the findings that the `ignore` and `sections` options of their rules take out. Throws a UserError for a pattern that is none, or that takes too long. */
export function ignoreFilter(list: List): (spoken: readonly RawFinding[]) => readonly RawFinding[] {
  const compiled = new Map<object, Filter>();
  const filterOf = ({ options, rule }: RuleSetting): Filter => {
    const known = compiled.get(options) ?? compile(options, rule.id, list);
    compiled.set(options, known);
    return known;
  };
  const never: PatternTest = () => false;
  return (spoken) => {
    const lets = (one: RawFinding, test: PatternTest): boolean => filterOf(one.setting).lets(one, test);
    const plain = spoken.every((one) => !filterOf(one.setting).tries);
    return plain
      ? spoken.filter((one) => lets(one, never))
      : withPatterns('rules', (test) => spoken.filter((one) => lets(one, test)));
  };
}

function compile(options: object, rule: string, list: List): Filter {
  const sections = 'sections' in options && options.sections !== null ? Object(options.sections) : {};
  const given = ['ignore' in options ? options.ignore : [], sections.only ?? [], sections.except ?? []];
  const [ignore = null, only = null, except = null] = given.map((patterns) =>
    matcherOf(patterns, (pattern) => `${pattern} in the options of the rule ${rule}`),
  );
  if (ignore === null && only === null && except === null) return { lets: () => true, tries: false };
  const lets: Filter['lets'] = ({ finding, link, either }, test) => {
    const entry = entryAt(list, finding);
    const titles = titlesAt(list, finding, entry);
    if (only !== null && !titles.some((title) => only(title, test))) return false;
    if (except !== null && titles.some((title) => except(title, test))) return false;
    if (ignore === null) return true;
    const copies = either.map((place) => entryAt(list, place));
    const names = [finding.url, link?.url, link?.text, entry === null ? titles[0] : null];
    for (const one of [entry, ...copies]) names.push(one?.name, one?.url);
    return !names.some((name) => typeof name === 'string' && ignore(name, test));
  };
  return { lets, tries: given.flat().some((pattern) => isPattern(String(pattern))) };
}
