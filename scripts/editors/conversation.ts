import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/** What a language server says of one list. */
export interface Said {
  /** The rules of its findings, in the order of the list. */
  readonly rules: readonly string[];
  readonly server: string;
}

/**
 * Opens a list with a server over standard input and output, as an editor does, and waits for its first findings. `start` is the
 * program and its arguments. Rejects when the server ends before, or says nothing for 20 s.
 */
export async function talkTo(
  start: readonly string[],
  { folder, text, trusted }: { readonly folder: string; readonly text: string; readonly trusted: boolean },
): Promise<Said> {
  const [program = '', ...args] = start;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(`${folder}/README.md`).href;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Said>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the server said nothing for 20 s')), 20_000);
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
      let server = '';
      connection.onNotification('textDocument/publishDiagnostics', (told: { diagnostics: { code?: string }[] }) =>
        resolve({ server, rules: told.diagnostics.map(({ code }) => code ?? '') }),
      );
      connection.listen();
      const opening = async (): Promise<void> => {
        const initializationOptions = { trusted, links: 'off' };
        const rootUri = pathToFileURL(folder).href;
        const asked = { processId: process.pid, rootUri, capabilities: {}, initializationOptions };
        const answer = await connection.sendRequest<{ serverInfo?: { version?: string } }>('initialize', asked);
        server = answer.serverInfo?.version ?? '';
        await connection.sendNotification('initialized', {});
        const textDocument = { uri, languageId: 'markdown', version: 1, text };
        await connection.sendNotification('textDocument/didOpen', { textDocument });
      };
      opening().catch(reject);
    });
  } finally {
    clearTimeout(timer);
    child.removeAllListeners('exit');
    connection.dispose();
    child.kill();
  }
}
