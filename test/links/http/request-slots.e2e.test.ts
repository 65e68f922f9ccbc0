import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRequestSlots } from '../../../src/links/http/request-slots.js';
import { startDoor } from '../../web/entrance.js';
import { startWeb, type Web } from '../../web/server.js';
import { checkLines, rowOf } from '../world.js';

describe('a place in all', () => {
  /** Places of which a test says when patience ends. */
  function places(most: number) {
    const waiting = new Set<() => void>();
    const opened = createRequestSlots(most, (run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    });
    const ends: (() => void)[] = [];
    const turn = () => new Promise(setImmediate);
    return {
      ...opened,
      /** Begins requests; tells how many have a place. */
      ask: (count: number) => {
        for (let index = 0; index < count; index++)
          void opened.limit(() => new Promise<void>((resolve) => void ends.push(resolve)));
        return turn();
      },
      begun: () => ends.length,
      end: (index: number) => {
        ends[index]?.();
        return turn();
      },
      loseAll: () => {
        for (const run of waiting) run();
        waiting.clear();
        return turn();
      },
    };
  }

  test('is lent out while a connection is not made, and taken back when it is', async () => {
    const { ask, begun, end, onConnectStart, loseAll } = places(1);
    await ask(3);
    const stands = onConnectStart();
    expect(begun()).toBe(1);
    await loseAll();
    expect(begun()).toBe(2);
    stands();
    await end(0);
    expect(begun()).toBe(2);
    await end(1);
    expect(begun()).toBe(3);
  });

  test('is kept where a connection is made soon', async () => {
    const { ask, begun, onConnectStart, limit, loseAll } = places(1);
    await ask(2);
    onConnectStart()();
    await loseAll();
    expect(begun()).toBe(1);
    expect(limit.concurrency).toBe(1);
  });

  test('is lent only so often', async () => {
    const { onConnectStart, limit, loseAll } = places(2);
    const starts = Array.from({ length: 50 }, () => onConnectStart());
    await loseAll();
    expect(limit.concurrency).toBe(8);
    for (const stands of starts) stands();
    expect(limit.concurrency).toBe(2);
  });
});

describe.skipIf(process.platform !== 'linux')('hosts that nobody reaches', () => {
  let web: Web;
  let door: Awaited<ReturnType<typeof startDoor>>;
  beforeAll(async () => {
    [web, door] = await Promise.all([startWeb(), startDoor()]);
  });
  afterAll(async () => {
    door.stop();
    await web.stop();
  });

  test('hold up nobody else', async () => {
    const silent = ['ash', 'bog', 'cob'].map((name) => `http://${name}.test/`);
    const answering = Array.from({ length: 12 }, (_, index) => `http://plain.test/${index}`);
    const told: string[] = [];
    const outcome = await checkLines(
      [...silent, ...answering],
      {
        ...{
          concurrency: 2,
          hosts: Object.fromEntries(silent.map((url) => [new URL(url).hostname, { timeout: '6s' }])),
        },
        connectTo: [
          ...silent.map((url) => `${new URL(url).hostname}:80:127.0.0.1:${door.port}`),
          ...web.connectTo(['plain.test']),
        ],
      },
      { onVerdict: ({ url }) => void told.push(url) },
    );
    for (const url of silent) expect(rowOf(outcome, url)).toMatchObject({ verdict: 'unreachable', reason: 'timeout' });
    expect(told.slice(0, answering.length).sort()).toEqual([...answering].sort());
  });
});
