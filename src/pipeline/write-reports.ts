import type { RawOptions } from '../config/config-file.js';
import { reportFacts } from '../config/rule-facts.js';
import { writeText } from '../fs/write.js';
import type { RemoteList } from '../model/remote.js';
import type { Report, ReportedList } from '../model/report.js';
import type { AnyRule } from '../model/rule.js';
import type { ReporterSetting, Settings } from '../model/settings.js';
import { loadReporter } from '../report/registry.js';
import type { ReportFacts } from '../report/report-facts.js';

/** What is reported, and how. */
export interface Reported {
  readonly report: Report;
  readonly lists: readonly ReportedList[];
  readonly rules: readonly AnyRule[];
  readonly settings: Pick<Settings, 'quiet' | 'verbose'>;
  readonly raw: Pick<RawOptions, 'color'>;
  /** Lists that were read from GitHub, by the paths that the report gives them. */
  readonly remotes?: ReadonlyMap<string, RemoteList>;
}

/** The folder that the paths of a report count from, and the environment. */
interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Where reports are printed. */
export interface Printer {
  /** The `pretty` report, for standard output or for a file. */
  pretty(reported: Reported, facts: ReportFacts, toStdout: boolean): Promise<string>;
  print(text: string): void;
  /** True where a person reads what is printed, false for a pipe or a log. */
  readonly isTerminal: boolean;
}

/** The reporters of a run: `pretty` when none is named, and `github` besides inside GitHub Actions. */
export function reportersOf(named: readonly ReporterSetting[], env: NodeJS.ProcessEnv): readonly ReporterSetting[] {
  if (named.length > 0) return named;
  const pretty = { name: 'pretty', file: null };
  return env.GITHUB_ACTIONS === 'true' ? [pretty, { name: 'github', file: null }] : [pretty];
}

/** The report to show: without what `--quiet` hides. */
export function shownReport(report: Report, { quiet }: Pick<Settings, 'quiet'>): Report {
  return quiet ? { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') } : report;
}

/** Writes a report with each of the reporters, to their files or to standard output. */
export async function writeReports(
  reporters: readonly ReporterSetting[],
  reported: Reported,
  printer: Printer,
  place: Place,
): Promise<void> {
  const { report, lists, rules, settings } = reported;
  const shown = shownReport(report, settings);
  const facts: ReportFacts = {
    ...reportFacts(rules, lists),
    ...(reporters.some(({ name }) => name === 'html') ? { sourceOf: await sourcesOf(reported, place) } : {}),
  };
  for (const { name, file } of reporters) {
    const format = await loadReporter(name);
    const text =
      format === null
        ? await printer.pretty({ ...reported, report: shown }, facts, file === null)
        : format(shown, facts);
    if (file === null) printer.print(text);
    else await writeText(file, text);
  }
}

async function sourcesOf({ remotes }: Reported, { cwd, env }: Place): Promise<(path: string) => string | null> {
  const { findSources } = await import('../git/source-urls.js');
  return findSources(cwd, env, remotes);
}
