import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { error, notice, setOutput, setSecret, summary, warning } from '@actions/core';
import { builtinRules } from '../config/builtin-rules.js';
import { reportFacts } from '../config/rule-facts.js';
import { findInputs } from '../fs/inputs.js';
import { writeText } from '../fs/write.js';
import { mustBeLedger } from '../links/ledger/file.js';
import { UserError } from '../model/errors.js';
import type { Report } from '../model/report.js';
import { check } from '../pipeline/check.js';
import { refuseLinkedOutputs } from '../pipeline/linked-outputs.js';
import { mergeShardLedgers, mergeShardReports } from '../pipeline/merge-shards.js';
import { type ProtectedFile, refuseOverwriting } from '../pipeline/protected-files.js';
import { startSignals } from '../pipeline/signals.js';
import { type Printer, shownReport } from '../pipeline/write-reports.js';
import { watchHeap } from '../process/heap-limit.js';
import { messageText, oneLine } from '../report/escape.js';
import { github } from '../report/github.js';
import { json } from '../report/json.js';
import { markdown } from '../report/markdown/markdown.js';
import { noColors } from '../report/terminal/colors.js';
import { checkRequestOf } from './check-request.js';
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
      env.GITHUB_TOKEN ||= inputs.token;
    }
    await refuseLinkedOutputs([inputs.report, inputs.ledger], inputs.folder, env);
    for (const file of [inputs.report, inputs.ledger])
      if (file !== null) await mkdir(dirname(file), { recursive: true });
    await refuseOverwriting([{ file: inputs.report, named: inputs.report }], await readBy(inputs), inputs.folder);
    const outcome = await (inputs.reports.length > 0 ? join(inputs) : checkStep(inputs, env));
    return outcome === null ? 0 : await tell(outcome, inputs, env);
  } catch (trouble) {
    setOutput('exit-code', 2);
    if (!(trouble instanceof UserError)) throw trouble;
    error(oneLine(trouble.message), { title: 'listwright' });
    return 2;
  }
}

/** The files that a step reads, besides a configuration, which is known by its name. */
async function readBy({ paths, folder, ledger }: Inputs): Promise<readonly ProtectedFile[]> {
  const lists = await findInputs(paths, folder, 'README.md', () => {});
  return [
    ...lists.flatMap(({ file, remote }) => (remote === null ? [{ file, what: 'the list' }] : [])),
    ...(ledger === null ? [] : [{ file: resolve(folder, ledger), what: 'the ledger' }]),
  ];
}

/** Does what the command does, and prints what it prints; the report is kept for the steps that follow. */
async function checkStep(inputs: Inputs, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const request = checkRequestOf(inputs);
  const signals = startSignals();
  const unwatch = watchHeap();
  try {
    let facts = reportFacts(builtinRules, []);
    const { status, outcome, settings } = await check(request, {
      ...{ cwd: inputs.folder, env, signal: signals.signal, stdin: noStdin, printer: log },
      notify: (sentence) => void process.stderr.write(`listwright: ${messageText(sentence)}\n`),
      onSettings: ({ rules }) => {
        facts = reportFacts(rules, []);
      },
    });
    const report = shownReport(outcome.report, settings);
    await writeText(inputs.report, json(report));
    const summary = markdown(report, { ...facts, lists: outcome.lists });
    return { report, status: signals.status() ?? status, summary };
  } finally {
    signals.stop();
    unwatch();
  }
}

/** The log of a step: no terminal, and as wide as a page. */
const log: Printer = {
  async pretty({ report, lists, settings }, { rules }) {
    const { pretty } = await import('../report/terminal/pretty.js');
    return pretty(report, {
      ...{ painter: noColors, width: 80, unicode: true, verbose: settings.verbose, lists, rules },
    });
  },
  print: (text) => void process.stdout.write(text),
  isTerminal: false,
};

function noStdin(): Promise<Uint8Array> {
  return Promise.reject(
    new UserError('input paths: `-` (standard input) is not available in a workflow step; use a file'),
  );
}

async function join(inputs: Inputs): Promise<Outcome | null> {
  const ledgers = await readShards(inputs.ledgers, inputs.folder, 'ledger');
  if (inputs.ledger !== null && ledgers.length > 0) {
    const text = mergeShardLedgers(ledgers, (message) => warning(message, { title: 'listwright' }));
    await mustBeLedger(inputs.ledger);
    await writeText(inputs.ledger, text);
  }
  const parts = await readShards(inputs.reports, inputs.folder);
  if (parts.length === 0) {
    notice('There is no report to publish.', { title: 'listwright' });
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
