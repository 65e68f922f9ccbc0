import { describe, expect, test } from 'vitest';
import { crates } from '../../../src/links/sites/crates.js';
import { docker } from '../../../src/links/sites/docker.js';
import { golang } from '../../../src/links/sites/golang.js';
import { npm } from '../../../src/links/sites/npm.js';
import { packagist } from '../../../src/links/sites/packagist.js';
import { pypi } from '../../../src/links/sites/pypi.js';
import { rubygems } from '../../../src/links/sites/rubygems.js';

const sites = { npm, crates, pypi, rubygems, packagist, docker, golang };
type Name = keyof typeof sites;

describe('what a registry claims', () => {
  test.each<[Name, boolean, string]>([
    ['npm', true, 'https://npmjs.test/package/kiln/v/1.0.0'],
    ['npm', false, 'https://docs.npmjs.test/package/kiln'],
    ['npm', false, 'https://www.npmjs.test/~potter'],
    ['npm', false, 'https://www.npmjs.test/package/'],
    ['npm', false, 'https://www.npmjs.test/package/@clay'],
    ['npm', false, 'https://www.npmjs.test/package/@clay%2F..%2Fwheel'],
    ['npm', false, 'https://www.npmjs.test/package/.hidden'],
    ['npm', false, 'https://www.npmjs.test/package/kiln/access'],
    ['npm', false, 'https://www.npmjs.test/package/kiln/v/'],
    ['npm', false, 'https://www.npmjs.test/package/kil%E0%A4%A'],
    ['npm', false, 'https://www.npmjs.test/package/a%20kiln'],
    ['npm', false, 'https://not-npmjs.test/package/kiln'],
    ['npm', false, 'https://npmjs.pots.test/package/kiln'],
    ['npm', false, 'ftp://www.npmjs.test/package/kiln'],
    ['crates', true, 'http://crates.test/crates/kiln/'],
    ['crates', false, 'https://crates.test/crates'],
    ['crates', false, 'https://crates.test/crates/9kilns'],
    ['crates', false, 'https://crates.test/teams/kiln'],
    ['crates', false, 'https://static.crates.test/crates/kiln'],
    ['pypi', true, 'https://test.pypi.test/project/kiln'],
    ['pypi', false, 'https://pypi.test/project/kiln/json'],
    ['pypi', false, 'https://pypi.test/project/-kiln'],
    ['pypi', false, 'https://pypi.test/user/kiln'],
    ['rubygems', true, 'https://rubygems.test/gems/kiln'],
    ['rubygems', false, 'https://rubygems.test/gems'],
    ['rubygems', false, 'https://rubygems.test/profiles/kiln'],
    ['packagist', true, 'https://packagist.test/packages/clay/kiln'],
    ['packagist', false, 'https://packagist.test/packages/clay'],
    ['packagist', false, 'https://packagist.test/packages/clay/kiln.json'],
    ['packagist', false, 'https://packagist.test/packages/clay/kiln-implementation'],
    ['docker', true, 'https://hub.docker.test/r/clay/kiln/'],
    ['docker', false, 'https://docs.docker.test/r/clay/kiln'],
    ['docker', false, 'https://hub.docker.test/u/clay'],
    ['docker', false, 'https://hub.docker.test/r/Clay/kiln'],
    ['golang', true, 'https://pkg.go.test/kiln.test/clay@v1.0.0?tab=doc'],
    ['golang', false, 'https://pkg.go.test/net/http'],
    ['golang', false, 'https://pkg.go.test/robots.txt'],
    ['golang', false, 'https://go.test/kiln.test/clay'],
    ['golang', false, 'https://pkg.go.test/'],
  ])('%s, %s: %s', (name, expected, address) => {
    expect(sites[name].claims(new URL(address))).toBe(expected);
  });
});
