import type { Finding, Severity } from '../../model/finding.js';
import { lintReasons } from '../../model/reasons.js';
import type { Report, ReportLink } from '../../model/report.js';
import type { VerdictName } from '../../model/verdict-names.js';
import { groupBy } from '../../text/group-by.js';
import type { Branches } from './branches.js';

/** A row about one distinct URL, with the findings about its verdict. */
export interface LinkRow {
  readonly kind: VerdictName;
  readonly link: ReportLink;
  /** Those that count; empty where they are silenced or known, or their rule is off. */
  readonly findings: readonly Finding[];
  readonly branches: readonly number[];
}

/** A row about a finding that is in no link's row. */
export interface FindingRow {
  readonly kind: Severity;
  readonly finding: Finding;
  /** The link that a finding on a verdict is about. */
  readonly link: ReportLink | null;
  readonly branches: readonly number[];
}

/** The rows of a page, in the order of the report. */
export interface PageRows {
  readonly links: readonly LinkRow[];
  readonly findings: readonly FindingRow[];
}

/** Parts a report into rows: what is wrong with a link is reported once, however often it is in the lists. */
export function rowsOf(report: Report, branches: Branches): PageRows {
  const troubled = new Map<string, ReportLink>();
  const known = new Map<string, ReportLink>();
  for (const link of report.links) {
    known.set(link.url, link);
    if (link.verdict !== 'alive' && link.verdict !== 'skipped')
      for (const { path } of link.occurrences) troubled.set(keyOf(path, link.url), link);
  }
  const linkOf = (finding: Finding): ReportLink | undefined => {
    const link = finding.url === null ? undefined : troubled.get(keyOf(finding.path, finding.url));
    return link !== undefined && isOnVerdict(finding, link) ? link : undefined;
  };
  const byLink = groupBy(report.findings, linkOf);
  return {
    links: report.links.map((link) => ({
      ...{ kind: link.verdict, link, findings: byLink.get(link) ?? [] },
      branches: branchesAt(link.occurrences, branches),
    })),
    findings: (byLink.get(undefined) ?? []).map((finding) => ({
      ...{ kind: finding.severity, finding },
      link: finding.topic === 'links' ? (known.get(finding.url ?? '') ?? null) : null,
      branches: branchesAt(
        [finding, ...(finding.places ?? [])].map(({ start }) => ({ path: finding.path, line: start.line })),
        branches,
      ),
    })),
  };
}

/** True for a finding about the verdict on its link, and for one of lint that says the same without a check. */
function isOnVerdict({ topic }: Finding, { reason }: ReportLink): boolean {
  return topic === 'links' || ((topic === 'urls' || topic === 'text') && lintReasons.has(reason));
}

/** Equal relative addresses in two files are two links. */
function keyOf(path: string, url: string): string {
  return `${path}\n${url}`;
}

function branchesAt(
  places: readonly { readonly path: string; readonly line: number }[],
  { at }: Branches,
): readonly number[] {
  const found = places.map(({ path, line }) => at(path, line)).filter((branch) => branch !== null);
  return [...new Set(found)].sort((a, b) => a - b);
}
