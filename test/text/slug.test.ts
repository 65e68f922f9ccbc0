import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';
import { slugOf, spellingsOf, startSlugs } from '../../src/text/slug.js';

describe('anchors of headings', () => {
  test.each([
    ['Looms & Reeds', 'looms--reeds'],
    ['نرم\u200Cافزار خوب', 'نرم\u200Cافزار-خوب'],
    ['👩\u200D💻 Weavers', '\u200D-weavers'],
    ['Reed\u200B Hooks', 'reed-hooks'],
  ])('%s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('keep case where asked', () => {
    expect(slugOf('Looms & Reeds', true)).toBe('Looms--Reeds');
  });

  test('are those of github-slugger where nothing joins letters', () => {
    const heading = fc.oneof(
      fc.constantFrom('Loom', 'loom', 'Loom 1', 'loom-1', 'Loom-1-1', '', 'é', '?'),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\u200C\u200D]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
        const [slugs, slugger] = [startSlugs(), new GithubSlugger()];
        expect(headings.map((each) => slugs.next(each))).toEqual(headings.map((each) => slugger.slug(each)));
      }),
    );
  });

  test('may be linked without trailing hyphens and without joiners', () => {
    expect(spellingsOf('\u200D-weavers-')).toEqual(['\u200D-weavers', '-weavers-', '-weavers']);
    expect(spellingsOf('weavers')).toEqual([]);
    expect(spellingsOf('-')).toEqual([]);
  });
});
