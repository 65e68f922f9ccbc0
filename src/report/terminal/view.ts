import type { ReportedList } from '../../model/report.js';
import type { ReportedRule } from '../report-facts.js';
import type { Colors } from './colors.js';

/** How a person looks at a report. */
export interface View {
  readonly painter: Colors;
  /** Columns. */
  readonly width: number;
  /** False where only ASCII is shown. */
  readonly unicode: boolean;
  /** Everything unfolded. */
  readonly verbose: boolean;
  /** The lists that the report speaks of, for excerpts and section names. */
  readonly lists: readonly ReportedList[];
  /** What the rules ask and where that is written; a rule that is missing costs words, never a finding. */
  readonly rules?: readonly Pick<ReportedRule, 'id' | 'summary' | 'url'>[];
  /** Makes a text lead to an address; left out where the terminal has no links. What is seen is the text alone. */
  readonly linked?: (text: string, url: string) => string;
  /** The address of a line of a file, 1-based; null for one that is not here. */
  readonly fileUrl?: (path: string, line: number) => string | null;
}
