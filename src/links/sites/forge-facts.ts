import type { Release, RepositoryFacts } from '../../model/facts.js';
import { licenseId } from '../../text/license.js';
import { headerOf } from '../http/response.js';
import { countOf, dateOf, flagOf, lineOf, versionOf, wordsOf } from './fact-values.js';
import { type Json, recordOf, textOf } from './json-api.js';
import { jsonOf, type SiteApi } from './site.js';

/** Facts about a project of which only the name is known. `now` is in epoch milliseconds. */
function unknown(service: string, name: string, now: number): RepositoryFacts {
  return {
    ...{ kind: 'repository', service, readAt: new Date(now).toISOString(), name, description: null, license: null },
    ...{ release: null, stars: null, forks: null, isFork: null, isArchived: null, createdAt: null, pushedAt: null },
    ...{ isReleased: null, tag: null, topics: null, language: null, defaultBranch: null, contributors: null },
  };
}

/** Facts in the answer of GitLab's API about a project (GitLab docs, "Projects API"). */
export function gitlabFacts(found: Json, name: string, now: number): RepositoryFacts {
  const parent = found.forked_from_project;
  return {
    ...unknown('gitlab', name, now),
    description: lineOf(found.description),
    license: found.license === null ? 'NONE' : keyOf(found.license),
    stars: countOf(found.star_count),
    forks: countOf(found.forks_count),
    isFork: parent === undefined || parent === null ? false : recordOf(parent) !== null || null,
    isArchived: flagOf(found.archived),
    createdAt: dateOf(found.created_at, now),
    pushedAt: dateOf(found.last_activity_at, now),
    topics: wordsOf(found.topics),
    defaultBranch: versionOf(found.default_branch),
  };
}

/** GitLab names licenses by SPDX ids in lower case, and `other` for those that it does not know. */
function keyOf(license: unknown): string | null {
  const key = textOf(recordOf(license)?.key);
  return key === null ? null : (licenseId(key) ?? 'NOASSERTION');
}

/** Facts in the answer of a Gitea or Forgejo about a repository (Gitea API, "repoGet"). */
export function giteaFacts(found: Json, name: string, now: number): RepositoryFacts {
  const licenses = wordsOf(found.licenses);
  return {
    ...unknown('gitea', name, now),
    description: lineOf(found.description),
    license: licenses === null || licenses.length === 0 ? null : licenses.join(' OR '),
    stars: countOf(found.stars_count),
    forks: countOf(found.forks_count),
    isFork: flagOf(found.fork),
    isArchived: flagOf(found.archived),
    createdAt: dateOf(found.created_at, now),
    pushedAt: dateOf(found.updated_at, now),
    topics: wordsOf(found.topics),
    language: lineOf(found.language, 50),
    defaultBranch: versionOf(found.default_branch),
  };
}

/** Where a forge lists what the answer about a project has not. */
export interface ForgeLists {
  readonly releases: string;
  readonly tags: string;
  /** Null where the forge does not count contributors. */
  readonly contributors: string | null;
}

/** Adds the releases, tags and contributors that are to be read, by a request for each. */
export async function withDetails(facts: RepositoryFacts, lists: ForgeLists, api: SiteApi): Promise<RepositoryFacts> {
  const { details } = api;
  const now = api.now();
  const [releases, tags] = details.has('tags')
    ? await Promise.all([listAt(lists.releases, api), listAt(lists.tags, api)])
    : [null, null];
  const first = recordOf(releases?.items[0]);
  const name = versionOf(first?.tag_name);
  const date = dateOf(first?.released_at ?? first?.published_at, now);
  const release: Release | null = name === null ? null : { name, publishedAt: date };
  const tag = versionOf(recordOf(tags?.items[0])?.name);
  const hasNone = releases?.items.length === 0 && tags?.items.length === 0;
  const counted =
    details.has('contributors') && lists.contributors !== null ? await listAt(lists.contributors, api) : null;
  return {
    ...facts,
    release,
    tag,
    isReleased: release !== null || tag !== null ? true : hasNone ? false : null,
    contributors: counted?.total ?? null,
  };
}

/** A page of one item, and how many there are in all where the service says. */
async function listAt(
  url: string,
  api: SiteApi,
): Promise<{ readonly items: readonly unknown[]; readonly total: number | null } | null> {
  const reply = await api.ask({ url, accept: 'application/json', retries: 0 });
  const items = jsonOf(reply);
  if (reply.kind !== 'answer' || reply.status !== 200 || !Array.isArray(items)) return null;
  const total = headerOf(reply, 'x-total').trim();
  return { items, total: /^\d{1,9}$/.test(total) ? countOf(Number(total)) : null };
}
