import type { ListedException, ReportException, RuleException } from '../model/exception.js';
import type { Finding } from '../model/finding.js';
import type { Entry, Link, List } from '../model/list.js';
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
  rows(): readonly ListedException[];
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
  /** The rules that run. */
  readonly rules: readonly RuleSetting[];
  /** True where other rules are on as well, and this run leaves them out. */
  readonly leavesOut: boolean;
  readonly isJudged: JudgedTest;
}

/** Prepares the exceptions of the configuration for one list. */
export function exceptionsFor(
  list: List,
  exceptions: readonly RuleException[],
  now: number,
  { rules, leavesOut, isJudged }: RulesAtWork,
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

  const stateOf = (each: Prepared): ListedException['state'] => {
    const { exception, isExpired, applied } = each;
    if (isExpired) return 'expired';
    if (applied > 0) return 'used';
    const concerned = rules.filter(({ rule }) => isFor(exception, rule.id));
    const isMissing =
      exception.rules.length === 0 ? leavesOut || concerned.length === 0 : concerned.length < exception.rules.length;
    if (isMissing) return 'not-checked';
    const { links, isPresent } = subjectsOf(each, list, test);
    if (!isPresent) return 'absent';
    return concerned.some(({ rule }) => links.some((link) => !isJudged(rule, link))) ? 'not-checked' : 'unused';
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
  return found === undefined ? null : rowOf(found.exception, { state: 'used' as const, applied: 1 });
}

/** True where an exception may be for something in a list. Throws a UserError for a regular expression that takes too long. */
export function concernsList(exception: RuleException, list: List): boolean {
  return withPatterns('except', (test) => subjectsOf(prepare(exception, 0), list, test).isPresent);
}

/** What an exception may be for: links, and whether there is such a link, entry or section at all. */
function subjectsOf({ matches, inSection }: Prepared, list: List, test: PatternTest) {
  const isNamed = (...names: readonly (string | null | undefined)[]): boolean =>
    names.some((name) => typeof name === 'string' && matches(name, test));
  const isWithin = (place: Position, entry: Entry | null): boolean =>
    inSection === null || titlesAt(list, place, entry).some((title) => inSection(title, test));
  const links = list.links.filter(
    ({ url, text, entry, position }) => isNamed(url, text, entry?.name, entry?.url) && isWithin(position, entry),
  );
  const isPresent =
    links.length > 0 ||
    list.entries.some((entry) => isNamed(entry.name, entry.url) && isWithin(entry.label, entry)) ||
    list.sections.some(({ title, position }) => isNamed(title) && isWithin(position, null)) ||
    list.tiers.some(({ label, position }) => isNamed(label) && isWithin(position, null));
  return { links, isPresent };
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

function rowOf<State extends string>(
  { match, rules, section, reason, until }: RuleException,
  what: { readonly state: State; readonly applied: number },
): Omit<ReportException, 'state'> & { readonly state: State } {
  const day = until === null ? null : dayOf(until);
  return { option: 'except', match, rules, section, reason, until: day, ...what, path: null, line: null };
}
