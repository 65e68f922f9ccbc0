/** A repository that a test makes up; what is not said is as with any healthy one. */
export interface MadeUpRepository {
  /** `owner/name`. */
  readonly name: string;
  readonly id?: string;
  /** Names under which GitHub still finds it. */
  readonly formerNames?: readonly string[];
  readonly archivedAt?: string;
  readonly isDisabled?: boolean;
  readonly isPrivate?: boolean;
  readonly createdAt?: string;
  readonly pushedAt?: string;
  readonly stars?: number;
  readonly forks?: number;
  readonly isFork?: boolean;
  readonly description?: string | null;
  /** SPDX; null for none. */
  readonly license?: string | null;
  readonly topics?: readonly string[];
  readonly language?: string | null;
  /** When the newest of `releases`, its last, was published. */
  readonly releasedAt?: string | null;
  readonly contributors?: number;
  /** Fields that the API answers with something else than it should. */
  readonly lies?: Readonly<Record<string, unknown>>;
  /** Null for one without a commit. */
  readonly defaultBranch?: string | null;
  /** Paths by branch or tag; folders follow from them. */
  readonly refs?: Readonly<Record<string, readonly string[]>>;
  readonly tags?: readonly string[];
  readonly releases?: readonly string[];
  readonly issues?: readonly number[];
  readonly discussions?: readonly number[];
  /** Pages besides `Home`; null for a repository without a wiki. */
  readonly wiki?: readonly string[] | null;
}

/** Everything that a made-up GitHub holds. */
export interface MadeUpGithub {
  readonly repositories?: readonly MadeUpRepository[];
  /** Logins that own no repository here. */
  readonly users?: readonly string[];
  /** Ids by login, where a test cares. */
  readonly userIds?: Readonly<Record<string, string>>;
  readonly topics?: readonly string[];
  /** Logins by gist. */
  readonly gists?: Readonly<Record<string, string>>;
  /** Paths of GitHub's own pages. */
  readonly pages?: readonly string[];
}

/** How the service fails. Counts are of calls that came before. */
export interface GithubTrouble {
  /** Milliseconds before every answer of the API. */
  readonly slow?: number;
  /** 502 for a query with more aliases than this. */
  readonly most?: number;
  /** Answers this many aliases; the others are null, and one error says that resources ran out. */
  readonly partial?: number;
  /** A repository that ends every query it is in. */
  readonly poison?: readonly string[];
  /** From this call on the hourly budget is used up: an error with HTTP 200. */
  readonly limitedFrom?: number;
  /** So many calls get a 403 with Retry-After first. */
  readonly secondary?: number;
  /** Every call gets this instead: a status, headers, and a body, as JSON unless it is text. */
  readonly instead?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  /** Owners behind a single sign-on. */
  readonly saml?: readonly string[];
  /** Every page of the web site answers with this. */
  readonly pageStatus?: number;
}

/** The facts of a repository in the API's words. */
export function factsOf(repository: MadeUpRepository): Readonly<Record<string, unknown>> {
  const { name, defaultBranch = 'main' } = repository;
  const release = repository.releases?.at(-1);
  return {
    __typename: 'Repository',
    id: repository.id ?? `R_${Buffer.from(name).toString('base64url')}`,
    nameWithOwner: name,
    url: `https://github.com/${name}`,
    isArchived: repository.archivedAt !== undefined,
    archivedAt: repository.archivedAt ?? null,
    isDisabled: repository.isDisabled ?? false,
    isLocked: false,
    isPrivate: repository.isPrivate ?? false,
    createdAt: repository.createdAt ?? '2019-04-05T06:07:08Z',
    pushedAt: repository.pushedAt ?? new Date(Date.now() - 86_400_000).toISOString(),
    defaultBranchRef: defaultBranch === null ? null : { name: defaultBranch },
    stargazerCount: repository.stars ?? 12,
    forkCount: repository.forks ?? 3,
    isFork: repository.isFork ?? false,
    description: repository.description ?? null,
    licenseInfo: repository.license === null ? null : { spdxId: repository.license ?? 'MIT' },
    primaryLanguage: repository.language === null ? null : { name: repository.language ?? 'Go' },
    latestRelease:
      release === undefined ? null : { tagName: release, publishedAt: repository.releasedAt ?? '2021-02-03T04:05:06Z' },
    repositoryTopics: { nodes: (repository.topics ?? []).map((topic) => ({ topic: { name: topic } })) },
    refs: {
      nodes: [...(repository.releases ?? []), ...(repository.tags ?? [])].slice(-1).map((tag) => ({ name: tag })),
    },
    ...repository.lies,
  };
}

/** True when a ref, or `ref:path`, is in the repository. */
export function hasObject(repository: MadeUpRepository, expression: string): boolean {
  const branch = repository.defaultBranch === undefined ? 'main' : repository.defaultBranch;
  const [written = '', ...more] = expression.split(':');
  const ref = (written === 'HEAD' ? branch : written.replace(/^refs\/(?:heads|tags)\//, '')) ?? '';
  const path = more.join(':');
  const refs = { ...(branch === null ? {} : { [branch]: ['README.md'] }), ...repository.refs };
  for (const tag of [...(repository.tags ?? []), ...(repository.releases ?? [])]) refs[tag] ??= [];
  const files = Object.hasOwn(refs, ref) ? refs[ref] : undefined;
  return files !== undefined && (path === '' || files.some((file) => file === path || file.startsWith(`${path}/`)));
}

/** Finds a repository by its present name, then by a former one. */
export function findRepository({ repositories = [] }: MadeUpGithub, name: string): MadeUpRepository | null {
  const wanted = name.toLowerCase();
  return (
    repositories.find((each) => each.name.toLowerCase() === wanted) ??
    repositories.find((each) => each.formerNames?.some((former) => former.toLowerCase() === wanted)) ??
    null
  );
}

/** True for a login that owns something, or is named alone. */
export function hasOwner({ repositories = [], users = [] }: MadeUpGithub, login: string): boolean {
  const all = [...users, ...repositories.map(({ name }) => name.split('/')[0] ?? '')];
  return all.some((each) => each.toLowerCase() === login.toLowerCase());
}
