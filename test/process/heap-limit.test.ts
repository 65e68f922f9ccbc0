import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { checkHeap, watchHeap } from '../../src/process/heap-limit.js';

/** A string that takes so many bytes of the heap; reading a character of it writes its parts out. */
function hold(bytes: number): string {
  const text = 'a'.repeat(bytes);
  text.charCodeAt(bytes / 2);
  return text;
}

test('a run collects garbage when it adds much to the heap, not when the process held much before', async () => {
  const held = hold(120_000_000);
  const lost = new WeakRef({});
  const isCollected = async (): Promise<boolean> => {
    checkHeap();
    // A reference that was read stays alive until the end of the turn.
    await new Promise(setImmediate);
    const isGone = lost.deref() === undefined;
    await new Promise(setImmediate);
    return isGone;
  };
  await new Promise(setImmediate);
  const unwatch = watchHeap();
  expect(await isCollected()).toBe(false);
  const more = hold(Math.max(60_000_000, getHeapStatistics().used_heap_size / 4));
  expect(await isCollected()).toBe(true);
  unwatch();
  expect(held.length).not.toBe(more.length);
});
