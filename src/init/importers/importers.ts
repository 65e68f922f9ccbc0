import { awesomeBot } from './awesome-bot.js';
import { awesomeLint } from './awesome-lint.js';
import type { Importer, ImportSource } from './importer.js';
import { lychee } from './lychee.js';
import { markdownLinkCheck } from './markdown-link-check.js';
import { markdownlint } from './markdownlint.js';
import { remark } from './remark.js';

/** Every tool whose settings are taken over; where two disagree, the one that is first counts. */
export const importers: readonly Importer[] = [
  awesomeLint,
  lychee,
  markdownLinkCheck,
  awesomeBot,
  markdownlint,
  remark,
];

/** A file next to the list; null for one that is too large to be settings. */
export interface ImportFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string | null;
}

/** A file of another tool, and what it says. */
export interface ImportResult extends ImportSource {
  readonly tool: string;
  readonly file: string;
}

/** Reads the files of one tool. Runs nothing, and never throws for what they hold. */
export async function importSettings(
  tool: Importer,
  files: readonly ImportFile[],
  rules: ReadonlySet<string>,
): Promise<readonly ImportResult[]> {
  const readings: ImportResult[] = [];
  for (const { path, text } of files) {
    const read =
      text === null
        ? { settings: {}, took: [], left: ['it is too large for a settings file'] }
        : await tool.read(text, path, rules);
    if (read !== null) readings.push({ tool: tool.name, file: path, ...read });
  }
  return readings;
}
