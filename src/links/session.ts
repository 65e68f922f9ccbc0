import { setMaxListeners } from 'node:events';
import { adaptiveConcurrency } from '../model/link-options.js';
import type { LinkSettings } from '../model/settings.js';
import type { CheckPageContext } from './check-page.js';
import { createNameDoubts } from './confirm.js';
import { type CheckContext, sleep } from './context.js';
import { adaptConcurrency, measureMachine } from './http/adaptive-concurrency.js';
import { openConnectionPool } from './http/dispatcher.js';
import { createDnsCache } from './http/dns.js';
import { createHostLimiter, type HostLimiter, limiterKey } from './http/host-limiter.js';
import { createRequestSlots } from './http/request-slots.js';
import { watchForInterception } from './intercepted-network.js';
import type { Ledger } from './ledger/ledger.js';
import { trackNetworkStatus } from './network-status.js';

/** All that asking needs, shared by every request of a run. */
export interface CheckSession extends CheckPageContext {
  /** The limiters that were opened, for telling who waits. */
  readonly limiters: ReadonlyMap<string, HostLimiter>;
  /** How many requests may be in flight. */
  places(): number;
  close(): Promise<void>;
}

/** Opens the way to the network: names, connections, limiters. undici is loaded here. */
export async function openSession(
  settings: LinkSettings,
  world: CheckContext,
  ledger: Ledger | null,
): Promise<CheckSession> {
  // Every request in flight listens for the interrupt.
  setMaxListeners(0, world.signal);
  const now = world.now ?? Date.now;
  const slots = createRequestSlots(settings.concurrency ?? adaptiveConcurrency.start);
  const { limit, onConnectStart } = slots;
  const clock = {
    now,
    sleep: world.sleep ?? sleep,
    random: world.random ?? Math.random,
    signal: world.signal,
    crowded: () => limit.pendingCount > 0,
  };
  const names = await createDnsCache();
  const pool = await openConnectionPool(settings, names, onConnectStart);
  const adapting =
    settings.concurrency === null
      ? adaptConcurrency(
          slots,
          measureMachine(() => names.counts),
        )
      : null;
  const limiters = new Map<string, HostLimiter>();
  const doubts = { waiting: 0 };
  const nameDoubts = createNameDoubts({ clock, settings, doubts }, async (host) => {
    names.forget(host);
    return (await names.resolve(host)).kind !== 'missing';
  });
  const limiterOf = (hostname: string): HostLimiter => {
    const name = limiterKey(hostname);
    const known =
      limiters.get(name) ?? createHostLimiter(name, settings.hosts.get(hostname)?.perHost ?? settings.perHost, clock);
    limiters.set(name, known);
    return known;
  };
  const onSaturated = (): void => adapting?.saturated();
  const guarded = { settings, pool, names, limit, onSaturated, now, signal: world.signal, limiterOf };
  return {
    ...guarded,
    clock,
    ledger,
    reach: trackNetworkStatus(names),
    interception: watchForInterception(guarded, (ms) => clock.sleep(ms, clock.signal)),
    randomPages: new Map(),
    doubts,
    nameDoubts,
    details: world.facts?.details ?? new Set(),
    factNeeds: world.facts,
    limiters,
    places: () => slots.places,
    close: () => {
      adapting?.stop();
      return pool.close();
    },
  };
}
