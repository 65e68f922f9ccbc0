import type { Target } from './target.js';

/** Targets that wait for their host; the next one of a host begins when the one before it was sent. */
export interface Lanes {
  push(target: Target): void;
  /** Ends when nothing waits and nothing is being asked. */
  idle(): Promise<void>;
}

/** Thousands that only wait for their host would fill the memory: each host has a lane, and `ask` says when the next may begin. */
export function openLanes(ask: (target: Target, sent: () => void) => Promise<void>): Lanes {
  const waiting = new Map<string, Target[]>();
  const running = new Set<Promise<void>>();
  const drive = async (host: string, queue: Target[]): Promise<void> => {
    const begun: Promise<void>[] = [];
    // Cut from the front in slices: taking one by one from a long array is quadratic.
    while (queue.length > 0) {
      for (const target of queue.splice(0)) {
        await new Promise<void>((sent) => begun.push(ask(target, sent)));
        begun.at(-1)?.catch(() => {});
      }
    }
    waiting.delete(host);
    await Promise.all(begun);
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
      // All that are pushed in one go are in the queue before the lane begins.
      const driven = Promise.resolve().then(() => drive(target.host, queue));
      running.add(driven);
      driven.finally(() => running.delete(driven)).catch(() => {});
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
