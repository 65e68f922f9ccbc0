import { X509Certificate } from 'node:crypto';

/** The certificates in a file: DER, PEM, or PKCS #7, in which authorities publish issuers (RFC 5280, 4.2.2.1). Total. */
export function readCertificates(bytes: Uint8Array): readonly X509Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const armored = /-----BEGIN PKCS7-----([\w+/=\s]+)-----END PKCS7-----/.exec(text)?.[1];
  const single = readOne(bytes);
  if (single !== null) return [single];
  const content = armored === undefined ? Buffer.from(bytes) : Buffer.from(armored, 'base64');
  return certificatesIn(content).flatMap((each) => readOne(each) ?? []);
}

function readOne(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

const [sequence, first] = [0x30, 0xa0];
const mostCertificates = 20;

/** ContentInfo { type, [0] SignedData { version, digests, content, [0] certificates, … } } (RFC 2315, 7 and 9.1). */
function certificatesIn(bytes: Buffer): readonly Buffer[] {
  const info = partsOf(bytes)[0];
  const wrapped = info === undefined ? undefined : partsOf(info.content).find(({ tag }) => tag === first);
  const signed = wrapped === undefined ? undefined : partsOf(wrapped.content)[0];
  const set = signed === undefined ? undefined : partsOf(signed.content).find(({ tag }) => tag === first);
  const parts = set === undefined ? [] : partsOf(set.content);
  return parts.filter(({ tag }) => tag === sequence).map(({ whole }) => whole);
}

interface Part {
  readonly tag: number;
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** The values of DER one after the other, as far as they are whole. */
function partsOf(bytes: Buffer): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && parts.length < mostCertificates) {
    const short = bytes[at + 1] ?? 0;
    const count = short < 0x80 ? 0 : short & 0x7f;
    if (count > 4 || short === 0x80 || at + 2 + count > bytes.length) break;
    const length = count === 0 ? short : bytes.readUIntBE(at + 2, count);
    const from = at + 2 + count;
    if (from + length > bytes.length) break;
    const content = bytes.subarray(from, from + length);
    parts.push({ tag: bytes[at] ?? 0, whole: bytes.subarray(at, from + length), content });
    at = from + length;
  }
  return parts;
}
