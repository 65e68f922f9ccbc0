import type { Finding } from '../model/finding.js';
import type { Report, ReportedList, ReportLink } from '../model/report.js';
import { evidenceText } from './evidence.js';

/** The links that findings are about, by URL: of a large report they are few. */
export function linksOfFindings({ findings, links }: Report): ReadonlyMap<string, ReportLink> {
  const urls = new Set(findings.map(({ url }) => url));
  const found = new Map<string, ReportLink>();
  for (const link of links) if (urls.has(link.url)) found.set(link.url, link);
  return found;
}

/** Finds what the checker saw of the link that a finding is about, in sentences, oldest first; nothing for a finding that is not about a verdict. */
export function evidenceOf(report: Report): (finding: Finding) => readonly string[] {
  const links = linksOfFindings(report);
  return ({ topic, url }) =>
    topic === 'links' && url !== null ? (links.get(url)?.evidence ?? []).map(evidenceText) : [];
}

/** What a report says of a rule next to its findings. */
export interface ReportedRule {
  readonly id: string;
  /** One imperative sentence without a period. */
  readonly summary: string;
  readonly why: string;
  /** The page that explains the rule; null for a rule without one. */
  readonly url: string | null;
}

/** What the reporters for continuous integration know next to the report. A rule or a list that is missing here costs words, never a finding. */
export interface ReportFacts {
  readonly rules: readonly ReportedRule[];
  readonly lists: readonly ReportedList[];
  /** The web page that shows the source of a file of the report, to which `#L12` is added for a line; null where no one knows. */
  readonly sourceOf?: (path: string) => string | null;
}
