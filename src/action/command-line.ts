import { dirname, join } from 'node:path';
import type { Inputs } from './inputs.js';

/** Where the parts of one run are written. */
export interface ReportPaths {
  readonly report: string;
  readonly summary: string;
}

/** The places beside the report that nobody named. */
export function reportPaths({ report }: Inputs, temporary: string): ReportPaths {
  return { report, summary: join(temporary, `listwright-${process.pid}-summary.md`) };
}

/** The words of the command line that do what the inputs ask for. No shell sees them; paths that begin with a dash stay paths. */
export function argumentsOf(inputs: Inputs, places: ReportPaths): readonly string[] {
  const { command, mode, config, preset, options, ledger, shard, archive, paths } = inputs;
  const links = command !== 'lint';
  return [
    command,
    ...['--reporter=pretty', `--reporter=json=${places.report}`, `--reporter=markdown=${places.summary}`],
    ...(mode === 'changed' ? ['--since=auto'] : []),
    ...(config === '' ? [] : [`--config=${config}`]),
    ...(preset === '' ? [] : [`--preset=${preset}`]),
    ...(links && ledger !== null ? [`--ledger=${ledger}`] : []),
    ...(links && ledger === null ? ['--no-ledger'] : []),
    ...(links && shard !== '' ? [`--shard=${shard}`] : []),
    ...(links && archive ? ['--archive'] : []),
    ...options,
    '--',
    ...paths,
  ];
}

/** The folders that must be there before the run writes to them. */
export function foldersOf({ ledger, report }: Inputs, places: ReportPaths): readonly string[] {
  return [report, places.summary, ...(ledger === null ? [] : [ledger])].map((file) => dirname(file));
}
