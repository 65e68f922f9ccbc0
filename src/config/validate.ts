import * as v from 'valibot';
import { UserError } from '../model/errors.js';
import { policyChecks } from '../model/pull-request.js';
import type { AnyRule } from '../model/rule.js';
import { projectUrl } from '../model/version.js';
import { didYouMean } from '../text/did-you-mean.js';
import { oneOf } from '../text/one-of.js';
import type { RawOptions } from './config-file.js';
import { entriesKeys } from './entries-schema.js';
import { didYouMeanHere } from './nearest-name.js';
import { configSchema } from './schema.js';
import { sourceKeys } from './source-schema.js';
import { upkeepKeys } from './upkeep-schema.js';

/** Checks what a configuration file says. Throws a UserError that names the file, the key, what was expected, and the nearest known name. */
export function validateConfig(value: unknown, file: string, rules: readonly AnyRule[]): RawOptions {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError(
      `${file}: the configuration must be an object; found ${value === null ? 'nothing' : Array.isArray(value) ? 'an array' : typeof value}`,
    );
  }
  const shape = configSchema(rules);
  const result = v.safeParse(shape, value, { abortEarly: true });
  // The value as written: in the output, defaults of a rule's options would hide what a preset says.
  if (result.success) return value;
  const issue = deepest(result.issues[0]);
  const keys = issue.path?.map((step) => step.key) ?? [];
  const where = keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`))
    .join('');
  if (issue.expected === 'never') throw unknownKey(file, where, issue.path ?? [], rules, Object.keys(shape.entries));
  if (issue.received === 'undefined' && issue.expected === JSON.stringify(keys.at(-1)))
    throw new UserError(`${file}: ${where}: this key is required`);
  const choices = choicesOf(issue);
  if (choices.length > 0)
    throw new UserError(
      `${file}: ${where}: unknown ${nounOf(keys)} ${show(issue)}${didYouMean(String(issue.input), choices)}; use ${oneOf(choices)}`,
    );
  const [wanted = '', near = ''] = wording(issue).split(/(?= \(did you mean )/);
  throw new UserError(`${file}: ${where}: expected ${wanted}, found ${show(issue)}${near}`);
}

/** The words of which a string should have been one; empty where something else was found, or where any string is expected. */
function choicesOf({ input, expected }: v.BaseIssue<unknown>): readonly string[] {
  const words = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
  // The alias is accepted, but not what to write.
  return typeof input === 'string' ? words.filter((word) => word !== 'warn' || !words.includes('warning')) : [];
}

function nounOf(keys: readonly unknown[]): string {
  if (keys.at(-1) === 'preset') return 'preset';
  return keys[0] === 'rules' && (keys.length === 2 || keys[2] === 0) ? 'severity' : 'value';
}

/** Valibot's grammar of what was expected, in words. */
function wording({ expected, message }: v.BaseIssue<unknown>): string {
  if (expected === null) return /^Invalid integer/.test(message) ? 'an integer' : message;
  return words(expected);
}

function words(grammar: string): string {
  const kinds = grammar.replace(/[()]/g, '').split(' | ').map(kindInWords);
  const last = kinds.pop() ?? '';
  return kinds.length === 0 ? last : `${kinds.join(', ')} or ${last}`;
}

function kindInWords(kind: string): string {
  return kind
    .replace(/^Array$/, 'an array')
    .replace(/^Object$/, 'an object')
    .replace(/^string$/, 'a string')
    .replace(/^boolean$/, 'true or false')
    .replace(/^>=(\d+)$/, 'a number ≥ $1')
    .replace(/^number$/, 'a number');
}

/** The problem inside a union that went furthest into the value. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inner = (issue.issues ?? []).map(deepest).filter((each) => (each.path?.length ?? 0) > 0);
  const best = inner.sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0];
  if (best === undefined) return issue;
  return { ...best, path: [...(issue.path ?? []), ...(best.path ?? [])] } as v.BaseIssue<unknown>;
}

function unknownKey(
  file: string,
  where: string,
  path: readonly { readonly key: unknown; readonly value: unknown }[],
  rules: readonly AnyRule[],
  options: readonly string[],
): UserError {
  const keys = path.map(({ key }) => key);
  const name = String(keys.at(-1));
  if (typeof keys.at(-1) === 'number')
    return new UserError(`${file}: ${where}: too many items; a rule takes [severity] or [severity, options]`);
  if (keys.at(-2) === 'rules') {
    return new UserError(
      `${file}: ${where}: unknown rule "${name}"${
        didYouMeanHere(
          'rules',
          name,
          rules.map((rule) => rule.id),
        ) || '; run `listwright rules` to list all rules'
      }`,
    );
  }
  const rule = rules.find((each) => keys.includes(each.id));
  const known =
    rule === undefined && keys[0] !== 'source' && keys.includes('entries')
      ? entriesKeys
      : rule !== undefined
        ? Object.keys((rule.options as { entries?: object }).entries ?? {})
        : keys[0] === 'pullRequest'
          ? pullRequestKeys(keys[1])
          : (upkeepKeys.get(String(keys[0])) ?? keysOf.get(String(keys[0])) ?? options);
  const near = known === options ? didYouMeanHere('keys', name, known) : didYouMean(name, known);
  return new UserError(
    `${file}: ${where}: unknown option${near || adviceFor(path.at(-1)?.value, known, known === options)}`,
  );
}

/** More names than this are on a page. */
const mostNamed = 12;

/** What to do about an unknown option whose name is like no other. */
function adviceFor(value: unknown, known: readonly string[], isTop: boolean): string {
  const inner = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const moved = inner.find((key) => isTop && known.includes(key));
  if (moved !== undefined) return `; move "${moved}" to the top level`;
  if (known.length === 0) return '; remove it';
  if (known.length <= mostNamed) return `; use ${oneOf(known)}`;
  return `; see ${projectUrl}/blob/main/docs/configuration.md`;
}

const exceptionKeys = ['pattern', 'status', 'verdict', 'reason', 'until', 'recheck'];

/** The keys within the options that are objects. */
const keysOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    overrides: ['files', 'preset', 'rules', 'entries'],
    source: sourceKeys,
    deadAfter: ['failures', 'days'],
    hosts: ['timeout', 'perHost', 'headers', 'accept'],
    except: ['match', 'rules', 'section', 'reason', 'until'],
    exclude: exceptionKeys,
    accept: exceptionKeys,
  }),
);

function pullRequestKeys(key: unknown): readonly string[] {
  if (key === 'severity') return policyChecks;
  if (key === 'labels') return [...policyChecks, 'passed'];
  return key === 'removed' ? ['days', 'commits'] : [...policyChecks, 'severity', 'labels'];
}

function show(issue: v.BaseIssue<unknown>): string {
  return typeof issue.input === 'string' ? JSON.stringify(issue.input.slice(0, 80)) : words(issue.received);
}
