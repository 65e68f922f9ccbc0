import { entryAt } from '../diff/finding-locations.js';
import { changesBetween } from '../diff/list-diff.js';
import { type CommentTrust, commentsCover } from '../lint/suppress.js';
import type { Entry, List } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';

/**
 * Which comments of a pull request may silence rules about facts: those that did so at the base, for an entry that leads where
 * it led. Comments silence all other rules, since they only say how a line is written.
 * @param before the list at the base; null where it was not there
 */
export function commentTrust(before: List | null, after: List, now: number): CommentTrust {
  let known: ((rule: string, entry: Entry) => boolean) | null = null;
  const wasCovered = (rule: string, entry: Entry): boolean => {
    if (before === null) return false;
    known ??= grantedIn(before, after, now);
    return known(rule, entry);
  };
  return (rule, place) => {
    if (!needsGrant(rule)) return true;
    const entry = entryAt(after, place);
    return entry !== null && wasCovered(rule.id, entry);
  };
}

/** Rules about facts judge what an entry leads to, not how it is written. */
function needsGrant({ reads }: AnyRule): boolean {
  return reads === 'facts';
}

function grantedIn(before: List, after: List, now: number): (rule: string, entry: Entry) => boolean {
  const { pairs } = changesBetween(before, after);
  const covered = commentsCover(before, now);
  return (rule, entry) => {
    const old = pairs.entries.get(entry);
    if (old === undefined) return false;
    const known = new Set(old.links.map(({ url }) => url));
    return entry.links.every(({ url }) => known.has(url)) && covered(rule, old);
  };
}
