import { expect, test } from 'vitest';
import {
  createHostLimiter,
  type HostLimiter,
  type LimiterOutcome,
  limiterKey,
  retryAfterOf,
} from '../../../src/links/http/host-limiter.js';

/** A clock that moves only when told to, and wakes who sleeps. */
function makeClock() {
  let time = 1_000_000;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ until: time + ms, wake })),
    random: () => 1,
    signal: new AbortController().signal,
    async pass(ms: number) {
      time += ms;
      for (const each of sleepers.splice(0)) {
        if (each.until <= time) each.wake();
        else sleepers.push(each);
      }
      await settle();
    },
  };
}

/** Lets what is ready run. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** Sends `count` visitors to a limiter and tells how many it has let in, and turned away. */
function queueUp(limiter: HostLimiter, count: number) {
  const seen = { inside: 0, away: 0 };
  for (let index = 0; index < count; index++)
    void limiter.acquire().then((admitted) => {
      if (admitted) seen.inside++;
      else seen.away++;
    });
  return seen;
}

const refusal = { kind: 'slow-down', reason: 'rate-limited', retryAfter: null } as const;
const fine = { kind: 'fine' } as const;

test('a limiter begins with two, and widens with success up to its most', async () => {
  const limiter = createHostLimiter('a.test', 3, makeClock());
  const seen = queueUp(limiter, 50);
  await settle();
  expect(seen.inside).toBe(2);
  let widest = 2;
  for (let left = 0; left < 40; left++) {
    limiter.release(fine);
    await settle();
    widest = Math.max(widest, seen.inside - left - 1);
  }
  expect(widest).toBe(3);
});

test('a limiter for one lets one in at a time', async () => {
  const limiter = createHostLimiter('a.test', 1, makeClock());
  const seen = queueUp(limiter, 5);
  for (let turn = 1; turn <= 5; turn++) {
    await settle();
    expect(seen.inside).toBe(turn);
    limiter.release(fine);
  }
});

test('nobody goes before the time that a refusal names; then one goes first, and the others when it came back well', async () => {
  const clock = makeClock();
  const limiter = createHostLimiter('a.test', 8, clock);
  const seen = queueUp(limiter, 20);
  await settle();
  limiter.release({ ...refusal, retryAfter: 5000 });
  limiter.release(fine);
  await clock.pass(4999);
  expect(seen.inside).toBe(2);
  await clock.pass(1);
  expect(seen.inside).toBe(3);
  limiter.release(fine);
  await settle();
  expect(seen.inside).toBeGreaterThan(3);
});

test('refusals of requests that were on their way together count once', async () => {
  const clock = makeClock();
  const limiter = createHostLimiter('a.test', 8, clock);
  queueUp(limiter, 4);
  await settle();
  limiter.release(refusal);
  const first = limiter.notBefore;
  limiter.release(refusal);
  expect(first - clock.now()).toBe(1000);
  expect(limiter.notBefore).toBe(first);
});

test('each wait that ends in a refusal doubles the next, until the host is let alone', async () => {
  const clock = makeClock();
  const limiter = createHostLimiter('a.test', 8, clock);
  const seen = queueUp(limiter, 30);
  await settle();
  limiter.release(fine);
  const waits: number[] = [];
  while (limiter.closed === null && waits.length < 20) {
    limiter.release(refusal);
    waits.push(limiter.notBefore - clock.now());
    await clock.pass(limiter.notBefore - clock.now());
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]);
  expect(limiter.closed).toBe('rate-limited');
  expect(seen.inside + seen.away).toBe(30);
});

test('a success in between forgives: the host is not let alone', async () => {
  const clock = makeClock();
  const limiter = createHostLimiter('a.test', 1, clock);
  queueUp(limiter, 60);
  for (let turn = 0; turn < 20; turn++) {
    await settle();
    limiter.release(turn % 2 === 0 ? refusal : fine);
    await clock.pass(60_000);
  }
  expect(limiter.closed).toBeNull();
});

test('a wait of more than a minute closes the limiter at once, one of a minute does not', async () => {
  for (const [retryAfter, closed] of [
    [60_000, null],
    [60_001, 'rate-limited'],
  ] as const) {
    const limiter = createHostLimiter('a.test', 2, makeClock());
    const seen = queueUp(limiter, 5);
    await settle();
    limiter.release({ ...refusal, retryAfter });
    await settle();
    expect(limiter.closed).toBe(closed);
    expect(seen.away).toBe(closed === null ? 0 : 3);
  }
});

test.each([
  ['three connections in a row that were never made', Array(3).fill('unmade'), 'timeout'],
  ['an answer between them', ['unmade', 'unmade', 'fine', 'unmade', 'unmade'], null],
  ['three pages that hang, of a host that has not answered yet', Array(3).fill('hang'), null],
  ['nothing but pages that hang', Array(4).fill('hang'), 'timeout'],
  ['pages that hang now and then', ['fine', ...Array(7).fill('hang'), 'fine', ...Array(7).fill('hang')], null],
  ['eight pages in a row that hang, of a host that has answered', ['fine', ...Array(8).fill('hang')], 'timeout'],
  ['seven pages that hang, of a host that has blocked a request', ['wall', ...Array(7).fill('hang')], null],
  ['the same wall again and again', Array(20).fill('wall'), 'bot-wall'],
  ['a wall before some pages', [...Array(19).fill('wall'), 'fine', 'wall'], null],
  ['fifty refused connections in a row', Array(50).fill('refused'), 'refused'],
  ['another port of the host that answers', [...Array(49).fill('refused'), 'fine', ...Array(49).fill('refused')], null],
  ['walls of different makes', [...Array(19).fill('wall'), 'other wall', 'wall'], null],
] as const)('%s', async (_, outcomes: readonly string[], closed) => {
  const known: Readonly<Record<string, LimiterOutcome>> = {
    unmade: { kind: 'timeout', connected: false },
    hang: { kind: 'timeout', connected: true },
    wall: { kind: 'bot-protection', name: 'Anubis' },
    refused: { kind: 'refused' },
    'other wall': { kind: 'bot-protection', name: 'Sucuri' },
    fine,
  };
  const limiter = createHostLimiter('a.test', 8, makeClock());
  queueUp(limiter, 100);
  for (const outcome of outcomes) {
    await settle();
    limiter.release(known[outcome] ?? fine);
  }
  expect(limiter.closed).toBe(closed);
});

test('how long to wait is read as seconds, as a date, and from limits that are used up', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const read = (headers: Record<string, string>) => retryAfterOf((name) => headers[name] ?? '', now);
  expect(read({ 'retry-after': '7' })).toBe(7000);
  expect(read({ 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' })).toBe(30_000);
  expect(read({ 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT' })).toBe(0);
  expect(read({ 'retry-after': 'soon' })).toBeNull();
  expect(read({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 90) })).toBe(90_000);
  expect(read({ 'ratelimit-remaining': '0', 'ratelimit-reset': '12' })).toBe(12_000);
  expect(read({ 'ratelimit-remaining': '3', 'ratelimit-reset': '12' })).toBeNull();
  expect(read({})).toBeNull();
});

test('sites of one platform share a limiter, sites of a host for pages do not', () => {
  expect(limiterKey('one.readthedocs.io')).toBe(limiterKey('two.readthedocs.io'));
  expect(limiterKey('one.github.io')).not.toBe(limiterKey('two.github.io'));
  expect(limiterKey('notreadthedocs.io')).toBe('notreadthedocs.io');
});
