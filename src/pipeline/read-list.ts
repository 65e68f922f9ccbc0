import { basename } from 'node:path';
import { hasMarkers } from '../data/markers.js';
import type { Input } from '../fs/inputs.js';
import { decodeText, mustBeInside, readText } from '../fs/read.js';
import { repositoryFiles } from '../fs/repository-files.js';
import { repositoryName } from '../fs/repository-name.js';
import { convertsLineEndings } from '../git/line-endings.js';
import type { ReadStaged } from '../git/staged.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { type Files, noFiles } from '../model/files.js';
import type { List } from '../model/list.js';
import type { RemoteList } from '../model/remote.js';
import type { AnyRule, PresetName } from '../model/rule.js';
import type { FileSettings, Settings } from '../model/settings.js';
import { openReader } from '../parse/incremental.js';
import { detectLanguage } from '../parse/language.js';
import { parse, parseForLinks } from '../parse/parse.js';
import { checkHeap } from '../process/heap-limit.js';
import { loadStyle } from '../remark-lint/bundle.js';
import { type DetectedPreset, detectPreset } from './detect-preset.js';

/** A file that was read, and not yet understood. */
export interface SourceText {
  readonly input: Input;
  readonly text: string;
  readonly files: Files;
}

/** A list that was read, with the files next to it and what applies to it. */
export interface Document extends SourceText {
  readonly list: List;
  readonly settings: FileSettings;
  /** How its entries are written; null where the configuration does not say. */
  readonly entries: EntriesOptions | null;
  /** True for a list that is written from data: its fixes belong into the data. */
  readonly keptAsData: boolean;
  /** Reads a later text of the same file. */
  readonly reread: (text: string) => List;
}

/** Where the texts of lists come from. */
export interface SourceReaders {
  readonly stdin: () => Promise<Uint8Array>;
  readonly fetchRemote: (list: RemoteList) => Promise<string>;
  /** Reads files as the next commit has them; null for the work tree. */
  readonly readStaged?: ReadStaged | null;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder that no symbolic link may lead out of; null for none. */
  readonly confinedTo?: string | null;
}

/** Reads the text of one list. Throws a UserError where it cannot be read. */
export async function readSource(input: Input, readers: SourceReaders): Promise<SourceText> {
  const { stdin, fetchRemote, readStaged, env = process.env, confinedTo = null } = readers;
  if (input.remote !== null) return { input, text: await fetchRemote(input.remote), files: noFiles };
  if (confinedTo !== null && !input.stdin) await mustBeInside(confinedTo, input.file, input.path);
  const bytes = input.stdin ? await stdin() : await readStaged?.(input.file, input.path);
  const text = bytes ? decodeText(bytes, input.path) : await readText(input.file, input.path);
  // Git is called only where it may have written the line endings.
  const converted = bytes === undefined && text.includes('\r\n') && (await convertsLineEndings(input.file, env));
  return { input, text, files: repositoryFiles(input.file, anchorsOf, converted) };
}

/**
 * What a list is read for: once; with later texts to follow, of which only what differs is read again, which costs memory; or once
 * and only to check its links, by rules of our own: what none of them reads is left out, which saves memory (see `parseForLinks`).
 */
export type ReadingPurpose = 'once' | 'rereads' | 'links';

/** Understands the text of a list, or takes it as it was `known`. */
export async function readDocument(
  source: SourceText,
  settings: Settings,
  purpose: ReadingPurpose = 'once',
  known: List | null = null,
): Promise<Document> {
  const { input, text } = source;
  const lang = settings.lang ?? known?.lang ?? (await detectLanguage(text));
  const reads = (applying: FileSettings, what: AnyRule['reads']): boolean =>
    applying.rules.some(({ rule }) => rule.reads === what);
  const presets: readonly PresetName[] =
    settings.preset === null ? ['minimal', 'list', 'awesome', 'roadmap'] : [settings.preset];
  const mayRead = (what: AnyRule['reads']): boolean =>
    presets.some((preset) => reads(settings.rulesFor(input.path, preset), what));
  const forLinks = purpose === 'links' && !mayRead('facts');
  const root = purpose !== 'links' && mayRead('markdown');
  const read = purpose === 'rereads' ? openReader().read : forLinks ? parseForLinks : parse;
  const entries = settings.entriesFor(input.path);
  const list =
    known !== null && entries === null && (!root || known.root !== null)
      ? { ...known, path: input.path, lang }
      : read(text, { path: input.path, lang, root, entries });
  checkHeap();
  const detected =
    settings.preset === null ? detectPreset(list, repositoryNameOf(input), settings.configFile !== null) : null;
  // Only the preset depends on them. Emptied in place: each section leads to its list, so that a copy without them would free nothing.
  if (forLinks) for (const part of [list.blocks, list.items]) (part as unknown[]).length = 0;
  const applying = applyingTo(input.path, settings, detected);
  await loadStyle(applying.rules.map(({ rule }) => String(rule.id)));
  const reread = (next: string): List =>
    read(next, { path: input.path, lang, root: reads(applying, 'markdown'), entries });
  return { ...source, list, settings: applying, entries, keptAsData: isKeptAsData(settings, text), reread };
}

/** True for a list that `source` of the configuration writes. */
export function isKeptAsData({ source }: Pick<Settings, 'source'>, text: string): boolean {
  return source !== null && hasMarkers(text);
}

/** The anchors of a Markdown text. */
export function anchorsOf(text: string): ReadonlySet<string> {
  return new Set(parse(text).anchors.map((anchor) => anchor.id));
}

/** The rules that apply to a list with a preset that is given, or else with the one that was detected. */
export function applyingTo(path: string, settings: Settings, detected: DetectedPreset | null): FileSettings {
  if (settings.preset !== null || detected === null) return settings.rulesFor(path, settings.preset ?? 'list');
  return settings.rulesFor(path, detected.preset, detected.why);
}

/** A document with the preset that fits the list as it was `before`, where there was one: what a change adds does not decide by which rules it is judged. */
export async function asFitted(document: Document, settings: Settings, before: List | null): Promise<Document> {
  if (settings.preset !== null || before === null || before.entries.length === 0) return document;
  const detected = detectPreset(before, repositoryNameOf(document.input), settings.configFile !== null);
  if (detected.why === 'no-list' || detected.preset === document.settings.preset) return document;
  const applying = applyingTo(document.input.path, settings, detected);
  await loadStyle(applying.rules.map(({ rule }) => String(rule.id)));
  return { ...document, settings: applying };
}

/** The repository of a README; null for other files, and where there is none. */
export function repositoryNameOf({ file, path, remote, stdin }: Input): string | null {
  if (remote !== null) return remote.repository.split('/').at(-1) ?? null;
  return stdin || !/^readme\b/i.test(basename(path)) ? null : repositoryName(file);
}
