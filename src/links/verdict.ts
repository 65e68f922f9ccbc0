import type { Evidence } from '../model/evidence.js';
import type { FactNeeds, Facts } from '../model/facts.js';
import type { Reason } from '../model/reasons.js';
import type { LinkSettings } from '../model/settings.js';
import type { Redirect, Verdict } from '../model/verdict.js';
import { isForOneVisit } from '../url/one-visit.js';
import { verdictOf } from './check-static.js';
import type { Classification } from './classify/classify.js';
import type { LimiterClock } from './http/host-limiter.js';
import type { Ledger, LedgerRecord } from './ledger/ledger.js';
import { fitsSettings, reachedWith, timeToLive } from './reuse.js';
import type { Target, UrlRow } from './targets.js';

/** What asking for a target has shown in the end. */
export interface Outcome {
  readonly judgement: Classification;
  /** `http`, or the name of a site's adapter. */
  readonly probe: string;
  readonly status: number | null;
  /** Where it ends, without the fragment of a row; null where it is what was asked for. */
  readonly finalUrl: string | null;
  readonly redirects: readonly Redirect[];
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
  readonly durationMs: number;
  /** False when the fault is not the server's: then nothing is remembered of it. */
  readonly asked: boolean;
  readonly title: string | null;
  /** The id that the host gives it; null for none. */
  readonly hostId: string | null;
  /** What a site said of it; null for nothing. */
  readonly facts: Facts | null;
  readonly validators: LedgerRecord['validators'];
  /** What is wrong with the fragments of rows, by fragment as written; those that are in order are left out. */
  readonly fragments: ReadonlyMap<string, FragmentResult>;
}

/** Milliseconds by which the clocks of two machines may differ. */
const clockSlack = 60_000;

/** What is said of a fragment on a page that is alive. */
export interface FragmentResult {
  readonly verdict: 'broken' | 'suspect' | 'unverifiable';
  readonly reason: Reason;
  readonly because: Evidence;
  /** A fragment to write instead; null for none. */
  readonly suggestion: string | null;
}

/** What concluding needs. */
export interface VerdictContext {
  readonly clock: Pick<LimiterClock, 'now'>;
  readonly ledger: Ledger | null;
  readonly settings: LinkSettings;
  /** The facts that rules read; absent where none does. */
  readonly factNeeds?: FactNeeds | undefined;
}

/** Settled rows with their verdicts. */
export type CheckedTarget = readonly (readonly [UrlRow, Verdict])[];

/** Reasons for which this machine or its network is to blame, and not the site. */
export const localFaults: ReadonlySet<Reason> = new Set([
  'network-lost',
  'intercepted',
  'saturated',
  'no-route',
  'proxy-refused',
]);

/** Reasons that say nothing of the page however long they last: the fault is local, or the host does respond. */
const ageless: ReadonlySet<Reason> = new Set([...localFaults, 'malformed', 'headers-too-large', 'rate-limited']);

/** Turns what was found into the verdict of each row, and remembers it. What failed often enough, long enough, is broken. */
export function recordVerdict(target: Target, outcome: Outcome, context: VerdictContext): CheckedTarget {
  const { clock, ledger, settings, factNeeds } = context;
  const known = ledger?.find(target.url) ?? null;
  const { judgement, asked } = outcome;
  const now = (): string => new Date(clock.now()).toISOString();
  const failed = judgement.verdict === 'broken' || judgement.verdict === 'unreachable';
  // A streak that a clock which went wrong has dated does not count.
  const isDated = known !== null && Date.parse(known.checkedAt) <= clock.now() + clockSlack;
  const failures = failed ? (isDated ? known.failures : 0) + (asked ? 1 : 0) : 0;
  const firstFailedAt = failed ? ((isDated ? known.firstFailedAt : null) ?? (asked ? now() : null)) : null;
  const { deadAfter } = settings;
  const old = firstFailedAt !== null && clock.now() - Date.parse(firstFailedAt) >= deadAfter.days * 86_400_000;
  const ages = judgement.reason === null || !ageless.has(judgement.reason);
  const dead = ages && judgement.verdict === 'unreachable' && failures >= deadAfter.failures && old;
  const verdict = dead ? 'broken' : judgement.verdict;
  const evidence: readonly Evidence[] = dead
    ? [...outcome.evidence, { kind: 'failures', count: failures, since: firstFailedAt ?? now() }]
    : outcome.evidence;
  const { reason, notes } = judgement;
  const facts = outcome.facts ?? known?.facts ?? null;
  const { status, finalUrl, redirects, probe, durationMs } = outcome;
  const alive = verdict === 'alive' || verdict === 'moved';
  if (ledger !== null && verdict !== 'skipped' && asked) {
    const checkedAt = now();
    const isAsked = factNeeds !== undefined && probe !== 'http';
    const means = probe === 'http' ? reachedWith(target.host, settings) : [];
    const factsAsked = isAsked ? { at: checkedAt, details: [...factNeeds.details].sort() } : known?.factsAsked;
    ledger.record({
      url: target.url,
      verdict,
      reason,
      status,
      finalUrl,
      redirects,
      notes,
      firstFailedAt,
      failures,
      evidence: evidence.slice(-4),
      checkedAt,
      firstAliveAt: known?.firstAliveAt ?? (alive ? checkedAt : null),
      lastAliveAt: alive ? checkedAt : (known?.lastAliveAt ?? null),
      title: outcome.title ?? (alive ? null : (known?.title ?? null)),
      // Under the old id a recreated repository is recognized the next time, too.
      hostId: (alive ? outcome.hostId : null) ?? known?.hostId ?? outcome.hostId,
      vantage: settings.vantage,
      probe,
      durationMs,
      validators: alive ? outcome.validators : null,
      facts,
      prefetched: known?.prefetched ?? {},
      ...(known?.streaks === undefined ? {} : { streaks: known.streaks }),
      ...(factsAsked === undefined ? {} : { factsAsked }),
      ...(means.length === 0 ? {} : { reachedWith: means }),
      fragments: alive ? fragmentsOf(target).filter((fragment) => !outcome.fragments.has(fragment)) : [],
    });
  }
  return target.rows.map((row) => {
    const found = {
      url: row.url,
      verdict,
      reason,
      status,
      finalUrl: finalUrl === null ? null : withFragment(finalUrl, row.url),
      redirects,
      notes,
      probe,
      evidence,
      firstFailedAt,
      failures,
      durationMs,
      facts: alive ? facts : null,
    };
    const word = outcome.fragments.get(fragmentOf(row));
    if (word !== undefined && alive) {
      const { suggestion } = word;
      const place = found.finalUrl ?? row.url;
      return [
        row,
        verdictOf({
          ...found,
          verdict: word.verdict,
          reason: word.reason,
          evidence: [...evidence, word.because],
          failures: word.verdict === 'broken' ? 1 : 0,
          firstFailedAt: null,
          suggestion: suggestion === null ? null : `${place.replace(/#.*$/s, '')}#${suggestion}`,
        }),
      ];
    }
    return [row, verdictOf({ ...found, suggestion: suggestedUrl(found) })];
  });
}

/**
 * What the ledger remembers, while it is young enough; null where the target must be asked.
 * @param recall milliseconds for which any verdict counts; null for what the settings say
 */
export function fromLedger(
  target: Target,
  { clock, ledger, settings }: VerdictContext,
  recall: number | null = null,
): CheckedTarget | null {
  const record = ledger?.find(target.url) ?? null;
  if (record === null) return null;
  const age = clock.now() - Date.parse(record.checkedAt);
  if (!(age >= 0 && age < (recall ?? timeToLive(record, settings)))) return null;
  if (!fitsSettings(record, target, settings)) return null;
  if (recall === null) {
    // A fragment that was not looked at then has to be looked at now.
    if (fragmentsOf(target).some((fragment) => !record.fragments.includes(fragment))) return null;
    // Whether a redirect leads to one target every time is checked only if fixes are applied, too.
    if (settings.upgrade && record.verdict === 'moved' && record.probe === 'http') return null;
    // Whether https serves as well is checked only if fixes are applied.
    if (settings.upgrade && target.url.startsWith('http:') && !record.notes.includes('same-over-https')) return null;
  }
  const { verdict, reason, status, redirects, notes, checkedAt, failures, firstFailedAt } = record;
  const evidence: readonly Evidence[] = [{ kind: 'remembered', verdict, checkedAt }, ...record.evidence];
  const facts = verdict === 'alive' || verdict === 'moved' ? record.facts : null;
  return target.rows.map((row) => {
    const finalUrl = record.finalUrl === null ? null : withFragment(record.finalUrl, row.url);
    const found = {
      url: row.url,
      verdict,
      reason,
      status,
      finalUrl,
      redirects,
      notes,
      evidence,
      facts,
      failures,
      firstFailedAt,
    };
    return [row, verdictOf({ ...found, probe: 'ledger', cached: true, suggestion: suggestedUrl(found) })];
  });
}

/** Where a link has moved, unless that URL lasts no longer than a visit. */
function suggestedUrl({ url, verdict, finalUrl }: Pick<Verdict, 'url' | 'verdict' | 'finalUrl'>): string | null {
  return verdict === 'moved' && finalUrl !== null && !isForOneVisit(url, finalUrl) ? finalUrl : null;
}

/** The fragment of a row as written, without `#`; empty for none. */
export function fragmentOf({ url }: UrlRow): string {
  const hash = url.indexOf('#');
  return hash < 0 ? '' : url.slice(hash + 1);
}

/** The distinct fragments that links to a target carry. */
export function fragmentsOf({ rows }: Target): readonly string[] {
  return [...new Set(rows.map(fragmentOf).filter((fragment) => fragment !== ''))];
}

function withFragment(url: string, written: string): string {
  const hash = written.indexOf('#');
  return hash < 0 || url.includes('#') ? url : url + written.slice(hash);
}
