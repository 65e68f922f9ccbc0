import { lstat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { loadSettings } from '../config/command-line/settings.js';
import { gitIn } from '../git/git.js';
import { isRepositoryPath } from '../github/artifact.js';
import type { GitHub } from '../github/client.js';
import { GitHubError } from '../github/errors.js';
import { readOwnPullBody, upsertFixPull } from '../github/fix-pull-request.js';
import { UserError } from '../model/errors.js';
import { version } from '../model/version.js';
import { commitMessage, entryPlace, leftWhy, reasonsOf, subjectOf } from '../prune/message.js';
import { prune } from '../prune/prune.js';
import type { PrunedEntry } from '../prune/pruned.js';
import { type RefreshedField, refresh, refreshMessage } from '../refresh/refresh.js';
import { codeSpan, markdownText } from '../report/escape.js';
import { groupBy } from '../text/group-by.js';
import { plural } from '../text/plural.js';
import { untickedKeys, withBox } from './checkboxes.js';
import { isRegular, modeOf } from './fixes.js';
import type { Inputs } from './inputs.js';

/** What started the step. */
interface Trigger {
  readonly event: unknown;
  readonly inputs: Inputs;
  readonly env: NodeJS.ProcessEnv;
}

/** A change to propose, empty where there is none. */
interface Proposal {
  readonly files: readonly { readonly file: string; readonly after: string }[];
  readonly title: string;
  readonly message: string;
  readonly body: string;
}

/** So many changes are described one by one. */
const mostDescribed = 200;

/** Offers to remove what has ended as a pull request; what a person has unticked there stays. Gives a sentence on it. */
export function publishPrune(github: GitHub, trigger: Trigger): Promise<string> {
  return propose(github, trigger, 'prune', async (settled, keep) => {
    const pruned = await prune({ ...settled.request, keep }, settled.context);
    const lineOf = (entry: PrunedEntry) => `${described(entry)}: ${markdownText(reasonsOf(entry))}`;
    const rows = pruned.entries.slice(0, mostDescribed).map((entry) => withBox(true, lineOf(entry), entry.key));
    const kept = pruned.kept.map((entry) => withBox(false, lineOf(entry), entry.key));
    const left = pruned.left
      .slice(0, mostDescribed)
      .map((entry) => `- ${described(entry)}: ${markdownText(leftWhy(entry))}`);
    const hidden = pruned.entries.length - rows.length;
    const parts = [
      'Uncheck an entry to keep it: the next run leaves it in the list, with an exception in a comment.',
      // What is kept comes first: were its lines cut off, the next run would remove it.
      [...kept, ...rows].join('\n'),
      hidden === 0 ? '' : inMessage(hidden, 'entry', 'entries'),
      pruned.waiting === 0
        ? ''
        : `${plural(pruned.waiting, 'more entry is', 'more entries are')} left for the next run because of \`prune.limit\`.`,
      left.length === 0 ? '' : `Dead or inactive too, but left for review:\n\n${left.join('\n')}`,
      pruned.emptied.length === 0
        ? ''
        : `Sections that are now empty:\n\n${pruned.emptied.map((one) => `- ${markdownText(one)}`).join('\n')}`,
    ];
    const title = pruned.entries.length === 0 ? 'Keep dead or inactive entries' : subjectOf(pruned);
    return { files: pruned.files, title, message: commitMessage(pruned), body: parts.filter(Boolean).join('\n\n') };
  });
}

/** Offers to rewrite facts as a pull request; gives a sentence on it. */
export function publishRefresh(github: GitHub, trigger: Trigger): Promise<string> {
  return propose(github, trigger, 'refresh', async (settled, keep) => {
    const refreshed = await refresh({ ...settled.request, keep }, settled.context);
    const rows = refreshRows(refreshed.fields.slice(0, mostDescribed), true);
    const kept = refreshRows(refreshed.kept, false);
    const title =
      refreshed.fields.length === 0
        ? 'Keep facts of entries'
        : `Refresh ${plural(refreshed.fields.length, 'fact')} of entries`;
    const hidden = Math.max(0, refreshed.fields.length - mostDescribed);
    const parts = [
      'Facts that the list shows, as the services report them now. Uncheck an entry to keep it unchanged: the next run leaves it alone, with an exception in a comment.',
      [...kept, ...rows].join('\n'),
      hidden === 0 ? '' : inMessage(hidden, 'fact', 'facts'),
    ];
    return {
      files: refreshed.files,
      title,
      message: refreshMessage(refreshed),
      body: parts.filter(Boolean).join('\n\n'),
    };
  });
}

/** A line for each entry, with all fields that change in it. */
function refreshRows(fields: readonly RefreshedField[], isTicked: boolean): readonly string[] {
  return [...groupBy(fields, ({ key, line }) => `${key} ${line}`).values()].map((own) => {
    const changes = own.map(({ field, before, after }) => {
      return `${markdownText(field)} ${markdownText(before || 'none')} → ${markdownText(after || 'none')}`;
    });
    const [first] = own;
    const where = `${first?.path}:${first?.line}`;
    return withBox(
      isTicked,
      `${codeSpan(where)} ${markdownText(first?.name ?? '')}: ${changes.join(', ')}`,
      first?.key ?? '',
    );
  });
}

/** An entry by its name, its URL and its place, in Markdown that links nothing. */
function described(entry: PrunedEntry): string {
  const where = [...(entry.url === null ? [] : [entry.url]), entryPlace(entry)].map(codeSpan);
  return `${markdownText(entry.name)} (${where.join(', ')})`;
}

function inMessage(count: number, one: string, many: string): string {
  return `${plural(count, `more ${one} is`, `more ${many} are`)} in the commit message.`;
}

interface Settled {
  readonly request: Parameters<typeof refresh>[0];
  readonly context: Parameters<typeof refresh>[1];
}

async function propose(
  github: GitHub,
  { event, inputs, env }: Trigger,
  name: 'prune' | 'refresh',
  make: (settled: Settled, keep: { readonly keys: ReadonlySet<string>; readonly reason: string }) => Promise<Proposal>,
): Promise<string> {
  const base = (event as { repository?: { default_branch?: unknown } } | null)?.repository?.default_branch;
  if (typeof base !== 'string' || env.GITHUB_REF_NAME !== base)
    return `No pull request to ${name} was opened: it is proposed only for the default branch.`;
  const cwd = inputs.folder;
  try {
    const flags = {
      ...(inputs.config === '' ? {} : { config: inputs.config }),
      ...(inputs.ledger === null ? {} : { ledger: inputs.ledger }),
    };
    const { settings, raw, rules } = await loadSettings(inputs.paths[0], flags, { cwd, env });
    const request = { paths: inputs.paths, settings, rules, stdinFilename: raw.stdinFilename ?? 'README.md' };
    const stdin = (): Promise<Uint8Array> =>
      Promise.reject(
        new UserError('input paths: `-` (standard input) is not available in a workflow step; use a file'),
      );
    const context = { cwd, version, signal: new AbortController().signal, stdin, now: Date.now };
    const before = await readOwnPullBody(github, `listwright/${name}`, base);
    if (before instanceof GitHubError) throw new UserError(before.message);
    const keep = { keys: untickedKeys(before ?? ''), reason: 'unchecked in a pull request' };
    const { files, title, message, body } = await make({ request, context }, keep);
    const done = await upsertFixPull(github, {
      ...{ base, commit: env.GITHUB_SHA ?? '', branch: `listwright/${name}`, title, message, body },
      files: await committed(files, cwd, env),
    });
    if (done instanceof GitHubError) return `No pull request to ${name} was written. ${done.message}`;
    if (done.did === 'foreign')
      return `The branch listwright/${name} has commits by others and was not changed; merge or delete it.`;
    if (done.did === 'nothing') return `There is nothing to ${name}.`;
    return `The pull request to ${name} ${done.did === 'kept' ? 'is up to date' : `was ${done.did}`}: ${done.url}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `No pull request to ${name} was written. ${error.message}`;
  }
}

/** Files as a commit has them: none outside of the repository, and none through a symbolic link. */
async function committed(files: Proposal['files'], folder: string, env: NodeJS.ProcessEnv) {
  const git = gitIn(folder, env);
  const found: { path: string; text: string; mode: '100644' | '100755' }[] = [];
  for (const { file, after } of files) {
    const path = relative(folder, resolve(folder, file)).split(sep).join('/');
    if (!isRepositoryPath(path)) continue;
    const mode = await modeOf(git, path, file);
    const isThere = (await lstat(file).catch(() => null)) !== null;
    if (isThere && (mode === null || !(await isRegular(folder, file)))) continue;
    found.push({ path, text: after, mode: mode ?? '100644' });
  }
  return found;
}
