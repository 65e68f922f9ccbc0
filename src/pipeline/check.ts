import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtinRules } from '../config/builtin-rules.js';
import { loadSettings, settingsByFile } from '../config/command-line/settings.js';
import { inPullRequest } from '../config/environment.js';
import type { LoadedSettings } from '../config/load-settings.js';
import { recordPath } from '../config/record-path.js';
import { lintCacheIn } from '../fs/cache-folder.js';
import { openCacheStore } from '../fs/cache-store.js';
import type { LinkProgress, SessionCache } from '../links/check.js';
import type { Finding } from '../model/finding.js';
import type { Settings } from '../model/settings.js';
import { baselineName, projectUrl, version } from '../model/version.js';
import { inPlaces } from '../report/places.js';
import { type CheckRequest, refuseWrongRequest } from './check-request.js';
import { exitStatus } from './exit-status.js';
import { refuseLinkedOutputs } from './linked-outputs.js';
import type { PolicyContext } from './policy.js';
import type { Comparison } from './read-comparison.js';
import { type RunOutcome, type RunRequest, run } from './run.js';
import { type Trust, withoutBrought } from './trust.js';
import { diffOf, type Notify, writeFixes } from './write-fixes.js';
import { type Printer, reportersOf, writeReports } from './write-reports.js';

/** Where a check runs, and who is notified. */
export interface CheckHost {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly stdin: () => Promise<Uint8Array>;
  readonly printer: Printer;
  readonly notify: Notify;
  readonly onProgress?: (progress: LinkProgress) => void;
  /** Verdicts of earlier runs in this process, which are not checked again. */
  readonly recent?: SessionCache;
  /** True to check every link, whatever the ledger holds. Default: false. */
  readonly afresh?: boolean;
  /** Receives the settings before links are checked. */
  readonly onSettings?: (settings: LoadedSettings) => void;
  /** Called before anything is printed; false keeps fixes and reports from being written. */
  readonly onOutcome?: (outcome: RunOutcome) => boolean;
}

/** What came of a check: the exit status of the contract, and what it was made of. */
export interface Checked {
  readonly status: number;
  readonly outcome: RunOutcome;
  readonly settings: Settings;
}

/** Runs `check`, `lint` or `links` once: reads configuration and lists, and writes fixes and reports. Throws UserErrors. */
export async function check(request: CheckRequest, host: CheckHost): Promise<Checked> {
  const comparison = await comparisonFor(request, host);
  try {
    const trust = comparison?.trust ?? null;
    const given = await loadFor(request, trust, host);
    const loaded = trust === null ? given : await withoutBrought(given, trust, host.env);
    const outputs = loaded.settings.reporters.map(({ file }) => file);
    await refuseLinkedOutputs([...outputs, comparison?.write ?? null], host.cwd, host.env);
    await refuseWrongRequest(request, loaded, host.cwd);
    host.onSettings?.(loaded);
    const { signal, stdin, onProgress, recent } = host;
    const outcome = await run(await runRequestOf(request, loaded, comparison, host), {
      ...{ cwd: host.cwd, version, signal, stdin, now: Date.now },
      ...(onProgress ? { onProgress } : {}),
      ...(recent ? { recent } : {}),
      memory: loaded.raw.cache === false ? null : openCacheStore(lintCacheIn(host.env)),
    });
    const status = await conclude(outcome, request, loaded, comparison, host);
    return { status, outcome, settings: loaded.settings };
  } finally {
    await comparison?.trust.end();
  }
}

/** Writes what came of a run where it belongs; gives the exit status. */
async function conclude(
  outcome: RunOutcome,
  { special, flags }: CheckRequest,
  { settings, raw, rules, notices }: LoadedSettings,
  comparison: Comparison | null,
  { cwd, env, notify, printer, onOutcome }: CheckHost,
): Promise<number> {
  if (onOutcome?.(outcome) === false) return 0;
  for (const { message } of outcome.failures) notify(message);
  if (comparison !== null && comparison.write !== null) {
    const { updateBaseline } = await import('./read-comparison.js');
    notify((await updateBaseline(outcome, comparison)) ?? '');
    return outcome.failures.length > 0 ? 2 : 0;
  }
  for (const notice of [...notices, ...(comparison?.notices ?? []), ...outcome.notices]) notify(notice);
  notifyCrashes(outcome, notify);
  if (flags.explainExceptions === true) {
    const { exceptionsMarkdown, exceptionsText } = await import('../report/exceptions.js');
    printer.print((printer.isTerminal ? exceptionsText : exceptionsMarkdown)(outcome.report.exceptions));
    return exitStatus(outcome, settings) === 2 ? 2 : 0;
  }
  const written = special.fix === null || flags.fixDryRun === true || (await writeFixes(outcome.files, notify));
  if (flags.fixDryRun === true) {
    const diff = await diffOf(outcome.files);
    printer.print(diff);
    if (diff === '') notify(noFixes(outcome.report.findings, special.fix));
  } else {
    const remotes = new Map(outcome.files.flatMap(({ input: { path, remote } }) => (remote ? [[path, remote]] : [])));
    const reported = { report: outcome.report, lists: outcome.lists, rules, settings, raw, remotes };
    await writeReports(reportersOf(settings.reporters, env), reported, printer, { cwd, env });
  }
  if (outcome.offline) notify('no network: no host name resolved and no host responded, so links were not checked');
  return exitStatus(outcome, settings, written);
}

/** Why a patch is empty. */
function noFixes(findings: readonly Finding[], fix: 'safe' | 'unsafe' | null): string {
  const review = findings.filter((finding) => finding.fix?.safe === false);
  if (fix === 'unsafe' || review.length === 0) return 'no fixes';
  return `no safe fixes; use --fix=unsafe --fix-dry-run to review fixes for ${inPlaces(review)}`;
}

/** What the run is compared with; null where nothing is: most runs, which need not load git. */
async function comparisonFor({ flags, special }: CheckRequest, { cwd, env }: CheckHost): Promise<Comparison | null> {
  const baseline = typeof flags.baseline === 'string' ? flags.baseline : undefined;
  const update = flags.updateBaseline === true;
  const isBaselined = baseline !== undefined || update || existsSync(join(cwd, baselineName));
  if (special.since === null && !isBaselined && !inPullRequest(env)) return null;
  return (await import('./read-comparison.js')).readComparison(special.since, baseline, update, cwd, env);
}

function loadFor({ paths, flags }: CheckRequest, trust: Trust | null, host: CheckHost) {
  return loadSettings(paths[0], flags, host, trust?.trusted ?? null, trust?.noCode ?? null);
}

async function runRequestOf(
  { command, paths, flags, special }: CheckRequest,
  { settings, raw, rules }: LoadedSettings,
  comparison: Comparison | null,
  { cwd, env, afresh }: CheckHost,
): Promise<RunRequest> {
  const { trusted = null, noCode = null, confinedTo = null, base: granting = null } = comparison?.trust ?? {};
  const settingsFor = settingsByFile(paths[0], settings, flags, { cwd, env }, trusted, noCode);
  const staged = flags.staged === true ? (await import('../git/staged.js')).openIndex(cwd, env) : null;
  return {
    ...{ command, paths, rules, confinedTo },
    settings: afresh === true ? { ...settings, links: { ...settings.links, maxAge: 0 } } : settings,
    settingsOf: ({ file, remote }) => settingsFor(remote?.repository ?? file),
    fix: flags.fixDryRun === true ? (special.fix ?? 'safe') : special.fix,
    writes: special.fix !== null && flags.fixDryRun !== true,
    base: comparison?.base ?? null,
    granting,
    policy: settings.pullRequest === null ? null : await policyContext(comparison, settings, { cwd, env }),
    baseline: comparison?.baseline ?? null,
    readStaged: await staged,
    stdinFilename: raw.stdinFilename ?? 'README.md',
  };
}

/** Where a pull request is read from: in GitHub Actions one that started the run, elsewhere what `--since` compares; null for neither. */
async function policyContext(
  comparison: Comparison | null,
  settings: Settings,
  { cwd, env }: Pick<CheckHost, 'cwd' | 'env'>,
): Promise<PolicyContext | null> {
  const isPull = inPullRequest(env);
  const base = comparison?.trust.base ?? comparison?.base ?? null;
  // A push is no pull request.
  if (!isPull && (base === null || env.GITHUB_EVENT_NAME)) return null;
  const { pullRequestText } = await import('../git/github-event.js');
  const { gitIn } = await import('../git/git.js');
  return {
    text: await pullRequestText(isPull ? (env.GITHUB_EVENT_PATH ?? '') : ''),
    base,
    record: recordPath(settings, cwd),
    gitFor: (ms) => gitIn(base?.root ?? cwd, env, ms),
  };
}

/** A rule that fails is no fault of the list: it is named, and the others went on. */
function notifyCrashes({ crashes }: RunOutcome, notify: Notify): void {
  for (const { rule, path, why, stack } of crashes) {
    const where = builtinRules.some((one) => one.id === rule)
      ? `please report it: ${projectUrl}/issues`
      : 'report it to the author of the rule';
    const lines = [
      `the rule ${rule} failed on ${path}: ${why}`,
      `  This is a bug in the rule, not in your list; the other rules ran. ${where}`,
      ...(stack === null ? [] : [stack.replace(/^/gm, '  ')]),
    ];
    notify(lines.join('\n'));
  }
}
