import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { built, runner } from '../built.js';
import { folderOf } from '../command.js';

const list = '# Awesome Looms\n\n## Looms\n\n- [Warp](http://warp.loom.test/warp) - Holds the warp\n';

describe.skipIf(process.platform === 'win32')('an interrupted run', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s reports what was found and ends with %i', async (signal, status) => {
    // The server never answers: the run is surely under way when the first request arrives.
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const args = [
      'check',
      '--preset',
      'awesome-strict',
      '--no-ledger',
      '-r',
      'json',
      '--connect-to',
      `warp.loom.test:80:127.0.0.1:${port}`,
    ];
    const child = spawn(runner, [built, ...args], { cwd: folderOf({ 'README.md': list }) });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += String(chunk);
    });
    const closed = once(child, 'close');
    await once(server, 'request');
    child.kill(signal);
    expect(await closed).toEqual([status, null]);
    server.closeAllConnections();
    server.close();
    const report = JSON.parse(stdout);
    expect(report.run.interrupted).toBe(true);
    expect(report.findings.map((finding: { rule: string }) => finding.rule)).toContain('description-end');
    expect(report.links).toMatchObject([{ verdict: 'skipped', reason: 'interrupted' }]);
  });
});
