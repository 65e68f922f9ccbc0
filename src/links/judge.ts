import type { LinkSettings } from '../model/settings.js';
import type { VerdictName } from '../model/verdict.js';
import type { Answer, Trail } from './evidence.js';
import { isReadable, isShell, shows } from './page.js';
import { isLogin, isRoot, sameBrand, sameSite } from './place.js';
import { wallOf } from './walls.js';

/** What a trail says of a link, before it is asked a second time. */
export interface Judgement {
  readonly verdict: VerdictName;
  readonly reason: string | null;
  readonly notes: readonly string[];
  /** A sentence that says why, where the trail alone does not. */
  readonly because: string | null;
}

/** What judging needs besides the trail. */
export interface JudgeFacts {
  /** The address as it was asked, without its fragment. */
  readonly url: string;
  /** Telling words of the entries that link there; empty when nothing is known. Asked only where another site took over. */
  readonly words: () => readonly string[];
  readonly accept: LinkSettings['accept'];
  /** What the ledger remembers of it; null for nothing. */
  readonly known?: { readonly verdict: VerdictName; readonly title: string | null } | null;
}

const say = (
  verdict: VerdictName,
  reason: string | null,
  because: string | null = null,
  notes: readonly string[] = [],
): Judgement => ({
  verdict,
  reason,
  notes,
  because,
});

/** Says what evidence means, by the contract's table. Pure and total: every trail has a verdict. */
export function judge(trail: Trail, facts: JudgeFacts): Judgement {
  const { reply } = trail;
  const judgement = reply.kind === 'answer' ? judgeAnswer(reply, trail, facts) : judgeFailure(reply.reason);
  if (!trail.incompleteChain) return judgement;
  return { ...judgement, notes: [...judgement.notes, 'incomplete-certificate-chain'] };
}

function judgeAnswer(answer: Answer, trail: Trail, facts: JudgeFacts): Judgement {
  const wall = wallOf(answer);
  if (wall !== null) return say('unverifiable', 'bot-wall', `the answer bears the mark of a wall (${wall})`);
  const { status } = answer;
  if (facts.accept.some(({ from, to }) => from <= status && status <= to)) return judgeAlive(answer, trail, facts);
  // Only a conditional request is answered so: the page is the one that was alive before.
  if (status === 304 && facts.known?.verdict === 'alive') return say('alive', null, 'it has not changed since then');
  if (status === 404 || status === 410) return say('broken', `http-${status}`);
  if (status === 451) return say('suspect', 'legal');
  if (status === 429 || status === 425) return say('unreachable', 'rate-limited');
  if (status === 408) return say('unreachable', 'timeout');
  if (status >= 500 && status < 600) return say('unreachable', 'http-5xx');
  if (status >= 400 && status < 500) return say('unverifiable', 'http-4xx');
  if (status >= 200 && status < 300)
    return say('unverifiable', 'not-accepted', `--accept does not name the status ${status}`);
  return say('unverifiable', status >= 300 && status < 400 ? 'http-3xx' : 'bot-wall');
}

function judgeAlive(answer: Answer, { redirects }: Trail, { url, words: wordsOf }: JudgeFacts): Judgement {
  if (redirects.length === 0) return say('alive', null);
  const words = wordsOf();
  const permanent = redirects.every(({ status }) => status === 301 || status === 308 || status === 200);
  const near = sameSite(url, answer.url) || sameBrand(url, answer.url);
  if (isLogin(answer.url) && !isLogin(url)) return say('suspect', 'login', 'it ends at a login page');
  if (!near && permanent && words.length > 0 && isReadable(answer.body) && !shows(answer.body, words)) {
    return say('suspect', 'hijacked', 'it ends at another site, and nothing on that page speaks of the entry');
  }
  if (isRoot(answer.url) && !isRoot(url) && (near || !permanent || words.length === 0)) {
    return say('suspect', 'redirect-to-root', "a deep address ends at a site's front page");
  }
  if (permanent) return say('moved', 'permanent-redirect');
  return say('alive', null, null, ['temporary-redirect']);
}

function judgeFailure(reason: string): Judgement {
  switch (reason) {
    case 'dns':
    case 'tls-expired':
    case 'tls-invalid':
    case 'redirect-loop':
    case 'too-many-redirects':
      return say('broken', reason);
    case 'tls-incomplete':
      return say('broken', 'tls-invalid');
    case 'private-address':
    case 'interrupted':
      return say('skipped', reason);
    case 'bot-wall':
    case 'redirect-to-scheme':
      return say('unverifiable', reason);
    default:
      return say('unreachable', reason);
  }
}

/** True when a 404 may come from a site whose every path is one application: its front page decides. */
export function maybeApplication(answer: Answer): boolean {
  return answer.status === 404 && isShell(answer.body);
}
