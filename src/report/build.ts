import type { ReportException } from '../model/exception.js';
import type { Finding } from '../model/finding.js';
import type { LinkStats, Report, ReportedList, ReportLink } from '../model/report.js';
import { verdictNames } from '../model/verdict-names.js';

/** What a report is made of. */
export interface ReportInput {
  readonly version: string;
  readonly command: Report['run']['command'];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly vantage: 'ci' | 'local';
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly interrupted: boolean;
  /** Rules about verdicts that are off for all lists. */
  readonly off?: readonly string[];
  readonly lists: readonly ReportedList[];
  readonly findings: readonly Finding[];
  /** How many findings directives silenced. */
  readonly suppressed: number;
  readonly links: readonly ReportLink[];
  /** Of all lists; those of the same exception become one. */
  readonly exceptions: readonly ReportException[];
  readonly pullRequest: Report['pullRequest'];
}

/** Joins what a run found; the order is fixed, so that two runs over the same world give the same report but for times. */
export function buildReport(input: ReportInput): Report {
  const { lists, version, command, durationMs, vantage, shard, interrupted, off = [] } = input;
  const findings = [...input.findings].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.start.offset - b.start.offset ||
      a.end.offset - b.end.offset ||
      compare(a.rule, b.rule),
  );
  const sum = (count: (list: ReportedList) => number): number => lists.reduce((total, list) => total + count(list), 0);
  const severity = (name: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === name).length;
  return {
    version: 1,
    tool: { name: 'listwright', version },
    run: {
      command,
      startedAt: new Date(input.startedAt).toISOString(),
      durationMs: Math.max(0, Math.round(durationMs)),
      vantage,
      shard: shard === null ? null : `${shard.index}/${shard.count}`,
      interrupted,
      ...(off.length === 0 ? {} : { off }),
    },
    stats: {
      files: lists.length,
      sections: sum((list) => list.sections),
      tiers: sum((list) => list.tiers),
      entries: sum((list) => list.entries),
      links: linkStats(input.links),
      findings: {
        error: severity('error'),
        warning: severity('warning'),
        info: severity('info'),
        suppressed: input.suppressed,
      },
    },
    findings,
    links: [...input.links].sort((a, b) => compare(a.url, b.url)),
    exceptions: input.exceptions,
    pullRequest: input.pullRequest,
  };
}

function linkStats(links: readonly ReportLink[]): LinkStats {
  const counts = Object.fromEntries(verdictNames.map((name) => [name, 0])) as Record<
    (typeof verdictNames)[number],
    number
  >;
  for (const link of links) counts[link.verdict]++;
  const { alive, moved, broken, suspect, unreachable, unverifiable, skipped } = counts;
  const total = links.reduce((sum, link) => sum + link.occurrences.length, 0);
  return { total, unique: links.length, alive, moved, broken, suspect, unreachable, unverifiable, skipped };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
