import { UserError } from '../../model/errors.js';
import { reporterNames } from '../../report/registry.js';

/** The options that name reporters, each repeatable. */
export interface ReporterFlags {
  readonly reporter?: readonly string[];
  /** The same as `reporter`. */
  readonly format?: readonly string[] | undefined;
  /** Files, or the same as `reporter`. */
  readonly output?: readonly string[] | undefined;
}

/** The format of a file by how its name ends, where none is named. */
const formats: Readonly<Record<string, string>> = {
  html: 'html',
  htm: 'html',
  json: 'json',
  jsonl: 'ndjson',
  md: 'markdown',
  ndjson: 'ndjson',
  rdjson: 'rdjson',
  rdjsonl: 'rdjsonl',
  sarif: 'sarif',
  xml: 'junit',
};

/**
 * The reporters that the options name, each as `name` or `name=file`: those of `--reporter`, its alias `--format`, and `--output`,
 * which names a reporter too, or the file for the one that has none. Undefined where none of the options is given. Throws a
 * UserError for an `--output` that fits no reporter.
 */
export function reportersOf({ reporter, format, output }: ReporterFlags): readonly string[] | undefined {
  const isReporter = (text: string): boolean => reporterNames.includes(text.split('=')[0] ?? '');
  const outputs = output ?? [];
  const file = outputs.findLast((text) => !isReporter(text));
  const named = [...(reporter ?? []), ...(format ?? []), ...outputs.filter(isReporter)];
  if (file === undefined || file === '-') return named.length === 0 ? undefined : named;
  if (file === '') throw new UserError('--output: missing file; use --output <file>, such as --output report.json');
  const open = named.filter((text) => !text.includes('='));
  if (named.length === 0) {
    const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
    return [`${formats[ending] ?? 'pretty'}=${file}`];
  }
  if (open.length === 0)
    throw new UserError('--output: each format already has a file; remove --output, or a file after `=`');
  if (open.length > 1)
    throw new UserError(
      `--output: one file cannot hold ${open.join(' and ')}; use ${open.map((name) => `--format ${name}=<file>`).join(' ')}`,
    );
  return named.map((text) => (text === open[0] ? `${text}=${file}` : text));
}
