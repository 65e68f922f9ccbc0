import { basename } from 'node:path';
import { parse } from 'yaml';
import { builtinRules } from '../config/builtin-rules.js';
import type { RawOptions } from '../config/config-file.js';
import { validateConfig } from '../config/validate.js';
import { readConfigFiles } from '../fs/config-files.js';
import type { NewFile } from '../fs/write-all.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { AnyRule, PresetName } from '../model/rule.js';
import type { RuleSetting, Settings } from '../model/settings.js';
import { tieredEntries } from '../pipeline/detect-preset.js';
import type { Document } from '../pipeline/read-list.js';
import { type RunOutcome, run } from '../pipeline/run.js';
import { countText, plural } from '../text/plural.js';
import { type ImportResult, importers, importSettings } from './importers/importers.js';
import { inferFormat } from './infer-format.js';
import { factSentence, inferredOptions } from './inferred-options.js';
import { type ConfigProposal, type Line, proposeConfig } from './propose-config.js';
import { styleOverrides } from './style-overrides.js';
import { configName, writeConfig } from './write-config.js';

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

/** A configuration that is there. */
export interface KeptConfig {
  readonly settings: Settings;
  /** Every rule that it knows. */
  readonly rules: readonly AnyRule[];
  /** How the entries are written; null where it does not say. */
  readonly entries: EntriesOptions | null;
}

/** The configuration of a plan, and what lint finds with it. */
export interface Configured {
  /** The file to write; empty for one that stays. */
  readonly config: readonly NewFile[];
  readonly entries: EntriesOptions | null;
  readonly readings: readonly ImportResult[];
  readonly preset: Line<PresetName>;
  readonly outcome: RunOutcome;
}

/** A configuration for a list, from what it has and what other tools say. */
export async function proposed(
  asked: PresetName | null,
  { root, list, document }: Pick<Grounds, 'root' | 'list' | 'document'>,
  world: InitContext,
): Promise<Configured> {
  const read = await readSettingsBeside(root);
  const preset = presetLine(asked, document, read);
  const { proposal, readings, usual } = await settled(
    { root, list, document, preset, readings: read.map((one) => withPreset(one, preset)) },
    world,
  );
  const text = writeConfig(proposal, asides(document, proposal, usual), inferFormat(document.list));
  const config = validateConfig(parse(text), configName, builtinRules);
  return {
    config: [{ path: configName, text }],
    entries: config.entries ?? null,
    ...{ readings, preset },
    outcome: await lintWith(await world.settingsOf(config, root), builtinRules, root, list, world),
  };
}

/** A configuration that is there, and stays. */
export async function withKept(
  { settings, rules, entries }: KeptConfig,
  { root, list, document }: Pick<Grounds, 'root' | 'list' | 'document'>,
  world: InitContext,
): Promise<Configured> {
  const preset = presetLine(settings.preset, document, []);
  const outcome = await lintWith(settings, rules, root, list, world);
  return { config: [], entries, readings: [], preset, outcome };
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
      why: [
        tiered * 2 > all
          ? `A study plan: ${countText(tiered)} of ${plural(all, 'entry', 'entries')} are in tiers`
          : 'A study plan',
      ],
    };
  const strict = readings.find((reading) => reading.settings.preset !== undefined);
  if (strict?.settings.preset !== undefined)
    return {
      key: 'preset',
      value: strict.settings.preset,
      why: [`${strict.file} calls awesome-lint, and this preset has the same rules`],
    };
  const tiers = tiered === 0 ? 'none of them in tiers' : `${countText(tiered)} of them in tiers`;
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
    const { report } = await lintWith(await world.settingsOf(rawOf(first), root), builtinRules, root, list, world);
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

async function lintWith(
  settings: Settings,
  rules: readonly AnyRule[],
  root: string,
  list: string,
  world: InitContext,
): Promise<RunOutcome> {
  return run(
    { command: 'lint', paths: [list], settings, rules, fix: null, stdinFilename: list, baseline: [] },
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
