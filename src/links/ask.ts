import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { LinkSettings } from '../model/settings.js';
import { type Verdict, type VerdictName, verdictNames } from '../model/verdict.js';
import { settleBySite } from './bysite.js';
import type { Settled } from './conclude.js';
import { openOutlet } from './dispatcher.js';
import { type Gate, gateName, openGate } from './gate.js';
import { openLanes } from './lanes.js';
import type { Ledger } from './ledger.js';
import { startNames } from './names.js';
import { startReach } from './reach.js';
import { settlePage } from './settle.js';
import type { Site } from './sites/site.js';
import type { Row, Target } from './target.js';
import { type LinkWorld, sleep } from './world.js';

/** Milliseconds between two tellings of how far it has come; waits are counted down meanwhile. */
const progressEvery = 100;

/** Asks the web for every target and fills in the verdicts of its rows; false when there turns out to be no network. */
export async function askAll(
  targets: readonly Target[],
  verdicts: Map<Row, Verdict>,
  settings: LinkSettings,
  world: LinkWorld,
  ledger: Ledger | null,
): Promise<boolean> {
  const { request } = await import('undici');
  // Every request in flight listens for the interrupt.
  setMaxListeners(0, world.signal);
  const now = world.now ?? Date.now;
  const limit = pLimit(settings.concurrency);
  const clock = {
    now,
    sleep: world.sleep ?? sleep,
    random: world.random ?? Math.random,
    signal: world.signal,
    crowded: () => limit.pendingCount > 0,
  };
  const names = await startNames();
  const outlet = await openOutlet(settings, names);
  const gates = new Map<string, Gate>();
  const gateOf = (hostname: string): Gate => {
    const name = gateName(hostname);
    const known = gates.get(name) ?? openGate(name, settings.perHost, clock);
    gates.set(name, known);
    return known;
  };
  const reach = startReach();
  const counts = Object.fromEntries(verdictNames.map((name) => [name, 0])) as Record<VerdictName, number>;
  let done = 0;
  const tell = (): void => {
    const waits = [...gates.values()].flatMap(({ host, notBefore }) =>
      notBefore > now() ? [{ host, until: notBefore }] : [],
    );
    world.onProgress?.({ total: targets.length, done, counts, waits });
  };
  const interrupted = new Promise<void>((resolve) => {
    if (world.signal.aborted) resolve();
    world.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const context = {
    settings,
    outlet,
    names,
    gateOf,
    limit,
    request,
    now,
    signal: world.signal,
    clock,
    ledger,
    reach,
  };
  const note = (settled: Settled): void => {
    for (const [row, verdict] of settled) verdicts.set(row, verdict);
    done++;
    counts[settled[0]?.[1].verdict ?? 'skipped']++;
  };
  const lanes = openLanes(async (target, sent) => note(await settlePage(target, context, sent).finally(sent)));
  const { claimed, others } = await sort(targets);
  tell();
  for (const target of others) lanes.push(target);
  const bySite = [...claimed].map(([site, wanted]) =>
    settleBySite(site, wanted, context, (target, settled) => {
      if (settled === null) lanes.push(target);
      else {
        reach.answered();
        note(settled);
      }
    }),
  );
  const work = Promise.all(bySite).then(() => lanes.idle());
  const ticking = world.onProgress === undefined ? null : setInterval(tell, progressEvery);
  // What hangs when the run is interrupted is not waited for.
  await Promise.race([Promise.all([work, lanes.idle()]), interrupted]).finally(() => {
    if (ticking !== null) clearInterval(ticking);
  });
  tell();
  await outlet.close();
  return world.signal.aborted || !reach.isOffline();
}

/** Which site answers for which targets; the order of the targets stays. */
async function sort(
  targets: readonly Target[],
): Promise<{ readonly claimed: ReadonlyMap<Site, readonly Target[]>; readonly others: readonly Target[] }> {
  const { sites } = await import('./sites/all.js');
  const claimed = new Map<Site, Target[]>();
  const others: Target[] = [];
  for (const target of targets) {
    const url = new URL(target.url);
    const site = sites.find((each) => each.claims(url));
    if (site === undefined) others.push(target);
    else {
      const group = claimed.get(site);
      if (group === undefined) claimed.set(site, [target]);
      else group.push(target);
    }
  }
  return { claimed, others };
}
