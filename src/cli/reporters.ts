import { resolve } from 'node:path';
import type { RawOptions } from '../config/config-file.js';
import { reportFacts } from '../config/rule-facts.js';
import { remoteOf } from '../fs/inputs.js';
import { writeText } from '../fs/write.js';
import type { RemoteList } from '../model/remote.js';
import type { Report, ReportedList } from '../model/report.js';
import type { AnyRule } from '../model/rule.js';
import type { ReporterSetting, Settings } from '../model/settings.js';
import { loadReporter } from '../report/registry.js';
import type { ReportFacts } from '../report/report-facts.js';
import { noColors } from '../report/terminal/colors.js';
import { loadWidths } from '../report/terminal/width.js';
import { colors, showsUnicode, terminalWidth, wantsColor } from './terminal/colors.js';
import { fileLineUrl, hyperlink, showsHyperlinks } from './terminal/hyperlink.js';

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

/** The reporters of a run: `pretty` when nobody says, and `github` besides inside GitHub Actions. */
export function reportersOf(named: readonly ReporterSetting[], env: NodeJS.ProcessEnv): readonly ReporterSetting[] {
  if (named.length > 0) return named;
  const pretty = { name: 'pretty', file: null };
  return env.GITHUB_ACTIONS === 'true' ? [pretty, { name: 'github', file: null }] : [pretty];
}

/** Writes a report with each of the reporters, to their files or to standard output. */
export async function writeReports(reporters: readonly ReporterSetting[], reported: Reported): Promise<void> {
  const { report, lists, rules, settings } = reported;
  const shown: Report = settings.quiet
    ? { ...report, findings: report.findings.filter((finding) => finding.severity === 'error') }
    : report;
  const facts: ReportFacts = {
    ...reportFacts(rules, lists),
    ...(reporters.some(({ name }) => name === 'html') ? { sourceOf: await sourcesOf(reported) } : {}),
  };
  for (const { name, file } of reporters) {
    const reporter = await loadReporter(name);
    const text =
      reporter?.(shown, facts) ?? (await prettyText({ ...reported, report: shown }, facts.rules, file === null));
    if (file === null) process.stdout.write(text);
    else await writeText(file, text);
  }
}

async function sourcesOf({ remotes }: Reported): Promise<(path: string) => string | null> {
  const { findSources } = await import('./source-urls.js');
  return findSources(process.cwd(), process.env, remotes);
}

async function prettyText(
  { report, lists, settings, raw }: Reported,
  rules: ReportFacts['rules'],
  onTerminal: boolean,
): Promise<string> {
  const { pretty } = await import('../report/terminal/pretty.js');
  for (const list of lists) await loadWidths(list.text);
  for (const rows of [report.findings, report.links]) {
    // In portions: a long report is many times as large as its lists.
    for (let at = 0; at < rows.length; at += 1000) await loadWidths(JSON.stringify(rows.slice(at, at + 1000)));
  }
  const hasColour = onTerminal && wantsColor(process.stdout, raw.color, process.env);
  const here = (path: string): boolean =>
    lists.some((list) => list.path === path) && remoteOf(path, process.cwd()) === null;
  const links = {
    linked: hyperlink,
    fileUrl: (path: string, line: number) => (here(path) ? fileLineUrl(resolve(path), line) : null),
  };
  return pretty(report, {
    painter: hasColour ? colors() : noColors,
    width: onTerminal ? Math.max(40, terminalWidth(process.stdout, process.env)) : 80,
    unicode: showsUnicode(process.env),
    verbose: settings.verbose,
    ...{ lists, rules },
    ...(onTerminal && showsHyperlinks(process.stdout, hasColour, process.env) ? links : {}),
  });
}
