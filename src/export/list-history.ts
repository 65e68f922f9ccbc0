import { dirname } from 'node:path';
import type { Input } from '../fs/inputs.js';
import { type HistoryRange, readFileHistory } from '../git/file-history.js';
import { repositoryAddress } from '../git/source-urls.js';
import { trackUrls, type UrlHistory } from '../history/url-history.js';
import type { LedgerRecord } from '../links/ledger/record.js';
import type { List } from '../model/list.js';
import type { Health } from './exported.js';

/** The history of the URLs of a list, and how far it reaches. */
export interface ListHistory extends UrlHistory {
  readonly range: HistoryRange;
}

/** Reads from git when the URLs of a list came and went; null for a list that git does not have. */
export async function readHistory(
  { file, stdin, remote }: Input,
  list: List,
  env: NodeJS.ProcessEnv,
): Promise<ListHistory | null> {
  if (stdin || remote !== null) return null;
  const tracked = trackUrls(list.entries.flatMap(({ url }) => url ?? []));
  const range = await readFileHistory(file, env, { onHead: tracked.start, onCommit: tracked.add });
  return range === null ? null : { ...tracked.end(), range };
}

/** Says what a history does not tell, and what to do about it; null where it is whole. */
export function historyGap({ shallow, truncated, from }: HistoryRange): string | null {
  const since = from === null ? 'the oldest commit' : new Date(from).toISOString().slice(0, 10);
  if (shallow)
    return `this is a shallow clone, so nothing is known before ${since}; run \`git fetch --unshallow\`, or give actions/checkout \`fetch-depth: 0\``;
  return truncated ? `the history of the file is too large, so nothing is known before ${since}` : null;
}

/** The web address of the repository of a list; null where it is not known. */
export async function repositoryOf({ file, stdin, remote }: Input, env: NodeJS.ProcessEnv): Promise<string | null> {
  if (remote !== null) return `https://github.com/${remote.repository}`;
  return stdin ? null : repositoryAddress(dirname(file), env);
}

/** What a record says about the health of a link; null where there is no record. */
export function healthOf(record: LedgerRecord | undefined): Health | null {
  if (record === undefined) return null;
  const { verdict, reason, checkedAt, finalUrl, notes } = record;
  return { verdict, reason, checkedAt, finalUrl, notes };
}
