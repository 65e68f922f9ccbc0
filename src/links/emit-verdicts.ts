import type { ReportLink } from '../model/report.js';
import type { Verdict } from '../model/verdict.js';
import type { CheckContext } from './context.js';
import type { UrlRow } from './targets.js';

/** Hands rows out as their verdicts stand, each once. */
export interface VerdictEmitter {
  /** These rows have a verdict that will not change. */
  tell(rows: Iterable<UrlRow>): void;
  /** So have all rows that have one. */
  tellAll(): void;
}

/** Reports the given rows and no others. */
export function createVerdictEmitter(
  rows: readonly UrlRow[],
  verdicts: ReadonlyMap<UrlRow, Verdict>,
  { onVerdict, replacedNotes }: Pick<CheckContext, 'onVerdict' | 'replacedNotes'>,
): VerdictEmitter {
  if (onVerdict === undefined) return { tell: () => {}, tellAll: () => {} };
  const untold = new Set(rows);
  const tell = (some: Iterable<UrlRow>): void => {
    for (const row of some) {
      const verdict = verdicts.get(row);
      if (verdict !== undefined && untold.delete(row)) onVerdict(reported(row, verdict, replacedNotes));
    }
  };
  return { tell, tellAll: () => tell(untold) };
}

/** A row as the report has it, without some notes. */
export function reported(row: UrlRow, verdict: Verdict, without?: ReadonlySet<string>): ReportLink {
  const { notes } = verdict;
  // Written out: each spread object of this size has a shape of its own, of half a kilobyte.
  return {
    url: verdict.url,
    verdict: verdict.verdict,
    reason: verdict.reason,
    status: verdict.status,
    finalUrl: verdict.finalUrl,
    redirects: verdict.redirects,
    notes: without && notes.length > 0 ? notes.filter((note) => !without.has(note)) : notes,
    probe: verdict.probe,
    evidence: verdict.evidence,
    cached: verdict.cached,
    firstFailedAt: verdict.firstFailedAt,
    failures: verdict.failures,
    suggestion: verdict.suggestion,
    durationMs: verdict.durationMs,
    facts: verdict.facts,
    occurrences: row.occurrences,
  };
}
