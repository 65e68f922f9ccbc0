import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type Git, gitIn } from '../git/git.js';
import { isRepositoryPath } from '../github/artifact.js';
import type { GitHub } from '../github/client.js';
import { GitHubError } from '../github/errors.js';
import { upsertFixPull } from '../github/fix-pull-request.js';
import { applySafe } from '../lint/fix.js';
import type { Report } from '../model/report.js';
import { parse } from '../parse/parse.js';
import { codeSpan, markdownText } from '../report/escape.js';
import { groupBy } from '../text/group-by.js';
import { plural } from '../text/plural.js';
import type { Inputs } from './inputs.js';

/** The number of fixes that are listed one by one. */
const mostTold = 200;

/** Offers the safe fixes of a report as a pull request; gives a sentence on it. */
export async function publishFixes(
  github: GitHub,
  report: Report,
  { event, inputs, env }: { readonly event: unknown; readonly inputs: Inputs; readonly env: NodeJS.ProcessEnv },
): Promise<string> {
  const commit = env.GITHUB_SHA ?? '';
  const base = (event as { repository?: { default_branch?: unknown } } | null)?.repository?.default_branch;
  if (typeof base !== 'string' || env.GITHUB_REF_NAME !== base)
    return 'No pull request was opened: fixes are proposed only for the default branch.';
  const files: { path: string; text: string; mode: '100644' | '100755' }[] = [];
  const git = gitIn(inputs.folder, env);
  let applied = 0;
  for (const [path, findings] of groupBy(report.findings, (finding) => finding.path)) {
    if (!isRepositoryPath(path)) continue;
    const file = resolve(inputs.folder, path);
    const mode = await modeOf(git, path, file);
    if (mode === null || !(await isRegular(inputs.folder, file))) continue;
    const before = await readFile(file, 'utf8').catch(() => null);
    if (before === null) continue;
    const fixed = applySafe(before, findings, (text) => parse(text, { path }));
    if (fixed.text === before) continue;
    files.push({ path, text: fixed.text, mode });
    applied += fixed.applied;
  }
  const done = await upsertFixPull(github, {
    ...{ base, commit, branch: 'listwright/fixes', files },
    title: `Apply ${plural(applied, 'safe fix', 'safe fixes')} to the list`,
    body: bodyOf(report),
  });
  if (done instanceof GitHubError) return `No pull request was opened. ${done.message}`;
  if (done.did === 'foreign')
    return 'The branch listwright/fixes has commits by others and was not changed; merge or delete it.';
  if (done.did === 'nothing') return 'There are no safe fixes.';
  return `The pull request with fixes ${done.did === 'kept' ? 'is up to date' : `was ${done.did}`}: ${done.url}`;
}

/** The mode that git has a file under, or would give it; null for a symbolic link and what is no file. */
export async function modeOf(git: Git, path: string, file: string): Promise<'100644' | '100755' | null> {
  const { code, stdout } = await git(['ls-files', '-s', '-z', '--', path]);
  const mode = code === 0 ? /^(\d+) /.exec(stdout.toString('utf8'))?.[1] : undefined;
  if (mode === '100644' || mode === '100755') return mode;
  const facts = mode === undefined ? await lstat(file).catch(() => null) : null;
  if (facts?.isFile() !== true) return null;
  return (facts.mode & 0o100) === 0 ? '100644' : '100755';
}

/** True for a file that no symbolic link leads to. */
export async function isRegular(folder: string, file: string): Promise<boolean> {
  const real = await realpath(file).catch(() => null);
  return (
    real !== null && real === resolve(await realpath(folder), relative(folder, file)) && (await stat(real)).isFile()
  );
}

function bodyOf({ findings }: Report): string {
  const safe = findings.filter(({ fix }) => fix?.safe === true);
  const listed = safe
    .slice(0, mostTold)
    .map(({ path, start, message }) => `- ${codeSpan(`${path}:${start.line}`)} ${markdownText(message)}`);
  const rest = safe.length > listed.length ? [`- and ${safe.length - listed.length} more`] : [];
  return ['All of these fixes are safe: none changes the meaning of the text.', '', ...listed, ...rest].join('\n');
}
