import { UserError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { Report, ReportLink } from '../model/report.js';
import { plural, pluralForm } from '../text/plural.js';
import { buildReport } from './build.js';
import { joinParts } from './exceptions.js';
import { mergeVantages } from './merge-vantages.js';

/** A report and the name of the file that it was read from. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * Joins reports of whole runs from several networks, or the reports of shards into the report of one run, which it equals but for times; where directives silenced
 * findings of links, `suppressed` counts those of the part that silenced most. Throws a UserError that names the file when parts are
 * missing or doubled, or are not of one run.
 */
export function mergeReports(reports: readonly NamedReport[], lintRules: ReadonlySet<string>): Report {
  const [first] = reports;
  if (first === undefined) throw new UserError('merge: no reports; pass the files to merge');
  if (reports.length === 1 && first.report.run.shard === null) return first.report;
  const areWhole = reports.every(({ report }) => report.run.shard === null);
  if (!areWhole) assertWhole(reports);
  for (const other of reports) assertSame(first, other);
  const all = reports.map(({ report }) => report);
  if (areWhole) {
    const byTime = [...all].sort((a, b) => Date.parse(a.run.startedAt) - Date.parse(b.run.startedAt));
    return mergeVantages(byTime, lintRules);
  }
  const starts = all.map(({ run }) => Date.parse(run.startedAt));
  const startedAt = Math.min(...starts);
  const end = Math.max(...all.map(({ run }, index) => (starts[index] ?? 0) + run.durationMs));
  const { stats, tool, run } = first.report;
  const report = buildReport({
    version: tool.version,
    command: run.command,
    startedAt,
    durationMs: end - startedAt,
    vantage: all.some((each) => each.run.vantage === 'ci') ? 'ci' : 'local',
    shard: null,
    interrupted: all.some((each) => each.run.interrupted),
    off: run.off ?? [],
    lists: [],
    findings: joinFindings(all, lintRules),
    suppressed: Math.max(...all.map((each) => each.stats.findings.suppressed)),
    links: joinLinks(all),
    exceptions: joinParts(
      all.flatMap((each) => each.exceptions),
      ({ rules }) => rules.some((rule) => lintRules.has(rule)),
    ),
    pullRequest: first.report.pullRequest,
  });
  const { files, sections, tiers, entries } = stats;
  return { ...report, stats: { ...report.stats, files, sections, tiers, entries } };
}

/** A row that two parts have is once: as the part saw it that asked. One report alone may have equal relative addresses twice. */
function joinLinks(reports: readonly Report[]): readonly ReportLink[] {
  const rows = new Map<string, ReportLink>();
  for (const link of reports.flatMap((report) => report.links)) {
    const key = JSON.stringify([link.url, link.occurrences]);
    const known = rows.get(key);
    if (known === undefined || known.verdict === 'skipped') rows.set(key, link);
  }
  return [...rows.values()];
}

/**
 * What lint finds is in the report of every part, unless a part knows of a link what silences it there; what links
 * show is in one.
 */
function joinFindings(reports: readonly Report[], lintRules: ReadonlySet<string>): readonly Finding[] {
  const found = new Map<string, { readonly finding: Finding; readonly counts: number[] }>();
  for (const [index, { findings }] of reports.entries()) {
    for (const finding of findings) {
      const key = JSON.stringify(finding);
      const known = found.get(key) ?? { finding, counts: reports.map(() => 0) };
      known.counts[index] = (known.counts[index] ?? 0) + 1;
      found.set(key, known);
    }
  }
  return [...found.values()].flatMap(({ finding, counts }) => {
    const times = lintRules.has(finding.rule) ? Math.min(...counts) : Math.max(...counts);
    return Array<Finding>(times).fill(finding);
  });
}

function assertWhole(reports: readonly NamedReport[]): void {
  const seen = new Map<string, string>();
  let count: string | null = null;
  for (const { name, report } of reports) {
    const [index, of] = report.run.shard?.split('/') ?? [];
    if (index === undefined || of === undefined)
      throw new UserError(`${name}: this is the report of a whole run; merge combines reports of --shard runs`);
    count ??= of;
    if (of !== count) throw new UserError(`${name}: is part ${index} of ${of}, but the others are parts of ${count}`);
    const other = seen.get(index);
    if (other !== undefined) throw new UserError(`${name}: part ${index}/${of} is already in ${other}`);
    seen.set(index, name);
  }
  const missing = Array.from({ length: Number(count) }, (_, index) => String(index + 1)).filter(
    (index) => !seen.has(index),
  );
  const named = missing.length > 20 ? [...missing.slice(0, 20), '…'] : missing;
  if (missing.length > 0)
    throw new UserError(
      `merge: ${pluralForm(missing.length, 'part')} ${named.join(', ')} of ${count} ${pluralForm(missing.length, 'is', 'are')} missing`,
    );
}

/** What the parts of one run have the same number of, and its word for one and for many. */
const counted = [
  ['files', 'file', 'files'],
  ['sections', 'section', 'sections'],
  ['tiers', 'tier', 'tiers'],
  ['entries', 'entry', 'entries'],
] as const;

function assertSame(first: NamedReport, other: NamedReport): void {
  const [one, two] = [first.report, other.report];
  if (one.tool.version !== two.tool.version)
    throw new UserError(
      `${other.name}: written by version ${two.tool.version}, but ${first.name} by ${one.tool.version}; run all parts with the same version`,
    );
  if (one.run.command !== two.run.command)
    throw new UserError(
      `${other.name}: is a report of ${two.run.command}, but ${first.name} is one of ${one.run.command}`,
    );
  for (const [key, word, words] of counted)
    if (one.stats[key] !== two.stats[key])
      throw new UserError(
        `${other.name}: has ${plural(two.stats[key], word, words)}, but ${first.name} has ${one.stats[key]}; they are not parts of the same run`,
      );
}
