import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { builtinRules } from '../../config/builtin-rules.js';
import { type ReporterFlags, reportersOf } from '../../config/command-line/reporters.js';
import { readReporter } from '../../config/resolve.js';
import { waitsForWriter } from '../../fs/read.js';
import { writeText } from '../../fs/write.js';
import { UserError } from '../../model/errors.js';
import { refuseLinkedOutputs } from '../../pipeline/linked-outputs.js';
import { fileKind, mergeShardLedgers, mergeShardReports, type ShardFile } from '../../pipeline/merge-shards.js';
import { refuseOverwriting } from '../../pipeline/protected-files.js';
import { writeReports } from '../../pipeline/write-reports.js';
import { reporterNames } from '../../report/registry.js';
import type { Host } from '../host.js';
import { printerFor } from '../reporters.js';
import { tell } from '../tell.js';

/** Larger files than this are not read into memory. */
const mostBytes = 300_000_000;

/**
 * Joins reports of shards, or ledgers, and prints or writes the result; gives the exit status that the findings of the joined
 * report deserve. Throws a UserError for files that cannot be joined or written.
 */
export async function mergeCommand(paths: readonly string[], flags: ReporterFlags, host: Host): Promise<number> {
  if (paths.length === 0)
    throw new UserError('merge: no reports; pass the files to merge, such as part-1.json part-2.json');
  const parts: ShardFile[] = [];
  for (const name of paths) parts.push({ name, text: await readWhole(name, host.cwd) });
  const mayWrite = async (files: readonly (string | null)[], what: string): Promise<void> => {
    await refuseLinkedOutputs(files, host.cwd, host.env);
    await refuseOverwriting(
      files.flatMap((file) => (file === null ? [] : [{ file, named: file }])),
      paths.map((path) => ({ file: resolve(host.cwd, path), what })),
      host.cwd,
    );
  };
  if (fileKind(parts) === 'ledger') {
    const file = ledgerFile(flags);
    await mayWrite([file], 'a ledger to merge');
    const text = mergeShardLedgers(parts, (message) => tell(message, host));
    if (file === null) host.stdout.write(text);
    else await writeText(resolve(host.cwd, file), text);
    return 0;
  }
  const merged = mergeShardReports(parts);
  const named = (reportersOf(flags) ?? []).map((text) => readReporter(text, reporterNames));
  await mayWrite(
    named.map(({ file }) => file),
    'a report to merge',
  );
  const settings = { quiet: false, verbose: false };
  const reported = { report: merged, lists: [], rules: builtinRules, settings, raw: {} };
  await writeReports(named.length === 0 ? [{ name: 'json', file: null }] : named, reported, printerFor(host), host);
  return merged.stats.findings.error > 0 ? 1 : 0;
}

/** The file for a joined ledger; null for standard output. Throws a UserError where a format is named: ledgers have one. */
function ledgerFile({ reporter = [], format = [], output = [] }: ReporterFlags): string | null {
  if (reporter.length > 0 || format.length > 0)
    throw new UserError('--reporter: ledgers have only one format; use --output <file> to write the merged ledger');
  const file = output.at(-1) ?? '-';
  if (file === '') throw new UserError('--output: missing file; use --output <file>, such as --output ledger.jsonl');
  return file === '-' ? null : file;
}

async function readWhole(name: string, cwd: string): Promise<string> {
  const file = resolve(cwd, name);
  const facts = await stat(file).catch(() => null);
  if (facts === null) throw new UserError(`${name}: no such file`);
  if (facts.isDirectory()) throw new UserError(`${name}: is a folder; pass the files in it`);
  if (waitsForWriter(file, facts)) throw new UserError(`${name}: is a pipe, not a file; pass a file`);
  const tooLarge = new UserError(`${name}: larger than ${mostBytes / 1e6} MB, the maximum for a report`);
  if (facts.size > mostBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Pipes and devices say nothing of their size.
    for await (const chunk of createReadStream(file, { highWaterMark: 1_000_000 })) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > mostBytes) throw tooLarge;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${name}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  // Some shells put a byte order mark before what they write to a file.
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
