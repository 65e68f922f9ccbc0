import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportedEntry, ExportedList } from '../../src/export/exported.js';
import { exportPage } from '../../src/export/page/page.js';
import { statsOf } from '../../src/export/stats.js';
import { browserPath, startViewer, type Viewer, violationsOf } from '../report/browser.js';
import { attacks } from '../report/hostile.js';
import { entry, exported, health, listWith } from './exported.js';

const now = Date.UTC(2026, 5, 1);
const step = (year: number, added: number) => ({ date: Date.UTC(year, 1, 1), added, removed: 1 });
const trouble = [
  { at: '2026-01-01T00:00:00.000Z', broken: 1, moved: 0 },
  { at: '2026-05-01T00:00:00.000Z', broken: 3, moved: 2 },
];

/** The page of a list, with a history and a ledger or without. */
function pageOf(list: ExportedList, known = true): string {
  const range = { from: Date.UTC(2020, 0, 1), to: now, shallow: false, truncated: false };
  const history = {
    ...{ additionOf: () => null, removalOf: () => null, present: 9, range },
    steps: [step(2025, 4), step(2022, 3)],
  };
  return exportPage(list, statsOf({ list, history: known ? history : null, trouble: known ? trouble : null, now }));
}

const text = `# Awesome Pens

> Things to write with.

- [Guide](https://guide.example/) - Read first.

## 🖋 Inks

- [Blue (Book)](https://blue.example/) - A book about blue.
  - [Appendix](https://blue.example/appendix) - More.
- [Red](https://red.example/) - Red ink.

### Dyes

- **Level 1**
  - [Madder (Course)](https://madder.example/) - Red from a root.
- **Level 2**
  - [Woad](https://woad.example/) - Blue from a leaf.

## Paper

- [Laid](https://laid.example/) - Paper with lines.
`;
const licenses = ['MIT', null, 'GPL-3.0', 'MIT'];
const list = exported(text, {
  repository: 'https://github.com/pens/list',
  additionOf: (url) => (url.includes('red') ? { commit: 'c'.repeat(40), date: Date.UTC(2025, 1, 3) } : null),
  healthOf: (url) =>
    url.includes('woad')
      ? health({ verdict: 'broken', reason: 'http-404' })
      : url.includes('laid')
        ? health({ verdict: 'moved', finalUrl: 'https://wove.example/' })
        : health(),
});
const withFields: ExportedList = {
  ...list,
  entries: list.entries.map((one, index): ExportedEntry => {
    const license = licenses[index];
    return license == null ? one : { ...one, fields: { license, stars: 1200, archived: index === 0 } };
  }),
};
const page = pageOf(withFields);

const many = 5000;
const big = listWith(
  Array.from({ length: many }, (_, n) =>
    entry({
      name: `Thing t${n}`,
      url: `https://t${n}.example/`,
      description: 'A thing.',
      sectionIndex: n % 50,
      line: n + 1,
    }),
  ),
  {
    sections: Array.from({ length: 50 }, (_, n) => ({ titles: [`Part ${n}`], emoji: null, slug: null, entries: 100 })),
  },
);

if (browserPath === null)
  process.stderr.write('the page is not tried in a browser: none was found; name one in CHROMIUM_PATH\n');

test('a page is the same each time, and has all its entries as HTML', () => {
  expect(pageOf(list)).toBe(pageOf(list));
  for (const { name } of list.entries) expect(page).toContain(`>${name}</a>`);
});

test('a page without fields, dates and health has no filters for them', () => {
  const plain = pageOf(listWith([entry({ name: 'A' }), entry({ name: 'B' })]), false);
  expect(plain).not.toMatch(/<select|added|id="history"/);
});

describe.skipIf(browserPath === null)('the page in a browser', () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await startViewer();
  });
  afterAll(() => viewer?.close());

  const names = '.rows > li:not([hidden]) > .name';

  describe.each([
    ['in light', {}],
    ['in the dark', { dark: true }],
    ['on a narrow screen', { width: 360 }],
    ['on a narrow screen in the dark', { width: 360, dark: true }],
  ])('%s', (_, opening) => {
    test('axe finds nothing, all unfolded', async () => {
      const { page: opened, complaints } = await viewer.open(page, opening);
      expect(await violationsOf(opened)).toEqual([]);
      await opened.evaluate("for (const one of document.querySelectorAll('details:not(.keys)')) one.open = true");
      expect(await violationsOf(opened)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test('nothing reaches beyond the sides', async () => {
      const long = 'x'.repeat(500);
      const hostile = entry({
        name: long,
        description: long,
        section: [long],
        kind: long,
        url: `https://${long}.example`,
      });
      const sections = [{ titles: [long], emoji: null, slug: null, entries: 1 }];
      for (const html of [page, pageOf(listWith([{ ...hostile, sectionIndex: 0 }], { title: long, sections }))]) {
        const { page: opened } = await viewer.open(html, opening);
        expect(await opened.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }
    });
  });

  test('axe finds nothing where nothing matches, in an empty list, and with the keys shown', async () => {
    for (const [html, hash] of [
      [page, '#text=nothing-of-it'],
      [pageOf(listWith([])), ''],
      [pageOf(listWith([entry()]), false), ''],
    ] as const) {
      const { page: opened } = await viewer.open(html, { hash });
      await opened.keyboard.press('?');
      expect(await violationsOf(opened)).toEqual([]);
    }
  });

  test('without JavaScript all entries are there, and the outline leads to sections', async () => {
    const { page: opened } = await viewer.open(page, { script: false });
    expect(await opened.locator(names).count()).toBe(list.entries.length);
    expect(await opened.locator('form').isVisible()).toBe(false);
    await opened.locator('.map a', { hasText: 'Paper' }).click();
    expect(await opened.locator(':target').innerText()).toContain('Paper');
  });

  test.each([
    ['text', 'blue', ['Blue Book', 'Appendix', 'Woad broken'], '3 of 7 entries'],
    ['text', 'PAPER lines', ['Laid moved'], '1 of 7 entries'],
    ['text', 'dyes', ['Madder Course', 'Woad broken'], '2 of 7 entries'],
  ])('the search for %s=%s shows those entries', async (_, words, expected, count) => {
    const { page: opened } = await viewer.open(page);
    await opened.locator('input[type=search]').fill(words);
    const shown = (await opened.locator(names).allInnerTexts()).map((each) =>
      each.replace(/\s+/g, ' ').replace('dead link', 'broken'),
    );
    expect(shown).toEqual(expected);
    expect(await opened.locator('.shown').innerText()).toBe(count);
    expect(new URLSearchParams(new URL(opened.url()).hash.slice(1)).get('text')).toBe(words);
  });

  test.each([
    ['section', '0', 5],
    ['section', '1', 2],
    ['tier', 'Level 2', 1],
    ['kind', 'Course', 1],
    ['field.license', 'MIT', 2],
    ['health', 'broken', 1],
  ])('the filter %s=%s shows its entries, without headings of others', async (name, value, count) => {
    const { page: opened } = await viewer.open(page);
    await opened.locator(`select[name="${name}"]`).selectOption(value);
    expect(await opened.locator(names).count()).toBe(count);
    expect(await opened.locator('.part:visible .title', { hasText: 'Paper' }).count()).toBe(0);
    // The address says the same to another reader.
    const { page: again } = await viewer.open(page, { hash: new URL(opened.url()).hash });
    expect(await again.locator(names).count()).toBe(count);
    await again.locator('form button.clear').click();
    expect(await again.locator(names).count()).toBe(list.entries.length);
    expect(await again.locator('.part:visible').count()).toBe(await again.locator('.part').count());
  });

  test('a part of a section above keeps its heading', async () => {
    const { page: opened } = await viewer.open(page, { hash: '#tier=Level+1' });
    expect(await opened.locator('.title:visible').allInnerTexts()).toEqual([
      expect.stringContaining('Inks'),
      expect.stringContaining('Dyes'),
    ]);
  });

  test('says when nothing matches, and shows everything again', async () => {
    const { page: opened } = await viewer.open(page, { hash: '#text=nothing-of-it' });
    expect(await opened.locator('.none').isVisible()).toBe(true);
    await opened.locator('.none button').click();
    expect(await opened.locator(names).count()).toBe(list.entries.length);
    expect(await opened.locator('.none').isVisible()).toBe(false);
  });

  test('keys alone search, walk and clear, and can be turned off', async () => {
    const { page: opened, complaints } = await viewer.open(page);
    await opened.keyboard.press('/');
    await opened.keyboard.type('ink');
    expect(await opened.locator(names).count()).toBeLessThan(list.entries.length);
    await opened.keyboard.press('Escape');
    await opened.keyboard.press('Escape');
    expect(await opened.locator(names).count()).toBe(list.entries.length);
    await opened.keyboard.press('j');
    await opened.keyboard.press('j');
    expect(await opened.evaluate('document.activeElement.innerText')).toContain('Blue');
    await opened.keyboard.press('k');
    expect(await opened.evaluate('document.activeElement.innerText')).toContain('Guide');
    await opened.keyboard.press('Tab');
    expect(await opened.evaluate('document.activeElement.href')).toBe('https://guide.example/');
    const { page: off } = await viewer.open(page, { hash: '#keys=off' });
    await off.keyboard.press('/');
    expect(await off.evaluate('document.activeElement.tagName')).toBe('BODY');
    expect(complaints).toEqual([]);
  });

  test('the ring around an entry that keys lead to is not cut off', async () => {
    for (const width of [375, 1280]) {
      const { page: opened } = await viewer.open(page, { width });
      for (let step = 0; step < 3; step++) {
        await opened.keyboard.press('j');
        const room = await opened.evaluate<readonly number[]>(`{
          const own = document.activeElement.getBoundingClientRect();
          const around = document.activeElement.closest('.rows').getBoundingClientRect();
          [own.left - around.left, around.right - own.right, own.top - around.top, around.bottom - own.bottom];
        }`);
        expect(Math.min(...room)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  test('the outline leads to a section, whatever was filtered', async () => {
    const { page: opened } = await viewer.open(page, { hash: '#tier=Level+1' });
    await opened.locator('.map a', { hasText: 'Paper' }).click();
    expect(await opened.locator(names).count()).toBe(list.entries.length);
    const box = await opened.locator('.title', { hasText: 'Paper' }).boundingBox();
    expect(box?.y).toBeLessThan(800);
  });

  test('no text and no URL from outside runs or loads anything', async () => {
    const urls = [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      ' javascript:alert(1)',
      'vbscript:x',
    ];
    const hostile = [
      ...attacks.map(([, words]) =>
        entry({
          ...{
            name: words,
            description: words,
            kind: words,
            section: [words],
            sectionIndex: 0,
            url: `https://a.example/${words}`,
          },
          ...{
            fields: { [words || 'x']: words },
            tier: { level: 1, label: words },
            links: [{ url: 'javascript:x', text: words }],
          },
          health: health({ verdict: 'moved', finalUrl: `javascript:${words}` }),
        }),
      ),
      ...urls.map((url) => entry({ name: url, url, sectionIndex: 0 })),
    ];
    const said = attacks.map(([, words]) => words).join(' ');
    const sections = [{ titles: [said], emoji: said, slug: said, entries: hostile.length }];
    const html = pageOf(listWith(hostile, { title: said, description: said, lang: '"><script>', sections }));
    const { page: opened, complaints } = await viewer.open(html);
    expect(complaints).toEqual([]);
    expect(await opened.locator(names).count()).toBe(hostile.length);
    const schemes = await opened.evaluate('[...document.links].map(({ protocol }) => protocol)');
    expect(new Set(schemes as string[])).toEqual(new Set(['https:', 'file:']));
    expect(await opened.locator('main script, main img, main style').count()).toBe(0);
    expect(await opened.locator('main').innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  test('the policy refuses what is not ours', async () => {
    const strange = page.replace(
      '</main>',
      '<p style="color:red">a</p><script>document.title = "owned"</script></main>',
    );
    const { page: opened, complaints } = await viewer.open(strange);
    expect(await opened.title()).not.toBe('owned');
    expect(complaints.filter((words) => words.includes('Content Security Policy'))).toHaveLength(2);
  });

  test('of 5,000 entries only those in sight are drawn, and all are found', async () => {
    const { page: opened } = await viewer.open(pageOf(big));
    expect(await opened.locator(names).count()).toBe(many);
    const drawn = (await opened.evaluate(
      "[...document.querySelectorAll('.rows > li')].filter((row) => row.checkVisibility({ contentVisibilityAuto: true })).length",
    )) as number;
    expect(drawn).toBeLessThan(many / 5);
    await opened.locator('input[type=search]').fill('t4999');
    expect(await opened.locator(names).allInnerTexts()).toEqual(['Thing t4999']);
    expect(await opened.locator(names).isVisible()).toBe(true);
  });
});
