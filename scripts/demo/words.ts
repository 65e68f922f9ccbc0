import { pottery } from '../../test/web/pottery.js';
import type { Web } from '../../test/web/server.js';

/** The words after `check` with which the list in fixtures/demo meets a small web on this machine, and waits for nothing long. */
export function demoWords(web: Web): readonly string[] {
  const routes = web.connectTo(Object.keys(pottery)).flatMap((route) => ['--connect-to', route]);
  const quick = ['--no-config', '--no-ledger', '--confirm-after', '1s', '--retries', '1', '--timeout', '5s'];
  return ['fixtures/demo/README.md', ...quick, '--cacert', web.ca, ...routes];
}
