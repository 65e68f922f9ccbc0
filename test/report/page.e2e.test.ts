import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportLink } from '../../src/model/report.js';
import { html } from '../../src/report/html/html.js';
import { browserPath, startViewer, type Viewer, violationsOf } from './browser.js';
import { attacks, factsOf, list, reportSaying } from './hostile.js';
import { finding, listOf, reportOf, row } from './made.js';

const many = 5000;
const big = listOf(
  `# Wide\n\n${Array.from({ length: 50 }, (_, section) => `## Part ${section}\n\n${Array.from({ length: 100 }, (_, n) => `- [Thing t${section * 100 + n}](https://h${n}.example/${section}) - A thing.`).join('\n')}\n`).join('\n')}`,
);
const bigLinks = big.entries.map(
  ({ url, name, position }, index): ReportLink =>
    row(url ?? '', {
      ...(index % 100 === 7 ? { verdict: 'broken', reason: 'http-404' } : {}),
      occurrences: [{ path: 'README.md', line: position.start.line, column: 3, entry: name }],
    }),
);
const bigPage = html(reportOf([big], [], { command: 'check', links: bigLinks }), factsOf([big]));

const links = (['broken', 'suspect', 'moved', 'unreachable', 'unverifiable', 'skipped', 'alive'] as const).map(
  (verdict, index) =>
    row(`https://${verdict}.example/`, {
      ...{ verdict, reason: verdict === 'alive' ? null : 'http-404', finalUrl: 'https://next.example/' },
      ...{ failures: index, firstFailedAt: '2026-11-01T00:00:00.000Z', durationMs: 10 * index },
      occurrences: [{ path: 'README.md', line: 5 + (index % 4), column: 3, entry: `Entry ${verdict}` }],
    }),
);
const findings = [
  finding(list, 'Costly', { rule: 'description-end', fix: { safe: true, edits: [{ start: 61, end: 61, text: '.' }] } }),
  finding(list, 'Loud', { severity: 'warning' }),
  finding(list, 'Old', { severity: 'info', places: [finding(list, 'Gaff')] }),
  finding(list, 'Silk', { rule: 'link-broken', url: 'https://broken.example/' }),
];
const small = html(reportOf([list], findings, { command: 'check', links }), {
  ...factsOf(),
  sourceOf: (path) => `https://forge.example/o/r/blob/main/${path}?plain=1`,
});
/** As many rows as `small` has. */
const all = links.length + findings.length - 1;

if (browserPath === null)
  process.stderr.write('the page is not tried in a browser: none was found; name one in CHROMIUM_PATH\n');

describe.skipIf(browserPath === null)('the page in a browser', () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await startViewer();
  });
  afterAll(() => viewer?.close());

  /** The rows that nothing hides. */
  const seen = 'main .rows > li:not([hidden])';

  describe.each([
    ['in light', {}],
    ['in the dark', { dark: true }],
    ['on a phone', { width: 375 }],
  ])('%s', (_, opening) => {
    test('axe finds nothing, all unfolded', async () => {
      const { page, complaints } = await viewer.open(small, opening);
      expect(await violationsOf(page)).toEqual([]);
      await page.evaluate("for (const one of document.querySelectorAll('details:not(.keys)')) one.open = true");
      expect(await violationsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test('nothing reaches beyond the sides', async () => {
      for (const text of [small, html(reportSaying('x'.repeat(500)), factsOf())]) {
        const { page } = await viewer.open(text, opening);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }
    });
  });

  test('axe finds nothing with the keys shown, with nothing found, and without the script', async () => {
    const { page } = await viewer.open(small);
    await page.keyboard.press('?');
    expect(await page.locator('.keys').getAttribute('open')).not.toBe(null);
    expect(await violationsOf(page)).toEqual([]);
    const { page: empty } = await viewer.open(html(reportOf([], []), { lists: [], rules: [] }));
    expect(await violationsOf(empty)).toEqual([]);
    const { page: filtered } = await viewer.open(small, { hash: '#text=nothing-of-it' });
    expect(await violationsOf(filtered)).toEqual([]);
  });

  test('without the script all rows are there, and links lead to them', async () => {
    const { page } = await viewer.open(small, { script: false });
    expect(await page.locator(seen).count()).toBe(all);
    expect(await page.locator('form').isVisible()).toBe(false);
    await page.locator('.legend a', { hasText: 'moved' }).click();
    expect(page.url()).toMatch(/#verdict=moved$/);
    expect(await page.locator(':target h3').innerText()).toContain('Moved links');
  });

  test('no text from outside runs or loads anything', async () => {
    const said = attacks.map(([, words]) => reportSaying(words));
    const report = reportOf(
      [list],
      said.flatMap(({ findings }) => findings),
      { command: 'check', links: said.flatMap(({ links }) => links) },
    );
    const { page, complaints } = await viewer.open(html(report, factsOf()));
    expect(await page.locator(seen).count()).toBeGreaterThan(2 * attacks.length);
    expect(complaints).toEqual([]);
  });

  test('the policy refuses what is not ours', async () => {
    const strange = small.replace(
      '</main>',
      '<p style="color:red">a</p><script>document.title = "owned"</script></main>',
    );
    const { page, complaints } = await viewer.open(strange);
    expect(await page.title()).not.toBe('owned');
    expect(complaints.filter((words) => words.includes('Content Security Policy'))).toHaveLength(2);
  });

  test('keys alone filter, walk, unfold and clear', async () => {
    const { page, complaints } = await viewer.open(small);
    await page.keyboard.press('/');
    await page.keyboard.type('ENTRY  moved');
    expect(await page.locator(seen).allInnerTexts()).toEqual([expect.stringContaining('Entry moved')]);
    expect(await page.locator('output').innerText()).toBe(`1 of ${all} rows`);
    expect(page.url()).toMatch(/#text=ENTRY\+\+moved$/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator(seen).count()).toBe(all);
    expect(page.url()).not.toContain('#');
    const focused = () => page.evaluate('document.activeElement.textContent.slice(0, 12)');
    await page.keyboard.press('j');
    expect(await focused()).toBe('Entry broken');
    await page.keyboard.press('Enter');
    expect(await page.locator('.rows details[open]').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('.rows details[open]').count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await focused()).toBe('Entry broken');
    expect(complaints).toEqual([]);
  });

  test('single keys can be turned off, and the address keeps that', async () => {
    const { page } = await viewer.open(small);
    await page.keyboard.press('?');
    await page.getByLabel('Enable shortcuts').uncheck();
    await page.keyboard.press('j');
    expect(await page.evaluate("document.activeElement.matches('.rows > li')")).toBe(false);
    expect(page.url()).toMatch(/#keys=off$/);
  });

  test.each([
    ['verdict', 'suspect', 1],
    ['verdict', 'error', 1],
    ['rule', 'description-end', 1],
    ['rule', 'link-broken', 1],
    ['section', '1', all],
    ['text', 'https://alive', 1],
    ['text', 'nothing of it', 0],
  ])('#%s=%s shows %3$i rows', async (key, value, count) => {
    const { page } = await viewer.open(small, { hash: `#${new URLSearchParams({ [key]: value })}` });
    expect(await page.locator(seen).count()).toBe(count);
    expect(await page.locator('.none').isVisible()).toBe(count === 0);
    // What is found can be seen: the fold it stands in is open.
    for (const found of await page.locator(seen).all()) expect(await found.isVisible()).toBe(true);
    await page.locator('button.clear:visible').first().click();
    expect(await page.locator(seen).count()).toBe(all);
    expect(await page.locator('details.group[data-v=alive]').getAttribute('open')).toBe(null);
  });

  test('filters add up, and a link of the page sets one and takes it back', async () => {
    const { page } = await viewer.open(small, { hash: '#verdict=broken&text=moved' });
    expect(await page.locator(seen).count()).toBe(0);
    await page.locator('.legend a', { hasText: 'broken' }).click();
    expect(await page.locator(seen).count()).toBe(1);
    await page.locator('.legend a', { hasText: 'moved' }).click();
    expect(await page.locator(seen).count()).toBe(1);
    expect(await page.locator('.legend a[aria-current]').innerText()).toContain('moved');
    expect(new URL(page.url()).hash).toBe('#text=moved&verdict=moved');
  });

  test('a filter that the page does not have is none', async () => {
    const { page, complaints } = await viewer.open(small, { hash: '#verdict=gone&rule=x&section=99&constructor=1&%' });
    expect(await page.locator(seen).count()).toBe(all);
    expect(complaints).toEqual([]);
  });

  test('lines are links to the source', async () => {
    const { page } = await viewer.open(small);
    expect(await page.locator('.rows a', { hasText: 'line 5' }).first().getAttribute('href')).toBe(
      'https://forge.example/o/r/blob/main/README.md?plain=1#L5',
    );
  });

  test('paper gets what is open and no filters', async () => {
    const { page } = await viewer.open(small);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('h3', { hasText: 'Broken' }).isVisible()).toBe(true);
    expect(await page.locator('h3', { hasText: 'Alive' }).isVisible()).toBe(false);
  });

  test('5,000 links: each input is answered at once, and only what is in sight is drawn', async () => {
    const { page, complaints } = await viewer.open(bigPage);
    expect(await page.locator(seen).count()).toBe(many);
    // Set and counted in one turn of the page: nothing is put off.
    const inputs = ['thing', 'thing t49', 't4999', 'nothing', 'h7.example', ''];
    const counts = await page.evaluate(`${JSON.stringify(inputs)}.map((words) => {
      const field = document.querySelector('input[name=text]');
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return document.querySelectorAll('main .rows > li:not([hidden])').length;
    })`);
    expect(counts).toEqual([many, 111, 1, 0, 50, many]);
    await page.selectOption('select[name=section]', { label: '\u00a0\u00a0Part 3' });
    expect(await page.locator(seen).count()).toBe(100);
    await page.selectOption('select[name=verdict]', 'broken');
    expect(await page.locator(seen).count()).toBe(1);
    // Lists of fifty, not rows: Chromium takes half a minute to hide thousands of elements that it draws one by one.
    const drawing = await page.evaluate(`['.rows', '.rows > li'].map((part) =>
      [...document.querySelectorAll('.group[data-v=alive] ' + part)]
        .filter((one) => getComputedStyle(one).contentVisibility === 'auto').length)`);
    expect(drawing).toEqual([Math.ceil((many * 0.99) / 50), 0]);
    expect(complaints).toEqual([]);
  });
});
