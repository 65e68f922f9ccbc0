import { dirname, relative, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type IssueAnswer, isAccepted, issueComment, pullTitle, type RemovedBefore } from '../../add/issue-comment.js';
import { fieldsOfForm, type IssueForm, readIssueForm, urlOfForm } from '../../add/issue-form.js';
import { proposeEntry } from '../../add/propose-entry.js';
import { findInputs, type Input } from '../../fs/inputs.js';
import { gitIn } from '../../git/git.js';
import { type IssueEvent, readIssueEvent } from '../../git/github-event.js';
import { formFields } from '../../grammar/form-fields.js';
import { findRemovals } from '../../history/removals.js';
import { NoNetworkError, UserError } from '../../model/errors.js';
import { noFiles } from '../../model/files.js';
import { projectUrl, version } from '../../model/version.js';
import { isKeptAsData, readSource } from '../../pipeline/read-list.js';
import { startSignals } from '../../pipeline/signals.js';
import { logLine, stripped } from '../../report/escape.js';
import type { Host } from '../host.js';
import { tell } from '../tell.js';
import { type CommandSettings, withSettings } from '../with-settings.js';
import { type AddFlags, dataNotice } from './add.js';

const posts = ['comment', 'pull-request'] as const;
type Post = (typeof posts)[number];

/** Milliseconds that searching the history for a removed entry may take. */
const patience = 20_000;

/**
 * Turns the issue form of an event into a proposed entry and prints the answer, or posts it; gives the exit status: 0 where an
 * entry was proposed or the issue is about something else, 1 where none could be.
 */
export async function addIssueCommand(
  event: string,
  path: string | undefined,
  flags: AddFlags,
  host: Host,
): Promise<number> {
  const { cwd, stderr } = host;
  const post = readPost(flags.post, host);
  const issue = await readIssueEvent(resolve(cwd, event));
  const form = readIssueForm(issue.body);
  if (form === null) {
    tell('the issue has no URL field, so it is not an entry form; nothing was done', { stderr });
    return 0;
  }
  return withSettings({ path, flags }, host, (loaded) => answerForm(form, { issue, post }, path, loaded, host));
}

async function answerForm(
  form: IssueForm,
  { issue, post }: Pick<Delivery, 'issue' | 'post'>,
  path: string | undefined,
  { settings, rules, readers }: CommandSettings,
  host: Host,
): Promise<number> {
  const { cwd, env } = host;
  const [input, ...others] = await findInputs(path === undefined ? [] : [path], cwd, 'README.md');
  if (input === undefined || others.length > 0 || input.remote !== null || input.stdin)
    throw new UserError(`${path}: add --issue takes one list that is a file`);
  const source = await readSource(input, readers);
  const entries = settings.entriesFor(input.path);
  const data = isKeptAsData(settings, source.text) ? dataNotice(input.path, settings) : null;
  const signals = startSignals();
  try {
    const found = urlOfForm(form);
    let answer: IssueAnswer = { proposal: null, problems: 'problem' in found ? [found.problem] : [], removed: null };
    if ('url' in found) {
      const removed = await removedBefore(found.url, input, env);
      const ask = async (list: Parameters<NonNullable<Parameters<typeof proposeEntry>[1]['ask']>>[0]) =>
        (await import('../../links/fetch-metadata.js')).fetchMetadata({ list, files: noFiles }, settings.links, {
          signal: signals.signal,
        });
      const request = {
        ...{ ...form, url: found.url, settings, rules, isForm: true, ask: settings.links.offline ? null : ask },
        targetOf: await targetsIn(settings.links, cwd),
        fields: fieldsOfForm(issue.body, entries === null ? [] : formFields(entries)),
      };
      try {
        const proposal = await proposeEntry(source, request);
        // The next `render` would remove what is written into the list.
        const notices = data === null ? proposal.notices : [...proposal.notices, data];
        const own = data === null ? proposal : { ...proposal, notices, after: proposal.before };
        answer = { proposal: own, problems: [], removed: proposal.duplicates.length > 0 ? null : removed };
      } catch (error) {
        // A run without a network says nothing about the form.
        if (!(error instanceof UserError) || error instanceof NoNetworkError) throw error;
        answer = { proposal: null, problems: [error.message], removed };
      }
    }
    const interrupted = signals.status();
    if (interrupted !== null) return interrupted;
    await deliver(answer, { issue, input, post, host });
    return isAccepted(answer) ? 0 : 1;
  } finally {
    signals.stop();
  }
}

function readPost(word: string | undefined, { env, stderr }: Host): Post | null {
  const known = posts.find((each) => each === word);
  if (word !== undefined && known === undefined)
    throw new UserError(`--post: unknown value "${word}"; use comment or pull-request`);
  if (known !== undefined && tokenIn(env) === '') {
    tell(`--post ${known}: GITHUB_TOKEN is not set, so the result is printed`, { stderr });
    return null;
  }
  return known ?? null;
}

async function deliver(done: IssueAnswer, where: Delivery): Promise<void> {
  const { env, stdout, stderr } = where.host;
  const { proposal } = done;
  const patch =
    proposal === null || proposal.line === null
      ? ''
      : await (await import('../../lint/unified-diff.js')).unifiedDiff(proposal.path, proposal.before, proposal.after);
  const body = issueComment(done, patch);
  if (where.post === null) {
    const lines = stripped(body).split('\n');
    // The log of a workflow would obey some lines.
    stdout.write(lines.map((line) => (env.GITHUB_ACTIONS ? logLine(line) : line)).join('\n'));
    return;
  }
  for (const sentence of await published(done, body, where)) tell(sentence, { stderr });
}

interface Delivery {
  readonly issue: IssueEvent;
  readonly input: Input;
  readonly post: Post | null;
  readonly host: Host;
}

/** Posts the comment, and the pull request where an entry without an error was requested as one; gives sentences on it. */
async function published(
  answer: IssueAnswer,
  body: string,
  { issue, input, post, host: { env } }: Delivery,
): Promise<readonly string[]> {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? issue.repository ?? '').split('/');
  if (repo === '') throw new UserError('--post: the repository is not known; set GITHUB_REPOSITORY to owner/name');
  const { openGitHub } = await import('../../github/client.js');
  const { GitHubError } = await import('../../github/errors.js');
  const github = openGitHub({
    ...{ token: tokenIn(env), repository: { owner, repo } },
    apiUrl: (env.GITHUB_API_URL ?? 'https://api.github.com').replace(/\/+$/, ''),
    userAgent: `listwright/${version} (+${projectUrl})`,
    signal: new AbortController().signal,
    now: Date.now,
    sleep: (ms) => setTimeout(ms),
  });
  let pull = '';
  const accepted = isAccepted(answer) ? answer.proposal : null;
  if (post === 'pull-request') {
    const { upsertFixPull } = await import('../../github/fix-pull-request.js');
    const git = gitIn(dirname(input.file), env);
    const line = async (...args: string[]) => (await git(args)).stdout.toString('utf8').trim();
    const path = relative(await line('rev-parse', '--show-toplevel'), input.file)
      .split(sep)
      .join('/');
    const done = await upsertFixPull(github, {
      base: issue.defaultBranch ?? 'main',
      commit: await line('rev-parse', 'HEAD'),
      branch: `listwright/issue-${issue.number}`,
      // Where the issue was edited so that nothing can be proposed, an earlier pull request is closed.
      files:
        accepted === null || accepted.after === accepted.before ? [] : [{ path, text: accepted.after, mode: '100644' }],
      title: accepted === null ? '' : pullTitle(accepted),
      body: `${body}\nCloses #${issue.number}.`,
    });
    if (done instanceof GitHubError) throw new UserError(`the pull request was not written: ${done.message}`);
    if (accepted !== null && done.url !== null) pull = `\nPull request: ${done.url}\n`;
  }
  const { upsertComment } = await import('../../github/comment.js');
  const done = await upsertComment(github, {
    number: issue.number,
    key: 'issue-form',
    body: `${body}${pull}`,
    clean: '',
  });
  if (done instanceof GitHubError) throw new UserError(`the comment was not written: ${done.message}`);
  return [`the comment was ${done.did === 'kept' ? 'up to date' : done.did}: ${done.url ?? ''}`];
}

function tokenIn(env: NodeJS.ProcessEnv): string {
  return env.GITHUB_TOKEN || env.GH_TOKEN || '';
}

/** The newest commit that removed the URL from the list; null for none, and where git does not tell. */
async function removedBefore(url: string, { file }: Input, env: NodeJS.ProcessEnv): Promise<RemovedBefore | null> {
  const folder = dirname(file);
  const path = `./${relative(folder, file)}`;
  const limits = { days: 3650, commits: 20_000, deadline: Date.now() + patience };
  const context = { gitFor: (ms: number) => gitIn(folder, env, ms), now: Date.now };
  const { removals } = await findRemovals([url], path, 'HEAD', context, limits);
  return removals.get(url) ?? null;
}

/** Where links of the list lead, as the ledger of earlier runs knows it. */
async function targetsIn(
  { ledger, ledgerNamed }: { readonly ledger: string | null; readonly ledgerNamed: boolean },
  cwd: string,
): Promise<(url: string) => string | null> {
  if (ledger === null || !ledgerNamed) return () => null;
  const { readLedgerFile } = await import('../../links/ledger/file.js');
  const { samePage } = await import('../../url/same-page.js');
  const targets = new Map<string, string>();
  await readLedgerFile(resolve(cwd, ledger), ({ url, verdict, finalUrl }) => {
    if (verdict === 'moved' && finalUrl !== null) targets.set(samePage(url), finalUrl);
  });
  return (url) => targets.get(samePage(url)) ?? null;
}
