// The certificate library asks for it before itself.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);

/** A certificate and its key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** What is wrong with a chain besides its gap. */
export interface ChainFaults {
  readonly leafExpired?: boolean;
  readonly issuerExpired?: boolean;
  /** The issuer is an ordinary certificate, which may not sign others. */
  readonly issuerIsNoAuthority?: boolean;
  /** The issuer is an authority whose key may not sign certificates. */
  readonly issuerMayNotSign?: boolean;
  /** The alternative names of the certificate; its own host where none are given. */
  readonly names?: readonly AlternativeName[];
}

/** A name that a certificate is for. */
export interface AlternativeName {
  readonly type: 'dns' | 'ip';
  readonly value: string;
}

/** An authority that signs certificates. */
export interface Authority extends Certificate {
  issue(
    host: string,
    facts?: { readonly expired?: boolean; readonly names?: readonly AlternativeName[] },
  ): Promise<Certificate>;
  /** A certificate whose issuer is signed by this authority but not sent along; it says that the issuer is at one of `addresses`; `bundle` is the issuer as PKCS #7. */
  issueIncomplete(
    host: string,
    addresses: readonly string[],
    faults?: ChainFaults,
  ): Promise<Certificate & { readonly issuer: Uint8Array; readonly bundle: Uint8Array }>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${bytes.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}

/** A certificate that only its own key has signed. */
export async function createSelfSigned(host: string): Promise<Certificate> {
  const keys = await newKeys();
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '07',
    name: `CN=${host}`,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  });
  return { cert: cert.toString('pem'), key: await pemOf(keys.privateKey) };
}

interface SignOptions {
  readonly issuerAt?: readonly string[];
  readonly maySign?: boolean;
  readonly names?: readonly AlternativeName[];
}

/** Makes an authority that exists for this process alone. */
export async function createAuthority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 2, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  let serial = 1;
  const sign = async (
    subject: string,
    host: string | null,
    issuer: string,
    signer: webcrypto.CryptoKey,
    age: readonly [number, number],
    { issuerAt, maySign = true, names }: SignOptions = {},
  ) => {
    const own = await newKeys();
    const cert = await x509.X509CertificateGenerator.create({
      serialNumber: (++serial).toString(16).padStart(4, '0'),
      subject: `CN=${subject}`,
      issuer,
      notBefore: new Date(Date.now() + age[0] * day),
      notAfter: new Date(Date.now() + age[1] * day),
      signingKey: signer,
      publicKey: own.publicKey,
      signingAlgorithm: algorithm,
      extensions:
        host === null
          ? [
              new x509.BasicConstraintsExtension(true, 0, true),
              new x509.KeyUsagesExtension(
                maySign ? x509.KeyUsageFlags.keyCertSign : x509.KeyUsageFlags.digitalSignature,
                true,
              ),
            ]
          : [
              ...(names?.length === 0
                ? []
                : [new x509.SubjectAlternativeNameExtension([...(names ?? [{ type: 'dns' as const, value: host }])])]),
              ...(issuerAt === undefined ? [] : [new x509.AuthorityInfoAccessExtension({ caIssuers: [...issuerAt] })]),
            ],
    });
    return { cert, keys: own };
  };
  return {
    cert: root.toString('pem'),
    key: await pemOf(keys.privateKey),
    async issue(host, { expired = false, names } = {}) {
      const age = expired ? ([-30, -2] as const) : ([-1, 1] as const);
      const options = names === undefined ? {} : { names };
      const made = await sign(host, host, root.subject, keys.privateKey, age, options);
      return { cert: made.cert.toString('pem'), key: await pemOf(made.keys.privateKey) };
    },
    async issueIncomplete(host, addresses, faults = {}) {
      const age = (isExpired = false): readonly [number, number] => (isExpired ? [-30, -2] : [-1, 1]);
      const ordinary = faults.issuerIsNoAuthority ? 'middle.test' : null;
      const middle = await sign(`${name} middle`, ordinary, root.subject, keys.privateKey, age(faults.issuerExpired), {
        maySign: faults.issuerMayNotSign !== true,
      });
      const { subject } = middle.cert;
      const leaf = await sign(host, host, subject, middle.keys.privateKey, age(faults.leafExpired), {
        issuerAt: addresses,
        ...(faults.names === undefined ? {} : { names: faults.names }),
      });
      return {
        issuer: new Uint8Array(middle.cert.rawData),
        bundle: Buffer.from(new x509.X509Certificates([middle.cert, root]).export('base64'), 'base64'),
        cert: leaf.cert.toString('pem'),
        key: await pemOf(leaf.keys.privateKey),
      };
    },
  };
}
