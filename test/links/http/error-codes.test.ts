import { expect, test } from 'vitest';
import { failureOf } from '../../../src/links/http/error-codes.js';

const failed = (code: string): Error => Object.assign(new Error(code), { code });
/** What Node throws where it tried several addresses: with the code of the first. */
const severally = (...codes: readonly string[]): Error =>
  Object.assign(new AggregateError(codes.map(failed)), { code: codes[0] });

test.each([
  ['an IPv6 address alone, without IPv6', failed('ENETUNREACH'), 'no-route'],
  ['IPv6 addresses alone, without IPv6', severally('ENETUNREACH', 'EADDRNOTAVAIL'), 'no-route'],
  ['an IPv4 address that refuses, too', severally('ENETUNREACH', 'ECONNREFUSED'), 'refused'],
  ['an IPv4 address that is silent, too', severally('ENETUNREACH', 'ETIMEDOUT'), 'timeout'],
  ['a connection that is refused', failed('ECONNREFUSED'), 'refused'],
  ['a cause', Object.assign(new Error('connect'), { cause: severally('EADDRNOTAVAIL', 'ECONNREFUSED') }), 'refused'],
])('%s', (_, error, reason) => {
  expect(failureOf(error, 'https://kiln.test/', false).reason).toBe(reason);
});
