import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf } from './world.js';

let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.stop());
afterEach(() => vi.restoreAllMocks());

test('an extra authority is read once, not for each connection', async () => {
  const hosts = ['clay.test', 'loam.test', 'slip.test', 'grog.test'];
  // What tls.connect calls where it is given no context; the way out makes its own before.
  const made = vi.spyOn(tls, 'createSecureContext');
  const outcome = await checkLines(
    hosts.map((host) => `https://${host}/`),
    { connectTo: web.connectTo(hosts), cacert: web.ca },
  );
  for (const host of hosts) expect(rowOf(outcome, `https://${host}/`).verdict).toBe('alive');
  const withAuthorities = made.mock.calls.filter(([options]) => options?.ca !== undefined);
  expect(withAuthorities).toHaveLength(0);
});

test('the certificate that a server leaves out is asked for under our name', async () => {
  const hosts = ['incomplete.test', 'authority.test'];
  const outcome = await checkLines(['https://incomplete.test/'], { connectTo: web.connectTo(hosts), cacert: web.ca });
  expect(rowOf(outcome, 'https://incomplete.test/').notes).toContain('incomplete-certificate-chain');
  const asked = web.log.filter(({ host }) => host === 'authority.test');
  expect(asked.map(({ headers }) => headers['user-agent'])).toEqual(['listwright-test']);
});
