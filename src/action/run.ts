import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { error, notice, setOutput, setSecret, summary } from '@actions/core';
import { runProgram } from '../cli/program.js';
import { builtinRules } from '../config/builtin-rules.js';
import { reportFacts } from '../config/rule-facts.js';
import { writeText } from '../fs/write.js';
import { UserError } from '../model/errors.js';
import type { Report } from '../model/report.js';
import { mergeShardLedgers, mergeShardReports } from '../pipeline/merge-shards.js';
import { oneLine } from '../report/escape.js';
import { github } from '../report/github.js';
import { json } from '../report/json.js';
import { markdown } from '../report/markdown/markdown.js';
import { readReport } from '../report/parse-report.js';
import { argumentsOf, foldersOf, type ReportPaths, reportPaths } from './command-line.js';
import { type Inputs, readInputs } from './inputs.js';
import { setOutputs, statusOf } from './outputs.js';
import { publish } from './publish.js';
import { readShards } from './shard-artifacts.js';

/** What a step has to tell. */
interface Outcome {
  readonly report: Report;
  /** The exit status of the contract. */
  readonly status: number;
  /** For the page of the run. */
  readonly summary: string;
}

/** Does what the inputs of a step ask for; gives the exit status of the step. A wrong call is an annotation in a sentence. */
export async function runAction(env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const inputs = readInputs(env);
    process.chdir(inputs.folder);
    if (inputs.token !== '') {
      setSecret(inputs.token);
      // What asks GitHub about repositories reads it there; one that the workflow has set itself stays.
      env.GITHUB_TOKEN ??= inputs.token;
    }
    const places = reportPaths(inputs, env.RUNNER_TEMP ?? tmpdir());
    for (const folder of foldersOf(inputs, places)) await mkdir(folder, { recursive: true });
    const outcome = await (inputs.reports.length > 0 ? join(inputs) : check(inputs, places));
    return outcome === null ? 0 : await tell(outcome, inputs, env);
  } catch (trouble) {
    setOutput('exit-code', 2);
    if (!(trouble instanceof UserError)) throw trouble;
    error(oneLine(trouble.message), { title: 'listwright' });
    return 2;
  }
}

async function check(inputs: Inputs, places: ReportPaths): Promise<Outcome> {
  const status = await runProgram(argumentsOf(inputs, places));
  const report = readReport(await readFile(places.report, 'utf8'), places.report);
  return { report, status, summary: await readFile(places.summary, 'utf8') };
}

async function join(inputs: Inputs): Promise<Outcome | null> {
  const ledgers = await readShards(inputs.ledgers, inputs.folder);
  if (inputs.ledger !== null && ledgers.length > 0) await writeText(inputs.ledger, mergeShardLedgers(ledgers));
  const parts = await readShards(inputs.reports, inputs.folder);
  if (parts.length === 0) {
    notice('No report was handed on, so there is nothing to say.', { title: 'listwright' });
    setOutput('exit-code', 0);
    return null;
  }
  const report = mergeShardReports(parts);
  const facts = reportFacts(builtinRules, []);
  await writeText(inputs.report, json(report));
  return { report, status: report.stats.findings.error > 0 ? 1 : 0, summary: markdown(report, facts) };
}

async function tell(outcome: Outcome, inputs: Inputs, env: NodeJS.ProcessEnv): Promise<number> {
  const { report } = outcome;
  const status = statusOf(report, outcome.status, inputs);
  setOutputs(report, outcome.status, inputs.report);
  // Lines of another commit are not those of this run.
  const isAfter = env.GITHUB_EVENT_NAME === 'workflow_run';
  if (inputs.annotations && !isAfter) process.stdout.write(github(report, reportFacts([], [])));
  if (inputs.summary && !isAfter && env.GITHUB_STEP_SUMMARY) await summary.addRaw(outcome.summary, true).write();
  for (const said of await publish(report, inputs, env)) notice(oneLine(said), { title: 'listwright' });
  return status;
}
