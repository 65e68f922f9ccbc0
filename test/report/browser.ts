import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** Where systems keep Chromium and its kin. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser of this machine, `CHROMIUM_PATH` first; null where there is none. */
export const browserPath: string | null =
  [process.env.CHROMIUM_PATH ?? '', ...usual].find((path) => path !== '' && existsSync(path)) ?? null;

/** How a page is opened. */
interface Opening {
  readonly hash?: string;
  readonly width?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
}

/** A page from disk, and what the browser complained of. */
export interface Opened {
  readonly page: Page;
  /** Messages of the console, errors of scripts and requests that failed; nothing for a page that keeps its policy. */
  readonly complaints: readonly string[];
}

/** A browser that opens pages from files, one after another in the same tab: a tab of its own for each would take most of the time. */
export interface Viewer {
  /** Opens a page; the page that was opened before is gone then. */
  open(html: string, opening?: Opening): Promise<Opened>;
  close(): Promise<void>;
}

/** Starts the browser. */
export async function startViewer(): Promise<Viewer> {
  const { chromium } = await import('playwright-core');
  const browser: Browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  const folder = mkdtempSync(join(tmpdir(), 'listwright-page-'));
  let count = 0;
  let complaints: string[] = [];
  const openTab = async (script: boolean): Promise<Page> => {
    const page = await browser.newPage({ javaScriptEnabled: script, reducedMotion: 'reduce' });
    page.setDefaultTimeout(300_000);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`asked for ${request.url()}`);
    });
    return page;
  };
  const tabs = new Map<boolean, Promise<Page>>();
  return {
    async open(html, { hash = '', width = 1280, dark = false, script = true } = {}) {
      const file = join(folder, `${count++}.html`);
      writeFileSync(file, html);
      const tab = tabs.get(script) ?? openTab(script);
      tabs.set(script, tab);
      const page = await tab;
      await page.goto('about:blank');
      // Whatever the page before it complained of until now is not this one's.
      complaints = [];
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ media: null, colorScheme: dark ? 'dark' : 'light' });
      await page.goto(pathToFileURL(file).href + hash);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds, its best practices and WCAG 2.2 AAA's contrast left aside: the rule and the elements. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(axe, 'utf8'));
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
