import type { ReportLink } from '../model/report.js';
import type { Verdict } from '../model/verdict.js';
import type { Row } from './targets.js';

/** Hands rows out as their verdicts stand, each once. */
export interface Telling {
  /** These rows have a verdict that will not change. */
  tell(rows: Iterable<Row>): void;
  /** So have all rows that have one. */
  tellAll(): void;
}

/** Tells of the given rows and of no others. */
export function openTelling(
  rows: readonly Row[],
  verdicts: ReadonlyMap<Row, Verdict>,
  onVerdict: ((link: ReportLink) => void) | undefined,
): Telling {
  if (onVerdict === undefined) return { tell: () => {}, tellAll: () => {} };
  const untold = new Set(rows);
  const tell = (some: Iterable<Row>): void => {
    for (const row of some) {
      const verdict = verdicts.get(row);
      if (verdict !== undefined && untold.delete(row)) onVerdict(reported(row, verdict));
    }
  };
  return { tell, tellAll: () => tell(untold) };
}

/** A row as the report has it. */
export function reported(row: Row, verdict: Verdict): ReportLink {
  return { ...verdict, occurrences: row.occurrences };
}
