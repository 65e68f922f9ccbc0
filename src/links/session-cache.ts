import type { Verdict } from '../model/verdict.js';
import { verdictOf } from './check-static.js';
import type { SessionCache } from './context.js';
import type { Target, UrlRow } from './targets.js';

/** Fills in what an earlier check of this process has found; gives the targets of which a row is new. */
export function withoutCached(
  targets: readonly Target[],
  verdicts: Map<UrlRow, Verdict>,
  recent: SessionCache | undefined,
): readonly Target[] {
  if (recent === undefined) return targets;
  return targets.filter(({ rows }) => {
    const known = rows.map((row) => [row, recent.verdicts.get(row.url) ?? null] as const);
    if (known.some(([, verdict]) => verdict === null)) return true;
    for (const [row, verdict] of known) if (verdict !== null) verdicts.set(row, verdict);
    return false;
  });
}

/** The targets that may be asked now; what has to wait is said to be so. */
export function withinBudget(
  targets: readonly Target[],
  verdicts: Map<UrlRow, Verdict>,
  recent: SessionCache | undefined,
): readonly Target[] {
  if (recent === undefined || targets.length <= recent.most) return targets;
  const { most, first = new Set() } = recent;
  const isFirst = ({ rows }: Target): boolean => rows.some(({ url }) => first.has(url));
  const inTurn = [...targets.filter(isFirst), ...targets.filter((target) => !isFirst(target))];
  for (const { rows } of inTurn.slice(most)) for (const row of rows) verdicts.set(row, pending(row));
  return inTurn.slice(0, most);
}

function pending({ url }: UrlRow): Verdict {
  return verdictOf({ url, verdict: 'skipped', reason: 'pending', evidence: [{ kind: 'pending' }] });
}

/** Keeps what was found of these targets for the next check of this process. What an interrupt cut off is not known. */
export function cacheVerdicts(
  targets: readonly Target[],
  verdicts: ReadonlyMap<UrlRow, Verdict>,
  recent: SessionCache,
  interrupted: boolean,
): void {
  for (const { rows } of targets) {
    for (const row of rows) {
      const verdict = verdicts.get(row);
      if (verdict === undefined || verdict.reason === 'pending') continue;
      if (interrupted && verdict.verdict === 'unreachable') continue;
      recent.verdicts.set(row.url, verdict);
    }
  }
}
