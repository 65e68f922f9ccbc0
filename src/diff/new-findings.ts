import type { Finding } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { byFinding, entryAt, type FindingLocation, locationsOf, narrowPlaces } from './finding-locations.js';
import type { Changes } from './list-diff.js';
import type { Group } from './match-sections.js';

/** The list at the base, null when it was not there, and that of the head. */
export interface BothLists {
  readonly before: List | null;
  readonly after: List;
}

/**
 * The findings of the head that the change causes: those without a counterpart at the base. Each finding of the base is
 * the counterpart of one: a second copy of an old fault is new. A finding that represents many is narrowed to its new
 * places; one that was said of an old place, and names the line of a new one, is put there.
 */
export function newFindings(
  before: readonly Finding[] | null,
  after: readonly Finding[],
  lists: BothLists,
  changes: Changes,
): readonly Finding[] {
  if (before === null || lists.before === null) return after;
  const old = locationsOf(before, lists.before);
  const now = locationsOf(after, lists.after);
  const known = counterparts(old, now, sidesOf(lists.before, lists.after, changes));
  const fresh = byFinding(now.filter((spot) => !known.has(spot)));
  const caused = after.flatMap((finding) => narrowPlaces(finding, fresh.get(finding) ?? []) ?? []);
  return caused.map((finding) => atNewPlace(finding, lists.after, changes)).sort(inOrder);
}

function inOrder(a: Finding, b: Finding): number {
  const [one, other] = [`${a.rule} ${a.message}`, `${b.rule} ${b.message}`];
  const place = a.start.offset - b.start.offset || a.end.offset - b.end.offset;
  return place || (one < other ? -1 : one > other ? 1 : 0);
}

/** How the spots of one state are named so that both states give one name to the same thing; null where there is none. */
interface Side {
  /** True for the base. */
  readonly was: boolean;
  /** The entry as it was at the base. */
  readonly entryOf: (spot: FindingLocation) => Entry | null;
  readonly groupOf: (spot: FindingLocation) => Group | 'top' | null;
  /** True when nothing was done to the place itself. */
  readonly still: (spot: FindingLocation) => boolean;
}

interface Sides {
  readonly old: Side;
  readonly now: Side;
  readonly idOf: (node: Entry | Group | 'top' | null) => number | null;
}

function sidesOf(before: List, after: List, { pairs, changed, moved, lines }: Changes): Sides {
  const stirred = new Set([...changed, ...moved]);
  const left = new Set([...pairs.entries].filter(([now]) => !stirred.has(now)).map(([, old]) => old));
  const ids = new Map<object, number>();
  const texts = new Set(after.text.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, ' ').trim()));
  return {
    old: {
      was: true,
      entryOf: ({ entry }) => entry,
      groupOf: (spot) => groupAt(before, spot),
      still: ({ entry, line }) => (entry === null ? texts.has(line) : left.has(entry)),
    },
    now: {
      was: false,
      entryOf: ({ entry }) => (entry === null ? null : (pairs.entries.get(entry) ?? null)),
      groupOf: (spot) => {
        const group = groupAt(after, spot);
        return group === 'top' ? group : (pairs.groups.get(group) ?? null);
      },
      still: ({ entry, place }) =>
        entry === null ? !lines.has(place.start.line) : pairs.entries.has(entry) && !stirred.has(entry),
    },
    idOf: (node) => {
      if (node === null || node === 'top') return node === null ? null : 0;
      const id = ids.get(node) ?? ids.size + 1;
      ids.set(node, id);
      return id;
    },
  };
}

/** The innermost section or tier around a place. */
function groupAt({ sections, tiers }: List, { place }: FindingLocation): Group | 'top' {
  const around = ({ position }: Group): boolean =>
    position.start.offset <= place.start.offset && place.start.offset < position.end.offset;
  const [section, tier] = [sections.findLast(around), tiers.findLast(around)];
  if (section === undefined || tier === undefined) return section ?? tier ?? 'top';
  return section.position.start.offset > tier.position.start.offset ? section : tier;
}

type Key = (spot: FindingLocation, side: Side, id: Sides['idOf']) => readonly (string | number | null)[] | null;

/** Ways to be the same finding, the surest first. A key with a null in it is none. */
const ways: readonly Key[] = [
  // The same words of the same text of the same entry.
  (spot, side, id) => [said(spot), spot.finding.url, id(side.entryOf(spot)), spot.text],
  // The same line with the same fault, wherever it is now.
  (spot) => [said(spot), spot.finding.url, spot.line, spot.text],
  // The entry was changed, and still has the fault.
  (spot, side, id) => [said(spot), spot.finding.url, id(side.entryOf(spot))],
  // What is not in an entry, as the heading of a section in which something was changed.
  (spot, side, id) =>
    spot.entry === null && side.still(spot) ? [said(spot), spot.finding.url, id(side.groupOf(spot))] : null,
  // Nothing was done to the entry, and the rule spoke of it before, but names another neighbour now, or many at once.
  (spot, side, id) => (side.still(spot) ? ['', spot.finding.url, id(side.entryOf(spot)), spot.text] : null),
  // The same line, of which the rule has other names to tell; or it spoke of it alone, and of many now, or the reverse.
  (spot, side) => (spot.entry === null && side.still(spot) ? ['', spot.line, spot.text, wordsOf(spot)] : null),
  (spot, side) => (side.was && !isOneOfMany(spot) ? null : ofStillLine(spot, side)),
  (spot, side) => (side.was || isOneOfMany(spot) ? ofStillLine(spot, side) : null),
  // Of entries that no one touched, the rule blames another than before: as many stand in its way as did.
  (spot, side, id) => (spot.entry !== null && side.still(spot) ? ['', spot.finding.url, id(side.groupOf(spot))] : null),
];

/** The spots of the head that have a counterpart. */
function counterparts(
  old: readonly FindingLocation[],
  now: readonly FindingLocation[],
  sides: Sides,
): ReadonlySet<FindingLocation> {
  const open = new Set(old);
  const known = new Set<FindingLocation>();
  for (const way of ways) {
    const keyOf = (spot: FindingLocation, side: Side): string | null => {
      const key = way(spot, side, sides.idOf);
      return key === null || key.slice(2).includes(null) ? null : JSON.stringify([spot.finding.rule, ...key]);
    };
    const counts = new Map<string, FindingLocation[]>();
    for (const spot of open) {
      const key = keyOf(spot, sides.old);
      if (key !== null && counts.get(key)?.push(spot) === undefined) counts.set(key, [spot]);
    }
    for (const spot of now) {
      const key = known.has(spot) ? null : keyOf(spot, sides.now);
      const match = key === null ? undefined : counts.get(key)?.shift();
      if (match === undefined) continue;
      open.delete(match);
      known.add(spot);
    }
  }
  return known;
}

/** The message without numbers of its own and without the name of its entry, which may have changed. */
function said({ finding, entry }: FindingLocation): string {
  const words =
    entry === null || entry.name === '' ? finding.message : finding.message.replaceAll(`\`${entry.name}\``, '``');
  return words
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<![^\s(])\d+(?![^\s),.;:%])/g, '#')))
    .join('');
}

/** What of a message is in the rule's own words. */
function wordsOf(spot: FindingLocation): string {
  return said(spot).replace(/`[^`]*`/g, '``');
}

function isOneOfMany({ finding }: FindingLocation): boolean {
  return finding.places !== null;
}

function ofStillLine(spot: FindingLocation, side: Side): ReturnType<Key> {
  return spot.entry === null && side.still(spot) ? ['', spot.line, spot.text] : null;
}

/**
 * Puts a finding of an old place where the new one is of which it speaks: in the line that the message names, as of two
 * copies, or between the two, as an entry that came between neighbours which were in order.
 */
function atNewPlace(finding: Finding, list: List, changes: Changes): Finding {
  const moved = new Set(changes.moved);
  const isNew = (place: Position): boolean => {
    const entry = entryAt(list, place);
    return changes.touches(place) || (entry !== null && moved.has(entry));
  };
  if (finding.places !== null || isNew(finding)) return finding;
  const at = ({ start, end }: Position): Finding => ({ ...finding, start, end, fix: null });
  for (const [, written] of finding.message.matchAll(/\bline (\d{1,7})\b/g)) {
    const line = Number(written);
    const entry = list.entries.find(({ label }) => label.start.line === line);
    const place = entry?.label ?? list.headings.find(({ position }) => position.start.line === line)?.position;
    if (place !== undefined && isNew(place)) return at(place);
    if (!/\b(?:before|after)\b/.test(finding.message)) continue;
    const own = entryAt(list, finding);
    const [from, to] = [Math.min(line, finding.start.line), Math.max(line, finding.start.line)];
    const between = list.entries.filter(
      ({ parent, label }) => parent === own?.parent && from < label.start.line && label.start.line < to && isNew(label),
    );
    if (entry !== undefined && entry.parent === own?.parent && between[0] && between.length === 1) {
      return at(between[0].label);
    }
  }
  return finding;
}
