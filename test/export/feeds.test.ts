import { describe, expect, test } from 'vitest';
import { exportAtom } from '../../src/export/atom.js';
import { feedOf } from '../../src/export/feed-link.js';
import { exportOpml } from '../../src/export/opml.js';
import { attacks } from '../report/hostile.js';
import { type Element, readXml } from '../report/wellformed.js';
import { entry, listWith } from './exported.js';

describe('the feed of an entry', () => {
  test.each([
    'https://ink.example/feed',
    'https://ink.example/feed/',
    'https://ink.example/rss.xml',
    'https://ink.example/blog/atom.xml',
    'https://ink.example/posts.rss',
    'https://ink.example/feeds/posts.xml',
    'https://ink.example/index.xml',
    'https://feeds.ink.example/show',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UC1',
    'https://github.com/o/r/releases.atom',
    'https://ink.example/?feed=rss2',
  ])('is %s by its form', (url) => {
    expect(feedOf(entry({ url }))).toBe(url);
  });

  test.each([
    'https://ink.example/',
    'https://ink.example/feedback',
    'https://github.com/o/rss',
    'https://github.com/atom/atom',
    'https://ink.example/rss-guide.html',
    'https://ink.example/data.xml',
    'https://feeds.ink.example/',
    'https://ink.example/atomic',
    'javascript:feed',
    'feed.xml',
  ])('is not %s', (url) => {
    expect(feedOf(entry({ url }))).toBe(null);
  });

  test('is a link that is called one', () => {
    const links = [
      { url: 'https://ink.example/about', text: 'About feeds' },
      { url: 'https://ink.example/x', text: 'RSS' },
    ];
    expect(feedOf(entry({ links }))).toBe('https://ink.example/x');
    expect(feedOf(entry({ links: links.slice(0, 1) }))).toBe(null);
    expect(feedOf(entry({ links: [{ url: 'javascript:alert(1)', text: 'RSS' }] }))).toBe(null);
  });
});

const all = (element: Element, name: string): readonly Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

describe('OPML', () => {
  test('has entries with feeds in folders of their sections', () => {
    const xml = exportOpml(
      listWith([
        entry({ name: 'No feed', section: ['Blogs'] }),
        entry({ name: 'One', url: 'https://one.example/feed', section: ['Blogs', 'Ink'], description: 'About <ink>.' }),
        entry({ name: 'Two', section: ['Blogs'], links: [{ url: 'https://two.example/rss', text: 'rss' }] }),
      ]),
    );
    const [blogs] = all(readXml(xml), 'body')[0]?.children ?? [];
    expect(blogs?.attributes).toEqual({ text: 'Blogs' });
    expect(blogs?.children.map(({ attributes }) => attributes.text)).toEqual(['Two', 'Ink']);
    expect(blogs?.children[0]?.attributes).toEqual({
      ...{ type: 'rss', text: 'Two', title: 'Two', xmlUrl: 'https://two.example/rss', htmlUrl: 'https://ink.example/' },
    });
    expect(blogs?.children[1]?.children[0]?.attributes).toMatchObject({
      ...{ xmlUrl: 'https://one.example/feed', description: 'About <ink>.' },
    });
  });

  test('is refused for a list without feeds', () => {
    expect(() => exportOpml(listWith([entry(), entry()]))).toThrow(/none of its 2 entries has a feed/);
  });

  test.each(attacks)('stays well formed with %s', (_, words) => {
    const xml = exportOpml(
      listWith([entry({ name: words, section: [words], url: `https://a.example/feed?${words}` })]),
    );
    expect(() => readXml(xml)).not.toThrow();
  });
});

describe('Atom', () => {
  const added = (day: number) => ({ at: new Date(Date.UTC(2026, 0, day)).toISOString(), commit: 'c'.repeat(40) });

  test('has what was added last first, with the date of its commit', () => {
    const xml = exportAtom(
      listWith(
        [
          entry({
            name: 'Old',
            url: 'https://old.example/',
            added: added(1),
            section: ['Inks'],
            description: 'Old ink.',
          }),
          entry({ name: 'Undated', url: 'https://undated.example/' }),
          entry({ name: 'New', url: 'https://new.example/', added: added(5) }),
          entry({ name: 'Again', url: 'http://www.new.example', added: added(5) }),
          entry({ name: 'Script', url: 'javascript:alert(1)', added: added(9) }),
        ],
        { repository: 'https://github.com/pens/list' },
      ),
    );
    const feed = readXml(xml);
    const [root] = all(feed, 'feed');
    expect(root?.children.find(({ name }) => name === 'updated')?.text).toBe(added(5).at);
    expect(all(feed, 'author')[0]?.children[0]?.text).toBe('pens');
    const entries = all(feed, 'entry').map((one) =>
      Object.fromEntries(one.children.map(({ name, text }) => [name, text])),
    );
    expect(entries).toMatchObject([
      { title: 'New', updated: added(5).at, published: added(5).at },
      { title: 'Old', summary: 'Old ink.', updated: added(1).at },
    ]);
    expect(new Set(all(feed, 'id').map(({ text }) => text)).size).toBe(3);
    for (const { text } of all(feed, 'id'))
      expect(text).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  });

  test('keeps the id of an entry when its text changes, and gives another URL or repository another', () => {
    const idOf = (facts: Parameters<typeof entry>[0], repository: string | null = 'https://github.com/pens/list') =>
      all(
        readXml(exportAtom(listWith([entry({ added: added(1), ...facts })], { repository }))),
        'entry',
      )[0]?.children.find(({ name }) => name === 'id')?.text;
    expect(idOf({ name: 'Better', description: 'New.', added: added(2) })).toBe(idOf({}));
    expect(idOf({ url: 'https://other.example/' })).not.toBe(idOf({}));
    expect(idOf({}, 'https://github.com/pens/other')).not.toBe(idOf({}));
    expect(idOf({}, null)).not.toBe(idOf({}));
  });

  test('has at most fifty entries, and is refused where no date is known', () => {
    const many = Array.from({ length: 60 }, (_, n) => entry({ url: `https://n${n}.example/`, added: added(n + 1) }));
    expect(all(readXml(exportAtom(listWith(many))), 'entry')).toHaveLength(50);
    expect(() => exportAtom(listWith([entry()]))).toThrow(/git does not know when any entry was added/);
  });

  test.each(attacks)('stays well formed with %s', (_, words) => {
    const one = entry({
      name: words,
      description: words,
      section: [words],
      url: `https://a.example/${words}`,
      added: added(1),
    });
    expect(() => readXml(exportAtom(listWith([one], { title: words })))).not.toThrow();
  });
});
