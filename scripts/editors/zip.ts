import { inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface Packed {
  readonly path: string;
  /** Bytes in the archive. */
  readonly packed: number;
  readonly bytes: Buffer;
}

/** Reads an archive as PKWARE's APPNOTE describes it, by its central directory; without ZIP64, encryption or parts. */
export function readZip(archive: Buffer): readonly Packed[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('this is no archive');
  const files: Packed[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const packed = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const nameEnd = at + 46 + (name ?? 0);
    const path = archive.toString('utf8', at + 46, nameEnd);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(start, start + packed);
    if (!path.endsWith('/'))
      files.push({ path, packed, bytes: archive.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data) });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
