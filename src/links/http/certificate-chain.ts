import { X509Certificate } from 'node:crypto';

/** Looks whether a server merely leaves out the certificate in the middle, as browsers do. */
export interface ChainCheck {
  /** The certificate that a host showed; null when none was seen. */
  readonly leaf: X509Certificate | null;
  /** PEM of every authority that counts. */
  readonly roots: readonly string[];
  /** Fetches a certificate through the same guard as every request; null when it cannot be had. */
  readonly fetch: (url: string) => Promise<Uint8Array | null>;
}

/** True when the leaf names its issuer's address (Authority Information Access, RFC 5280, 4.2.2.1) and that issuer leads to a known authority. */
export async function isOnlyIncomplete({ leaf, roots, fetch }: ChainCheck): Promise<boolean> {
  if (leaf === null || Date.parse(leaf.validTo) < Date.now()) return false;
  const url = /^CA Issuers - URI:(http:\/\/\S+)$/m.exec(leaf.infoAccess ?? '')?.[1];
  if (url === undefined) return false;
  const bytes = await fetch(url);
  if (bytes === null) return false;
  try {
    const middle = new X509Certificate(bytes);
    if (!leaf.checkIssued(middle) || !leaf.verify(middle.publicKey)) return false;
    return roots.some((pem) => {
      const root = new X509Certificate(pem);
      return middle.checkIssued(root) && middle.verify(root.publicKey);
    });
  } catch {
    return false;
  }
}
