import { readFile, stat } from 'node:fs/promises';
import { catalogue } from '../catalogue.js';
import { readReporter } from '../config/resolve.js';
import { isLedger, mergeLedgers } from '../links/ledgers.js';
import { UserError } from '../model/trouble.js';
import { mergeReports } from '../report/merge.js';
import { reporterNames, writeReports } from './reports.js';

/** Larger files than this are not read into memory. */
const mostBytes = 300_000_000;

/** Joins reports of shards, or ledgers, and prints the result; gives the exit status that the findings of the joined report deserve. */
export async function mergeCommand(paths: readonly string[], reporters: readonly string[]): Promise<number> {
  if (paths.length === 0) throw new UserError('merge: name the reports to join, like part-1.json part-2.json');
  const files: { readonly name: string; readonly text: string }[] = [];
  for (const name of paths) files.push({ name, text: await readWhole(name) });
  const [first] = files;
  const kind = first !== undefined && isLedger(first.text) ? 'ledger' : 'report';
  const other = files.find(({ text }) => isLedger(text) !== (kind === 'ledger'));
  if (other !== undefined && first !== undefined)
    throw new UserError(`${other.name}: ${first.name} is a ${kind}, and this is none; join reports and ledgers apart`);
  if (kind === 'ledger') {
    process.stdout.write(mergeLedgers(files, Date.now()));
    return 0;
  }
  const { readReport } = await import('../report/read.js');
  const merged = mergeReports(
    files.map(({ name, text }) => ({ name, report: readReport(text, name) })),
    new Set(
      catalogue
        .filter((rule) => rule.reads !== 'verdict' && rule.reads !== 'directives')
        .map((rule) => String(rule.id)),
    ),
  );
  const named = reporters.map((text) => readReporter(text, reporterNames));
  await writeReports(named.length === 0 ? [{ name: 'json', file: null }] : named, {
    ...{ report: merged, lists: [], rules: catalogue },
    ...{ settings: { quiet: false, verbose: false }, raw: {} },
  });
  return merged.stats.findings.error > 0 ? 1 : 0;
}

async function readWhole(name: string): Promise<string> {
  const facts = await stat(name).catch(() => null);
  if (facts === null) throw new UserError(`${name}: there is no such file`);
  if (facts.isDirectory()) throw new UserError(`${name}: this is a folder; name the files in it`);
  if (facts.size > mostBytes)
    throw new UserError(`${name}: it is larger than ${mostBytes / 1e6} MB, which no report is`);
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${name}: it cannot be read (${error.code})`);
  });
  // Some shells put a byte order mark before what they write to a file.
  return text.replace(/^\uFEFF/, '');
}
