import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/links/ledger/ledger.js';
import { inBestOrder, type Target } from '../../src/links/targets.js';
import { startWeb } from '../web/server.js';
import { checkLines } from './world.js';

const target = (url: string): Target => ({ url, host: new URL(url).hostname, rows: [] });
const hostsOf = (targets: readonly Target[]): readonly string[] => [...new Set(targets.map(({ host }) => host))];

const short = ['https://quick.test/', 'https://slow.test/', 'https://many.test/1', 'https://many.test/2'].map(target);

test('the host with the most addresses is first, the others stay in turn', () =>
  expect(hostsOf(inBestOrder(short))).toEqual(['many.test', 'quick.test', 'slow.test']));

test('a host that is known to be slow is first', () =>
  expect(hostsOf(inBestOrder(short, (url) => (url.includes('slow') ? 9000 : null)))).toEqual([
    'slow.test',
    'many.test',
    'quick.test',
  ]));

test('a host that is known to be quick gives way to others of the same length', () =>
  expect(hostsOf(inBestOrder(short, (url) => (url.includes('quick') ? 5 : null)))).toEqual([
    'many.test',
    'slow.test',
    'quick.test',
  ]));

test('a second run begins with the host that took longest in the first one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-'));
  const web = await startWeb();
  try {
    const ledger = join(folder, 'ledger.jsonl');
    const urls = ['http://plain-a.test/', 'http://plain-b.test/', 'http://plain-c.test/'];
    const options = { ledger, maxAge: '0s', concurrency: 1, connectTo: [`:80:127.0.0.1:${web.http}`] };
    const orderOf = async (): Promise<readonly string[]> => {
      const before = web.log.length;
      await checkLines(urls, options);
      return [...new Set(web.log.slice(before).map(({ host }) => host))];
    };
    expect(await orderOf()).toEqual(['plain-a.test', 'plain-b.test', 'plain-c.test']);
    const remembered = await openLedger(ledger, { now: Date.now });
    for (const url of urls) {
      const record = remembered.find(url);
      expect(record?.durationMs).toBeGreaterThanOrEqual(0);
      if (record !== null) remembered.record({ ...record, durationMs: url.includes('-c') ? 4000 : 10 });
    }
    await remembered.save();
    expect(await orderOf()).toEqual(['plain-c.test', 'plain-a.test', 'plain-b.test']);
  } finally {
    await web.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
