import { entryAt } from '../diff/finding-locations.js';
import type { Changes } from '../diff/list-diff.js';
import { type CommentTrust, commentsCover } from '../lint/suppress.js';
import type { Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { isAboutChecks } from '../model/rule.js';
import { groupBy } from '../text/group-by.js';

/** A list at the base; null where it was not there. */
interface Before {
  readonly list: List | null;
  readonly changesTo: (list: List) => Changes;
}

/**
 * Which comments of a pull request may silence rules about links and facts: those that did so at the base, for an entry that
 * leads where it led, or for the same URL outside of entries. Comments silence all other rules, since those only judge how a
 * line is written.
 */
export function commentTrust({ list: before, changesTo }: Before, after: List, now: number): CommentTrust {
  let known: ((rule: string, place: Position) => boolean) | null = null;
  return (rule, place) => {
    if (!isAboutChecks(rule)) return true;
    if (before === null) return false;
    known ??= grantedIn(before, after, changesTo(after), now);
    return known(rule.id, place);
  };
}

function grantedIn(
  before: List,
  after: List,
  { pairs }: Changes,
  now: number,
): (rule: string, place: Position) => boolean {
  const covered = commentsCover(before, now);
  const outside = groupBy(
    before.links.filter(({ entry }) => entry === null),
    ({ url }) => url,
  );
  const starts = new Map(after.links.filter(({ entry }) => entry === null).flatMap(startsOf));
  return (rule, place) => {
    const entry = entryAt(after, place);
    if (entry === null) {
      const url = starts.get(place.start.offset);
      return (outside.get(url ?? '') ?? []).some((link) => covered(rule, link));
    }
    const old = pairs.entries.get(entry);
    if (old === undefined) return false;
    const urls = new Set(old.links.map(({ url }) => url));
    return entry.links.every(({ url }) => urls.has(url)) && covered(rule, old);
  };
}

/** Where a finding about a link may start, with its URL. */
function startsOf({ url, position, urlPosition }: Link): readonly (readonly [offset: number, url: string])[] {
  return [position, urlPosition].map(({ start }) => [start.offset, url]);
}
