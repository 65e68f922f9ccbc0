import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { builtinRules } from '../config/builtin-rules.js';
import type { RawOptions } from '../config/config-file.js';
import { inPullRequest } from '../config/environment.js';
import { validateConfig } from '../config/validate.js';
import { writeBaseline } from '../diff/baseline.js';
import { readConfigFiles } from '../fs/config-files.js';
import { findInputs } from '../fs/inputs.js';
import type { NewFile } from '../fs/write-all.js';
import { repositoryAround } from '../git/repository.js';
import { formFields } from '../grammar/form-fields.js';
import { UserError } from '../model/errors.js';
import type { PresetName } from '../model/rule.js';
import type { RuleSetting, Settings } from '../model/settings.js';
import { baselineName } from '../model/version.js';
import { tieredEntries } from '../pipeline/detect-preset.js';
import { type Document, readDocument, readSource } from '../pipeline/read-list.js';
import { type RunOutcome, run } from '../pipeline/run.js';
import { plural } from '../text/plural.js';
import { actionUpdates } from './dependabot.js';
import { type ImportResult, importers, importSettings } from './importers/importers.js';
import { inferFormat } from './infer-format.js';
import { factSentence, inferredOptions } from './inferred-options.js';
import { type ConfigProposal, disagreements, type Line, proposeConfig } from './propose-config.js';
import { styleOverrides } from './style-overrides.js';
import { type WorkflowKind, workflowFiles } from './workflows.js';
import { configName, writeConfig } from './write-config.js';

/** What a person asks for. */
export interface InitRequest {
  /** The list, or its folder; undefined for the README of the working directory. */
  readonly path: string | undefined;
  readonly cwd: string;
  /** Null for the one that other tools' settings, or the list, suggest. */
  readonly preset: PresetName | null;
  readonly workflows: readonly WorkflowKind[];
  readonly baseline: boolean;
}

/** What a plan needs of the world around it. */
export interface InitContext {
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Settings from the options of a configuration file in the given folder. */
  readonly settingsOf: (raw: RawOptions, folder: string) => Promise<Settings>;
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
  const read = await readSettingsBeside(root);
  const [input] = await findInputs([list], root, list);
  if (input === undefined) throw new UserError(`${list}: no such file`);
  const source = await readSource(input, {
    stdin: async () => new Uint8Array(),
    fetchRemote: () => Promise.reject(new Error('lists on GitHub are not read')),
    ...{ env: world.env, confinedTo: inPullRequest(world.env) ? root : null },
  });
  const document = await readDocument(source, await world.settingsOf({}, root));
  const preset = presetLine(request.preset, document, read);
  const { proposal, readings, usual } = await settled(
    { root, list, document, preset, readings: read.map((one) => withPreset(one, preset)) },
    world,
  );
  const text = writeConfig(proposal, asides(document, proposal, usual), inferFormat(document.list));
  const config = validateConfig(parse(text), configName, builtinRules);
  const outcome = await lintWith(config, root, list, world);
  const { workflows } = request;
  const updates = workflows.length === 0 ? { file: null, missing: null } : await actionUpdates(root);
  const files = [
    { path: configName, text },
    ...workflowFiles({
      defaultBranch: repository?.defaultBranch ?? 'main',
      kinds: workflows,
      fields: config.entries === undefined ? [] : formFields(config.entries),
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

async function readSettingsBeside(root: string): Promise<readonly ImportResult[]> {
  const rules = new Set(builtinRules.map((rule) => String(rule.id)));
  const readings: ImportResult[] = [];
  for (const tool of importers) {
    const files = await readConfigFiles(root, tool.files);
    // Our own workflows say nothing of other tools.
    const others = files.filter(({ path }) => !/(?:^|\/)listwright[^/]*$/.test(path));
    readings.push(...(await importSettings(tool, others, rules)));
  }
  return readings;
}

function presetLine(
  asked: PresetName | null,
  { list, settings }: Document,
  readings: readonly ImportResult[],
): Line<PresetName> {
  const [all, tiered] = [list.entries.length, tieredEntries(list).length];
  if (asked !== null) return { key: 'preset', value: asked, why: ['Set with --preset'] };
  if (settings.preset === 'roadmap')
    return {
      key: 'preset',
      value: 'roadmap',
      why: [tiered * 2 > all ? `A study plan: ${tiered} of ${all} entries are in tiers` : 'A study plan'],
    };
  const strict = readings.find((reading) => reading.settings.preset !== undefined);
  if (strict?.settings.preset !== undefined)
    return {
      key: 'preset',
      value: strict.settings.preset,
      why: [`${strict.file} calls awesome-lint, and this preset has the same rules`],
    };
  const tiers = tiered === 0 ? 'none of them in tiers' : `${tiered} of them in tiers`;
  const held = all === 0 ? 'No entries were found in it' : `It has ${plural(all, 'entry', 'entries')}, ${tiers}`;
  const about =
    settings.preset === 'awesome' ? 'The list calls itself awesome' : 'The list does not call itself awesome';
  return { key: 'preset', value: settings.preset, why: [about, held] };
}

interface Grounds {
  readonly root: string;
  readonly list: string;
  readonly document: Document;
  readonly preset: Line<PresetName>;
  readonly readings: readonly ImportResult[];
}

interface Settled {
  readonly proposal: ConfigProposal;
  readonly readings: readonly ImportResult[];
  /** The rules that are on with the preset alone. */
  readonly usual: readonly RuleSetting[];
}

/**
 * A first proposal is tried on the list; what most of the list does otherwise is then taken out, and options that a
 * plugin of remark-lint refuses are left with the file that has them.
 */
async function settled(grounds: Grounds, world: InitContext): Promise<Settled> {
  const { root, list, document, preset, readings } = grounds;
  const { rules } = (await world.settingsOf({ preset: preset.value }, root)).rulesFor(list, preset.value);
  const facts = {
    preset,
    catalogue: builtinRules,
    usual: rules,
    learnt: inferredOptions(builtinRules, document.list),
    foreign: readings,
  };
  try {
    const first = proposeConfig({ ...facts, otherwise: new Map() });
    const { report } = await lintWith(rawOf(first), root, list, world);
    return {
      proposal: proposeConfig({
        ...facts,
        otherwise: styleOverrides(builtinRules, document, basename(root), report.findings),
      }),
      readings,
      usual: rules,
    };
  } catch (error) {
    const refused = error instanceof UserError ? /^(style\/[\w-]+): /.exec(error.message)?.[1] : undefined;
    const others = readings.map((reading) => withoutRule(reading, refused ?? ''));
    if (refused === undefined || others.every((reading, index) => reading === readings[index])) throw error;
    return settled({ ...grounds, readings: others }, world);
  }
}

function withoutRule(reading: ImportResult, rule: string): ImportResult {
  const { [rule]: refused, ...rules } = reading.settings.rules ?? {};
  if (refused === undefined) return reading;
  return {
    ...reading,
    settings: { ...reading.settings, rules },
    took: reading.took.filter((one) => !one.endsWith(`as \`${rule}\``)),
    left: [...reading.left, `the options for \`${rule}\`: the plugin does not accept them`],
  };
}

/** A preset that another one went before was not taken over. */
function withPreset(reading: ImportResult, { value }: Line<PresetName>): ImportResult {
  const wanted = reading.settings.preset;
  if (wanted === undefined || wanted === value) return reading;
  return {
    ...reading,
    took: [],
    left: [...reading.left, `\`${wanted}\` would be its preset, but \`${value}\` is set`],
  };
}

function rawOf({ preset, rules, options }: ConfigProposal): RawOptions {
  const pairs = <Value>(lines: readonly Line<Value>[]) =>
    Object.fromEntries(lines.map(({ key, value }) => [key, value]));
  return { ...pairs(options), preset: preset.value, rules: pairs(rules) };
}

/** What is detected in each run, for a maintainer to see that the list was read. */
function asides({ list }: Document, { rules }: ConfigProposal, usual: readonly RuleSetting[]): readonly string[] {
  const named = new Set(rules.map(({ key }) => key));
  const options = new Map(
    usual.map((one) => [one.rule.id as string, one.options as Readonly<Record<string, unknown>>]),
  );
  const facts = inferredOptions(builtinRules, list).filter(
    ({ rule, option }) => !named.has(rule.id) && options.get(rule.id)?.[option] === 'consistent',
  );
  return facts.length === 0
    ? []
    : ['Detected in each run, so not set here:', ...facts.map((one) => `- ${factSentence(one)}`)];
}

async function lintWith(config: RawOptions, root: string, list: string, world: InitContext): Promise<RunOutcome> {
  const settings = await world.settingsOf(config, root);
  return run(
    { command: 'lint', paths: [list], settings, rules: builtinRules, fix: null, stdinFilename: list, baseline: [] },
    {
      cwd: root,
      version: world.version,
      signal: world.signal,
      stdin: async () => new Uint8Array(),
      now: world.now,
      memory: null,
    },
  );
}
