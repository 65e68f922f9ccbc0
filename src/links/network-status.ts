import type { Reason } from '../model/reasons.js';
import { siteOf } from './classify/url-shape.js';
import type { DnsCache } from './http/dns.js';
import type { RequestChain } from './http/response.js';

/** Whether there is a network, at all and still, detected from what was tried. */
export interface NetworkStatus {
  note(url: string, trail: RequestChain): void;
  /** A service answered. */
  answered(): void;
  /** True when something answered, refused or reset: from then on `isOffline` stays false. */
  isReached(): boolean;
  /** True when three registrable domains or more were tried, no name resolved, and nothing ever answered, refused or reset. */
  isOffline(): boolean;
  /**
   * True when the network seems to have gone in the middle of the run. Where a name was not found: names that were found
   * before no longer are. Otherwise: one site after another failed, and those that answered before, asked again through
   * `ask`, are silent too.
   */
  isLost(reason: Reason | null, ask: (url: string) => Promise<RequestChain>): Promise<boolean>;
}

/** So many sites in a row that give no answer are no accident, or the dead ones at the end of a list: canaries tell. */
const suspicious = 8;
const mostCanaries = 3;
const unnamed: ReadonlySet<string | null> = new Set<Reason>(['dns', 'dns-failure']);
const silent: ReadonlySet<string> = new Set<Reason>(['dns', 'dns-failure', 'timeout', 'refused', 'reset', 'no-route']);

/** Starts with nothing tried. */
export function trackNetworkStatus(names: DnsCache): NetworkStatus {
  const tried = new Set<string>();
  const canaries = new Map<string, string>();
  let inARow = new Set<string>();
  let reached = false;
  let checking: Promise<boolean> | null = null;
  /** Hosts that answered and whose names the resolver knew. */
  const named = new Set<string>();
  const areNamesLost = shared(async () => {
    for (const host of named) {
      names.forget(host);
      if ((await names.resolve(host)).kind === 'found') return false;
    }
    return named.size > 0;
  });
  const isSilent = ({ reply }: RequestChain): boolean => reply.kind === 'failure' && silent.has(reply.reason);
  return {
    note(url, trail) {
      const { reply, redirects } = trail;
      if (reply.kind === 'answer') {
        inARow.clear();
        if (canaries.size < mostCanaries && reply.status < 400) {
          const site = siteOf(url);
          if (!canaries.has(site)) canaries.set(site, url);
        }
        const { hostname } = new URL(url);
        if (named.size < mostCanaries && names.known(hostname)?.kind === 'found') named.add(hostname);
      } else if (silent.has(reply.reason) && reply.unasked !== true) inARow.add(siteOf(url));
      if (reached) return;
      const isUnnamed = reply.kind === 'failure' && unnamed.has(reply.reason);
      const nothing =
        reply.kind === 'failure' &&
        ['interrupted', 'private-address', 'no-route', 'proxy-refused'].includes(reply.reason);
      if (redirects.length > 0 || !(isUnnamed || nothing)) reached = true;
      else if (isUnnamed) tried.add(siteOf(url));
    },
    answered() {
      reached = true;
      inARow.clear();
    },
    isReached: () => reached,
    isOffline: () => !reached && tried.size >= 3,
    async isLost(reason, ask) {
      if (unnamed.has(reason) && (await areNamesLost())) return true;
      if (inARow.size < suspicious || canaries.size === 0) return false;
      // Many come at once: one look serves them all.
      checking ??= Promise.all([...canaries.values()].map(ask))
        .then((trails) => trails.every(isSilent))
        .finally(() => {
          checking = null;
        });
      const lost = await checking;
      if (!lost) inARow = new Set();
      return lost;
    },
  };
}

/** A check that those who ask for it while it runs share: the next one, since what they saw came after this one began. */
function shared(check: () => Promise<boolean>): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  const begin = (): Promise<boolean> => {
    next = null;
    running = check().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return begin();
    next ??= running.then(begin, begin);
    return next;
  };
}
