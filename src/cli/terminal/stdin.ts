import { maxBytes } from '../../fs/read.js';
import type { Host } from '../host.js';

/** Reads standard input to its end, or to a little more than a list may have. */
export async function readStdin({ stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>): Promise<Uint8Array> {
  if (stdin.isTTY) stderr.write('listwright: reading the list from the keyboard; end it with Ctrl-D, or pipe it in\n');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks);
}
