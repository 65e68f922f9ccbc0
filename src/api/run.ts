import { resolve } from 'node:path';
import type { BroughtRule, RawRule } from '../config/config-file.js';
import { loadSettings, settingsByFile } from '../config/load-settings.js';
import type { LinkOptions } from '../config/raw-link-options.js';
import { UserError } from '../model/errors.js';
import type { Report, ReportLink } from '../model/report.js';
import type { PresetName } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { version } from '../model/version.js';
import { run as runLists } from '../pipeline/run.js';
import { withSentences } from '../report/evidence.js';
import { interruptible, settingsRequest } from './options.js';
import { publicFindings } from './public-findings.js';
import { RuleError } from './rule-error.js';

/** Options of `run`; they override keys of the same name in the configuration file. */
export interface RunOptions extends LinkOptions {
  /** `lint` checks no links, `links` lints nothing. Default: `check`, which does both. */
  readonly command?: 'check' | 'lint' | 'links' | undefined;
  /** Files, folders (their README), globs, `owner/repo` or the URL of a GitHub repository. Default: the README of `cwd`. */
  readonly paths?: readonly string[] | undefined;
  /** The folder to which paths and files are relative. Default: `process.cwd()`. */
  readonly cwd?: string | undefined;
  /** A configuration file, or false for none. Default: the nearest one, searching upward from each list's folder. */
  readonly config?: string | false | undefined;
  /** True to run the code of a configuration (`.js`, `.ts`) and of the plugins that it names. Default: false; code throws a UserError. */
  readonly trusted?: boolean | undefined;
  /** The base set of rules. Default: `roadmap` for a list whose tiers hold more than half of its entries, `awesome` for one that calls itself awesome, `minimal` for a file that does not look like a list, otherwise `list`. */
  readonly preset?: PresetName | undefined;
  /** By rule name: a severity, or `[severity, options]`; they override the preset and the configuration file. */
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  /** Your own rules, in addition to those of the configuration; `rules` turns them on. */
  readonly plugins?: readonly BroughtRule[] | undefined;
  /** BCP 47 tag of the language of the lists. Default: detected from their text. */
  readonly lang?: string | undefined;
  /** If aborted, the run ends soon; its report contains the results so far, and `interrupted` is true. */
  readonly signal?: AbortSignal | undefined;
  /** Environment variables such as `GITHUB_TOKEN`, `GITHUB_API_URL` and `CI`. Default: `process.env`; `{}` for none. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Called once for each link, as soon as its verdict is known. If it throws, the run ends and `run` throws the same error. */
  readonly onVerdict?: ((link: ReportLink<string>) => void) | undefined;
  /** Called with a sentence about each problem of the run itself: no network, a ledger that could not be saved. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/**
 * Does the same as the command, and returns the report that `--reporter json` prints. Writes only the ledger that the options or the
 * configuration name, prints nothing, and never ends the process. Throws a UserError for an invalid call, an invalid
 * configuration or a list that cannot be read, and a
 * RuleError, which has the report, when a rule fails.
 */
export async function run(options: RunOptions = {}): Promise<Report<string>> {
  const { command = 'check', paths = [], config = null, trusted = false, signal, onVerdict, onNotice } = options;
  const { cwd: folder = '.', env = process.env, ...others } = options;
  const cwd = resolve(folder);
  mustFit(command, paths);
  const wanted = settingsRequest('run', ruledBy(others), { config, cwd, env, trusted });
  const { settings, rules, notices } = await loadSettings(paths[0], wanted);
  const settingsFor = settingsByFile(paths[0], settings, wanted);
  const interrupt = interruptible(signal);
  const thrown: unknown[] = [];
  const tell = (link: ReportLink): void => {
    if (thrown.length > 0) return;
    try {
      onVerdict?.(withSentences(link));
    } catch (error) {
      thrown.push(error);
      interrupt.end();
    }
  };
  const outcome = await runLists(
    {
      ...{ command, paths, rules, fix: null, stdinFilename: 'README.md' },
      settings: from(cwd, settings),
      settingsOf: ({ file, remote }) => settingsFor(remote?.repository ?? file),
    },
    {
      ...{ cwd, version, signal: interrupt.signal, stdin: noStdin, now: Date.now },
      ...(onVerdict ? { onVerdict: tell } : {}),
    },
  );
  if (thrown.length > 0) throw thrown[0];
  for (const notice of [...notices, ...outcome.notices]) onNotice?.(notice);
  if (outcome.offline) onNotice?.('no network: no host name resolved and no host responded, so links were not checked');
  const { crashes, failures } = outcome;
  const links = outcome.report.links.map(withSentences);
  const report = { ...outcome.report, links, findings: publicFindings(outcome.report.findings) };
  if (failures[0] !== undefined) throw failures[0];
  if (crashes.length > 0) throw new RuleError(crashes, report.findings, report);
  return report;
}

/** The options that have a name in the configuration. */
function ruledBy(options: RunOptions): Omit<RunOptions, 'cwd' | 'env'> {
  const { command, paths, config, trusted, signal, onVerdict, onNotice, ...ruled } = options;
  return ruled;
}

function mustFit(command: string, paths: readonly string[]): void {
  if (!['check', 'lint', 'links'].includes(command))
    throw new UserError(`run: unknown command "${command}"; use check, lint or links`);
  if (paths.includes('-'))
    throw new UserError('run: paths: "-" (standard input) is not read; pass its text to lint or check');
}

/** Files that settings name count from the folder that the caller works in. */
function from(cwd: string, settings: Settings): Settings {
  const { ledger, cacert } = settings.links;
  const at = (path: string | null): string | null => (path === null ? null : resolve(cwd, path));
  return { ...settings, links: { ...settings.links, ledger: at(ledger), cacert: at(cacert) } };
}

function noStdin(): Promise<Uint8Array> {
  return Promise.reject(new UserError('run: standard input is not read here'));
}
