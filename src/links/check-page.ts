import { type Classification, classify, maybeApplication } from './classify/classify.js';
import { titleOf } from './classify/page-title.js';
import type { FragmentResults } from './fragments/check-fragments.js';
import { type FollowOptions, follow } from './http/follow-redirects.js';
import type { GuardedContext } from './http/guarded-request.js';
import type { LimiterClock } from './http/host-limiter.js';
import { evidenceLine, headerOf, type RequestChain, sentences } from './http/response.js';
import { sameOverHttps } from './https-upgrade.js';
import type { Ledger, LedgerRecord } from './ledger/ledger.js';
import type { NetworkStatus } from './network-status.js';
import { openApi } from './sites/api-client.js';
import { compareWithRandomPage, type RandomPages } from './soft-404.js';
import { entryWords, type Target } from './targets.js';
import { type CheckedTarget, fragmentsOf, type Outcome, recordVerdict } from './verdict.js';

/** What settling a target needs besides the way out. */
export interface CheckPageContext extends GuardedContext {
  readonly clock: LimiterClock;
  readonly ledger: Ledger | null;
  readonly reach: NetworkStatus;
  readonly randomPages: RandomPages;
  /** How many links that seem broken wait to be asked again. */
  readonly doubts: { waiting: number };
}

/** Waits before what seems broken is asked again, and lets it be counted meanwhile. */
export async function waitToConfirm(
  { clock, settings, doubts }: Pick<CheckPageContext, 'clock' | 'settings' | 'doubts'>,
  count = 1,
): Promise<void> {
  doubts.waiting += count;
  await clock.sleep(settings.confirmAfter, clock.signal);
  doubts.waiting -= count;
}

/** Decoded bytes that are read of a page in which a fragment is looked for. */
const fragmentCap = 3_000_000;

/**
 * Asks for one target as a page, again where it failed for now, and once more after a while before it is called broken.
 * `sent` is called when the first request goes out, or none will.
 */
export async function checkPage(target: Target, context: CheckPageContext, sent: () => void): Promise<CheckedTarget> {
  const { clock, ledger, reach, settings } = context;
  const known = ledger?.find(target.url) ?? null;
  const judgeIt = (trail: RequestChain): Classification =>
    classify(trail, { url: target.url, words: () => entryWords(target), accept: settings.accept, known });
  const fragments = fragmentsOf(target);
  const cap = fragments.length > 0 ? fragmentCap : undefined;
  const conditional: FollowOptions =
    known?.verdict === 'alive' && known.validators !== null && fragments.length === 0
      ? { validators: known.validators }
      : {};
  let trail = await follow(target.url, 'plain', context, { sent, cap, ...conditional });
  // A name that does not resolve is never sent for.
  sent();
  let judgement = judgeIt(trail);
  const evidence = [...sentences(trail, target.url)];
  for (let attempt = 0; attempt < settings.retries && !clock.signal.aborted; attempt++) {
    if (judgement.verdict !== 'unreachable' || !isTransient(trail)) break;
    // A limiter holds back by itself when its host asked for it; this wait is for hosts that only failed.
    await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()), clock.signal);
    trail = await follow(target.url, 'plain', context, { cap });
    judgement = judgeIt(trail);
    evidence.push(`asked again: ${sentences(trail, target.url).at(-1)}`);
  }
  reach.note(target.url, trail);
  if (judgement.verdict === 'broken' && !clock.signal.aborted) {
    const failedAt = clock.now();
    await waitToConfirm(context);
    if (!clock.signal.aborted) {
      context.names.forget(target.host);
      trail = await follow(target.url, 'browser', context, { cap });
      reach.note(target.url, trail);
      judgement = await judgeApplication(trail, judgeIt(trail), target, context);
      const seconds = Math.max(1, Math.round((clock.now() - failedAt) / 1000));
      const twice = judgement.verdict === 'broken' ? `the same ${seconds} s later` : `asked again ${seconds} s later`;
      evidence.push(evidenceLine(`${twice}: ${sentences(trail, target.url).at(-1)}`));
    } else
      judgement = {
        verdict: 'unreachable',
        reason: judgement.reason,
        notes: [],
        because: 'the run was interrupted before it could be confirmed',
      };
  }
  if (judgement.verdict === 'alive' && trail.reply.kind === 'answer' && !clock.signal.aborted)
    judgement =
      (await compareWithRandomPage(trail.reply, () => entryWords(target), context, context.randomPages)) ?? judgement;
  const gone = judgement.verdict === 'unreachable' || (judgement.verdict === 'broken' && judgement.reason === 'dns');
  const lost = gone && !clock.signal.aborted && (await reach.isLost((url) => follow(url, 'plain', context)));
  if (lost) judgement = networkLost;
  if (settings.upgrade && judgement.verdict === 'alive' && !clock.signal.aborted) {
    const proof = await sameOverHttps(trail, context);
    if (proof !== null) {
      evidence.push(proof);
      judgement = { ...judgement, notes: [...judgement.notes, 'same-over-https'] };
    }
  }
  const words = fragments.length === 0 ? noWords : await fragmentWords(target, trail, judgement, context);
  if (judgement.because !== null) evidence.push(evidenceLine(judgement.because));
  return recordVerdict(
    target,
    { ...outcomeOf(trail, judgement, evidence, known), fragments: words, ...(lost ? { asked: false } : {}) },
    context,
  );
}

const noWords: FragmentResults = new Map();

/** Looks for the fragments of a page that is alive; those that are missing are looked for again after a while. */
async function fragmentWords(
  target: Target,
  { reply }: RequestChain,
  { verdict }: Classification,
  context: CheckPageContext,
): Promise<FragmentResults> {
  if ((verdict !== 'alive' && verdict !== 'moved') || reply.kind !== 'answer') return noWords;
  const fragments = fragmentsOf(target);
  const { checkOnGithub, checkOnPage } = await import('./fragments/check-fragments.js');
  if (/^(?:www\.)?github\.com$/.test(new URL(reply.url).hostname))
    return checkOnGithub(fragments, reply.url, openApi(context));
  const first = checkOnPage(fragments, reply);
  if (![...first.values()].some((word) => word.verdict === 'broken') || context.signal.aborted) return first;
  await context.clock.sleep(context.settings.confirmAfter, context.signal);
  const again = await follow(target.url, 'browser', context, { cap: fragmentCap });
  if (again.reply.kind !== 'answer' || again.reply.status >= 300) return noWords;
  const second = checkOnPage(fragments, again.reply);
  return new Map([...first].filter(([fragment]) => second.has(fragment)));
}

const networkLost: Classification = {
  verdict: 'unreachable',
  reason: 'network-lost',
  notes: [],
  because: 'sites that answered earlier in this run are silent too: the network here seems to have gone',
};

/** A 404 that shows the same application as the front page may be a page all the same. */
async function judgeApplication(
  trail: RequestChain,
  judgement: Classification,
  target: Target,
  context: CheckPageContext,
): Promise<Classification> {
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

function outcomeOf(
  trail: RequestChain,
  judgement: Classification,
  evidence: readonly string[],
  known: LedgerRecord | null,
): Outcome {
  const { reply, redirects, durationMs } = trail;
  const answer = reply.kind === 'answer' ? reply : null;
  const tag = (name: string): string | null => (answer === null ? null : headerOf(answer, name).slice(0, 200) || null);
  const unchanged = answer?.status === 304 && judgement.verdict === 'alive';
  const validators = { etag: tag('etag'), lastModified: tag('last-modified') };
  return {
    judgement,
    probe: 'http',
    status: answer?.status ?? null,
    finalUrl: redirects.length > 0 && answer !== null ? answer.url : null,
    redirects,
    evidence,
    durationMs,
    asked: wasAsked(trail),
    title: answer === null || unchanged ? (known?.title ?? null) : titleOf(answer.body),
    hostId: null,
    // Validators belong to the end of a chain, and are sent to its beginning.
    validators: unchanged
      ? (known?.validators ?? null)
      : redirects.length > 0 || (validators.etag ?? validators.lastModified) === null
        ? null
        : validators,
    fragments: new Map(),
  };
}

/** Worth another try: no answer, or one that says "later". */
function isTransient(trail: RequestChain): boolean {
  const { reply } = trail;
  if (reply.kind === 'answer')
    return [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524].includes(reply.status);
  return ['timeout', 'reset', 'dns-failure', 'saturated'].includes(reply.reason) && wasAsked(trail);
}

/** False when the fault is not the server's: its limiter was closed by others, or this machine had no means left. */
function wasAsked({ reply }: RequestChain): boolean {
  return reply.kind === 'answer' || !(reply.unasked || reply.reason === 'saturated');
}
