import { resolve } from 'node:path';
import remarkLint from 'remark-lint';
import { lintRule } from 'unified-lint-rule';
import type { Node } from 'unist';
import * as v from 'valibot';
import { rules } from '../rules/index.js';
import { builtinRules } from './config/builtin-rules.js';
import { repositoryFiles } from './fs/repository-files.js';
import { lint } from './lint/lint.js';
import { UserError } from './model/errors.js';
import { type Files, noFiles } from './model/files.js';
import type { List } from './model/list.js';
import type { AnyRule } from './model/rule.js';
import type { RuleSetting } from './model/settings.js';
import { ruleUrl } from './model/version.js';
import { parse } from './parse/parse.js';
import { detectPreset } from './pipeline/detect-preset.js';
import { anchorsOf } from './pipeline/read-list.js';

type VFile = Parameters<Parameters<typeof lintRule>[1]>[1];

interface Reading {
  readonly text: string;
  readonly list: List;
  readonly files: Files;
}

/**
 * What unified takes as a plugin and as a preset. Spelled here so that the declarations of this package need none of
 * unified's, which anyone who uses these plugins has anyway.
 */
export type RemarkPlugin = (
  ...settings: readonly unknown[]
  // biome-ignore lint/suspicious/noExplicitAny: the file of whichever version of vfile the caller has
) => ((tree: Node, file: any, next: any) => undefined) | undefined;
export interface RemarkPreset {
  plugins: RemarkPlugin[];
}

/** Every plugin of a file reads the same text: it is parsed once. */
const readings = new WeakMap<VFile, Reading>();

/**
 * Each rule as a remark-lint plugin, by its name, but those that are such plugins by birth. Severity and options are given as to any remark-lint rule:
 * `[plugin, ['error', { … }]]`. Rules about verdicts are silent, as nothing is checked of the network.
 */
export const plugins: Readonly<Record<string, RemarkPlugin>> = Object.fromEntries(
  rules.map((rule) => [rule.id, pluginOf(rule)]),
);

/** The rules that the `awesome` preset turns on, for `remark().use(…)`; remark-lint itself obeys the `<!--lint …-->` comments for other rules. */
const preset: RemarkPreset = {
  plugins: [
    remarkLint as RemarkPlugin,
    ...rules.flatMap((rule) => {
      const plugin = plugins[rule.id];
      return plugin === undefined || rule.reads !== 'list' || rule.severity.awesome === 'off' ? [] : [plugin];
    }),
  ],
};
export default preset;

function pluginOf(rule: AnyRule): RemarkPlugin {
  const url = ruleUrl(String(rule.id));
  return lintRule({ origin: `listwright:${rule.id}`, url }, (_tree, file, given: unknown) => {
    const { list, files } = readingOf(file);
    const speaking = [settingOf(rule, given, list)];
    // Which directives are idle is known only after all rules have run.
    if (rule.reads === 'directives') {
      for (const other of rules) if (other.reads === 'list') speaking.push(settingOf(other, undefined, list));
    }
    for (const finding of lint(list, { rules: speaking, files, known: builtinRules }).findings) {
      if (finding.rule === rule.id) file.message(finding.message, { start: finding.start, end: finding.end });
    }
  });
}

function settingOf(rule: AnyRule, given: unknown, list: List): RuleSetting {
  const column = detectPreset(list, null, true).preset as 'awesome' | 'list' | 'roadmap';
  const wanted = { ...rule.presetOptions?.[column], ...(given !== null && typeof given === 'object' ? given : {}) };
  const read = v.safeParse(rule.options, wanted);
  if (!read.success) throw new UserError(`${rule.id}: ${v.summarize(read.issues)}`);
  const severity = rule.severity[column];
  return { rule, severity: severity === 'off' ? rule.severity.default : severity, options: read.output as object };
}

function readingOf(file: VFile): Reading {
  const text = String(file);
  const known = readings.get(file);
  if (known?.text === text) return known;
  const list = parse(text, { path: file.path ?? 'README.md' });
  const files = file.path === undefined ? noFiles : repositoryFiles(resolve(file.cwd, file.path), anchorsOf);
  const reading = { text, list, files };
  readings.set(file, reading);
  return reading;
}
