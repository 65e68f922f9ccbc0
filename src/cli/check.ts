import { join } from 'node:path';
import { catalogue as ours } from '../catalogue.js';
import type { RawOptions } from '../config/raw.js';
import { remoteOf } from '../disk/inputs.js';
import { memoryIn } from '../disk/memory.js';
import { mustBeWritable, replaceText, writeText } from '../disk/write.js';
import type { Report } from '../model/report.js';
import type { ReporterSetting, Settings } from '../model/settings.js';
import { UserError } from '../model/trouble.js';
import { plainPainter } from '../report/painter.js';
import { loadWidths } from '../report/width.js';
import { type RunOutcome, run } from '../run.js';
import type { Flags } from './flags.js';
import { colourPainter, showsUnicode, wantsColour } from './painter.js';
import { startProgress } from './progress.js';
import { cacheFolder, loadSettings, settingsByFile } from './settings.js';
import { startSignals } from './signals.js';
import { readStdin } from './stdin.js';
import { projectUrl, version } from './version.js';

/** Options that were told before the parser. */
export interface SpecialFlags {
  readonly fix: 'safe' | 'unsafe' | null;
  readonly since: string | null;
}

/** Runs `check`, `lint` or `links`; gives the exit status of the contract. */
export async function runCommand(
  command: 'check' | 'lint' | 'links',
  paths: readonly string[],
  flags: Flags,
  { fix, since }: SpecialFlags,
): Promise<number> {
  const cwd = process.cwd();
  if (since !== null) (await import('./since.js')).refuseSince(since, cwd);
  const { settings, raw, rules } = await loadSettings(paths[0], flags, cwd);
  const settingsFor = settingsByFile(paths[0], settings, flags, cwd);
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
  const remote = paths.find((path) => remoteOf(path, cwd) !== null);
  if (fix !== null && !dryRun && remote !== undefined)
    throw new UserError(
      `--fix: ${remote} is on GitHub and cannot be mended in place; use --fix-dry-run, which prints a diff`,
    );
  for (const { file } of settings.reporters) if (file !== null) await mustBeWritable(file);
  if (command !== 'lint' && typeof raw.ledger === 'string') await mustBeWritable(raw.ledger, true);
  const signals = startSignals();
  const progress = startProgress(process.stderr, {
    isTerminal: process.stderr.isTTY === true && raw.progress !== false && !process.env.CI,
    colour: wantsColour(process.stderr, raw.color, process.env),
    now: Date.now,
  });
  try {
    const outcome = await run(
      {
        command,
        paths,
        settings,
        settingsOf: ({ file, remote }) => settingsFor(remote?.repository ?? file),
        rules,
        fix: dryRun ? (fix ?? 'safe') : fix,
        stdinFilename: raw.stdinFilename ?? 'README.md',
      },
      {
        ...{ cwd, version, signal: signals.signal, stdin: readStdin, now: Date.now, onProgress: progress.update },
        memory: raw.cache === false ? null : memoryIn(join(cacheFolder(process.env), 'listwright', 'lint')),
      },
    );
    progress.stop();
    for (const notice of outcome.notices) process.stderr.write(`listwright: ${notice}\n`);
    tellCrashes(outcome);
    let written = true;
    if (dryRun) await printDiff(outcome);
    else {
      written = fix === null || (await writeFixes(outcome));
      await writeReports(outcome, settings, raw);
    }
    if (outcome.offline)
      process.stderr.write(
        'listwright: no network: no name resolved and no host answered, so links were not checked\n',
      );
    return signals.status() ?? (written ? statusOf(outcome, settings) : 2);
  } finally {
    progress.stop();
    signals.stop();
  }
}

function statusOf({ report, offline, crashes }: RunOutcome, settings: Settings): number {
  if (offline || crashes.length > 0) return 2;
  const { error, warning } = report.stats.findings;
  if (error > 0) return 1;
  return settings.maxWarnings !== null && warning > settings.maxWarnings ? 1 : 0;
}

async function printDiff(outcome: RunOutcome): Promise<void> {
  const { unifiedDiff } = await import('../lint/diff.js');
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
      process.stderr.write(`listwright: ${input.path}: ${applied} ${applied === 1 ? 'fix' : 'fixes'} applied\n`);
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

async function writeReports(outcome: RunOutcome, settings: Settings, raw: RawOptions): Promise<void> {
  const reporters: readonly ReporterSetting[] =
    settings.reporters.length === 0 ? [{ name: 'pretty', file: null }] : settings.reporters;
  const { report } = outcome;
  const shown: Report = settings.quiet
    ? { ...report, findings: report.findings.filter((finding) => finding.severity === 'error') }
    : report;
  for (const { name, file } of reporters) {
    const text = await format(name, shown, outcome, settings, raw, file === null);
    if (file === null) process.stdout.write(text);
    else await writeText(file, text);
  }
}

async function format(
  name: string,
  report: Report,
  outcome: RunOutcome,
  settings: Settings,
  raw: RawOptions,
  onTerminal: boolean,
): Promise<string> {
  if (name === 'json') return (await import('../report/json.js')).json(report);
  const { pretty } = await import('../report/pretty.js');
  await loadWidths(JSON.stringify(report) + outcome.lists.map((list) => list.text).join(''));
  const { isTTY, columns } = process.stdout;
  return pretty(report, {
    painter: onTerminal && wantsColour(process.stdout, raw.color, process.env) ? colourPainter() : plainPainter,
    width: onTerminal && isTTY ? Math.max(40, columns) : 80,
    unicode: showsUnicode(process.env),
    verbose: settings.verbose,
    lists: outcome.lists,
  });
}
