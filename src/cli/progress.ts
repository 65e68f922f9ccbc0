import { stripVTControlCharacters } from 'node:util';

/** How far the checking of links has come. */
export interface ProgressFacts {
  readonly total: number;
  readonly done: number;
  /** By verdict. */
  readonly counts: Readonly<Record<string, number>>;
  /** Hosts that asked to be left alone, until when (epoch milliseconds). */
  readonly waits: readonly { readonly host: string; readonly until: number }[];
}

/** One line on a terminal that tells how far a run is. */
export interface Progress {
  update(facts: ProgressFacts): void;
  /** Takes the line away; can be called more than once. */
  stop(): void;
}

/** The terminal to write to. */
interface Stream {
  readonly columns?: number;
  write(text: string): unknown;
}

/** Verdicts worth a place on the line, with their colours (SGR). */
const shown = [
  ['alive', 32],
  ['moved', 36],
  ['suspect', 33],
  ['unreachable', 33],
  ['broken', 31],
] as const;

/** Starts a progress line, redrawn ten times a second at most; silent where there is no terminal. */
export function startProgress(
  stream: Stream,
  { isTerminal, colour, now }: { readonly isTerminal: boolean; readonly colour: boolean; readonly now: () => number },
): Progress {
  const startedAt = now();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  if (!isTerminal) return { update: () => {}, stop: () => {} };
  return {
    update(facts) {
      if (now() - drawnAt < 100) return;
      drawnAt = now();
      drawn = true;
      stream.write(`\r\u001B[2K${progressLine(facts, now() - startedAt, now(), stream.columns ?? 80, colour)}`);
    },
    stop() {
      if (drawn) stream.write('\r\u001B[2K');
      drawn = false;
    },
  };
}

/** The line itself: bar, count, rate, time left, verdicts so far, and what is waited for; never wider than the terminal. */
export function progressLine(
  facts: ProgressFacts,
  elapsedMs: number,
  now: number,
  columns: number,
  colour: boolean,
): string {
  const { total, done, counts, waits } = facts;
  const part = total === 0 ? 1 : done / total;
  const filled = Math.round(part * 16);
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const left = rate > 0 && done < total ? ` ${duration(((total - done) / rate) * 1000)} left` : '';
  const verdicts = shown.flatMap(([name, code]) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [colour ? `\u001B[${code}m${count} ${name}\u001B[39m` : `${count} ${name}`];
  });
  const longest = [...waits].sort((a, b) => b.until - a.until)[0];
  const wait =
    longest && longest.until > now ? `${longest.host}: waiting ${duration(longest.until - now)}, as it asked` : '';
  const parts = [
    `[${'#'.repeat(filled)}${'.'.repeat(16 - filled)}] ${done}/${total}`,
    `${rate.toFixed(rate < 10 ? 1 : 0)}/s${left}`,
    ...verdicts,
    wait,
  ].filter((each) => each !== '');
  let line = '';
  for (const each of parts) {
    const next = line === '' ? each : `${line}  ${each}`;
    if (stripVTControlCharacters(next).length >= columns) break;
    line = next;
  }
  return line;
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
