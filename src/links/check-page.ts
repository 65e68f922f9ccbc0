import type { Evidence } from '../model/evidence.js';
import type { FactDetail, FactNeeds } from '../model/facts.js';
import type { Reason } from '../model/reasons.js';
import type { LinkSettings } from '../model/settings.js';
import { type Classification, classify, maybeApplication, sharesApplication } from './classify/classify.js';
import { titleOf } from './classify/page-title.js';
import { type ConfirmContext, confirm, type NameDoubts } from './confirm.js';
import type { FragmentResults } from './fragments/check-fragments.js';
import { type FollowOptions, follow } from './http/follow-redirects.js';
import type { GuardedContext } from './http/guarded-request.js';
import { type HttpResponse, headerOf, lastEvidence, type RequestChain, requestEvidence } from './http/response.js';
import { isTransient } from './http/transient.js';
import { sameOverHttps } from './https-upgrade.js';
import type { InterceptionWatch } from './intercepted-network.js';
import type { Ledger, LedgerRecord } from './ledger/ledger.js';
import type { NetworkStatus } from './network-status.js';
import { compareWithRandomPage, type RandomPages } from './random-page.js';
import { acceptedBy } from './reuse.js';
import { openApi } from './sites/api-client.js';
import { entryWords, fullNames, nameWords, type Target } from './targets.js';
import { type CheckedTarget, fragmentsOf, localFaults, type Outcome, recordVerdict } from './verdict.js';

/** What checking a target needs besides the connections. */
export interface CheckPageContext extends GuardedContext, ConfirmContext {
  readonly settings: LinkSettings;
  readonly ledger: Ledger | null;
  readonly reach: NetworkStatus;
  readonly interception: InterceptionWatch;
  readonly randomPages: RandomPages;
  readonly nameDoubts: NameDoubts;
  /** Facts to read although they cost more calls. */
  readonly details: ReadonlySet<FactDetail>;
  /** The facts that rules read; absent where none does. */
  readonly factNeeds?: FactNeeds | undefined;
}

/** Decoded bytes that are read of a page in which a fragment is looked for. */
const fragmentCap = 3_000_000;

/**
 * Asks for one target as a page, again after a temporary failure, and once more after a while before it is called broken.
 * `sent` is called when the first request goes out, or none will.
 */
export async function checkPage(target: Target, context: CheckPageContext, sent: () => void): Promise<CheckedTarget> {
  const { clock, interception, ledger, reach, settings } = context;
  const known = ledger?.find(target.url) ?? null;
  const judgeIt = (trail: RequestChain): Classification =>
    classify(trail, {
      ...{ url: target.url, accept: acceptedBy(target.host, settings), known },
      ...{ words: () => entryWords(target), names: () => nameWords(target), fullNames: () => fullNames(target) },
    });
  const fragments = fragmentsOf(target);
  const cap = fragments.length > 0 ? fragmentCap : undefined;
  const conditional: FollowOptions =
    known?.verdict === 'alive' && known.validators !== null && fragments.length === 0
      ? { validators: known.validators }
      : {};
  let trail = await follow(target.url, 'plain', context, { sent, cap, ...conditional });
  if (conditional.validators !== undefined && isAboutValidators(trail))
    trail = await follow(target.url, 'plain', context, { cap });
  let judgement = judgeIt(trail);
  const isNameless = judgement.reason === 'dns' && trail.redirects.length === 0;
  const nameDoubt = isNameless && !clock.signal.aborted ? context.nameDoubts.confirm(target.host) : null;
  // A name that does not resolve is never sent for; of very many links to it only some wait together.
  if (nameDoubt !== null) await context.nameDoubts.mayGoOn(target.host);
  sent();
  const evidence = [...requestEvidence(trail, target.url)];
  for (let attempt = 0; attempt < settings.retries && !clock.signal.aborted; attempt++) {
    if (judgement.verdict !== 'unreachable' || !isTransient(trail.reply)) break;
    const isNamed = judgement.reason !== 'dns-failure' || context.names.retry(new URL(trail.reply.url).hostname);
    if (!isNamed) break;
    // A limiter holds back by itself when its host asked for it; this wait is for hosts that only failed.
    await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()), clock.signal);
    trail = await follow(target.url, 'plain', context, { cap });
    judgement = judgeIt(trail);
    evidence.push({ kind: 'retried', seen: lastEvidence(trail, target.url) });
  }
  reach.note(target.url, trail);
  interception.note(target.url, trail);
  if (judgement.verdict === 'broken' && !clock.signal.aborted) {
    const again = async (): Promise<{ readonly trail: RequestChain; readonly judgement: Classification }> => {
      const next = await follow(target.url, 'browser', context, { cap });
      reach.note(target.url, next);
      return { trail: next, judgement: await judgeApplication(next, judgeIt(next), target, context) };
    };
    const name = await nameDoubt;
    const second =
      nameDoubt === null
        ? await confirm(context, 1, () => {
            context.names.forget(target.host);
            return again();
          })
        : name && { result: name.isMissing ? { trail, judgement } : await again(), afterMs: name.afterMs };
    if (second === null) judgement = { ...interrupted, reason: judgement.reason };
    else {
      ({ trail, judgement } = second.result);
      const { afterMs } = second;
      const same = judgement.verdict === 'broken';
      evidence.push({ kind: 'confirmed', afterMs, same, seen: lastEvidence(trail, target.url) });
    }
  }
  if (judgement.verdict === 'alive' && trail.reply.kind === 'answer' && !clock.signal.aborted)
    judgement =
      (await compareWithRandomPage(trail.reply, () => entryWords(target), context, context.randomPages)) ?? judgement;
  judgement = (await networkFault(target, trail, judgement, context)) ?? judgement;
  if (settings.upgrade && judgement.verdict === 'alive' && !clock.signal.aborted) {
    const proof = await sameOverHttps(trail, context);
    if (proof !== null) {
      evidence.push(proof);
      judgement = { ...judgement, notes: [...judgement.notes, 'same-over-https'] };
    }
  }
  if (settings.upgrade && judgement.verdict === 'moved' && !clock.signal.aborted) {
    const differs = await otherTarget(target.url, trail, context);
    if (differs !== null) {
      evidence.push(differs);
      judgement = { ...judgement, notes: [...new Set([...judgement.notes, 'varying-redirect'])] };
    }
  }
  const words = fragments.length === 0 ? noWords : await fragmentWords(target, trail, judgement, context);
  if (judgement.because !== null) evidence.push(judgement.because);
  return recordVerdict(target, { ...outcomeOf(trail, judgement, evidence, known), fragments: words }, context);
}

/** True for an answer to a conditional request that says nothing of the page: a refusal of the condition, or a 304 of another page. */
function isAboutValidators({ reply, redirects }: RequestChain): boolean {
  if (reply.kind !== 'answer') return false;
  return reply.status === 412 || (reply.status === 304 && redirects.length > 0);
}

/** Where a permanent redirect leads a browser, as evidence, if not where it led before: then no fix may write its target. */
async function otherTarget(
  url: string,
  { reply: first }: RequestChain,
  context: GuardedContext,
): Promise<Evidence | null> {
  const { reply } = await follow(url, 'browser', context);
  const to = reply.kind === 'answer' ? reply.url : null;
  return to === first.url ? null : { kind: 'other-target', url, to };
}

const noWords: FragmentResults = new Map();

/** What is wrong with the fragments of a page that is alive. */
async function fragmentWords(
  target: Target,
  { reply }: RequestChain,
  { verdict }: Classification,
  context: CheckPageContext,
): Promise<FragmentResults> {
  if ((verdict !== 'alive' && verdict !== 'moved') || reply.kind !== 'answer') return noWords;
  const { checkFragments } = await import('./fragments/check-fragments.js');
  const load = async (isAgain: boolean): Promise<HttpResponse | null> => {
    if (!isAgain) return reply;
    const again = await follow(target.url, 'browser', context, { cap: fragmentCap });
    return again.reply.kind === 'answer' && again.reply.status < 300 ? again.reply : null;
  };
  const look = (fragments: readonly string[]): Promise<FragmentResults> =>
    checkFragments(fragments, reply.url, load, openApi(context), context);
  // The fragment of a redirect replaces that of the link (RFC 9110, section 10.2.2).
  const { hash } = new URL(reply.url);
  if (hash === '') return look(fragmentsOf(target));
  const [result] = (await look([hash.slice(1)])).values();
  return result === undefined ? noWords : new Map(fragmentsOf(target).map((fragment) => [fragment, result]));
}

const interrupted: Classification = {
  verdict: 'unreachable',
  reason: null,
  notes: [],
  because: { kind: 'interrupted-unconfirmed' },
};

/** What a result is worth where the network of this machine is to blame for it; null where it is not. */
async function networkFault(
  target: Target,
  trail: RequestChain,
  { verdict, reason }: Classification,
  context: CheckPageContext,
): Promise<Classification | null> {
  const { clock, interception, reach } = context;
  const say = (why: Reason, because: Evidence): Classification => ({
    verdict: 'unreachable',
    reason: why,
    notes: [],
    because,
  });
  // A parking service gets the name of the domain, too.
  const seen = clock.signal.aborted || reason === 'parked' ? null : await interception.detect(target.url, trail);
  if (seen !== null) return say('intercepted', seen);
  const isGone = verdict === 'unreachable' || (verdict === 'broken' && reason === 'dns');
  if (!isGone || clock.signal.aborted) return null;
  const isLost = await reach.isLost(reason, (url) => follow(url, 'plain', context));
  return isLost ? say('network-lost', { kind: 'network-lost' }) : null;
}

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
  const alike = front.reply.kind === 'answer' && sharesApplication(trail.reply, front.reply);
  return alike
    ? {
        verdict: 'unverifiable',
        reason: 'spa',
        notes: [],
        because: { kind: 'same-application' },
      }
    : judgement;
}

function outcomeOf(
  trail: RequestChain,
  judgement: Classification,
  evidence: readonly Evidence[],
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
    asked: wasAsked(trail, judgement),
    title: answer === null || unchanged ? (known?.title ?? null) : titleOf(answer.body),
    hostId: null,
    facts: null,
    // Validators belong to the end of a chain, and are sent to its beginning.
    validators: unchanged
      ? (known?.validators ?? null)
      : redirects.length > 0 || (validators.etag ?? validators.lastModified) === null
        ? null
        : validators,
    fragments: new Map(),
  };
}

/** False when the fault is not the server's: its limiter was closed by others, or this machine or its network is to blame. */
function wasAsked({ reply }: RequestChain, { reason }: Classification): boolean {
  const isUnasked = reply.kind === 'failure' && reply.unasked === true;
  return !isUnasked && (reason === null || !localFaults.has(reason));
}
