import type { Entry, List } from '../model/list.js';
import { majority } from '../text/majority.js';
import { type EntryTemplate, templateOf } from './entry-template.js';
import { decisive, isMostly, mostCommon } from './majority-vote.js';

/** How the entries of a list are written, templates as those of a `Shape`. */
export interface EntryStyle {
  /** With its bullet, its blanks and an empty box where entries have one: `- `. */
  readonly lead: string;
  readonly label: string;
  readonly separator: string;
  /** True where most entries have a description. */
  readonly described: boolean;
  /** True where descriptions begin with a capital letter. */
  readonly capital: boolean;
  /** True where descriptions end with a period. */
  readonly stop: boolean;
  readonly frame: string;
  readonly tail: string;
  /** True where repositories are called `owner/name`. */
  readonly owner: boolean;
  /** The kinds that entries of the list are said to be, the most frequent first. */
  readonly kinds: readonly string[];
  /** True where most entries say what kind of thing they are. */
  readonly kindly: boolean;
}

/** Learns how entries are written: from those around the place first, then from those of its section, then from all. */
export function inferStyle(list: List, around: readonly (readonly Entry[])[]): EntryStyle {
  const shapes = new Map<Entry, EntryTemplate | null>();
  const read = (entries: readonly Entry[]): readonly EntryTemplate[] =>
    entries.flatMap((entry) => {
      const known = shapes.get(entry) ?? templateOf(entry, list);
      shapes.set(entry, known);
      return known === null ? [] : [known];
    });
  const groups = [...around, list.entries].map(read);
  const tell = <Value>(pick: (shape: EntryTemplate) => Value | null): readonly Value[] =>
    decisive(groups.map((group) => group.flatMap((shape) => pick(shape) ?? [])));
  const all = groups.at(-1) ?? [];
  // What nearly the whole list agrees on is its style, whatever a few neighbours do.
  const agreed = (pick: (shape: EntryTemplate) => string | null): string | null =>
    majority(all.flatMap((shape) => pick(shape) ?? [])) ?? mostCommon(tell(pick));
  const described = tell((shape) => shape.entry.description !== null);
  const bodies = tell((shape) => shape.body);
  const kinds = list.entries.flatMap(({ kind }) => kind ?? []);
  const tails = groups.find((group) => group.length >= 3) ?? [];
  const tail = mostCommon(tails.flatMap((shape) => shape.tail ?? [])) ?? '';
  const kindly = isMostly(
    tell((shape) => shape.entry.kind !== null),
    false,
  );
  return {
    lead: agreed(leadOf) ?? markerOf(list),
    label: withKind(
      agreed(({ label }) => (label === null ? null : withoutKind(label))),
      all,
    ),
    separator: agreed(({ separator }) => separator) ?? ' - ',
    described: isMostly(described, true),
    capital: isMostly(
      bodies.flatMap(({ capital }) => capital ?? []),
      true,
    ),
    stop: isMostly(
      bodies.map(({ stop }) => stop),
      true,
    ),
    frame: mostCommon(bodies.map(({ frame }) => frame)) ?? '',
    tail: tails.filter((shape) => shape.tail === tail).length * 5 >= tails.length * 3 ? tail : '',
    owner: isMostly(
      tell(({ entry }) => ownerIn(entry)),
      false,
    ),
    kinds: [...new Set(kinds)].sort((a, b) => count(kinds, b) - count(kinds, a)),
    kindly,
  };
}

/** A template of a name without the place of its kind. */
export function withoutKind(label: string): string {
  return label.replace(/ ?[(（]\{kind\}[)）]/, '');
}

/** The numbers of a numbered list are counted elsewhere. */
function leadOf({ lead }: EntryTemplate): string | null {
  return lead === null ? null : lead.replace(/^\d+/, '1');
}

/** The bullet of a list that has items and no entry as they are usual. */
function markerOf({ items }: List): string {
  return `${mostCommon(items.flatMap(({ marker }) => (marker.length === 1 ? [marker] : []))) ?? '-'} `;
}

/** Puts the kind where those entries have it that say one. */
function withKind(bare: string | null, all: readonly EntryTemplate[]): string {
  const label = bare ?? '[{name}]({url})';
  const named = all.flatMap((shape) => (shape.label?.includes('{kind}') ? [shape.label] : []));
  const alike = mostCommon(named.filter((one) => withoutKind(one) === label));
  if (alike !== null || named.length === 0) return alike ?? label;
  const isOutside = mostCommon(named)?.endsWith(')') === true && /\{url\}>?\).*\{kind\}/.test(mostCommon(named) ?? '');
  return isOutside ? `${label} ({kind})` : label.replace('{name}', '{name} ({kind})');
}

/** Null for what is no repository: its name tells nothing. */
function ownerIn({ name, url }: Entry): boolean | null {
  const path = /^https?:\/\/(?:www\.)?github\.com\/([^/]+)\/([^/#?]+)\/?$/i.exec(url ?? '');
  if (path === null) return null;
  return name.replace(/(?<!\s)\s*\/\s*/, '/').toLowerCase() === `${path[1]}/${path[2]}`.toLowerCase();
}

function count(values: readonly string[], value: string): number {
  return values.filter((each) => each === value).length;
}
