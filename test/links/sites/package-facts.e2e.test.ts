import { describe, expect, test } from 'vitest';
import { crates } from '../../../src/links/sites/crates.js';
import { gitea } from '../../../src/links/sites/gitea.js';
import { gitlab } from '../../../src/links/sites/gitlab.js';
import { golang } from '../../../src/links/sites/golang.js';
import { npm } from '../../../src/links/sites/npm.js';
import { packagist } from '../../../src/links/sites/packagist.js';
import { pypi } from '../../../src/links/sites/pypi.js';
import { rubygems } from '../../../src/links/sites/rubygems.js';
import type { ApiRequest, Site, SiteApi } from '../../../src/links/sites/site.js';
import type { FactDetail } from '../../../src/model/facts.js';
import { targetOf } from './world.js';

const now = Date.parse('2030-05-01T12:00:00Z');

/** What a site says of a URL, when its services answer with this JSON (a text is a page, or JSON that was cut off) by URL; all else is missing. */
async function factsOf(
  site: Site,
  url: string,
  answers: Readonly<Record<string, unknown>>,
  details: readonly FactDetail[] = [],
) {
  const asked: string[] = [];
  const reply = (address: string, json: unknown, headers: Readonly<Record<string, string>> = {}) => ({
    ...{ kind: 'answer' as const, url: address, statusText: '', headers, broken: null },
    status: json === undefined ? 404 : 200,
    body: typeof json === 'string' ? json : JSON.stringify(json ?? { message: 'Not Found' }),
    ...(typeof json === 'string' && json.startsWith('{') ? { cut: true } : {}),
  });
  const answer = ({ url: address }: Pick<ApiRequest, 'url'>) => {
    asked.push(address);
    return reply(address, answers[address], { 'x-total': '17' });
  };
  const api: SiteApi = {
    ask: async (request) => answer(request),
    page: async (address) => ({
      ...{ reply: answer({ url: address }), redirects: [], durationMs: 0, incompleteChain: false },
    }),
    services: {
      github: { graphql: null, rest: 'https://api.github.com' },
      npmRegistry: async () => 'https://registry.npmjs.org/',
    },
    details: new Set(details),
    now: () => now,
  };
  const words = await site.ask([targetOf(url)], api);
  return { facts: [...words.values()][0]?.facts ?? null, asked };
}

const common = { readAt: '2030-05-01T12:00:00.000Z' };

describe('facts about packages', () => {
  test('npm: the short form, and more where a rule needs it', async () => {
    const short = { name: 'kite', 'dist-tags': { latest: '2.0.0' }, versions: { '2.0.0': { deprecated: 'use sled' } } };
    const answers = {
      'https://registry.npmjs.org/kite': short,
      'https://registry.npmjs.org/kite/2.0.0': { name: 'kite', description: 'Flies', license: 'MIT' },
      'https://api.npmjs.org/downloads/point/last-month/kite': { package: 'kite', downloads: 4321 },
    };
    const url = 'https://www.npmjs.com/package/kite';
    const cheap = await factsOf(npm, url, answers);
    expect(cheap.asked).toHaveLength(1);
    expect(cheap.facts).toEqual({
      ...{ kind: 'package', service: 'npm', ...common, name: 'kite', description: null, license: null },
      ...{ release: { name: '2.0.0', publishedAt: null }, downloads: null, downloadsPeriod: null },
      ...{ isDeprecated: true, isYanked: null },
    });
    const whole = await factsOf(npm, url, answers, ['packages']);
    expect(whole.facts).toMatchObject({
      description: 'Flies',
      license: 'MIT',
      downloads: 4321,
      downloadsPeriod: 'month',
    });
    const one = await factsOf(npm, `${url}/v/2.0.0`, answers);
    expect(one.facts).toBeNull();
  });

  test('npm: metadata that is too long to read in full has facts too', async () => {
    const answers = {
      'https://registry.npmjs.org/kite': '{"name":"kite","versions":{"0.',
      'https://registry.npmjs.org/kite/latest': { name: 'kite', version: '2.0.0', license: 'MIT', deprecated: 'no' },
      'https://api.npmjs.org/downloads/point/last-month/kite': { package: 'kite', downloads: 4321 },
    };
    const url = 'https://www.npmjs.com/package/kite';
    const { facts } = await factsOf(npm, url, answers, ['packages']);
    expect(facts).toMatchObject({ name: 'kite', license: 'MIT', downloads: 4321, isDeprecated: true });
    expect(facts?.release).toEqual({ name: '2.0.0', publishedAt: null });
    const cheap = await factsOf(npm, url, answers);
    expect(cheap.facts).toMatchObject({ license: 'MIT', downloads: null });
    expect(cheap.asked).toHaveLength(2);
  });

  test('npm: what another package is said to have is no fact', async () => {
    const short = { name: 'kite', 'dist-tags': { latest: '2.0.0' }, versions: { '2.0.0': {} } };
    const answers = {
      'https://registry.npmjs.org/kite': short,
      'https://registry.npmjs.org/kite/2.0.0': { name: 'sled', license: 'MIT' },
      'https://api.npmjs.org/downloads/point/last-month/kite': { package: 'sled', downloads: 4321 },
    };
    const { facts } = await factsOf(npm, 'https://www.npmjs.com/package/kite', answers, ['packages']);
    expect(facts).toMatchObject({ license: null, downloads: null, downloadsPeriod: null, isDeprecated: false });
  });

  const crate = {
    crate: {
      name: 'kite',
      description: 'Flies',
      max_stable_version: '1.2.0',
      max_version: '2.0.0-rc.1',
      downloads: 99,
    },
    versions: [
      { num: '2.0.0-rc.1', created_at: '2030-01-01T00:00:00Z', license: 'MIT', yanked: false },
      { num: '1.2.0', created_at: '2029-01-01T00:00:00.5+00:00', license: 'MIT OR Apache-2.0', yanked: false },
    ],
  };
  const gem = {
    ...{ name: 'kite', version: '3.1.0', version_created_at: '2028-01-01T00:00:00Z', downloads: 7, info: 'Flies' },
    ...{ licenses: ['MIT', 'Ruby'], yanked: false },
  };
  const wheel = {
    info: {
      name: 'kite',
      version: '0.9',
      summary: 'Flies',
      license: 'x'.repeat(900),
      license_expression: 'BSD-3-Clause',
    },
    urls: [{ upload_time_iso_8601: '2029-02-03T04:05:06.789Z' }],
  };
  const bundle = {
    package: {
      ...{ name: 'kites/kite', description: 'Flies', downloads: { total: 55 }, abandoned: 'kites/sled' },
      versions: {
        'dev-main': { version: 'dev-main', time: '2030-04-01T00:00:00+00:00', license: ['MIT'] },
        '1.0.0': { version: '1.0.0', time: '2020-01-01T00:00:00+00:00', license: ['MIT'] },
        '1.1.0': { version: '1.1.0', time: '2021-01-01T00:00:00+00:00', license: ['GPL-2.0-only', 'MIT'] },
      },
    },
  };
  test.each([
    [
      'crates',
      crates,
      'https://crates.io/crates/kite',
      'https://crates.io/api/v1/crates/kite',
      crate,
      {
        ...{ license: 'MIT OR Apache-2.0', release: { name: '1.2.0', publishedAt: '2029-01-01T00:00:00.500Z' } },
        ...{ downloads: 99, downloadsPeriod: 'total', isYanked: false },
      },
    ],
    [
      'rubygems',
      rubygems,
      'https://rubygems.org/gems/kite',
      'https://rubygems.org/api/v1/gems/kite.json',
      gem,
      {
        ...{ license: 'MIT OR Ruby', release: { name: '3.1.0', publishedAt: '2028-01-01T00:00:00.000Z' } },
        ...{ downloads: 7, downloadsPeriod: 'total', isYanked: false },
      },
    ],
    [
      'pypi',
      pypi,
      'https://pypi.org/project/kite/',
      'https://pypi.org/pypi/kite/json',
      wheel,
      {
        ...{ license: 'BSD-3-Clause', release: { name: '0.9', publishedAt: '2029-02-03T04:05:06.789Z' } },
        ...{ downloads: null, downloadsPeriod: null, isYanked: false, isDeprecated: false },
      },
    ],
    [
      'packagist',
      packagist,
      'https://packagist.org/packages/kites/kite',
      'https://packagist.org/packages/kites/kite.json',
      bundle,
      {
        ...{ license: 'GPL-2.0-only OR MIT', release: { name: '1.1.0', publishedAt: '2021-01-01T00:00:00.000Z' } },
        ...{ downloads: 55, downloadsPeriod: 'total', isDeprecated: true },
      },
    ],
  ] as const)('%s: by the request that checks the link', async (service, site, url, api, json, expected) => {
    const { facts, asked } = await factsOf(site, url, { [api]: json });
    expect(asked).toEqual([api]);
    expect(facts).toMatchObject({ kind: 'package', service, ...common, description: 'Flies', ...expected });
  });

  test('a registry that lies gives no such fact', async () => {
    const lying = {
      crate: { name: 'kite', max_version: '1\u0000', downloads: -3, description: 7 },
      versions: [{ num: '1\u0000', created_at: 'soon', yanked: 'no' }],
    };
    const { facts } = await factsOf(crates, 'https://crates.io/crates/kite', {
      'https://crates.io/api/v1/crates/kite': lying,
    });
    expect(facts).toMatchObject({
      release: null,
      license: null,
      downloads: null,
      downloadsPeriod: null,
      description: null,
    });
  });

  const unit =
    '<main><h1 data-test-id="UnitHeader-title">kite</h1><span data-test-id="UnitHeader-licenses"><span>License: </span><a href="?tab=licenses">MIT</a></span></main>';
  test('Go: the license of the page, and the newest version where a rule needs it', async () => {
    const url = 'https://pkg.go.dev/github.com/Kites/kite';
    const answers = {
      [url]: unit,
      'https://proxy.golang.org/github.com/!kites/kite/@latest': { Version: 'v1.4.0', Time: '2029-06-07T08:09:10Z' },
    };
    const cheap = await factsOf(golang, url, answers);
    expect(cheap.facts).toMatchObject({
      name: 'github.com/Kites/kite',
      license: 'MIT',
      release: null,
      isDeprecated: false,
    });
    expect(cheap.asked).toEqual([url]);
    const whole = await factsOf(golang, url, answers, ['packages']);
    expect(whole.facts?.release).toEqual({ name: 'v1.4.0', publishedAt: '2029-06-07T08:09:10.000Z' });
    const none = await factsOf(golang, url, { [url]: unit }, ['packages']);
    expect(none.facts?.release).toBeNull();
  });
});

describe('facts about repositories on other forges', () => {
  const project = {
    ...{
      id: 3,
      path_with_namespace: 'kites/sub/delta',
      archived: false,
      star_count: 12,
      forks_count: 4,
      topics: ['kite'],
    },
    ...{
      created_at: '2021-01-01T00:00:00.000Z',
      last_activity_at: '2030-01-01T00:00:00.000+02:00',
      default_branch: 'main',
    },
    ...{ description: 'Flies', license: { key: 'apache-2.0' }, forked_from_project: { id: 1 } },
  };
  const base = 'https://gitlab.com/api/v4/projects/kites%2Fsub%2Fdelta';
  const link = 'https://gitlab.com/kites/sub/delta';

  test('GitLab: by the request that checks the link', async () => {
    const { facts, asked } = await factsOf(gitlab, link, { [`${base}?license=true`]: project });
    expect(asked).toEqual([`${base}?license=true`]);
    expect(facts).toEqual({
      ...{ kind: 'repository', service: 'gitlab', ...common, name: 'kites/sub/delta', description: 'Flies' },
      ...{ license: 'Apache-2.0', release: null, stars: 12, forks: 4, isFork: true, isArchived: false },
      ...{ createdAt: '2021-01-01T00:00:00.000Z', pushedAt: '2029-12-31T22:00:00.000Z', isReleased: null, tag: null },
      ...{ topics: ['kite'], language: null, defaultBranch: 'main', contributors: null },
    });
  });

  test.each([
    [null, 'NONE'],
    [{ key: 'other' }, 'NOASSERTION'],
    [undefined, null],
  ])('GitLab: the license %j is %s', async (license, expected) => {
    const { facts } = await factsOf(gitlab, link, { [`${base}?license=true`]: { ...project, license } });
    expect(facts?.license).toBe(expected);
  });

  test('GitLab: releases, tags and contributors where a rule needs them', async () => {
    const lists = (releases: unknown, tags: unknown) => ({
      [`${base}?license=true`]: project,
      [`${base}/releases?per_page=1`]: releases,
      [`${base}/repository/tags?per_page=1`]: tags,
      [`${base}/repository/contributors?per_page=1`]: [{ name: 'a' }],
    });
    const details = ['tags', 'contributors'] as const;
    const some = lists([{ tag_name: 'v1', released_at: '2029-01-01T00:00:00.000Z' }], [{ name: 'v2' }]);
    expect((await factsOf(gitlab, link, some, details)).facts).toMatchObject({
      ...{
        release: { name: 'v1', publishedAt: '2029-01-01T00:00:00.000Z' },
        tag: 'v2',
        isReleased: true,
        contributors: 17,
      },
    });
    expect((await factsOf(gitlab, link, lists([], []), details)).facts).toMatchObject({
      release: null,
      isReleased: false,
    });
    const unknown = await factsOf(gitlab, link, lists([], { message: 'none of your business' }), details);
    expect(unknown.facts).toMatchObject({ isReleased: null, tag: null });
  });

  test('Gitea and Forgejo', async () => {
    const api = 'https://codeberg.org/api/v1/repos/kites/delta';
    const repository = {
      ...{
        id: 5,
        full_name: 'kites/delta',
        archived: true,
        stars_count: 2,
        forks_count: 0,
        fork: false,
        language: 'Zig',
      },
      ...{ created_at: '2022-01-01T00:00:00Z', updated_at: '2029-01-01T00:00:00Z', default_branch: 'trunk' },
      ...{ description: 'Flies', topics: [], licenses: ['MIT'] },
    };
    const { facts } = await factsOf(gitea, 'https://codeberg.org/kites/delta', { [api]: repository });
    expect(facts).toMatchObject({
      ...{ service: 'gitea', license: 'MIT', stars: 2, forks: 0, isFork: false, isArchived: true, language: 'Zig' },
      ...{ pushedAt: '2029-01-01T00:00:00.000Z', topics: [], defaultBranch: 'trunk' },
    });
  });
});
