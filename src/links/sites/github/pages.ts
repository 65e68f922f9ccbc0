import type { RequestChain } from '../../http/response.js';
import {
  alive,
  jsonOf,
  missing,
  type SiteApi,
  type SiteResult,
  type SiteTarget,
  saysMissing,
  unsure,
} from '../site.js';
import { githubAddress, type RepositoryAddress } from './address.js';
import type { SiteDraft } from './verdicts.js';

/** What evidence calls it. */
const service = "GitHub's API";

/** Asks pages of GitHub, each once. */
export type AskPage = (url: string) => Promise<RequestChain>;

/** Remembers the pages that were asked for. */
export function rememberPages(api: SiteApi): AskPage {
  const known = new Map<string, Promise<RequestChain>>();
  return (url) => {
    const trail = known.get(url) ?? api.page(url);
    known.set(url, trail);
    return trail;
  };
}

/** The address of a repository's front page. */
export const frontPage = ({ owner, name }: RepositoryAddress): string => `https://github.com/${owner}/${name}`;

/** The word of a draft after its page was asked; null where the page is there, or had to agree and did not. */
export async function confirmByPage({ word, page }: SiteDraft, url: string, ask: AskPage): Promise<SiteResult | null> {
  if (page === 'none') return word;
  const { reply } = await ask(url);
  if (reply.kind === 'answer' && (reply.status === 404 || reply.status === 410))
    return { ...word, evidence: { kind: 'page-agrees', status: reply.status, seen: word.evidence } };
  const isThere = reply.kind === 'answer' && reply.status < 400;
  return isThere || page === 'consent' ? null : word;
}

/** The word for a repository that was taken down by law: its page answers 451, and the API only forbids it. Null for others. */
export async function askTakenDown(address: RepositoryAddress, ask: AskPage): Promise<SiteResult | null> {
  const { reply } = await ask(frontPage(address));
  if (reply.kind !== 'answer' || reply.status !== 451) return null;
  const name = `${address.owner}/${address.name}`;
  return missing('legal', { kind: 'taken-down', service: 'GitHub', thing: 'repository', name });
}

/** The word for a page behind a login or a filter, from the repository's front page: alive or nothing. */
export async function askFront(address: RepositoryAddress, ask: AskPage): Promise<SiteResult | null> {
  const { reply } = await ask(frontPage(address));
  if (reply.kind !== 'answer' || reply.status !== 200) return null;
  const end = repositoryAt(reply.url);
  return end?.part.kind === 'root' ? alive({ kind: 'repository-page', url: frontPage(address), status: 200 }) : null;
}

/**
 * The word for a page of a wiki. GitHub shows the wiki's first page, or the repository, in the place of one that is
 * missing; `base` is what is known of the repository.
 */
export async function askWiki(
  target: SiteTarget,
  page: string,
  base: SiteResult | null,
  ask: AskPage,
): Promise<SiteResult | null> {
  // What is gone with its repository, or is unknown for it, needs no page.
  if (base !== null && base.verdict !== 'alive' && base.verdict !== 'moved') return base;
  const { reply } = await ask(target.url.href);
  if (reply.kind !== 'answer' || reply.status !== 200) return null;
  const end = repositoryAt(reply.url);
  if (end === null) return null;
  const isKept = end.part.kind === 'wiki' || (/^home$/i.test(page) && end.tail === '/wiki');
  if (isKept) return base;
  if (end.tail !== '' && end.tail !== '/wiki') return null;
  const hostId = base?.hostId ?? null;
  return {
    ...missing('wiki-page-missing', {
      kind: 'shows-instead',
      service: 'GitHub',
      url: target.url.href,
      instead: reply.url,
    }),
    hostId,
  };
}

function repositoryAt(url: string): RepositoryAddress | null {
  if (!URL.canParse(url)) return null;
  const address = githubAddress(new URL(url));
  return address?.kind === 'repository' ? address : null;
}

/** The word of the REST API for a gist; null where it does not say. */
export async function askGist(id: string, owner: string | null, api: SiteApi): Promise<SiteResult | null> {
  const reply = await api.ask({
    url: `${api.services.github.rest}/gists/${id}`,
    accept: 'application/vnd.github+json',
    token: 'github',
  });
  if (reply.kind === 'failure') return null;
  if (saysMissing(reply)) return missing('gist-missing', { kind: 'knows-no', service, thing: 'gist', name: id });
  const body = jsonOf(reply);
  if (reply.status === 429)
    return unsure('unreachable', 'rate-limited', { kind: 'rate-limited', service, detail: null });
  if (typeof body !== 'object' || body === null) return null;
  if (reply.status === 451) return missing('legal', { kind: 'taken-down', service, thing: 'gist', name: id });
  const { node_id: hostId, owner: by } = body as { node_id?: unknown; owner?: { login?: unknown } | null };
  // Under another owner's name it is for the page to say whether it leads there.
  const login = typeof by?.login === 'string' ? by.login : null;
  const isOther = owner !== null && login !== null && login.toLowerCase() !== owner.toLowerCase();
  if (reply.status !== 200 || typeof hostId !== 'string' || isOther) return null;
  return alive({ kind: 'has', service, thing: 'gist', name: id }, { hostId });
}
