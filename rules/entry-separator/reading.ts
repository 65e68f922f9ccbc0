import type { Entry, List } from '../../src/model/list.js';
import type { Span } from '../../src/model/position.js';
import { hasSeparator } from '../../src/rule-kit/description.js';
import { groupBy } from '../../src/text/group-by.js';

/** A separator in the source. */
export interface Departure {
  readonly entry: Entry;
  readonly separator: Span;
  /** With its spaces, on one line. */
  readonly found: string;
}

/** The separator of a linked name and its description; other marks than dashes and colons may be part of either. */
export function read(entry: Entry, list: List): readonly Departure[] {
  const { separator } = entry;
  if (separator === null || entry.form !== 'item' || !entry.leads || entry.naming !== 'link') return [];
  // A bullet without its space: entry-missing-space has that line.
  if (/[\r\n][ \t]*[-*+]$/.test(separator.text)) return [];
  const found = separator.text.replace(/(?<![ \t])[ \t]*[\r\n]+[ \t]*/g, ' ');
  return hasSeparator(entry) || (found.trim() === '' && isMissing(entry, list)) ? [{ entry, separator, found }] : [];
}

/** An author or speaker after a dash, as in a list that has its descriptions after colons. */
export function isByline(found: string, { description }: Entry): boolean {
  return (
    /^\s*[-–—]\s*$/.test(found) &&
    /^(?:\p{Lu}[\p{L}.'’-]*\s+)(?:(?:de|van|von|der|and|&)\s+|\p{Lu}[\p{L}.'’-]*\s+)*\p{Lu}[\p{L}.'’-]*(?:$|[.,;]?\s+\(|\.\s)/u.test(
      description ?? '',
    )
  );
}

/** An author, a place or a language after the name, as in "By Ann" or "Spanish". */
const remark = /^(?:(?:by|on|in|from|at|via|par|por|von|van|de|da|di|av|от)\s|[\p{L}\p{M}'’-]+$)/iu;

/** Without a separator only what begins like a sentence on the same line is a description; in emphasis or code, or before a dash, it is a tag. */
function isMissing({ name, link, label, separator, body, description }: Entry, { text }: List): boolean {
  if (separator === null || !/^[^\S\r\n]+$/.test(separator.text) || body === null || description === null) return false;
  // A sentence with links in it has no name to set off.
  if (!link?.text.includes(name)) return false;
  if (text.slice(label.end.offset, separator.position.start.offset).includes('\n')) return false;
  const first = text[body.position.start.offset] ?? '';
  // A link is not a remark.
  if (first !== '[' && remark.test(description)) return false;
  const sentence = /^["'“‘«]?\p{Lu}/u.test(description) && !/^.{0,40}\s[-–—]\s/u.test(description);
  return sentence && !/[_*`<]/.test(first);
}

/** A separator as a reader sees it: a full-width mark has its own space. */
export function asDisplayed(separator: string): string {
  const mark = separator.trim();
  return /^[\u3000-\u303f\uff00-\uff60]+$/u.test(mark) ? mark : separator.replace(/[ \t]+/g, ' ');
}

/** Finds the parts of one entry that are all written alike, as a list of its features may be. */
export function partsAlike(described: readonly Departure[]): (entry: Entry) => boolean {
  const parts = groupBy(described, ({ entry }) => (entry.parent.type === 'entry' ? entry.parent : undefined));
  return ({ parent }) => {
    const own = parent.type === 'entry' ? (parts.get(parent) ?? []) : [];
    return own.length > 2 && new Set(own.map(({ found }) => asDisplayed(found))).size === 1;
  };
}
