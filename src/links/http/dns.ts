import { promises as dns } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import pLimit from 'p-limit';
import { addTo } from '../../text/group-by.js';

/** What the resolver says of a name. */
export type DnsAnswer =
  | { readonly kind: 'found'; readonly addresses: readonly { readonly address: string; readonly family: 4 | 6 }[] }
  /** NXDOMAIN: there is no such name. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly detail: string; readonly timedOut?: true };

/** Looks names up, each once. */
export interface DnsCache {
  resolve(host: string): Promise<DnsAnswer>;
  /** What has been resolved; null when it was not asked. */
  known(host: string): DnsAnswer | null;
  /** Asks again next time. */
  forget(host: string): void;
  /** Asks again next time for a name whose lookup failed, a few times at most; false where the answer stays. */
  retry(host: string): boolean;
  /** Names that were looked up so far, and those of them for which the resolver took too long. */
  readonly counts: { readonly answered: number; readonly timedOut: number };
}

/** What asks the network; c-ares, since getaddrinfo does two names at a time. */
export interface NameResolver {
  resolve4(host: string): Promise<string[]>;
  resolve6(host: string): Promise<string[]>;
}

/** A burst of hundreds of queries loses packets, and a lost one waits for its retry. */
const burst = 48;
/** So often a name is looked up again whose lookup failed, however many links wait for it. */
const mostRetries = 4;

/** Starts with nothing known but the hosts file. */
export async function createDnsCache(
  resolver: NameResolver = new dns.Resolver({ timeout: 2500, tries: 3 }),
  hosts: ReadonlyMap<string, readonly string[]> | null = null,
): Promise<DnsCache> {
  const local = hosts ?? (await readHosts());
  const limit = pLimit(burst);
  const pending = new Map<string, Promise<DnsAnswer>>();
  const settled = new Map<string, DnsAnswer>();
  /** The lookups that failed. */
  const failed = new Map<string, Promise<DnsAnswer>>();
  const retries = new Map<string, number>();
  let timedOut = 0;
  let answered = 0;
  return {
    resolve(host) {
      const known = pending.get(host);
      if (known !== undefined) return known;
      const asked = limit(() => ask(host, resolver, local)).then((answer) => {
        settled.set(host, answer);
        answered++;
        if (answer.kind === 'failed') {
          failed.set(host, asked);
          if (answer.timedOut) timedOut++;
        }
        return answer;
      });
      pending.set(host, asked);
      return asked;
    },
    known: (host) => settled.get(host) ?? null,
    // What is known stays until the new answer: a connection that is being made may still ask for it.
    forget: (host) => void pending.delete(host),
    retry(host) {
      const answer = settled.get(host);
      // One that took too long was tried several times already.
      if (answer?.kind !== 'failed' || answer.timedOut) return false;
      // It is being looked up again already.
      if (pending.get(host) !== failed.get(host)) return true;
      const count = retries.get(host) ?? 0;
      if (count === mostRetries) return false;
      retries.set(host, count + 1);
      pending.delete(host);
      return true;
    },
    get counts() {
      return { answered, timedOut };
    },
  };
}

async function ask(
  host: string,
  resolver: NameResolver,
  local: ReadonlyMap<string, readonly string[]>,
): Promise<DnsAnswer> {
  const listed = local.get(host.toLowerCase());
  if (listed !== undefined) return { kind: 'found', addresses: listed.map(toAddress) };
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [four, six].flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  if (found.length > 0) return { kind: 'found', addresses: found.map(toAddress) };
  const codes = [four, six].flatMap((result) =>
    result.status === 'rejected' ? [String((result.reason as NodeJS.ErrnoException).code)] : [],
  );
  if (codes.includes('ENOTFOUND') && codes.every((code) => code === 'ENOTFOUND' || code === 'ENODATA'))
    return { kind: 'missing' };
  // No name server is configured, or it does not listen: the system may know another way (mDNS, a VPN).
  if (codes.some((code) => code === 'ECONNREFUSED' || code === 'ENONAME')) return viaSystem(host);
  const detail = `the resolver says ${codes[0] ?? 'nothing'}`;
  return { kind: 'failed', detail, ...(codes.includes('ETIMEOUT') ? { timedOut: true as const } : {}) };
}

async function viaSystem(host: string): Promise<DnsAnswer> {
  try {
    const found = await dns.lookup(host, { all: true });
    return { kind: 'found', addresses: found.map(({ address }) => toAddress(address)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOTFOUND'
      ? { kind: 'missing' }
      : { kind: 'failed', detail: `the resolver says ${code ?? 'nothing'}` };
  }
}

function toAddress(address: string): { readonly address: string; readonly family: 4 | 6 } {
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

/** The hosts file, which c-ares does not read. */
async function readHosts(): Promise<ReadonlyMap<string, readonly string[]>> {
  const path = process.platform === 'win32' ? `${process.env.SystemRoot}\\System32\\drivers\\etc\\hosts` : '/etc/hosts';
  const hosts = new Map<string, string[]>();
  const text = await readFile(path, 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address === undefined || isIP(address) === 0) continue;
    for (const name of names) addTo(hosts, name.toLowerCase(), address);
  }
  return hosts;
}
