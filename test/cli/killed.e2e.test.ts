import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startWeb } from '../web/server.js';
import { built, runner } from './built.js';
import { folderOf, listwright } from './command.js';

test.skipIf(process.platform === 'win32')('a run that is killed loses no verdict but those in flight', async () => {
  // The last page is never answered: when it is asked for, the others are settled or on their way.
  const asked: string[] = [];
  let hanging: () => void = () => {};
  const hangs = new Promise<void>((resolve) => {
    hanging = resolve;
  });
  const web = await startWeb({
    'looms.test': ({ path, response }) => {
      asked.push(path);
      if (path !== '/hangs') response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${path}</title>`);
      else hanging();
    },
  });
  try {
    const names = ['warp', 'weft', 'heddle', 'shuttle', 'reed', 'hangs'];
    const items = names.map((name) => `- [${name}](http://looms.test/${name}) - Holds the yarn.\n`);
    const folder = folderOf({ 'README.md': `# Awesome Looms\n\n## Looms\n\n${items.join('')}` });
    const ledger = join(folder, 'memory', 'ledger.jsonl');
    const args = ['--ledger', ledger, '--connect-to', `looms.test:80:127.0.0.1:${web.http}`, '--per-host', '1'];
    const child = spawn(runner, [built, 'links', ...args], { cwd: folder, stdio: 'ignore' });
    await hangs;
    // Lines reach the journal within a twentieth of a second.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    expect(readdirSync(join(folder, 'memory'))).toEqual([`ledger.jsonl.${child.pid}.journal`]);
    const before = asked.length;
    const { stdout } = await listwright(folder, [
      'links',
      ...args,
      '--timeout',
      '300ms',
      '--retries',
      '0',
      '-r',
      'json',
    ]);
    const rows: { url: string; cached: boolean; verdict: string }[] = JSON.parse(stdout).links;
    expect(rows.filter((row) => row.cached).map((row) => row.verdict)).toEqual(Array(names.length - 1).fill('alive'));
    expect(asked.slice(before)).toEqual(['/hangs']);
    expect(readdirSync(join(folder, 'memory'))).toEqual(['ledger.jsonl']);
    expect(readFileSync(ledger, 'utf8').trim().split('\n')).toHaveLength(names.length + 1);
  } finally {
    await web.stop();
  }
});
