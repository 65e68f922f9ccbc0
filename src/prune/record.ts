import { destination, escaped, plainLine } from '../text/escape-markdown.js';
import { reasonsOf } from './message.js';
import type { PrunedEntry } from './pruned.js';

const heading = '# Removed entries';
const intro = 'Entries that were removed from the list, with the reason. `listwright` reads this file.';

/**
 * The record of removals with some more at its end; a new one where there is none. A row that is there already, as after a run
 * that was killed before it wrote the list, is not added again.
 */
export function withRemovals(before: string | null, entries: readonly PrunedEntry[], day: string): string {
  const eol = before !== null && /\r\n/.test(before) ? '\r\n' : '\n';
  const known = new Set(before?.split(/\r?\n/));
  const added = entries.map((entry) => rowOf(entry, day)).filter((row) => !known.has(row));
  if (before !== null && added.length === 0) return before;
  const rows = added.map((row) => row + eol).join('');
  const start = before === null || before.trim() === '' ? `${heading}${eol}${eol}${intro}${eol}${eol}` : before;
  const ended = /[\r\n]$/.test(start) ? start : start + eol;
  const last = ended.trimEnd().split(/\r?\n/).at(-1) ?? '';
  const gap = /^[-*] /.test(last) || /\r?\n\r?\n$/.test(ended) ? '' : eol;
  return (/^[-*] /.test(last) ? ended.trimEnd() + eol : ended) + gap + rows;
}

function rowOf(entry: PrunedEntry, day: string): string {
  const name = escaped(plainLine(entry.name, 200)).replaceAll('<', '\\<') || 'unnamed';
  const shown = entry.url === null ? name : `[${name}](${destination(entry.url)})`;
  const place = entry.section.length === 0 ? '' : ` from ${escaped(plainLine(entry.section.join(' › '), 200))}`;
  return `- ${day} ${shown}${place}: ${withCode(plainLine(reasonsOf(entry), 500))}.`;
}

/** Text of which what is between backticks stays code. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (/^`.+`$/.test(part) ? part : escaped(part)))
    .join('');
}
