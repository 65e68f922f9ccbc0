import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { UserError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import { samePage } from '../url/same-page.js';
import { byFinding, type FindingLocation, locationsOf, narrowPlaces } from './finding-locations.js';

/** Findings that are known and do not count: those of one rule, in one file, about one thing. */
export interface KnownFinding {
  readonly rule: string;
  /** As the list's path, but for a `./` in front. */
  readonly path: string;
  /** Name and address of the entry, else the line; the end of a long one is a hash. Empty for the file as a whole. */
  readonly content: string;
  /** The address that is at fault, where it is not that of the entry; else null. */
  readonly url: string | null;
  /** How many places. */
  readonly count: number;
}

/** What a baseline file holds, in no order that counts. */
export type Baseline = readonly KnownFinding[];

/** What was linted: a known finding of another file or another rule is neither found nor stale. */
export interface LintedScope {
  /** Paths of lists. */
  readonly paths: readonly string[];
  /** Ids of the rules that ran; null for all. */
  readonly rules: ReadonlySet<string> | null;
}

/** The findings of one list, compared with a baseline. */
export interface BaselineResult {
  /** Those that are not known; one that represents many is narrowed to the places that are not. */
  readonly kept: readonly Finding[];
  readonly known: readonly Finding[];
  /** What was known and is no longer found, with how many places of it. */
  readonly stale: readonly KnownFinding[];
}

/** Reads a baseline file. Throws a UserError that names the file and the place at fault. */
export function readBaseline(text: string, name: string): Baseline {
  if (/^<{7} /m.test(text))
    throw new UserError(`${name}: contains conflict markers; resolve them, or rewrite it with --update-baseline`);
  const data = parsed(text, name);
  const version = field(data, 'version');
  if (version !== 1)
    throw new UserError(`${name}: \`version\` is ${shown(version)}, expected 1; rewrite it with --update-baseline`);
  const findings = field(data, 'findings');
  if (!Array.isArray(findings)) throw new UserError(`${name}: \`findings\` is ${shown(findings)}, expected an array`);
  return findings.map((row: unknown, index): KnownFinding => {
    const wrong = (key: string, wanted: string): UserError =>
      new UserError(`${name}: \`findings[${index}].${key}\` is ${shown(field(row, key))}, expected ${wanted}`);
    const textOf = (key: string): string => {
      const value = field(row, key);
      if (typeof value !== 'string') throw wrong(key, 'a text');
      return value;
    };
    const [url = null, count] = [field(row, 'url'), field(row, 'count')];
    if (url !== null && typeof url !== 'string') throw wrong('url', 'a string or null');
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) throw wrong('count', 'an integer ≥ 1');
    return { rule: textOf('rule'), path: textOf('path'), content: textOf('content'), url, count };
  });
}

/** True for a text that begins as baselines do, or is empty: one that was damaged may be replaced, another file may not. */
export function mayBeBaseline(text: string): boolean {
  return /^\uFEFF?\s*(?:$|\{\s*"version":\s*\d+,\s*"findings":)/.test(text);
}

/** The findings of one list as a baseline holds them, one row for each place. */
export function baselineRows(findings: readonly Finding[], list: List): Baseline {
  return locationsOf(findings, list).map(rowOf);
}

/**
 * The text of a baseline file: JSON, sorted, one line for each thing, so that its diffs show what changed.
 * @param earlier what it held; known findings of files and rules that were not linted are kept
 */
export function writeBaseline(found: Baseline, scope: LintedScope, earlier: Baseline = []): string {
  const rows = new Map<string, KnownFinding>();
  const add = (row: KnownFinding): void => {
    rows.set(keyOf(row), { ...row, count: row.count + (rows.get(keyOf(row))?.count ?? 0) });
  };
  for (const row of found) add(row);
  const sees = seenBy(scope);
  for (const row of earlier) if (!sees(row)) add(row);
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => `    ${lineOf(row)}`);
  return `{\n  "version": 1,\n  "findings": [${sorted.length === 0 ? '' : `\n${sorted.join(',\n')}\n  `}]\n}\n`;
}

/**
 * Separates the new findings of one list from known ones: each known place uses up one of the baseline, so that a second copy
 * is new.
 * @param rules ids of the rules that ran; null for all
 */
export function applyBaseline(
  findings: readonly Finding[],
  list: List,
  baseline: Baseline,
  rules: ReadonlySet<string> | null = null,
): BaselineResult {
  const left = new Map<string, KnownFinding>();
  for (const row of baseline) left.set(keyOf(row), { ...row, count: row.count + (left.get(keyOf(row))?.count ?? 0) });
  const fresh: FindingLocation[] = [];
  for (const spot of locationsOf(findings, list)) {
    const key = keyOf(rowOf(spot));
    const known = left.get(key);
    if (known === undefined || known.count === 0) fresh.push(spot);
    else left.set(key, { ...known, count: known.count - 1 });
  }
  const unknown = byFinding(fresh);
  const sees = seenBy({ paths: [list.path], rules });
  return {
    kept: findings.flatMap((finding) => narrowPlaces(finding, unknown.get(finding) ?? []) ?? []),
    known: findings.filter((finding) => !unknown.has(finding)),
    stale: [...left.values()].filter((row) => row.count > 0 && sees(row)),
  };
}

function rowOf({ finding, entry, line }: FindingLocation): KnownFinding {
  const { rule, url } = finding;
  const own = entry?.url ?? null;
  // The message is no part of it: other words in a later version would make all known findings new.
  const content = entry === null ? line : [entry.name, own === null ? null : samePage(own)].filter(Boolean).join(' ');
  const other = url !== null && (own === null || samePage(url) !== samePage(own)) ? url : null;
  return { rule, path: plain(finding.path), content: short(content), url: other, count: 1 };
}

const longest = 120;

/** Long lines differ at their ends as well; the hash tells. Cut by code points, so that none is halved. */
function short(text: string): string {
  if (text.length <= longest) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return `${[...text.slice(0, longest)].slice(0, longest - 14).join('')}… ${hash}`;
}

function plain(path: string): string {
  return posix.normalize(path);
}

function seenBy(scope: LintedScope): (row: KnownFinding) => boolean {
  const { rules } = scope;
  const paths = new Set(scope.paths.map(plain));
  return ({ path, rule }) => paths.has(plain(path)) && (rules === null || rules.has(rule));
}

function keyOf({ rule, path, content, url }: KnownFinding): string {
  return JSON.stringify([plain(path), rule, content, url]);
}

function lineOf({ rule, path, content, url, count }: KnownFinding): string {
  return JSON.stringify({ rule, path: plain(path), content, url, count });
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const at = /at position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? '' : ` on line ${text.slice(0, Number(at)).split('\n').length}`;
    throw new UserError(`${name}: not valid JSON${line}; correct it, or rewrite it with --update-baseline`);
  }
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return String(JSON.stringify(value)).slice(0, 60);
}
