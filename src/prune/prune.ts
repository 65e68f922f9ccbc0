import { lstat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { recordFolder, recordPath } from '../config/record-path.js';
import type { Input } from '../fs/inputs.js';
import { mustBeInside, readText } from '../fs/read.js';
import { ledgerKey, readRecords } from '../links/ledger/records-of.js';
import { entryKey } from '../lint/entry-key.js';
import { UserError } from '../model/errors.js';
import { noFiles } from '../model/files.js';
import { type Entry, type List, type Section, sectionOf, type Tier } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { evidenceAge, type UpkeepFile } from '../model/upkeep.js';
import { protectedFiles, refuseOverwriting } from '../pipeline/protected-files.js';
import { readDocument, type SourceText } from '../pipeline/read-list.js';
import { type RunContext, run } from '../pipeline/run.js';
import { oneLine } from '../report/escape.js';
import { dayOf } from '../text/day.js';
import { countText, plural, pluralForm } from '../text/plural.js';
import { chooseRemovals } from './choose.js';
import { titleWithoutCount } from './counters.js';
import { judgingSettings } from './criteria.js';
import { type EndedEntry, endedEntries } from './ended.js';
import { type KeepComment, keepEntries } from './keep.js';
import type { LeftEntry, Pruned, PrunedEntry } from './pruned.js';
import { withRemovals } from './record.js';

/** What is pruned. */
export interface PruneRequest {
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** Every rule there is, those that are off included. */
  readonly rules: readonly AnyRule[];
  readonly stdinFilename: string;
  /** The folder that no list may lead out of by a symbolic link; null for none. */
  readonly confinedTo?: string | null;
  /** Keys (`entryKey`) of entries that a person wants to keep: they get an exception until a day, in the list. */
  readonly keep?: { readonly keys: ReadonlySet<string>; readonly reason: string };
}

/**
 * Works out what to prune, from the ledger alone: nothing is requested, and nothing is written. Throws a UserError for a list
 * or ledger that cannot be read.
 */
export async function prune(request: PruneRequest, context: RunContext): Promise<Pruned> {
  const { settings, rules } = request;
  if (settings.source !== null)
    throw new UserError(
      'prune: this list is rendered from data (`source`); edit the data, and run `listwright render`',
    );
  const { ledger } = settings.links;
  if (ledger === null)
    throw new UserError('prune: the ledger is turned off (`ledger: false`); remove that, or pass a file with --ledger');
  const judging = judgingSettings(settings, rules);
  const outcome = await run(
    {
      command: 'check',
      paths: request.paths,
      settings: judging,
      rules,
      fix: null,
      stdinFilename: request.stdinFilename,
      confinedTo: request.confinedTo ?? null,
    },
    { ...context, recall: evidenceAge },
  );
  const [failure] = outcome.failures;
  if (failure !== undefined) throw failure;
  await refuseWrongRecord(
    outcome.files.map(({ input }) => input),
    settings,
    context.cwd,
  );
  const now = context.now();
  const links = new Map(outcome.report.links.map((link) => [link.url, link]));
  const lists: { source: SourceText; list: List; reread: (text: string) => List; ended: readonly EndedEntry[] }[] = [];
  for (const { input, before } of outcome.files) {
    if (input.stdin || input.remote !== null)
      throw new UserError(`prune: ${input.stdin ? 'standard input' : input.path} cannot be modified; pass a file`);
    const source: SourceText = { input, text: before, files: noFiles };
    const { list, reread } = await readDocument(source, judging, 'rereads');
    const records = await readRecords(ledger, list);
    const findings = outcome.report.findings.filter(({ path }) => path === list.path);
    const streakOf = (url: string, rule: string) => records.get(url)?.streaks?.[rule] ?? null;
    lists.push({ source, list, reread, ended: endedEntries(list, findings, settings, { links, streakOf, now }) });
  }
  const keptKeys = request.keep?.keys ?? new Set();
  const isKept = (entry: Entry, list: List): boolean => keptKeys.has(entryKey(entry, list.path));
  const open = lists.map((one) => ({ ...one, wanted: one.ended.filter(({ entry }) => !isKept(entry, one.list)) }));
  const { results, waiting } = chooseRemovals(open, settings.prune.limit, settings.prune.moveTo);
  const until = dayOf(now + settings.prune.keepDays * 86_400_000);
  const files: UpkeepFile[] = [];
  const entries: PrunedEntry[] = [];
  const left: LeftEntry[] = [];
  const emptied: string[] = [];
  const allKept: PrunedEntry[] = [];
  for (const [index, { source, list, reread, ended }] of lists.entries()) {
    const result = results[index];
    if (result === undefined) continue;
    const own = new Map(ended.map((one) => [one.entry, one]));
    const describe = (entry: Entry): PrunedEntry => describedEntry(entry, list, own);
    entries.push(...result.removed.map(describe));
    left.push(...result.left.map(({ entry, why }) => ({ ...describe(entry), why })));
    emptied.push(...result.emptied.map((place) => `${list.path}: ${titlesTo(place).join(' › ')}`));
    const kept = ended.flatMap(({ entry }) => (isKept(entry, list) ? [describe(entry)] : []));
    allKept.push(...kept);
    const comment: KeepComment = { name: 'prune', until, reason: request.keep?.reason ?? '' };
    const after =
      kept.length === 0
        ? result.text
        : keepEntries(reread(result.text), new Set(kept.map(({ key }) => key)), comment, reread);
    if (after !== list.text) files.push({ file: source.input.file, path: source.input.path, before: list.text, after });
  }
  const record = settings.prune.moveTo === null ? await recordFile(entries, settings, context.cwd, dayOf(now)) : null;
  return {
    files: record === null ? files : [...files, record],
    entries,
    left,
    emptied,
    kept: allKept,
    waiting,
    movedTo: settings.prune.moveTo,
    notices: [
      ...outcome.notices,
      ...unknownLinks(
        lists.map(({ list }) => list),
        links,
      ),
    ],
  };
}

function describedEntry(entry: Entry, list: List, ended: ReadonlyMap<Entry, EndedEntry>): PrunedEntry {
  let at: Entry['parent'] | Entry = entry;
  while (at.type === 'entry' && !ended.has(at)) at = at.parent;
  const endings = at.type === 'entry' ? (ended.get(at)?.endings ?? []) : [];
  const section = sectionOf(entry);
  return {
    key: entryKey(entry, list.path),
    path: list.path,
    name: oneLine(entry.name),
    url: entry.url === null ? null : oneLine(entry.url),
    section: section === null ? [] : titlesTo(section),
    line: entry.position.start.line,
    endings,
  };
}

/** Titles from the outermost section to a section or tier, each on one line; without counts, which change. */
function titlesTo(place: Section | Tier): readonly string[] {
  const around = sectionOf(place);
  return [...(around === null ? [] : titlesTo(around)), oneLine(titleWithoutCount(place))];
}

/** Throws a UserError for a record that is a file which the run needs for something else. */
async function refuseWrongRecord(inputs: readonly Input[], settings: Settings, cwd: string): Promise<void> {
  const record = recordPath(settings, cwd);
  if (record === null) return;
  const named = `prune.record: ${settings.prune.record}`;
  const others = await protectedFiles(inputs, { ...settings, prune: { ...settings.prune, record: null } }, cwd);
  await refuseOverwriting([{ file: record, named }], others, cwd);
}

async function recordFile(
  entries: readonly PrunedEntry[],
  settings: Settings,
  cwd: string,
  day: string,
): Promise<UpkeepFile | null> {
  const file = recordPath(settings, cwd);
  if (file === null || entries.length === 0) return null;
  const path = relative(cwd, file).split(sep).join('/');
  const isThere = (await lstat(file).catch(() => null)) !== null;
  if (isThere) await mustBeInside(recordFolder(settings.configFile, cwd), file, path);
  const before = isThere ? await readText(file, path) : null;
  const after = withRemovals(before, entries, day);
  return before === after ? null : { file, path, before, after };
}

/** Says how many links the ledger knows nothing of; empty for none. */
function unknownLinks(
  lists: readonly List[],
  links: ReadonlyMap<string, { readonly verdict: string; readonly reason: string | null }>,
): readonly string[] {
  const urls = new Set(
    lists.flatMap((list) => list.entries.flatMap(({ url }) => (url !== null && ledgerKey(url) !== null ? [url] : []))),
  );
  const unknown = [...urls].filter((url) => {
    const known = links.get(url);
    return known === undefined || (known.verdict === 'skipped' && known.reason !== 'excluded');
  });
  if (unknown.length === 0) return [];
  const advice = 'run `listwright check` first';
  if (unknown.length === urls.size)
    return [`none of the ${plural(urls.size, 'URL')} in the list has a result from the last 14 days; ${advice}`];
  const has = pluralForm(unknown.length, 'has', 'have');
  return [
    `${countText(unknown.length)} of ${plural(urls.size, 'URL')} in the list ${has} no result from the last 14 days, so nothing was pruned because of ${pluralForm(unknown.length, 'it', 'them')}; ${advice}`,
  ];
}
