import { basename, dirname, join, relative } from 'node:path';
import { builtinRules } from '../../config/builtin-rules.js';
import type { Flags } from '../../config/command-line/flags.js';
import { loadSettings } from '../../config/command-line/settings.js';
import type { RawOptions } from '../../config/config-file.js';
import { findConfig } from '../../config/find.js';
import { resolveSettings } from '../../config/resolve.js';
import { existingFiles, writeAll } from '../../fs/write-all.js';
import type { KeptConfig } from '../../init/configured.js';
import { type InitPlan, planInit } from '../../init/plan.js';
import type { WorkflowKind } from '../../init/workflows.js';
import { configName } from '../../init/write-config.js';
import { UserError } from '../../model/errors.js';
import { presetNames } from '../../model/preset-names.js';
import type { PresetName } from '../../model/rule.js';
import type { Settings } from '../../model/settings.js';
import { version } from '../../model/version.js';
import { clean } from '../../report/escape.js';
import { reporterNames } from '../../report/registry.js';
import { didYouMean } from '../../text/did-you-mean.js';
import { oneOf } from '../../text/one-of.js';
import { pluralForm } from '../../text/plural.js';
import type { Host } from '../host.js';
import { initText } from './init-text.js';

/** The options of `init`; `workflows` is false when it was negated. */
export interface InitFlags extends Flags {
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly baseline?: boolean;
  readonly workflows?: string | boolean;
}

export const kinds: readonly WorkflowKind[] = ['pull-request', 'comment', 'audit', 'issue-form'];
/** Not every list takes entries by issues. */
const usualKinds = kinds.filter((kind) => kind !== 'issue-form');

/**
 * Writes a configuration and workflows for one list, and says what it did. Overwrites nothing without `--force`; a configuration
 * that is there stays where workflows are named, also with it.
 */
export async function initCommand(
  path: string | undefined,
  flags: InitFlags,
  { cwd, env, stdout }: Host,
): Promise<number> {
  const request = {
    ...{ path, cwd, preset: readPreset(flags.preset), workflows: readKinds(flags.workflows) },
    baseline: flags.baseline === true,
    kept: typeof flags.workflows === 'string' && flags.preset === undefined ? await keptConfig(path, cwd, env) : null,
  };
  const plan = await planInit(request, {
    ...{ version, env, now: Date.now, signal: new AbortController().signal },
    settingsOf,
  });
  await mustBeFree(plan, cwd, { force: flags.force === true, keepsConfig: request.kept !== null });
  if (flags.dryRun === true) {
    for (const { path: name, text } of plan.files) stdout.write(`==> ${clean(name)} <==\n${text}\n`);
  } else await writeAll(plan.root, plan.files);
  stdout.write(initText(plan, { cwd, dryRun: flags.dryRun === true }));
  return 0;
}

function settingsOf(raw: RawOptions, folder: string): Promise<Settings> {
  return resolveSettings(raw, {}, [], {
    ...{ rules: builtinRules, cwd: folder, configFile: join(folder, configName), reporters: reporterNames },
    ...{ userAgent: `listwright/${version}`, ledger: '', vantage: 'local' },
  });
}

/** The configuration of a list; null where it has none. */
async function keptConfig(path: string | undefined, cwd: string, env: NodeJS.ProcessEnv): Promise<KeptConfig | null> {
  const { settings, raw, rules } = await loadSettings(path, {}, { cwd, env });
  return settings.configFile === null ? null : { settings, rules, entries: raw.entries ?? null };
}

/** Looks at all files before any is written. */
async function mustBeFree(
  { root, list, files }: InitPlan,
  cwd: string,
  { force, keepsConfig }: { readonly force: boolean; readonly keepsConfig: boolean },
): Promise<void> {
  const taken = await existingFiles(
    root,
    files.map(({ path }) => path),
  );
  const found = keepsConfig ? null : await findConfig(dirname(join(root, list)), cwd, false);
  const name = found === null ? null : relative(root, found.file);
  const other = name !== null && name !== configName && !taken.includes(name) ? name : null;
  const all = [...taken, ...(other === null ? [] : [other])].map(clean);
  const adds = found === null ? '' : ', and --workflows with names adds workflows and keeps the configuration';
  if (!force && all.length > 0)
    throw new UserError(
      `${all.join(', ')} ${pluralForm(all.length, 'is', 'are')} already present, so nothing was written; --force overwrites the files${adds}`,
    );
  // The one that is there would go on counting, whatever is in the new one.
  if (other !== null && !other.startsWith('..'))
    throw new UserError(
      basename(other) === 'package.json'
        ? `${clean(other)} has a configuration, which conflicts with ${configName}; remove its \`listwright\` key first`
        : `${clean(other)} is a configuration with another name, which conflicts with ${configName}; delete it first`,
    );
}

function readPreset(name: string | undefined): PresetName | null {
  if (name === undefined) return null;
  const known = presetNames.find((each) => each === name);
  if (known !== undefined) return known;
  throw new UserError(`--preset: unknown preset "${name}"${didYouMean(name, presetNames)}; use ${oneOf(presetNames)}`);
}

function readKinds(value: string | boolean | undefined): readonly WorkflowKind[] {
  if (value === false) return [];
  if (value === undefined || value === true) return usualKinds;
  return [...new Set(value.split(','))].map((name) => {
    const known = kinds.find((kind) => kind === name.trim());
    if (known !== undefined) return known;
    throw new UserError(`--workflows: unknown workflow "${name}"${didYouMean(name, kinds)}; use ${oneOf(kinds)}`);
  });
}
