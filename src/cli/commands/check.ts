import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtinRules as ours } from '../../config/builtin-rules.js';
import { inPullRequest } from '../../config/environment.js';
import { cacheFolder } from '../../fs/cache-folder.js';
import { openCacheStore } from '../../fs/cache-store.js';
import { remoteOf } from '../../fs/inputs.js';
import { mustBeWritable, replaceText } from '../../fs/write.js';
import type { SessionCache } from '../../links/check.js';
import { UserError } from '../../model/errors.js';
import type { Settings } from '../../model/settings.js';
import { projectUrl, version } from '../../model/version.js';
import { type RunOutcome, run } from '../../pipeline/run.js';
import { plural } from '../../text/plural.js';
import type { Flags } from '../flags.js';
import { reportersOf, writeReports } from '../reporters.js';
import { loadSettings, settingsByFile } from '../settings.js';
import { showsUnicode, wantsColor } from '../terminal/colors.js';
import { startProgress } from '../terminal/progress.js';
import { type Signals, startSignals } from '../terminal/signals.js';
import { readStdin } from '../terminal/stdin.js';
import type { Comparison } from './comparison.js';

/** Options that were told before the parser. */
export interface SpecialFlags {
  readonly fix: 'safe' | 'unsafe' | null;
  readonly since: string | null;
}

/** What a person has asked for. */
export interface Call {
  readonly command: 'check' | 'lint' | 'links';
  readonly paths: readonly string[];
  readonly flags: Flags;
  readonly special: SpecialFlags;
}

/** One check of several, while files are watched. */
export interface Turn {
  /** Ends this check early, with what was found so far. */
  readonly signal: AbortSignal;
  readonly recent: SessionCache;
  /** True to ask every link, whatever the ledger remembers. */
  readonly afresh: boolean;
  /** True to apply the safe fixes. */
  readonly fix: boolean;
  /** Called before anything is printed; false keeps the report from being written. */
  readonly before: (outcome: RunOutcome) => boolean;
  /** Is told the settings under which links are asked. */
  readonly settled: (links: Settings['links']) => void;
}

/** What came of a check: the exit status of the contract, and what it was made of. */
export interface Checked {
  readonly status: number;
  readonly outcome: RunOutcome;
  readonly settings: Settings;
}

/** Runs `check`, `lint` or `links`; gives the exit status of the contract. */
export async function checkCommand(call: Call): Promise<number> {
  const signals = startSignals();
  try {
    return (await checkOnce(call, signals)).status;
  } finally {
    signals.stop();
  }
}

/** Checks once: the configuration is read, the lists are, and the reports are written. */
export async function checkOnce(call: Call, signals: Signals, turn: Turn | null = null): Promise<Checked> {
  const comparison = await comparisonFor(call.special.since, call.flags, process.cwd());
  try {
    return await checkCompared(call, comparison, signals, turn);
  } finally {
    await comparison?.end();
  }
}

async function checkCompared(
  { command, paths, flags, special }: Call,
  comparison: Comparison | null,
  signals: Signals,
  turn: Turn | null,
): Promise<Checked> {
  const fix = turn?.fix === true ? 'safe' : special.fix;
  const cwd = process.cwd();
  const trusted = comparison?.trusted ?? null;
  const noCode = comparison?.noCode ?? null;
  const { settings, raw, rules, notices } = await loadSettings(paths[0], flags, cwd, trusted, noCode);
  const settingsFor = settingsByFile(paths[0], settings, flags, cwd, trusted, noCode);
  const toStdout = settings.reporters.filter((reporter) => reporter.file === null);
  if (toStdout.length > 1) {
    throw new UserError(
      `--reporter: ${toStdout.map((each) => each.name).join(' and ')} cannot both print to standard output; give one a file, like json=report.json`,
    );
  }
  const dryRun = flags.fixDryRun === true;
  if (fix !== null && !dryRun && paths.includes('-')) {
    throw new UserError('--fix: standard input cannot be mended in place; use --fix-dry-run, which prints a diff');
  }
  if (fix !== null && !dryRun && flags.staged === true)
    throw new UserError(
      '--fix: what is staged cannot be mended in place; use --fix-dry-run, or mend the file and git add it',
    );
  const remote = paths.find((path) => remoteOf(path, cwd) !== null);
  if (fix !== null && !dryRun && remote !== undefined)
    throw new UserError(
      `--fix: ${remote} is on GitHub and cannot be mended in place; use --fix-dry-run, which prints a diff`,
    );
  for (const { file } of settings.reporters) if (file !== null) await mustBeWritable(file);
  if (command !== 'lint' && typeof raw.ledger === 'string') await mustBeWritable(raw.ledger, true);
  turn?.settled(settings.links);
  const isWatched = process.stderr.isTTY === true && raw.progress !== false && !process.env.CI;
  const progress = startProgress(process.stderr, {
    isTerminal: isWatched,
    colour: wantsColor(process.stderr, raw.color, process.env),
    unicode: showsUnicode(process.env),
    now: Date.now,
  });
  const unwatch = command === 'lint' ? null : (await import('../heap-limit.js')).watchHeap();
  try {
    const outcome = await run(
      {
        command,
        paths,
        settings: turn?.afresh ? { ...settings, links: { ...settings.links, maxAge: 0 } } : settings,
        settingsOf: ({ file, remote }) => settingsFor(remote?.repository ?? file),
        rules,
        fix: dryRun ? (fix ?? 'safe') : fix,
        base: comparison?.base ?? null,
        baseline: comparison?.baseline ?? null,
        readStaged: flags.staged === true ? await stagedIn(cwd) : null,
        stdinFilename: raw.stdinFilename ?? 'README.md',
      },
      {
        ...{ cwd, version, stdin: readStdin, now: Date.now },
        // Reckoning ten times a second what nobody sees costs time.
        ...(isWatched ? { onProgress: progress.update } : {}),
        ...(turn === null ? { signal: signals.signal } : { signal: turn.signal, recent: turn.recent }),
        memory: raw.cache === false ? null : openCacheStore(join(cacheFolder(process.env), 'listwright', 'lint')),
      },
    );
    progress.stop();
    const ended = (status: number): Checked => ({ status, outcome, settings });
    if (turn?.before(outcome) === false) return ended(0);
    if (comparison !== null && comparison.write !== null) {
      const said = await (await import('./comparison.js')).updateBaseline(outcome, comparison);
      process.stderr.write(`listwright: ${said}\n`);
      return ended(signals.status() ?? 0);
    }
    for (const notice of [...notices, ...(comparison?.notices ?? []), ...outcome.notices])
      process.stderr.write(`listwright: ${notice}\n`);
    tellCrashes(outcome);
    let written = true;
    if (dryRun) await printDiff(outcome);
    else {
      written = fix === null || (await writeFixes(outcome));
      const { report, lists, files } = outcome;
      const remotes = new Map(
        files.flatMap(({ input: { path, remote } }) => (remote ? [[path, remote] as const] : [])),
      );
      const reported = { report, lists, rules, settings, raw, remotes };
      await writeReports(reportersOf(settings.reporters, process.env), reported);
    }
    if (outcome.offline)
      process.stderr.write(
        'listwright: no network: no name resolved and no host answered, so links were not checked\n',
      );
    return ended(signals.status() ?? (written ? statusOf(outcome, settings) : 2));
  } finally {
    progress.stop();
    unwatch?.();
  }
}

/** What the run is compared with; null where nothing is: most runs, which need not load git's room. */
async function comparisonFor(since: string | null, flags: Flags, cwd: string): Promise<Comparison | null> {
  const baseline = typeof flags.baseline === 'string' ? flags.baseline : undefined;
  const update = flags.updateBaseline === true;
  const isBaselined = baseline !== undefined || update || existsSync(join(cwd, '.listwright-baseline.json'));
  if (since === null && !isBaselined && !inPullRequest(process.env)) return null;
  return (await import('./comparison.js')).readComparison(since, baseline, update, cwd, process.env);
}

async function stagedIn(cwd: string) {
  return (await import('../../git/staged.js')).openIndex(cwd, process.env);
}

function statusOf({ report, offline, crashes }: RunOutcome, settings: Settings): number {
  if (offline || crashes.length > 0) return 2;
  const { error, warning } = report.stats.findings;
  if (error > 0) return 1;
  return settings.maxWarnings !== null && warning > settings.maxWarnings ? 1 : 0;
}

async function printDiff(outcome: RunOutcome): Promise<void> {
  const { unifiedDiff } = await import('../../lint/diff.js');
  for (const { input, before, after } of outcome.files) {
    process.stdout.write(await unifiedDiff(input.path, before, after));
  }
}

/** Writes what was mended; false when a file could not be written, which is told. The others are written all the same. */
async function writeFixes(outcome: RunOutcome): Promise<boolean> {
  let written = true;
  for (const { input, before, after, applied } of outcome.files) {
    if (after === before) continue;
    try {
      await replaceText(input.file, input.path, before, after);
      process.stderr.write(`listwright: ${input.path}: ${plural(applied, 'fix', 'fixes')} applied\n`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      written = false;
      process.stderr.write(`listwright: ${error.message}\n`);
    }
  }
  return written;
}

/** A rule that fails is no fault of the list: it is named, and the others went on. */
function tellCrashes({ crashes }: RunOutcome): void {
  for (const { rule, path, why, stack } of crashes) {
    const where = ours.some((one) => one.id === rule)
      ? `please report it: ${projectUrl}/issues`
      : 'tell whoever wrote it';
    process.stderr.write(`listwright: the rule ${rule} failed on ${path}: ${why}\n`);
    process.stderr.write(`  This is a bug of that rule, not of your list; the other rules went on. ${where}\n`);
    if (stack !== null) process.stderr.write(`${stack.replace(/^/gm, '  ')}\n`);
  }
}
