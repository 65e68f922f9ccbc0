import type { Git, GitAnswer } from '../git/git.js';
import { UserError } from '../model/errors.js';
import { lineLinks } from '../url/line-links.js';
import { samePage } from '../url/same-page.js';

/** A commit that removed a URL from a file. */
export interface Removal {
  /** The first characters of the hash. */
  readonly commit: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The first line of its message: text of a stranger. */
  readonly subject: string;
}

/** What the history of a file says. */
export interface HistorySearch {
  /** The newest removal of each URL that was removed. */
  readonly removals: ReadonlyMap<string, Removal>;
  /** Why not all of the history was searched, in a clause; null where it was. */
  readonly incomplete: string | null;
}

/** How far back a history is searched. */
export interface HistoryLimits {
  readonly days: number;
  readonly commits: number;
  /** Epoch milliseconds from which no more is searched. */
  readonly deadline: number;
}

/** URLs that are searched at once; a pull request that adds more is not about one of them. */
const mostUrls = 50;
/** Commits whose changes are read at once: their names fit on a command line of Windows. */
const batch = 250;

const timeUp = 'searching the history took too long';

/**
 * Searches the commits that changed a file for those that removed URLs from it, newest first.
 * @param gitFor git that is ended after so many milliseconds
 * @param path below the root, with forward slashes
 * @param now epoch milliseconds
 */
export async function findRemovals(
  urls: readonly string[],
  path: string,
  commit: string,
  { gitFor, now }: { readonly gitFor: (ms: number) => Git; readonly now: () => number },
  limits: HistoryLimits,
): Promise<HistorySearch> {
  const removals = new Map<string, Removal>();
  const wanted = new Map(urls.slice(0, mostUrls).map((url) => [samePage(url), url]));
  const needles = [...wanted.values()].flatMap((url) => needleOf(url) ?? []);
  if (needles.length === 0) return { removals, incomplete: null };
  const git = async (args: readonly string[]): Promise<GitAnswer> => {
    try {
      return await gitFor(Math.max(1, limits.deadline - now()))(args);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { code: 1, stdout: Buffer.alloc(0), stderr: error.message };
    }
  };
  const since = Math.floor((now() - limits.days * 86_400_000) / 1000);
  const range = ['--no-merges', `--max-count=${limits.commits}`, `--since=${since}`];
  const listed = await git(['rev-list', ...range, commit, '--', path]);
  if (listed.code !== 0) return { removals, incomplete: listed.code === -1 ? timeUp : 'git cannot read the history' };
  const commits = listed.stdout.toString('utf8').split('\n').filter(Boolean);
  for (let at = 0; at < commits.length && removals.size < wanted.size; at += batch) {
    if (now() >= limits.deadline) return { removals, incomplete: timeUp };
    const pickaxe = ['--pickaxe-regex', '-i', `-S${needles.join('|')}`];
    const shown = ['--no-walk=unsorted', '--format=%x00%H %cs %s', '-p', '-U0', '--no-color', ...safeDiff];
    const answer = await git(['log', ...shown, ...pickaxe, ...commits.slice(at, at + batch), '--', path]);
    if (answer.code !== 0) return { removals, incomplete: answer.code === -1 ? timeUp : 'git cannot read the history' };
    for (const [url, removal] of removalsIn(answer.stdout.toString('utf8'), wanted))
      if (!removals.has(url)) removals.set(url, removal);
  }
  const shallow = await git(['rev-parse', '--is-shallow-repository']);
  const isWhole = removals.size === wanted.size || shallow.stdout.toString('utf8').trim() !== 'true';
  if (!isWhole)
    return { removals, incomplete: 'the clone has only part of the history (`fetch-depth: 0` fetches all)' };
  return {
    removals,
    incomplete: urls.length > mostUrls ? `only the first ${mostUrls} added URLs were searched` : null,
  };
}

/** No program of the repository runs. */
const safeDiff = ['--no-ext-diff', '--no-textconv', '--no-renames', '--ignore-submodules=all'];

/** What is searched: host and path, as a POSIX extended regular expression; null for what is too short or long to say anything. */
function needleOf(url: string): string | null {
  const text = samePage(url).replace(/[?#].*$/s, '');
  if (text.length < 6 || text.length > 300 || /[\s\u0000-\u001f]/.test(text)) return null;
  return text.replace(/[.[\](){}*+?^$|\\]/g, '\\$&');
}

/** Commits that take a URL out more often than they put it in. */
function removalsIn(log: string, wanted: ReadonlyMap<string, string>): ReadonlyMap<string, Removal> {
  const found = new Map<string, Removal>();
  for (const block of log.split('\0').slice(1)) {
    const [head = '', ...lines] = block.split('\n');
    const [hash = '', day = '', ...subject] = head.split(' ');
    const balance = new Map<string, number>();
    for (const line of lines) {
      const step = /^-(?!--)/.test(line) ? -1 : /^\+(?!\+\+)/.test(line) ? 1 : 0;
      if (step === 0) continue;
      for (const page of pagesIn(line)) if (wanted.has(page)) balance.set(page, (balance.get(page) ?? 0) + step);
    }
    for (const [page, sum] of balance) {
      const url = wanted.get(page);
      if (url !== undefined && sum < 0 && !found.has(url))
        found.set(url, { commit: hash.slice(0, 7), day, subject: subject.join(' ').slice(0, 200) });
    }
  }
  return found;
}

/** The pages that a line links, each once. */
function pagesIn(line: string): ReadonlySet<string> {
  return new Set(lineLinks(line.slice(0, 20_000)).map(({ url }) => samePage(url.slice(0, 2000))));
}
