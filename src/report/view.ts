import type { ReportedList } from '../model/report.js';
import type { Painter } from './painter.js';

/** How a person looks at a report. */
export interface View {
  readonly painter: Painter;
  /** Columns. */
  readonly width: number;
  /** False where only ASCII is shown. */
  readonly unicode: boolean;
  /** Everything unfolded. */
  readonly verbose: boolean;
  /** The lists that the report speaks of, for excerpts and section names. */
  readonly lists: readonly ReportedList[];
}
