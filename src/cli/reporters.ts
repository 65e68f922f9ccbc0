import { resolve } from 'node:path';
import { remoteOf } from '../fs/inputs.js';
import type { Printer, Reported } from '../pipeline/write-reports.js';
import type { ReportFacts } from '../report/report-facts.js';
import { noColors } from '../report/terminal/colors.js';
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
