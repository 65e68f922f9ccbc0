import type { Finding } from '../model/finding.js';
import type { Report, ReportLink } from '../model/report.js';

/** Finds what the checker saw of the link that a finding is about, oldest first; nothing for a finding that is not about a verdict. */
export function evidenceOf(report: Report): (finding: Finding) => readonly string[] {
  const links = new Map<string, ReportLink>(report.links.map((link) => [link.url, link]));
  return ({ rule, url }) => (rule.startsWith('link-') && url !== null ? (links.get(url)?.evidence ?? []) : []);
}
