import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Thrown at connect time when a name leads to an address that links may not reach. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** True for addresses that are not global unicast: loopback, private, link-local, CGNAT, multicast, documentation … (RFC 6890). */
export function isPrivateAddress(text: string): boolean {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) === 0) return false;
  const address = ipaddr.parse(bare);
  if (address.kind() === 'ipv4') return address.range() !== 'unicast';
  const six = address as ipaddr.IPv6;
  const inner = embedded(six);
  if (inner !== null) return inner.range() !== 'unicast';
  return six.range() !== 'unicast';
}

/** The IPv4 address inside a mapped (RFC 4291), NAT64 (RFC 6052), or 6to4 (RFC 3056) address. */
function embedded(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const { parts } = address;
  const from = (high = 0, low = 0): ipaddr.IPv4 => new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const zeros = (start: number, end: number): boolean => parts.slice(start, end).every((part) => part === 0);
  if (parts[0] === 0x64 && parts[1] === 0xff9b && zeros(2, 6)) return from(parts[6], parts[7]);
  if (parts[0] === 0x2002) return from(parts[1], parts[2]);
  // The deprecated IPv4-compatible form, ::a.b.c.d
  if (zeros(0, 6) && (parts[6] ?? 0) !== 0) return from(parts[6], parts[7]);
  return null;
}

/** True when the host of a URL is itself an address or a name that no reader on the internet can reach. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return host === 'localhost' || host.endsWith('.localhost') || isPrivateAddress(host);
}

/** True for an IP address, with or without brackets. */
export function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
