import { findInputs } from './disk/inputs.js';
import { type Document, readDocument } from './document.js';
import type { LinkProgress } from './links/check.js';
import { fixText } from './lint/fix.js';
import { type LintResult, lint } from './lint/lint.js';
import type { List } from './model/list.js';
import type { Report } from './model/report.js';
import type { AnyRule } from './model/rule.js';
import type { Settings } from './model/settings.js';
import type { JudgedLink, Verdict } from './model/verdict.js';
import { parse } from './parse/parse.js';
import { buildReport } from './report/build.js';

/** What a person asks for. */
export interface RunRequest {
  readonly command: 'check' | 'lint' | 'links';
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** Every rule there is, those that are off included. */
  readonly rules: readonly AnyRule[];
  /** `null` leaves the files as they are and mends nothing. */
  readonly fix: 'safe' | 'unsafe' | null;
  readonly stdinFilename: string;
}

/** What a run needs of the world around it. */
export interface RunWorld {
  readonly cwd: string;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly stdin: () => Promise<Uint8Array>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onProgress?: (progress: LinkProgress) => void;
}

/** A file and what fixing makes of it; `after` is the text as it was when nothing is mended. */
export interface RunFile {
  readonly document: Document;
  readonly after: string;
  /** How many fixes were applied. */
  readonly applied: number;
}

/** What came of a run. Nothing was written yet but the ledger. */
export interface RunOutcome {
  readonly report: Report;
  readonly files: readonly RunFile[];
  /** The lists that the report speaks of: as mended. */
  readonly lists: readonly List[];
  /** True when there is no network: links were not checked. */
  readonly offline: boolean;
  /** Sentences about the tool's own troubles, for standard error. */
  readonly notices: readonly string[];
}

/** The rules that speak of links in every command. */
const linkRules = new Set(['no-placeholder', 'url-wellformed', 'relative-target-exists', 'fragment-resolves']);

/** The straight line: files, lists, verdicts, findings, report. */
export async function run(request: RunRequest, world: RunWorld): Promise<RunOutcome> {
  const startedAt = world.now();
  const inputs = await findInputs(request.paths, world.cwd, request.stdinFilename);
  const documents: Document[] = [];
  for (const input of inputs) documents.push(await readDocument(input, request.settings, world.stdin));

  const links = request.command === 'lint' ? null : await checkAll(documents, request.settings, world);
  const verdicts = (document: Document): ReadonlyMap<string, Verdict> =>
    new Map(links === null ? [] : document.list.links.map((link) => [link.url, links.verdictOf(document.list, link)]));

  const results = documents.map((document) => {
    const known = verdicts(document);
    const lintText = (list: List): LintResult => lintList(list, document, known, request);
    const { text } = document.list;
    if (request.fix === null)
      return { document, list: document.list, after: text, applied: 0, ...lintText(document.list) };
    const relint = (next: string) => lintText(parse(next, { path: document.input.path })).findings;
    const fixed = fixText(text, relint, { unsafe: request.fix === 'unsafe' });
    const list = fixed.text === text ? document.list : parse(fixed.text, { path: document.input.path });
    return { document, list, after: fixed.text, applied: fixed.applied, ...lintText(list) };
  });

  const report = buildReport({
    version: world.version,
    command: request.command,
    startedAt,
    durationMs: world.now() - startedAt,
    vantage: request.settings.links.vantage,
    shard: request.settings.links.shard,
    interrupted: world.signal.aborted,
    lists: results.map((result) => result.list),
    findings: results.flatMap((result) => result.findings),
    suppressed: results.reduce((sum, result) => sum + result.suppressed, 0),
    links: links?.rows ?? [],
  });
  const notices = links?.ledgerProblem ? [links.ledgerProblem] : [];
  return {
    report,
    files: results,
    lists: results.map((result) => result.list),
    offline: links?.offline ?? false,
    notices,
  };
}

async function checkAll(documents: readonly Document[], settings: Settings, world: RunWorld) {
  const { checkLinks } = await import('./links/check.js');
  const { signal, now, onProgress } = world;
  return checkLinks(documents, settings.links, { signal, now, ...(onProgress ? { onProgress } : {}) });
}

function lintList(
  list: List,
  document: Document,
  verdicts: ReadonlyMap<string, Verdict>,
  request: RunRequest,
): LintResult {
  const speaking = document.settings.rules.filter(
    ({ rule }) => request.command !== 'links' || rule.reads === 'verdict' || linkRules.has(rule.id),
  );
  const judged = list.links.flatMap((link): JudgedLink[] => {
    const verdict = verdicts.get(link.url);
    return verdict === undefined ? [] : [{ link, verdict }];
  });
  return lint(list, { rules: speaking, files: document.files, judged, known: request.rules.map((rule) => rule.id) });
}
