import { describe, expect, test } from 'vitest';
import { canonical, equivalences } from '../../src/url/canonical.js';
import { withoutTracking } from '../../src/url/tracking.js';

/** By row: an address that it speaks of, what it becomes, and one that it must leave alone. */
const cases: Readonly<Record<string, readonly [written: string, better: string, alone: string]>> = {
  'github-www': ['https://www.github.com/kiln/pot', 'https://github.com/kiln/pot', 'https://www.github.test/kiln/pot'],
  'github-git': [
    'https://github.com/kiln/pot.git',
    'https://github.com/kiln/pot',
    'https://github.com/kiln/pot/blob/main/a.git',
  ],
  'github-default-tree': [
    'https://github.com/kiln/pot/tree/master/',
    'https://github.com/kiln/pot',
    'https://github.com/kiln/pot/tree/main/docs',
  ],
  'google-redirect': [
    'https://www.google.com/url?q=https://pot.test/&sa=D',
    'https://pot.test/',
    'https://www.google.com/search?q=https://pot.test/',
  ],
  'youtube-short': [
    'https://youtu.be/abcdefghijk?t=3',
    'https://www.youtube.com/watch?v=abcdefghijk&t=3',
    'https://youtu.be/user/kiln',
  ],
  'mobile-host': [
    'https://de.m.wikipedia.org/wiki/Ton',
    'https://de.wikipedia.org/wiki/Ton',
    'https://m.kiln.test/wiki',
  ],
  'amazon-product': [
    'https://www.amazon.de/Ton/dp/0123456789?tag=x',
    'https://www.amazon.de/dp/0123456789',
    'https://www.amazon.de/dp/0123456789',
  ],
  'index-page': ['https://pot.test/index.html', 'https://pot.test/', 'https://pot.test/docs/index.html'],
};

describe('the usual form of an address', () => {
  test.each(equivalences)('$name', ({ name, proven = true }) => {
    const [written, better, alone] = cases[name] ?? ['', '', ''];
    expect(canonical(written)).toEqual({ url: better, name, proven });
    expect(canonical(better)).toBeNull();
    expect(canonical(alone)).toBeNull();
  });

  test('leaves index pages of object storage, which has none at its root, alone', () => {
    for (const host of ['pot.s3.eu-west-1.amazonaws.com', 'pot.storage.googleapis.com', 'pot.blob.core.windows.net'])
      expect(canonical(`https://${host}/index.html`)).toBeNull();
    expect(canonical('http://pot.s3-website-us-east-1.amazonaws.com/index.html')?.name).toBe('index-page');
  });

  test.each(['', 'pot', 'https://', 'mailto:a@pot.test'])('of %j is what it is', (written) => {
    expect(canonical(written)).toBeNull();
  });
});

describe('what tracks', () => {
  test('goes, and the rest stays to the letter', () => {
    expect(withoutTracking('https://pot.test/?b=%20&UTM_Source=x&a=1#c').url).toBe('https://pot.test/?b=%20&a=1#c');
    expect(withoutTracking('https://pot.test/?fbclid=x').url).toBe('https://pot.test/');
    expect(withoutTracking('https://pot.test/?si=x&ref=y')).toEqual({ url: 'https://pot.test/?si=x&ref=y', keys: [] });
    expect(withoutTracking('https://pot.test/?ref=y', ['pot.test'])).toEqual({
      url: 'https://pot.test/',
      keys: ['ref'],
    });
  });
});
