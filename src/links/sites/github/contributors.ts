import pLimit from 'p-limit';
import { headerOf } from '../../http/response.js';
import { countOf } from '../fact-values.js';
import { jsonOf, type SiteApi } from '../site.js';
import type { GithubResponse } from './response.js';

/** Requests at a time; the limiter of the host lets fewer through where GitHub asks for that. */
const atOnce = 8;

/**
 * Adds the number of contributors to what was found of repositories: one request each, of which the last page of one is read
 * (GitHub REST, "List repository contributors"). Where GitHub does not count them, as for very long histories, it stays null.
 */
export async function withContributors<Key>(
  answers: ReadonlyMap<Key, GithubResponse>,
  api: SiteApi,
): Promise<ReadonlyMap<Key, GithubResponse>> {
  const limit = pLimit(atOnce);
  let isLimited = false;
  const all = [...answers].map(([key, answer]) =>
    limit(async () => {
      if (answer.kind !== 'found' || answer.facts.about === null || isLimited) return [key, answer] as const;
      const { facts } = answer;
      const url = `${api.services.github.rest}/repos/${facts.name}/contributors?per_page=1`;
      const reply = await api.ask({ url, accept: 'application/vnd.github+json', token: 'github', retries: 0 });
      if (reply.kind === 'answer' && (reply.status === 403 || reply.status === 429))
        isLimited = headerOf(reply, 'x-ratelimit-remaining').trim() === '0';
      if (reply.kind !== 'answer' || reply.status !== 200) return [key, answer] as const;
      const about = { ...facts.about, contributors: lastPage(headerOf(reply, 'link')) ?? listed(jsonOf(reply)) };
      return [key, { ...answer, facts: { ...facts, about } } as GithubResponse] as const;
    }),
  );
  return new Map(await Promise.all(all));
}

/** The number of the last page that a `Link` header names (RFC 8288); null for none. */
function lastPage(header: string): number | null {
  const page = /[?&]page=(\d{1,9})(?=[&>])[^,]{0,500}?>\s*;\s*rel="last"/.exec(header)?.[1];
  return page === undefined ? null : countOf(Number(page));
}

/** Without further pages, the page is all there is. */
function listed(json: unknown): number | null {
  return Array.isArray(json) && json.length <= 1 ? json.length : null;
}
