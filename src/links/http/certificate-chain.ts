import { X509Certificate } from 'node:crypto';
import { readCertificates } from './read-certificates.js';

/** What finding missing intermediate certificates needs. */
export interface ChainContext {
  /** PEM of every authority that counts. */
  readonly roots: readonly string[];
  /** Fetches a certificate through the same guard as every request; null when it cannot be had. */
  readonly fetch: (url: string) => Promise<Uint8Array | null>;
}

/** No chain on the web is longer. */
const mostIssuers = 4;
/** So many URLs of one certificate are tried. */
const mostUrls = 3;

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
    const issuer = await issuerOf(current, fetch);
    if (issuer === null) return [];
    found.push(issuer.toString());
    if (roots.some((pem) => isIssuedBy(issuer, new X509Certificate(pem)))) return found;
    current = issuer;
  }
  return [];
}

/** The issuer of a certificate, from the first of its URLs that has it; null for none. */
async function issuerOf(certificate: X509Certificate, fetch: ChainContext['fetch']): Promise<X509Certificate | null> {
  const urls = [...(certificate.infoAccess ?? '').matchAll(/^CA Issuers - URI:(http:\/\/\S+)$/gm)];
  for (const [, url = ''] of urls.slice(0, mostUrls)) {
    const bytes = await fetch(url);
    const issuer = (bytes === null ? [] : readCertificates(bytes)).find(
      (each) => isIssuedBy(certificate, each) && !isIssuedBy(each, each),
    );
    if (issuer !== undefined) return issuer;
  }
  return null;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
