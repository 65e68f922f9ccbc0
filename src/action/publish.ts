import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { builtinRules } from '../config/builtin-rules.js';
import { reportFacts } from '../config/rule-facts.js';
import { type GitHub, openGitHub } from '../github/client.js';
import { GitHubError } from '../github/errors.js';
import { upsertIssue } from '../github/issue.js';
import type { Report } from '../model/report.js';
import { projectUrl, version } from '../model/version.js';
import { markdown } from '../report/markdown/markdown.js';
import { pluralForm } from '../text/plural.js';
import { publishComment } from './comment.js';
import { publishFixes } from './fixes.js';
import type { Inputs } from './inputs.js';
import { publishLabels } from './labels.js';
import { publishPrune, publishRefresh } from './upkeep.js';

/** What remains for the words around a report, of the 65,536 characters that GitHub takes. */
const longestReport = 64_000;

/** Writes to GitHub what the inputs ask for; gives sentences on what was done, and what could not be. Never fails the step. */
export async function publish(report: Report, inputs: Inputs, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { labels } = inputs;
  if (!inputs.comment && !inputs.issue && !inputs.fixes && !inputs.prune && !inputs.refresh && labels.length === 0)
    return [];
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  if (inputs.token === '' || repo === '')
    return ['No comment, issue, pull request or label was written: the GitHub token is missing.'];
  const github = openGitHub({
    ...{ token: inputs.token, repository: { owner, repo } },
    apiUrl: (env.GITHUB_API_URL ?? 'https://api.github.com').replace(/\/+$/, ''),
    userAgent: `listwright/${version} (+${projectUrl})`,
    signal: new AbortController().signal,
    now: Date.now,
    sleep: (ms) => setTimeout(ms),
  });
  const event = await eventIn(env);
  const trigger = { event, name: env.GITHUB_EVENT_NAME ?? '' };
  return [
    ...(inputs.comment ? await publishComment(github, report, trigger) : []),
    ...(labels.length > 0 ? [await publishLabels(github, report, labels, trigger)] : []),
    ...(inputs.issue ? [await publishIssue(github, report)] : []),
    ...(inputs.fixes ? [await publishFixes(github, report, { event, inputs, env })] : []),
    ...(inputs.prune ? [await publishPrune(github, { event, inputs, env })] : []),
    ...(inputs.refresh ? [await publishRefresh(github, { event, inputs, env })] : []),
  ];
}

/** Keeps the issue about links that died: open while one is broken. */
async function publishIssue(github: GitHub, report: Report): Promise<string> {
  const links = report.findings.filter(({ topic }) => topic === 'links');
  const broken = new Set(links.filter(({ verdict }) => verdict === 'broken').map(({ url, message }) => url ?? message));
  const about = { ...report, findings: links };
  const page = markdown(about, reportFacts(builtinRules, []), { limit: longestReport });
  const done = await upsertIssue(github, {
    ...{ key: 'links', label: 'listwright', reopen: false },
    title: pluralForm(broken.size, 'A link of the list is broken', 'Links of the list are broken'),
    body:
      broken.size === 0
        ? null
        : `${page}\n---\nThis issue is kept up to date by [listwright](${projectUrl}), and closed when no link is broken.`,
    clean: 'No link is broken anymore.',
  });
  if (done instanceof GitHubError) return `The issue was not written. ${done.message}`;
  if (done.number === null) return 'No link is broken, so there is no issue.';
  return `Issue #${done.number} was ${done.did === 'kept' ? 'up to date' : done.did}.`;
}

async function eventIn(env: NodeJS.ProcessEnv): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return null;
  }
}
