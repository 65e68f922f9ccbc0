import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpResult } from '../../../src/links/http/response.js';
import { crates } from '../../../src/links/sites/crates.js';
import { docker } from '../../../src/links/sites/docker.js';
import { golang } from '../../../src/links/sites/golang.js';
import { npm } from '../../../src/links/sites/npm.js';
import { packagist } from '../../../src/links/sites/packagist.js';
import { pypi } from '../../../src/links/sites/pypi.js';
import { rubygems } from '../../../src/links/sites/rubygems.js';
import type { Site, SiteApi, SiteResult } from '../../../src/links/sites/site.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { registries, troubled } from '../../web/registries.js';
import { askSite, targetOf } from './world.js';

const sites = { npm, crates, pypi, rubygems, packagist, docker, golang };
type Name = keyof typeof sites;

/** One address per registry, with `*` for a package's name. */
const pages: Readonly<Record<Name, string>> = {
  npm: 'https://www.npmjs.test/package/*',
  crates: 'https://crates.test/crates/*',
  pypi: 'https://pypi.test/project/*/',
  rubygems: 'https://rubygems.test/gems/*',
  packagist: 'https://packagist.test/packages/clay/*',
  docker: 'https://hub.docker.test/r/clay/*',
  golang: 'https://pkg.go.test/kiln.test/*',
};

/** An answer to be filled in. */
const typed: HttpResult = { kind: 'answer', url: '', status: 200, statusText: '', headers: {}, body: '', broken: null };

/** The word for one address in few words: what a report would say first. */
async function say(site: Site, address: string): Promise<string> {
  const { words } = await askSite(site, [address], registries);
  return brief([...words.values()][0]);
}

const brief = (word: SiteResult | undefined): string =>
  word === undefined ? 'no word' : [word.verdict, word.reason, ...word.notes].filter((each) => each !== null).join(' ');

describe('what a registry says', () => {
  test.each<[Name, string, string]>([
    ['npm', 'kiln', 'alive'],
    ['npm', '@clay/wheel', 'alive'],
    ['npm', '@clay%2Fwheel', 'alive'],
    ['npm', '@clay%2fwheel/v/2.0.0', 'alive'],
    ['npm', 'JSONPot', 'alive'],
    ['npm', 'jsonpot', 'broken package-missing'],
    ['npm', '@clay/absent', 'broken package-missing'],
    ['npm', 'old-glaze', 'alive deprecated'],
    ['npm', 'older-glaze', 'alive deprecated'],
    ['npm', 'spared-glaze', 'alive'],
    ['npm', 'kiln/v/1.0.0', 'alive deprecated'],
    ['npm', 'kiln/v/next', 'alive'],
    ['npm', 'kiln/v/9.9.9', 'broken package-missing'],
    ['npm', 'kiln/v/__proto__', 'broken package-missing'],
    ['npm', 'unpublished-glaze', 'broken package-missing'],
    ['npm', 'hidden-glaze', 'broken package-missing'],
    ['npm', 'half-hidden-glaze', 'no word'],
    ['npm', 'withdrawn-glaze', 'alive'],
    ['npm', 'empty-glaze', 'no word'],
    ['npm', 'renamed-glaze', 'no word'],
    ['crates', 'kiln', 'alive'],
    ['crates', 'clay-body', 'alive'],
    ['crates', 'yanked-glaze', 'alive yanked'],
    ['crates', 'kiln/1.0.0', 'alive'],
    ['crates', 'kiln/0.8.0', 'no word'],
    ['crates', 'kiln/0.9.0', 'alive yanked'],
    ['crates', 'kiln/7.0.0', 'broken package-missing'],
    ['crates', 'kiln/reverse_dependencies', 'alive'],
    ['crates', 'kiln/owners', 'no word'],
    ['crates', 'absent/owners', 'broken package-missing'],
    ['crates', 'other-glaze', 'no word'],
    ['pypi', 'kiln', 'alive'],
    ['pypi', 'clay-body', 'alive'],
    ['pypi', 'yanked-glaze', 'alive yanked'],
    ['pypi', 'archived-glaze', 'alive archived'],
    ['pypi', 'active-glaze', 'alive'],
    ['pypi', 'other-glaze', 'no word'],
    ['pypi', 'kiln/1.0', 'alive yanked'],
    ['pypi', 'kiln/2.0', 'broken package-missing'],
    ['rubygems', 'kiln', 'alive'],
    ['rubygems', 'kiln/versions', 'alive'],
    ['rubygems', 'kiln/versions/9.9.9', 'no word'],
    ['rubygems', 'absent/versions/9.9.9', 'broken package-missing'],
    ['rubygems', 'yanked_glaze', 'alive yanked'],
    ['rubygems', 'other_glaze', 'no word'],
    ['rubygems', 'mute_glaze', 'no word'],
    ['packagist', 'kiln', 'alive'],
    ['packagist', 'kept-glaze', 'alive'],
    ['packagist', 'left-glaze', 'alive abandoned'],
    ['packagist', 'replaced-glaze', 'alive abandoned'],
    ['packagist', 'kiln/stats', 'no word'],
    ['packagist', 'other-glaze', 'no word'],
    ['docker', 'kiln', 'alive'],
    ['docker', 'kiln/tags', 'alive'],
    ['docker', 'kiln/builds', 'no word'],
    ['docker', 'other', 'no word'],
    ['golang', 'clay', 'alive'],
    ['golang', 'clay@v1.2.3', 'alive'],
    ['golang', 'old', 'alive deprecated'],
    ['golang', 'back', 'alive'],
    ['golang', 'looked-for', 'broken package-missing'],
  ])('%s: %s is %s', async (name, part, expected) => {
    expect(await say(sites[name], pages[name].replace('*', part))).toBe(expected);
  });

  test.each(Object.keys(sites) as Name[])(
    '%s: a package that its API does not have is missing, and the evidence names it',
    async (name) => {
      const address = pages[name].replace('*', 'nobody-made-this');
      const { words } = await askSite(sites[name], [address], registries);
      expect(words.get(address)).toMatchObject({
        verdict: 'broken',
        reason: 'package-missing',
        finalUrl: null,
        hostId: null,
      });
      expect(evidenceText(words.get(address)?.evidence ?? '')).toContain('nobody-made-this');
    },
  );

  test.each([
    ['https://packagist.test/packages/Clay/Kiln', packagist, 'alive'],
    ['https://hub.docker.test/_/kiln', docker, 'alive'],
    // Publishers' images stand among the official ones, unknown to the API.
    ['https://hub.docker.test/_/publisher-kiln', docker, 'no word'],
    ['https://npmjs.test/package/kiln?activeTab=versions', npm, 'alive'],
    ['https://pypi.test/pypi/kiln', pypi, 'alive'],
  ])('%s', async (address, site, expected) => {
    expect(await say(site, address)).toBe(expected);
  });
});

describe('an answer that says nothing about a package', () => {
  const apis = (Object.keys(sites) as Name[]).filter((name) => name !== 'golang');
  test.each(apis.flatMap((name) => troubled.map((end) => [name, end] as const)))(
    '%s decides nothing about a name that is %s',
    async (name, end) => {
      expect(await say(sites[name], pages[name].replace('*', end))).toBe('no word');
    },
  );

  test.each(['paged', 'walled', 'down', 'failing', 'foreign'])(
    'golang decides nothing about a page that is %s',
    async (end) => {
      expect(await say(golang, pages.golang.replace('*', end))).toBe('no word');
    },
  );

  test('a user without a registry is not decided', async () => {
    const services = { npmRegistry: async () => null };
    const { words, log } = await askSite(npm, ['https://www.npmjs.test/package/kiln'], registries, services);
    expect([words.size, log.length]).toEqual([0, 0]);
  });
});

describe('how a registry is asked', () => {
  test('npm asks the registry of the scope for the short form, and no page', async () => {
    const scopes: (string | null)[] = [];
    const npmRegistry = async (scope: string | null): Promise<string> => {
      scopes.push(scope);
      return scope === null ? 'https://packages.test/' : 'https://mirror.test/npm/';
    };
    const addresses = ['https://www.npmjs.test/package/@clay/wheel', 'https://www.npmjs.test/package/kiln'];
    const { log } = await askSite(npm, addresses, registries, { npmRegistry });
    expect(scopes).toEqual(['@clay', null]);
    expect(log.map(({ host, path }) => host + path)).toEqual(['mirror.test/npm/@clay%2Fwheel', 'packages.test/kiln']);
    expect(log.map(({ headers }) => headers.accept)).toEqual(Array(2).fill('application/vnd.npm.install-v1+json'));
  });

  test('crates asks for JSON, since pages tell programs that every crate is absent', async () => {
    const { log } = await askSite(crates, ['https://crates.test/crates/kiln'], registries);
    expect(log.map(({ path, headers }) => [path, headers.accept])).toEqual([
      ['/api/v1/crates/kiln', 'application/json'],
    ]);
  });

  const cutTo = (manifest: object, isCut: boolean): SiteApi => ({
    ask: async ({ url }) =>
      url.endsWith('/latest')
        ? { ...typed, body: JSON.stringify(manifest) }
        : { ...typed, body: '{"name":"kiln","versions":{"0.', ...(isCut ? { cut: true } : {}) },
    page: () => Promise.reject(new Error('no page was to be asked')),
    services: { github: { graphql: null, rest: '' }, npmRegistry: async () => 'https://packages.test/' },
    details: new Set(),
    now: () => 0,
  });
  test.each([
    ['deprecated', { name: 'kiln', deprecated: 'Gone' }, true, 'alive deprecated'],
    ['another', { name: 'wheel' }, true, 'no word'],
    ['broken off, not too long', { name: 'kiln' }, false, 'no word'],
  ])('metadata that is too long is asked for one version: %s', async (_, manifest, isCut, expected) => {
    const target = targetOf('https://www.npmjs.test/package/kiln');
    expect(brief((await npm.ask([target], cutTo(manifest, isCut))).get(target.key))).toBe(expected);
  });

  test('golang leaves what was redirected to those who judge pages', async () => {
    const target = targetOf('https://pkg.go.test/kiln.test/clay');
    const reply: HttpResult = { ...typed, body: '<h1 data-test-id="UnitHeader-title">clay</h1>' };
    const api = (redirects: { status: number; url: string }[]): SiteApi => ({
      ...cutTo({}, false),
      page: async () => ({ reply, redirects, durationMs: 0, incompleteChain: false }),
    });
    expect((await golang.ask([target], api([]))).size).toBe(1);
    expect((await golang.ask([target], api([{ status: 301, url: 'https://pkg.go.test/other.test' }]))).size).toBe(0);
  });
});

test('whatever a registry answers, no adapter throws', async () => {
  const key = fc.constantFrom(
    ...'name crate versions version info package yanked abandoned namespace time unpublished dist-tags latest toString'.split(
      ' ',
    ),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.constantFrom('kiln', 'clay/kiln'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(key, tie('json'), { maxKeys: 6 }),
    ),
  }));
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.string(),
  );
  const status = fc.constantFrom(200, 200, 404, 410, 403, 500);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...(Object.keys(sites) as Name[])), status, body, async (name, code, text) => {
      const reply: HttpResult = { ...typed, status: code, body: text, cut: true };
      const target = targetOf(pages[name].replace('*', 'kiln'));
      const words = await sites[name].ask([target], {
        ask: async () => reply,
        page: async () => ({ reply, redirects: [], durationMs: 0, incompleteChain: false }),
        services: { github: { graphql: null, rest: '' }, npmRegistry: async () => 'https://packages.test/' },
        details: new Set(),
        now: () => 0,
      });
      // Only a refusal or an unpublished package is missing; nothing else ever is.
      const { verdict = 'none' } = words.get(target.key) ?? {};
      if (code === 403 || code === 500) expect(verdict).toBe('none');
      if (verdict === 'alive') expect(code).toBe(200);
    }),
    { numRuns: 500 },
  );
});
