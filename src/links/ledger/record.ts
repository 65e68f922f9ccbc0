import { type Evidence, isEvidence } from '../../model/evidence.js';
import { type FactDetail, type Facts, factDetails } from '../../model/facts.js';
import type { PrefetchedValue } from '../../model/prefetch.js';
import type { Reason } from '../../model/reasons.js';
import type { Redirect } from '../../model/verdict.js';
import { type VerdictName, verdictNames } from '../../model/verdict-names.js';
import { storedFacts } from './stored-facts.js';
import { storedValues } from './stored-values.js';
import { type Streak, storedStreaks } from './streak.js';

/** A request for facts. What it did not bring is not there, or could not be had then. */
export interface FactsAsked {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly details: readonly FactDetail[];
}

/** What is known of one URL. Times are ISO 8601, UTC. */
export interface LedgerRecord {
  /** Normal form, without fragment. */
  readonly url: string;
  readonly verdict: VerdictName;
  readonly reason: Reason | null;
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly redirects: readonly Redirect[];
  readonly notes: readonly string[];
  /** The last few facts; sentences in records of before. */
  readonly evidence: readonly Evidence[];
  readonly checkedAt: string;
  readonly firstFailedAt: string | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly firstAliveAt: string | null;
  readonly lastAliveAt: string | null;
  readonly title: string | null;
  /** The id that a host gives its own (a repository's node id). */
  readonly hostId: string | null;
  readonly vantage: 'ci' | 'local';
  /** `http`, or the adapter that was asked. */
  readonly probe: string;
  /** Milliseconds that checking took; null in records of before. */
  readonly durationMs: number | null;
  /** What a conditional request sends (RFC 9110, section 13); null where the server gave nothing. */
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Fragments that were there. */
  readonly fragments: readonly string[];
  /** What a service said of it, with the date on which it did; null for nothing, and in records of before. */
  readonly facts: Facts | null;
  /** What plugins read about it, by the id of their prefetch; empty in records of before. */
  readonly prefetched: Readonly<Record<string, PrefetchedValue>>;
  /** When a service was asked for facts that rules read, and for which details; absent for never. */
  readonly factsAsked?: FactsAsked;
  /** Options without which it may not be reached so; absent for none. */
  readonly reachedWith?: readonly string[];
  /** Rules that have reported it in each check since a time, by id; absent for none. */
  readonly streaks?: Readonly<Record<string, Streak>>;
}

/** No link is checked more often than every minute for two years. */
const mostFailures = 1_000_000;
/** Links were not checked before the web was; an older time would make any failure an old one. */
const earliest = Date.parse('1991-08-06T00:00:00Z');
/** ISO 8601, as JavaScript writes it, or with an offset; `Date.parse` alone takes much more. */
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** A time of a record in epoch milliseconds; times are compared so, never as text. */
export function timeOf(date: string): number {
  return Date.parse(date);
}

const isDate = (date: unknown): date is string => isText(date) && isoTime.test(date) && timeOf(date) >= earliest;
const isText = (value: unknown): value is string => typeof value === 'string';
const isMaybeText = (value: unknown): value is string | null => value === null || isText(value);
const isAddress = (value: unknown): boolean => isText(value) && /^https?:\/\//i.test(value) && URL.canParse(value);
const isStatus = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1000;
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** Reads one line of a ledger; null where anything does not fit. */
export function readRecord(line: string): LedgerRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Record<keyof LedgerRecord, unknown>;
  const fits =
    isText(record.url) &&
    URL.canParse(record.url) &&
    verdictNames.includes(record.verdict as VerdictName) &&
    isMaybeText(record.reason) &&
    (record.status === null || isStatus(record.status)) &&
    (record.finalUrl === null || isAddress(record.finalUrl)) &&
    isTexts(record.notes) &&
    Array.isArray(record.evidence) &&
    record.evidence.every(isEvidence) &&
    Array.isArray(record.redirects) &&
    record.redirects.every(
      (hop: Redirect | null) => isStatus(hop?.status) && isText(hop?.url) && URL.canParse(hop.url),
    ) &&
    isDate(record.checkedAt) &&
    [record.firstFailedAt, record.firstAliveAt, record.lastAliveAt].every((date) => date === null || isDate(date)) &&
    (!isDate(record.firstFailedAt) || timeOf(record.firstFailedAt) <= timeOf(record.checkedAt)) &&
    Number.isSafeInteger(record.failures) &&
    Number(record.failures) >= 0 &&
    Number(record.failures) <= mostFailures &&
    isMaybeText(record.title) &&
    isMaybeText(record.hostId) &&
    (record.vantage === 'ci' || record.vantage === 'local');
  if (!fits) return null;
  // Lines of before have no such keys.
  const { probe = 'http', validators = null, fragments = [], durationMs = null } = record;
  const tags = validators as Record<string, unknown> | null;
  const isTag = (tag: unknown): boolean => isMaybeText(tag) && !/[^\x20-\x7E]/.test(tag ?? '');
  if (!isText(probe) || !isTexts(fragments)) return null;
  if (record.reachedWith !== undefined && !isTexts(record.reachedWith)) return null;
  if (durationMs !== null && !(Number.isFinite(durationMs) && Number(durationMs) >= 0)) return null;
  if (tags !== null && !(typeof tags === 'object' && isTag(tags.etag) && isTag(tags.lastModified))) return null;
  const facts = record.facts === undefined || record.facts === null ? null : storedFacts(record.facts);
  const prefetched = record.prefetched === undefined ? {} : storedValues(record.prefetched);
  const { streaks: written, factsAsked: noted, ...others } = value as LedgerRecord;
  const streaks = storedStreaks(written);
  const factsAsked = storedAsk(noted);
  const known = { probe, fragments, facts, prefetched, validators: validators as LedgerRecord['validators'] };
  return {
    ...others,
    ...known,
    durationMs: durationMs as number | null,
    ...(streaks === null ? {} : { streaks }),
    ...(factsAsked === null ? {} : { factsAsked }),
  };
}

/** Null for what does not fit. */
function storedAsk(value: unknown): FactsAsked | null {
  const { at, details } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (!isDate(at) || !Array.isArray(details)) return null;
  return { at, details: factDetails.filter((detail) => details.includes(detail)) };
}
