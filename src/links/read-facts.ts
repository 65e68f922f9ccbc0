import type { Facts } from '../model/facts.js';
import type { Files } from '../model/files.js';
import type { Link, List } from '../model/list.js';
import type { LinkSettings } from '../model/settings.js';
import { type CheckContext, checkLinks } from './check.js';
import { openLedger } from './ledger/ledger.js';
import { canDescribe } from './needed-facts.js';
import { readTargets, rowsOfLists } from './targets.js';

/** The facts of a list's entries, and what is to be said of those that could not be read. */
export interface ListFacts {
  /** By URL as written. */
  readonly facts: ReadonlyMap<string, Facts>;
  /** In sentences. */
  readonly notices: readonly string[];
}

/** Reads facts about what entries link to: from services, and where these cannot be used, of any age from the ledger. */
export async function readFacts(
  list: List,
  files: Files,
  settings: LinkSettings,
  world: CheckContext,
): Promise<ListFacts> {
  const links = list.links.filter(({ entry, image, sort }) => entry !== null && !image && sort === 'web');
  const found = new Map<string, Facts>(await storedFacts(list, files, links, settings, world.now ?? Date.now));
  const open = settings.offline
    ? []
    : links.filter(({ url }) => URL.canParse(url) && canDescribe(new URL(url), settings));
  if (open.length === 0) return { facts: found, notices: [] };
  const facts = { details: new Set(['tags', 'packages'] as const) };
  const { rows, factNotices, ledgerProblem } = await checkLinks([{ list, files, only: open }], settings, {
    ...world,
    facts,
  });
  for (const row of rows) if (row.facts !== null) found.set(row.url, row.facts);
  return { facts: found, notices: [...(ledgerProblem === null ? [] : [ledgerProblem]), ...factNotices] };
}

async function storedFacts(
  list: List,
  files: Files,
  links: readonly Link[],
  { ledger: path, ledgerNamed }: LinkSettings,
  now: () => number,
): Promise<readonly (readonly [string, Facts])[]> {
  if (path === null) return [];
  const targets = readTargets(rowsOfLists([{ list, files, only: links }]).values());
  const wanted = new Set(targets.map(({ url }) => url));
  const ledger = await openLedger(path, { now, wanted, isCached: !ledgerNamed, readOnly: true });
  return targets.flatMap(({ url, rows }) => {
    const facts = ledger.find(url)?.facts ?? null;
    return facts === null ? [] : rows.map((row) => [row.url, facts] as const);
  });
}
