import { findInputs, type Input } from './disk/inputs.js';
import { type Document, readDocument, readSource, type Source } from './document.js';
import type { LinkProgress } from './links/check.js';
import { fixText } from './lint/fix.js';
import { type LintResult, lint } from './lint/lint.js';
import { keyOf, type MemoryStore, noting, recall, signatureOf } from './memory.js';
import type { List } from './model/list.js';
import { standsApart } from './model/local.js';
import type { RemoteList } from './model/remote.js';
import type { Report, ReportedList } from './model/report.js';
import type { AnyRule } from './model/rule.js';
import type { Settings } from './model/settings.js';
import type { JudgedLink, Verdict } from './model/verdict.js';
import { buildReport } from './report/build.js';
import { outlineOf } from './report/outline.js';

/** What a person asks for. */
export interface RunRequest {
  readonly command: 'check' | 'lint' | 'links';
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** The settings of one file, where they may differ: a configuration counts for the lists below its folder. */
  readonly settingsOf?: (input: Input) => Promise<Settings>;
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
  /** Where results of lint are kept between runs; null for nowhere. */
  readonly memory?: MemoryStore | null;
}

/** A file and what fixing makes of it; `after` is the text as it was when nothing is mended. */
export interface RunFile {
  readonly input: Input;
  readonly before: string;
  readonly after: string;
  /** How many fixes were applied. */
  readonly applied: number;
}

/** What came of a run. Nothing was written yet but the ledger and the memory. */
export interface RunOutcome {
  readonly report: Report;
  readonly files: readonly RunFile[];
  /** The lists that the report speaks of: as mended. */
  readonly lists: readonly ReportedList[];
  /** True when there is no network: links were not checked. */
  readonly offline: boolean;
  /** Rules that threw or took too long. */
  readonly crashes: LintResult['crashes'];
  /** Sentences about the tool's own troubles, for standard error. */
  readonly notices: readonly string[];
}

/** What lint has to say of one file in the end. */
interface FileResult extends RunFile, LintResult {
  readonly list: ReportedList;
  readonly notices: readonly string[];
}

/** The rules that speak of links in every command. */
const linkRules = new Set(['no-placeholder', 'url-wellformed', 'relative-target-exists', 'fragment-resolves']);

/** The straight line: files, lists, verdicts, findings, report. */
export async function run(request: RunRequest, world: RunWorld): Promise<RunOutcome> {
  const startedAt = world.now();
  const inputs = await findInputs(request.paths, world.cwd, request.stdinFilename);
  const sources: Source[] = [];
  const fetchRemote = async (list: RemoteList): Promise<string> =>
    (await import('./links/readme.js')).fetchReadme(list, request.settings.links, world);
  for (const input of inputs) sources.push(await readSource(input, world.stdin, fetchRemote));

  const checked =
    request.command === 'lint'
      ? { results: await lintAll(sources, request, world), links: null }
      : await checkAll(sources, request, world);
  const { results, links } = checked;

  const lists = results.map((result) => result.list);
  const report = buildReport({
    version: world.version,
    command: request.command,
    startedAt,
    durationMs: world.now() - startedAt,
    vantage: request.settings.links.vantage,
    shard: request.settings.links.shard,
    interrupted: world.signal.aborted,
    lists,
    findings: results.flatMap((result) => result.findings),
    suppressed: results.reduce((sum, result) => sum + result.suppressed, 0),
    links: links?.rows ?? [],
  });
  return {
    report,
    files: results,
    lists,
    offline: links?.offline ?? false,
    crashes: results.flatMap((result) => result.crashes),
    notices: [...(links?.ledgerProblem ? [links.ledgerProblem] : []), ...results.flatMap((result) => result.notices)],
  };
}

/** Lints file after file, so that only one list is held at a time; what an earlier run said of the same text is said again. */
async function lintAll(sources: readonly Source[], request: RunRequest, world: RunWorld): Promise<FileResult[]> {
  const results: FileResult[] = [];
  const memory = request.fix === null ? (world.memory ?? null) : null;
  for (const source of sources) {
    const { input, text } = source;
    const settings = await settingsOf(input, request);
    const key = memory === null ? '' : keyOf(text, world.version, settings.lang);
    const known = memory && (await recall(memory, input.file, input.path, key, settings, source.files));
    if (known) {
      const list = { ...known.list, text };
      results.push({ input, before: text, after: text, applied: 0, crashes: [], notices: [], ...known, list });
      continue;
    }
    const notes = noting(source.files);
    const document = await readDocument({ ...source, files: notes.files }, settings);
    const result = resultOf(document, new Map(), request);
    results.push(result);
    const rules = memory && signatureOf(document.settings);
    if (!memory || !rules || result.crashes.length > 0) continue;
    const { text: _, ...list } = result.list;
    const { findings, suppressed } = result;
    const { preset } = document.settings;
    await memory.write(
      input.file,
      JSON.stringify({ key, preset, rules, asked: notes.asked(), findings, suppressed, list }),
    );
  }
  return results;
}

async function checkAll(sources: readonly Source[], request: RunRequest, world: RunWorld) {
  const documents: Document[] = [];
  for (const source of sources) {
    documents.push(await readDocument(source, await settingsOf(source.input, request)));
  }
  const { checkLinks } = await import('./links/check.js');
  const { signal, now, onProgress } = world;
  const context = { signal, now, ...(onProgress ? { onProgress } : {}) };
  const settings = { ...request.settings.links, upgrade: request.fix !== null };
  const links = await checkLinks(documents, settings, context);
  const results = documents.map((document) => {
    const { list } = document;
    return resultOf(document, new Map(list.links.map((link) => [link.url, links.verdictOf(list, link)])), request);
  });
  return { results, links };
}

function settingsOf(input: Input, request: RunRequest): Promise<Settings> {
  return request.settingsOf?.(input) ?? Promise.resolve(request.settings);
}

/** Lints a document, mends it where that is wanted, and says what is left. */
function resultOf(document: Document, verdicts: ReadonlyMap<string, Verdict>, request: RunRequest): FileResult {
  const { input, text, reread } = document;
  const { preset, told } = document.settings;
  const lintText = (list: List): LintResult => lintList(list, document, verdicts, request);
  const said = lintText(document.list);
  const asRead = {
    input,
    before: text,
    after: text,
    applied: 0,
    list: outlineOf(document.list, preset, told),
    notices: noticesOf(document),
    ...said,
  };
  if (request.fix === null) return asRead;
  const relint = (next: string) => (next === text ? said : lintText(reread(next))).findings;
  const fixed = fixText(text, relint, { unsafe: request.fix === 'unsafe' });
  if (fixed.text === text) return asRead;
  const list = reread(fixed.text);
  const left = lintText(list);
  return { ...asRead, after: fixed.text, applied: fixed.applied, list: outlineOf(list, preset, told), ...left };
}

/** What could not be judged, in sentences. */
function noticesOf({ list, files, input }: Document): readonly string[] {
  if (!standsApart(list, files)) return [];
  return [
    `${input.path}: its relative links were not judged, since none of their files are here; check it in its repository`,
  ];
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
