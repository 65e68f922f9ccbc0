import type { Entry, Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { entryAt } from './finding-locations.js';
import { isChanged, movedEntries, pairEntries } from './match-entries.js';
import { type Group, groupTitle, type Pairs, pairGroups, sectionGroups } from './match-sections.js';
import { lineChanges } from './new-lines.js';

/** What a list has otherwise than it had. All nodes are of the list after the change but the values of `pairs`. */
export interface Changes {
  /** Entries that were not there, in document order; a moved entry is not new. */
  readonly added: readonly Entry[];
  /** Entries that say or link something else than before. */
  readonly changed: readonly Entry[];
  /** Entries that stand elsewhere than before, seen from those around them; a changed one may be among them. */
  readonly moved: readonly Entry[];
  /** Links whose address, as written, stood nowhere before; each occurrence. */
  readonly links: readonly Link[];
  /** Sections and tiers that were not there. */
  readonly sections: readonly Group[];
  /** Sections and tiers that had another name. */
  readonly renamed: readonly Group[];
  /** Lines (1-based) that stood nowhere before. */
  readonly lines: ReadonlySet<number>;
  /** Lines (1-based) that a line diff adds, moved and empty ones included. */
  readonly addedLines: ReadonlySet<number>;
  /** What entries, sections and tiers were before. */
  readonly pairs: { readonly entries: Pairs<Entry>; readonly groups: Pairs<Group> };
  /** True for a place in a new or changed entry, or, outside of entries, on a new line. */
  touches(place: Position): boolean;
}

/** Compares two states of a list by their trees, not by their lines. Without a state before, all is new. */
export function changesBetween(before: List | null, after: List): Changes {
  if (before === null) return allNew(after);
  const { fresh: lines, added: addedLines } = lineChanges(before.text, after.text);
  const groups = pairGroups(before, after);
  const entries = pairEntries(before, after, groups, lines);
  const added = after.entries.filter((entry) => !entries.has(entry));
  const changed = after.entries.filter((entry) => {
    const old = entries.get(entry);
    return old !== undefined && isChanged(entry, old, after, before);
  });
  const known = new Set(before.links.map((link) => link.url));
  const touched = new Set([...added, ...changed]);
  return {
    added,
    changed,
    moved: movedEntries(after, entries, groups, before),
    links: after.links.filter((link) => !known.has(link.url)),
    sections: sectionGroups(after).filter((group) => !groups.has(group)),
    renamed: sectionGroups(after).filter((group) => {
      const old = groups.get(group);
      return old !== undefined && groupTitle(old) !== groupTitle(group);
    }),
    lines,
    addedLines,
    pairs: { entries, groups },
    touches: (place) => {
      const entry = entryAt(after, place);
      return entry === null ? isOnAny(place, lines) : touched.has(entry);
    },
  };
}

function allNew(after: List): Changes {
  const { fresh: lines, added: addedLines } = lineChanges('', after.text);
  return {
    added: after.entries,
    changed: [],
    moved: [],
    links: after.links,
    sections: sectionGroups(after),
    renamed: [],
    lines,
    addedLines,
    pairs: { entries: new Map(), groups: new Map() },
    touches: () => true,
  };
}

function isOnAny({ start, end }: Position, lines: ReadonlySet<number>): boolean {
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  for (let line = start.line; line <= last; line++) if (lines.has(line)) return true;
  return false;
}
