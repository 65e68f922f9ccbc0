import { fstatSync } from 'node:fs';
import { maxBytes } from '../../fs/read.js';
import { UserError } from '../../model/errors.js';
import type { Host } from '../host.js';

/** Reads standard input to its end, or to a little more than a list may have. Throws a UserError where it is a folder, which Node reads as nothing. */
export async function readStdin({ stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>): Promise<Uint8Array> {
  if (stdin.isTTY) stderr.write('listwright: reading the list from the keyboard; end it with Ctrl-D, or pipe it in\n');
  const { fd } = stdin as { readonly fd?: number };
  if (fd !== undefined && isFolder(fd))
    throw new UserError('standard input is a folder; pass a file, or the folder by its name');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

function isFolder(fd: number): boolean {
  try {
    return fstatSync(fd).isDirectory();
  } catch {
    // Closed, or nothing that can be asked: reading says so.
    return false;
  }
}
