import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findArchived } from '../../../src/links/sites/archive.js';
import { sites } from '../../../src/links/sites/registry.js';
import type { Site } from '../../../src/links/sites/site.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { media } from '../../web/media.js';
import { askSite, targetOf } from './world.js';

const siteNamed = (name: string): Site => {
  const site = sites.find((each) => each.name === name);
  if (site === undefined) throw new Error(`there is no site ${name}`);
  return site;
};

describe('what services say of their own', () => {
  test.each([
    ['youtube', 'https://www.youtube.com/watch?v=kilnOpening&t=7', 'alive'],
    ['youtube', 'https://youtu.be/notEmbedded', 'alive'],
    ['youtube', 'https://www.youtube.com/embed/privateKiln', 'broken video-removed'],
    ['youtube', 'https://m.youtube.com/shorts/clayRemoved', 'broken video-removed'],
    // Gone by one word, there by the other: the page is asked.
    ['youtube', 'https://www.youtube.com/live/hiccupVideo', null],
    ['youtube', 'https://www.youtube.com/watch?v=brokenOembd', null],
    ['youtube', 'https://www.youtube.com/playlist?list=PLkilnsAndPots', 'alive'],
    ['youtube', 'https://www.youtube.com/playlist?list=PLgoneForGood', 'broken playlist-missing'],
    ['youtube', 'https://www.youtube.com/channel/UCkilnkilnkilnkilnkiln12', 'alive'],
    ['youtube', 'https://www.youtube.com/channel/UCgonegonegonegonegone12', 'broken channel-missing'],
    ['vimeo', 'https://vimeo.com/10001', 'alive'],
    ['vimeo', 'https://vimeo.com/channels/staffpicks/10002', 'alive'],
    ['vimeo', 'https://player.vimeo.com/video/10003', 'broken video-removed'],
    // A page in the place of an API's word.
    ['vimeo', 'https://vimeo.com/10004', null],
    ['codepen', 'https://codepen.io/potter/pen/abcDEF', 'alive'],
    ['codepen', 'https://codepen.io/potter/full/goneGo', 'broken pen-missing'],
    ['twitter', 'https://x.com/potter/status/77', 'alive'],
    ['twitter', 'https://twitter.com/potter/status/78', 'broken post-removed'],
    ['doi', 'https://doi.org/10.5555/kiln.7', 'alive'],
    ['doi', 'http://dx.doi.org/10.5555/none', 'broken doi-missing'],
    ['doi', 'https://doi.org/10.5555/tired', null],
    ['arxiv', 'https://arxiv.org/abs/2101.00001', 'alive'],
    ['arxiv', 'https://arxiv.org/pdf/2101.00002v2.pdf', 'alive'],
    ['arxiv', 'https://arxiv.org/abs/2299.00001', null],
    ['wikipedia', 'https://en.wikipedia.org/wiki/Raku_ware', 'alive'],
    ['wikipedia', 'https://en.wikipedia.org/wiki/Raku', 'alive'],
    ['wikipedia', 'https://en.wikipedia.org/wiki/celadon', 'alive'],
    ['wikipedia', 'https://en.wikipedia.org/wiki/Kiln_of_nowhere', 'broken article-missing'],
    ['wikipedia', 'https://en.wikipedia.org/wiki/File:Kiln_of_nowhere.jpg', null],
    ['stackexchange', 'https://stackoverflow.com/questions/4999/how-hot', 'alive'],
    ['stackexchange', 'https://stackoverflow.com/q/5001', 'broken question-removed'],
    ['stackexchange', 'https://stackoverflow.com/a/4998/12', 'alive'],
    ['stackexchange', 'https://pottery.stackexchange.com/questions/12/how-hot', null],
    ['discord', 'https://discord.gg/kilns', 'alive'],
    ['discord', 'https://discord.com/invite/expired', 'broken invite-expired'],
    ['discord', 'https://discord.com/invite/hidden', null],
    ['archive', 'https://web.archive.org/web/2020/https://kiln.test/a?b=1', 'alive'],
    ['archive', 'http://web.archive.org/web/20200102030405/http:/pots.test/', null],
  ] as const)('%s of %s: %s', async (name, url, expected) => {
    const { words } = await askSite(siteNamed(name), [url], media);
    const word = words.get(targetOf(url).key) ?? null;
    expect(word && [word.verdict, word.reason].filter((part) => part !== null).join(' ')).toBe(expected);
    if (word !== null) expect(evidenceText(word.evidence)).toMatch(/^\S.{9,}$/);
  });

  test.each([
    ['youtube', 'https://www.youtube.com/@potter'],
    ['youtube', 'https://www.youtube.com/watch?v=short'],
    ['youtube', 'https://youtube.com.kilns.test/watch?v=kilnOpening'],
    ['vimeo', 'https://vimeo.com/potter'],
    ['codepen', 'https://codepen.io/potter'],
    ['twitter', 'https://x.com/potter'],
    ['doi', 'https://doi.org/'],
    ['doi', 'https://doi.org/%E0%A4%A'],
    ['arxiv', 'https://arxiv.org/list/cs.AI/recent'],
    ['wikipedia', 'https://en.wikipedia.org/wiki/Special:Random'],
    ['wikipedia', 'https://en.wikipedia.org/wiki/A%7CB'],
    ['stackexchange', 'https://stackoverflow.com/questions/tagged/kiln'],
    ['discord', 'https://discord.com/developers/docs'],
    ['archive', 'https://web.archive.org/'],
  ])('%s leaves %s to its page', (name, url) => expect(siteNamed(name).claims(new URL(url))).toBe(false));

  test('batches: 230 questions of two sites take four calls, sixty articles two', async () => {
    const questions = Array.from(
      { length: 230 },
      (_, index) => `https://${index % 2 ? 'superuser' : 'serverfault'}.com/questions/${index + 1}`,
    );
    const asked = await askSite(siteNamed('stackexchange'), questions, media);
    expect(asked.words.size).toBe(230);
    expect(asked.log.length).toBeLessThanOrEqual(6);
    const articles = Array.from({ length: 60 }, (_, index) => `https://en.wikipedia.org/wiki/Kiln_${index}`);
    expect((await askSite(siteNamed('wikipedia'), articles, media)).log).toHaveLength(2);
  });

  test('a copy in the archive comes from the archive, over https', async () => {
    const api = (url: string) => ({
      ask: async () => ({
        kind: 'answer' as const,
        url,
        status: 200,
        statusText: '',
        headers: {},
        broken: null,
        body: JSON.stringify({ archived_snapshots: { closest: { url } } }),
      }),
    });
    const find = (url: string) =>
      findArchived('http://kiln.test/', api(url) as unknown as Parameters<typeof findArchived>[1]);
    expect(await find('http://web.archive.org/web/2024/http://kiln.test/')).toBe(
      'https://web.archive.org/web/2024/http://kiln.test/',
    );
    for (const url of [
      'https://evil.test/web/1/',
      'javascript:alert(1)//web.archive.org/web/1/',
      'http://web.archive.org.evil.test/web/1/',
    ])
      expect(await find(url)).toBeNull();
  });

  test('answers of any shape are no reason to fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(200, 404, 403), async (value, status) => {
        const reply = {
          kind: 'answer' as const,
          url: 'https://a.test/',
          status,
          statusText: '',
          headers: {},
          body: JSON.stringify(value),
          broken: null,
        };
        const api = {
          ask: async () => reply,
          page: async () => ({ reply, redirects: [], durationMs: 0, incompleteChain: false }),
          details: new Set<never>(),
          now: Date.now,
          services: { github: { graphql: null, rest: '' }, npmRegistry: async () => null },
        };
        for (const [name, url] of [
          ['youtube', 'https://youtu.be/kilnOpening'],
          ['doi', 'https://doi.org/10.5555/a'],
          ['wikipedia', 'https://de.wikipedia.org/wiki/A'],
          ['stackexchange', 'https://superuser.com/q/1'],
          ['discord', 'https://discord.gg/aa'],
          ['archive', 'https://web.archive.org/web/2020/http://a.test'],
        ] as const)
          await siteNamed(name).ask([targetOf(url)], api);
      }),
      { numRuns: 60 },
    );
  });
});
