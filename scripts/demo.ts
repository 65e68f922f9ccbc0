/** Checks the list in fixtures/demo with the real command against a small web on this machine, and prints what a person sees. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pottery } from '../test/web/pottery.js';
import { startWeb } from '../test/web/server.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = await startWeb(pottery);
const routes = web.connectTo(Object.keys(pottery)).flatMap((route) => ['--connect-to', route]);
const quick = ['--no-config', '--no-ledger', '--confirm-after', '1s', '--retries', '1', '--timeout', '5s'];
const child = spawn(
  process.execPath,
  [
    `${root}dist/cli.js`,
    'check',
    'fixtures/demo/README.md',
    ...quick,
    '--cacert',
    web.ca,
    ...routes,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
const status = await new Promise<number | null>((resolve) => {
  child.on('close', resolve);
});
await web.stop();
// The list has faults on purpose: 1 is what the command must say.
if (status !== 1) {
  process.stderr.write(`demo: the command ended with status ${status}; 1 was expected\n`);
  process.exit(1);
}
