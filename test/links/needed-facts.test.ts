import { expect, test } from 'vitest';
import type { Ledger } from '../../src/links/ledger/ledger.js';
import { canDescribe, factsToRead } from '../../src/links/needed-facts.js';
import { unknownPackage } from '../../src/links/sites/package-registry.js';
import type { FactDetail, PackageFacts } from '../../src/model/facts.js';
import type { LinkSettings } from '../../src/model/settings.js';

const now = Date.parse('2030-05-01T12:00:00Z');
const pages = { npm: 'https://www.npmjs.com/package/kite', golang: 'https://pkg.go.dev/kite.example/kite' };

function isRead(service: string, known: Partial<PackageFacts>, details: readonly FactDetail[]): boolean {
  const readAt = new Date(now - 3_600_000).toISOString();
  const facts: PackageFacts = { kind: 'package', service, readAt, ...unknownPackage('kite'), ...known };
  const ledger = { find: () => ({ facts }) } as unknown as Ledger;
  const settings = { services: { githubToken: null } } as LinkSettings;
  const url = service === 'golang' ? pages.golang : pages.npm;
  return factsToRead({ details: new Set(details) }, settings, ledger, () => now)({ url, host: '', rows: [] });
}

const release = { name: '2.0.0', publishedAt: null };

test.each<[string, string, Partial<PackageFacts>, readonly FactDetail[], boolean]>([
  ['npm without a license and downloads, where they are needed', 'npm', { release }, ['packages'], true],
  ['npm without them, where they are not needed', 'npm', { release }, ['tags'], false],
  ['npm with a license', 'npm', { license: 'MIT' }, ['packages'], false],
  ['npm with downloads', 'npm', { downloads: 7, downloadsPeriod: 'month' }, ['packages'], false],
  ['a Go module without a version', 'golang', { license: 'MIT' }, ['packages'], true],
  ['a Go module with a version', 'golang', { release }, ['packages'], false],
  ['a registry that has no downloads', 'pypi', { release }, ['packages'], false],
])('young facts of the ledger, %s', (_, service, known, details, expected) => {
  expect(isRead(service, known, details)).toBe(expected);
});

const hour = 3_600_000;
test.each<[string, number, readonly FactDetail[], boolean]>([
  ['an hour ago', hour, ['packages'], false],
  ['two days ago', 48 * hour, ['packages'], true],
  ['an hour from now', -hour, ['packages'], true],
  ['an hour ago for other details', hour, ['tags'], true],
])('facts that a service was asked for %s and did not give', (_, age, details, expected) => {
  const factsAsked = { at: new Date(now - age).toISOString(), details };
  const read = (facts: PackageFacts | null) =>
    factsToRead(
      { details: new Set(['packages']) },
      { services: { githubToken: null } } as LinkSettings,
      { find: () => ({ facts, factsAsked }) } as unknown as Ledger,
      () => now,
    )({ url: pages.npm, host: '', rows: [] });
  const readAt = (days: number) => new Date(now - days * 24 * hour).toISOString();
  const bare = (days: number): PackageFacts => ({
    ...{ kind: 'package', service: 'npm', readAt: readAt(days), ...unknownPackage('kite') },
  });
  expect([read(bare(3)), read(null)]).toEqual([expected, expected]);
  // What is too old is read again, whatever was asked.
  expect(read(bare(8))).toBe(true);
});

test.each([
  ['https://gitlab.com/kites/delta', true],
  ['https://gitlab.com/kites/delta/-/blob/main/README.md', true],
  ['https://gitlab.com/kites/delta/-/issues/7', false],
  ['https://codeberg.org/kites/delta', true],
  ['https://codeberg.org/kites/delta/releases', false],
  ['https://crates.io/crates/kite', true],
  ['https://crates.io/crates/kite/1.0.0', false],
  ['https://github.com/kites/delta', false],
  ['https://kites.example/', false],
])('facts about %s without a token: %s', (url, expected) => {
  expect(canDescribe(new URL(url), { services: { githubToken: null } } as LinkSettings)).toBe(expected);
});
