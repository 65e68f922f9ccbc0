import type { Entry, List, Section, Tier } from '../model/list.js';
import { foldName, foldSignedName } from '../text/fold-name.js';

/** What can hold an entry. */
export type Destination = Section | Tier;

/** A home with the words by which a person may name it. */
export interface NamedDestination {
  readonly home: Destination;
  /** Titles from the outside in. */
  readonly path: readonly string[];
}

/** Every section with content and every tier, in document order. */
export function sectionsAndTiers(list: List): readonly NamedDestination[] {
  const found: NamedDestination[] = [];
  const walk = (nodes: readonly (Section | Tier | Entry)[], path: readonly string[]): void => {
    for (const node of nodes) {
      if (node.type === 'entry') continue;
      const isContent = node.type === 'tier' || node.role === 'content';
      const here = isContent ? [...path, destinationTitle(node)] : path;
      // What comes below a table of contents in depth is seldom a part of it.
      if (isContent) found.push({ home: node, path: here });
      walk(node.children, here);
    }
  };
  walk(list.children, []);
  return found;
}

/** What a home is called; a tier by its whole label. */
export function destinationTitle(home: Destination): string {
  return home.type === 'section' ? home.title : home.label;
}

/** The sections that a title, an anchor or a path of titles (`Tools › Editors`, `Tools/Editors`) names. */
export function sectionsNamed(homes: readonly NamedDestination[], wanted: string): readonly NamedDestination[] {
  const anchor = wanted.replace(/^#/, '').toLowerCase();
  const key = foldSignedName(wanted) || wanted;
  const sections = homes.filter(({ home }) => home.type === 'section' || home.form === 'heading');
  const bySlug = sections.filter(({ home }) => home.slug !== null && home.slug.toLowerCase() === anchor);
  const exact = sections.filter(({ home }) => destinationTitle(home).toLowerCase() === wanted.trim().toLowerCase());
  const folded = sections.filter(
    ({ home }) => (foldSignedName(destinationTitle(home)) || destinationTitle(home)) === key,
  );
  const byPath = (marks: RegExp): readonly NamedDestination[] => {
    const parts = wanted.split(marks).map(foldSignedName);
    return sections.filter(({ path }) => {
      const titles = path.map(foldSignedName);
      return parts.length > 1 && parts.every((part, index) => titles.at(index - parts.length) === part);
    });
  };
  const counted = sections.filter(
    ({ home }) => foldSignedName(destinationTitle(home).replace(/\s*\(\d+\)\s*$/, '')) === key,
  );
  const ways = [exact, bySlug, folded, counted, byPath(/\s*[›>]\s*/), byPath(/\s*\/\s*/)];
  return ways.find((found) => found.length > 0) ?? [];
}

/** The tiers inside a section (everywhere, where it is null) that a number, a title or a label names. */
export function tiersNamed(
  homes: readonly NamedDestination[],
  section: Destination | null,
  wanted: string,
): readonly NamedDestination[] {
  const tiers = tiersIn(homes, section);
  const key = foldName(wanted);
  const number = /^\s*(\d{1,3})\s*$/.exec(wanted)?.[1];
  return tiers.filter(({ home }) => {
    if (home.type !== 'tier') return false;
    if (number !== undefined) return (home.number ?? home.level) === Number(number);
    return (
      foldName(home.label) === key ||
      foldName(home.title ?? '') === key ||
      foldName(`${home.keyword}${home.number}`) === key
    );
  });
}

/** The tiers that stand inside a home; all there are for null. */
export function tiersIn(homes: readonly NamedDestination[], section: Destination | null): readonly NamedDestination[] {
  return homes.filter(
    ({ home }) => home.type === 'tier' && (section === null || (home !== section && isWithin(home, section))),
  );
}

/** True for a node inside another, and for itself. */
export function isWithin(node: Destination, around: Destination): boolean {
  for (let at: Section | Tier | List | Entry = node; at.type !== 'list'; at = at.parent) if (at === around) return true;
  return false;
}

/** The entries that stand in a home itself, not in a section or tier of it. */
export function ownEntries(home: Destination | List): readonly Entry[] {
  return home.children.filter((child) => child.type === 'entry');
}

/** The entries of a home and of the tiers in it, not those of its sections. */
export function tieredEntries(home: Destination): readonly Entry[] {
  return home.children.flatMap((child) =>
    child.type === 'entry' ? [child] : child.type === 'tier' ? tieredEntries(child) : [],
  );
}

/** All entries in a home, those of its sections and tiers included. */
export function entriesIn(home: Destination | List): readonly Entry[] {
  return home.children.flatMap((child) => (child.type === 'entry' ? [child] : entriesIn(child)));
}
