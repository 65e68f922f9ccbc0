import { destination, escaped, plainLine } from '../text/escape-markdown.js';
import { reasonsOf } from './message.js';
import type { PrunedEntry } from './pruned.js';

const heading = '# Removed entries';
const intro = 'Entries that were removed from the list, with the reason. `listwright` reads this file.';

/** The record of removals with some more at its end; a new one where there is none. */
export function withRemovals(before: string | null, entries: readonly PrunedEntry[], day: string): string {
  const eol = before !== null && /\r\n/.test(before) ? '\r\n' : '\n';
  const rows = entries.map((entry) => rowOf(entry, day) + eol).join('');
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
  return `- ${day} ${shown}${place}: ${escaped(plainLine(reasonsOf(entry), 500))}.`;
}
