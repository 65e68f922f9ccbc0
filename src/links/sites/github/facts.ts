import type { Release, RepositoryFacts } from '../../../model/facts.js';
import { countOf, dateOf, flagOf, licenseOf, lineOf, versionOf, wordsOf } from '../fact-values.js';
import { type Json, recordOf } from '../json-api.js';

/**
 * The facts in GitHub's answer about a repository. `isKnown` is false for a field whose null has an error behind it, and so
 * says nothing; `now` is in epoch milliseconds.
 */
export function readRepository(
  found: Json,
  name: string,
  isKnown: (field: string) => boolean,
  now: number,
): RepositoryFacts {
  const release = releaseOf(found.latestRelease, now);
  const tags = recordOf(found.refs)?.nodes;
  const tag = Array.isArray(tags) ? versionOf(recordOf(tags[0])?.name) : null;
  const hasNone = isNull(found, 'latestRelease', isKnown) && Array.isArray(tags) && tags.length === 0;
  return {
    kind: 'repository',
    service: 'github',
    readAt: new Date(now).toISOString(),
    name,
    description: lineOf(found.description),
    license: isNull(found, 'licenseInfo', isKnown) ? 'NONE' : licenseOf(recordOf(found.licenseInfo)?.spdxId),
    release,
    stars: countOf(found.stargazerCount),
    forks: countOf(found.forkCount),
    isFork: flagOf(found.isFork),
    isArchived: flagOf(found.isArchived),
    createdAt: dateOf(found.createdAt, now),
    pushedAt: dateOf(found.pushedAt, now),
    isReleased: release !== null || tag !== null ? true : hasNone ? false : null,
    tag,
    topics: topicsOf(recordOf(found.repositoryTopics)?.nodes),
    language: lineOf(recordOf(found.primaryLanguage)?.name, 50),
    defaultBranch: versionOf(recordOf(found.defaultBranchRef)?.name),
    contributors: null,
  };
}

/** True for a null that GitHub means. */
function isNull(found: Json, field: string, isKnown: (field: string) => boolean): boolean {
  return found[field] === null && isKnown(field);
}

function releaseOf(value: unknown, now: number): Release | null {
  const found = recordOf(value);
  const name = versionOf(found?.tagName);
  return name === null ? null : { name, publishedAt: dateOf(found?.publishedAt, now) };
}

function topicsOf(nodes: unknown): readonly string[] | null {
  return Array.isArray(nodes) ? wordsOf(nodes.map((node) => recordOf(recordOf(node)?.topic)?.name)) : null;
}
