import { resolve } from 'node:path';
import type { Flags } from '../config/command-line/flags.js';
import { exportList } from '../export/export-list.js';
import type { ExportedList } from '../export/exported.js';
import { healthOf, historyGap, type ListHistory, readHistory, repositoryOf } from '../export/list-history.js';
import { readTrouble } from '../export/trouble.js';
import { readRecords } from '../links/ledger/records-of.js';
import type { TroubleStats } from '../model/list-stats.js';
import { readDocument, readSource } from '../pipeline/read-list.js';
import type { Host } from './host.js';
import { findOneList } from './one-list.js';
import { tell } from './tell.js';
import { type CommandSettings, withSettings } from './with-settings.js';

/** A list with what git and a ledger know about it. */
export interface GatheredList {
  readonly exported: ExportedList;
  readonly history: ListHistory | null;
  /** Null where no ledger was named. */
  readonly trouble: readonly TroubleStats[] | null;
}

/** Reads one list for `export` and `stats`; `outputs` are files that are to be written. Says on standard error what the history does not tell. */
export async function gatherList(
  command: string,
  path: string | undefined,
  flags: Flags,
  host: Host,
  outputs: readonly (string | null)[] = [],
): Promise<GatheredList> {
  return withSettings({ path, flags, outputs }, host, (loaded) => gather(command, path, loaded, host));
}

async function gather(
  command: string,
  path: string | undefined,
  loaded: CommandSettings,
  host: Host,
): Promise<GatheredList> {
  const { settings, readers } = loaded;
  const { cwd, env } = host;
  const input = await findOneList(command, path, loaded, host);
  const source = await readSource(input, readers);
  const { list, entries: options } = await readDocument(source, settings);
  const ledger = settings.links.ledgerNamed && settings.links.ledger !== null ? settings.links.ledger : null;
  const file = ledger === null ? null : resolve(cwd, ledger);
  const records = file === null ? null : await readRecords(file, list);
  const history = await readHistory(input, list, env);
  const gap = history === null ? null : historyGap(history.range);
  if (gap !== null) tell(`${input.path}: ${gap}`, host);
  const exported = exportList(list, {
    repository: await repositoryOf(input, env),
    additionOf: (url) => history?.additionOf(url) ?? null,
    healthOf: (url) => healthOf(records?.get(url)),
    options,
  });
  const own = list.entries.flatMap(({ url }) => (url === null ? [] : (records?.get(url) ?? [])));
  const trouble = file === null ? null : await readTrouble(file, own, env);
  return { exported, history, trouble };
}
