/** How fast a run goes, and when it may end. */
export interface Throughput {
  /** Takes in how many are done at a time (epoch milliseconds). */
  note(done: number, total: number, now: number): void;
  /** A second, lately. */
  rate(): number;
  /** Milliseconds left, at least 1000; null while that cannot be said or nothing is left. */
  left(now: number): number | null;
}

/** Milliseconds over which the rate is smoothed, over which the end moves, between two measures, and before anything is said. */
const smoothing = { rate: 8000, end: 4000, measure: 250, first: 2000 };

/** Starts to measure. The end is a moment that is moved slowly, so that the time left counts down and does not jump. */
export function trackThroughput(startedAt: number): Throughput {
  let [measuredAt, measured] = [startedAt, 0];
  let rate = 0;
  let end: number | null = null;
  return {
    note(done, total, now) {
      const dt = now - measuredAt;
      if (dt < smoothing.measure && done < total) return;
      const lately = dt > 0 ? ((done - measured) / dt) * 1000 : rate;
      const overall = now > startedAt ? (done / (now - startedAt)) * 1000 : 0;
      // At first the mean of all is steadier than anything else.
      rate = now - startedAt < smoothing.rate ? overall : rate + (lately - rate) * (1 - Math.exp(-dt / smoothing.rate));
      [measuredAt, measured] = [now, done];
      if (done >= total || rate <= 0 || now - startedAt < smoothing.first) {
        end = done >= total ? null : end;
        return;
      }
      const guess = now + ((total - done) / rate) * 1000;
      end = end === null ? guess : end + (guess - end) * (1 - Math.exp(-dt / smoothing.end));
    },
    rate: () => rate,
    left: (now) => (end === null ? null : Math.max(1000, end - now)),
  };
}

/** `12 s`, `35 s`, `4 min`, `2 h`: the longer, the coarser. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 20) return `${seconds} s`;
  if (seconds < 90) return `${Math.round(seconds / 5) * 5} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
