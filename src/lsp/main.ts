import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { checkFraming } from './framing.js';
import { startServer } from './server.js';

/** Speaks the Language Server Protocol on standard input and output, until the editor ends it. */
export function runServer(): Promise<never> {
  const { stdin, stdout, stderr } = process;
  // The editor reads every byte of standard output as the protocol; what a plugin prints goes where a person looks for it.
  const protocol = Object.create(stdout, { write: { value: stdout.write.bind(stdout) } }) as NodeJS.WriteStream;
  stdout.write = stderr.write.bind(stderr);
  const checked = stdin.pipe(checkFraming());
  const failed = new Promise<never>((_, reject) =>
    checked.once('error', (error) => {
      reject(error);
      // Open documents keep the process alive; the reason is said by then.
      setTimeout(() => process.exit(2), 0);
    }),
  );
  startServer(createConnection(checked, protocol), { cwd: process.cwd(), env: process.env, fileOf });
  return failed;
}

/** The path of a document; null for what is on no disk. */
export function fileOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
