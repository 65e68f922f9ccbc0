import { inShard } from '../../src/links/targets.js';
import { apiCall, busyRate, lawOf } from './latency.js';
import { median } from './measure.js';
import { type Lane, type Pace, runSchedule } from './schedule.js';
import { githubHeavy, onePerHost } from './urls.js';

/** As the engine's defaults: 64 in all, 8 to a host; a service with batches is asked three at a time. */
const concurrency = 64;
const perHost = 8;
const batch = 100;
const batchesAtOnce = 3;
/** Calls an hour that GitHub lets a token make, when each costs one point. */
const callsAnHour = 5000;

/** How repositories are asked for: through the API, or as pages at the rate that their host bears. */
type Way = 'api' | 'pages' | 'none';

/** Prints what 1, 4 and 16 shards by host do to long lists, by the real `inShard` and the latencies of the small web. */
export function simulateShards(print: (text: string) => void): void {
  print(`simulated: ${concurrency} in flight in all, ${perHost} to a host; every shard is a machine of its own`);
  print(['links', 'shards', 'wall', 'fastest', 'median', 'sum', 'speed-up'].map((text) => text.padStart(10)).join(''));
  for (const count of [1000, 100_000, 1_000_000]) {
    const cases: readonly (readonly [string, Way, readonly string[]])[] = [
      ['one URL a host', 'none', onePerHost(count, 80)],
      ['GitHub-heavy, API', 'api', githubHeavy(count, 80, 'github.com')],
      ['GitHub-heavy, pages', 'pages', githubHeavy(count, 80, 'github.com')],
    ];
    for (const [title, way, urls] of cases) {
      print(title);
      const lanes = lanesOf(urls, way);
      let alone = 0;
      for (const shards of [1, 4, 16]) {
        const walls = Array.from({ length: shards }, (_, index) =>
          runSchedule(
            lanes.filter(({ host }) => inShard(host, { index: index + 1, count: shards })),
            concurrency,
          ),
        );
        const wall = Math.max(...walls);
        if (shards === 1) alone = wall;
        const sum = walls.reduce((total, each) => total + each, 0);
        const cells = [wall, Math.min(...walls), median(walls), sum].map(inWords);
        print(
          [String(count), String(shards), ...cells, (alone / wall).toFixed(2)]
            .map((text) => text.padStart(10))
            .join(''),
        );
      }
      const calls = lanes.find(({ host }) => host === 'github.com')?.latencies.length ?? 0;
      if (way === 'api' && calls > callsAnHour)
        print(`    ${calls} calls of the API are more than the ${callsAnHour} that a token has in an hour`);
    }
  }
}

/** The requests of each host, the longest queue first, as the engine begins them. */
function lanesOf(urls: readonly string[], way: Way): readonly Lane[] {
  const byHost = new Map<string, number[]>();
  let repositories = 0;
  for (const url of urls) {
    const { hostname, pathname } = new URL(url);
    const isRepository = hostname === 'github.com';
    if (isRepository && way === 'api' && repositories++ % batch !== 0) continue;
    const latency = isRepository && way === 'api' ? apiCall(url) : lawOf(hostname, pathname)(`${hostname}${pathname}`);
    const known = byHost.get(hostname);
    if (known === undefined) byHost.set(hostname, [latency]);
    else known.push(latency);
  }
  const paceOf = (host: string): Pace => {
    if (host !== 'github.com') return { atOnce: perHost, gap: 0 };
    return way === 'api' ? { atOnce: batchesAtOnce, gap: 0 } : { atOnce: perHost, gap: 1000 / busyRate };
  };
  return [...byHost]
    .map(([host, latencies]) => ({ host, latencies, ...paceOf(host) }))
    .sort((a, b) => b.latencies.length - a.latencies.length);
}

function inWords(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 3_600_000 ? `${(ms / 60_000).toFixed(1)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
