import { getDomain } from 'tldts';
import type { Evidence } from '../model/evidence.js';
import type { Caps } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { verdictOf } from './check-static.js';
import type { Target, UrlRow } from './targets.js';

/**
 * Leaves out what a stranger's pull request asks for beyond measure: the targets over the caps, in the order of the
 * lists. A domain counts with all of its hosts, since names below it cost nothing.
 */
export function withinCaps(targets: readonly Target[], caps: Caps, verdicts: Map<UrlRow, Verdict>): readonly Target[] {
  const counts = new Map<string, number>();
  let asked = 0;
  return targets.filter(({ host, rows }) => {
    const domain = getDomain(host) ?? host;
    const count = counts.get(domain) ?? 0;
    const over: Evidence | null =
      count >= caps.perDomain
        ? { kind: 'over-cap', links: caps.perDomain, domain }
        : asked >= caps.links
          ? { kind: 'over-cap', links: caps.links, domain: null }
          : null;
    if (over === null) {
      counts.set(domain, count + 1);
      asked += 1;
      return true;
    }
    for (const row of rows)
      verdicts.set(row, verdictOf({ url: row.url, verdict: 'skipped', reason: 'capped', evidence: [over] }));
    return false;
  });
}
