import { expect, test } from 'vitest';
import { createDnsCache } from '../../../src/links/http/dns.js';

const fail = (code: string): Promise<string[]> => Promise.reject(Object.assign(new Error(code), { code }));

/** A resolver that answers by what the name says, and counts. */
function makeResolver() {
  const asked: string[] = [];
  let active = 0;
  let most = 0;
  return {
    asked,
    most: () => most,
    async resolve4(host: string): Promise<string[]> {
      asked.push(host);
      active++;
      most = Math.max(most, active);
      await new Promise((resolve) => setImmediate(resolve));
      active--;
      const code = /^(e[a-z]+)\./.exec(host)?.[1]?.toUpperCase();
      if (code !== undefined) return fail(code);
      return host.startsWith('six') ? fail('ENODATA') : ['8.8.8.8'];
    },
    resolve6(host: string): Promise<string[]> {
      const code = /^(e[a-z]+)\./.exec(host)?.[1]?.toUpperCase();
      if (code !== undefined) return fail(code);
      return host.startsWith('six') ? Promise.resolve(['2606:4700::1']) : fail('ENODATA');
    },
  };
}

test('a name is missing only when the resolver says that there is none', async () => {
  const names = await createDnsCache(makeResolver(), new Map());
  expect((await names.resolve('enotfound.test')).kind).toBe('missing');
  for (const code of ['eservfail', 'etimeout', 'erefused', 'enodata'])
    expect((await names.resolve(`${code}.test`)).kind, code).toBe('failed');
  expect(await names.resolve('four.test')).toEqual({ kind: 'found', addresses: [{ address: '8.8.8.8', family: 4 }] });
  expect(await names.resolve('six.test')).toEqual({
    kind: 'found',
    addresses: [{ address: '2606:4700::1', family: 6 }],
  });
});

test('each name is asked once, however many want it, and again when it is to be forgotten', async () => {
  const resolver = makeResolver();
  const names = await createDnsCache(resolver, new Map());
  await Promise.all(Array.from({ length: 50 }, () => names.resolve('four.test')));
  await names.resolve('four.test');
  expect(resolver.asked).toEqual(['four.test']);
  names.forget('four.test');
  // A connection that is being made still finds its address.
  expect(names.known('four.test')?.kind).toBe('found');
  await names.resolve('four.test');
  expect(resolver.asked).toHaveLength(2);
});

test('names go out in a bounded burst', async () => {
  const resolver = makeResolver();
  const names = await createDnsCache(resolver, new Map());
  await Promise.all(Array.from({ length: 500 }, (_, index) => names.resolve(`four${index}.test`)));
  expect(resolver.asked).toHaveLength(500);
  expect(resolver.most()).toBeLessThanOrEqual(64);
  expect(resolver.most()).toBeGreaterThan(8);
});

test('the hosts file comes first', async () => {
  const resolver = makeResolver();
  const names = await createDnsCache(resolver, new Map([['listed.test', ['192.0.2.1', '::1']]]));
  expect(await names.resolve('LISTED.test')).toEqual({
    kind: 'found',
    addresses: [
      { address: '192.0.2.1', family: 4 },
      { address: '::1', family: 6 },
    ],
  });
  expect(resolver.asked).toEqual([]);
});

test('names for which the resolver took too long are counted, others that failed are not', async () => {
  const names = await createDnsCache(makeResolver(), new Map());
  await Promise.all(
    ['etimeout.test', 'eservfail.test', 'enotfound.test', 'four.test'].map((name) => names.resolve(name)),
  );
  expect(names.counts).toEqual({ answered: 4, timedOut: 1 });
});

test('a failure is looked up again a few times, shared by all that ask, and any other answer is kept', async () => {
  const resolver = makeResolver();
  const names = await createDnsCache(resolver, new Map());
  const kept = ['enotfound.test', 'four.test', 'etimeout.test'];
  for (const host of ['eservfail.test', ...kept]) await names.resolve(host);
  for (const host of [...kept, 'never.test']) expect(names.retry(host), host).toBe(false);
  const again = Array.from({ length: 50 }, () => {
    expect(names.retry('eservfail.test')).toBe(true);
    return names.resolve('eservfail.test');
  });
  await Promise.all(again);
  expect(resolver.asked.filter((host) => host === 'eservfail.test')).toHaveLength(2);
  let more = 0;
  for (; names.retry('eservfail.test'); more++) await names.resolve('eservfail.test');
  expect(more).toBeGreaterThan(0);
  expect(resolver.asked.filter((host) => host === 'eservfail.test')).toHaveLength(2 + more);
  expect(more).toBeLessThan(5);
});
