import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { Link, List } from '../model/list.js';
import type { ReportLink } from '../model/report.js';
import type { LinkSettings } from '../model/settings.js';
import { type Verdict, type VerdictName, verdictNames } from '../model/verdict.js';
import { openOutlet } from './dispatcher.js';
import { type Gate, gateName, openGate } from './gate.js';
import type { Ledger } from './ledger.js';
import { startNames } from './names.js';
import { judgeOffline, verdictOf } from './offline.js';
import { startReach } from './reach.js';
import { settleTarget } from './settle.js';
import {
  inBestOrder,
  inShard,
  type LinkJob,
  queuesOf,
  type Row,
  readRows,
  readTargets,
  rowKey,
  type Target,
} from './target.js';

export type { LinkJob } from './target.js';

/** What checking needs of the world. */
export interface LinkWorld {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly onProgress?: (progress: LinkProgress) => void;
}

/** How far it has come. */
export interface LinkProgress {
  readonly total: number;
  readonly done: number;
  readonly counts: Readonly<Record<VerdictName, number>>;
  /** Hosts that asked to be left alone, until when (epoch milliseconds). */
  readonly waits: readonly { readonly host: string; readonly until: number }[];
}

/** What is known of every link. */
export interface LinkOutcome {
  /** By URL, in code unit order. */
  readonly rows: readonly ReportLink[];
  /** The verdict of a link of one of the lists. */
  verdictOf(list: List, link: Link): Verdict;
  /** True when there is no network at all; then every web link is skipped. */
  readonly offline: boolean;
  readonly interrupted: boolean;
  /** A sentence about the ledger's own trouble; null when there is none. */
  readonly ledgerProblem: string | null;
}

/** Checks the links of some lists. No link can make it throw; a wrong setting gives a UserError. */
export async function checkLinks(
  jobs: readonly LinkJob[],
  settings: LinkSettings,
  world: LinkWorld,
): Promise<LinkOutcome> {
  const now = world.now ?? Date.now;
  const rows = readRows(jobs);
  const verdicts = new Map<Row, Verdict>();
  const open: Row[] = [];
  for (const row of rows.values()) {
    const verdict = judgeOffline(row.link, row.job.list, row.job.files) ?? setAside(row, settings);
    if (verdict === null) open.push(row);
    else verdicts.set(row, verdict);
  }
  const targets = inBestOrder(readTargets(open)).filter((target) => inShard(target.host, settings.shard));
  const ledger =
    settings.ledger === null ? null : await (await import('./ledger.js')).openLedger(settings.ledger, { now });
  const offline = targets.length > 0 && !(await askAll(targets, verdicts, settings, world, ledger));

  const { shard } = settings;
  const inReport = [...rows.values()].filter(
    ({ url }) => shard === null || inShard(URL.canParse(url) ? new URL(url).hostname : url, shard),
  );
  for (const row of inReport) if (!verdicts.has(row)) verdicts.set(row, unsettled(row));
  if (offline) for (const target of targets) for (const row of target.rows) verdicts.set(row, withoutNetwork(row));
  else await ledger?.save();
  const report = inReport.map(
    (row): ReportLink => ({ ...(verdicts.get(row) ?? unsettled(row)), occurrences: row.occurrences }),
  );
  return {
    rows: report.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0)),
    verdictOf(list, link) {
      const job = jobs.find((each) => each.list === list);
      const row = job === undefined ? undefined : rows.get(rowKey(list, job.files, link));
      return (
        (row && verdicts.get(row)) ??
        verdictOf({ url: link.url, verdict: 'skipped', reason: 'excluded', evidence: ['another shard checks it'] })
      );
    },
    offline,
    interrupted: world.signal.aborted,
    ledgerProblem: ledger?.problem ?? null,
  };
}

/** Asks the web; false when there turns out to be no network. */
async function askAll(
  targets: readonly Target[],
  verdicts: Map<Row, Verdict>,
  settings: LinkSettings,
  world: LinkWorld,
  ledger: Ledger | null,
): Promise<boolean> {
  const { request } = await import('undici');
  // Every request in flight listens for the interrupt.
  setMaxListeners(0, world.signal);
  const now = world.now ?? Date.now;
  const limit = pLimit(settings.concurrency);
  const clock = {
    now,
    sleep: world.sleep ?? sleep,
    random: world.random ?? Math.random,
    signal: world.signal,
    crowded: () => limit.pendingCount > 0,
  };
  const names = await startNames();
  const outlet = await openOutlet(settings, names);
  const gates = new Map<string, Gate>();
  const gateOf = (hostname: string): Gate => {
    const name = gateName(hostname);
    const known = gates.get(name) ?? openGate(name, settings.perHost, clock);
    gates.set(name, known);
    return known;
  };
  const reach = startReach();
  const counts = Object.fromEntries(verdictNames.map((name) => [name, 0])) as Record<VerdictName, number>;
  let done = 0;
  const tell = (): void => {
    const waits = [...gates.values()].flatMap(({ host, notBefore }) =>
      notBefore > now() ? [{ host, until: notBefore }] : [],
    );
    world.onProgress?.({ total: targets.length, done, counts, waits });
  };
  const interrupted = new Promise<void>((resolve) => {
    if (world.signal.aborted) resolve();
    world.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const context = {
    settings,
    outlet,
    names,
    gateOf,
    limit,
    request,
    now,
    signal: world.signal,
    clock,
    ledger,
    reach,
  };
  const settle = async (target: Target, sent: () => void): Promise<void> => {
    const settled = await settleTarget(target, context, sent).finally(sent);
    for (const [row, verdict] of settled) verdicts.set(row, verdict);
    done++;
    counts[settled[0]?.[1].verdict ?? 'skipped']++;
    if (world.onProgress) tell();
  };
  // The next target of a host begins when the one before is sent: thousands that only wait would fill the memory.
  const work = queuesOf(targets).map(async (queue) => {
    const begun: Promise<void>[] = [];
    for (const target of queue) {
      await new Promise<void>((sent) => begun.push(settle(target, sent)));
      begun.at(-1)?.catch(() => {});
    }
    await Promise.all(begun);
  });
  // What hangs when the run is interrupted is not waited for.
  await Promise.race([Promise.all(work), interrupted]);
  await outlet.close();
  return world.signal.aborted || !reach.isOffline();
}

/** Rows that the settings take out. */
function setAside(row: Row, settings: LinkSettings): Verdict | null {
  const { url } = row;
  if (!URL.canParse(url))
    return verdictOf({ url, verdict: 'skipped', reason: 'invalid-url', evidence: ['the address cannot be read'] });
  if (settings.offline)
    return verdictOf({ url, verdict: 'skipped', reason: 'offline', evidence: ['--offline asks no network'] });
  if (/^https?:\/\/[^/?#]*\.onion(?=[:/?#]|$)/i.test(url))
    return verdictOf({ url, verdict: 'skipped', reason: 'scheme', evidence: ['only Tor reaches .onion'] });
  const included = settings.include.some((pattern) => pattern.test(url));
  const excluded =
    settings.include.length > 0 && settings.exclude.length === 0
      ? !included
      : !included && settings.exclude.some((pattern) => pattern.test(url));
  return excluded
    ? verdictOf({ url, verdict: 'skipped', reason: 'excluded', evidence: ['the settings exclude it'] })
    : null;
}

function unsettled({ url }: Row): Verdict {
  return verdictOf({
    url,
    verdict: 'skipped',
    reason: 'interrupted',
    evidence: ['the run was interrupted before it was asked'],
  });
}

function withoutNetwork({ url }: Row): Verdict {
  return verdictOf({
    url,
    verdict: 'skipped',
    reason: 'offline',
    evidence: ['no name resolved and no host answered: there is no network'],
  });
}

/** Waits; ends early when the run is interrupted. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
