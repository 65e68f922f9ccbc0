import type { RawOptions } from '../../config/config-file.js';
import type { PresetName, RuleSeverity } from '../../model/rule.js';
import { addTo } from '../../text/group-by.js';

/** What another tool's settings say of a rule: a severity, `on` for that of the preset, or options for a rule that is on. */
export type ImportedRule = RuleSeverity | 'on' | Readonly<Record<string, unknown>>;

type LinkKeys = 'include' | 'exclude' | 'header' | 'accept' | 'timeout' | 'retries' | 'concurrency' | 'perHost';

/** The part of our options that another tool's settings have a word on. */
export interface ImportedSettings extends Pick<RawOptions, LinkKeys | 'userAgent' | 'maxAge' | 'offline' | 'archive'> {
  readonly preset?: PresetName | undefined;
  readonly rules?: Readonly<Record<string, ImportedRule>> | undefined;
}

/** What a file of another tool says, in our options. Names in the sentences are cleaned and short. */
export interface ImportSource {
  readonly settings: ImportedSettings;
  /** One phrase for each setting that was taken over, such as `` `max_retries` as `retries` ``. */
  readonly took: readonly string[];
  /** One sentence for each that was not, or not wholly, with the reason. */
  readonly left: readonly string[];
}

/** What one value of a setting comes to. */
export interface Imported {
  readonly settings?: ImportedSettings;
  /** Reasons why the value, or a part of it, was left. */
  readonly left?: readonly string[];
}

/** One setting of another tool, and what becomes of it: a row of the page `docs/coming-from.md`. */
export interface ImporterRow {
  /** As that tool writes it. */
  readonly name: string;
  /** Our option, or the id of our rule; null where there is none. */
  readonly becomes: string | null;
  /** Why it is left, or what is different; a clause without capital and period. */
  readonly note: string;
  /** Reads its value; omitted for what is kept whole. Gives null for a value of a wrong type. */
  readonly take?: (value: unknown) => Imported | null;
}

/** Another tool, and how its settings are read. */
export interface Importer {
  readonly name: string;
  /** Where its settings are documented. */
  readonly source: string;
  /** Globs below the top of the repository. */
  readonly files: readonly string[];
  readonly rows: readonly ImporterRow[];
  /**
   * Reads one file, and runs nothing; null for a file that says nothing of this tool. Never throws: what cannot be read is left.
   * `rules` are the ids of all rules of ours.
   */
  read(text: string, file: string, rules: ReadonlySet<string>): Promise<ImportSource | null>;
}

const longest = 60;

/** A name from a file, for a sentence: one line, no controls, no backticks, 60 characters. */
export function quotableName(name: string): string {
  const plain = name.replace(/[\p{C}\p{Zl}\p{Zp}\s`]+/gu, ' ').trim();
  return plain.length > longest ? `${[...plain].slice(0, longest - 1).join('')}…` : plain;
}

/** A file that says something, but not in a way that can be taken over. */
export function notImported(why: string): ImportSource {
  return { settings: {}, took: [], left: [why] };
}

/** Reads settings by a table; those that are left for one reason are reported in one sentence. */
export function readSettingRows(
  rows: readonly ImporterRow[],
  settings: Readonly<Record<string, unknown>>,
): ImportSource {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const took: string[] = [];
  const left: string[] = [];
  const why = new Map<string, string[]>();
  const leave = (name: string, reason: string): void => void addTo(why, reason, name);
  let found: ImportedSettings = {};
  for (const [name, value] of Object.entries(settings)) {
    const row = byName.get(name);
    const label = `\`${quotableName(name)}\``;
    if (row === undefined) leave(label, 'unknown setting');
    else if (row.take === undefined) {
      // What is switched off, or empty, asks for nothing.
      if (value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)) leave(label, row.note);
    } else {
      const taken = row.take(value);
      if (taken === null) leave(label, 'its value is not supported');
      else {
        if (taken.settings !== undefined) {
          found = joined(found, taken.settings);
          took.push(row.becomes === null || row.becomes === name ? label : `${label} as \`${row.becomes}\``);
        }
        left.push(...(taken.left ?? []).map((reason) => `${label}: ${reason}`));
      }
    }
  }
  for (const [reason, names] of why) left.push(`${listed(names)}: ${reason}`);
  return { settings: found, took, left };
}

/** Joins settings: lists grow, and of two values the first counts. */
export function joined(first: ImportedSettings, second: ImportedSettings): ImportedSettings {
  const rules = { ...second.rules, ...first.rules };
  const list = (key: 'include' | 'exclude' | 'header') => [...new Set([first[key] ?? [], second[key] ?? []].flat())];
  const lists = Object.fromEntries(
    (['include', 'exclude', 'header'] as const).map((key) => [key, list(key)]).filter(([, all]) => all?.length !== 0),
  );
  return { ...second, ...first, ...lists, ...(Object.keys(rules).length === 0 ? {} : { rules }) };
}

function listed(names: readonly string[]): string {
  const most = 12;
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
