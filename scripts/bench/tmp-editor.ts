import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { makeList } from './list.js';
import { median } from './measure.js';

/** How an edit of a list of 400 KB is answered over standard input and output: at first, and in full; each edit is of another section, or each of the same. */
export async function timeEditor(root: string, folder: string, print: (text: string) => void): Promise<void> {
  const home = join(folder, 'editor');
  mkdirSync(home);
  const text = makeList(3300);
  writeFileSync(join(home, 'README.md'), text);
  const uri = pathToFileURL(join(home, 'README.md')).href;
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let hear = (_: PublishDiagnosticsParams): void => {};
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => hear(params));
  client.listen();
  await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  const answers = (count: number, version: number): Promise<number[]> => {
    const at = performance.now();
    const times: number[] = [];
    return new Promise((resolve) => {
      hear = (params) => {
        if (params.version !== version) return;
        times.push(performance.now() - at);
        if (times.length === count) resolve(times);
      };
    });
  };
  const opening = answers(1, 1);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const [opened = 0] = await opening;
  const lines = text.split('\n').flatMap((line, index) => (line.startsWith('- [Bench') ? [index] : []));
  const rounds: { readonly title: string; readonly line: (edit: number) => number }[] = [
    { title: 'all over the list', line: (edit) => lines[(edit * 97) % lines.length] ?? 0 },
    { title: 'in one entry', line: () => lines[1000] ?? 0 },
  ];
  print(
    `an edit of a list of ${(Buffer.byteLength(text) / 1000).toFixed(0)} KB in the editor (goal: an answer in under 100 ms)`,
  );
  print(`  opened in ${opened.toFixed(0)} ms`);
  let version = 1;
  for (const { title, line } of rounds) {
    const first: number[] = [];
    const full: number[] = [];
    for (let edit = 0; edit < 30; edit++) {
      const place = { line: line(edit), character: 5 };
      const answered = answers(1, ++version);
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
      });
      const [a = 0, b = a] = await answered;
      first.push(a);
      full.push(b);
    }
    const worst = Math.max(...first.slice(5));
    print(
      `  ${title}: first answer ${median(first).toFixed(0)} ms (at most ${worst.toFixed(0)} after five), in full ${median(full).toFixed(0)} ms, the pause of 250 ms included`,
    );
  }
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
}
