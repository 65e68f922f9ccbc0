import { resolve } from 'node:path';
import { remoteOf } from '../fs/inputs.js';
import type { Finding } from '../model/finding.js';
import type { Printer, Reported } from '../pipeline/write-reports.js';
import type { ReportFacts } from '../report/report-facts.js';
import { noColors } from '../report/terminal/colors.js';
import { loadWidths } from '../report/terminal/text-width.js';
import type { Host } from './host.js';
import { colors, showsUnicode, wantsColor } from './terminal/colors.js';
import { fileLineUrl, hyperlink, showsHyperlinks } from './terminal/hyperlink.js';
import { terminalWidth } from './terminal/width.js';

/** Prints reports on standard output, as its terminal shows them. */
export function printerFor(host: Host): Printer {
  return {
    pretty: (reported, facts, onTerminal) => prettyText(reported, facts, onTerminal, host),
    print: (text) => void host.stdout.write(text),
    isTerminal: host.stdout.isTTY === true,
  };
}

async function prettyText(
  { report, lists, settings, raw }: Reported,
  { rules }: ReportFacts,
  onTerminal: boolean,
  { cwd, env, stdout }: Host,
): Promise<string> {
  const { pretty } = await import('../report/terminal/pretty.js');
  for (const { path, text } of lists) for (const shown of shownOf(text, path, report.findings)) await loadWidths(shown);
  for (const rows of [report.findings, report.links]) {
    // In portions: a long report is many times as large as its lists.
    for (let at = 0; at < rows.length; at += 1000) await loadWidths(JSON.stringify(rows.slice(at, at + 1000)));
  }
  const hasColour = onTerminal && wantsColor(stdout, raw.color, env);
  const here = (path: string): boolean => lists.some((list) => list.path === path) && remoteOf(path, cwd) === null;
  const links = {
    linked: hyperlink,
    fileUrl: (path: string, line: number) => (here(path) ? fileLineUrl(resolve(cwd, path), line) : null),
  };
  return pretty(report, {
    painter: hasColour ? colors() : noColors,
    width: onTerminal ? Math.max(40, terminalWidth(stdout, env)) : 80,
    unicode: showsUnicode(env),
    verbose: settings.verbose,
    ...{ lists, rules },
    ...(onTerminal && showsHyperlinks(stdout, hasColour, env) ? links : {}),
  });
}

/** So much of a line on either side is more than an excerpt shows; UTF-16 units. */
const longest = 2000;

/** What a report shows of a list: the lines of its findings, and of what would be changed. */
function* shownOf(text: string, path: string, findings: readonly Finding[]): Generator<string> {
  for (const finding of findings) {
    if (finding.path !== path) continue;
    for (const { start, end } of [
      { start: finding.start.offset, end: finding.end.offset },
      ...(finding.fix?.edits ?? []),
    ]) {
      const before = text.slice(Math.max(0, start - longest), start);
      const behind = text.slice(end, end + longest);
      yield before.slice(before.lastIndexOf('\n') + 1);
      yield text.slice(start, Math.min(end, start + longest));
      yield behind.slice(0, behind.search(/\n|$/));
    }
  }
}
