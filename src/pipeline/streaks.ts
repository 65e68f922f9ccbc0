import type { LinkOutcome } from '../links/check.js';
import { extendStreak, type Streak } from '../links/ledger/streak.js';
import { UserError } from '../model/errors.js';
import type { FileSettings, LinkSettings } from '../model/settings.js';
import type { PruneSettings } from '../model/upkeep.js';
import type { LintedList } from './lint-list.js';

/** The rules whose reports `prune` counts over time. */
function countedRules({ archived, rules }: PruneSettings): ReadonlySet<string> {
  return new Set([...rules.keys(), ...(archived === null ? [] : ['link-archived'])]);
}

/**
 * Stores for how long rules have reported a link, with the dates of the facts that they judged by. A link without facts in this
 * run keeps what is stored: nothing is known of it. A ledger that cannot be written was reported by the check itself.
 */
export async function recordStreaks(
  linted: readonly LintedList[],
  applying: readonly FileSettings[],
  links: LinkOutcome,
  settings: LinkSettings,
  prune: PruneSettings,
  now: () => number,
): Promise<void> {
  const { ledger: path } = settings;
  const counted = countedRules(prune);
  if (path === null || counted.size === 0 || links.offline) return;
  const on = new Set(applying.flatMap(({ rules }) => rules.map(({ rule }) => String(rule.id))));
  const judging = [...counted].filter((id) => on.has(id));
  const { ledgerKey } = await import('../links/ledger/records-of.js');
  const reported = new Set(
    linted.flatMap(({ findings }) => findings.map(({ rule, url }) => `${rule} ${ledgerKey(url ?? '') ?? ''}`)),
  );
  const known = links.rows.flatMap((row) => {
    const key = row.facts === null ? null : ledgerKey(row.url);
    return key === null || row.facts === null ? [] : [{ key, facts: row.facts }];
  });
  if (judging.length === 0 || known.length === 0) return;
  const { openLedger } = await import('../links/ledger/ledger.js');
  try {
    const ledger = await openLedger(path, {
      now,
      wanted: new Set(known.map(({ key }) => key)),
      maxAge: settings.maxAge,
    });
    for (const { key, facts } of known) {
      const record = ledger.find(key);
      if (record === null) continue;
      const { streaks: before = {}, ...rest } = record;
      const streaks: Record<string, Streak> = { ...before };
      for (const rule of judging) {
        if (reported.has(`${rule} ${key}`)) streaks[rule] = extendStreak(before[rule], facts);
        else delete streaks[rule];
      }
      if (JSON.stringify(streaks) !== JSON.stringify(before))
        ledger.record(Object.keys(streaks).length === 0 ? rest : { ...rest, streaks });
    }
    await ledger.save();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
