/** How fast one host may be asked. */
export interface Pace {
  /** Requests in flight to it. */
  readonly atOnce: number;
  /** Milliseconds between two requests. */
  readonly gap: number;
}

/** The requests of one host: milliseconds that each takes, in order. */
export interface Lane extends Pace {
  readonly host: string;
  readonly latencies: readonly number[];
}

/**
 * Milliseconds until the last request of all lanes has been answered, with so many places in all. Places are given in the order
 * in which requests ask for them; of a lane one asks at a time, and the next asks when that one was sent (`openLanes`).
 */
export function runSchedule(lanes: readonly Lane[], places: number): number {
  const sent = new Int32Array(lanes.length);
  const active = new Int32Array(lanes.length);
  const asks: number[] = lanes.map((_, index) => index);
  let head = 0;
  const events = openEvents();
  let free = places;
  let now = 0;
  /** When a lane may ask next. */
  const notBefore = new Float64Array(lanes.length);
  const asksNext = (index: number): void => {
    const left = (lanes[index]?.latencies.length ?? 0) - (sent[index] ?? 0);
    const from = notBefore[index] ?? 0;
    if (left <= 0) return;
    if (from > now) events.add(from, -1 - index);
    else asks.push(index);
  };
  /** Lanes whose next request waits for one of their own to end. */
  const held = new Set<number>();
  const send = (): void => {
    while (free > 0 && head < asks.length) {
      const index = asks[head++] ?? 0;
      const lane = lanes[index] as Lane;
      const place = sent[index] ?? 0;
      free--;
      sent[index] = place + 1;
      active[index] = (active[index] ?? 0) + 1;
      events.add(now + (lane.latencies[place] ?? 0), index);
      notBefore[index] = now + lane.gap;
      if ((active[index] ?? 0) >= lane.atOnce) held.add(index);
      else asksNext(index);
    }
  };
  send();
  for (let event = events.take(); event !== null; event = events.take()) {
    now = event.at;
    const { what } = event;
    if (what < 0) asksNext(-1 - what);
    else {
      free++;
      active[what] = (active[what] ?? 0) - 1;
      if (held.delete(what)) asksNext(what);
    }
    send();
  }
  return now;
}

interface Event {
  readonly at: number;
  readonly what: number;
}

/** Events by their time: a binary heap. */
function openEvents(): { add(at: number, what: number): void; take(): Event | null } {
  const heap: Event[] = [];
  const at = (index: number): number => heap[index]?.at ?? Number.POSITIVE_INFINITY;
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [heap[other] as Event, heap[one] as Event];
  };
  return {
    add(time, what) {
      let index = heap.push({ at: time, what }) - 1;
      while (index > 0 && at((index - 1) >> 1) > time) {
        swap(index, (index - 1) >> 1);
        index = (index - 1) >> 1;
      }
    },
    take() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        let index = 0;
        for (;;) {
          const child = at(2 * index + 1) <= at(2 * index + 2) ? 2 * index + 1 : 2 * index + 2;
          if (at(child) >= at(index)) break;
          swap(index, child);
          index = child;
        }
      }
      return first;
    },
  };
}
