import type { ReportException, RuleException } from '../model/exception.js';
import type { Finding } from '../model/finding.js';
import type { Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { RuleSetting } from '../model/settings.js';
import { dayOf, isOver } from '../text/day.js';
import { isPattern, type Match, matcherOf } from '../text/name-patterns.js';
import { type PatternTest, withPatterns } from '../text/regex-timeout.js';
import type { JudgedTest } from './judged.js';
import { entryAt, titlesAt } from './match-place.js';

/** The exceptions of the configuration at work on one list. */
export interface ListExceptions {
  /** True where an exception may apply. */
  readonly any: boolean;
  /** Runs something that asks `excepts`. Throws a UserError for a regular expression that takes too long. */
  run<Result>(ask: () => Result): Result;
  /** True where an exception is for this place of a finding; it counts as used then. */
  excepts(finding: Finding, place: Position, link: Link | null): boolean;
  /** Each exception, with what became of it in this list. */
  rows(): readonly ReportException[];
}

/** An exception that is ready to be compared. */
interface Prepared {
  readonly exception: RuleException;
  readonly isExpired: boolean;
  readonly matches: Match;
  readonly inSection: Match | null;
  applied: number;
}

/** What is needed to tell an exception that is not needed from one whose rules did not run. */
export interface RulesAtWork {
  /** The rules that are on. */
  readonly rules: readonly RuleSetting[];
  readonly isJudged: JudgedTest;
}

/** Prepares the exceptions of the configuration for one list. */
export function exceptionsFor(
  list: List,
  exceptions: readonly RuleException[],
  now: number,
  { rules, isJudged }: RulesAtWork,
): ListExceptions {
  const prepared = exceptions.map((exception) => prepare(exception, now));
  const active = prepared.filter(({ isExpired }) => !isExpired);
  const never: PatternTest = () => false;
  let test = never;
  const slow = active.some(({ exception: { match, section } }) => isPattern(match) || isPattern(section ?? ''));
  const withTests = <Result>(ask: () => Result): Result =>
    slow
      ? withPatterns('except', (given) => {
          test = given;
          return ask();
        })
      : ask();

  const excepts: ListExceptions['excepts'] = (finding, place, link) => {
    const candidates = active.filter(({ exception }) => isFor(exception, finding.rule));
    if (candidates.length === 0) return false;
    const entry = entryAt(list, place);
    const titles = titlesAt(list, place, entry);
    const names = [finding.url, link?.url, link?.text, entry?.name, entry?.url, entry === null ? titles[0] : null];
    const found = candidates.find(
      ({ matches, inSection }) =>
        names.some((name) => typeof name === 'string' && matches(name, test)) &&
        (inSection === null || titles.some((title) => inSection(title, test))),
    );
    if (found !== undefined) found.applied += 1;
    return found !== undefined;
  };

  /** True where a rule that the exception is for could not say whether it is needed. */
  const isUnchecked = ({ exception, matches, inSection }: Prepared): boolean => {
    const concerned = rules.filter(({ rule }) => isFor(exception, rule.id));
    if (concerned.length === 0) return true;
    const links = list.links.filter(({ url, text, entry, position }) => {
      const names = [url, text, entry?.name, entry?.url];
      if (!names.some((name) => typeof name === 'string' && matches(name, test))) return false;
      return inSection === null || titlesAt(list, position, entry).some((title) => inSection(title, test));
    });
    return concerned.some(({ rule }) => links.some((link) => !isJudged(rule, link)));
  };
  const stateOf = (each: Prepared): ReportException['state'] => {
    if (each.isExpired) return 'expired';
    if (each.applied > 0) return 'used';
    return isUnchecked(each) ? 'not-checked' : 'unused';
  };
  return {
    any: active.length > 0,
    run: withTests,
    excepts,
    rows: () =>
      withTests(() => prepared.map((each) => rowOf(each.exception, { state: stateOf(each), applied: each.applied }))),
  };
}

/** The exception for a rule about an entry that is known by its name, URL and titles alone, as used; null for none. */
export function exceptionOf(
  exceptions: readonly RuleException[],
  rule: string,
  { name, url, titles }: { readonly name: string; readonly url: string | null; readonly titles: readonly string[] },
  now: number,
): ReportException | null {
  const named = exceptions.filter(({ rules }) => rules.includes(rule));
  if (named.length === 0) return null;
  const found = withPatterns('except', (test) =>
    named
      .map((exception) => prepare(exception, now))
      .find(
        ({ isExpired, matches, inSection }) =>
          !isExpired &&
          [name, url].some((text) => text !== null && matches(text, test)) &&
          (inSection === null || titles.some((title) => inSection(title, test))),
      ),
  );
  return found === undefined ? null : rowOf(found.exception, { state: 'used', applied: 1 });
}

function prepare(exception: RuleException, now: number): Prepared {
  const { match, section, until } = exception;
  const where = (pattern: string): string => `except: ${pattern}`;
  return {
    exception,
    isExpired: isOver(until, now),
    matches: matcherOf([match], where) ?? (() => false),
    inSection: section === null ? null : matcherOf([section], where),
    applied: 0,
  };
}

function isFor({ rules }: RuleException, rule: string): boolean {
  return rules.length === 0 || rules.includes(rule);
}

function rowOf(
  { match, rules, section, reason, until }: RuleException,
  what: Pick<ReportException, 'state' | 'applied'>,
): ReportException {
  const day = until === null ? null : dayOf(until);
  return { option: 'except', match, rules, section, reason, until: day, ...what, path: null, line: null };
}
