import { maxBytes } from '../../fs/read.js';

/** Reads standard input to its end, or to a little more than a list may have. */
export async function readStdin(): Promise<Uint8Array> {
  if (process.stdin.isTTY)
    process.stderr.write('listwright: reading the list from the keyboard; end it with Ctrl-D, or pipe it in\n');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks);
}
