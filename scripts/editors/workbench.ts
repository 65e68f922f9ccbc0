import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/** Where VS Code is: the `entry.js` of code-server, and a Node of the version that it asks for. */
export interface Workbench {
  readonly entry: string;
  readonly node: string;
  /** The program of Chromium. */
  readonly browser: string;
}

const settings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.startupPrompt': 'never',
  'chat.disableAIFeatures': true,
  'workbench.editor.useModal': 'off',
  'listwright.links': 'off',
};
const config = `export default {
  rules: { 'description-end': 'off' }, allowPrivate: true, confirmAfter: '0s', ledger: false,
} satisfies Record<string, unknown>;
`;

/**
 * Installs a package in VS Code and plays in a browser what a person does: opens a list in Restricted Mode, asks for its links,
 * trusts the folder, fixes all. `ownPackage` is laid into the folder's `node_modules`. Gives what was not as it should be.
 */
export async function playInWorkbench(
  { entry, node, browser }: Workbench,
  vsix: string,
  ownPackage: string | null,
): Promise<readonly string[]> {
  const base = mkdtempSync(join(tmpdir(), 'listwright-workbench-'));
  const folder = join(base, 'pots');
  mkdirSync(join(base, 'data/User'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(join(base, 'data/User/settings.json'), JSON.stringify(settings));
  writeFileSync(join(base, 'code-server.yaml'), '');
  writeFileSync(join(folder, 'listwright.config.ts'), config);
  if (ownPackage !== null) symlinkSync(ownPackage, join(folder, 'node_modules/listwright'), 'dir');
  const site = createServer((_, response) => response.writeHead(404).end('gone')).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const link = `http://127.0.0.1:${(site.address() as AddressInfo).port}/pot`;
  writeFileSync(
    join(folder, 'README.md'),
    `# Awesome Pots\n\n## Clay\n\n- [Pot](${link}) - a pot of clay from the hills\n`,
  );

  const port = await freePort();
  const places = ['--user-data-dir', join(base, 'data'), '--extensions-dir', join(base, 'extensions')];
  const env = {
    ...process.env,
    CODE_SERVER_CONFIG: join(base, 'code-server.yaml'),
    XDG_CACHE_HOME: join(base, 'cache'),
  };
  execFileSync(node, [entry, ...places, '--install-extension', vsix], { env, stdio: ['ignore', 'ignore', 2] });
  const quiet = ['--disable-telemetry', '--disable-update-check'];
  const at = `127.0.0.1:${port}`;
  const workbench = spawn(node, [entry, ...places, ...quiet, '--auth', 'none', '--bind-addr', at], {
    env,
    stdio: 'ignore',
  });
  const window = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const page = await window.newPage({ viewport: { width: 1280, height: 800 } });
    await openFolder(page, `http://${at}/?folder=${folder}`);
    return await play(page, { base, folder, isOwn: ownPackage !== null });
  } finally {
    await window.close();
    workbench.kill();
    site.close();
    await later(500);
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
}

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocketServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
}

async function openFolder(page: Page, url: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await page.goto(url).catch(() => null);
    if (answer?.ok() === true) break;
    await later(500);
  }
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'README.md' });
  await file.waitFor({ timeout: 60_000 });
  await file.dblclick();
  await page.locator('.tab', { hasText: 'README.md' }).waitFor();
}

interface Scene {
  readonly base: string;
  readonly folder: string;
  readonly isOwn: boolean;
}

async function play(page: Page, { base, folder, isOwn }: Scene): Promise<readonly string[]> {
  const trouble: string[] = [];
  const command = async (text: string): Promise<void> => {
    await page.keyboard.press('F1');
    const best = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
    await page.keyboard.type(text);
    await best.waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  const inList = (): Promise<void> => page.locator('.editor-instance .view-lines').first().click();
  /** Waits until the panel has, or no longer has, a text. */
  const expectProblem = async (what: string, text: string, isThere: boolean): Promise<void> => {
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
    const state = isThere ? 'visible' : 'hidden';
    await row.waitFor({ state, timeout: 15_000 }).catch(() => trouble.push(`${what}: ${text} is not ${state}`));
  };

  await command('Problems: Focus on Problems View');
  await expectProblem('in Restricted Mode', 'description-start', true);
  await expectProblem('in Restricted Mode', 'description-end', true);
  await expectProblem('in Restricted Mode', 'can run code', true);
  await inList();
  await command('Listwright: Check the links of this list');
  const refusal = page.locator('.notification-list-item-message', { hasText: 'only in a workspace that you trust' });
  await refusal.waitFor().catch(() => trouble.push('in Restricted Mode: links are not refused'));
  await command('Notifications: Clear All');

  await command('Workspaces: Manage Workspace Trust');
  await page
    .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
    .first()
    .click();
  await page.locator('.tab', { hasText: 'README.md' }).first().click();
  await command('Problems: Focus on Problems View');
  await expectProblem('when it is trusted', 'description-end', false);
  await expectProblem('when it is trusted', 'can run code', false);
  await inList();
  await command('Listwright: Check the links of this list');
  await expectProblem('when it is trusted', 'link-broken', true);

  await inList();
  await command('Listwright: Apply all safe fixes');
  await expectProblem('after the fix', 'description-start', false);
  await inList();
  await page.keyboard.press('Control+s');
  await later(1000);
  const text = readFileSync(join(folder, 'README.md'), 'utf8');
  if (!text.includes(' - A pot of clay')) trouble.push(`after the fix: the list is ${JSON.stringify(text)}`);

  await command('Listwright: Restart the server');
  await expectProblem('after a restart', 'section-size', true);
  await later(1000);
  const wanted = ['extension', isOwn ? 'workspace' : 'extension'];
  const starts = [...logIn(base).matchAll(/Starting .*? \(from the (\w+); the workspace is (not )?trusted\)/g)];
  const first = starts[0]?.slice(1);
  const last = starts.at(-1)?.slice(1);
  if (first?.[0] !== wanted[0] || first?.[1] === undefined) trouble.push(`the first server was from ${first}`);
  if (last?.[0] !== wanted[1] || last?.[1] !== undefined) trouble.push(`the last server was from ${last}`);
  // Trust alone starts no other server, unless the folder brings its own; the restart starts one.
  if (starts.length !== (isOwn ? 3 : 2)) trouble.push(`${starts.length} servers were started`);
  return trouble;
}

function logIn(base: string): string {
  const files = readdirSync(join(base, 'data/logs'), { recursive: true, encoding: 'utf8' });
  const logs = files.filter((path) => /listwright\.listwright[\\/][^\\/]+\.log$/.test(path));
  return logs.map((path) => readFileSync(join(base, 'data/logs', path), 'utf8')).join('\n');
}
