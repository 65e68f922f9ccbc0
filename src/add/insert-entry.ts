import type { Entry, List, Tier } from '../model/list.js';
import { formatEntry } from './format-entry.js';
import { formatRow } from './format-row.js';
import type { EntryStyle } from './infer-style.js';
import { mostCommon } from './majority-vote.js';
import { gapBetween, type InsertionPoint } from './position.js';
import type { ProposedFacts } from './proposed-facts.js';
import { type Destination, entriesIn, ownEntries } from './sections.js';

/** A line that goes into a list. */
export interface Insertion {
  /** The entry as it will stand there, without what the place puts before it. */
  readonly line: string;
  /** The text with the entry in it. */
  readonly after: string;
  /** Where the entry begins in that text. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

/**
 * Writes an entry into the text of a list: next to a neighbour, or as the first of its home.
 * @param byFormat the entry of an item as the configuration has it, without its bullet; null to write it as those around it
 */
export function insertEntry(
  list: List,
  home: Destination | List,
  slot: InsertionPoint,
  facts: ProposedFacts,
  style: EntryStyle,
  byFormat: string | null = null,
): Insertion {
  const { text } = list;
  const eol = eolOf(text);
  const { neighbour, table, near, side } = slot;
  if (neighbour !== null && table !== null) {
    const line = formatRow(facts, style, table, near, list);
    return insertNextTo(text, neighbour, side, leadOf(text, neighbour), line, eol, eol);
  }
  const written = byFormat ?? formatEntry(facts, style);
  if (neighbour !== null && (neighbour.form === 'item' || neighbour.form === 'paragraph')) {
    const isItem = neighbour.form === 'item';
    const line = (isItem ? numbered(style.lead, neighbour, side) : '') + written;
    const gap = gapBetween(near, list, eol);
    return insertNextTo(
      text,
      neighbour,
      side,
      leadOf(text, neighbour),
      line,
      isItem ? gap : gap + (gap === eol ? eol : ''),
      eol,
    );
  }
  const line = numbered(style.lead, null, 'after') + written;
  if (home.type === 'tier' && home.form === 'item') {
    const lead = nestedLead(list, home, style);
    const at = lineEnd(text, home.heading.end.offset);
    return placed(text, at, eol + lead, line, '');
  }
  return asFirst(list, home, line, eol);
}

/** On a line of its own next to another entry, which keeps all that is nested in it. */
function insertNextTo(
  text: string,
  { position }: Entry,
  side: InsertionPoint['side'],
  lead: string,
  line: string,
  gap: string,
  eol: string,
): Insertion {
  if (side === 'before') {
    const at = lineStart(text, position.start.offset);
    return placed(text, at, lead, line, gap);
  }
  // What is nested may end with blank lines.
  const end = position.start.offset + text.slice(position.start.offset, position.end.offset).trimEnd().length;
  const at = lineEnd(text, end);
  const isLast = at === text.length;
  return placed(text, at, gap + lead, line, isLast && !text.endsWith(eol) ? eol : '');
}

/** Behind what is in the home itself, before its first section or tier, with a blank line on each side. */
function asFirst({ text, position, blocks }: List, home: Destination | List, line: string, eol: string): Insertion {
  const child = home.children.find(({ type }) => type !== 'entry');
  const own = ownEntries(home);
  const limit = child?.position.start.offset ?? (home.type === 'list' ? position.end.offset : home.position.end.offset);
  const start = home.type === 'list' ? 0 : home.heading.end.offset;
  const inside = blocks.filter(
    ({ kind, position: at }) => kind !== 'heading' && at.start.offset >= start && at.start.offset < limit,
  );
  const marks = [
    start,
    ...own.map((entry) => entry.position.end.offset),
    ...inside.map(({ position: at }) => at.end.offset),
  ];
  // Underlined headings have a second line.
  const from = marks.reduce((last, mark) => Math.max(last, mark), start);
  const at = lineEnd(text, from - (text[from - 1] === '\n' ? 1 : 0));
  const rest = text.slice(at);
  const close = rest.trim() === '' ? (rest === '' ? eol : '') : /^\r?\n[ \t]*\r?\n/.test(rest) ? '' : eol;
  return placed(text, at, eol + eol, line, close);
}

function placed(text: string, at: number, before: string, line: string, behind: string): Insertion {
  const start = at + before.length;
  return { line, after: text.slice(0, at) + before + line + behind + text.slice(at), start, end: start + line.length };
}

/** What is before an entry on its line: blanks, or the mark of a quote. */
function leadOf(text: string, { position }: Entry): string {
  const lead = text.slice(lineStart(text, position.start.offset), position.start.offset);
  return /^[ \t>]*$/.test(lead) ? lead : ' '.repeat(lead.length);
}

/** How far the first entry of a tier is in: as those of the other tiers do. */
function nestedLead({ text, tiers }: List, tier: Tier, { lead }: EntryStyle): string {
  const others = tiers
    .filter(({ form }) => form === 'item')
    .flatMap((one) => {
      const [entry] = ownEntries(one);
      if (entry === undefined) return [];
      const [inner, outer] = [entry.position.start.column, one.position.start.column];
      return inner > outer
        ? [text.slice(lineStart(text, entry.position.start.offset), entry.position.start.offset)]
        : [];
    });
  const own = text.slice(lineStart(text, tier.position.start.offset), tier.position.start.offset);
  return mostCommon(others) ?? `${own}${' '.repeat(Math.max(2, /^\S+[ \t]+/.exec(lead)?.[0].length ?? 2))}`;
}

/** Numbers go on where the neighbour's does. */
function numbered(lead: string, neighbour: Entry | null, side: InsertionPoint['side']): string {
  const marker = neighbour?.marker ?? null;
  const number = /^(\d{1,9})([.)])$/.exec(marker ?? '');
  if (number !== null) {
    const next = Number(number[1]) + (side === 'after' ? 1 : 0);
    return lead.replace(/^(?:[-*+]|\d+[.)])/, `${next}${number[2]}`);
  }
  return /^\d/.test(lead) && marker !== null ? lead.replace(/^\d+[.)]/, marker) : lead;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset, offset + 20_000))?.index;
  return found === undefined ? text.length : offset + found;
}

function eolOf(text: string): string {
  const crlf = text.split('\r\n').length - 1;
  return crlf * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
}

/** The entries around a place, from the nearest out: its neighbours, those of its home, those of the section above. */
export function circlesOf(home: Destination | List, near: readonly Entry[]): readonly (readonly Entry[])[] {
  const circles: (readonly Entry[])[] = [near];
  for (let at: Destination | List = home; at.type !== 'list'; at = at.parent) circles.push(entriesIn(at));
  return circles;
}
