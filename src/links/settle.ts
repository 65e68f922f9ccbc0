import type { Verdict } from '../model/verdict.js';
import { oneLine, sentences, type Trail } from './evidence.js';
import { follow } from './follow.js';
import type { GateClock } from './gate.js';
import type { HopContext } from './hop.js';
import { type Judgement, judge, maybeApplication } from './judge.js';
import type { Ledger, LedgerRecord } from './ledger.js';
import { verdictOf } from './offline.js';
import { titleOf } from './page.js';
import type { Reach } from './reach.js';
import { type Row, type Target, wordsOf } from './target.js';

/** What settling a target needs besides the way out. */
export interface SettleContext extends HopContext {
  readonly clock: GateClock;
  readonly ledger: Ledger | null;
  readonly reach: Reach;
}

/**
 * Asks for one target, again where it failed for now, and once more after a while before it is called broken.
 * `sent` is called when the first request goes out, or none will.
 */
export async function settleTarget(
  target: Target,
  context: SettleContext,
  sent: () => void,
): Promise<readonly (readonly [Row, Verdict])[]> {
  const { clock, ledger, reach, settings } = context;
  const known = ledger?.find(target.url) ?? null;
  if (known?.verdict === 'alive' && clock.now() - Date.parse(known.checkedAt) < ageFor(target.url, settings.maxAge)) {
    return target.rows.map((row) => [row, fromLedger(known, row)]);
  }
  const judgeIt = (trail: Trail): Judgement =>
    judge(trail, { url: target.url, words: () => wordsOf(target), accept: settings.accept });
  let trail = await follow(target.url, 'plain', context, sent);
  // A name that does not resolve is never sent for.
  sent();
  const evidence = [...sentences(trail, target.url)];
  for (let attempt = 0; attempt < settings.retries && !clock.signal.aborted; attempt++) {
    if (judgeIt(trail).verdict !== 'unreachable' || !isTransient(trail)) break;
    // A gate holds back by itself when its host asked for it; this wait is for hosts that only failed.
    await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()), clock.signal);
    trail = await follow(target.url, 'plain', context);
    evidence.push(`asked again: ${sentences(trail, target.url).at(-1)}`);
  }
  reach.note(target.url, trail);
  let judgement = judgeIt(trail);
  const failedAt = clock.now();
  if (judgement.verdict === 'broken' && !clock.signal.aborted) {
    await clock.sleep(settings.confirmAfter, clock.signal);
    if (!clock.signal.aborted) {
      context.names.forget(target.host);
      trail = await follow(target.url, 'browser', context);
      reach.note(target.url, trail);
      judgement = await judgeApplication(trail, judgeIt(trail), target, context);
      const seconds = Math.max(1, Math.round((clock.now() - failedAt) / 1000));
      const twice = judgement.verdict === 'broken' ? `the same ${seconds} s later` : `asked again ${seconds} s later`;
      evidence.push(oneLine(`${twice}: ${sentences(trail, target.url).at(-1)}`));
    } else
      judgement = {
        verdict: 'unreachable',
        reason: judgement.reason,
        notes: [],
        because: 'the run was interrupted before it could be confirmed',
      };
  }
  if (judgement.because !== null) evidence.push(judgement.because);
  return conclude(target, trail, judgement, evidence, known, context);
}

/** A 404 that shows the same application as the front page may be a page all the same. */
async function judgeApplication(
  trail: Trail,
  judgement: Judgement,
  target: Target,
  context: SettleContext,
): Promise<Judgement> {
  if (judgement.verdict !== 'broken' || trail.reply.kind !== 'answer' || !maybeApplication(trail.reply))
    return judgement;
  const front = await follow(new URL('/', target.url).href, 'browser', context);
  const alike =
    front.reply.kind === 'answer' && front.reply.status === 200 && front.reply.body.trim() === trail.reply.body.trim();
  return alike
    ? {
        verdict: 'unverifiable',
        reason: 'spa',
        notes: [],
        because: 'the front page is the same application: only a browser can tell',
      }
    : judgement;
}

function conclude(
  target: Target,
  trail: Trail,
  judgement: Judgement,
  evidence: readonly string[],
  known: LedgerRecord | null,
  { clock, ledger, settings }: SettleContext,
): readonly (readonly [Row, Verdict])[] {
  const now = new Date(clock.now()).toISOString();
  const failed = judgement.verdict === 'broken' || judgement.verdict === 'unreachable';
  const asked = wasAsked(trail);
  const failures = failed ? (known?.failures ?? 0) + (asked ? 1 : 0) : 0;
  const firstFailedAt = failed ? (known?.firstFailedAt ?? (asked ? now : null)) : null;
  const { deadAfter } = settings;
  const old = firstFailedAt !== null && clock.now() - Date.parse(firstFailedAt) >= deadAfter.days * 86_400_000;
  const dead = judgement.verdict === 'unreachable' && failures >= deadAfter.failures && old;
  const verdict = dead ? 'broken' : judgement.verdict;
  const { reply, redirects, durationMs } = trail;
  const all = dead ? [...evidence, `${failures} failures since ${firstFailedAt}`] : evidence;
  const { reason, notes } = judgement;
  const status = reply.kind === 'answer' ? reply.status : null;
  const end = redirects.length > 0 && reply.kind === 'answer' ? reply.url : null;
  if (verdict !== 'skipped' && asked) {
    const alive = verdict === 'alive' || verdict === 'moved';
    ledger?.record({
      url: target.url,
      verdict,
      reason,
      status,
      finalUrl: end,
      redirects,
      notes,
      firstFailedAt,
      failures,
      evidence: all.slice(-4),
      checkedAt: now,
      firstAliveAt: known?.firstAliveAt ?? (alive ? now : null),
      lastAliveAt: alive ? now : (known?.lastAliveAt ?? null),
      title: reply.kind === 'answer' ? titleOf(reply.body) : null,
      hostId: null,
      vantage: settings.vantage,
    });
  }
  return target.rows.map((row) => {
    const finalUrl = end === null ? null : withFragment(end, row.url);
    const facts = {
      url: row.url,
      verdict,
      reason,
      status,
      finalUrl,
      redirects,
      notes,
      probe: 'http',
      evidence: all,
      firstFailedAt,
      failures,
      suggestion: verdict === 'moved' ? finalUrl : null,
      durationMs,
    };
    return [row, verdictOf(facts)];
  });
}

/** Worth another try: no answer, or one that says "later". */
function isTransient(trail: Trail): boolean {
  const { reply } = trail;
  if (reply.kind === 'answer')
    return [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524].includes(reply.status);
  return ['timeout', 'reset', 'dns-failure', 'saturated'].includes(reply.reason) && wasAsked(trail);
}

/** False when the fault is not the server's: its gate was closed by others, or this machine had no means left. */
function wasAsked({ reply }: Trail): boolean {
  return reply.kind === 'answer' || !(reply.unasked || reply.reason === 'saturated');
}

function withFragment(url: string, written: string): string {
  const hash = written.indexOf('#');
  return hash < 0 || url.includes('#') ? url : url + written.slice(hash);
}

function fromLedger(record: LedgerRecord, row: Row): Verdict {
  const { verdict, reason, status, finalUrl, redirects, notes, checkedAt } = record;
  const evidence = [`alive when it was asked at ${checkedAt}`, ...record.evidence];
  return verdictOf({
    url: row.url,
    verdict,
    reason,
    status,
    finalUrl,
    redirects,
    notes,
    evidence,
    probe: 'ledger',
    cached: true,
  });
}

/** Time to live with a jitter that only shortens it, by up to a fifth, and is the same for one URL on every run. */
function ageFor(url: string, maxAge: number): number {
  let hash = 0;
  for (let index = 0; index < url.length; index++) hash = (hash * 31 + url.charCodeAt(index)) >>> 0;
  return maxAge * (1 - (hash % 1000) / 5000);
}
