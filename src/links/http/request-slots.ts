import pLimit, { type LimitFunction } from 'p-limit';

/** Milliseconds that a connection may take before the request that waits for it holds no place; most are made in a tenth. */
const patience = 1000;
/** So many times the places of the start may be lent: each open connection takes a descriptor. */
const mostLent = 3;

/** Places for requests in flight. */
export interface RequestSlots {
  readonly limit: LimitFunction;
  /** Hears that a connection is begun; what it gives hears, once, that it is or failed. */
  onConnectStart(): () => void;
  /** How many places there are, those that are lent aside. */
  readonly places: number;
  /** Changes how many there are; requests that are on their way are left alone. */
  resize(places: number): void;
}

/**
 * At most `most` requests in flight. One whose connection is not made after a while has sent nothing yet: until it is made or
 * fails, its place is lent to another, so that hosts that cannot be reached hold up no one else.
 */
export function createRequestSlots(most: number, later = afterPatience): RequestSlots {
  const limit = pLimit(most);
  let places = most;
  let lent = 0;
  const apply = (): void => {
    limit.concurrency = places + lent;
  };
  return {
    limit,
    onConnectStart() {
      let own = 0;
      const forget = later(() => {
        own = lent < most * mostLent ? 1 : 0;
        lent += own;
        apply();
      });
      return () => {
        forget();
        if (own === 0) return;
        lent -= own;
        apply();
      };
    },
    get places() {
      return places;
    },
    resize(wanted) {
      places = wanted;
      apply();
    },
  };
}

/** Does something when patience ends; gives what prevents it. */
function afterPatience(run: () => void): () => void {
  const timer = setTimeout(run, patience);
  return () => clearTimeout(timer);
}
