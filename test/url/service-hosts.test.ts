import { describe, expect, test } from 'vitest';
import { canDescribe } from '../../src/links/needed-facts.js';
import type { LinkSettings } from '../../src/model/settings.js';
import { thingOn } from '../../src/url/service-hosts.js';

const settings = { services: { githubToken: 'made-up' } } as LinkSettings;

describe('what the pages of a host are about', () => {
  test.each([
    ['https://github.com/kites/delta', 'repository'],
    ['https://gitlab.com/kites/delta', 'repository'],
    ['https://gitlab.kites.example/kites/delta', 'repository'],
    ['https://codeberg.org/kites/delta', 'repository'],
    ['https://opendev.org/kites/delta', 'repository'],
    ['https://www.npmjs.com/package/kite', 'package'],
    ['https://crates.io/crates/kite', 'package'],
    ['https://pypi.org/project/kite', 'package'],
    ['https://rubygems.org/gems/kite', 'package'],
    ['https://packagist.org/packages/kites/kite', 'package'],
    ['https://pkg.go.dev/kite.example/kite', 'package'],
  ])('%s: %s, and its service has facts', (url, thing) => {
    expect([thingOn(url), canDescribe(new URL(url), settings)]).toEqual([thing, true]);
  });

  test.each([
    ...[
      'https://kites.example/',
      'https://go.dev/doc',
      'https://docs.crates.io/a',
      'https://github.com/',
      'mailto:a@b.example',
    ],
    ...['https://github.com.kites.example/a/b', 'https://npmjs.kites.example/package/a', 'not a url'],
  ])('%s: nothing that is known by its host', (url) => {
    expect(thingOn(url)).toBeNull();
  });
});
