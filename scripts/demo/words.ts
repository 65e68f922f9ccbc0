import { pottery } from '../../test/web/pottery.js';
import type { Web } from '../../test/web/server.js';

/** The arguments of `check` that check a sample list in fixtures/demo against a local test server, with short waits. */
export function demoWords(web: Web, list: 'README.md' | 'short.md' = 'README.md'): readonly string[] {
  const routes = web.connectTo(Object.keys(pottery)).flatMap((route) => ['--connect-to', route]);
  const quick = ['--no-config', '--no-ledger', '--confirm-after', '1s', '--retries', '1', '--timeout', '5s'];
  return [`fixtures/demo/${list}`, ...quick, '--cacert', web.ca, ...routes];
}
