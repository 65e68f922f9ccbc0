import { expect, test, vi } from 'vitest';
import { createDnsCache } from '../../src/links/http/dns.js';
import type { RequestChain } from '../../src/links/http/response.js';
import { type NetworkStatus, trackNetworkStatus } from '../../src/links/network-status.js';

const answered = (url: string): RequestChain => ({
  reply: { kind: 'answer', url, status: 200, statusText: '', headers: {}, body: '', broken: null },
  redirects: [],
  durationMs: 1,
  incompleteChain: false,
});
const never = (): Promise<RequestChain> => Promise.reject(new Error('asked'));

/** A network in which some hosts have answered, and whose resolver begins to fail. */
async function makeNetwork(hosts: readonly string[], code = 'ENOTFOUND') {
  const asked: string[] = [];
  let isLost = false;
  const resolver = {
    async resolve4(host: string): Promise<string[]> {
      asked.push(host);
      const fails = isLost;
      await new Promise((resolve) => setImmediate(resolve));
      if (fails) throw Object.assign(new Error(code), { code });
      return ['8.8.8.8'];
    },
    async resolve6(): Promise<string[]> {
      throw Object.assign(new Error(code), { code });
    },
  };
  const names = await createDnsCache(resolver, new Map());
  const status: NetworkStatus = trackNetworkStatus(names);
  for (const host of hosts) {
    await names.resolve(host);
    status.note(`https://${host}/`, answered(`https://${host}/`));
  }
  asked.length = 0;
  return {
    asked,
    status,
    lose: () => {
      isLost = true;
    },
  };
}

test.each([
  ['dns', 'ENOTFOUND'],
  ['dns-failure', 'ESERVFAIL'],
] as const)('names that were found before and no longer are: the network is lost (%s)', async (reason, code) => {
  const { asked, lose, status } = await makeNetwork(['a.test', 'b.test'], code);
  expect(await status.isLost(reason, never)).toBe(false);
  // One name that is found still is enough.
  expect(asked).toEqual(['a.test']);
  lose();
  expect(await status.isLost(reason, never)).toBe(true);
});

test('without a name that was found before nothing is said', async () => {
  const { lose, status } = await makeNetwork([]);
  lose();
  expect(await status.isLost('dns', never)).toBe(false);
});

test('other failures look up no names', async () => {
  const { asked, lose, status } = await makeNetwork(['a.test']);
  lose();
  expect(await status.isLost('timeout', never)).toBe(false);
  expect(asked).toEqual([]);
});

test('those who ask meanwhile share the next check, which began after what they saw', async () => {
  const { asked, lose, status } = await makeNetwork(['a.test']);
  const first = status.isLost('dns', never);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  lose();
  const others = Array.from({ length: 50 }, () => status.isLost('dns', never));
  expect(await first).toBe(false);
  // One that begins at once, and one for all others.
  expect(new Set(await Promise.all(others))).toEqual(new Set([true]));
  expect(asked.length).toBeLessThanOrEqual(3);
});
