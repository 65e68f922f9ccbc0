import type { Finding, Severity } from '../model/finding.js';
import { groupBy } from '../text/group-by.js';
import { linesOf } from '../text/lines.js';
import { fenceOf } from './escape.js';
import { fixedLinesOf } from './fixed-line.js';
import { bySeverity, foldFindings } from './group-findings.js';
/** Gives the block with the corrected line for the findings of one severity on a line; empty where there is none. */
export type Suggest = (line: number, severity: Severity) => string;

/**
 * Suggestions for one file, in blocks that GitHub offers to commit where they stand in a review: each line once, with all
 * its safe fixes, next to the heaviest of the findings that are reported one by one.
 */
export function suggestionsOf(findings: readonly Finding[], text: string | null): Suggest {
  const mendable = findings.filter(({ fix }) => fix?.safe === true);
  if (text === null || mendable.length === 0) return () => '';
  const reported = [...groupBy(findings, ({ severity }) => severity).values()].flatMap(
    (group) => foldFindings(group).single,
  );
  const owners = new Map<number, Severity>();
  for (const { start, severity, fix } of bySeverity(reported))
    if (fix?.safe === true && !owners.has(start.line)) owners.set(start.line, severity);
  const fixed = fixedLinesOf(text, linesOf(text), mendable);
  return (line, severity) => {
    if (owners.get(line) !== severity) return '';
    const corrected = fixed(line);
    if (corrected === null) return '';
    const fence = fenceOf(corrected, 3);
    return `\n  ${fence}suggestion\n  ${corrected}\n  ${fence}\n`;
  };
}
