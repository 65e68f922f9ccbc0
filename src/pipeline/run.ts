import type { Baseline, LintedScope } from '../diff/baseline.js';
import { findInputs, type Input } from '../fs/inputs.js';
import type { Base } from '../git/base.js';
import type { ReadStaged } from '../git/staged.js';
import type { LinkProgress, SessionCache } from '../links/check.js';
import type { LintResult } from '../lint/lint.js';
import type { Finding } from '../model/finding.js';
import type { RemoteList } from '../model/remote.js';
import type { Report, ReportedList, ReportLink } from '../model/report.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { buildReport } from '../report/build.js';
import { plural } from '../text/plural.js';
import { baseState, compares, keepNewFindings } from './compare.js';
import { cacheKey, type LintCacheStore, loadCached, recordReads, rulesSignature } from './lint-cache.js';
import { type FileResult, type RunFile, resultOf } from './lint-list.js';
import { type Document, readDocument, readSource, type SourceText } from './read-list.js';

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
  /** What is compared with: only what differs from it is reported and checked; null for everything. */
  readonly base?: Base | null;
  /** Reads files as the next commit has them; null for the work tree. */
  readonly readStaged?: ReadStaged | null;
  /** Findings that are known and do not count; null for none. */
  readonly baseline?: Baseline | null;
}

/** What a run needs of the world around it. */
export interface RunContext {
  readonly cwd: string;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly stdin: () => Promise<Uint8Array>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onProgress?: (progress: LinkProgress) => void;
  /** Is handed each link once, as soon as its verdict stands. Must not throw. */
  readonly onVerdict?: (link: ReportLink) => void;
  /** Where results of lint are kept between runs; null for nowhere. */
  readonly memory?: LintCacheStore | null;
  /** Verdicts of earlier runs in this process, which are not asked for again. */
  readonly recent?: SessionCache;
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
  /** Every finding, known ones and old ones included; null where nobody asked for a comparison. */
  readonly all: { readonly findings: readonly Finding[]; readonly looked: LintedScope } | null;
}

/** The straight line: files, lists, verdicts, findings, report. */
export async function run(request: RunRequest, world: RunContext): Promise<RunOutcome> {
  const startedAt = world.now();
  const inputs = await findInputs(request.paths, world.cwd, request.stdinFilename);
  const sources: SourceText[] = [];
  const fetchRemote = async (list: RemoteList): Promise<string> =>
    (await import('../links/fetch-readme.js')).fetchReadme(list, request.settings.links, world);
  for (const input of inputs) {
    if (await isInterrupted(world)) break;
    sources.push(await readSource(input, world.stdin, fetchRemote, request.readStaged));
  }

  const checked =
    request.command === 'lint'
      ? { results: await lintAll(sources, request, world), links: null }
      : await checkAll(sources, request, world);
  const { results, links } = checked;
  const narrowed = compares(request)
    ? keepNewFindings(
        results.map(({ compared, findings }) => ({ compared, findings })),
        request,
      )
    : null;

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
    findings: narrowed?.findings ?? results.flatMap((result) => result.findings),
    suppressed: results.reduce((sum, result) => sum + result.suppressed, 0),
    links: links?.rows ?? [],
  });
  return {
    report,
    files: results,
    lists,
    offline: links?.offline ?? false,
    crashes: results.flatMap((result) => result.crashes),
    notices: [
      ...(links?.ledgerProblem ? [links.ledgerProblem] : []),
      ...cappedIn(links?.rows ?? []),
      ...results.flatMap((result) => result.notices),
      ...(narrowed?.notices ?? []),
    ],
    all: narrowed?.all ?? null,
  };
}

/** What a pull request brought and nobody asked for, in a sentence. */
function cappedIn(rows: readonly ReportLink[]): readonly string[] {
  const capped = rows.filter(({ reason }) => reason === 'capped').length;
  if (capped === 0) return [];
  return [
    `${plural(capped, 'new link was', 'new links were')} not checked: a pull request may bring only so many (\`caps\` in the configuration); the next check of the whole list asks for them`,
  ];
}

/** Lints file after file, so that only one list is held at a time; what an earlier run said of the same text is said again. */
async function lintAll(sources: readonly SourceText[], request: RunRequest, world: RunContext): Promise<FileResult[]> {
  const results: FileResult[] = [];
  const memory = request.fix === null && !compares(request) ? (world.memory ?? null) : null;
  for (const source of sources) {
    if (await isInterrupted(world)) break;
    const { input, text } = source;
    const settings = await settingsOf(input, request);
    const key = memory === null ? '' : cacheKey(text, world.version, settings.lang);
    const known = memory && (await loadCached(memory, input.file, input.path, key, settings, source.files));
    if (known) {
      const list = { ...known.list, text };
      results.push({
        input,
        before: text,
        after: text,
        applied: 0,
        crashes: [],
        notices: [],
        compared: null,
        ...known,
        list,
      });
      continue;
    }
    const notes = recordReads(source.files);
    const document = await readDocument({ ...source, files: notes.files }, settings, readsAgain(request));
    const result = resultOf(document, await baseState(document, request.base), new Map(), request);
    results.push(result);
    const rules = memory && rulesSignature(document.settings);
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

async function checkAll(sources: readonly SourceText[], request: RunRequest, world: RunContext) {
  const documents: Document[] = [];
  for (const source of sources) {
    if (await isInterrupted(world)) break;
    documents.push(await readDocument(source, await settingsOf(source.input, request), readsAgain(request)));
  }
  const { checkLinks } = await import('../links/check.js');
  const { signal, now, onProgress, onVerdict, recent } = world;
  const told = { ...(onProgress ? { onProgress } : {}), ...(onVerdict ? { onVerdict } : {}) };
  const context = { signal, now, ...told, ...(recent ? { recent } : {}) };
  const settings = { ...request.settings.links, upgrade: request.fix !== null };
  const befores = await Promise.all(documents.map((document) => baseState(document, request.base)));
  const jobs = documents.map(({ list, files }, index) => ({
    list,
    files,
    only: befores[index]?.changes.links ?? null,
  }));
  const links = await checkLinks(jobs, settings, context);
  const results = documents.map((document, index) => {
    const { list } = document;
    const verdicts = new Map(list.links.map((link) => [link.url, links.verdictOf(list, link)]));
    return resultOf(document, befores[index] ?? null, verdicts, request);
  });
  return { results, links };
}

/** Lets a signal come that waits while lists are read, which takes long turns; what was read until then is reported. */
async function isInterrupted({ signal }: RunContext): Promise<boolean> {
  await new Promise(setImmediate);
  return signal.aborted;
}

/** True where a file is read as it was, or as it becomes, too. */
function readsAgain({ fix, base }: RunRequest): boolean {
  return fix !== null || (base ?? null) !== null;
}

function settingsOf(input: Input, request: RunRequest): Promise<Settings> {
  return request.settingsOf?.(input) ?? Promise.resolve(request.settings);
}
