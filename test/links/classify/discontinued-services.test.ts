import { describe, expect, test } from 'vitest';
import { shutDown } from '../../../src/links/classify/discontinued-services.js';
import { evidenceText } from '../../../src/report/evidence.js';

describe('services that were shut down', () => {
  test.each([
    ['https://travis-ci.org/kiln/raku', 'Travis CI for open source was shut down in 2021'],
    ['https://api.travis-ci.org/kiln/raku.svg', 'Travis CI for open source was shut down in 2021'],
    ['https://bintray.com/kiln/raku', 'Bintray was shut down in 2021'],
    ['http://gemnasium.com/kiln/raku', 'Gemnasium was shut down in 2018'],
    ['https://david-dm.org/kiln/raku.svg', 'David was shut down in 2021'],
    ['https://app.codeship.com/projects/1', 'CodeShip was shut down in 2026'],
    ['http://raku.codeplex.com/', 'CodePlex was shut down in 2021'],
    ['http://www.raku.codeplex.com./x', 'CodePlex was shut down in 2021'],
    ['https://badges.greenkeeper.io/kiln/raku.svg', 'Greenkeeper was shut down in 2020'],
    ['https://kilns.page.link/abc', 'Firebase Dynamic Links was shut down in 2025'],
    ['https://plus.google.com/+kilns', 'Google+ was shut down in 2019'],
  ])('%s', (url, because) => {
    expect(evidenceText(shutDown(new URL(url))?.because ?? '')).toBe(because);
  });

  test.each([
    'https://app.travis-ci.com/github/kiln/raku',
    'https://docs.travis-ci.org/',
    'https://jcenter.bintray.com/kiln/raku.jar',
    'https://notcodeplex.com/',
    'https://codeplex.com.kilns.test/',
    'https://www.codeship.com/',
    'https://greenkeeper.io/',
    // These still serve or redirect.
    'https://goo.gl/abc',
    'https://goo.gl/maps/abc',
    'https://git.io/abc',
    'https://cdn.rawgit.com/kiln/raku/master/x.js',
    'https://code.google.com/p/raku/',
    'https://kiln.glitch.me/',
    'https://google.com/',
    'ftp://travis-ci.org/',
    'mailto:kiln@travis-ci.org',
    'file:///travis-ci.org',
  ])('%s is asked', (url) => {
    expect(shutDown(new URL(url))).toBeNull();
  });
});
