import type { Failure, FailureReason } from './response.js';

/** No way to an address: it is often an IPv6 one, and this machine has none. */
const noRoute = /^(?:ENETUNREACH|EADDRNOTAVAIL)$/;

/** Error codes of Node, OpenSSL and undici, and what they mean for a link. */
const reasons: readonly (readonly [RegExp, FailureReason, string])[] = [
  [/^PRIVATE$/, 'private-address', 'it leads to a private network address'],
  [/^CERT_HAS_EXPIRED$/, 'tls-expired', 'its certificate has expired'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'tls-invalid', 'its certificate is for another host name'],
  [/^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/, 'tls-invalid', 'its certificate is self-signed'],
  [/^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/, 'tls-incomplete', 'its intermediate certificate is missing'],
  [
    /^(?:UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_UNTRUSTED|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/,
    'tls-invalid',
    'its certificate is from an unknown authority',
  ],
  // Node has no code for OpenSSL's rarer verdicts on certificates, such as a wrong key usage.
  [/^(?:CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH|CRL_|UNSPECIFIED$)/, 'tls-invalid', 'its certificate is not valid'],
  [
    /UNSUPPORTED_PROTOCOL|ALERT_PROTOCOL_VERSION|VERSION_TOO_LOW|ALERT_INSUFFICIENT_SECURITY|DH_KEY_TOO_SMALL/,
    'tls-invalid',
    'it supports only outdated TLS versions',
  ],
  [/^(?:ERR_SSL_|EPROTO)/, 'malformed', 'the TLS handshake failed'],
  [
    /^(?:UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|TIMEOUT)$/,
    'timeout',
    'no response in time',
  ],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN)$/, 'refused', 'the connection was refused'],
  [noRoute, 'no-route', 'this machine has no route to it'],
  [
    /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED)$/,
    'reset',
    'the connection was closed',
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, 'headers-too-large', 'the headers are larger than 64 kB'],
  [/^(?:HPE_|UND_ERR_RES|UND_ERR_RESPONSE|ERR_INVALID)/, 'malformed', 'the response is not HTTP'],
  [/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'dns-failure', 'its host name could not be looked up'],
  [/^UND_ERR_ABORTED$/, 'proxy', 'the proxy cannot reach it'],
  [/^(?:EMFILE|ENFILE)$/, 'saturated', 'this machine has no free file descriptors'],
];

/** What a thrown error says of a link. `timedOut` tells that our own deadline ended the request. */
export function failureOf(error: unknown, url: string, timedOut: boolean): Failure {
  if (timedOut) return { kind: 'failure', url, reason: 'timeout', detail: 'no response in time' };
  const code = codeOf(error);
  const refusal = refusalOfProxy(error);
  if (refusal !== null) return { kind: 'failure', url, reason: 'proxy-refused', detail: refusal, code };
  const known = reasons.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return { kind: 'failure', url, reason: known[1], detail: `${known[2]} (${code})`, code };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failure', url, reason: 'malformed', detail: `${message}${code === '' ? '' : ` (${code})`}`, code };
}

/** How the proxy refused a request, from the messages of undici (lib/dispatcher/proxy-agent.js); null where it did not. */
function refusalOfProxy(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 4) return null;
  const [, status] = /^Proxy (?:response|Authentication Required) \((40[37])\)/.exec(error.message) ?? [];
  if (status === '407') return 'the proxy requires a login (407)';
  if (status === '403') return 'the proxy does not allow it (403)';
  return refusalOfProxy(error.cause, depth + 1);
}

/** The code of an error, or of what caused it: happy eyeballs and undici wrap theirs. */
function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const { name, message, code, cause, errors } = error as Partial<Error> & { code?: unknown; errors?: unknown[] };
  if (name === 'PrivateAddressError') return 'PRIVATE';
  const codes = (errors ?? []).map((each) => codeOf(each, depth + 1)).filter((each) => each !== '');
  // Of several addresses, one that could be tried says more of the site; Node gives the code of the first.
  const [tried = ''] = [...codes.filter((each) => !noRoute.test(each)), ...codes];
  if (tried !== '') return tried;
  const inner = codeOf(cause, depth + 1);
  // undici refuses an interim response that no one asked for, which clients have to take (RFC 9110, 15.2).
  if (name === 'SocketError' && message === 'bad response') return 'HPE_INVALID';
  // It asserts that statuses begin at 100, and that no server switches protocols.
  if (code === 'ERR_ASSERTION') return 'HPE_INVALID';
  if (name === 'HTTPParserError' && !String(code).includes('OVERFLOW')) return 'HPE_INVALID';
  return typeof code === 'string' && code !== 'UND_ERR_SOCKET' ? code : inner || (typeof code === 'string' ? code : '');
}
