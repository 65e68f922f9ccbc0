import { type EntryGrammar, entryGrammar } from '../grammar/grammar.js';
import { entryKey } from '../lint/entry-key.js';
import { applyEdits } from '../lint/fix.js';
import { keptEntries } from '../lint/kept-entries.js';
import { UserError } from '../model/errors.js';
import type { Facts } from '../model/facts.js';
import { noFiles } from '../model/files.js';
import type { Edit } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { evidenceAge, type UpkeepFile } from '../model/upkeep.js';
import { readDocument } from '../pipeline/read-list.js';
import { type RunContext, run } from '../pipeline/run.js';
import { type KeepComment, keepEntries } from '../prune/keep.js';
import { oneLine } from '../report/escape.js';
import { entriesWithFacts } from '../rule-kit/entry-facts.js';
import { dayOf } from '../text/day.js';
import { plural } from '../text/plural.js';
import { factText } from './fact-text.js';
import { markEdit } from './marks.js';

/** What is refreshed. */
export interface RefreshRequest {
  readonly paths: readonly string[];
  readonly settings: Settings;
  /** Every rule there is. */
  readonly rules: readonly AnyRule[];
  readonly stdinFilename: string;
  /** The folder that no list may lead out of by a symbolic link; null for none. */
  readonly confinedTo?: string | null;
  /** Keys (`entryKey`) of entries that a person wants to keep as they are: they get an exception until a day, in the list. */
  readonly keep?: { readonly keys: ReadonlySet<string>; readonly reason: string };
}

/** A field that is rewritten. All text is on one line. */
export interface RefreshedField {
  /** By which its entry is found again (`entryKey`). */
  readonly key: string;
  /** The list, as messages call it. */
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly field: string;
  /** Empty for a mark that is added. */
  readonly before: string;
  /** Empty for a mark that is removed. */
  readonly after: string;
  /** When the fact was read, `YYYY-MM-DD`. */
  readonly readAt: string;
}

/** What a run of `refresh` would do. */
export interface Refreshed {
  readonly files: readonly UpkeepFile[];
  readonly fields: readonly RefreshedField[];
  /** Fields that have changed in entries that a person keeps as they are. */
  readonly kept: readonly RefreshedField[];
  /** Sentences for the person who asked. */
  readonly notices: readonly string[];
}

interface Change extends RefreshedField {
  readonly entry: Entry;
  readonly edit: Edit;
}

/** Works out which fields of entries to rewrite, from the ledger alone: nothing is requested, and nothing is written. */
export async function refresh(request: RefreshRequest, context: RunContext): Promise<Refreshed> {
  const { settings, rules, paths, stdinFilename, confinedTo = null } = request;
  if (settings.source !== null)
    throw new UserError(
      'refresh: this list is rendered from data (`source`); edit the data, and run `listwright render`',
    );
  if (settings.refresh.length === 0)
    throw new UserError(
      'refresh: no fields to refresh; add `refresh` to the configuration, for example `refresh: { stars: 10 }`',
    );
  if (settings.links.ledger === null)
    throw new UserError(
      'refresh: the ledger is turned off (`ledger: false`); remove that, or pass a file with --ledger',
    );
  const reading: Settings = {
    ...settings,
    pullRequest: null,
    rulesFor: (path, preset, why) => ({ ...settings.rulesFor(path, preset, why), rules: [] }),
  };
  const outcome = await run(
    { command: 'links', paths, settings: reading, rules, fix: null, stdinFilename, confinedTo },
    { ...context, recall: evidenceAge },
  );
  const [failure] = outcome.failures;
  if (failure !== undefined) throw failure;
  const links = new Map(outcome.report.links.map((link) => [link.url, link]));
  const files: UpkeepFile[] = [];
  const fields: RefreshedField[] = [];
  const allKept: RefreshedField[] = [];
  const keys = request.keep?.keys ?? new Set<string>();
  const until = dayOf(context.now() + settings.prune.keepDays * 86_400_000);
  const comment: KeepComment = { name: 'refresh', until, reason: request.keep?.reason ?? '' };
  for (const { input, before } of outcome.files) {
    if (input.stdin || input.remote !== null)
      throw new UserError(`refresh: ${input.stdin ? 'standard input' : input.path} cannot be modified; pass a file`);
    const { list, entries, reread } = await readDocument({ input, text: before, files: noFiles }, reading, 'rereads');
    if (entries === null)
      throw new UserError(`refresh: ${list.path} has no entry format; add \`entries.format\` to the configuration`);
    const grammar = entryGrammar(entries);
    const judged = list.links.flatMap((link) => {
      const verdict = links.get(link.url);
      return verdict === undefined ? [] : [{ link, verdict }];
    });
    const isKept = keptEntries(list, 'refresh', settings.exceptions, context.now());
    const known = entriesWithFacts(judged, context.now()).filter(({ entry }) => !isKept(entry));
    const changes = known.flatMap(({ entry, repository, packages }) =>
      [repository, ...packages].flatMap((one) =>
        one === null ? [] : changesOf(entry, one.facts, list, settings.refresh, grammar),
      ),
    );
    const single = onePerField(changes);
    const { text, applied } = withChanges(
      list,
      single.filter(({ key }) => !keys.has(key)),
      reread,
    );
    const kept = single.filter(({ key }) => keys.has(key));
    const after =
      kept.length === 0 ? text : keepEntries(reread(text), new Set(kept.map(({ key }) => key)), comment, reread);
    if (after === before) continue;
    files.push({ file: input.file, path: input.path, before, after });
    for (const one of applied) fields.push(fieldOf(one));
    for (const one of kept) allKept.push(fieldOf(one));
  }
  return { files, fields, kept: allKept, notices: outcome.notices };
}

function fieldOf({ entry, edit, ...field }: Change): RefreshedField {
  return field;
}

function changesOf(
  entry: Entry,
  facts: Facts,
  list: List,
  wanted: Settings['refresh'],
  grammar: EntryGrammar,
): readonly Change[] {
  const at = {
    key: entryKey(entry, list.path),
    path: list.path,
    line: entry.position.start.line,
    name: oneLine(entry.name),
    readAt: facts.readAt.slice(0, 10),
  };
  return wanted.flatMap((one): readonly Change[] => {
    const [shown, ...more] = entry.fields?.[one.field] ?? [];
    if (one.fact === 'archived') {
      const isArchived = facts.kind === 'repository' ? facts.isArchived : null;
      const edit = isArchived === null ? null : markEdit(entry, list, one.field, isArchived, grammar);
      const said = {
        before: shown === undefined ? '' : oneLine(shown.value),
        after: isArchived === true ? 'archived' : '',
      };
      return edit === null ? [] : [{ ...at, ...said, field: one.field, entry, edit }];
    }
    if (shown === undefined || more.length > 0) return [];
    const { start, end } = shown.position;
    // What has markup in it is not one piece of text.
    if (list.text.slice(start.offset, end.offset) !== shown.value) return [];
    const others = list.entries.flatMap(({ fields }) => fields?.[one.field]?.[0]?.value ?? []).slice(0, 500);
    const text = factText(one, shown.value, facts, others);
    if (text === null) return [];
    const edit = { start: start.offset, end: end.offset, text };
    return [{ ...at, field: one.field, before: oneLine(shown.value), after: text, entry, edit }];
  });
}

/** The first change of each field, and none that is in another. */
function onePerField(changes: readonly Change[]): readonly Change[] {
  const taken: Change[] = [];
  for (const one of changes) {
    const isTaken = taken.some(
      ({ entry, field, edit }) =>
        (entry === one.entry && field === one.field) || (edit.start < one.edit.end && one.edit.start < edit.end),
    );
    if (!isTaken) taken.push(one);
  }
  return taken.toSorted((a, b) => a.edit.start - b.edit.start);
}

/** The text with changes; those after which an entry reads otherwise in anything but the field are left out. */
function withChanges(
  list: List,
  changes: readonly Change[],
  reread: (text: string) => List,
): { readonly text: string; readonly applied: readonly Change[] } {
  let applied = changes;
  for (let round = 0; round < 5 && applied.length > 0; round++) {
    const text = applyEdits(
      list.text,
      applied.map(({ edit }) => edit),
    );
    const read = reread(text);
    if (read.entries.length !== list.entries.length) break;
    const wrong = new Set(
      list.entries.filter((entry, index) => {
        const changed = new Set(applied.flatMap((one) => (one.entry === entry ? [one.field] : [])));
        const now = read.entries[index];
        return now === undefined || sayingOf(entry, changed) !== sayingOf(now, changed);
      }),
    );
    if (wrong.size === 0) return { text, applied };
    applied = applied.filter(({ entry }) => !wrong.has(entry));
  }
  return { text: list.text, applied: [] };
}

/** What an entry says besides some fields. */
function sayingOf(entry: Entry, but: ReadonlySet<string>): string {
  const fields = Object.entries(entry.fields ?? {}).filter(([name]) => !but.has(name));
  const values = fields.map(([name, all]) => [name, all.map(({ value }) => value)]);
  return JSON.stringify([entry.url, but.size > 0 ? null : entry.name, values.toSorted()]);
}

/** Which entry a field is of, and how it changes: `Bancha (README.md:8): stars 1.2k → 3.5k, read on 2026-11-30`. */
export function refreshedLine({ path, line, name, field, before, after, readAt }: RefreshedField): string {
  return `${name} (${oneLine(path)}:${line}): ${field} ${before || 'none'} → ${after || 'none'}, read on ${readAt}`;
}

/** The message of a commit. */
export function refreshMessage({ fields }: Refreshed): string {
  const rows = fields.map((field) => `- ${refreshedLine(field)}`);
  return `Refresh ${plural(fields.length, 'fact')} of entries\n\n${rows.join('\n')}\n`;
}
