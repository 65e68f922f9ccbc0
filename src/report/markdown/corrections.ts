import type { Finding } from '../../model/finding.js';
import { groupBy } from '../../text/group-by.js';
import { linesOf } from '../../text/lines.js';
import { markdownText } from '../escape.js';
import { fixedLinesOf } from '../fixed-line.js';

/** A line as it should be, to be suggested where it is. */
export interface Correction {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Markdown: what is wrong with the line. */
  readonly why: string;
  /** The line without its end. */
  readonly text: string;
}

/**
 * The corrected lines of one file. A report may be of another text than this, or made up: findings that do not stand where
 * they say are left out, and so are lines that cannot be shown.
 */
export function correctionsOf(path: string, findings: readonly Finding[], text: string): readonly Correction[] {
  const lines = linesOf(text);
  const isAt = ({ offset, line, column }: Finding['start']): boolean => {
    if (offset > text.length) return false;
    const point = lines.point(offset);
    return point.line === line && point.column === column;
  };
  const mendable = findings.filter(
    (finding) => finding.path === path && finding.fix?.safe === true && isAt(finding.start) && isAt(finding.end),
  );
  const fixed = fixedLinesOf(text, lines, mendable);
  return [...groupBy(mendable, ({ start }) => start.line)].flatMap(([line, found]) => {
    const corrected = fixed(line);
    if (corrected === null) return [];
    const why = found.map(({ message, rule }) => `${markdownText(message)} (\`${rule.replace(/[^\w/-]/g, '')}\`)`);
    return [{ path, line, why: why.join('  \n'), text: corrected }];
  });
}
