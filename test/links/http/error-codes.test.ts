import { expect, test } from 'vitest';
import { failureOf } from '../../../src/links/http/error-codes.js';

const failed = (code: string): Error => Object.assign(new Error(code), { code });
/** What Node throws where it tried several addresses: with the code of the first. */
const severally = (...codes: readonly string[]): Error =>
  Object.assign(new AggregateError(codes.map(failed)), { code: codes[0] });

const proxied = (message: string): Error => Object.assign(new Error(message), { code: 'UND_ERR_ABORTED' });

test.each([
  ['an IPv6 address alone, without IPv6', failed('ENETUNREACH'), 'no-route'],
  ['IPv6 addresses alone, without IPv6', severally('ENETUNREACH', 'EADDRNOTAVAIL'), 'no-route'],
  ['an IPv4 address that refuses, too', severally('ENETUNREACH', 'ECONNREFUSED'), 'refused'],
  ['an IPv4 address that is silent, too', severally('ENETUNREACH', 'ETIMEDOUT'), 'timeout'],
  ['a connection that is refused', failed('ECONNREFUSED'), 'refused'],
  ['a proxy that wants a login', proxied('Proxy response (407) !== 200 when HTTP Tunneling'), 'proxy-refused'],
  ['a proxy that wants a login, without a tunnel', proxied('Proxy Authentication Required (407)'), 'proxy-refused'],
  ['a proxy that forbids it', proxied('Proxy response (403) !== 200 when HTTP Tunneling'), 'proxy-refused'],
  ['a status that is none', failed('ERR_ASSERTION'), 'malformed'],
  ['a proxy that finds nothing', proxied('Proxy response (502) !== 200 when HTTP Tunneling'), 'proxy'],
  ['a cause', Object.assign(new Error('connect'), { cause: severally('EADDRNOTAVAIL', 'ECONNREFUSED') }), 'refused'],
])('%s', (_, error, reason) => {
  expect(failureOf(error, 'https://kiln.test/', false).reason).toBe(reason);
});
