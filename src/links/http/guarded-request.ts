import { sleep } from '../context.js';
import { detectBotWall } from './bot-walls.js';
import type { GuardedContext, GuardedRequest } from './guarded-context.js';
import { type HostLimiter, type LimiterOutcome, retryAfterOf } from './host-limiter.js';
import { isAddress, isPrivateHost } from './private-address.js';
import { probe } from './request.js';
import type { FailureReason } from './response.js';
import { type Failure, type HttpResult, headerOf, type Leniency } from './response.js';
import { probeCompleted, probeTolerantly } from './tolerant-request.js';

export type { GuardedContext, GuardedRequest } from './guarded-context.js';

/** What is requested: at first as programs do, to confirm as browsers do. */
export const accepts = {
  plain: 'text/html,application/xhtml+xml,*/*;q=0.8',
  browser: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
} as const;

/** What one hop gave. */
export interface GuardedResult {
  readonly reply: HttpResult;
  readonly durationMs: number;
  readonly incompleteChain: boolean;
  readonly leniencies: readonly Leniency[];
}

/** So often a request is tried for which there is no file descriptor, and so many milliseconds apart: others end meanwhile. */
const [mostTries, pause] = [40, 250];

/** One hop: address check, name, limiter, request. */
export async function sendGuarded(
  hop: GuardedRequest,
  context: GuardedContext,
  sent: () => void,
): Promise<GuardedResult> {
  const { settings, pool, names, now, signal } = context;
  const { url, headers, timeout, trusted = false } = hop;
  const parsed = new URL(url);
  const { hostname } = parsed;
  const instead = (reason: FailureReason, detail: string): Failure => ({ kind: 'failure', url, reason, detail });
  const none = (reply: Failure) => ({ reply, durationMs: 0, incompleteChain: false, leniencies: [] });
  const interrupted = () => none(instead('interrupted', 'the run was interrupted'));
  if (signal.aborted) return interrupted();
  if (!settings.allowPrivate && !trusted && isPrivateHost(hostname))
    return none(instead('private-address', `${hostname} is a private address`));
  if (timeout <= 0) return none(instead('timeout', 'no time was left for another redirect'));
  if (!trusted && !isAddress(hostname) && !pool.reroutes(parsed)) {
    // The wait for a name is not charged to the server.
    const name = await names.resolve(hostname);
    if (name.kind === 'missing') return none(instead('dns', `${hostname} does not exist (NXDOMAIN)`));
    if (name.kind === 'failed')
      return none(instead('dns-failure', `${hostname} could not be looked up: ${name.detail}`));
  }
  const limiter = context.limiterOf(hostname);
  let startedAt = now();
  let incompleteChain = false;
  let leniencies: readonly Leniency[] = [];
  const send = async (): Promise<HttpResult | null> => {
    startedAt = now();
    // Its turn came after the host asked for patience, or after an interrupt: back behind the limiter.
    if (limiter.notBefore > startedAt || signal.aborted) return null;
    sent();
    const first = await probe({
      url: parsed,
      headers,
      timeout,
      dispatcher: pool.dispatcherFor(parsed, trusted ? 'service' : 'verified'),
      signal,
      ...(hop.cap === undefined ? {} : { cap: hop.cap }),
      ...(hop.json === undefined ? {} : { json: hop.json }),
    });
    if (first.kind === 'answer' || hop.json !== undefined || trusted) return first;
    const rest = { ...hop, timeout: timeout - (now() - startedAt) };
    if (rest.timeout <= 0) return first;
    if (first.reason === 'tls-incomplete') {
      const second = await probeCompleted(parsed, rest, context);
      incompleteChain = second?.kind === 'answer';
      return second ?? first;
    }
    const second = await probeTolerantly(parsed, first, rest, context);
    leniencies = second.leniencies;
    return second.reply;
  };
  let reply: HttpResult | null = null;
  while (reply === null) {
    if (!(await limiter.acquire())) {
      if (signal.aborted) return interrupted();
      return none({ ...instead(limiter.closed ?? 'timeout', whyClosed(limiter)), unasked: true });
    }
    // The limiter must hear of a refusal before the next in all has its turn.
    reply = await context.limit(async () => {
      let got = await send();
      for (let tries = 1; isSaturated(got) && tries < mostTries && !signal.aborted; tries++) {
        context.onSaturated();
        await sleep(pause, signal);
        got = await send();
      }
      limiter.release(got === null ? { kind: 'unused' } : outcomeOf(got, now()));
      return got;
    });
  }
  if (signal.aborted && reply.kind === 'failure') return interrupted();
  return { reply, durationMs: now() - startedAt, incompleteChain, leniencies };
}

/** True for a request that was not sent, as there was no file descriptor for its connection. */
function isSaturated(reply: HttpResult | null): boolean {
  return reply?.kind === 'failure' && reply.reason === 'saturated';
}

/** Why the limiter of a host lets no one in, in words: one text for all links to the host. */
function whyClosed(limiter: HostLimiter): string {
  const known = closings.get(limiter);
  if (known !== undefined) return known;
  const words = closedInWords(limiter.closed, limiter.host);
  closings.set(limiter, words);
  return words;
}

const closings = new WeakMap<HostLimiter, string>();

function closedInWords(reason: FailureReason | null, host: string): string {
  switch (reason) {
    case 'timeout':
      return `not checked: several requests to ${host} timed out in a row`;
    case 'refused':
      return `not checked: ${host} refused many connections in a row`;
    case 'bot-wall':
      return `not checked: ${host} blocked several requests in a row`;
    case 'rate-limited':
      return `not checked: ${host} allows no more requests in this run`;
    default:
      return `not checked: ${host} failed again after every wait`;
  }
}

function outcomeOf(reply: HttpResult, now: number): LimiterOutcome {
  if (reply.kind === 'failure') {
    if (reply.reason === 'timeout')
      return { kind: 'timeout', connected: !/CONNECT_TIMEOUT|ETIMEDOUT/.test(reply.detail) };
    if (reply.reason === 'refused' || reply.reason === 'no-route') return { kind: 'refused' };
    return reply.reason === 'reset' ? { kind: 'slow-down', reason: 'reset', retryAfter: null } : { kind: 'fine' };
  }
  const protection = reply.status === 429 || reply.status === 503 ? null : detectBotWall(reply);
  if (protection !== null) return { kind: 'bot-protection', name: protection };
  if (reply.status !== 429 && reply.status !== 503) return { kind: 'fine' };
  const reason = reply.status === 429 ? 'rate-limited' : 'http-5xx';
  return { kind: 'slow-down', reason, retryAfter: retryAfterOf((name) => headerOf(reply, name), now) };
}
