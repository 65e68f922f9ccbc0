/** What a service reports about the target of a link. An unknown fact is null; conclude nothing from it. */
export type Facts = RepositoryFacts | PackageFacts;

/** A published version. */
export interface Release {
  /** The tag of a repository, or the version of a package, as written. */
  readonly name: string;
  /** ISO 8601, UTC; null if the service provides no date. */
  readonly publishedAt: string | null;
}

/** What is known of repositories and packages alike. */
interface CommonFacts {
  /** Who said so: the name of a site's adapter, such as `github` or `npm`. */
  readonly service: string;
  /** When it was read; ISO 8601, UTC. */
  readonly readAt: string;
  /** As the service spells it now: `owner/name` of a repository, with groups on GitLab; a package with its scope or vendor. */
  readonly name: string;
  readonly description: string | null;
  /**
   * An SPDX license expression, or what SPDX has in its place: `NONE` where the service found no license, `NOASSERTION` for
   * one that it could not identify (SPDX 2.3, clause 8.13).
   */
  readonly license: string | null;
  /** The newest release. */
  readonly release: Release | null;
}

/** A repository, as the API of its host describes it. Sources: GitHub GraphQL, GitLab REST v4, Gitea and Forgejo REST v1. */
export interface RepositoryFacts extends CommonFacts {
  readonly kind: 'repository';
  readonly stars: number | null;
  readonly forks: number | null;
  readonly isFork: boolean | null;
  readonly isArchived: boolean | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string | null;
  /** The last push to any branch, or on GitLab and Gitea the last activity; ISO 8601, UTC. */
  readonly pushedAt: string | null;
  /** False if there is neither a release nor a tag; null also if only one of them was requested. */
  readonly isReleased: boolean | null;
  /** The newest tag by date; null also if no rule needs tags. */
  readonly tag: string | null;
  readonly topics: readonly string[] | null;
  /** The primary language, as the host names it. */
  readonly language: string | null;
  readonly defaultBranch: string | null;
  /** Number of accounts with commits in it; null also if no rule needs it, because it takes one request per repository. */
  readonly contributors: number | null;
}

/** A package, as its registry describes it. Sources: npm, crates.io, PyPI, RubyGems, Packagist and the Go module proxy. */
export interface PackageFacts extends CommonFacts {
  readonly kind: 'package';
  /** Number of downloads in `downloadsPeriod`. */
  readonly downloads: number | null;
  readonly downloadsPeriod: 'total' | 'month' | 'week' | null;
  /** True if the registry or its maintainers advise against it: `deprecated`, `abandoned`, `archived`, `quarantined`. */
  readonly isDeprecated: boolean | null;
  /** True if the newest version, or every version, was withdrawn. */
  readonly isYanked: boolean | null;
}

/**
 * Facts that require more API calls, and are read only if a rule needs them: contributors, tags, and of `packages` the downloads and
 * license on npm and the newest version of Go modules.
 */
export type FactDetail = 'contributors' | 'tags' | 'packages';

/** All of these. */
export const factDetails: readonly FactDetail[] = ['contributors', 'tags', 'packages'];

/** Which facts a run needs. */
export interface FactNeeds {
  readonly details: ReadonlySet<FactDetail>;
}

/** Milliseconds after which facts are read again where a rule reads them: seven days. */
export const factsMaxAge = 7 * 86_400_000;

/** True for facts that are young enough for rules; those from the future were dated by a clock that went wrong. */
export function areFresh({ readAt }: Facts, now: number): boolean {
  const age = now - Date.parse(readAt);
  return age >= -60_000 && age < factsMaxAge;
}
