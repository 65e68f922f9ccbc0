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
