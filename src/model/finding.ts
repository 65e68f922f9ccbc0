import type { Point, Position } from './position.js';
import type { VerdictName } from './verdict-names.js';

/** How serious a finding is; an `error` fails the run. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * What a rule is about. `links`: results of link checks; `urls`: how a URL is written, and whether it leads somewhere in the
 * repository; `contents`: the table of contents; `text`: spelling and Markdown anywhere; `list`: the file and the repository as a
 * whole; `translations`: the same list in other languages; `style`: requirements of a plugin; `pull-request`: the content and
 * description of a pull request, which no rule checks.
 */
export type Topic =
  | 'links'
  | 'urls'
  | 'entries'
  | 'descriptions'
  | 'sections'
  | 'contents'
  | 'tiers'
  | 'text'
  | 'list'
  | 'translations'
  | 'style'
  | 'pull-request';

/** One replacement, by offsets of the file as it was read. */
export interface Edit {
  /** Offset in UTF-16 units, a BOM counted. */
  readonly start: number;
  /** The first offset after it. */
  readonly end: number;
  /** The replacement text. */
  readonly text: string;
}

/** Edits that belong together: all are applied or none. */
export interface Fix {
  /** `--fix` applies safe fixes; the others need review. */
  readonly safe: boolean;
  /** They do not overlap. */
  readonly edits: readonly Edit[];
}

/** A problem that a rule found, as text. */
export interface Finding {
  /** The rule's name. */
  readonly rule: string;
  /**
   * That of the rule; not in the JSON report.
   * @internal
   */
  readonly topic: Topic;
  /**
   * The verdict that the rule reports; null for a rule that reports none. Not in the JSON report.
   * @internal
   */
  readonly verdict: VerdictName | null;
  readonly severity: Severity;
  /** What is wrong and what to do about it; names are in Markdown code spans. */
  readonly message: string;
  /** The list, with forward slashes. */
  readonly path: string;
  readonly start: Point;
  /** The first place after the finding. */
  readonly end: Point;
  /** The URL that the finding is about; null for none. */
  readonly url: string | null;
  readonly fix: Fix | null;
  /** Further places of the same cause, when one finding represents many. */
  readonly places: readonly Position[] | null;
}
