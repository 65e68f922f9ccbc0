import { mkdtempSync } from 'node:fs';
import { timeEditor as two } from './editor.js';
import { timeEditor as one } from './tmp-editor.js';
const print = (t: string) => process.stdout.write(`${t}\n`);
for (let i = 0; i < 2; i++) {
  print('with'); await two('/work/wt/flow', mkdtempSync('/tmp/flow-b-'), print);
  print('without'); await one('/tmp/flow-noinc', mkdtempSync('/tmp/flow-b-'), print);
}
process.exit(0);
