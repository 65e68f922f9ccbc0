import { createHash } from 'node:crypto';
import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { ReportedList } from '../model/report.js';
import type { PresetName } from '../model/rule.js';
import type { FileSettings, Settings } from '../model/settings.js';

/** What lint said of a text, under which settings, and what it asked of the files around. */
export interface CachedLint {
  readonly key: string;
  readonly preset: PresetName;
  readonly rules: string;
  readonly asked: readonly Asked[];
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  /** The text is not kept twice: the file has it. */
  readonly list: Omit<ReportedList, 'text'>;
}

/** One question that rules asked of the files around, with a digest of the answer. */
type Asked = readonly [
  question: 'known' | 'tracked' | 'folder' | 'repository' | 'kind' | 'nearest' | 'text',
  path: string,
  answer: string,
];

/** Where results are kept; texts by file. Neither throws. */
export interface LintCacheStore {
  read(file: string): Promise<string | null>;
  write(file: string, text: string): Promise<void>;
}

/** A text in a version of the tool: the same key, the same reading. */
export function cacheKey(text: string, version: string, lang: string | null): string {
  return digest(JSON.stringify([version, lang]), text);
}

/** Settings as a text: equal where the same rules would say the same. Null when a rule was brought by the configuration, whose code may change. */
export function rulesSignature({ preset, rules }: FileSettings): string | null {
  if (rules.some((setting) => setting.brought === true)) return null;
  return digest(JSON.stringify([preset, rules.map(({ rule, severity, options }) => [rule.id, severity, options])]));
}

/** What lint said of the same text under the same settings in the same surroundings; null when that is not known for sure. */
export async function loadCached(
  store: LintCacheStore,
  file: string,
  path: string,
  key: string,
  settings: Settings,
  files: Files,
): Promise<CachedLint | null> {
  const known = read(await store.read(file));
  if (known === null || known.key !== key || known.list.path !== path) return null;
  const { preset } = known;
  // A preset that was named says nothing of the one that would be detected.
  if (settings.preset === null && known.list.detected === null) return null;
  const applying = settings.rulesFor(path, settings.preset ?? preset, known.list.detected);
  if (rulesSignature(applying) !== known.rules) return null;
  if (!known.asked.every(([question, of, answer]) => answerTo(files, question, of) === answer)) return null;
  return { ...known, list: { ...known.list, detected: applying.detected } };
}

/** Files that note what they are asked, for `recall` to ask again. */
export function recordReads(files: Files): { readonly files: Files; asked(): readonly Asked[] } {
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
      kind: (path) => {
        note('kind', path);
        return files.kind(path);
      },
      nearest: (path) => {
        note('nearest', path);
        return files.nearest(path);
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
      return String(files[question]);
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

/** Anyone may have written the file: what does not look as it should is not remembered. */
function read(text: string | null): CachedLint | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<CachedLint> | null;
    const whole =
      typeof value?.key === 'string' &&
      typeof value.list?.path === 'string' &&
      [value.asked, value.findings, value.list.outline].every(Array.isArray) &&
      value.list.outline.every(({ kind }) => kind === 'section' || kind === 'tier');
    return whole ? (value as CachedLint) : null;
  } catch {
    return null;
  }
}
