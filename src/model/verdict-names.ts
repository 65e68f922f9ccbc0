/** The verdict for a URL. */
export type VerdictName = 'alive' | 'moved' | 'broken' | 'suspect' | 'unreachable' | 'unverifiable' | 'skipped';

/** All verdicts, worst first: the order in which reports show them. */
export const verdictNames: readonly VerdictName[] = [
  'broken',
  'suspect',
  'moved',
  'unreachable',
  'unverifiable',
  'skipped',
  'alive',
];
