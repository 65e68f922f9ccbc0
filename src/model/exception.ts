/** An entry of `except` in the configuration: what some rules report about an entry is accepted, for a reason and until a day. */
export interface RuleException {
  /** The name or URL of an entry, with `*` for any characters, or a regular expression between slashes. */
  readonly match: string;
  /** The rules that it is for; empty for all. */
  readonly rules: readonly string[];
  /** Title or /pattern/ of the section that the entry is in; null for any. */
  readonly section: string | null;
  readonly reason: string;
  /** Epoch milliseconds from which it no longer applies; null for never. */
  readonly until: number | null;
}

/**
 * Whether an exception is needed: `not-checked` if its entry or link was not checked in this run; `refused` for a comment
 * with which a pull request would grant itself an exception.
 */
export type ExceptionState = 'used' | 'unused' | 'expired' | 'not-checked' | 'refused';

/** An exception as one list, or the links of one run, know it: `absent` where nothing in them is what it is for. */
export type ListedException = Omit<ReportException, 'state'> & { readonly state: ExceptionState | 'absent' };

/** One exception, and whether a run needed it. */
export interface ReportException {
  /** The key of the configuration that contains it, or `comment` for a comment at an entry. */
  readonly option: 'except' | 'exclude' | 'accept' | 'comment';
  /** As written; the name of the entry, for a comment. */
  readonly match: string;
  /** Rules to which it applies; empty for all rules, and for links. */
  readonly rules: readonly string[];
  readonly section: string | null;
  /** Null if no reason is given. */
  readonly reason: string | null;
  /** The first day on which it no longer applies, `YYYY-MM-DD`; null for never. */
  readonly until: string | null;
  readonly state: ExceptionState;
  /** Findings or links that it applied to. */
  readonly applied: number;
  /** The list that contains the comment; null for the configuration. */
  readonly path: string | null;
  /** The line of a comment, 1-based; null for the configuration. */
  readonly line: number | null;
}
