import { setImmediate } from 'node:timers/promises';
import { checkHeap } from '../process/heap-limit.js';
import type { Target } from './targets.js';

/** So many targets of one host in a row may be settled before timers, interrupts and other hosts have their turn: those of a host that is given up need no request, and would otherwise all be settled at once. */
const mostInARow = 256;

/** Targets that wait for their host; the next one of a host begins when the one before it was sent. */
export interface HostQueues {
  push(target: Target): void;
  /** Ends when nothing waits and nothing is being asked. */
  idle(): Promise<void>;
}

/**
 * Thousands that only wait for their host, or hosts that only wait for a place, would fill the memory: each host has a lane, `ask`
 * says when the next of it may begin, and at most `most()` queues are open; the others open in the order in which they came.
 */
export function createHostQueues(
  ask: (target: Target, sent: () => void) => Promise<void>,
  most: () => number,
): HostQueues {
  const waiting = new Map<string, Target[]>();
  const shut: [string, Target[]][] = [];
  let next = 0;
  let open = 0;
  const running = new Set<Promise<void>>();
  const drive = async (host: string, queue: Target[]): Promise<void> => {
    const begun = new Set<Promise<void>>();
    let inARow = 0;
    // Cut from the front in slices: taking one by one from a long array is quadratic.
    while (queue.length > 0) {
      for (const target of queue.splice(0)) {
        if (++inARow % mostInARow === 0) {
          checkHeap();
          await setImmediate();
        }
        await new Promise<void>((sent) => {
          const asking = ask(target, sent);
          begun.add(asking);
          // What has ended is let go; what failed is kept, so that it is heard of in the end.
          asking.then(
            () => begun.delete(asking),
            () => sent(),
          );
        });
      }
    }
    waiting.delete(host);
    open--;
    openMore();
    await Promise.all(begun);
  };
  const openMore = (): void => {
    for (; open < most(); next++) {
      const lane = shut[next];
      if (lane === undefined) {
        shut.length = 0;
        next = 0;
        return;
      }
      open++;
      // All that are pushed in one go are in the queue before the lane begins.
      const driven = Promise.resolve().then(() => drive(...lane));
      running.add(driven);
      driven.finally(() => running.delete(driven)).catch(() => {});
    }
  };
  return {
    push(target) {
      const known = waiting.get(target.host);
      if (known !== undefined) {
        known.push(target);
        return;
      }
      const queue = [target];
      waiting.set(target.host, queue);
      shut.push([target.host, queue]);
      openMore();
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
