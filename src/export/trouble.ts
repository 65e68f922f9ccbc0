import { readFileHistory } from '../git/file-history.js';
import type { LedgerRecord } from '../links/ledger/record.js';
import type { TroubleStats } from '../model/list-stats.js';

/** More points than this say no more. */
const mostPoints = 400;

/**
 * How many links were broken and moved over time, oldest first: from the history of the ledger where git has the file, else
 * when the links of the list that are broken now began to fail. Each day has one point, since the links of a run fail within moments.
 * @param ledger absolute
 * @param records those of the entries of the list
 */
export async function readTrouble(
  ledger: string,
  records: readonly LedgerRecord[],
  env: NodeJS.ProcessEnv,
): Promise<readonly TroubleStats[]> {
  return (await troubleInGit(ledger, env)) ?? troubleNow([...new Set(records)]);
}

/** A record is one line of the file, so lines tell the counts of each version without reading it whole. */
async function troubleInGit(ledger: string, env: NodeJS.ProcessEnv): Promise<readonly TroubleStats[] | null> {
  let [broken, moved] = [0, 0];
  const points: TroubleStats[] = [];
  const range = await readFileHistory(ledger, env, {
    onHead(text) {
      [broken, moved] = countsIn(text.split('\n'));
    },
    onCommit({ date, added, removed }) {
      points.push({ at: new Date(date).toISOString(), broken: Math.max(0, broken), moved: Math.max(0, moved) });
      const [plus, minus] = [countsIn(added), countsIn(removed)];
      broken += minus[0] - plus[0];
      moved += minus[1] - plus[1];
    },
  });
  if (range === null || points.length === 0) return null;
  // The newest comes first, and the last point of a day is what it ended with.
  const days = [...new Map(points.toReversed().map((point) => [point.at.slice(0, 10), point])).values()].toReversed();
  const every = Math.ceil(days.length / mostPoints);
  return days.filter((_, index) => index % every === 0).toReversed();
}

function countsIn(lines: readonly string[]): readonly [broken: number, moved: number] {
  const count = (verdict: string): number => lines.filter((line) => line.includes(`"verdict":"${verdict}"`)).length;
  return [count('broken'), count('moved')];
}

function troubleNow(records: readonly LedgerRecord[]): readonly TroubleStats[] {
  const since = records
    .flatMap(({ verdict, firstFailedAt }) => (verdict === 'broken' && firstFailedAt !== null ? [firstFailedAt] : []))
    .map((date) => `${new Date(date).toISOString().slice(0, 10)}T00:00:00.000Z`)
    .sort();
  const last = new Map(since.map((at, index) => [at, index + 1]));
  return [...last].map(([at, broken]) => ({ at, broken, moved: null }));
}
