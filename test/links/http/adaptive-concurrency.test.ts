import { expect, test, vi } from 'vitest';
import {
  adaptConcurrency,
  type MachineLoad,
  measureMachine,
  nextConcurrency,
} from '../../../src/links/http/adaptive-concurrency.js';
import { createRequestSlots } from '../../../src/links/http/request-slots.js';
import { openSession } from '../../../src/links/session.js';
import { settingsFor } from '../world.js';

const calm: MachineLoad = { loopDelay: 2, memory: 0.1, names: { answered: 20, timedOut: 0 } };

/** Slots on a machine whose load a test names; requests that wait never end. */
function machine(waiting: number, begin = 64) {
  const slots = createRequestSlots(begin);
  for (let index = 0; index < begin + waiting; index++) void slots.limit(() => new Promise(() => {}));
  let run = (): void => {};
  const state = { load: calm, stopped: false };
  const adapting = adaptConcurrency(
    slots,
    () => state.load,
    (again) => {
      run = again;
      return () => {
        state.stopped = true;
      };
    },
  );
  /** Lets time pass; gives how many requests may be in flight then. */
  const after = (periods: number, load: MachineLoad = calm): number => {
    state.load = load;
    for (let index = 0; index < periods; index++) run();
    return slots.places;
  };
  return { ...adapting, slots, after, state };
}

test('requests that wait get more places while the machine keeps up, up to 512', () => {
  const { after, slots } = machine(1000);
  expect(after(1)).toBe(128);
  expect(after(2)).toBe(512);
  expect(after(20)).toBe(512);
  expect(slots.limit.concurrency).toBe(512);
});

test('after the first sign of strain the number of places grows more slowly', () => {
  const { after } = machine(1000);
  expect(after(1)).toBe(128);
  expect(after(1, { ...calm, loopDelay: 21 })).toBe(128);
  expect(after(1)).toBe(160);
  expect(after(1)).toBe(200);
});

test('a while without requests that wait is no strain', () => {
  const { after, slots } = machine(0);
  expect(after(3)).toBe(64);
  for (let index = 0; index < 1000; index++) void slots.limit(() => new Promise(() => {}));
  expect(after(1)).toBe(128);
});

test('where no request waits there are as many places as before', () => expect(machine(0).after(20)).toBe(64));

test.each([
  ['the event loop is late', { ...calm, loopDelay: 21 }],
  ['half of the memory is in use', { ...calm, memory: 0.51 }],
  ['a name takes too long', { ...calm, names: { answered: 20, timedOut: 1 } }],
] as const)('the number of places stays when %s', (_, load) => {
  const { after } = machine(1000);
  expect(after(1)).toBe(128);
  expect(after(20, load)).toBe(128);
  expect(after(1)).toBe(160);
});

test.each([
  ['the event loop is far behind', { ...calm, loopDelay: 251 }],
  ['memory runs out', { ...calm, memory: 0.76 }],
  ['the resolver is lost', { ...calm, names: { answered: 8, timedOut: 4 } }],
] as const)('places are taken back when %s, down to those of the start', (_, load) => {
  const { after } = machine(1000);
  after(20);
  expect(after(1, load)).toBe(384);
  expect(after(20, load)).toBe(64);
});

test('a few slow names among many do not take places back', () =>
  expect(nextConcurrency(400, 10, false, { ...calm, names: { answered: 40, timedOut: 4 } })).toBe(400));

test('without a free file descriptor half of the places are left, fewer than at the start if need be', () => {
  const { after, saturated } = machine(1000);
  after(20);
  saturated();
  expect(after(1)).toBe(256);
  // Once heard of, it is over.
  expect(after(1)).toBe(320);
  // But what was too many is not tried again.
  expect(after(20)).toBe(384);
  for (let index = 0; index < 10; index++) {
    saturated();
    after(1);
  }
  expect(after(0)).toBe(8);
  // An overloaded machine does not get more because of it.
  expect(after(1, { ...calm, loopDelay: 900 })).toBe(8);
});

test('the places that are lent are not lost when their number changes', () => {
  const later: (() => void)[] = [];
  const slots = createRequestSlots(10, (run) => {
    later.push(run);
    return () => {};
  });
  const stands = slots.onConnectStart();
  later[0]?.();
  slots.resize(20);
  expect(slots.limit.concurrency).toBe(21);
  stands();
  expect(slots.limit.concurrency).toBe(20);
});

test('it stops when the run ends', () => {
  const { stop, state } = machine(0);
  stop();
  expect(state.stopped).toBe(true);
});

test('the delay of the event loop is what the clock shows beyond the period, and names count from the last look', () => {
  let time = 1000;
  let names = { answered: 5, timedOut: 1 };
  const measure = measureMachine(
    () => names,
    () => time,
  );
  time = 1130;
  names = { answered: 9, timedOut: 2 };
  expect(measure()).toMatchObject({ loopDelay: 30, names: { answered: 4, timedOut: 1 } });
  time = 1230;
  const { loopDelay, memory, names: since } = measure();
  expect([loopDelay, since]).toEqual([0, { answered: 0, timedOut: 0 }]);
  expect(memory).toBeGreaterThan(0);
});

test('the machine is measured where the system does not tell its memory', () => {
  const measure = measureMachine(
    () => calm.names,
    () => 0,
    () => {
      throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
    },
  );
  expect(measure()).toMatchObject({ memory: 0, names: { answered: 0, timedOut: 0 } });
});

test.each([
  ['stays at `concurrency`', { concurrency: 3 }, [3, 3]],
  ['adapts without it', {}, [64, 512]],
] as const)('the number of requests in flight %s', async (_, options, expected) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  // Other tests ran in this process before, and their memory counts.
  const memory = vi.spyOn(process.memoryUsage, 'rss').mockReturnValue(0);
  try {
    const session = await openSession(await settingsFor(options), { signal: new AbortController().signal }, null);
    for (let index = 0; index < 1000; index++) void session.limit(() => new Promise(() => {}));
    const before = session.places();
    vi.advanceTimersByTime(5000);
    expect([before, session.places()]).toEqual(expected);
    await session.close();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    memory.mockRestore();
    vi.useRealTimers();
  }
});
