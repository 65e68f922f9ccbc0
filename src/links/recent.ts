import type { Verdict } from '../model/verdict.js';
import { verdictOf } from './offline.js';
import type { Row, Target } from './target.js';
import type { Recent } from './world.js';

/** Fills in what an earlier check of this process has found; gives the targets of which a row is new. */
export function withoutRecent(
  targets: readonly Target[],
  verdicts: Map<Row, Verdict>,
  recent: Recent | undefined,
): readonly Target[] {
  if (recent === undefined) return targets;
  return targets.filter(({ rows }) => {
    const known = rows.map((row) => [row, recent.verdicts.get(row.url) ?? pending(row, recent)] as const);
    if (known.some(([, verdict]) => verdict === null)) return true;
    for (const [row, verdict] of known) if (verdict !== null) verdicts.set(row, verdict);
    return false;
  });
}

/** Where nothing may be asked, what is not known is said to be so. */
function pending({ url }: Row, { ask }: Recent): Verdict | null {
  if (ask) return null;
  return verdictOf({ url, verdict: 'skipped', reason: 'pending', evidence: ['it is still to be asked'] });
}

/** Keeps what was found of these targets for the next check of this process. What an interrupt cut off is not known. */
export function keepRecent(
  targets: readonly Target[],
  verdicts: ReadonlyMap<Row, Verdict>,
  recent: Recent,
  interrupted: boolean,
): void {
  for (const { rows } of targets) {
    for (const row of rows) {
      const verdict = verdicts.get(row);
      if (verdict === undefined || (interrupted && verdict.verdict === 'unreachable')) continue;
      recent.verdicts.set(row.url, verdict);
    }
  }
}
