/** Where a page names its charset: in its first kilobyte (HTML, "determining the character encoding"). */
const named = /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i;

const utf8 = /^utf-?8$/i;

/**
 * The text of a body: by the charset that its type names, else as UTF-8; where that does not fit, by the one that the page
 * names itself. A charset that no one knows is UTF-8.
 */
export function decodeBody(bytes: Uint8Array, type: string): string {
  // A byte order mark counts more than a name (Encoding standard, 6).
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark !== null) return decoded(bytes, mark);
  const declared = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(type)?.[1];
  const text = decoded(bytes, declared ?? 'utf-8');
  if (declared !== undefined || !text.includes('\uFFFD')) return text;
  const own = named.exec(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1'),
  )?.[1];
  return own === undefined || utf8.test(own) ? text : decoded(bytes, own);
}

function decoded(bytes: Uint8Array, label: string): string {
  if (!utf8.test(label)) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // A label that is none of the Encoding standard's.
    }
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
