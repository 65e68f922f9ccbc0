import type { Streak } from '../links/ledger/streak.js';
import { keptEntries } from '../lint/kept-entries.js';
import { entryAt } from '../lint/match-place.js';
import type { Finding } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';
import { reasonWords } from '../model/reasons.js';
import type { ReportLink } from '../model/report.js';
import type { Settings } from '../model/settings.js';
import { oneLine } from '../report/escape.js';
import { plural } from '../text/plural.js';
import { ruleOf } from './criteria.js';

/** Why an entry has ended, for one of the reasons that the configuration names. */
export interface Ending {
  /** The rule that reports it. */
  readonly rule: string;
  /** The URL that it is about. */
  readonly url: string;
  /** A clause without a period: `the link has been broken since 2026-09-01 (HTTP 404), in 5 checks`. */
  readonly why: string;
  /** Since when it is known, `YYYY-MM-DD`. */
  readonly since: string;
  /** When that was last checked, `YYYY-MM-DD`. */
  readonly checked: string;
}

/** An entry that has ended. */
export interface EndedEntry {
  readonly entry: Entry;
  /** Never empty; the oldest first. */
  readonly endings: readonly Ending[];
}

/** What is known of links. */
export interface KnownLinks {
  /** By URL as written. */
  readonly links: ReadonlyMap<string, ReportLink>;
  readonly streakOf: (url: string, rule: string) => Streak | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

const day = 86_400_000;

/** The entries of a list that have ended by its configuration, in document order; those that an exception keeps are left out. */
export function endedEntries(
  list: List,
  findings: readonly Finding[],
  { prune, exceptions, links }: Settings,
  known: KnownLinks,
): readonly EndedEntry[] {
  const endings = new Map<Entry, Ending[]>();
  const isKept = keptEntries(list, 'prune', exceptions, known.now);
  for (const finding of findings) {
    const entry = entryAt(list, { start: finding.start, end: finding.end });
    const link = finding.url === null ? undefined : known.links.get(finding.url);
    if (entry === null || link === undefined || finding.url === null) continue;
    const ending = endingOf(finding, finding.url, link, entry, { prune, deadAfter: links.deadAfter }, known);
    if (ending === null) continue;
    if (isKept(entry)) continue;
    const own = endings.get(entry) ?? [];
    if (!own.some(({ rule }) => rule === ending.rule)) endings.set(entry, [...own, ending]);
  }
  return list.entries.flatMap((entry) => {
    const own = endings.get(entry);
    return own === undefined ? [] : [{ entry, endings: own.toSorted((a, b) => (a.since < b.since ? -1 : 1)) }];
  });
}

function endingOf(
  { rule, message }: Finding,
  url: string,
  link: ReportLink,
  entry: Entry,
  { prune, deadAfter }: Pick<Settings, 'prune'> & Pick<Settings['links'], 'deadAfter'>,
  { now, streakOf }: KnownLinks,
): Ending | null {
  const { facts } = link;
  const checked = dayOf(facts?.readAt ?? checkedAt(link) ?? '');
  if (checked === '') return null;
  if (rule === ruleOf.broken) {
    const { firstFailedAt, failures, reason } = link;
    // What an entry mentions may be broken without it; its own page may not.
    if (!prune.broken || url !== entry.url || firstFailedAt === null) return null;
    if (failures < deadAfter.failures || now - Date.parse(firstFailedAt) < deadAfter.days * day) return null;
    const since = dayOf(firstFailedAt);
    const because = reason === null ? '' : `: ${reasonWords(reason)}`;
    const why = `the link has been broken since ${since}, in ${plural(failures, 'check')}${because}`;
    return { rule, url, since, checked: dayOf(checkedAt(link) ?? ''), why };
  }
  const readAt = facts?.readAt ?? checkedAt(link) ?? '';
  const pushed = facts?.kind === 'repository' && facts.pushedAt !== null ? dayOf(facts.pushedAt) : null;
  if (rule === ruleOf.silent && prune.silent !== null && pushed !== null)
    return {
      rule,
      url,
      since: pushed,
      checked,
      why: `no push to the repository since ${pushed} (checked on ${checked})`,
    };
  const weeks = rule === ruleOf.archived ? prune.archived : prune.rules.get(rule);
  if (weeks === null || weeks === undefined || (rule === ruleOf.archived && url !== entry.url)) return null;
  const streak = streakOf(url, rule);
  const lasted = streak === null ? -1 : Date.parse(streak.last) - Date.parse(streak.since);
  if (weeks > 0 && (streak === null || streak.last < readAt || lasted < weeks * 7 * day)) return null;
  const since = streak === null ? checked : dayOf(streak.since);
  const seen =
    streak === null || streak.checks < 2 ? `in the check of ${checked}` : `in ${streak.checks} checks since ${since}`;
  const why =
    rule === ruleOf.archived
      ? `the repository is archived, ${seen}${pushed === null ? '' : `; its last push was on ${pushed}`}`
      : `\`${rule}\` has reported it ${seen}: ${factOf(message)}`;
  return { rule, url, since, checked, why };
}

/** A message without its advice, which is for who keeps the entry: `; ` outside of code is before it. */
function factOf(message: string): string {
  return /^(?:`[^`]*`|[^`;]|;(?! )|`)*/.exec(oneLine(message))?.[0].replace(/\.$/, '') ?? '';
}

/** When a verdict of the ledger was found. */
function checkedAt({ evidence }: ReportLink): string | null {
  const [first] = evidence;
  return typeof first === 'object' && first.kind === 'remembered' ? first.checkedAt : null;
}

function dayOf(date: string): string {
  return date.slice(0, 10);
}
