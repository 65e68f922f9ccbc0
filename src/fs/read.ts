import { constants, openSync, type Stats } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { UserError } from '../model/errors.js';

/** GitHub stops to show a README at 512,000 bytes; fifty times that is no list. */
export const maxBytes = 25_000_000;

/** Reads a list as UTF-8, a BOM kept; `path` is what messages call it. Throws a UserError for what is missing, unreadable, binary or too large. */
export async function readText(file: string, path = file): Promise<string> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw new UserError(`${path}: is a folder; expected a file`);
    if (!facts.isFile() && (!facts.isFIFO() || waitsForWriter(file, facts)))
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

/**
 * Throws a UserError for a file of a folder that is a symbolic link out of it, or into git's own folder; `path` is what
 * messages call it. A file that is named outside of the folder came with no pull request.
 */
export async function mustBeInside(root: string, file: string, path: string): Promise<void> {
  if (relative(root, file).split(sep)[0] === '..') return;
  const real = await realpath(file).catch(() => null);
  if (real !== null && isInside(await realpath(root), real)) return;
  // Whether anything is there is not said.
  throw new UserError(`${path}: this file is outside the repository, so it is not read in a pull request`);
}

/** True for a path below a folder, both with links resolved, that is not in git's own folder. */
export function isInside(root: string, real: string): boolean {
  const parts = relative(root, real).split(sep);
  return parts[0] !== '..' && !isAbsolute(relative(root, real)) && !parts.some((part) => part.toLowerCase() === '.git');
}

/** True for a pipe that would wait forever for a writer: one that the shell has not opened already, as it does for `<(command)`. */
export function waitsForWriter(file: string, facts: Pick<Stats, 'isFIFO'>): boolean {
  return facts.isFIFO() && !/^\/(?:dev\/stdin$|dev\/fd\/|proc\/[^/]+\/fd\/)/.test(file);
}

/** Reads a pipe to its end, or a little further than is allowed. As a socket, since a file's blocking read would outlast an interrupt. */
async function readPipe(file: string): Promise<Uint8Array> {
  const { Socket } = await import('node:net');
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of new Socket({ fd, readable: true, writable: false })) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/** Decodes UTF-8, a BOM kept; what is no UTF-8 becomes replacement characters. Throws a UserError for a binary file. */
export function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.subarray(0, 8192).includes(0)) throw new UserError(`${path}: binary file; expected Markdown text`);
  if (bytes.length > maxBytes)
    throw new UserError(`${path}: too large for a list (maximum ${maxBytes / 1_000_000} MB)`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** What a file system error means for the person who named the file. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'no such file';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder';
    case 'ENOTDIR':
      return 'part of the path is not a folder';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENXIO':
      return 'no program reads this pipe';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return error.message;
  }
}
