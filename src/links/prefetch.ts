import pLimit from 'p-limit';
import type { Link } from '../model/list.js';
import {
  type JsonValue,
  longestValue,
  type Prefetch,
  type PrefetchClient,
  type PrefetchedValue,
  type PrefetchResponse,
} from '../model/prefetch.js';
import type { LinkSettings } from '../model/settings.js';
import { thrownStack, thrownText } from '../text/thrown.js';
import { type CheckContext, sleep } from './context.js';
import type { Ledger } from './ledger/ledger.js';
import { openSession } from './session.js';
import { openApi } from './sites/api-client.js';
import type { SiteApi } from './sites/site.js';
import type { Target } from './targets.js';

/** The results of one prefetch by key. */
export type PrefetchedValues = ReadonlyMap<string, JsonValue>;

/** A prefetch that threw, or did not end. */
export interface PrefetchFailure {
  readonly prefetch: Prefetch;
  readonly why: string;
  readonly stack: string | null;
}

/** What came of all prefetches. */
export interface PrefetchOutcome {
  readonly values: ReadonlyMap<Prefetch, PrefetchedValues>;
  readonly failures: readonly PrefetchFailure[];
}

/** Calls of one prefetch at a time. */
const callsAtOnce = 3;
/** Milliseconds that one call may take. */
const patience = 120_000;
const keysOfCall = 50;
const longestKey = 1_000;

/** Reads what plugins need of links that were checked: from the ledger while it is young enough, else by their `fetch`. Never throws. */
export async function prefetchFor(
  prefetches: readonly Prefetch[],
  targets: readonly Target[],
  settings: LinkSettings,
  world: CheckContext,
  ledger: Ledger | null,
): Promise<PrefetchOutcome> {
  const now = (world.now ?? Date.now)();
  const session = settings.offline ? null : await openSession(settings, world, null);
  const values = new Map<Prefetch, PrefetchedValues>();
  const failures: PrefetchFailure[] = [];
  try {
    for (const prefetch of prefetches) {
      try {
        const wanted = keysOf(prefetch, targets);
        const found = new Map<string, JsonValue>();
        for (const [key, urls] of wanted) {
          const known = remembered(prefetch, urls, ledger, now);
          if (known !== null) found.set(key, known.value);
        }
        values.set(prefetch, found);
        const open = [...wanted.keys()].filter((key) => !found.has(key));
        if (session === null || open.length === 0) continue;
        const client = clientOf(openApi(session), now, world.signal);
        await fetchAll(prefetch, open, client, (key, value) => {
          found.set(key, value);
          remember(prefetch, wanted.get(key) ?? [], { readAt: new Date(now).toISOString(), value }, ledger);
        });
      } catch (error) {
        if (world.signal.aborted) break;
        failures.push({
          prefetch,
          why: thrownText(error),
          stack: error instanceof SlowError ? null : thrownStack(error),
        });
      }
    }
  } finally {
    await session?.close();
  }
  return { values, failures };
}

class SlowError extends Error {}

/** The URLs of targets by the key that a prefetch gives their links. */
function keysOf(prefetch: Prefetch, targets: readonly Target[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { url, rows } of targets) {
    const own = new Set(rows.map(({ link }: { readonly link: Link }) => prefetch.key(link)));
    for (const key of own) {
      if (typeof key !== 'string' || key === '' || key.length > longestKey) continue;
      const known = keys.get(key);
      if (known === undefined) keys.set(key, [url]);
      else known.push(url);
    }
  }
  return keys;
}

function remembered(
  { id, days = 7 }: Prefetch,
  urls: readonly string[],
  ledger: Ledger | null,
  now: number,
): PrefetchedValue | null {
  for (const url of urls) {
    const known = ledger?.find(url)?.prefetched[id];
    const age = known === undefined ? Number.NaN : now - Date.parse(known.readAt);
    if (known !== undefined && age >= 0 && age < days * 86_400_000) return known;
  }
  return null;
}

function remember({ id }: Prefetch, urls: readonly string[], value: PrefetchedValue, ledger: Ledger | null): void {
  for (const url of urls) {
    const known = ledger?.find(url) ?? null;
    if (known !== null) ledger?.record({ ...known, prefetched: { ...known.prefetched, [id]: value } });
  }
}

/** Calls `fetch` for all keys in batches. After a batch that fails, none is begun; what others give is still handed over. */
async function fetchAll(
  prefetch: Prefetch,
  keys: readonly string[],
  client: PrefetchClient,
  onValue: (key: string, value: JsonValue) => void,
): Promise<void> {
  const limit = pLimit(callsAtOnce);
  const size = Math.max(1, Math.min(prefetch.batch ?? keysOfCall, 1_000));
  const batches = Array.from({ length: Math.ceil(keys.length / size) }, (_, index) =>
    keys.slice(index * size, (index + 1) * size),
  );
  let hasFailed = false;
  const calls = batches.map((batch) =>
    limit(async () => {
      if (hasFailed) return;
      try {
        for (const [key, value] of await fetchBatch(prefetch, batch, client)) onValue(key, value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }),
  );
  const failed = (await Promise.allSettled(calls)).find((call) => call.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function fetchBatch(
  prefetch: Prefetch,
  batch: readonly string[],
  client: PrefetchClient,
): Promise<readonly (readonly [string, JsonValue])[]> {
  if (client.signal.aborted) return [];
  const waiting = new AbortController();
  const signal = AbortSignal.any([client.signal, waiting.signal]);
  const slow = sleep(patience, signal).then(() => {
    if (client.signal.aborted) return null;
    throw new SlowError(`it took longer than ${patience / 1000} s`);
  });
  try {
    const found: unknown = await Promise.race([prefetch.fetch(batch, client), slow]);
    if (!(found instanceof Map)) {
      if (client.signal.aborted) return [];
      throw new Error('`fetch` must give a Map of results by key');
    }
    return batch.flatMap((key) => {
      const value: unknown = found.get(key);
      const text = value === undefined ? undefined : JSON.stringify(value);
      // What the ledger gives back must be what the rule gets now.
      return text === undefined || text.length > longestValue ? [] : [[key, JSON.parse(text) as JsonValue] as const];
    });
  } finally {
    waiting.abort();
    await slow.catch(() => {});
  }
}

function clientOf(api: SiteApi, now: number, signal: AbortSignal): PrefetchClient {
  return {
    async get(url, headers = {}): Promise<PrefetchResponse | null> {
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null;
      const reply = await api.ask({ url, headers, accept: headers.accept ?? 'application/json' });
      return reply.kind === 'answer' && reply.broken === null ? { status: reply.status, body: reply.body } : null;
    },
    now,
    signal,
  };
}
