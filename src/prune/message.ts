import { oneLine } from '../report/escape.js';
import { plural } from '../text/plural.js';
import { ruleOf } from './criteria.js';
import type { LeftEntry, Pruned, PrunedEntry } from './pruned.js';

/** Why an entry was pruned, in clauses. */
export function reasonsOf({ endings }: Pick<PrunedEntry, 'endings'>): string {
  return endings.map(({ why }) => oneLine(why)).join('; ');
}

/** Where an entry is: `README.md:12, Tools › Editors`. */
export function entryPlace({ path, line, section }: PrunedEntry): string {
  return `${oneLine(path)}:${line}${section.length === 0 ? '' : `, ${section.map(oneLine).join(' › ')}`}`;
}

const adjectives: ReadonlyMap<string, string> = new Map([
  [ruleOf.broken, 'broken'],
  [ruleOf.archived, 'archived'],
  [ruleOf.silent, 'inactive'],
]);

/** The subject of a commit with what was pruned, by its causes: `Remove 3 broken and archived entries`. */
export function subjectOf({ entries, movedTo }: Pick<Pruned, 'entries' | 'movedTo'>): string {
  const verb = movedTo === null ? 'Remove' : 'Move';
  const where = movedTo === null ? '' : ` to ${oneLine(movedTo).slice(0, 30)}`;
  const causes = new Set(entries.map(causeOf));
  const words = [...adjectives].flatMap(([rule, word]) => (causes.has(rule) ? [word] : []));
  const [only, ...more] = [...causes].filter((rule) => !adjectives.has(rule));
  if (only === undefined) {
    const kind = listed(words, 'and');
    return `${verb} ${plural(entries.length, `${kind} entry`, `${kind} entries`)}${where}`;
  }
  const reported = `reported by ${words.length > 0 ? 'a rule' : more.length === 0 ? `\`${only}\`` : 'rules'}`;
  return `${verb} ${plural(entries.length, 'entry', 'entries')}${where}: ${listed([...words, reported], 'or')}`;
}

/** The rule that says most of why an entry has ended. */
function causeOf({ endings }: PrunedEntry): string {
  const rules = endings.map(({ rule }) => rule);
  return [...adjectives.keys()].find((rule) => rules.includes(rule)) ?? rules[0] ?? '';
}

/** `a, b and c`. */
function listed(words: readonly string[], conjunction: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** The message of a commit: each entry with its evidence and dates, then what a person should look at. */
export function commitMessage(pruned: Pruned): string {
  const rows = pruned.entries.map((entry) => `- ${nameOf(entry)} (${entryPlace(entry)}): ${reasonsOf(entry)}`);
  const left = pruned.left.map((entry) => `- ${nameOf(entry)} (${entryPlace(entry)}): ${leftWhy(entry)}`);
  const parts = [
    subjectOf(pruned),
    rows.join('\n'),
    left.length === 0 ? '' : `Dead or inactive too, but left for review:\n${left.join('\n')}`,
    pruned.emptied.length === 0
      ? ''
      : `Sections that are now empty:\n${pruned.emptied.map((one) => `- ${one}`).join('\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Why an entry that ended stays. */
export function leftWhy(entry: LeftEntry): string {
  return `${reasonsOf(entry)}; ${oneLine(entry.why)}`;
}

/** An entry by its name and URL, on one line that git does not take for a comment. */
function nameOf({ name, url }: PrunedEntry): string {
  return [oneLine(name) || 'unnamed', ...(url === null ? [] : [`<${oneLine(url)}>`])].join(' ');
}
