import * as v from 'valibot';
import { UserError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { reportShape } from './schema.js';

/** What the JSON does not say of the findings of a rule. */
export type RuleTopics = (rule: string) => Pick<Finding, 'topic' | 'verdict'>;

/** Reads the JSON of a report from outside. Throws a UserError that names the file and what is wrong with it. */
export function readReport(text: string, name: string, topicOf: RuleTopics): Report {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Engines quote what they met, line ends and all.
    const why = (error as Error).message
      .slice(0, 200)
      .replace(/[\s\u0000-\u001f]+/g, ' ')
      .replace(/(?:, ".*)? is not valid JSON$/, '');
    throw new UserError(`${name}: not valid JSON (${why}); pass a file written by --reporter json`);
  }
  const said = typeof value === 'object' && value !== null ? (value as { version?: unknown; tool?: unknown }) : {};
  if (said.version !== undefined && said.tool !== undefined && said.version !== 1)
    throw new UserError(`${name}: unsupported report version ${JSON.stringify(said.version).slice(0, 20)}; expected 1`);
  const read = v.safeParse(reportShape, value, { abortEarly: true });
  if (read.success) {
    assertRun(read.output.run, name);
    const findings = read.output.findings.map((finding) => ({ ...finding, ...topicOf(finding.rule) }));
    return { ...read.output, findings } as Report;
  }
  const [issue] = read.issues;
  const where = v.getDotPath(issue) ?? 'its top';
  const isKey = issue.message.startsWith('Invalid key');
  const why = !isKey ? issue.message : issue.expected === 'never' ? 'this key is unknown' : 'this key is required';
  throw new UserError(`${name}: not a listwright report: ${where}: ${why.slice(0, 200)}`);
}

/** What the shape cannot say, and merging counts on. */
function assertRun({ startedAt, shard }: Report['run'], name: string): void {
  if (Number.isNaN(Date.parse(startedAt)))
    throw new UserError(`${name}: not a listwright report: run.startedAt: "${startedAt.slice(0, 40)}" is not a date`);
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(shard ?? '1/1') ?? [];
  if (index === undefined || Number(index) > Number(count))
    throw new UserError(
      `${name}: not a listwright report: run.shard: "${shard?.slice(0, 40)}" is not a part such as 2/4`,
    );
}
