import { resolve } from 'node:path';
import type { BroughtRule, RawRule } from '../config/config-file.js';
import { loadSettings } from '../config/load-settings.js';
import { repositoryFiles } from '../fs/repository-files.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { type Files, noFiles } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { PresetName } from '../model/rule.js';
import type { Verdict } from '../model/verdict.js';
import { type LintedList, lintList } from '../pipeline/lint-list.js';
import { anchorsOf, readDocument } from '../pipeline/read-list.js';
import { settingsRequest } from './options.js';
import { publicFindings } from './public-findings.js';
import { RuleError } from './rule-error.js';

/** Options of `lint`, named as in the configuration. */
export interface LintOptions {
  /** The base set of rules. Default: `roadmap` for a list whose tiers hold more than half of its entries, `awesome` for one that calls itself awesome, `minimal` for a file that does not look like a list, otherwise `list`. */
  readonly preset?: PresetName | undefined;
  /** By rule name: a severity, or `[severity, options]`; they override the preset. */
  readonly rules?: Readonly<Record<string, RawRule>> | undefined;
  /** The format of entries. With it, a list that `parse` returned is read again. */
  readonly entries?: EntriesOptions | undefined;
  /** Your own rules; `rules` turns them on. */
  readonly plugins?: readonly BroughtRule[] | undefined;
  /** BCP 47 tag of the language of the list. Default: detected from the text. */
  readonly lang?: string | undefined;
  /** The path of the file in findings, with forward slashes. Default: that of the list, or `README.md`. */
  readonly path?: string | undefined;
  /** The files next to the list; see `filesAround`. Default: unknown; relative links are not checked. */
  readonly files?: Files | undefined;
  /** Verdicts of its links, as `check` yields them. Without them, rules about verdicts report nothing. */
  readonly verdicts?: Iterable<Verdict> | undefined;
  /** If aborted, the promise rejects with the reason of the signal. A list is linted in one turn of the event loop. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `fix`. */
export interface FixOptions extends LintOptions {
  /** True to also apply the fixes that need review. Default: false. */
  readonly unsafe?: boolean | undefined;
}

/** A text with its fixes applied. */
export interface Fixed {
  /** The new text; the old one if there was nothing to fix. */
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** The remaining findings, by positions in the new text. */
  readonly findings: readonly Finding[];
}

/**
 * Lints one list: a Markdown text, or a list that `parse` returned. It uses no network, no files and no configuration file.
 * Findings are sorted by position, then rule; those that a comment in the list suppresses are left out. Throws a UserError for
 * invalid options, and a RuleError if a rule fails.
 */
export async function lint(source: string | List, options: LintOptions = {}): Promise<readonly Finding[]> {
  const { crashes, ...result } = await lintSource('lint', source, options, null);
  const findings = publicFindings(result.findings);
  if (crashes.length > 0) throw new RuleError(crashes, findings);
  return findings;
}

/**
 * Applies the fixes of `lint` until none are left, and writes no file. A second call changes nothing. Throws the
 * same errors as `lint`.
 */
export async function fix(text: string, options: FixOptions = {}): Promise<Fixed> {
  const { unsafe = false, ...others } = options;
  const { after, applied, crashes, ...result } = await lintSource('fix', text, others, unsafe ? 'unsafe' : 'safe');
  const findings = publicFindings(result.findings);
  if (crashes.length > 0) throw new RuleError(crashes, findings);
  return { text: after, applied, findings };
}

/**
 * The files next to a list on disk, to check relative links and anchors in other files. `path` is relative to the
 * working directory. Files are read when a rule needs them, inside the git work tree or the folder of the list, and never
 * written.
 */
export function filesAround(path: string): Files {
  return repositoryFiles(resolve(path), anchorsOf);
}

async function lintSource(
  caller: string,
  source: string | List,
  options: LintOptions,
  fixLevel: 'safe' | 'unsafe' | null,
): Promise<LintedList> {
  const { files = noFiles, path, signal, verdicts = [], ...rest } = options;
  signal?.throwIfAborted();
  const { rules, settings } = await loadSettings(undefined, settingsRequest(caller, rest));
  const known = typeof source === 'string' ? null : source;
  const text = typeof source === 'string' ? source : source.text;
  const name = path ?? known?.path ?? 'README.md';
  const input = { path: name, file: name, stdin: false, remote: null };
  const document = await readDocument({ input, text, files }, settings, fixLevel === null ? 'once' : 'rereads', known);
  signal?.throwIfAborted();
  const judged = new Map(Array.from(verdicts, (verdict) => [verdict.url, verdict]));
  return lintList(document, null, judged, {
    ...{ command: 'check', rules, fix: fixLevel, baseline: null },
    now: Date.now(),
  });
}
