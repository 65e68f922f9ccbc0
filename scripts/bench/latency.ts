/** Address of the host that stands for the busy one of a list: it answers 100 to 300 ms later and bears `busyRate` requests a second. */
export const busyHost = '127.200.0.1';
/** Requests a second that the busy host bears; so many may also come at once before it answers 429. */
export const busyRate = 20;

/** Milliseconds after which a made-up web answers; always the same for the same address, whoever asks. */
export type LatencyLaw = (address: string) => number;

/** At once. */
export const none: LatencyLaw = () => 0;

/** Lognormal with median 120 ms and 95th percentile 870 ms; nobody waits longer than 12 s. */
export const tailed: LatencyLaw = (address) => {
  const [one, other] = drawsOf(address);
  const normal = Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
  return Math.min(12_000, 120 * Math.exp(1.204 * normal));
};

/** A page of the busy host. */
export const busyPage: LatencyLaw = (address) => 100 + 200 * drawsOf(address)[0];

/** A call of an API that tells of a hundred repositories at once. */
export const apiCall: LatencyLaw = (body) => 1000 + 1000 * drawsOf(body)[0];

/** The law by which an address answers: told by its host and the first part of its path, so that each run sees the same. */
export function lawOf(host: string, path: string): LatencyLaw {
  if (host === busyHost || host === 'github.com') return busyPage;
  return path.startsWith('/tail/') ? tailed : none;
}

/** What a schedule allows itself. */
export interface Schedule {
  /** Maximum number of concurrent requests. */
  readonly concurrency: number;
  /** Requests in flight to one host. */
  readonly perHost: number;
  /** Milliseconds between two requests to one host. */
  readonly gap: number;
}

/** Milliseconds that no order of the requests can undercut: work over places, in all and of each host, gaps, and the longest single one. */
export function lowerBound(urls: readonly string[], { concurrency, perHost, gap }: Schedule): number {
  const hosts = new Map<string, { count: number; sum: number }>();
  let sum = 0;
  let longest = 0;
  for (const url of urls) {
    const { hostname, pathname } = new URL(url);
    const latency = lawOf(hostname, pathname)(`${hostname}${pathname}`);
    const host = hosts.get(hostname) ?? { count: 0, sum: 0 };
    hosts.set(hostname, host);
    host.count++;
    host.sum += latency;
    sum += latency;
    longest = Math.max(longest, latency);
  }
  let bound = Math.max(longest, sum / concurrency);
  for (const [name, host] of hosts) {
    const paced = name === busyHost ? ((host.count - busyRate) * 1000) / busyRate : 0;
    bound = Math.max(bound, host.sum / perHost, (host.count - 1) * gap, paced);
  }
  return bound;
}

/** With this seed the longest of the 1,730 of `onePerHost` takes about as long as the longest of so many usually does (6.6 s). */
const seed = 1;

/** Two numbers between 0 and 1, both exclusive, that depend on a text alone (FNV-1a, then the finaliser of MurmurHash3). */
function drawsOf(text: string): readonly [number, number] {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  const draw = (salt: number): number => {
    let mixed = (hash ^ salt) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 2 ** 32;
  };
  return [draw(0x9e3779b9), draw(0x7f4a7c15)];
}
