import { X509Certificate } from 'node:crypto';

/** What finding missing intermediate certificates needs. */
export interface ChainContext {
  /** PEM of every authority that counts. */
  readonly roots: readonly string[];
  /** Fetches a certificate through the same guard as every request; null when it cannot be had. */
  readonly fetch: (url: string) => Promise<Uint8Array | null>;
}

/** No chain on the web is longer. */
const mostIssuers = 4;

/**
 * The certificates that a server left out, PEM, from the URLs that certificates give for their issuers (Authority
 * Information Access, RFC 5280, 4.2.2.1), as browsers fetch them; empty where they do not lead to a known authority. They
 * only complete the chain: host name, dates and usage are for the connection that is made with them to verify. A
 * certificate that signed itself is never among them, for that would make it an authority.
 */
export async function findIssuers(leaf: X509Certificate, { roots, fetch }: ChainContext): Promise<readonly string[]> {
  const found: string[] = [];
  let current = leaf;
  while (found.length < mostIssuers) {
    const url = /^CA Issuers - URI:(http:\/\/\S+)$/m.exec(current.infoAccess ?? '')?.[1];
    const bytes = url === undefined ? null : await fetch(url);
    const issuer = bytes === null ? null : readCertificate(bytes);
    if (issuer === null || !isIssuedBy(current, issuer) || isIssuedBy(issuer, issuer)) return [];
    found.push(issuer.toString());
    if (roots.some((pem) => isIssuedBy(issuer, new X509Certificate(pem)))) return found;
    current = issuer;
  }
  return [];
}

function readCertificate(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
