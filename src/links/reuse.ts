import type { Reason } from '../model/reasons.js';
import type { LinkSettings } from '../model/settings.js';
import type { LedgerRecord } from './ledger/ledger.js';
import type { Target } from './targets.js';

/** What part of `--max-age` each verdict lives; what failed is checked every time. */
const shares: Readonly<Partial<Record<LedgerRecord['verdict'], number>>> = { alive: 1, moved: 1, unverifiable: 0.5 };

/** Milliseconds for which a record is valid. The jitter only shortens it, by up to a fifth, and is the same for one URL on every run. */
export function timeToLive(record: LedgerRecord, settings: LinkSettings): number {
  const share = shares[record.verdict] ?? 0;
  // Bot protection may block a data center and not a laptop, or the other way round.
  if (record.verdict === 'unverifiable' && record.vantage !== settings.vantage) return 0;
  let hash = 0;
  for (let index = 0; index < record.url.length; index++) hash = (hash * 31 + record.url.charCodeAt(index)) >>> 0;
  return settings.maxAge * share * (1 - (hash % 1000) / 5000);
}

/** True when the present settings would reach a target in the way of the record, and judge its status as the record does. */
export function fitsSettings(record: LedgerRecord, target: Target, settings: LinkSettings): boolean {
  const { probe, status, verdict, reason } = record;
  // An API is reached in the way that the environment names, and its answers are its own.
  if (probe !== 'http') return true;
  const before = record.reachedWith ?? [];
  const now = reachedWith(target.host, settings);
  // What was reached without private addresses is there with them, too.
  if (!before.every((each) => now.includes(each))) return false;
  if (!now.every((each) => each === allowPrivate || before.includes(each))) return false;
  // A page that has not changed (304) was judged before.
  if (status === null || status === 304) return true;
  const isAccepted = acceptedBy(target.host, settings).some(({ from, to }) => from <= status && status <= to);
  if (verdict === 'alive' || verdict === 'moved') return isAccepted;
  return !(isAccepted && byStatus.has(reason ?? ''));
}

/** Reasons that a link has for its status alone. */
const byStatus: ReadonlySet<string> = new Set<Reason>([
  ...(['http-3xx', 'http-4xx', 'http-404', 'http-410', 'http-5xx'] as const),
  ...(['legal', 'not-accepted', 'rate-limited'] as const),
]);

const allowPrivate = 'allow-private';

/** The options that decide how a host is reached, as a record keeps them; values of headers are left out. */
export function reachedWith(host: string, settings: LinkSettings): readonly string[] {
  const { allowPrivate: isPrivate, cacert, confirmingUserAgent, connectTo, headers, userAgent } = settings;
  // One that was set is sent in every request; by default the second look has another.
  const isAgentSet = userAgent === confirmingUserAgent;
  return [
    ...(isPrivate ? [allowPrivate] : []),
    ...(cacert === null ? [] : ['cacert']),
    ...connectTo.map((each) => `connect-to ${each.host}:${each.port}:${each.toHost}:${each.toPort}`),
    ...headers
      .filter((each) => each.host.replace(/:\d+$/, '') === host)
      .map(({ name }) => `header ${name.toLowerCase()}`),
    ...(isAgentSet ? [`user-agent ${userAgent.slice(0, 200)}`] : []),
  ].sort();
}

/** The statuses that count as alive for a host. */
export function acceptedBy(host: string, { hosts, accept }: LinkSettings): LinkSettings['accept'] {
  return hosts.get(host)?.accept ?? accept;
}
