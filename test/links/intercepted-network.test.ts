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

const direct = { settings: { connectTo: [] } };

const certificate = (issuer: string, subject = 'CN=anybody'): unknown => ({ issuer, subject });
const refused = (url: string, code = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'): RequestChain => ({
  reply: { kind: 'failure', url, reason: 'tls-invalid', detail: '', code },
  redirects: [],
  durationMs: 1,
  incompleteChain: false,
});
const company = certificate('C=PT\nO=Kilns\nCN=Kilns Inspection');
const secure = ['amphora', 'beaker', 'crock', 'dish'].map((name) => `https://www.${name}.test/`);
const fifth = 'https://ewer.test/';

test.each([
  ['the same authority', company, refused(fifth), true],
  ['another authority', certificate('CN=Another'), refused(fifth), false],
  ['a certificate that signed itself', certificate('CN=anybody'), refused(fifth), false],
  ['the same authority and an expired certificate', company, refused(fifth, 'CERT_HAS_EXPIRED'), false],
  ['another page of a site', company, refused('https://dish.test/'), false],
  ['a certificate that is known', company, chain(fifth, fifth), false],
  ['a certificate that is known behind a redirect', company, chain('http://ewer.test/', fifth), false],
] as const)('four sites with certificates of one unknown authority, and %s', async (_, shown, last, isIntercepted) => {
  const certificateOf = (host: string): unknown => (new URL(last.reply.url).hostname === host ? shown : company);
  const watch = watchForInterception(
    { ...direct, pool: { certificateOf } } as unknown as GuardedContext,
    async () => {},
  );
  for (const url of secure) watch.note(url, refused(url));
  watch.note('http://plain.test/', chain('http://plain.test/', 'http://plain.test/'));
  watch.note(last.redirects.length > 0 ? 'http://ewer.test/' : last.reply.url, last);
  await new Promise((passed) => setImmediate(passed));
  const [first = ''] = secure;
  const expected = isIntercepted ? { kind: 'intercepted', issuer: 'Kilns Inspection' } : null;
  expect(await watch.detect(first, refused(first))).toEqual(expected);
});

test.each([
  ['nothing else', null, true],
  ['a site that responds itself', ['http://plain.test/', 'http://plain.test/'], false],
  ['a site that responds over HTTPS', ['https://plain.test/', 'https://plain.test/'], false],
  ['a site that redirects within itself', ['http://plain.test/', 'http://plain.test/?from=plain.test'], false],
  ['another login page', ['http://plain.test/', 'http://other.test/?from=plain.test'], false],
] as const)('four sites that redirect to one login page, and %s', async (_, other, isPortal) => {
  // No certificate is looked at.
  const watch = watchForInterception(direct as unknown as GuardedContext, async () => {});
  for (const url of sites) watch.note(url, chain(url, portal(url)));
  if (other !== null) watch.note(other[0], chain(other[0], other[1]));
  const [first = ''] = sites;
  const expected = isPortal ? { kind: 'portal', host: 'login.test' } : null;
  expect(await watch.detect(first, chain(first, portal(first)))).toEqual(expected);
});

const missing = (url: string, body: string, status = 404): RequestChain => ({
  reply: { kind: 'answer', url, status, statusText: '', headers: {}, body, broken: null },
  redirects: [],
  durationMs: 1,
  incompleteChain: false,
});
const seven = ['amphora', 'beaker', 'crock', 'dish', 'ewer', 'flagon', 'gourd'].map((name) => `http://${name}.test/`);
const pageFor = (url: string): string => `<p>No way to ${new URL(url).hostname} without a voucher</p>`;

test.each([
  ['an eighth', missing('http://hod.test/', pageFor('http://hod.test/')), {}, true],
  ['another page of one of them', missing('http://dish.test/a', pageFor('http://dish.test/a')), {}, false],
  ['an eighth below one of them', missing('http://a.dish.test/', pageFor('http://a.dish.test/')), {}, false],
  ['an eighth with its own error page', missing('http://hod.test/', '<p>Nothing here</p>'), {}, false],
  ['an eighth with another status', missing('http://hod.test/', pageFor('http://hod.test/'), 410), {}, false],
  ['a page that is alive', chain('http://hod.test/', 'http://hod.test/'), {}, false],
  ['a site over HTTPS', chain('https://hod.test/', 'https://hod.test/'), {}, false],
  [
    'an eighth whose address was set',
    missing('http://hod.test/', pageFor('http://hod.test/')),
    { connectTo: [{}] },
    false,
  ],
] as const)('seven sites that show one error page, and %s', async (_, last, settings, isIntercepted) => {
  const context = { settings: { ...direct.settings, ...settings } } as unknown as GuardedContext;
  const watch = watchForInterception(context, async () => {});
  for (const url of seven) watch.note(url, missing(url, pageFor(url)));
  watch.note(last.reply.url, last);
  const [first = ''] = seven;
  expect(await watch.detect(first, missing(first, pageFor(first)))).toEqual(
    isIntercepted ? { kind: 'one-page' } : null,
  );
});
