import { expect, test } from 'vitest';
import { createHostQueues } from '../../src/links/host-queues.js';
import type { Target } from '../../src/links/targets.js';

const target = (host: string, index = 0): Target => ({ url: `https://${host}/${index}`, host, rows: [] });

test('no more lanes are open than allowed, and all are driven in the order in which they came', async () => {
  const asked: string[] = [];
  const goOn: (() => void)[] = [];
  const lanes = createHostQueues(
    async ({ url }, sent) => {
      asked.push(url);
      await new Promise<void>((resolve) => goOn.push(resolve));
      sent();
    },
    () => 2,
  );
  for (const host of ['a.example', 'b.example', 'c.example', 'a.example', 'd.example'])
    lanes.push(target(host, asked.length));
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  await settled();
  expect(asked).toEqual(['https://a.example/0', 'https://b.example/0']);
  goOn[1]?.();
  await settled();
  expect(asked.at(-1)).toBe('https://c.example/0');
  expect(asked).toHaveLength(3);
  const idle = lanes.idle();
  for (let index = 0; index < 5; index++) {
    goOn[index]?.();
    await settled();
  }
  await idle;
  expect(asked).toHaveLength(5);
  expect(asked.filter((url) => url.startsWith('https://a.'))).toHaveLength(2);
});

test('a failure is heard of when all is done, and the others of its host are asked all the same', async () => {
  const asked: string[] = [];
  const lanes = createHostQueues(
    async ({ url }, sent) => {
      asked.push(url);
      if (url.endsWith('/0')) throw new Error('broken on purpose');
      sent();
    },
    () => 1,
  );
  lanes.push(target('a.example', 0));
  lanes.push(target('a.example', 1));
  lanes.push(target('b.example', 1));
  await expect(lanes.idle()).rejects.toThrow('broken on purpose');
  expect(asked).toEqual(['https://a.example/0', 'https://a.example/1', 'https://b.example/1']);
});

test('more lanes open when more are allowed', async () => {
  const asked: string[] = [];
  const goOn: (() => void)[] = [];
  let most = 1;
  const lanes = createHostQueues(
    async ({ host }, sent) => {
      asked.push(host);
      await new Promise<void>((resolve) => goOn.push(resolve));
      sent();
    },
    () => most,
  );
  for (const host of ['a.example', 'b.example', 'c.example', 'd.example']) lanes.push(target(host));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(asked).toEqual(['a.example']);
  most = 2;
  goOn[0]?.();
  await turn();
  expect(asked).toEqual(['a.example', 'b.example', 'c.example']);
});
