import { builtinRules } from '../config/builtin-rules.js';
import { reportFacts } from '../config/rule-facts.js';
import { confine } from '../github/artifact.js';
import type { GitHub } from '../github/client.js';
import { upsertComment } from '../github/comment.js';
import { GitHubError, orGitHubError } from '../github/errors.js';
import { filesOf, textAt } from '../github/pull-request.js';
import { suggestLines } from '../github/suggestions.js';
import type { Report } from '../model/report.js';
import { correctionsOf } from '../report/markdown/corrections.js';
import { markdown } from '../report/markdown/markdown.js';
import { plural } from '../text/plural.js';
import { pullIn, type TriggerEvent } from './pull-request.js';

/** Corrected lines are looked for in so many lists at most. */
const mostFiles = 10;

/** Keeps the comment on the pull request and suggests corrected lines; gives sentences on it. The report may come from a stranger. */
export async function publishComment(github: GitHub, said: Report, reason: TriggerEvent): Promise<readonly string[]> {
  const pull = await pullIn(github, reason);
  if (pull instanceof GitHubError) return [`No comment was posted. ${pull.message}`];
  if (pull.number === null) return [`No comment was posted. ${pull.why}`];
  const files = await orGitHubError(() => filesOf(github, pull.number));
  if (files instanceof GitHubError) return [`No comment was posted. ${files.message}`];
  const report = confine(said, { files: files.map(({ path }) => path) });
  const findings = report.findings.filter(({ severity }) => severity !== 'info');
  const body = findings.length === 0 ? null : markdown(report, reportFacts(builtinRules, []));
  const wish = { number: pull.number, key: 'list', body, clean: 'All problems are fixed. Thank you!' };
  const comment = await upsertComment(github, wish);
  const result =
    comment instanceof GitHubError ? `No comment was posted. ${comment.message}` : commentDone[comment.did];
  const paths = [...new Set(findings.filter(({ fix }) => fix?.safe === true).map(({ path }) => path))];
  const corrections = await orGitHubError(async () => {
    const found = [];
    for (const path of paths.slice(0, mostFiles))
      found.push(...correctionsOf(path, findings, await textAt(github, path, pull.headSha)));
    return found;
  });
  if (corrections instanceof GitHubError) return [result, `No corrections were suggested. ${corrections.message}`];
  const done = await suggestLines(
    github,
    pull,
    corrections.map(({ path, line, why, text }) => ({
      ...{ path, startLine: line, endLine: line, body: why, replacement: text },
    })),
  );
  if (done instanceof GitHubError) return [result, `No corrections were suggested. ${done.message}`];
  if (done.stale) return [result, 'The pull request has a newer commit, so no corrections were suggested.'];
  return done.posted === 0
    ? [result]
    : [result, `${plural(done.posted, 'corrected line was', 'corrected lines were')} suggested.`];
}

const commentDone = {
  created: 'A comment was added to the pull request.',
  edited: 'The comment on the pull request was updated.',
  kept: 'The comment on the pull request is up to date.',
  nothing: 'There is nothing to comment on.',
} as const;
