import { UserError } from '../model/errors.js';
import type { ListedException } from '../model/exception.js';
import type { Link, List } from '../model/list.js';
import type { ReportLink } from '../model/report.js';
import type { LinkSettings } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { checkHeap } from '../process/heap-limit.js';
import { withPatterns } from '../text/regex-timeout.js';
import { checkStatic, verdictOf } from './check-static.js';
import type { CheckContext } from './context.js';
import { createVerdictEmitter, reported } from './emit-verdicts.js';
import { createExceptions, type Exceptions } from './exceptions.js';
import type { Ledger } from './ledger/ledger.js';
import type { PrefetchOutcome } from './prefetch.js';
import { cacheVerdicts, withinBudget, withoutCached } from './session-cache.js';
import {
  inBestOrder,
  inShard,
  type LinkJob,
  readTargets,
  rowKey,
  rowsOfLists,
  type Target,
  type UrlRow,
} from './targets.js';

export type { CheckContext, LinkProgress, SessionCache } from './context.js';
export type { LinkJob } from './targets.js';

/** What is known of every link. */
export interface LinkOutcome {
  /** By URL, in code unit order. */
  readonly rows: readonly ReportLink[];
  /** The verdicts of the links of one of the lists, by URL as written. */
  verdictsOf(list: List): ReadonlyMap<string, Verdict>;
  /** True when there is no network at all; then every web link is skipped. */
  readonly offline: boolean;
  readonly interrupted: boolean;
  /** A sentence about the ledger's own trouble; null when there is none. */
  readonly ledgerProblem: string | null;
  /** Why a ledger that was named could not be saved; null where it was, or where no one asked for it. */
  readonly ledgerFailure: UserError | null;
  /** A sentence for each entry of `exclude` and `accept` that has expired or is no longer needed. */
  readonly exceptionNotices: readonly string[];
  /** The entries of `exclude` and `accept` with what became of them. */
  readonly exceptions: readonly ListedException[];
  /** A sentence for each group of things whose facts a rule reads and no service gave; empty where no rule reads facts. */
  readonly factNotices: readonly string[];
  /** What plugins read about links. */
  readonly prefetched: PrefetchOutcome;
}

/** Checks the links of some lists. No link can make it throw; a wrong setting gives a UserError. */
export async function checkLinks(
  jobs: readonly LinkJob[],
  settings: LinkSettings,
  world: CheckContext,
): Promise<LinkOutcome> {
  const now = world.now ?? Date.now;
  const rows = rowsOfLists(jobs);
  const verdicts = new Map<UrlRow, Verdict>();
  const open: UrlRow[] = [];
  checkHeap();
  const { ledger, problem } = await ledgerOf(settings, now, rows.values(), world.recall !== undefined);
  const isChange = jobs.some(({ only }) => (only ?? null) !== null);
  const exceptions = createExceptions(settings, [...rows.values()], ledger, now(), !isChange);
  const excluded = excludedBy(settings, [...rows.values()], exceptions);
  for (const row of rows.values()) {
    const verdict = checkStatic(row.link, row.job.list, row.job.files) ?? setAside(row, settings, excluded.has(row));
    if (verdict === null) open.push(row);
    else verdicts.set(row, verdict);
  }
  checkHeap();
  const { shard } = settings;
  const inReport = [...rows.values()].filter(
    ({ url }) => shard === null || inShard(URL.canParse(url) ? new URL(url).hostname : url, shard),
  );
  const telling = createVerdictEmitter(inReport, verdicts, world);
  const fitting =
    settings.caps === null || !isChange
      ? readTargets(open)
      : (await import('./pull-request-caps.js')).withinCaps(readTargets(open), settings.caps, verdicts);
  const all = inBestOrder(fitting).filter((target) => inShard(target.host, settings.shard));
  const targets = withoutCached(all, verdicts, world.recent);
  const unremembered = await withoutRemembered(targets, verdicts, settings, world, ledger, exceptions);
  const unknown =
    ledger === null ? unremembered : inBestOrder(unremembered, (url) => ledger.find(url)?.durationMs ?? null);
  const asked = world.recall === undefined ? withinBudget(unknown, verdicts, world.recent) : [];
  telling.tellAll();
  const offline =
    asked.length > 0 &&
    !(await (
      await import('./check-targets.js')
    ).checkTargets(asked, verdicts, settings, world, ledger, telling, exceptions));

  if (world.recent !== undefined && !offline) cacheVerdicts(targets, verdicts, world.recent, world.signal.aborted);
  for (const row of inReport) if (!verdicts.has(row)) verdicts.set(row, unsettled(row));
  if (offline) for (const target of asked) for (const row of target.rows) verdicts.set(row, withoutNetwork(row));
  telling.tellAll();
  const prefetches = offline || world.recall !== undefined ? [] : (world.prefetches ?? []);
  const checked =
    prefetches.length === 0 ? [] : all.filter(({ rows: own }) => own.some((row) => isChecked(verdicts.get(row))));
  const prefetched: PrefetchOutcome =
    checked.length === 0
      ? { values: new Map(), failures: [] }
      : await (await import('./prefetch.js')).prefetchFor(prefetches, checked, settings, world, ledger);
  const failure = offline ? ((await ledger?.discard()) ?? null) : await saveOf(ledger);
  const ledgerFailure = failure !== null && settings.ledgerNamed === true ? failure : null;
  checkHeap();
  const report = inReport.map((row): ReportLink => {
    const verdict = verdicts.get(row) ?? unsettled(row);
    const link = reported(row, verdict, world.replacedNotes);
    // A row of the report says all that its verdict does: of very many links one of the two is enough.
    if (link.notes === verdict.notes) verdicts.set(row, link);
    return link;
  });
  return {
    rows: report.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0)),
    verdictsOf(list) {
      const job = jobs.find((each) => each.list === list);
      const found = new Map<string, Verdict>();
      for (const link of list.links) {
        const row = job === undefined ? undefined : rows.get(rowKey(list, job.files, link));
        found.set(link.url, (row && verdicts.get(row)) ?? notInRun(link));
      }
      return found;
    },
    offline,
    interrupted: world.signal.aborted,
    ledgerProblem: failure === null || ledgerFailure !== null ? problem : failure.message,
    ledgerFailure,
    exceptionNotices: exceptions.notices(),
    exceptions: exceptions.rows(),
    prefetched,
    factNotices:
      world.facts === undefined || world.recall !== undefined || offline
        ? []
        : (await import('./needed-facts.js')).missingFacts(report, settings),
  };
}

/** Opens the ledger; one that was not named and that cannot be kept is not a reason to stop. */
async function ledgerOf(
  { ledger: path, ledgerNamed, maxAge }: LinkSettings,
  now: () => number,
  rows: Iterable<UrlRow>,
  readOnly: boolean,
): Promise<{ readonly ledger: Ledger | null; readonly problem: string | null }> {
  if (path === null) return { ledger: null, problem: null };
  const wanted = new Set(readTargets(rows).map(({ url }) => url));
  const { openLedger } = await import('./ledger/ledger.js');
  try {
    const ledger = await openLedger(path, { now, wanted, maxAge, isCached: !ledgerNamed, readOnly });
    return { ledger, problem: ledger.problem };
  } catch (error) {
    if (ledgerNamed || !(error instanceof UserError)) throw error;
    return { ledger: null, problem: notRemembered(error) };
  }
}

const notRemembered = ({ message }: UserError): string => `${message}; results are reported but not stored`;

/** Saves a ledger; the error where it could not be: what was found is reported all the same. */
async function saveOf(ledger: Ledger | null): Promise<UserError | null> {
  try {
    await ledger?.save();
    return null;
  } catch (error) {
    if (error instanceof UserError) return new UserError(notRemembered(error));
    throw error;
  }
}

/** Fills in what the ledger still vouches for; gives the targets that must be asked. */
async function withoutRemembered(
  targets: readonly Target[],
  verdicts: Map<UrlRow, Verdict>,
  settings: LinkSettings,
  world: CheckContext,
  ledger: Ledger | null,
  exceptions: Exceptions,
): Promise<readonly Target[]> {
  if (ledger === null) return targets;
  const { fromLedger } = await import('./verdict.js');
  const now = world.now ?? Date.now;
  const lacksFacts =
    world.facts === undefined || world.recall !== undefined
      ? null
      : (await import('./needed-facts.js')).factsToRead(world.facts, settings, ledger, now);
  return targets.filter((target) => {
    if (lacksFacts?.(target)) return true;
    const settled = fromLedger(target, { clock: { now }, ledger, settings }, world.recall ?? null);
    for (const [row, verdict] of settled ?? []) verdicts.set(row, exceptions.apply(row, verdict));
    return settled === null;
  });
}

/** The rows that `include` and `exclude` take out. */
function excludedBy(
  { include, exclude }: LinkSettings,
  rows: readonly UrlRow[],
  exceptions: Exceptions,
): ReadonlySet<UrlRow> {
  if (include.length === 0 && exclude.length === 0) return exceptions.excluded;
  return withPatterns('include and exclude', (test) => {
    const out = rows.filter((row) => {
      const { url } = row;
      if (include.some((pattern) => test(pattern, url))) return false;
      if (exceptions.excluded.has(row)) return true;
      return (exclude.length === 0 && include.length > 0) || exclude.some((pattern) => test(pattern, url));
    });
    return new Set(out);
  });
}

/** What the settings take out. */
function setAside(row: UrlRow, settings: LinkSettings, excluded: boolean): Verdict | null {
  const { url } = row;
  if (!URL.canParse(url))
    return verdictOf({ url, verdict: 'skipped', reason: 'invalid-url', evidence: [{ kind: 'unreadable-url' }] });
  if (settings.offline)
    return verdictOf({ url, verdict: 'skipped', reason: 'offline', evidence: [{ kind: 'offline-option' }] });
  if (/^https?:\/\/[^/?#]*\.onion(?=[:/?#]|$)/i.test(url))
    return verdictOf({ url, verdict: 'skipped', reason: 'scheme', evidence: [{ kind: 'onion' }] });
  return excluded ? verdictOf({ url, verdict: 'skipped', reason: 'excluded', evidence: [{ kind: 'excluded' }] }) : null;
}

/** True for a link that was requested, now or by an earlier run. */
function isChecked(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && verdict.verdict !== 'skipped';
}

function notInRun({ url }: Link): Verdict {
  return verdictOf({ url, verdict: 'skipped', reason: 'excluded', evidence: [{ kind: 'not-in-run' }] });
}

function unsettled({ url }: UrlRow): Verdict {
  return verdictOf({
    url,
    verdict: 'skipped',
    reason: 'interrupted',
    evidence: [{ kind: 'interrupted' }],
  });
}

function withoutNetwork({ url }: UrlRow): Verdict {
  return verdictOf({
    url,
    verdict: 'skipped',
    reason: 'offline',
    evidence: [{ kind: 'no-network' }],
  });
}
