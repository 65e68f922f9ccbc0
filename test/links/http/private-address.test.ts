import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAddress, isLocalHost, isPrivateAddress, isPrivateHost } from '../../../src/links/http/private-address.js';

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '[::1]',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::808:808',
  '2002:7f00:1::',
  '2002:c0a8:1::1',
  '2606:4700::5efe:7f00:1',
  '2606:4700::200:5efe:a00:1',
  'fe80::5efe:808:808',
  '::808:808',
  '4000::1',
  '5f00::1',
  '1000::1',
  'fec0::1',
  '2001::1',
  '2001:db8::1',
  '3fff::1',
  '3ffe::1',
  '168.63.129.16',
  '::ffff:168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  '192.88.99.1',
  '198.18.0.1',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  '128.0.0.1',
  '11.0.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.1.1',
  '169.253.1.1',
  '100.63.0.1',
  '100.128.0.1',
  '8.8.8.8',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
  '2606:4700::5efe:808:808',
  '2606:4700::5eff:7f00:1',
  '2001:4860:4860::8888',
  '2001:200::1',
  '2a00:1450:4001::1',
  '3000::1',
  '168.63.129.15',
  '168.63.129.17',
  '192.88.98.1',
])('%s is not', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

test('an address in another dress is judged as the address it is', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const dresses = [`::ffff:${address}`, `64:ff9b::${address}`, `[::ffff:${address}]`];
      for (const dress of dresses) expect(isPrivateAddress(dress)).toBe(isPrivateAddress(address));
    }),
  );
});

test('any text is an address or a name, and names are private only when they say so', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof isPrivateHost(text) === 'boolean'));
  expect(['localhost', 'LOCALHOST.', 'a.localhost', '127.0.0.1'].map(isPrivateHost)).toEqual([true, true, true, true]);
  expect(['localhost.test', 'mylocalhost', 'a.test'].map(isPrivateHost)).toEqual([false, false, false]);
  expect(['1.2.3.4', '[::1]', '::1', 'a.test', '1.2.3'].map(isAddress)).toEqual([true, true, true, false, false]);
});

test('names that only a local network answers are known without a network', () => {
  const local = [
    'localhost',
    '10.0.0.1',
    '[::1]',
    'intranet',
    'printer.local',
    'a.b.internal',
    'NAS.LAN.',
    'x.home.arpa',
  ];
  expect(local.filter((host) => !isLocalHost(host))).toEqual([]);
  const open = [
    'a.test',
    'local.dev',
    'internal.example',
    'my-internal.example',
    '8.8.8.8',
    '[2606:4700::1111]',
    'home.arpa.example',
  ];
  expect(open.filter(isLocalHost)).toEqual([]);
});
