import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { exportList } from '../../src/export/export-list.js';
import { exportPage } from '../../src/export/page/page.js';
import { statsOf } from '../../src/export/stats.js';
import { parse } from '../../src/parse/parse.js';
import { median } from './measure.js';

const entries = 5000;
const sections = 100;

/** How long frames take while the exported page of 5,000 entries is scrolled and filtered, in a browser of this machine. */
export async function timePage(folder: string, print: (text: string) => void): Promise<void> {
  const browser = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? process.env.CHROMIUM_PATH;
  if (browser === undefined) return print('page: no browser found; name one in CHROMIUM_PATH');
  const file = join(folder, 'page.html');
  writeFileSync(file, longPage());
  const opened = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const page = await opened.newPage({ viewport: { width: 1280, height: 800 } });
    const began = performance.now();
    await page.goto(pathToFileURL(file).href);
    await page.locator('form.filters').waitFor();
    print(`page of ${entries} entries: ready after ${Math.round(performance.now() - began)} ms`);
    const typed = (await page.evaluate(typing)) as number[];
    const scrolled = (await page.evaluate(scrolling)) as number[];
    for (const [name, times] of [
      ['a key in the search, until drawn', typed],
      ['a frame while scrolling', scrolled],
    ] as const)
      print(`  ${name}: median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
  } finally {
    await opened.close();
  }
}

/** Times from an input to the frame after the next, in which the change is on the screen. */
const typing = `(async () => {
  const field = document.querySelector('input[type=search]');
  const times = [];
  for (const text of ['t', 'to', 'too', 'tool', 'tool ', 'tool 1', 'tool 12', 'tool 123', 'tool 12', 'tool', '', 'x', '', 'clay', '']) {
    await new Promise((done) => requestAnimationFrame(done));
    const began = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - began);
  }
  return times;
})()`;

const scrolling = `(async () => {
  const times = [];
  let last = performance.now();
  for (let at = 0; at < 300; at += 1) {
    scrollTo({ top: (at / 300) * document.documentElement.scrollHeight, behavior: 'instant' });
    const now = await new Promise((done) => requestAnimationFrame(done));
    times.push(now - last);
    last = now;
  }
  return times.slice(1);
})()`;

function longPage(): string {
  const text = Array.from({ length: sections }, (_, section) => {
    const items = Array.from({ length: entries / sections }, (_, index) => {
      const n = section * (entries / sections) + index;
      return `- [Tool ${n}](https://tool${n}.example/) - Shapes ${n % 7 === 0 ? 'clay' : 'wood'} with care and some patience.`;
    });
    return `## Part ${section}\n\n${items.join('\n')}\n`;
  }).join('\n');
  const added = { commit: '0'.repeat(40), date: Date.UTC(2025, 0, 1) };
  const list = exportList(parse(`# Tools\n\n${text}`), {
    repository: null,
    additionOf: () => added,
    healthOf: () => null,
  });
  return exportPage(list, statsOf({ list, history: null, trouble: null, now: 0 }));
}
