import { builtinRules } from '../../src/config/builtin-rules.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { repositoryFiles } from '../../src/fs/repository-files.js';
import { type FixResult, fixText, type Linted } from '../../src/lint/fix.js';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { Finding } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { PresetName } from '../../src/model/rule.js';
import { detectLanguage } from '../../src/parse/language.js';
import { parse } from '../../src/parse/parse.js';
import { detectPreset } from '../../src/pipeline/detect-preset.js';
import { anchorsOf } from '../../src/pipeline/read-list.js';
import { settingOf } from '../../src/pipeline/test-rule.js';
import { loadStyle } from '../../src/remark-lint/bundle.js';

/** What was said of one list. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly entries: number;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** Lints texts with the rules of a preset. */
export interface Checker {
  check(text: string, path: string, file?: string): Promise<Checked>;
  fix(text: string, path: string): Promise<FixResult>;
  read(text: string, path: string): Promise<List>;
}

/** A checker that lints each list with the preset that fits it, as a run without a configuration does. */
export async function fittingChecker(): Promise<Checker> {
  const checkers = new Map<PresetName, Checker>();
  const fitting = async (text: string, path: string): Promise<Checker> => {
    const list = parse(text, { path, lang: await detectLanguage(text) });
    const { preset } = detectPreset(list, path.replace(/^.*?__|\.md$|__.*$/g, ''));
    const known = checkers.get(preset) ?? (await checkerFor(preset));
    checkers.set(preset, known);
    return known;
  };
  return {
    read: async (text, path) => (await fitting(text, path)).read(text, path),
    check: async (text, path, file) => (await fitting(text, path)).check(text, path, file),
    fix: async (text, path) => (await fitting(text, path)).fix(text, path),
  };
}

/** A checker with the rules of a preset; when rules are named (`name`, `name=severity`), with these alone, options given as JSON after `:`. */
export async function checkerFor(preset: PresetName, only: readonly string[] = []): Promise<Checker> {
  const named = only.map((text) => {
    const [, id = text, options = '{}'] = /^([\w/-]+)(?::(.*))?$/s.exec(text) ?? [];
    return { id, options: JSON.parse(options) as Record<string, unknown> };
  });
  const settings = await resolveSettings({}, {}, [], {
    ...{ rules: builtinRules, cwd: '/', configFile: null, reporters: [], userAgent: '', ledger: '', vantage: 'local' },
  });
  // Named rules have the options that are named, and what is their default without a preset.
  const on =
    named.length === 0
      ? settings.rulesFor('README.md', preset).rules
      : named.flatMap(({ id, options }) =>
          builtinRules.filter((rule) => rule.id === id).map((rule) => settingOf(rule, options)),
        );
  await loadStyle(on.map(({ rule }) => String(rule.id)));
  const root = on.some(({ rule }) => rule.reads === 'markdown');
  const read = async (text: string, path: string): Promise<List> =>
    parse(text, { path, lang: await detectLanguage(text), root });
  return {
    read,
    async check(text, path, file) {
      const list = await read(text, path);
      const files = file === undefined ? noFiles : repositoryFiles(file, anchorsOf);
      const at = performance.now();
      const { findings, crashes } = lint(list, { rules: on, files, known: builtinRules });
      for (const { rule, why, stack } of crashes) throw new Error(`${rule} fails on ${path}: ${why}\n${stack}`);
      return { path, text, entries: list.entries.length, findings, milliseconds: performance.now() - at };
    },
    async fix(text, path) {
      const lang = await detectLanguage(text);
      const relint = (next: string): Linted => {
        const list = parse(next, { path, lang, root });
        return { list, findings: lint(list, { rules: on, files: noFiles, known: builtinRules }).findings };
      };
      return fixText(text, relint, { unsafe: false });
    },
  };
}
