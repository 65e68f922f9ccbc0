import type { Evidence } from '../../../model/evidence.js';
import type { Reason } from '../../../model/reasons.js';
import { alive, missing, renamed, type SiteResult, type SiteTarget, unsure } from '../site.js';
import { type RepositoryAddress, refsOf, renamedAddress } from './address.js';
import { discussionField, issueField, objectField, releaseField, tagField } from './query.js';
import { wasDefault } from './reserved-paths.js';
import type { GithubFacts, GithubResponse } from './response.js';

/** What evidence calls it. */
const service = "GitHub's API";

/** A word that may yet need the page. */
export interface SiteDraft {
  readonly word: SiteResult;
  /**
   * What the page is for. `veto`: the word holds unless the page is there after all. `consent`: it holds only where the
   * page is missing too, since the web knows what the API does not (a renamed branch, an issue that moved away).
   */
  readonly page: 'none' | 'veto' | 'consent';
}

/** Four years without a push, in milliseconds. */
const longSilence = 4 * 365.25 * 86_400_000;

const sure = (word: SiteResult): SiteDraft => ({ word, page: 'none' });
/** What the API's answer about a repository says of one address in it; null where it does not say. */
export function draftRepository(
  target: SiteTarget,
  address: RepositoryAddress,
  answer: GithubResponse,
  now: number,
): SiteDraft | null {
  const asked = `${address.owner}/${address.name}`;
  if (answer.kind !== 'found')
    return draftOther(answer, asked, missing('repo-missing', { kind: 'knows-no', service, thing: null, name: asked }));
  const { facts, parts } = answer;
  if (isAnother(target.hostId, facts.id)) {
    const evidence: Evidence = { kind: 'replaced', service, name: asked, createdAt: facts.createdAt };
    return sure({ ...unsure('suspect', 'recreated', evidence), hostId: facts.id, notes: notesOf(facts, now) });
  }
  if (facts.isDisabled)
    return sure({ ...missing('repo-disabled', { kind: 'disabled', service, name: asked }), hostId: facts.id });
  const { part } = address;
  const has = (field: string): boolean | null => parts.get(field) ?? null;
  const there = (tail = address.tail): SiteDraft => sure(aliveAt(target.url, address, tail, facts, now));
  const gone = (reason: Reason, what: string, page: SiteDraft['page']): SiteDraft => ({
    word: { ...missing(reason, { kind: 'has-without', service, name: facts.name, part: what }), hostId: facts.id },
    page,
  });
  switch (part.kind) {
    case 'issue':
    case 'discussion': {
      const isThere = part.kind === 'issue' ? has(issueField(part.number)) : has(discussionField(part.number));
      if (isThere !== false) return isThere ? there() : null;
      if (part.kind === 'discussion') return gone('discussion-missing', `discussion ${part.number}`, 'consent');
      const turned = has(discussionField(part.number));
      if (turned !== false) return turned ? there(`/discussions/${part.number}`) : null;
      return gone('issue-missing', `issue or pull request ${part.number}`, 'consent');
    }
    case 'release': {
      const both = [has(releaseField(part.tag)), has(tagField(part.tag))];
      if (both.includes(true)) return there();
      return both.includes(null) ? null : gone('release-missing', `release or tag ${part.tag}`, 'veto');
    }
    case 'path': {
      const ways = refsOf(part);
      const [first] = ways;
      const found = ways.map(({ ref, path }) => has(objectField(ref, path)));
      if (found.includes(true)) return there();
      if (first === undefined || found.includes(null)) return null;
      const what = first.path === '' ? first.ref : `${first.path} at ${first.ref}`;
      // The history of a deleted file has a page.
      if (part.mode === 'commits') return gone('path-missing', what, 'consent');
      const isRef = has(objectField(first.ref));
      if (isRef === null) return null;
      if (isRef) return gone('path-missing', what, 'veto');
      const branch = facts.defaultBranch;
      const isMoved = branch !== null && branch !== first.ref.replace('refs/heads/', '') && wasDefault(first.ref);
      if (!isMoved || has(objectField('HEAD', first.path)) !== true) return gone('path-missing', what, 'consent');
      return there(tailAt(address.tail, part.mode === 'file', first.ref, branch));
    }
    default:
      return there();
  }
}

/** What the API's answer says of a profile. */
export function draftOwner(target: SiteTarget, login: string, answer: GithubResponse): SiteDraft | null {
  if (answer.kind !== 'found')
    return draftOther(
      answer,
      login,
      missing('user-missing', { kind: 'knows-no', service, thing: 'user or organisation', name: login }),
    );
  const { id } = answer.facts;
  if (isAnother(target.hostId, id)) {
    const evidence: Evidence = { kind: 'other-owner', service, name: login };
    return sure({ ...unsure('suspect', 'recreated', evidence), hostId: id });
  }
  return sure(
    plain(target.url, `/${login}`, alive({ kind: 'knows', service, thing: null, name: login }, { hostId: id })),
  );
}

/** What the API's answer says of a topic; null where it knows none, for it may be new. */
export function draftTopic(target: SiteTarget, name: string, answer: GithubResponse): SiteDraft | null {
  if (answer.kind === 'missing') return null;
  if (answer.kind !== 'found') return draftOther(answer, `the topic ${name}`, null);
  return sure(plain(target.url, `/topics/${name}`, alive({ kind: 'knows', service, thing: 'topic', name })));
}

function draftOther(
  answer: Exclude<GithubResponse, { kind: 'found' }>,
  asked: string,
  gone: SiteResult | null,
): SiteDraft | null {
  if (answer.kind === 'missing') return gone === null ? null : { word: gone, page: 'veto' };
  if (answer.kind === 'forbidden')
    return sure(
      unsure('unverifiable', 'forbidden', { kind: 'forbidden', service, name: asked, detail: answer.detail }),
    );
  return sure(unsure('unreachable', 'rate-limited', { kind: 'rate-limited', service, detail: answer.detail }));
}

function aliveAt({ href }: URL, address: RepositoryAddress, tail: string, facts: GithubFacts, now: number): SiteResult {
  const url = new URL(href);
  const asked = `${address.owner}/${address.name}`;
  const notes = notesOf(facts, now);
  const more = { notes, hostId: facts.id, facts: facts.about };
  const { pushedAt, isArchived: archived, archivedAt } = facts;
  const seen = { kind: 'repository', service, name: asked, pushedAt, archived, archivedAt } as const;
  const isSame = facts.name.toLowerCase() === asked.toLowerCase();
  if (!isSame || tail !== address.tail) {
    const now = isSame ? { newName: null, newPath: tail } : { newName: facts.name, newPath: null };
    return renamed(renamedAddress(url, now.newName ?? asked, tail), { ...seen, ...now }, more);
  }
  const word = alive({ ...seen, newName: null, newPath: null }, more);
  return plain(url, `/${asked}${tail}`, word);
}

/** GitHub leads http and www to its one address, permanently: that is a move as with any other link. */
function plain(url: URL, path: string, word: SiteResult): SiteResult {
  if (url.protocol === 'https:' && url.hostname !== 'www.github.com') return word;
  const host = url.hostname.replace(/^www\./, '');
  return { ...word, verdict: 'moved', reason: 'permanent-redirect', finalUrl: `https://${host}${path}${url.search}` };
}

function notesOf(facts: GithubFacts, now: number): readonly string[] {
  const isSilent = facts.pushedAt !== null && now - Date.parse(facts.pushedAt) > longSilence;
  const all: readonly (readonly [boolean, string])[] = [
    [facts.isArchived, 'archived'],
    [isSilent, 'unmaintained'],
    [facts.isLocked, 'locked'],
    [facts.isPrivate, 'private'],
  ];
  return all.flatMap(([holds, note]) => (holds ? [note] : []));
}

/** GitHub has changed the form of its ids, and people become organisations: only ids of one form can be compared. */
function isAnother(known: string | null, id: string | null): boolean {
  const form = (text: string): string => /^[A-Z]+_/.exec(text)?.[0] ?? '';
  return known !== null && id !== null && known !== id && form(known) === form(id);
}

/** A tail with another branch in the place of the ref, the rest as written. */
function tailAt(tail: string, isFile: boolean, ref: string, branch: string): string {
  const segments = tail.split('/').slice(1);
  const head = isFile ? [] : segments.slice(0, 1);
  const rest = segments.slice(head.length + ref.split('/').length);
  const escaped = branch.split('/').map(encodeURIComponent);
  return ['', ...head, ...escaped, ...rest].join('/');
}
