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
  if (address.kind() === 'ipv4') return isPrivateIPv4(address as ipaddr.IPv4);
  const wide = address as ipaddr.IPv6;
  const meant = translated(wide);
  if (meant !== null) return isPrivateIPv4(meant);
  const inner = tunneled(wide);
  if (inner !== null && isPrivateIPv4(inner)) return true;
  return !wide.match(globalUnicast) || !openRanges.has(wide.range()) || isRefused(wide);
}

/** 6to4 addresses are judged by the address inside. */
const openRanges: ReadonlySet<string> = new Set(['unicast', '6to4']);

/** All that is assigned for use on the internet (RFC 4291, 2.4; IANA IPv6 Address Space). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Blocks that the registries of special addresses (RFC 6890) do not have, and that lead to the machine, its network or its cloud. A maintainer can correct a row in one line. */
const refused: readonly { readonly block: string; readonly source: string }[] = [
  { block: '168.63.129.16/32', source: 'Azure: virtual public IP of the host, with DNS, DHCP and the wire server' },
  { block: '3ffe::/16', source: 'RFC 3701: 6bone, returned' },
];
const refusedBlocks = refused.map(({ block }) => ipaddr.parseCIDR(block));

function isRefused(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return refusedBlocks.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));
}

function isPrivateIPv4(address: ipaddr.IPv4): boolean {
  return address.range() !== 'unicast' || isRefused(address);
}

const fourFrom = (high = 0, low = 0): ipaddr.IPv4 => new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);

/** The IPv4 address that a mapped (RFC 4291) or NAT64 (RFC 6052) address is another form of. */
function translated(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const { parts } = address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const isNat64 = parts[0] === 0x64 && parts[1] === 0xff9b && parts.slice(2, 6).every((part) => part === 0);
  return isNat64 ? fourFrom(parts[6], parts[7]) : null;
}

/** The IPv4 address to which packets for a 6to4 (RFC 3056) or ISATAP (RFC 5214, 6.1) address are tunneled. */
function tunneled({ parts }: ipaddr.IPv6): ipaddr.IPv4 | null {
  if (parts[0] === 0x2002) return fourFrom(parts[1], parts[2]);
  const isIsatap = ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
  return isIsatap ? fourFrom(parts[6], parts[7]) : null;
}

/** True when the host of a URL is itself an address or a name that no reader on the internet can reach. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return host === 'localhost' || host.endsWith('.localhost') || isPrivateAddress(host);
}

/** Endings of names that only a local network answers. A maintainer can correct a row in one line. */
const localEndings: readonly { readonly ending: string; readonly source: string }[] = [
  { ending: 'local', source: 'RFC 6762: multicast DNS' },
  { ending: 'home.arpa', source: 'RFC 8375: home networks' },
  { ending: 'internal', source: 'ICANN resolution 2024.07.29.06: private use' },
  { ending: 'lan', source: 'in use by routers; not in the root zone' },
  { ending: 'corp', source: 'ICANN resolution 2018.02.04.12: never delegated' },
  { ending: 'home', source: 'ICANN resolution 2018.02.04.12: never delegated' },
];

/** True for the host of a URL that by its name alone leads to the reader's own machine or network, before it is resolved. */
export function isLocalHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (isPrivateHost(name)) return true;
  return !isAddress(name) && (!name.includes('.') || localEndings.some(({ ending }) => name.endsWith(`.${ending}`)));
}

/** True for an IP address, with or without brackets. */
export function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
