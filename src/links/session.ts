import { setMaxListeners } from 'node:events';
import type { LinkSettings } from '../model/settings.js';
import type { SettleContext } from './check-page.js';
import { type LinkWorld, sleep } from './context.js';
import { openOutlet } from './http/dispatcher.js';
import { startNames } from './http/dns.js';
import { type Gate, gateName, openGate } from './http/host-limiter.js';
import { openPlaces } from './http/request-slots.js';
import type { Ledger } from './ledger/ledger.js';
import { startReach } from './network-status.js';

/** All that asking needs, shared by every request of a run. */
export interface Engine extends SettleContext {
  /** The gates that were opened, for telling who waits. */
  readonly gates: ReadonlyMap<string, Gate>;
  close(): Promise<void>;
}

/** Opens the way to the network: names, connections, gates. undici is loaded here. */
export async function openEngine(settings: LinkSettings, world: LinkWorld, ledger: Ledger | null): Promise<Engine> {
  const { request } = await import('undici');
  // Every request in flight listens for the interrupt.
  setMaxListeners(0, world.signal);
  const now = world.now ?? Date.now;
  const { limit, knock } = openPlaces(settings.concurrency);
  const clock = {
    now,
    sleep: world.sleep ?? sleep,
    random: world.random ?? Math.random,
    signal: world.signal,
    crowded: () => limit.pendingCount > 0,
  };
  const names = await startNames();
  const outlet = await openOutlet(settings, names, knock);
  const gates = new Map<string, Gate>();
  return {
    settings,
    outlet,
    names,
    limit,
    request,
    now,
    signal: world.signal,
    clock,
    ledger,
    reach: startReach(),
    randomPages: new Map(),
    doubts: { waiting: 0 },
    gates,
    gateOf(hostname) {
      const name = gateName(hostname);
      const known = gates.get(name) ?? openGate(name, settings.perHost, clock);
      gates.set(name, known);
      return known;
    },
    close: () => outlet.close(),
  };
}
