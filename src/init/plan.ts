import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { inPullRequest } from '../config/environment.js';
import { writeBaseline } from '../diff/baseline.js';
import { findInputs } from '../fs/inputs.js';
import type { NewFile } from '../fs/write-all.js';
import { repositoryAround } from '../git/repository.js';
import { formFields } from '../grammar/form-fields.js';
import { UserError } from '../model/errors.js';
import type { PresetName } from '../model/rule.js';
import { baselineName } from '../model/version.js';
import { readDocument, readSource } from '../pipeline/read-list.js';
import type { RunOutcome } from '../pipeline/run.js';
import { type InitContext, type KeptConfig, proposed, withKept } from './configured.js';
import { actionUpdates } from './dependabot.js';
import type { ImportResult } from './importers/importers.js';
import { disagreements, type Line } from './propose-config.js';
import { type WorkflowKind, workflowFiles } from './workflows.js';

/** What a person asks for. */
export interface InitRequest {
  /** The list, or its folder; undefined for the README of the working directory. */
  readonly path: string | undefined;
  readonly cwd: string;
  /** Null for the one that other tools' settings, or the list, suggest. */
  readonly preset: PresetName | null;
  readonly workflows: readonly WorkflowKind[];
  readonly baseline: boolean;
  /** A configuration that is there and stays, so that only the other files are written; null to propose one. */
  readonly kept: KeptConfig | null;
}

/** What would be written, and what was learnt on the way. Nothing was written yet. */
export interface InitPlan {
  /** Where files go: the top of the work tree, or the folder of the list. Absolute, links resolved. */
  readonly root: string;
  readonly inRepository: boolean;
  /** The list, from `root`. */
  readonly list: string;
  readonly files: readonly NewFile[];
  readonly readings: readonly ImportResult[];
  /** Sentences on settings of which only one can count. */
  readonly disagreements: readonly string[];
  /** What the repository lacks to keep the actions in the workflows up to date; null where nothing is missing. */
  readonly actionUpdates: string | null;
  readonly preset: Line<PresetName>;
  /** What lint finds today with that configuration. */
  readonly outcome: RunOutcome;
}

/** Reads the list and what is next to it, and plans the files. Touches no network, and runs nothing of the repository. */
export async function planInit(request: InitRequest, world: InitContext): Promise<InitPlan> {
  const file = await listOf(request);
  const folder = dirname(file);
  const repository = await repositoryAround(folder, world.env);
  const root = repository?.root ?? folder;
  const list = relative(root, file).split(sep).join('/');
  const [input] = await findInputs([list], root, list);
  if (input === undefined) throw new UserError(`${list}: no such file`);
  const source = await readSource(input, {
    stdin: async () => new Uint8Array(),
    fetchRemote: () => Promise.reject(new Error('lists on GitHub are not read')),
    ...{ env: world.env, confinedTo: inPullRequest(world.env) ? root : null },
  });
  const { kept, workflows } = request;
  const document = await readDocument(source, kept?.settings ?? (await world.settingsOf({}, root)));
  const { config, entries, readings, preset, outcome } = await (kept === null
    ? proposed(request.preset, { root, list, document }, world)
    : withKept(kept, { root, list, document }, world));
  const updates = workflows.length === 0 ? { file: null, missing: null } : await actionUpdates(root);
  const files = [
    ...config,
    ...workflowFiles({
      defaultBranch: repository?.defaultBranch ?? 'main',
      kinds: workflows,
      fields: entries === null ? [] : formFields(entries),
    }),
    ...(updates.file === null ? [] : [updates.file]),
    ...(request.baseline && outcome.all !== null
      ? [{ path: baselineName, text: writeBaseline(outcome.all.rows, outcome.all.looked) }]
      : []),
  ];
  return {
    root,
    inRepository: repository !== null,
    list,
    files,
    readings,
    disagreements: disagreements(readings),
    actionUpdates: updates.missing,
    preset,
    outcome,
  };
}

/** The file of the list: absolute, the links of its folder resolved. */
async function listOf({ path, cwd }: InitRequest): Promise<string> {
  if (path === '-')
    throw new UserError('init writes files next to a list; pass its file or folder, not standard input');
  const inputs = await findInputs(path === undefined ? [] : [path], cwd, 'README.md');
  const [input] = inputs;
  if (input === undefined || inputs.length > 1)
    throw new UserError(`${path}: init takes one list, but ${inputs.length} match`);
  if (input.remote !== null)
    throw new UserError(
      `${path}: is on GitHub, but init writes files next to a list; clone the repository and run it there`,
    );
  return join(await realpath(dirname(input.file)), basename(input.file));
}
