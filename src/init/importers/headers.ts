import { isObject } from './config-formats.js';

/** Headers that carry what a repository should not. */
const secret = /^(?:authorization|proxy-authorization|cookie)$|token|secret|key|password/i;

/** Headers for one host, as our options write them, and why others are left. */
export interface Headers {
  readonly header: readonly string[];
  readonly left: readonly string[];
}

/** Reads headers for the host of an address. A secret is left where it is; null for what are no headers. */
export function headersFor(host: string, headers: unknown): Headers | null {
  if (!isObject(headers)) return null;
  const header: string[] = [];
  const left: string[] = [];
  for (const [name, value] of Object.entries(headers).slice(0, 50)) {
    if (typeof value !== 'string' || !/^[!#$%&'*+.^_|~0-9A-Za-z-]{1,100}$/.test(name) || /[\r\n\0]/.test(value))
      return null;
    if (secret.test(name)) left.push(`\`${name}\` contains a secret, which is not copied; pass it with \`--header\``);
    else header.push(`${host}=${name}: ${value}`);
  }
  return { header, left };
}

/** The host of an address in lower case; null for what is none. */
export function hostOf(address: string): string | null {
  const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(url) && /^[a-z0-9.-]+$/.test(new URL(url).hostname) ? new URL(url).hostname : null;
}
