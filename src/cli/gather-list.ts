import { resolve } from 'node:path';
import type { Flags } from '../config/command-line/flags.js';
import { exportList } from '../export/export-list.js';
import type { ExportedList } from '../export/exported.js';
import { healthOf, historyGap, type ListHistory, readHistory, repositoryOf } from '../export/read-facts.js';
import { readTrouble } from '../export/trouble.js';
import { findInputs } from '../fs/inputs.js';
import { readRecords } from '../links/ledger/records-of.js';
import { UserError } from '../model/errors.js';
import type { TroubleStats } from '../model/list-stats.js';
import { readDocument, readSource } from '../pipeline/read-list.js';
import type { Host } from './host.js';
import { fetcherFor } from './remote.js';
import { tell } from './tell.js';
import { readStdin } from './terminal/stdin.js';
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
  { settings, raw, confinedTo }: CommandSettings,
  host: Host,
): Promise<GatheredList> {
  const { cwd, env } = host;
  const [input, ...more] = await findInputs(path === undefined ? [] : [path], cwd, raw.stdinFilename ?? 'README.md');
  if (input === undefined || more.length > 0)
    throw new UserError(`${path}: ${command} takes one list, but ${more.length + 1} match`);
  const readers = { stdin: () => readStdin(host), fetchRemote: fetcherFor(settings), env, confinedTo };
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
