import { builtinRules } from '../config/builtin-rules.js';
import { topicOf } from '../config/rule-facts.js';
import { isLedger, mergeLedgers } from '../links/ledger/merge.js';
import { UserError } from '../model/errors.js';
import type { Report } from '../model/report.js';
import { isAboutChecks } from '../model/rule.js';
import { mergeReports } from '../report/merge.js';
import { readReport } from '../report/parse-report.js';

/** A file of an earlier run, and what messages call it. */
export interface ShardFile {
  readonly name: string;
  readonly text: string;
}

/** Joins the JSON reports of shards into that of one run. Throws a UserError that names the part that does not fit. */
export function mergeShardReports(parts: readonly ShardFile[]): Report {
  // What links say is said by the shard that asked; the rest by all of them alike.
  const lintRules = builtinRules.filter((rule) => !isAboutChecks(rule) && rule.reads !== 'directives');
  return mergeReports(
    parts.map(({ name, text }) => ({ name, report: readReport(text, name, topicOf) })),
    new Set(lintRules.map((rule) => String(rule.id))),
  );
}

/**
 * Joins ledgers into the text of one; the newer word of a URL counts. `warn` gets a sentence for each part with lines that hold
 * no record. Throws a UserError that names the part that is none.
 */
export function mergeShardLedgers(parts: readonly ShardFile[], warn: (message: string) => void): string {
  const { text, unreadable } = mergeLedgers(parts, Date.now());
  for (const { name, count, first } of unreadable)
    warn(
      count === 1
        ? `${name}: line ${first} is not a link result; it was left out`
        : `${name}: ${count} lines are not link results (first: line ${first}); they were left out`,
    );
  return text;
}

/** What the first of some parts is; throws a UserError where another is of the other kind. */
export function fileKind(parts: readonly ShardFile[]): 'report' | 'ledger' {
  const [first] = parts;
  const kind = first !== undefined && isLedger(first.text) ? 'ledger' : 'report';
  const other = parts.find(({ text }) => isLedger(text) !== (kind === 'ledger'));
  if (other !== undefined && first !== undefined)
    throw new UserError(
      `${other.name}: ${first.name} is a ${kind}, and this is not; merge reports and ledgers separately`,
    );
  return kind;
}
