/** First words of a path on github.com that are pages of GitHub's own, never owners. */
const reserved: readonly { readonly words: string; readonly source: string }[] = [
  {
    words: 'features pricing enterprise team premium-support customer-stories solutions resources security why-github',
    source: 'the menus of the front page',
  },
  {
    words: 'about contact site readme newsroom careers partners nonprofit events edu education mobile desktop home',
    source: 'the foot of every page',
  },
  {
    words: 'explore topics collections trending marketplace apps sponsors search stars copilot codespaces models',
    source: 'the menu of a signed-in reader',
  },
  {
    words: 'login logout join signup sessions session settings account dashboard notifications watching issues pulls',
    source: 'pages for which one signs in',
  },
  {
    words: 'organizations orgs enterprises users new import discussions projects codesearch github-copilot advisories',
    source: 'the menu of a signed-in reader',
  },
  { words: 'open-source accelerator git-guides logos terms privacy contact-sales', source: 'pages for visitors' },
];

const reservedWords = new Set(reserved.flatMap(({ words }) => words.split(' ')));

/** True for a first segment that no login can be; letter case does not matter. */
export function isReserved(segment: string): boolean {
  return reservedWords.has(segment.toLowerCase());
}

/**
 * Pages of a repository that exist as long as the repository does. `path` is compared with the segments after the name; a `*` at its
 * end takes whatever follows. `hidden` ones give programs a login page or refuse them.
 */
const actions: readonly { readonly path: string; readonly hidden: boolean; readonly source: string }[] = [
  { path: 'issues/new *', hidden: true, source: 'links.md row 27: leads to login' },
  { path: 'discussions/new *', hidden: true, source: 'links.md row 27: leads to login' },
  { path: 'settings *', hidden: true, source: 'links.md row 27: leads to login' },
  { path: 'edit *', hidden: true, source: 'links.md row 27: leads to login' },
  { path: 'new *', hidden: true, source: 'GitHub docs: creating a file; leads to login' },
  { path: 'delete *', hidden: true, source: 'GitHub docs: deleting a file; leads to login' },
  { path: 'upload *', hidden: true, source: 'GitHub docs: adding a file; leads to login' },
  { path: 'generate', hidden: true, source: 'GitHub docs: template repositories; leads to login' },
  { path: 'releases/new', hidden: true, source: 'GitHub docs: managing releases; leads to login' },
  { path: 'wiki/_new', hidden: true, source: 'GitHub docs: adding wiki pages; leads to login' },
  { path: 'security/advisories/new', hidden: true, source: 'GitHub docs: private reports; leads to login' },
  { path: 'fork', hidden: true, source: 'GitHub docs: fork a repository; leads to login' },
  { path: 'subscription', hidden: true, source: 'GitHub docs: watching; leads to login' },
  { path: 'labels *', hidden: true, source: 'links.md row 28: a filter' },
  { path: 'issues', hidden: false, source: 'links.md row 28' },
  { path: 'pulls', hidden: false, source: 'links.md row 28' },
  { path: 'actions', hidden: false, source: 'the tabs of a repository' },
  { path: 'stargazers', hidden: false, source: 'the head of a repository' },
  { path: 'watchers', hidden: false, source: 'the head of a repository' },
  { path: 'forks', hidden: false, source: 'the head of a repository' },
  { path: 'network/members', hidden: false, source: 'the head of a repository' },
  { path: 'releases', hidden: false, source: 'the side of a repository' },
  { path: 'releases/latest', hidden: false, source: 'GitHub docs: linking to releases; without one it shows all' },
  { path: 'tags', hidden: false, source: 'the side of a repository' },
  { path: 'branches', hidden: false, source: 'the side of a repository' },
  { path: 'commits', hidden: false, source: 'the head of the file list' },
  { path: 'milestones', hidden: false, source: 'the issues tab' },
  { path: 'pulse', hidden: false, source: 'the insights tab' },
  { path: 'graphs/contributors', hidden: false, source: 'the insights tab' },
  { path: 'wiki', hidden: false, source: 'the tabs of a repository; one without a wiki shows its front page' },
];

/** The page of a repository that these segments name; null for one that may be missing while the repository is there. */
export function actionOf(
  segments: readonly string[],
  hasQuery: boolean,
): { readonly kind: 'action'; readonly hidden: boolean } | null {
  const path = segments.join('/').toLowerCase();
  const found = actions.find((row) => {
    const exact = row.path.replace(/ \*$/, '');
    return path === exact || (row.path !== exact && path.startsWith(`${exact}/`));
  });
  // A query is a filter there, and programs get a 404 or 429 for filters.
  return found === undefined ? null : { kind: 'action', hidden: found.hidden || hasQuery };
}

/** Names that default branches had before they were renamed. Others may be branches that were deleted. */
const defaults: readonly { readonly name: string; readonly source: string }[] = [
  { name: 'master', source: 'git init until it could be configured' },
  { name: 'main', source: 'GitHub since October 2020' },
  { name: 'trunk', source: 'imported from Subversion' },
  { name: 'default', source: 'imported from Mercurial' },
  { name: 'develop', source: 'git-flow' },
  { name: 'dev', source: 'git-flow, shortened' },
  { name: 'development', source: 'git-flow, written out' },
];

/** True for a ref that is likely to have been the default branch once. */
export function wasDefault(ref: string): boolean {
  const name = ref.replace(/^refs\/heads\//, '');
  return defaults.some((row) => row.name === name);
}
