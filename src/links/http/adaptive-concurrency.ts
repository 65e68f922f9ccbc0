import { getHeapStatistics } from 'node:v8';
import { adaptiveConcurrency } from '../../model/link-options.js';
import type { RequestSlots } from './request-slots.js';

/** How this machine fared since it was last asked. */
export interface MachineLoad {
  /** Milliseconds by which the event loop was late. */
  readonly loopDelay: number;
  /** The share of the memory in use that this process may have. */
  readonly memory: number;
  /** Names that were looked up, and those of them for which the resolver took too long. */
  readonly names: { readonly answered: number; readonly timedOut: number };
}

/** Finds out how many requests may be in flight. */
export interface AdaptiveConcurrency {
  /** Hears that there was no free file descriptor. */
  saturated(): void;
  stop(): void;
}

const { least, start, most } = adaptiveConcurrency;
/** Milliseconds between two looks at the machine. */
const period = 100;
/** Milliseconds of delay from which on more requests would only wait for the processor, and from which on there are too many. */
const busyDelay = 20;
const overloadedDelay = 250;
/** Until something first keeps the number from growing it doubles (as TCP begins, RFC 5681); from then on it grows by a quarter. */
const growths = { first: 2, later: 1.25 };
const fullMemory = 0.5;
const crampedMemory = 0.75;

/** The number of requests in flight for the next while. `waiting` are those that have no place. */
export function nextConcurrency(
  now: number,
  waiting: number,
  isSaturated: boolean,
  load: MachineLoad,
  growth: number = growths.later,
): number {
  const { loopDelay, memory, names } = load;
  if (isSaturated) return Math.max(least, Math.floor(now / 2));
  const isResolverLost = names.timedOut >= 4 && names.timedOut * 4 > names.answered;
  if (loopDelay > overloadedDelay || memory > crampedMemory || isResolverLost)
    return Math.min(now, Math.max(start, Math.floor(now * 0.75)));
  const mayGrow = loopDelay <= busyDelay && memory <= fullMemory && names.timedOut === 0;
  return mayGrow && waiting > 0 ? Math.min(most, Math.ceil(now * growth)) : now;
}

/**
 * Lets the number of requests in flight grow while some wait for a place and the machine keeps up, and shrink when it does not.
 * `every` calls a function again and again, and gives what ends that.
 */
export function adaptConcurrency(
  slots: RequestSlots,
  measure: () => MachineLoad,
  every: (run: () => void) => () => void = everyPeriod,
): AdaptiveConcurrency {
  let isSaturated = false;
  // What was too many for the file descriptors once is too many for the rest of the run.
  let ceiling: number = most;
  let growth = growths.first;
  const stop = every(() => {
    const { places } = slots;
    const waiting = slots.limit.pendingCount;
    const next = Math.min(ceiling, nextConcurrency(places, waiting, isSaturated, measure(), growth));
    if (waiting > 0 && next <= places) growth = growths.later;
    if (isSaturated) ceiling = Math.min(ceiling, Math.max(least, Math.floor(places * 0.75)));
    isSaturated = false;
    if (next !== slots.places) slots.resize(next);
  });
  return {
    saturated: () => {
      isSaturated = true;
    },
    stop,
  };
}

/** Measures this process; `names` counts from the beginning of the run, and `resident` gives the bytes of memory that are in use. */
export function measureMachine(
  names: () => MachineLoad['names'],
  now: () => number = () => performance.now(),
  resident: () => number = process.memoryUsage.rss,
): () => MachineLoad {
  let due = now() + period;
  let before = names();
  let looks = 0;
  let used = 0;
  const budget = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, getHeapStatistics().heap_size_limit);
  const memoryNow = (): number => {
    try {
      return resident();
    } catch {
      // It is read from a file, for which there may be no descriptor.
      return used * budget;
    }
  };
  return () => {
    const at = now();
    const loopDelay = Math.max(0, at - due);
    due = at + period;
    const counted = names();
    const since = { answered: counted.answered - before.answered, timedOut: counted.timedOut - before.timedOut };
    before = counted;
    // The system takes a while to tell it.
    if (looks++ % 10 === 0) used = memoryNow() / budget;
    return { loopDelay, memory: used, names: since };
  };
}

function everyPeriod(run: () => void): () => void {
  const timer = setInterval(run, period).unref();
  return () => clearInterval(timer);
}
