/** Checks a list (by default fixtures/demo/README.md) with the built command against a local test server; options are passed on. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pottery } from '../test/web/pottery.js';
import { startWeb } from '../test/web/server.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = await startWeb(pottery);
const routes = web.connectTo(Object.keys(pottery)).flatMap((route) => ['--connect-to', route]);
const quick = ['--no-config', '--no-ledger', '--confirm-after', '1s', '--retries', '1', '--timeout', '5s'];
const given = process.argv.slice(2);
const args = given[0]?.startsWith('-') === false ? given : ['fixtures/demo/README.md', ...given];
const child = spawn(
  process.execPath,
  [`${root}dist/cli.js`, 'check', ...args, ...quick, '--cacert', web.ca, ...routes],
  { cwd: root, stdio: 'inherit' },
);
const status = await new Promise<number | null>((resolve) => {
  child.on('close', resolve);
});
await web.stop();
// The sample list contains errors on purpose.
if (status !== 1) {
  process.stderr.write(`demo: the command ended with status ${status}; 1 was expected\n`);
  process.exit(1);
}
