/** Checks the list in fixtures/demo with the built command against a local test server; options are passed on. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pottery } from '../test/web/pottery.js';
import { startWeb } from '../test/web/server.js';
import { demoWords } from './demo/words.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = await startWeb(pottery);
/** The single executable to use in place of the built command. */
const binary = process.env.LISTWRIGHT_BINARY;
const words = [
  ...(binary === undefined ? [`${root}dist/cli.js`] : []),
  'check',
  ...demoWords(web),
  ...process.argv.slice(2),
];
const child = spawn(binary ?? process.execPath, words, { cwd: root, stdio: 'inherit' });
const status = await new Promise<number | null>((resolve) => {
  child.on('close', resolve);
});
await web.stop();
// The sample list contains errors on purpose.
if (status !== 1) {
  process.stderr.write(`demo: the command ended with status ${status}; 1 was expected\n`);
  process.exit(1);
}
