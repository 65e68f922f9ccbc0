import type { Finding } from '../model/finding.js';

/** Findings as the types of the package have them: without what only reporters need. */
export function publicFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ topic, verdict, ...finding }) => finding as Finding);
}
