import { clean } from '../../report/escape.js';
import { countText } from '../../text/plural.js';
import { formatDuration, trackThroughput } from './throughput.js';

/** How far the checking of links has come. */
export interface ProgressFacts {
  readonly total: number;
  readonly done: number;
  /** By verdict. */
  readonly counts: Readonly<Record<string, number>>;
  /** Hosts that asked to be left alone, until when (epoch milliseconds), and for how many links. */
  readonly waits: readonly { readonly host: string; readonly until: number; readonly queued: number }[];
  readonly phase: 'asking' | 'confirming' | 'archive';
  /** Broken links that wait to be asked again. */
  readonly confirming: number;
  /** Hosts with the most links left, the most first. */
  readonly slowest: readonly { readonly host: string; readonly left: number }[];
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

/** How a line is drawn. */
export interface ProgressStyle {
  readonly columns: number;
  readonly colour: boolean;
  /** False where only ASCII is shown. */
  readonly unicode: boolean;
}

/** Verdicts worth a place on the line, with their colours (SGR). */
const shown = [
  ['broken', 31],
  ['moved', 36],
  ['suspect', 33],
  ['unreachable', 33],
] as const;

/** Milliseconds between two drawings. */
const frame = 100;
/** Columns of the bar, and of a host's name at most. */
const barWidth = 12;
const hostWidth = 32;

/** Starts a progress line, redrawn ten times a second at most; silent where there is no terminal. */
export function startProgress(
  stream: Stream,
  {
    isTerminal,
    now,
    ...drawing
  }: {
    readonly isTerminal: boolean;
    readonly colour: boolean;
    readonly unicode?: boolean;
    readonly now: () => number;
  },
): Progress {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  let last = '';
  if (!isTerminal) return { update: () => {}, stop: () => {} };
  const pace = trackThroughput(now());
  return {
    update(facts) {
      const time = now();
      pace.note(facts.done, facts.total, time);
      if (time - drawnAt < frame) return;
      drawnAt = time;
      drawn = true;
      const { colour, unicode = false } = drawing;
      const line = progressLine(
        facts,
        { rate: pace.rate(), left: pace.left(time), now: time },
        { columns: stream.columns ?? 80, colour, unicode },
      );
      if (line !== last) stream.write(`\r\u001B[2K${line}`);
      last = line;
    },
    stop() {
      if (drawn) stream.write('\r\u001B[2K');
      drawn = false;
    },
  };
}

/** The times that a line tells: links a second, milliseconds left (null: not known) and now, in epoch milliseconds. */
export interface Times {
  readonly rate: number;
  readonly left: number | null;
  readonly now: number;
}

/** One part of the line; the lower its rank, the sooner it has its place. */
interface Part {
  readonly rank: number;
  readonly text: string;
  /** SGR; without it the text is plain. */
  readonly code?: number;
}

/** The line itself, always narrower than the terminal: what does not fit is left out, the least important first. */
export function progressLine(facts: ProgressFacts, times: Times, { columns, colour, unicode }: ProgressStyle): string {
  const parts = partsOf(facts, times, unicode).filter(({ text }) => text !== '');
  let space = columns - 1;
  const taken = new Set<Part>();
  for (const part of parts.toSorted((a, b) => a.rank - b.rank)) {
    const width = part.text.length + (taken.size > 0 ? 2 : 0);
    if (width > space) continue;
    space -= width;
    taken.add(part);
  }
  return parts
    .filter((part) => taken.has(part))
    .map(({ text, code }) => (colour && code !== undefined ? `\u001B[${code}m${text}\u001B[39m` : text))
    .join('  ');
}

function partsOf(facts: ProgressFacts, { rate, left, now }: Times, unicode: boolean): readonly Part[] {
  const { total, done, counts, waits, phase, confirming, slowest } = facts;
  const filled = Math.round((total === 0 ? 1 : done / total) * barWidth);
  const [full, empty] = unicode ? ['━', '─'] : ['#', '.'];
  const bar = full.repeat(filled) + empty.repeat(barWidth - filled);
  const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
  const verdicts = shown.map(([name, code], index) => {
    const count = counts[name] ?? 0;
    return { rank: 4 + index, text: count === 0 ? '' : `${countText(count)} ${name}`, code };
  });
  return [
    { rank: 2, text: unicode ? bar : `[${bar}]` },
    { rank: 0, text: `${countText(done)}/${countText(total)}` },
    { rank: 8, text: rate > 0 && done < total ? `${speed}/s` : '' },
    { rank: 1, text: phase === 'asking' && left !== null && done < total ? `${formatDuration(left)} left` : '' },
    ...verdicts,
    { rank: 3, text: doingNow() },
    { rank: 9, text: phase === 'asking' ? held() : '' },
  ];

  function held(): string {
    const waiting = waits.filter(({ until }) => until > now);
    const links = waiting.reduce((sum, { queued }) => sum + queued, 0);
    return waiting.length === 0 ? '' : `(${links} held back${waiting.length > 1 ? ` by ${waiting.length} hosts` : ''})`;
  }

  /** What takes the time: a host that wants to be left alone, broken links that are to be asked again, the hosts with most left. */
  function doingNow(): string {
    if (phase === 'archive') return 'looking for archived copies';
    const longest = waits.filter(({ until }) => until > now).toSorted((a, b) => b.until - a.until)[0];
    if (phase === 'confirming') return `rechecking ${confirming} to confirm`;
    if (longest !== undefined)
      return `${hostOf(longest.host)}: waiting ${formatDuration(longest.until - now)}, as requested`;
    const most = slowest.filter((each) => each.left > 1).slice(0, 2);
    if (done === 0 || most.length === 0) return '';
    return `most left: ${most.map((each) => `${hostOf(each.host)} ${each.left}`).join(', ')}`;
  }
}

/** A host's name as a terminal may show it: it comes from the list. */
function hostOf(host: string): string {
  const name = clean(host).replace(/[^\x21-\x7E]/g, '?');
  return name.length <= hostWidth ? name : `${name.slice(0, hostWidth - 3)}...`;
}
