import { oneLine } from '../report/escape.js';
import { plural } from '../text/plural.js';
import type { LeftEntry, Pruned, PrunedEntry } from './pruned.js';

/** Why an entry was pruned, in clauses. */
export function reasonsOf({ endings }: Pick<PrunedEntry, 'endings'>): string {
  return endings.map(({ why }) => oneLine(why)).join('; ');
}

/** Where an entry is: `README.md:12, Tools › Editors`. */
export function placeOf({ path, line, section }: PrunedEntry): string {
  return `${oneLine(path)}:${line}${section.length === 0 ? '' : `, ${section.map(oneLine).join(' › ')}`}`;
}

/** The subject of a commit with what was pruned. */
export function subjectOf({ entries, movedTo }: Pruned): string {
  return movedTo === null
    ? `Remove ${plural(entries.length, 'dead entry', 'dead entries')}`
    : `Move ${plural(entries.length, 'dead entry', 'dead entries')} to ${oneLine(movedTo).slice(0, 40)}`;
}

/** The message of a commit: each entry with its evidence and dates, then what a person should look at. */
export function commitMessage(pruned: Pruned): string {
  const rows = pruned.entries.map((entry) => `- ${nameOf(entry)} (${placeOf(entry)}): ${reasonsOf(entry)}`);
  const left = pruned.left.map((entry) => `- ${nameOf(entry)} (${placeOf(entry)}): ${leftWhy(entry)}`);
  const parts = [
    subjectOf(pruned),
    rows.join('\n'),
    left.length === 0 ? '' : `Dead too, but left for review:\n${left.join('\n')}`,
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
