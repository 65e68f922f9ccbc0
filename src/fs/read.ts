import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../model/errors.js';

/** GitHub stops to show a README at 512,000 bytes; fifty times that is no list. */
export const maxBytes = 25_000_000;

/** Reads a list as UTF-8, a BOM kept; `path` is what messages call it. Throws a UserError for what is missing, unreadable, binary or too large. */
export async function readText(file: string, path = file): Promise<string> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new UserError(`${path}: is a folder; expected a file`);
    if (!facts.isFile() && !(facts.isFIFO() && isOpen(file)))
      throw new UserError(`${path}: is a pipe or a device, not a file; pass \`-\` to read standard input`);
    if (facts.size > maxBytes) {
      throw new UserError(
        `${path}: ${Math.round(facts.size / 1_000_000)} MB is too large for a list (maximum ${maxBytes / 1_000_000} MB)`,
      );
    }
    return decodeText(facts.isFile() ? await readFile(file) : await readPipe(file), path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/** True for a pipe that the shell has opened already, as `<(command)` does; to open another would wait for ever for somebody to write. */
function isOpen(file: string): boolean {
  return /^\/(?:dev\/stdin$|dev\/fd\/|proc\/[^/]+\/fd\/)/.test(file);
}

/** Reads a pipe to its end, or a little further than is allowed. */
async function readPipe(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(file)) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/** Decodes UTF-8, a BOM kept; what is no UTF-8 becomes replacement characters. Throws a UserError for a binary file. */
export function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.subarray(0, 8192).includes(0)) throw new UserError(`${path}: is a binary file; expected Markdown text`);
  if (bytes.length > maxBytes)
    throw new UserError(`${path}: too large for a list (maximum ${maxBytes / 1_000_000} MB)`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** What a file system error means for the person who named the file. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder';
    case 'ENOTDIR':
      return 'part of the path is not a folder';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return error.message;
  }
}
