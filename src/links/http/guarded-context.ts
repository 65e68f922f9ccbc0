import type { LimitFunction } from 'p-limit';
import type { LinkSettings } from '../../model/settings.js';
import type { ConnectionPool } from './dispatcher.js';
import type { DnsCache } from './dns.js';
import type { HostLimiter } from './host-limiter.js';

/** What following a link needs; every hop goes through all of it. */
export interface GuardedContext {
  readonly settings: LinkSettings;
  readonly pool: ConnectionPool;
  readonly names: DnsCache;
  readonly limiterOf: (hostname: string) => HostLimiter;
  /** Maximum number of concurrent requests. */
  readonly limit: LimitFunction;
  /** Hears that this machine had no free file descriptor. */
  readonly onSaturated: () => void;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** One request that is to go out. */
export interface GuardedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout: number;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number;
  /** Sent by POST. */
  readonly json?: string;
  /** True for a service that the environment names: it may be private. */
  readonly trusted?: boolean;
}
