import { createHash } from 'node:crypto';
import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { ReportedList } from '../model/report.js';
import type { AnyRule } from '../model/rule.js';
import type { FileSettings, Settings } from '../model/settings.js';
import { dayOf } from '../text/day.js';
import { type DetectedPreset, detectPreset } from './detect-preset.js';
import type { LintedList, LintPlan } from './lint-list.js';
import { applyingTo, type Document, repositoryNameOf, type SourceText } from './read-list.js';

/** What lint found in a text, under which settings, and what it read of the files around. */
interface CachedLint {
  /** Of the text, the tool, and what was asked for: see `cacheKey`. */
  readonly key: string;
  /** The preset that the list would get if none were given. */
  readonly detected: DetectedPreset;
  /** Of the preset, rules, severities and options that applied: see `rulesSignature`. */
  readonly rules: string;
  readonly asked: readonly Asked[];
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly exceptions: LintedList['exceptions'];
  readonly notices: LintedList['notices'];
  /** Without the text, which the file has. */
  readonly list: Omit<ReportedList, 'text'>;
}

/** One question that rules asked of the files around, with a digest of the answer. */
type Asked = readonly [
  question: 'converted' | 'known' | 'tracked' | 'folder' | 'repository' | 'kind' | 'nearest' | 'names' | 'text',
  path: string,
  answer: string,
];

/** Where results are kept; texts by file. Neither throws. */
export interface LintCacheStore {
  read(file: string): Promise<string | null>;
  write(file: string, text: string): Promise<void>;
}

/** A text in a version of the tool, in a language (null where it is detected), with a format of its entries, in a repository of a name. */
function cacheKey(text: string, version: string, settings: Settings, path: string, repository: string | null): string {
  return digest(JSON.stringify([version, settings.lang, repository, settings.entriesFor(path)]), text);
}

/**
 * The settings of a list as a text: equal where the same rules report the same. Null when a rule of a plugin is on, whose code
 * may change.
 * @param all every rule there is: a directive that names none of them is reported
 */
function rulesSignature({ preset, detected, rules, exceptions }: FileSettings, all: readonly AnyRule[]): string | null {
  if (rules.some((setting) => setting.brought === true)) return null;
  const settings = rules.map(({ rule, severity, options }) => [rule.id, severity, options]);
  return digest(JSON.stringify([preset, detected, settings, exceptions, all.map(({ id }) => id)], plainValue));
}

/** JSON has no regular expressions, sets and maps: all of a kind would be equal. */
function plainValue(_: string, value: unknown): unknown {
  if (value instanceof RegExp) return String(value);
  return value instanceof Set || value instanceof Map ? [...value] : value;
}

/** What lint found in the same text under the same settings in the same surroundings; null where that is not certain. */
async function loadCached(
  store: LintCacheStore,
  { input, files }: Pick<SourceText, 'input' | 'files'>,
  key: string,
  settings: Settings,
  all: readonly AnyRule[],
): Promise<CachedLint | null> {
  const cached = read(await store.read(input.file));
  if (cached === null || cached.key !== key || cached.list.path !== input.path) return null;
  const applying = applyingTo(input.path, settings, cached.detected);
  if (rulesSignature(applying, all) !== cached.rules) return null;
  return cached.asked.every(([question, of, answer]) => answerTo(files, question, of) === answer) ? cached : null;
}

/** Where results of lint are kept, and by which version of the tool. */
export interface LintCache {
  readonly store: LintCacheStore;
  readonly version: string;
  /** The day, `YYYY-MM-DD`: exceptions end. */
  readonly today: string;
}

/** The cache of a run; null where its results are no plain findings of a text. */
export function cacheFor(
  { fix, baseline, now }: LintPlan,
  isCompared: boolean,
  { memory, version }: { readonly memory?: LintCacheStore | null; readonly version: string },
): LintCache | null {
  return memory && fix === null && !isCompared && baseline === null
    ? { store: memory, version, today: dayOf(now) }
    : null;
}

/** Takes what an earlier run found in the same text, or lints it and keeps what is found. */
export async function lintCached(
  source: SourceText,
  settings: Settings,
  rules: readonly AnyRule[],
  { store, version, today }: LintCache,
  lintSource: (source: SourceText) => Promise<{ readonly document: Document; readonly linted: LintedList }>,
): Promise<LintedList> {
  const { input, text } = source;
  const repository = repositoryNameOf(input);
  const ends = settings.exceptions.length > 0 || text.includes('listwright-except');
  const key = cacheKey(text, ends ? `${version} ${today}` : version, settings, input.path, repository);
  const cached = await loadCached(store, source, key, settings, rules);
  if (cached !== null) {
    const { findings, suppressed, exceptions, notices } = cached;
    const asRead = { input, before: text, after: text, applied: 0, data: [], change: null, compared: null };
    return { ...asRead, list: { ...cached.list, text }, findings, suppressed, exceptions, crashes: [], notices };
  }
  const record = recordReads(source.files);
  const { document, linted } = await lintSource({ ...source, files: record.files });
  const signature = rulesSignature(document.settings, rules);
  if (signature !== null && linted.crashes.length === 0) {
    const { text: _, ...list } = linted.list;
    const { findings, suppressed, exceptions, notices } = linted;
    const detected = detectPreset(document.list, repository);
    const found = { findings, suppressed, exceptions, notices, list };
    await store.write(input.file, JSON.stringify({ key, detected, rules: signature, asked: record.asked(), ...found }));
  }
  return linted;
}

/** Files that record what they are checked, so that `loadCached` can compare the answers. */
function recordReads(files: Files): { readonly files: Files; asked(): readonly Asked[] } {
  const asked = new Map<string, Asked>();
  const note = (question: Asked[0], path: string): void => {
    const name = `${question} ${path}`;
    if (!asked.has(name)) asked.set(name, [question, path, answerTo(files, question, path)]);
  };
  return {
    asked: () => [...asked.values()],
    files: {
      get known() {
        note('known', '');
        return files.known;
      },
      get tracked() {
        note('tracked', '');
        return files.tracked;
      },
      get folder() {
        note('folder', '');
        return files.folder;
      },
      get repository() {
        note('repository', '');
        return files.repository;
      },
      get converted() {
        note('converted', '');
        return files.converted === true;
      },
      kind: (path) => {
        note('kind', path);
        return files.kind(path);
      },
      nearest: (path) => {
        note('nearest', path);
        return files.nearest(path);
      },
      names: (path) => {
        note('names', path);
        return files.names?.(path) ?? [];
      },
      text: (path) => {
        note('text', path);
        return files.text(path);
      },
      // Anchors are read from the text: where that is the same, so are they.
      anchors: (path) => {
        note('text', path);
        return files.anchors(path);
      },
    },
  };
}

function answerTo(files: Files, question: Asked[0], path: string): string {
  switch (question) {
    case 'known':
    case 'tracked':
    case 'folder':
    case 'repository':
    case 'converted':
      return String(files[question]);
    case 'names':
      return digest(...[...(files.names?.(path) ?? [])].sort().map((name) => `${name}\n`));
    case 'text':
      return digest(files.text(path) ?? '');
    default:
      return String(files[question](path));
  }
}

function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Anyone may have written the file: what has another shape counts as absent. */
function read(text: string | null): CachedLint | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<CachedLint> | null;
    const whole =
      typeof value?.key === 'string' &&
      typeof value.list?.path === 'string' &&
      typeof value.detected?.preset === 'string' &&
      [value.asked, value.findings, value.exceptions, value.notices, value.list.outline].every(Array.isArray) &&
      value.list.outline.every(({ kind }) => kind === 'section' || kind === 'tier');
    return whole ? (value as CachedLint) : null;
  } catch {
    return null;
  }
}
