import { expect, test } from 'vitest';
import type { GuardedContext } from '../../src/links/http/guarded-request.js';
import type { RequestChain } from '../../src/links/http/response.js';
import { watchForInterception } from '../../src/links/intercepted-network.js';

const chain = (from: string, to: string): RequestChain => ({
  reply: { kind: 'answer', url: to, status: 200, statusText: '', headers: {}, body: '', broken: null },
  redirects: from === to ? [] : [{ status: 302, url: to }],
  durationMs: 1,
  incompleteChain: false,
});
const sites = ['amphora', 'beaker', 'crock', 'dish'].map((name) => `http://${name}.test/`);
const portal = (url: string): string => `http://login.test/?from=${encodeURIComponent(url)}`;

test.each([
  ['nothing else', null, true],
  ['a site that responds itself', ['http://plain.test/', 'http://plain.test/'], false],
  ['a site that responds over HTTPS', ['https://plain.test/', 'https://plain.test/'], false],
  ['a site that redirects within itself', ['http://plain.test/', 'http://plain.test/?from=plain.test'], false],
  ['another login page', ['http://plain.test/', 'http://other.test/?from=plain.test'], false],
] as const)('four sites that redirect to one login page, and %s', async (_, other, isPortal) => {
  // No certificate is looked at.
  const watch = watchForInterception({} as GuardedContext, async () => {});
  for (const url of sites) watch.note(url, chain(url, portal(url)));
  if (other !== null) watch.note(other[0], chain(other[0], other[1]));
  const [first = ''] = sites;
  const expected = isPortal ? { kind: 'portal', host: 'login.test' } : null;
  expect(await watch.detect(first, chain(first, portal(first)))).toEqual(expected);
});
