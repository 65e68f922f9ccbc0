import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of heap up to which V8 is left alone; lists of a few thousand links stay below. */
const quiet = 100_000_000;
/** By how much the heap may grow before it is collected: by an eighth, and at least by so many bytes. V8 itself waits until it has tripled. */
const share = 1 / 8;
const step = 40_000_000;
/** Milliseconds between two looks. */
const every = 250;

let watch: (() => void) | null = null;
let collect: (() => void) | null = null;

/**
 * Keeps the memory of a long run small: thousands of requests leave garbage in the part of the heap that V8 collects last. Gives
 * what ends it.
 */
export function watchHeap(): () => void {
  // What the process holds before the run, such as an editor's lists, is not garbage of it.
  let left = Math.max(quiet - step, getHeapStatistics().used_heap_size);
  const look = (): void => {
    if (getHeapStatistics().used_heap_size < left + Math.max(step, left * share)) return;
    if (collect === null) {
      setFlagsFromString('--expose-gc');
      collect = runInNewContext('gc') as () => void;
    }
    collect();
    left = Math.max(quiet - step, getHeapStatistics().used_heap_size);
  };
  watch = look;
  const timer = setInterval(look, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (watch === look) watch = null;
  };
}

/** Checks the heap now, where it is watched: no timer runs during work of many seconds. Cheap enough for every chunk of a text. */
export function checkHeap(): void {
  watch?.();
}
