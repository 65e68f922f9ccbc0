import { UserError } from '../model/errors.js';
import type { Evidence } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Report, ReportLink } from '../model/report.js';
import type { VerdictName } from '../model/verdict-names.js';
import { buildReport } from './build.js';

const gone: ReadonlySet<VerdictName> = new Set(['broken', 'unreachable']);
const present: ReadonlySet<VerdictName> = new Set(['alive', 'moved']);

/** One report's row of a link, and when that run began. */
interface Seen {
  readonly report: Report;
  readonly link: ReportLink;
}

/**
 * Joins reports of whole runs over the same lists, each from another network, oldest first. A link that is dead from one and
 * alive from another is `unverifiable`, with both as evidence; else what saw it alive counts, and then the newest. A link that
 * only some of them list is as these have it. Throws a UserError for no report.
 */
export function mergeVantages(reports: readonly Report[], lintRules: ReadonlySet<string>): Report {
  const newest = reports.at(-1);
  if (newest === undefined) throw new UserError('merge: no reports; pass the files to merge');
  const rows = new Map<string, Seen[]>();
  for (const report of reports)
    for (const link of report.links) {
      const key = keyOf(link);
      const known = rows.get(key);
      if (known === undefined) rows.set(key, [{ report, link }]);
      else known.push({ report, link });
    }
  const merged = new Map([...rows].map(([key, seen]) => [key, mergeRow(seen)]));
  const chosen = new Map([...merged.values()].map((row) => [row.link.url, row]));
  const starts = reports.map(({ run }) => Date.parse(run.startedAt));
  const end = Math.max(...reports.map(({ run }, index) => (starts[index] ?? 0) + run.durationMs));
  const report = buildReport({
    version: newest.tool.version,
    command: newest.run.command,
    startedAt: Math.min(...starts),
    durationMs: end - Math.min(...starts),
    vantage: newest.run.vantage,
    shard: null,
    interrupted: reports.some(({ run }) => run.interrupted),
    off: newest.run.off ?? [],
    lists: [],
    findings: reports.flatMap((one) =>
      one.findings.flatMap((finding) => findingOf(finding, one, newest, chosen, lintRules)),
    ),
    suppressed: newest.stats.findings.suppressed,
    links: [...merged.values()].map(({ link }) => link),
    exceptions: newest.exceptions,
    pullRequest: newest.pullRequest,
  });
  const { files, sections, tiers, entries } = newest.stats;
  return { ...report, stats: { ...report.stats, files, sections, tiers, entries } };
}

const keyOf = ({ url, occurrences }: ReportLink): string => JSON.stringify([url, occurrences]);

/** The row that counts, and the report that it is from. */
function mergeRow(seen: readonly Seen[]): Seen {
  const asked = seen.filter(({ link }) => link.verdict !== 'skipped');
  const alive = asked.filter(({ link }) => present.has(link.verdict)).at(-1);
  const dead = asked.filter(({ link }) => gone.has(link.verdict)).at(-1);
  const last = alive ?? asked.at(-1) ?? seen.at(-1);
  if (last === undefined) throw new RangeError('a row that no report has');
  if (alive === undefined || dead === undefined) return last;
  const evidence = seen.flatMap((one) => (one === alive || one === dead ? [sawOf(one)] : []));
  const link: ReportLink = {
    ...last.link,
    ...{ verdict: 'unverifiable', reason: 'vantages-differ', evidence, failures: 0, firstFailedAt: null },
    ...{ notes: [], suggestion: null },
  };
  return { report: dead.report, link };
}

function sawOf({ report: { run }, link }: Seen): Evidence {
  const { verdict, reason, evidence } = link;
  return {
    kind: 'vantage-saw',
    ...{ vantage: run.vantage, verdict, checkedAt: run.startedAt, seen: evidence.at(-1) ?? reason ?? verdict },
  };
}

/** A finding as the merged report has it: of the report whose row of the link counts; of the newest where it is about no link. */
function findingOf(
  finding: Finding,
  report: Report,
  newest: Report,
  chosen: ReadonlyMap<string, Seen>,
  lintRules: ReadonlySet<string>,
): readonly Finding[] {
  const row = finding.url === null || lintRules.has(finding.rule) ? undefined : chosen.get(finding.url);
  if (row === undefined) return report === newest ? [finding] : [];
  if (row.report !== report) return [];
  if (row.link.reason !== 'vantages-differ') return [finding];
  if (newest.run.off?.includes('link-unverifiable')) return [];
  return [
    {
      ...finding,
      ...{ rule: 'link-unverifiable', verdict: 'unverifiable', severity: 'info', fix: null },
      message: `\`${row.link.url}\` is ${finding.verdict ?? 'broken'} from one network and alive from another; open it in a browser`,
    },
  ];
}
