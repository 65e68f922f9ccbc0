import type { Trail } from './evidence.js';
import { siteOf } from './place.js';

/** Whether there is a network at all, told from what was tried. */
export interface Reach {
  note(url: string, trail: Trail): void;
  /** True when three registrable domains or more were tried, no name resolved, and nothing ever answered, refused or reset. */
  isOffline(): boolean;
}

/** Starts with nothing tried. */
export function startReach(): Reach {
  const tried = new Set<string>();
  let reached = false;
  return {
    note(url, { reply, redirects }) {
      if (reached) return;
      const unnamed = reply.kind === 'failure' && (reply.reason === 'dns' || reply.reason === 'dns-failure');
      const silent = reply.kind === 'failure' && ['interrupted', 'private-address'].includes(reply.reason);
      if (redirects.length > 0 || !(unnamed || silent)) reached = true;
      else if (unnamed) tried.add(siteOf(url));
    },
    isOffline: () => !reached && tried.size >= 3,
  };
}
