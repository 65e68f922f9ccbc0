/** What a status says. */
export interface ExitStatus {
  /** One number, or some that are separated by commas. */
  readonly status: string;
  readonly means: string;
}

/** The exit statuses of the commands that check, for the help, the man page and the documentation. */
export const exitStatuses: readonly ExitStatus[] = [
  { status: '0', means: 'No errors, and no more warnings than --max-warnings allows' },
  { status: '1', means: 'At least one error, or too many warnings' },
  {
    status: '2',
    means:
      'The run failed: invalid options or configuration, an unreadable file, a rule that crashed, or no network at all',
  },
  { status: '130, 143', means: 'Interrupted; findings so far are reported, and link results so far are saved' },
];

/** Those of `doctor`. */
const doctorStatuses: readonly ExitStatus[] = [
  { status: '0', means: 'No problem that makes a command fail; there may be warnings' },
  { status: '1', means: 'At least one problem that makes a command fail' },
  { status: '2', means: 'Invalid options' },
];

/** Those of `admit`. */
const admitStatuses: readonly ExitStatus[] = [
  { status: '0', means: 'Every requirement is met' },
  { status: '1', means: 'At least one requirement is not met' },
  { status: '2', means: 'A requirement could not be checked, or the run failed' },
];

/** The statuses that the help of a command lists; the empty name is the program itself. */
export function statusesOf(command: string): readonly ExitStatus[] {
  if (command === 'doctor') return doctorStatuses;
  if (command === 'admit') return admitStatuses;
  return ['', 'check', 'lint', 'links'].includes(command) ? exitStatuses : [];
}
