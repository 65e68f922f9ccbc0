import type { ListedException, ReportException } from '../model/exception.js';
import type { LinkException } from '../model/link-options.js';
import type { LinkSettings } from '../model/settings.js';
import type { Verdict } from '../model/verdict.js';
import { dayOf, isOver } from '../text/day.js';
import { plural } from '../text/plural.js';
import { withPatterns } from '../text/regex-timeout.js';
import { requestUrl } from '../url/request-url.js';
import type { Ledger } from './ledger/ledger.js';
import type { UrlRow } from './targets.js';

/** The entries of `exclude` and `accept` for some URLs, applied to the links of a run. */
export interface Exceptions {
  /** The rows that are not requested; those whose `recheck` is due are. */
  readonly excluded: ReadonlySet<UrlRow>;
  /** A verdict as the entries have it. */
  apply(row: UrlRow, verdict: Verdict): Verdict;
  /** A sentence for each entry that has expired or is no longer needed, in the order of the configuration. */
  notices(): readonly string[];
  /** The entries with what became of them, in the order of the configuration. */
  rows(): readonly ListedException[];
}

/** The entries where no link is checked. */
export function uncheckedExceptions(exceptions: readonly LinkException[], now: number): readonly ReportException[] {
  return exceptions.map((each) => rowOf(each, isOver(each.until, now) ? 'expired' : 'not-checked', 0));
}

function rowOf<State extends string>(
  { option, text, reason, until }: LinkException,
  state: State,
  applied: number,
): Omit<ReportException, 'state'> & { readonly state: State } {
  const day = until === null ? null : dayOf(until);
  return { option, match: text, rules: [], section: null, reason, until: day, state, applied, path: null, line: null };
}

const day = 86_400_000;

/**
 * Prepares the entries for the rows of a run.
 * @param areAll false where the run leaves out links of the lists, which an entry may be for
 */
export function createExceptions(
  { exceptions }: Pick<LinkSettings, 'exceptions'>,
  rows: readonly UrlRow[],
  ledger: Ledger | null,
  now: number,
  areAll = true,
): Exceptions {
  const isExpired = (each: LinkException): boolean => isOver(each.until, now);
  const active = exceptions.filter((each) => !isExpired(each));
  const matching = new Map<UrlRow, readonly LinkException[]>();
  if (active.length > 0)
    withPatterns('exclude and accept', (test) => {
      for (const row of rows) {
        const found = active.filter(({ pattern }) => test(pattern, row.url));
        if (found.length > 0) matching.set(row, found);
      }
    });
  const isDue = ({ recheck }: LinkException, row: UrlRow): boolean => {
    if (recheck === null) return false;
    const checkedAt = ledger?.find(requestUrl(row.url)?.href ?? row.url)?.checkedAt;
    return checkedAt === undefined || now - Date.parse(checkedAt) >= recheck;
  };
  const excluded = new Set(
    [...matching].flatMap(([row, found]) =>
      found.some((each) => each.option === 'exclude' && !isDue(each, row)) ? [row] : [],
    ),
  );
  /** How many links each entry is for that are not alive, or were not requested because of it. */
  const needed = new Map<LinkException, number>();
  const count = (exception: LinkException): void => void needed.set(exception, (needed.get(exception) ?? 0) + 1);
  /** Milliseconds for which a link that an entry is for has been alive. */
  const alive = new Map<LinkException, number>();
  const judged = new Map<LinkException, Set<UrlRow>>();
  /** True where each link that an entry is for was checked, and is alive: not one of another shard, or over a limit. */
  const isUnneeded = (exception: LinkException): boolean => {
    const rows = [...matching].flatMap(([row, found]) => (found.includes(exception) ? [row] : []));
    return areAll && alive.has(exception) && rows.every((row) => judged.get(exception)?.has(row));
  };
  return {
    excluded,
    apply(row, verdict) {
      let result = verdict;
      for (const exception of matching.get(row) ?? []) {
        if (verdict.verdict === 'skipped') continue;
        judged.set(exception, (judged.get(exception) ?? new Set()).add(row));
        if (verdict.verdict === 'alive' || verdict.verdict === 'moved') {
          const since = ledger?.find(requestUrl(row.url)?.href ?? row.url)?.firstAliveAt ?? null;
          alive.set(
            exception,
            Math.min(alive.get(exception) ?? Infinity, since === null ? 0 : now - Date.parse(since)),
          );
        } else if (isFor(exception, verdict)) {
          count(exception);
          result = excepted(exception, verdict);
        }
      }
      return result;
    },
    rows: () =>
      exceptions.map((each) => {
        if (isExpired(each)) return rowOf(each, 'expired', 0);
        const matched = [...matching].filter(([, found]) => found.includes(each)).map(([row]) => row);
        const applied =
          (needed.get(each) ?? 0) + (each.option === 'exclude' ? matched.filter((row) => excluded.has(row)).length : 0);
        if (applied > 0) return rowOf(each, 'used', applied);
        if (matched.length === 0) return rowOf(each, 'absent', 0);
        return rowOf(each, isUnneeded(each) ? 'unused' : 'not-checked', 0);
      }),
    notices: () =>
      exceptions.flatMap((each) => {
        const entry = `\`${each.option}\` entry \`${each.text}\``;
        if (isExpired(each)) return [`${entry} expired on ${dayOf(each.until ?? now)}; remove it, or set a later date`];
        const since = alive.get(each);
        if (since === undefined || needed.has(each) || !isUnneeded(each)) return [];
        const days = Math.floor(since / day);
        const how = days < 1 ? 'alive now' : `alive for ${plural(days, 'day')}`;
        return [`${entry} is no longer needed (${causeOf(each)}; ${how}); remove it`];
      }),
  };
}

function isFor({ codes, verdict: wanted }: LinkException, { status, verdict }: Verdict): boolean {
  const fits = codes === null || (status !== null && codes.some(({ from, to }) => from <= status && status <= to));
  return fits && (wanted === null || wanted === verdict);
}

function excepted({ option, reason }: LinkException, verdict: Verdict): Verdict {
  const evidence = [...verdict.evidence, { kind: 'excepted', option, reason } as const];
  return option === 'accept'
    ? { ...verdict, verdict: 'alive', reason: null, notes: [...verdict.notes, 'accepted'], evidence, suggestion: null }
    : { ...verdict, verdict: 'skipped', reason: 'excluded', evidence, suggestion: null };
}

function causeOf({ option, codes, verdict, reason }: LinkException): string {
  const what = option === 'exclude' ? 'excluded' : 'accepted';
  const status = codes?.map(({ from, to }) => (from === to ? `${from}` : `${from}..${to}`)).join(', ');
  const why = reason ?? (status === undefined ? verdict : `status ${status}`);
  return why === null ? what : `${what} because of ${why}`;
}
