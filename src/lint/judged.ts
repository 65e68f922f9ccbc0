import { areFresh } from '../model/facts.js';
import type { Link } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';
import type { JudgedLink } from '../model/verdict.js';

/** Tells whether a rule could see what it reads about a link. */
export type JudgedTest = (rule: AnyRule, link: Link) => boolean;

/**
 * Rules about verdicts could see those that are there; what never has one does not count. Rules about facts could see those that
 * are young enough at `now`, in epoch milliseconds.
 */
export function judgedTest(judged: readonly JudgedLink[], now: number): JudgedTest {
  const settled = new Set(judged.filter((one) => isSettled(one)).map((one) => one.link));
  const described = judged
    .filter(({ verdict }) => verdict.facts !== null && areFresh(verdict.facts, now))
    .map(({ link }) => link);
  const known = new Set<unknown>([...described, ...described.map(({ entry }) => entry)]);
  return ({ reads }, link) => {
    if (reads === 'facts') return known.has(link) || (link.entry !== null && known.has(link.entry));
    if (reads !== 'verdict') return true;
    return link.sort === 'placeholder' || link.sort === 'invalid' || settled.has(link);
  };
}

function isSettled({ verdict }: JudgedLink): boolean {
  return verdict.verdict !== 'skipped' || verdict.reason === 'private-address' || verdict.reason === 'scheme';
}
