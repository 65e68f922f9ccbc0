import { builtinRules } from '../config/builtin-rules.js';
import type { Baseline } from '../diff/baseline.js';
import { findInputs, type Input } from '../fs/inputs.js';
import type { Base } from '../git/base.js';
import type { ReadStaged } from '../git/staged.js';
import type { LinkOutcome, LinkProgress, SessionCache } from '../links/check.js';
import type { LintResult } from '../lint/lint.js';
import type { UserError } from '../model/errors.js';
import type { RemoteList } from '../model/remote.js';
import type { Report, ReportedList, ReportLink } from '../model/report.js';
import type { AnyRule } from '../model/rule.js';
import type { LinkSettings, Settings } from '../model/settings.js';
import { checkHeap } from '../process/heap-limit.js';
import { buildReport } from '../report/build.js';
import type { OpenedBases } from './base-state.js';
import { lintWritable } from './fix-data.js';
import { cacheFor, type LintCache, type LintCacheStore, lintCached } from './lint-cache.js';
import {
  type BaseStates,
  comparedRows,
  type FixedFile,
  type LintedList,
  type LintPlan,
  lintList,
  type ReadBases,
} from './lint-list.js';
import { placeInData } from './place-in-data.js';
import type { PolicyContext, PolicyOutcome } from './policy.js';
import { asFitted, type Document, readDocument, readSource, type SourceReaders, type SourceText } from './read-list.js';
import { needsOf, prefetchCrashes, rulesOff } from './rule-needs.js';
import { runExceptions } from './run-exceptions.js';
import { runNotices, saturatedIn } from './run-notices.js';
import { isInterrupted, unlessFailed } from './tasks.js';

/** What a person asks for. */
export interface RunRequest {
  readonly command: 'check' | 'lint' | 'links';
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** The settings of one file, where they may differ: a configuration counts for the lists below its folder. */
  readonly settingsOf?: (input: Input) => Promise<Settings>;
  /** Every rule there is, those that are off included. */
  readonly rules: readonly AnyRule[];
  /** `null` leaves the files unchanged and fixes nothing. */
  readonly fix: 'safe' | 'unsafe' | null;
  /** True where the fixed texts are written afterwards: a list that cannot be written is then not fixed. Default: false. */
  readonly writes?: boolean;
  readonly stdinFilename: string;
  /** What is compared with: only what differs from it is reported and checked; null for everything. */
  readonly base?: Base | null;
  /** In a pull request, its base: what its comments may silence, that of the base says; null elsewhere. */
  readonly granting?: Base | null;
  /** Where a pull request is read from; null where none is, or nothing is demanded of it. */
  readonly policy?: PolicyContext | null;
  /** Reads files as the next commit has them; null for the work tree. */
  readonly readStaged?: ReadStaged | null;
  /** Findings that are known and do not count; null for none. */
  readonly baseline?: Baseline | null;
  /** The folder that no list may lead out of by a symbolic link; null for none. */
  readonly confinedTo?: string | null;
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
  /** Is handed each link once, as soon as its verdict is final. Must not throw. */
  readonly onVerdict?: (link: ReportLink) => void;
  /** Where results of lint are kept between runs; null for nowhere. */
  readonly memory?: LintCacheStore | null;
  /** Verdicts of earlier runs in this process, which are not asked for again. */
  readonly recent?: SessionCache;
  /** Milliseconds: only verdicts of the ledger count, those that are so young; nothing is requested. */
  readonly recall?: number;
}

/** What came of a run. Nothing was written yet but the ledger and the memory. */
export interface RunOutcome {
  readonly report: Report;
  readonly files: readonly FixedFile[];
  /** The lists of the report, after fixes. */
  readonly lists: readonly ReportedList[];
  /** True when there is no network: links were not checked. */
  readonly offline: boolean;
  /** Rules that threw or took too long. */
  readonly crashes: LintResult['crashes'];
  /** Lists that could not be read, and a named ledger that could not be saved; all else is in the report. */
  readonly failures: readonly UserError[];
  /** Sentences about the tool's own troubles, for standard error. */
  readonly notices: readonly string[];
  /** Every finding, known ones and old ones included, as a baseline holds them; null without a comparison. */
  readonly all: ReturnType<typeof comparedRows>;
}

/** Reads lists, checks their links, lints and fixes them, and reports. */
export async function run(request: RunRequest, context: RunContext): Promise<RunOutcome> {
  const startedAt = context.now();
  const { command, rules, fix, base = null, granting = null, baseline = null, settings } = request;
  const settingsOf = request.settingsOf ?? (() => Promise.resolve(settings));
  const failures: UserError[] = [];
  const plan: WritingPlan = { command, rules, fix, baseline, now: startedAt, writes: request.writes ?? false };
  const readers = readersOf(request, context);

  const sources = await readSources(request.paths, request.stdinFilename, readers, context, failures);
  // What is read again is read only where it differs; that costs memory, and is not free for what is read once.
  const isCompared = base !== null || granting !== null;
  const rereads = fix !== null || isCompared;
  // Most runs compare with nothing, and need not load what compares.
  const { prune, refresh } = settings;
  const bases = isCompared ? await (await import('./base-state.js')).openBases(base, granting) : uncompared;
  const { statesOf } = bases;
  const { signal, cwd } = context;
  const reading = { settingsOf, rereads, statesOf, failures, signal, prune, refresh, cwd };
  const { linted, links } =
    command === 'lint'
      ? {
          linted: await lintEach(sources, reading, plan, cacheFor(plan, isCompared, context)),
          links: null,
        }
      : await checkAndLint(sources, reading, plan, { ...settings.links, upgrade: fix !== null }, context);

  if (links?.ledgerFailure) failures.push(links.ledgerFailure);
  failures.push(...saturatedIn(links?.rows ?? []));
  const [failure] = failures;
  if (linted.length === 0 && failure !== undefined && !context.signal.aborted) throw failure;
  const policy = await policyOf(request, linted, context, failures);
  const placing = { settingsOf, cwd };
  const placed = await placeInData(linted, policy?.findings ?? [], links?.rows ?? [], placing);
  const report = buildReport({
    ...{ version: context.version, command, startedAt, durationMs: context.now() - startedAt },
    ...{ vantage: settings.links.vantage, shard: settings.links.shard, interrupted: context.signal.aborted },
    off: command === 'lint' ? [] : await rulesOff(linted, rules, settingsOf),
    lists: linted.map(({ list }) => list),
    findings: placed.findings,
    suppressed: linted.reduce((sum, { suppressed }) => sum + suppressed, 0),
    links: placed.links,
    exceptions: await runExceptions(links, linted, policy, settings, { cwd: context.cwd, now: startedAt }),
    pullRequest: policy?.report ?? null,
  });
  return {
    report,
    files: linted,
    lists: [...linted.map(({ list }) => list), ...placed.files],
    offline: links?.offline ?? false,
    crashes: [...prefetchCrashes(links, linted), ...linted.flatMap(({ crashes }) => crashes)],
    failures,
    notices: [...bases.notices, ...runNotices(report, links, linted), ...placed.notices],
    all: comparedRows(linted, plan),
  };
}

/** Reads the texts of all lists; a list that cannot be read is added to `failures`. */
async function readSources(
  paths: readonly string[],
  stdinFilename: string,
  readers: SourceReaders,
  { cwd, signal }: RunContext,
  failures: UserError[],
): Promise<readonly SourceText[]> {
  const sources: SourceText[] = [];
  for (const input of await findInputs(paths, cwd, stdinFilename, (missing) => failures.push(missing))) {
    if (await isInterrupted(signal)) break;
    const source = await unlessFailed(failures, () => readSource(input, readers));
    if (source !== null) sources.push(source);
  }
  return sources;
}

const uncompared: OpenedBases = { statesOf: async () => ({ base: null, granted: null }), notices: [] };

/** A plan, and whether the fixed texts are written over the lists afterwards. */
type WritingPlan = LintPlan & { readonly writes: boolean };

/** How lists are read and understood, whichever it is. */
interface Reading {
  readonly settingsOf: (input: Input) => Promise<Settings>;
  /** True where texts are read again, after fixes or as they were at the base. */
  readonly rereads: boolean;
  /** Reads what a list was. */
  readonly statesOf: ReadBases;
  /** Lists that cannot be read. */
  readonly failures: UserError[];
  readonly signal: AbortSignal;
  readonly prune: Settings['prune'];
  /** The folder that paths of data count from. */
  readonly cwd: string;
  readonly refresh: Settings['refresh'];
}

/** Lints list after list, so that the tree of only one is held at a time. */
async function lintEach(
  sources: readonly SourceText[],
  reading: Reading,
  plan: WritingPlan,
  cache: LintCache | null,
): Promise<readonly LintedList[]> {
  const linted: LintedList[] = [];
  for (const source of sources) {
    if (await isInterrupted(reading.signal)) break;
    const one = await unlessFailed(reading.failures, async () => {
      const settings = await reading.settingsOf(source.input);
      const lintSource = async (read: SourceText) => {
        const head = await readDocument(read, settings, reading.rereads ? 'rereads' : 'once');
        const states = await reading.statesOf(head);
        const document = await asFitted(head, settings, (states.granted ?? states.base)?.list ?? null);
        const lintWith = (one: Document, how: LintPlan) => lintList(one, states.base, new Map(), how, states.granted);
        return { document, linted: await lintWritable(document, plan, lintWith, settings, reading) };
      };
      return cache === null
        ? (await lintSource(source)).linted
        : lintCached(source, settings, plan.rules, cache, lintSource);
    });
    if (one !== null) linted.push(one);
  }
  return linted;
}

/** Reads all lists, checks their links together, and lints them with the verdicts. */
async function checkAndLint(
  sources: readonly SourceText[],
  reading: Reading,
  plan: WritingPlan,
  settings: LinkSettings,
  { signal, now, onProgress, onVerdict, recent, recall }: RunContext,
): Promise<{ readonly linted: readonly LintedList[]; readonly links: LinkOutcome }> {
  const lists: (BaseStates & { readonly document: Document })[] = [];
  const purpose = reading.rereads ? 'rereads' : readsLinksOnly(plan) ? 'links' : 'once';
  for (const source of sources) {
    if (await isInterrupted(signal)) break;
    const one = await unlessFailed(reading.failures, async () => {
      const settings = await reading.settingsOf(source.input);
      const head = await readDocument(source, settings, purpose);
      const states = await reading.statesOf(head);
      return { document: await asFitted(head, settings, (states.granted ?? states.base)?.list ?? null), ...states };
    });
    if (one !== null) lists.push(one);
  }
  checkHeap();
  const { checkLinks } = await import('../links/check.js');
  const each = lists.map(({ document }) => document.settings);
  const jobs = lists.map(({ document: { list, files }, base }) => ({ list, files, only: base?.changes.links ?? null }));
  const links = await checkLinks(jobs, settings, {
    ...{ signal, now },
    ...needsOf(each, reading),
    ...(onProgress ? { onProgress } : {}),
    ...(onVerdict ? { onVerdict } : {}),
    ...(recent ? { recent } : {}),
    ...(recall === undefined ? {} : { recall }),
  });
  checkHeap();
  const linted: LintedList[] = [];
  for (const { document, base, granted } of lists) {
    const verdicts = links.verdictsOf(document.list);
    const judged = { ...plan, now: now(), prefetched: links.prefetched.values };
    const lintWith = (one: Document, how: LintPlan) => lintList(one, base, verdicts, how, granted);
    const own = await reading.settingsOf(document.input);
    linted.push(await lintWritable(document, judged, lintWith, own, reading));
  }
  if (recall === undefined && plan.baseline === null && lists.every(({ base }) => base === null)) {
    const { recordStreaks } = await import('./streaks.js');
    await recordStreaks(linted, each, links, settings, reading.prune, now);
  }
  return { linted, links };
}

/** Compares the pull request with what the list demands; null where it is not asked for. */
async function policyOf(
  { command, settings, policy = null }: RunRequest,
  linted: readonly LintedList[],
  { now, signal }: RunContext,
  failures: readonly UserError[],
): Promise<PolicyOutcome | null> {
  if (policy === null || settings.pullRequest === null || command === 'links') return null;
  const { runPolicy } = await import('./policy.js');
  const lists = linted.map(({ input, change }) => ({ file: input.file, change }));
  const isPartial = failures.length > 0 || signal.aborted;
  return runPolicy(settings.pullRequest, lists, settings.exceptions, policy, now, isPartial);
}

/** True where nothing but verdicts is reported, by rules of our own. */
function readsLinksOnly({ command, rules }: LintPlan): boolean {
  return command === 'links' && rules.every((rule) => rule.reads !== 'verdict' || builtinRules.includes(rule));
}

function readersOf({ settings, readStaged, confinedTo = null }: RunRequest, context: RunContext): SourceReaders {
  const fetchRemote = async (list: RemoteList): Promise<string> =>
    (await import('../links/fetch-readme.js')).fetchReadme(list, settings.links, context);
  return { stdin: context.stdin, fetchRemote, readStaged: readStaged ?? null, confinedTo };
}
