import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import { UserError } from '../model/errors.js';
import type { AnyRule } from '../model/rule.js';
import { defineRule } from '../rule-kit/define-rule.js';
import { isNear, loadModule } from './find.js';

/** Where plugins are named. */
export interface PluginHome {
  /** The configuration file, as messages call it. */
  readonly file: string;
  /** The file that paths and packages are looked for from; the same by default. */
  readonly home?: string;
  readonly cwd: string;
  /** True when the user named the configuration, so that its code is trusted. */
  readonly trusted: boolean;
  /** What to do instead, where no file's code may run; rules that are handed over are code that runs already. */
  readonly noCode?: string | null;
}

/**
 * Loads the rules that a configuration brings: rules themselves, or files and packages whose default export is a rule, a
 * list of rules, an object with `rules`, or a remark-lint plugin. Throws a UserError that names what does not fit.
 */
export async function loadPlugins(plugins: readonly unknown[], home: PluginHome): Promise<readonly AnyRule[]> {
  const found: AnyRule[] = [];
  for (const plugin of plugins) {
    if (typeof plugin === 'string') found.push(...(await loadPlugin(plugin, home)));
    else found.push(ruleOf(plugin, home.file));
  }
  return found;
}

async function loadPlugin(name: string, home: PluginHome): Promise<readonly AnyRule[]> {
  if ((home.noCode ?? null) !== null)
    throw new UserError(`${home.file}: the plugin "${name}" runs code, which is not allowed here; ${home.noCode}`);
  if (!home.trusted && !isNear(home.file, home.cwd)) {
    throw new UserError(
      `${home.file}: the plugin "${name}" runs code, and this configuration is outside the working directory; pass --config with its path to trust it`,
    );
  }
  return rulesIn(await load(name, home), name);
}

/** The rules that a module gives. `name` is what messages call it. */
export async function rulesIn(given: unknown, name: string): Promise<readonly AnyRule[]> {
  if (typeof given === 'function') {
    const { wrapPlugin } = await import('../remark-lint/wrap-plugin.js');
    return [wrapPlugin(name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''), given as Parameters<typeof wrapPlugin>[1])];
  }
  const rules: unknown = isObject(given) && 'rules' in given ? given.rules : given;
  return (Array.isArray(rules) ? rules : [rules]).map((rule) => ruleOf(rule, name));
}

async function load(name: string, home: PluginHome): Promise<unknown> {
  const isPath = /^\.{0,2}[\\/]/.test(name) || isAbsolute(name);
  try {
    const from = home.home ?? home.file;
    const file = isPath ? resolve(dirname(from), name) : resolvePackage(name, from);
    return await loadModule(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' || code === 'ENOENT';
    const why = missing ? (isPath ? 'no such file' : 'the package is not installed') : message;
    throw new UserError(`${home.file}: the plugin "${name}" cannot be loaded: ${why.split('\n')[0]}`);
  }
}

/** Packages of the field export nothing to `require`: then the folder is looked up, and what its manifest names. */
function resolvePackage(name: string, from: string): string {
  const require = createRequire(from);
  try {
    return require.resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
  }
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const manifest = createRequire(from)(resolve(folder, name, 'package.json')) as Record<string, unknown>;
      return resolve(folder, name, entryOf(manifest.exports) ?? String(manifest.module ?? manifest.main ?? 'index.js'));
    } catch {
      // Not in this folder.
    }
  }
  throw Object.assign(new Error(name), { code: 'MODULE_NOT_FOUND' });
}

function entryOf(exports: unknown): string | null {
  if (typeof exports === 'string') return exports;
  if (!isObject(exports)) return null;
  return entryOf(exports['.'] ?? exports.import ?? exports.default ?? null);
}

/** Checks the shape of a rule from elsewhere; options are optional there. */
function ruleOf(given: unknown, name: string): AnyRule {
  const wrong = (what: string): UserError => new UserError(`${name}: ${what}; see defineRule in the documentation`);
  if (!isObject(given)) throw wrong('its default export must be a rule, an array of rules or a remark-lint plugin');
  const { id } = given;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/.test(id)) {
    throw wrong(`a rule id must be a name such as "no-blue-links"; found ${JSON.stringify(id) ?? 'none'}`);
  }
  for (const [key, type] of [
    ['summary', 'string'],
    ['why', 'string'],
    ['messages', 'object'],
    ['check', 'function'],
  ] as const) {
    const value = given[key];
    if (typeof value !== type || value === null) throw wrong(`the rule ${id} has no ${key}`);
  }
  if (given.prefetch !== undefined) assertPrefetch(given.prefetch, (what) => wrong(`the prefetch of ${id} ${what}`));
  const { severity, supersededBy, examples, ...rest } = given as unknown as AnyRule;
  return defineRule({
    ...rest,
    ...(isObject(severity) ? { severity } : {}),
    ...(Array.isArray(supersededBy) ? { supersededBy } : {}),
    ...(Array.isArray(examples) ? { examples } : {}),
  });
}

function assertPrefetch(prefetch: unknown, wrong: (what: string) => UserError): void {
  if (!isObject(prefetch)) throw wrong('must be an object');
  const { id, key, fetch, days = 7, batch = 50 } = prefetch;
  if (typeof id !== 'string' || !/^[a-z][a-z\d-]{0,60}$/.test(id)) throw wrong('needs an id such as "report-card"');
  if (typeof key !== 'function' || typeof fetch !== 'function') throw wrong('needs the functions key and fetch');
  if (typeof days !== 'number' || !(days > 0)) throw wrong('has `days` that are no positive number');
  if (typeof batch !== 'number' || !(batch >= 1)) throw wrong('has a `batch` that is no number ≥ 1');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
