import pLimit, { type LimitFunction } from 'p-limit';

/** Milliseconds that a connection may take before the request that waits for it holds no place; most are made in a tenth. */
const patience = 1000;
/** So many times the places may be lent: each open connection takes a descriptor. */
const mostLent = 3;

/** Places for requests in flight. */
export interface RequestSlots {
  readonly limit: LimitFunction;
  /** Hears that a connection is begun; what it gives hears, once, that it stands or failed. */
  onConnectStart(): () => void;
}

/**
 * At most `most` requests in flight. One whose connection is not made after a while has sent nothing yet: until it is made or
 * fails, its place is lent to another, so that hosts that cannot be reached hold up nobody else.
 */
export function createRequestSlots(most: number, later = afterPatience): RequestSlots {
  const limit = pLimit(most);
  return {
    limit,
    onConnectStart() {
      let lent = 0;
      const forget = later(() => {
        lent = limit.concurrency < most * (1 + mostLent) ? 1 : 0;
        limit.concurrency += lent;
      });
      return () => {
        forget();
        limit.concurrency -= lent;
      };
    },
  };
}

/** Does something when patience ends; gives what prevents it. */
function afterPatience(run: () => void): () => void {
  const timer = setTimeout(run, patience);
  return () => clearTimeout(timer);
}
