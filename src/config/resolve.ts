import { dirname, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { entryGrammar } from '../grammar/grammar.js';
import { UserError } from '../model/errors.js';
import type { RuleException } from '../model/exception.js';
import { limitDefaults } from '../model/link-options.js';
import { presetNames } from '../model/preset-names.js';
import type { AnyRule, RuleSeverity } from '../model/rule.js';
import type { FileSettings, LinkSettings, ReporterSetting, RuleSetting, Settings } from '../model/settings.js';
import { didYouMean } from '../text/did-you-mean.js';
import { kebab } from '../text/kebab.js';
import { oneOf } from '../text/one-of.js';
import type { RawOptions, RawOverride, RawRule, RawSeverity } from './config-file.js';
import { inPullRequest, readServices } from './environment.js';
import { didYouMeanHere } from './nearest-name.js';
import { readCount, readLanguage, readLinkOptions } from './option-parsers.js';
import { readExceptions, readHosts, readRuleExceptions } from './read-exceptions.js';
import { readPolicy } from './read-policy.js';
import { readSeverity, severityOf } from './read-severity.js';
import { readPrune, readRefresh } from './read-upkeep.js';

/** What the defaults depend on. */
export interface ResolveContext {
  readonly rules: readonly AnyRule[];
  /** Those of them that the configuration brought. */
  readonly brought?: ReadonlySet<AnyRule>;
  /** Absolute; paths of lists are relative to it. */
  readonly cwd: string;
  readonly configFile: string | null;
  /** Reporters there are, in the order of the documentation. */
  readonly reporters: readonly string[];
  readonly userAgent: string;
  /** Where the ledger is kept when no one says; null for nowhere. */
  readonly ledger: string | null;
  readonly vantage: 'ci' | 'local';
  /** Where services are; without it the public ones, without a token. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How messages call what the caller says. Default: as the command line does. */
  readonly called?: (key: string) => string;
}

/**
 * Joins the configuration file and what the caller says (the command line, for one) into settings; the caller wins. Globs of overrides are
 * relative to the folder of the configuration file. Throws UserErrors that name the option.
 */
export async function resolveSettings(
  config: RawOptions,
  flags: RawOptions,
  cliRules: readonly string[],
  context: ResolveContext,
): Promise<Settings> {
  const raw: RawOptions = { ...config, ...withoutUndefined(flags) };
  const called = context.called ?? ((key: string): string => `--${kebab(key)}`);
  const name = (key: string): string =>
    key in withoutUndefined(flags) ? called(key) : `${context.configFile ?? 'configuration'}: ${key}`;
  if (raw.preset !== undefined && !presetNames.includes(raw.preset)) {
    throw new UserError(
      `${name('preset')}: unknown preset "${raw.preset}"${didYouMean(raw.preset, presetNames)}; use ${oneOf(presetNames)}`,
    );
  }
  const fromCli = Object.fromEntries(cliRules.map((text) => readRule(text, context.rules)));
  const overrides = await readOverrides(config.overrides ?? [], context);
  const exceptions = readRuleExceptions(raw.except ?? [], name('except'), context.rules);
  const cache = new Map<string, FileSettings>();
  // What is wrong in a format is said before a list is read.
  for (const [index, entries] of [raw.entries, ...(config.overrides ?? []).map((one) => one.entries)].entries())
    if (entries !== undefined)
      entryGrammar(entries, index === 0 ? name('entries') : name(`overrides[${index - 1}].entries`));
  return {
    configFile: context.configFile,
    preset: raw.preset ?? null,
    reporters: asList(raw.reporter).map((text) => readReporter(text, context.reporters)),
    maxWarnings: raw.maxWarnings === undefined ? null : readCount(name('maxWarnings'), raw.maxWarnings, 0),
    quiet: raw.quiet ?? false,
    verbose: raw.verbose ?? false,
    lang: raw.lang === undefined || raw.lang === null ? null : readLanguage(name('lang'), raw.lang),
    links: resolveLinks(raw, name, context),
    entriesFor(path) {
      const applying = overrides.findLast(({ override, matches }) => override.entries !== undefined && matches(path));
      return applying?.override.entries ?? raw.entries ?? null;
    },
    exceptions,
    prune: readPrune(raw.prune, name('prune'), context.rules),
    refresh: readRefresh(raw.refresh, name('refresh')),
    source:
      raw.source === undefined
        ? null
        : {
            options: raw.source,
            folder: context.configFile === null ? context.cwd : dirname(resolve(context.cwd, context.configFile)),
            where: name('source'),
          },
    pullRequest: raw.pullRequest === undefined ? null : readPolicy(raw.pullRequest, name('pullRequest')),
    rulesFor(path, detected, why = null) {
      const applying = overrides.filter(({ matches }) => matches(path)).map(({ override }) => override);
      const named =
        flags.preset ?? applying.findLast((override) => override.preset !== undefined)?.preset ?? raw.preset;
      const preset = named ?? detected;
      const key = `${preset} ${named === undefined ? why : 'named'} ${applying.map((override) => overrides.findIndex((each) => each.override === override)).join(' ')}`;
      const known =
        cache.get(key) ??
        rulesOf(
          { preset, detected: named === undefined ? why : null },
          [config.rules ?? {}, ...applying.map((each: RawOverride) => each.rules ?? {}), flags.rules ?? {}, fromCli],
          context,
          exceptions,
        );
      cache.set(key, known);
      return known;
    },
  };
}

interface Override {
  readonly override: RawOverride;
  readonly matches: (path: string) => boolean;
}

async function readOverrides(raw: readonly RawOverride[], context: ResolveContext): Promise<readonly Override[]> {
  if (raw.length === 0) return [];
  const { default: picomatch } = await import('picomatch');
  const folder = context.configFile === null ? context.cwd : dirname(context.configFile);
  return raw.map((override) => {
    const globs = asList(override.files).map((glob) => glob.replace(/^\.\//, ''));
    const matches = picomatch(globs, { dot: true });
    return {
      override,
      matches: (path) => matches(relative(folder, resolve(context.cwd, path)).split(sep).join('/')),
    };
  });
}

function rulesOf(
  { preset, detected }: Pick<FileSettings, 'preset' | 'detected'>,
  layers: readonly Readonly<Record<string, RawRule>>[],
  { rules, brought }: ResolveContext,
  exceptions: readonly RuleException[],
): FileSettings {
  const column = preset === 'awesome-strict' ? 'awesome' : preset;
  const settings: RuleSetting[] = [];
  for (const rule of rules) {
    let severity: RuleSeverity = rule.severity[column];
    let options: object = rule.presetOptions?.[column] ?? {};
    if (preset === 'awesome-strict') {
      severity = rule.severity.strict ?? severity;
      options = { ...options, ...rule.presetOptions?.strict };
    }
    const ofPreset = severity;
    for (const layer of layers) {
      const said = layer[rule.id];
      if (said === undefined) continue;
      const [raw, more = {}] = typeof said === 'object' ? said : [said];
      severity = readSeverity(raw, [ofPreset, ...Object.values(rule.severity)]);
      options = { ...options, ...more };
    }
    if (severity === 'off') continue;
    const setting = { rule, severity, options: v.parse(rule.options, options) as object };
    settings.push(brought?.has(rule) ? { ...setting, brought: true } : setting);
  }
  return { preset, detected, rules: settings, exceptions };
}

const severityWords = ['off', 'info', 'warning', 'error'];

function readRule(text: string, rules: readonly AnyRule[]): [string, RawSeverity] {
  // ESLint's `name: severity` is read too.
  const [, id = text, word = ''] = /^([^=:\s]+)\s*[=:]\s*(.*)$/.exec(text) ?? [];
  if (!rules.some((rule) => rule.id === id)) {
    throw new UserError(
      `--rule: unknown rule "${id}"${didYouMeanHere(
        'rules',
        id,
        rules.map((rule) => rule.id),
      )}; run \`listwright rules\` to list all rules`,
    );
  }
  const severity = severityOf(word);
  if (severity === null)
    throw new UserError(
      word === ''
        ? `--rule: missing severity in "${text}"; use ${id}=off, ${id}=info, ${id}=warning or ${id}=error`
        : `--rule: unknown severity "${word}"${didYouMean(word, severityWords)}; use ${oneOf(severityWords)}`,
    );
  return [id, severity];
}

/** Reads `name` or `name=file`. Throws a UserError for a reporter that is not there. */
export function readReporter(text: string, known: readonly string[]): ReporterSetting {
  const [, name = text, file = null] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (!known.includes(name)) {
    throw new UserError(`--reporter: unknown reporter "${name}"${didYouMean(name, known)}; use ${oneOf(known)}`);
  }
  if (file === '')
    throw new UserError(
      `--reporter: missing file in "${text}"; use ${name}=report.txt, or ${name} for standard output`,
    );
  return { name, file };
}

function resolveLinks(raw: RawOptions, name: (key: string) => string, context: ResolveContext): LinkSettings {
  const { plain, exceptions } = readExceptions(raw, name);
  const { header, userAgent, ledger, ...options } = readLinkOptions({ ...raw, ...plain }, name);
  const { hosts, headers } = readHosts(raw.hosts ?? {}, name('hosts'));
  return {
    ...options,
    headers: [...headers, ...header],
    exceptions,
    hosts,
    userAgent: userAgent ?? context.userAgent,
    confirmingUserAgent: userAgent ?? likeBrowsers(context.userAgent),
    ledger: ledger === false ? null : (ledger ?? context.ledger),
    ledgerNamed: typeof ledger === 'string',
    deadAfter: withDefaults(limitDefaults.deadAfter, raw.deadAfter),
    vantage: context.vantage,
    services: readServices(context.env ?? {}),
    upgrade: false,
    caps: inPullRequest(context.env ?? {}) ? withDefaults(limitDefaults.caps, raw.caps) : null,
  };
}

/**
 * A user agent in the form that crawlers of search engines use (developers.google.com/search/docs/crawling-indexing/google-common-crawlers):
 * what servers look for in browsers, with the name and URL of the program among it. `loom/1 (+https://loom.example)` is `loom/1; +https://loom.example`
 * there.
 */
function likeBrowsers(userAgent: string): string {
  const named = userAgent.replace(/ \((\+[^()]*)\)$/, '; $1');
  return `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ${named}) Chrome/140.0.0.0 Safari/537.36`;
}

function asList(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function withoutUndefined<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}

/** The given values, and the defaults for those that are absent. */
function withDefaults<Key extends string>(
  defaults: Readonly<Record<Key, number>>,
  given: { readonly [Name in Key]?: number | undefined } = {},
): Readonly<Record<Key, number>> {
  return { ...defaults, ...withoutUndefined(given) };
}
