import { siteOf } from './classify/url-shape.js';
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
   * True when the network seems to have gone in the middle of the run: one site after another failed, and those that
   * answered before, asked again through `ask`, are silent too.
   */
  isLost(ask: (url: string) => Promise<RequestChain>): Promise<boolean>;
}

/** So many sites in a row that give no answer are no accident, or the dead ones at the end of a list: canaries tell. */
const suspicious = 8;
const mostCanaries = 3;
const silent = new Set(['dns', 'dns-failure', 'timeout', 'refused', 'reset']);

/** Starts with nothing tried. */
export function trackNetworkStatus(): NetworkStatus {
  const tried = new Set<string>();
  const canaries = new Map<string, string>();
  let inARow = new Set<string>();
  let reached = false;
  let checking: Promise<boolean> | null = null;
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
      } else if (silent.has(reply.reason) && reply.unasked !== true) inARow.add(siteOf(url));
      if (reached) return;
      const unnamed = reply.kind === 'failure' && (reply.reason === 'dns' || reply.reason === 'dns-failure');
      const nothing = reply.kind === 'failure' && ['interrupted', 'private-address'].includes(reply.reason);
      if (redirects.length > 0 || !(unnamed || nothing)) reached = true;
      else if (unnamed) tried.add(siteOf(url));
    },
    answered() {
      reached = true;
      inARow.clear();
    },
    isReached: () => reached,
    isOffline: () => !reached && tried.size >= 3,
    async isLost(ask) {
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
